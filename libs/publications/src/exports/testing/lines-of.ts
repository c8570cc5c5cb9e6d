/** The words of a part of a Word document as they are seen: breaks end lines, and line ends in its XML are mere spaces. */
export function linesOf(xml: string | undefined): string {
  return (xml ?? '')
    .replace(/\n/g, ' ')
    .replace(/<w:br\/>/g, '\n')
    .replace(/<[^>]+>/g, '');
}
