import Directory
import Ground
import Operations

/// What units report to the sitting, and the form that asks them.
func sittingReports(_ sheet: SittingSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let asks = viewer.has(.coordinator) && sheet.stage == .planned
  guard asks || !sheet.reports.isEmpty else { return "" }
  return """
    <section aria-labelledby="reports"><h2 id="reports">\(locale("sitting.reports"))</h2>
    \(sheet.reports.isEmpty ? emptyState(locale("sitting.no_reports")) : reportTable(sheet, viewer, locale))
    \(askForm(sheet, viewer, locale), if: asks)</section>
    """
}

private func reportTable(_ sheet: SittingSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let mayDrop = viewer.has(.coordinator) && sheet.stage == .planned
  let rows = sheet.reports.map { report -> HTML in
    let path = "\(sittingPath(sheet.sitting))/reports/\(report.unit.id)"
    let form = Form("withdraw-\(report.unit.id)", viewer, locale)
    let drop = form.wrap(action: path + "/withdraw", form.button(locale("sitting.withdraw"), primary: false))
    return """
      <tr><th scope="row"><a href="\(url: path)">\(report.unit.name)</a></th><td>\(locale.name(report.mode))</td>
      <td>\(dueText(report.due, viewer, locale))</td><td>\(locale.name(report.state))</td>
      <td>\(drop, if: mayDrop && report.state == .asked)</td></tr>
      """
  }
  return """
    <div class="scroll" tabindex="0" role="group" aria-label="\(locale("table.wide"))"><table class="papers">
    <thead><tr><th scope="col">\(locale("col.unit"))</th><th scope="col">\(locale("sitting.mode"))</th>
    <th scope="col">\(locale("col.due"))</th><th scope="col">\(locale("col.state"))</th><th scope="col"><span class="unseen">\(locale("sitting.withdraw"))</span></th></tr></thead><tbody>\(rows)</tbody></table></div>
    """
}

/// What overlaps is said before anything is sent; the tick to go on stands there only then (DESIGN §3.8).
func askAnyway(_ form: Form) -> HTML {
  form.isRefused(.askOverlap) ? form.tick("anyway", form.locale("sitting.ask_anyway")) : ""
}

/// The due days that move with an earlier day stand above; the tick that moves them stands there only then.
func moveDues(_ form: Form) -> HTML {
  form.isRefused(.callDues) ? form.tick("dues", form.locale("sitting.move_dues")) : ""
}

private func askForm(_ sheet: SittingSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let form = Form("ask", viewer, locale)
  let units = sheet.choices.askable.map { Option($0.id.text, "\($0.name)") }
  let modes = ReportMode.allCases.map { Option($0.rawValue, locale.name($0)) }
  let fields: HTML = """
    \(form.boxes("unit", locale("sitting.ask_units"), units, chosen: []))
    <div class="pair">\(form.select("mode", locale("sitting.mode"), modes, chosen: ReportMode.oral.rawValue, required: true))
    \(form.line("days", locale("sitting.ask_days"), value: String(sheet.choices.workdays), limit: 2, required: true,
      type: "number", hint: locale("sitting.ask_days_hint")))</div>
    \(askAnyway(form))
    """
  return foldedForm(
    locale("sitting.ask"), form, action: sittingPath(sheet.sitting) + "/reports", fields)
}

