import Duties
import Ground
import Operations
import Packs

/// The standing duties that a demand is met by, a line each with their figures since its issue.
func dutyFigureLines(_ figures: [DutyFigure], _ locale: Locale) -> HTML {
  guard !figures.isEmpty else { return "" }
  let lines = figures.map { figure -> HTML in
    let query = figure.types.map { "type=\($0)" }.joined(separator: "&")
    let counts = figure.counts.map { counts -> HTML in
      let values: KeyValuePairs<String, HTML> = [
        "owed": "\(counts.owed)", "done": "\(counts.done)", "missed": "\(counts.missed)", "left": "\(counts.left)",
        "found": "\(counts.found)",
      ]
      let why: HTML =
        counts.reasons.isEmpty
        ? ""
        : locale(
          "duty_figure.reasons",
          [
            "explained": "\(counts.reasons.total)", "unexplained": "\(counts.missed - counts.reasons.total)",
            "reasons": reasonsText(counts.reasons, locale),
          ])
      return "<br>\(locale("duty_figure.counts", values))\(why)"
    }
    return "<li><a href=\"\(url: "/subjects?\(query)")\">\(locale.text(figure.title))</a>\(counts)</li>"
  }
  return "<ul class=\"points\">\(lines)</ul>"
}

func dutyFields(_ sheet: MatterSheet, _ form: Form) -> HTML {
  let locale = form.locale
  let linked = sheet.duties.map { Option($0.code, "\(locale.text($0.title))") }
  let others = sheet.choices.duties.filter { duty in !linked.contains { $0.value == duty.code } }
    .map { Option($0.code, "\(locale.text($0.title))") }
  return form.boxes("duty", locale("duty_figure.duties"), linked + others, chosen: linked.map(\.value))
    + "<p class=\"hint\">\(locale("duty_figure.hint"))</p>"
}
