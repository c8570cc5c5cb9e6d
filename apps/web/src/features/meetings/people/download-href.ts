/** Lets the browser fetch an address of ours, or text made here, as a file. */
export function downloadHref(href: string, name = ''): void {
  const anchor = document.createElement('a');
  anchor.href = href;
  anchor.download = name;
  anchor.click();
}
