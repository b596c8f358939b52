import Duties
import Ground
import Inspections
import Operations

/// One day of a period: each unit with who is on duty and how its report stands.
func periodDay(_ day: PeriodDay, _ sheet: PeriodSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let path = periodPath(sheet.period.id)
  let (done, owed) = day.reported
  func step(_ to: CivilDate?, _ label: HTML) -> HTML {
    to.map { "<a href=\"\(url: "\(path)?day=\($0.iso)#day")\">\(label)</a>" } ?? ""
  }
  let said: HTML = owed == 0 ? "" : locale("day_report.count", ["done": "\(done)", "owed": "\(owed)"])
  let isSettled = day.day < viewer.today.adding(days: -PeriodLimit.daysBack)
  let others = isSettled ? [] : day.lines.filter { $0.may == .forUnit && $0.report != nil }
  return """
    <section aria-labelledby="day"><h2 id="day"><span>\(locale("period.day_title", [
      "day": locale.day(day.day, seenOn: viewer.today),
    ]))</span></h2>
    <p class="about">\(said)</p>
    <p class="tools">\(step(day.previous, locale("period.day_before"))) \(step(day.next, locale("period.day_after")))</p>
    <ul class="standby">\(day.lines.map { line($0, day, sheet, viewer, locale) })</ul>
    \(forUnits(others, day, sheet, viewer, locale), if: !others.isEmpty)</section>
    """
}

private func line(
  _ line: PeriodDayLine, _ day: PeriodDay, _ sheet: PeriodSheet, _ viewer: Viewer, _ locale: Locale
) -> HTML {
  let roster = "\(periodPath(sheet.period.id))/roster/\(line.unit.id)"
  let shifts = line.shifts.map { shift -> HTML in
    let said: HTML =
      shift.people.map { shiftText(shift.key.shift, $0, locale) }
      ?? "\(shape(.nearDue))\(locale("roster.nobody", ["shift": gapText(shift.key, viewer, locale)]))"
    let handover: HTML = shift.handover == nil ? "" : " <span class=\"tag\">\(locale("handover.done"))</span>"
    return "<br>\(said)\(handover)"
  }
  let unit: HTML =
    sheet.period.terms.shifts == nil
    ? "\(line.unit.name)" : "<a href=\"\(url: roster)\">\(line.unit.name)</a>"
  let isLate = day.day < viewer.today.adding(days: -PeriodLimit.daysBack)
  let asks = line.may == .own && line.report.map { !$0.isDone } ?? false && !isLate
  return """
    <li class="\(line.report?.pigment ?? "underway")"><p class="what">\(unit)\
    \(line.hotline.map { " <span class=\"hint\">\(locale("roster.hotline")) \($0)</span>" })</p>
    <p class="about">\(line.report.map { state($0, viewer, locale) })\(shifts)</p>
    \(reportForms(sheet.period.id, line.unit.id, on: day.day, viewer, locale), if: asks)</li>
    """
}

/// Reported, or from what it follows, or owed.
private func state(_ state: DayReportState, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let mark = dayReportMark(state, locale)
  switch state {
  case .owed: return mark
  case .reported(nil): return mark
  case .reported(let report?):
    let channel: HTML = report.recordedFor.map { locale("day_report.for_unit", ["channel": locale.name($0)]) } ?? ""
    let said: HTML = report.text.map { "\(locale("inspection.colon"))\($0)" } ?? locale("day_report.none_said")
    return "\(mark) \(locale.moment(report.at, seenOn: viewer.today))\(channel)\(said)"
  case .inferred(.inspection(let id, let subject)):
    let what =
      subject.map { "<a href=\"\(url: "/inspections/\(id)")\">\($0.name)</a>" as HTML }
    guard let what else { return "\(mark) \(locale("day_report.some_inspection"))" }
    return "\(mark) \(locale("day_report.from_inspection", ["what": what]))"
  case .inferred(.matter(let row)):
    let what: HTML = row.map { matterLink($0.matter) } ?? locale("day_report.a_matter")
    return "\(mark) \(locale("day_report.from_matter", ["what": what]))"
  }
}

/// The office writes down what a unit said by phone, on paper or in a chat.
private func forUnits(
  _ lines: [PeriodDayLine], _ day: PeriodDay, _ sheet: PeriodSheet, _ viewer: Viewer, _ locale: Locale
) -> HTML {
  let form = Form("for-unit-\(day.day.iso)", viewer, locale)
  let units = lines.map { Option($0.unit.id.text, "\($0.unit.name)") }
  return foldedForm(
    locale("day_report.for_title"), form, action: "\(periodPath(sheet.period.id))/reports",
    button: locale("day_report.send"),
    """
    <input type="hidden" name="day" value="\(day.day.iso)"><div class="pair">
    \(form.select("unit", locale("col.unit"), units, chosen: nil, blank: "–", required: true))
    \(channelField(form))</div>
    \(form.area("text", locale("day_report.text"), rows: 2, limit: PeriodLimit.report, hint: locale("day_report.blank_hint")))
    """)
}

/// By which way the unit told the office.
func channelField(_ form: Form) -> HTML {
  form.select(
    "recorded_for", form.locale("on_behalf.channel"),
    StandbyChannel.allCases.map { Option($0.rawValue, form.locale.name($0)) }, chosen: nil, blank: "–", required: true)
}
