/**
 * The page of a communique in Typst. Every word comes in by `sys.inputs` as JSON and is set as text: nothing that anybody
 * wrote is ever read as Typst.
 */
export const COMMUNIQUE_TEMPLATE = `
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title, author: "Roundtable", description: data.running)
#set text(font: "Noto Sans", size: 11pt, lang: data.language, hyphenate: true)
#set par(leading: 0.65em, spacing: 0.9em)
#set page(
  paper: "a4",
  margin: (x: 2.3cm, top: 2.2cm, bottom: 2.2cm),
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
#text(size: 9pt)[
  #for pair in data.facts [
    #text(weight: "bold", pair.at(0) + ": ")#text(pair.at(1)) \\
  ]
]
#v(1.2em)
#set footnote.entry(indent: 0em)
#if data.paragraphs.len() == 0 {
  text(data.empty)
} else {
  enum(
    spacing: 1.1em,
    ..data.paragraphs.map(paragraph => {
      for run in paragraph.runs {
        if run.isOpen { highlight(fill: rgb("#f2e8c9"), text(run.text)) } else { text(run.text) }
      }
      // Two marks in a row would read as one number.
      for (at, note) in paragraph.notes.enumerate() {
        if at > 0 { super[, ] }
        footnote[#text(weight: "bold", note.delegation + ": ")#text(note.text)]
      }
    })
  )
}
`;
