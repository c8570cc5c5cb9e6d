/** A page that shows all pictures, one row for each screen; a press opens the picture itself. */
export function contactSheet(screens: readonly string[], files: readonly string[]): string {
  const rows = screens.map((screen) => {
    const pictures = files
      .filter((file) => file.startsWith(`${screen}.`))
      .sort()
      .map((file) => {
        const [, locale, width, theme] = file.split('.');
        return `<figure><a href="${file}"><img src="${file}" loading="lazy" alt=""></a><figcaption>${locale} · ${width} px · ${theme}</figcaption></figure>`;
      });
    return `<h2 id="${screen}">${screen}</h2><div>${pictures.join('')}</div>`;
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Screens of Roundtable</title>
<style>
  body { font: 14px/1.4 sans-serif; margin: 2rem; background: #777; color: #fff }
  div { display: flex; gap: 1rem; overflow-x: auto; padding-bottom: 1rem }
  figure { margin: 0; flex: none }
  img { height: 360px; display: block }
</style>
<h1>Screens of Roundtable</h1>
${rows.join('\n')}
</html>
`;
}
