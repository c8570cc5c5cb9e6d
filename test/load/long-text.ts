const PARAGRAPH =
  'Бассейндин жогорку агымындагы станциялар суунун деңгээлин саат сайын өлчөйт. The portal shows what was measured, and by whom. ';

/** The text of a proposal of about 200 kB, in paragraphs. */
export function longText(): string {
  const paragraph = PARAGRAPH.repeat(4).trim();
  const count = Math.ceil(200_000 / Buffer.byteLength(paragraph));
  return Array.from({ length: count }, (_, index) => `Paragraph ${index + 1}: ${paragraph}`).join('\n\n');
}
