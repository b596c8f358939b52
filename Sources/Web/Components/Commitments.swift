import Ground
import Matters
import Operations

/// 五落实, each with what was committed.
func commitmentList(_ commitments: Commitments, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let rows: [(HTML, HTML)] = [
    (locale("commitments.responsibility"), "\(commitments.responsibility)"),
    (locale("commitments.measures"), "\(commitments.measures)"),
    (locale("commitments.funds"), "\(commitments.funds)"),
    (locale("commitments.until"), locale.shortDay(commitments.until, seenOn: viewer.today)),
    (locale("commitments.contingency"), "\(commitments.contingency)"),
  ]
  return "<dl class=\"facts\">\(rows.map { "<dt>\($0)</dt><dd>\($1)</dd>" as HTML })</dl>"
}

/// What was committed, or that it is still asked for.
func commitmentSection(_ beside: BesideLine, _ viewer: Viewer, _ locale: Locale) -> HTML {
  guard beside.asksCommitments || beside.commitments != nil else { return "" }
  let said =
    beside.commitments.map { commitmentList($0, viewer, locale) }
    ?? "<p class=\"why\">\(locale("commitments.missing"))</p>"
  return """
    <section class="project" aria-labelledby="commitments"><h2 id="commitments">\(locale("commitments.title"))</h2>
    \(said)</section>
    """
}

func commitmentFields(_ sheet: MatterSheet, _ form: Form) -> HTML {
  let (locale, before) = (form.locale, sheet.beside.commitments)
  return form.line(
    "responsibility", locale("commitments.responsibility"), value: before?.responsibility.text ?? "", required: true,
    hint: locale("commitments.responsibility_hint"))
    + form.area("measures", locale("commitments.measures"), value: before?.measures.text ?? "", required: true)
    + form.line("funds", locale("commitments.funds"), value: before?.funds.text ?? "", required: true)
    + form.date("until", locale("commitments.until"), value: before?.until ?? sheet.due?.day, required: true)
    + form.area(
      "contingency", locale("commitments.contingency"), value: before?.contingency.text ?? "", required: true)
    + form.area("reason", locale("commitments.reason"), required: before != nil)
}
