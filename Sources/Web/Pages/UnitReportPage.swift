import Directory
import Ground
import Matters
package import Operations

/// `GET /sittings/{id}/reports/{unit}`: what one unit reports, for its own officers and those who see the district.
package func unitReportPage(_ sheet: UnitReportSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let report = sheet.report
  let isGoing = sheet.stage != .calledOff
  let mayWrite = isGoing && report.state != .read && (sheet.isOwn || viewer.has(.coordinator))
  let title = locale("report_to.title", ["unit": "\(report.unit.name)"])
  let body: HTML = """
    <div class="heading"><h1>\(title)</h1>
    <p class="about"><a href="\(url: sittingPath(sheet.sitting))">\(sheet.sitting.title)</a> · \
    \(locale.day(sheet.sitting.day, seenOn: viewer.today)) · \(locale.name(report.mode)) · \(locale.name(report.state))</p>
    <p>\(locale("report_to.asked", ["day": locale.shortDay(report.askedOn, seenOn: viewer.today)])) \
    \(dueText(report.due, viewer, locale))</p></div>
    \(report.text.map { submitted($0, sheet, viewer, locale) })
    \(form(sheet, viewer, locale), if: mayWrite)
    """
  return layout(title, .meetings, viewer, locale, body)
}

private func submitted(_ text: Words, _ sheet: UnitReportSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let report = sheet.report
  let path = "\(sittingPath(sheet.sitting))/reports/\(report.unit.id)"
  let read = Form("read", viewer, locale)
  let isGoing = sheet.stage != .calledOff
  let behalf = report.onBehalf.map { behalf -> HTML in
    locale(
      "report_to.on_behalf",
      ["channel": locale.name(behalf.channel), "day": locale.shortDay(behalf.day, seenOn: viewer.today)])
  }
  let lines = text.shown.split(separator: "\n", omittingEmptySubsequences: false).map { "\(String($0))" as HTML }
  return """
    <section aria-labelledby="said"><h2 id="said">\(locale("report_to.text"))</h2>
    <p class="hint">\(report.submittedOn.map { locale.day($0, seenOn: viewer.today) }) \(behalf)</p>
    <blockquote class="said">\(lines.joined("<br>"))</blockquote>
    \(read.wrap(action: path + "/read", read.button(locale("report_to.read"))),
      if: viewer.has(.coordinator) && report.state == .submitted && isGoing)</section>
    """
}

private func form(_ sheet: UnitReportSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let report = sheet.report
  let form = Form("report", viewer, locale)
  let channels = OnBehalf.Channel.allCases.map { Option($0.rawValue, locale.name($0)) }
  let behalf: HTML = """
    <fieldset class="on-behalf"><legend>\(locale("on_behalf.title"))</legend>
    <p class="hint">\(locale("report_to.behalf_note"))</p>
    <input type="hidden" name="on_behalf_unit" value="\(report.unit.id.text)"><div class="pair">
    \(form.select("on_behalf_channel", locale("on_behalf.channel"), channels, chosen: nil, required: true))
    \(form.date("on_behalf_day", locale("on_behalf.day"), value: viewer.today, required: true))</div></fieldset>
    """
  let fields: HTML = """
    \(form.area("text", locale("report_to.text"), value: report.text?.shown ?? sheet.proposal ?? "", rows: 16, limit: 5000,
      required: true, hint: locale("report_to.hint")))
    \(behalf, if: !sheet.isOwn)
    \(form.button(report.state == .asked ? locale("report_to.submit") : locale("report_to.again")))
    """
  return """
    <section aria-labelledby="write"><h2 id="write">\(report.state == .asked ? locale("report_to.write") : locale("report_to.again"))</h2>
    \(form.wrap(action: "\(sittingPath(sheet.sitting))/reports/\(report.unit.id)", fields))</section>
    """
}

/// `GET /sittings/{id}/minutes`, coordinators: the minutes as they would go to the intake.
package func minutesPage(_ draft: MinutesDraft, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let form = Form("minutes", viewer, locale)
  let fields: HTML = """
    \(form.area("text", locale("minutes.text"), value: draft.text, rows: 24, limit: 50000, required: true))
    \(notForSecrets(locale))
    \(form.button(locale("minutes.issue")))
    """
  let body: HTML = """
    <div class="heading"><h1>\(locale("sitting.make_minutes"))</h1>
    <p class="about"><a href="\(url: sittingPath(draft.sitting))">\(draft.title)</a> · \
    \(locale.day(draft.day, seenOn: viewer.today))</p><p>\(locale("minutes.lead"))</p></div>
    \(form.wrap(action: sittingPath(draft.sitting) + "/minutes", fields))
    """
  return layout(locale("sitting.make_minutes"), .meetings, viewer, locale, body)
}
