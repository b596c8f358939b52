import Duties
import Ground
import Operations

/// What key periods and alerts ask of one's unit today: the day's report in one click, gaps in the roster, who is on duty
/// and what the shift before left behind.
func periodTurns(_ turns: [PeriodTurn], _ viewer: Viewer, _ locale: Locale) -> HTML {
  guard !turns.isEmpty else { return "" }
  let items = turns.map { turn -> HTML in
    let path = periodPath(turn.period.id)
    let roster = "\(path)/roster/\(turn.unit.id)"
    let people = turn.shifts.compactMap { line in line.people.map { shiftText(line.key.shift, $0, locale) } }
    return """
      <li class="\(turn.report?.pigment ?? "underway")"><p class="what"><a href="\(url: path)">\(turn.period.title)</a> \
      \(alertMark(turn.period.alert, turn.period.kind, locale))</p>
      <p class="about">\(turn.unit.name) · \(daysText(turn.days, viewer, locale))\
      \(turn.report.map { " · \(dayReportMark($0, locale))\(by(turn, $0, locale))" })</p>
      \("<p class=\"hint\">\(locale("roster.today", ["people": locale.list(people)]))</p>", if: !people.isEmpty)
      \(turn.handover.map { handoverText($0.from, $0.said, viewer, locale) })
      \(gaps(turn, roster, viewer, locale))
      \(oneClick(turn, viewer, locale))</li>
      """
  }
  return """
    <section aria-labelledby="periods-today"><h2 id="periods-today">\(locale("periods.today"))</h2>
    <ul class="standby">\(items)</ul></section>
    """
}

/// The hour, where the report is still owed.
private func by(_ turn: PeriodTurn, _ state: DayReportState, _ locale: Locale) -> HTML {
  guard !state.isDone, let minute = turn.reportBy else { return "" }
  return locale("periods.by_hour", ["time": clockText(minute)])
}

private func gaps(_ turn: PeriodTurn, _ roster: String, _ viewer: Viewer, _ locale: Locale) -> HTML {
  guard !turn.gaps.isEmpty else { return "" }
  let days = turn.gaps.map { gapText($0, viewer, locale) }
  return """
    <p>\(shape(.nearDue)) <a href="\(url: roster)">\(locale("roster.gaps", ["days": locale.list(days)]))</a></p>
    """
}

private func oneClick(_ turn: PeriodTurn, _ viewer: Viewer, _ locale: Locale) -> HTML {
  guard let report = turn.report, !report.isDone else { return "" }
  return reportForms(turn.period.id, turn.unit.id, on: viewer.today, viewer, locale)
}

/// One click that nothing happened, and room for a few words where something did.
func reportForms(
  _ period: PeriodID, _ unit: UnitID, on day: CivilDate, _ viewer: Viewer, _ locale: Locale
) -> HTML {
  let place: HTML = """
    <input type="hidden" name="unit" value="\(unit.text)"><input type="hidden" name="day" value="\(day.iso)">
    """
  let id = "\(formID(period, unit))-\(day.iso)"
  let (click, said) = (Form("zero-\(id)", viewer, locale), Form("said-\(id)", viewer, locale))
  let path = "\(periodPath(period))/reports"
  return """
    \(click.wrap(action: path, place + click.button(locale("day_report.nothing"))))
    \(foldedForm(locale("day_report.something"), said, action: path, button: locale("day_report.send"),
      place + said.area("text", locale("day_report.text"), rows: 2, limit: PeriodLimit.report, required: true)))
    """
}

/// Tells the forms of a page apart: ids of periods and units together would be too long for an operation's id, so their
/// digest stands for them (FNV-1a, 64 bits), the same whenever the page is shown.
func formID(_ period: PeriodID, _ unit: UnitID) -> String {
  let digest = "\(period)/\(unit)".utf8.reduce(UInt64(0xCBF2_9CE4_8422_2325)) { hash, byte in
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }
  return String(digest, radix: 16)
}

/// `重点时段：国庆` or `◆ 橙色预警 国庆大风`, each leading to its page.
func closerTags(_ causes: [PeriodName], _ locale: Locale) -> HTML {
  causes.map { cause -> HTML in
    let word: HTML =
      cause.alert.map { "\(alertMark($0, cause.kind, locale)) " } ?? "\(locale("work.key_period"))"
    return " <span class=\"cause\">\(word)<a href=\"\(url: periodPath(cause.id))\">\(cause.title)</a></span>"
  }.joined()
}

/// What is warned of, and the level as a word and a shape, so that it survives greyscale; nothing for a key period.
func alertMark(_ level: AlertLevel?, _ kind: AlertKind?, _ locale: Locale) -> HTML {
  guard let level else { return "" }
  let shape: HTML =
    switch level {
    case .red: "■"
    case .orange: "◆"
    case .yellow: "▲"
    case .blue: "●"
    }
  return """
    <span class="risk \(HTML(text: level.rawValue))"><span class="shape" aria-hidden="true">\(shape)</span>\
    \(kind.map { locale("alert.of_kind", ["kind": locale.name($0), "level": locale.name(level)]) } ?? locale.name(level))</span>
    """
}

extension DayReportState {
  /// The class that gives the pigment.
  var pigment: HTML { standing.pigment }

  var standing: Operations.Standing {
    switch self {
    case .reported, .inferred: .closed
    case .owed(let isLate): isLate ? .overdue : .underway
    }
  }
}

func dayReportMark(_ state: DayReportState, _ locale: Locale) -> HTML {
  "<span class=\"mark \(state.pigment)\">\(shape(state.standing))\(locale.name(state.kind))</span>"
}

func shiftText(
  _ shift: Shift, _ people: (officer: OfficerName, leader: OfficerName), _ locale: Locale
) -> HTML {
  let words: KeyValuePairs<String, HTML> = [
    "officer": "\(people.officer.post) \(people.officer.name)", "leader": "\(people.leader.post) \(people.leader.name)",
  ]
  let said = locale("roster.people", words)
  return shift == .whole ? said : "\(locale.name(shift))\(locale("inspection.colon"))\(said)"
}

func handoverText(_ key: ShiftKey, _ said: Handover, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let open = said.open.map { locale("handover.open", ["text": "\($0)"]) }
  return """
    <p class="hint">\(locale("handover.from", ["shift": gapText(key, viewer, locale)]))</p>
    <blockquote>\(said.text)\(open.map { "<br><strong>\($0)</strong>" })</blockquote>
    """
}

/// `10月3日夜班`.
func gapText(_ key: ShiftKey, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let day = locale.shortDay(key.day, seenOn: viewer.today)
  return key.shift == .whole ? day : "\(day) \(locale.name(key.shift))"
}

func daysText(_ days: DayRange, _ viewer: Viewer, _ locale: Locale) -> HTML {
  locale(
    "work.window",
    [
      "first": locale.shortDay(days.first, seenOn: viewer.today),
      "last": locale.shortDay(days.last, seenOn: viewer.today),
    ])
}

/// `17:00`.
func clockText(_ minute: Int) -> HTML { "\(minute / 60, width: 2):\(minute % 60, width: 2)" }

func periodPath(_ id: PeriodID) -> String { "/periods/\(id)" }
