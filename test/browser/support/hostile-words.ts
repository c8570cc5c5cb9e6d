/** Names and words as somebody means harm, or has a very long name: each is to be shown as text, whole or with a mark. */
export const HOSTILE = {
  script: '<script>window.__harmed = "script"</script>Asel',
  image: '<img src=x onerror="window.__harmed = \'image\'">',
  /** The server refuses characters that turn the direction of text; letters that do so by themselves it cannot. */
  turned: 'شهرزاد (Sultanova) 123 !',
  long: 'Gulnara '.repeat(37).trim() + ' Abc',
  unbroken: 'Ы'.repeat(300),
  markdown: '**[Press here](javascript:window.__harmed=1)** ![x](x "onerror=alert(1)")',
} as const;

/** True in a page where any of the words above was run instead of shown. */
export const WAS_HARMED = `'__harmed' in window`;
