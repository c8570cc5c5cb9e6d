const longest = 90;

/** Page boxes for paper: the title above, the number of the page below. */
export function runningHead(title: string): string {
  const head = `"${escapeCss(shortened(title))}"`;
  const look = 'font: 8pt "Noto Sans Variable", sans-serif; color: #565048;';
  return `@page { @top-left { content: ${head}; ${look} } @bottom-right { content: counter(page) " / " counter(pages); ${look} } }`;
}

function shortened(title: string): string {
  const signs = [...title];
  return signs.length > longest ? `${signs.slice(0, longest - 1).join('')}…` : title;
}

/** Everything but letters, digits and spaces by its number: a title can end neither the string nor the rule. */
function escapeCss(text: string): string {
  return text.replace(/[^\p{L}\p{N} ]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `);
}