/// The instructions that were conveyed, and the matters in which something is done about them.
func sittingInstructions(_ sheet: SittingSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let path = sittingPath(sheet.sitting) + "/instructions"
  let writes = viewer.has(.coordinator) && sheet.stage == .open
  let links = writes || (viewer.has(.coordinator) && sheet.stage == .held)
  let items = sheet.instructions.enumerated().map { number, line -> HTML in
    let matters = line.matters.map { "\(mark($0.standing, locale)) \(matterLink($0.matter))" as HTML }
    let link = Form("link-\(number)", viewer, locale)
    let drop = Form("drop-instruction-\(number)", viewer, locale)
    let settle = Form("settle-\(number)", viewer, locale)
    let forms: HTML = """
      \(foldedForm(locale("sitting.link"), link, action: "\(path)/\(number)/matter",
        version: sheet.version, link.line("matter", locale("sitting.link_number"), limit: 40, required: true)))
      \(foldedForm(locale("sitting.settle"), settle, action: "\(path)/\(number)/settle", version: sheet.version,
        settle.area("reason", locale("sitting.settle_reason"), rows: 2, limit: 1000, required: true,
          hint: locale("sitting.settle_hint"))), if: line.isOpen)
      \(drop.wrap(action: "\(path)/\(number)/drop", version: sheet.version,
        drop.button(locale("sitting.drop"), primary: false)), if: writes)
      """
    let became: HTML =
      if let settled = line.settled { locale("sitting.settled", ["reason": "\(settled)"]) } else {
        matters.isEmpty ? locale("sitting.nothing_done") : locale.list(matters)
      }
    return """
      <li id="instruction-\(number)"><p><strong>\(line.source)</strong> \(line.text)</p>
      <p>\(became)</p>\(forms, if: links)</li>
      """
  }
  let form = Form("convey", viewer, locale)
  let fields: HTML = """
    \(form.line("source", locale("sitting.source"), limit: 100, required: true, hint: locale("sitting.source_hint")))
    \(form.area("text", locale("sitting.instruction"), limit: 1000, required: true))
    """
  return """
    <section aria-labelledby="instructions"><h2 id="instructions">\(locale("sitting.instructions"))</h2>
    \(items.isEmpty ? emptyState(locale("sitting.no_instructions")) : "<ul class=\"carry-list\">\(items)</ul>")
    \(foldedForm(locale("sitting.convey"), form, action: path, fields), if: writes)</section>
    """
}

/// What was asked for, as it was typed in.
func sittingDecisions(_ sheet: SittingSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let path = sittingPath(sheet.sitting) + "/decisions"
  let writes = viewer.has(.coordinator) && sheet.stage == .open
  let items = sheet.decisions.enumerated().map { number, line -> HTML in
    let form = Form("drop-decision-\(number)", viewer, locale)
    let drop = form.wrap(
      action: "\(path)/\(number)/drop", version: sheet.version, form.button(locale("sitting.drop"), primary: false))
    let who: HTML = line.speaker.map { "\($0.post) \($0.name)" } ?? locale("sitting.by_meeting")
    let units = locale.list(line.units.map { "\($0.name)" })
    return """
      <li><div><p><strong>\(who)</strong> \(line.text)</p><p class="hint">\(units)\
      \(line.deadline.map { " · \($0)" as HTML })</p></div>\(drop, if: writes)</li>
      """
  }
  let form = Form("decide", viewer, locale)
  let leaders = sheet.choices.leaders.map { Option($0.id.text, "\($0.post) \($0.name)") }
  let units = sheet.choices.seats.map { Option($0.id.text, "\($0.name)") }
  let fields: HTML = """
    \(form.select("speaker", locale("sitting.speaker"), leaders, chosen: nil, blank: locale("sitting.by_meeting")))
    \(form.area("text", locale("sitting.demand"), limit: 500, required: true, hint: locale("sitting.demand_hint")))
    \(form.select("lead", locale("sitting.demand_lead"), units, chosen: nil, blank: ""))
    \(form.boxes("unit", locale("sitting.demand_units"), units, chosen: []))
    \(form.line("deadline", locale("sitting.deadline"), limit: 40, hint: locale("sitting.deadline_hint")))
    """
  let add = form.wrap(action: path, fields + form.button(locale("sitting.decide")))
  return """
    <section aria-labelledby="decisions"><h2 id="decisions">\(locale("sitting.decisions")) \
    <span class="count">\(items.count)</span></h2>
    \(items.isEmpty ? emptyState(locale("sitting.no_decisions")) : "<ol class=\"carry-list rows\">\(items)</ol>")
    \(add, if: writes)</section>
    """
}
