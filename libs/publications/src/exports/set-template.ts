/**
 * The page of a set in Typst. Every word comes in by `sys.inputs` as JSON and is set as text: nothing that anybody wrote
 * is ever read as Typst.
 */
export const SET_TEMPLATE = `
#let data = json(bytes(sys.inputs.data))
#let label(key) = data.labels.at(key)
// A number does not stand at the beginning of a line without the word that says of what it is.
#let bound(words) = words.replace(regex(" ([0-9])"), found => "\\u{a0}" + found.captures.at(0))
#set document(title: data.title, author: "Roundtable", description: data.running)
#set text(font: "Noto Sans", size: 9pt, lang: data.language, hyphenate: true)
#set par(leading: 0.55em, spacing: 0.7em)
#set page(
  paper: "a4",
  flipped: true,
  margin: (x: 1.6cm, top: 1.8cm, bottom: 1.8cm),
  header: align(end, text(size: 7.5pt, fill: luma(35%), data.running)),
  footer: context align(end, text(size: 7.5pt, fill: luma(35%),
    data.pageWords
      .replace("{page}", str(counter(page).get().first()))
      .replace("{pages}", str(counter(page).final().first()))
  )),
)
#show heading.where(level: 1): set text(size: 17pt)
#heading(level: 1, data.title)
#v(0.3em)
#for pair in data.facts [
  #text(weight: "bold", pair.at(0) + ": ")#text(pair.at(1)) \\
]
#v(0.9em)
#if data.rows.len() == 0 {
  text(label("empty"))
} else {
  set footnote.entry(indent: 0em)
  let sheet(rows) = table(
    columns: (2.2em, 13fr, 38fr, 14fr, 11fr, 19fr),
    inset: 5pt,
    stroke: 0.5pt + luma(65%),
    fill: (_, y) => if y == 0 { luma(93%) },
    table.header(
      ..("number", "focusArea", "enhancement", "responsible", "timeline", "support").map(key =>
        text(weight: "bold", size: 8pt, label(key)))
    ),
    ..for row in rows {
      (
        [#str(row.place)],
        text(row.focusArea),
        table.cell(breakable: row.isLong, {
          text(weight: "bold", row.title)
          // Two marks in a row would read as one number.
          for (at, note) in row.notes.enumerate() {
            if at > 0 { super[, ] }
            footnote[#text(weight: "bold", note.delegation + ": ")#text(note.text)]
          }
          for words in row.paragraphs { par(text(words)) }
          par(text(size: 7.5pt, fill: luma(35%), row.origin))
          if row.sources.len() > 0 {
            par(text(size: 7.5pt, fill: luma(35%), label("sources") + ": " + row.sources.join("; ")))
          }
        }),
        text(row.responsible),
        text(row.timeline),
        table.cell(
          breakable: row.isLong,
          if row.support.len() == 0 { [–] } else { for words in row.support { par(text(bound(words))) } },
        ),
      )
    }
  )
  // A note on a page lays its whole table out again: in one long table that takes longer the longer it is.
  let most = 30
  for rows in data.rows.chunks(most) { block(spacing: 0pt, breakable: true, sheet(rows)) }
}
`;
