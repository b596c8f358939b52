import Ground
import Matters
package import Operations

/// `GET /matters/{id}/due`, everybody logged in: how each of its days was computed, day by day.
package func duePage(_ explained: DueExplained, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let title =
    explained.reason.map { locale("due.title", ["day": locale.day($0.due.day, seenOn: viewer.today)]) }
    ?? locale("due.no_day")
  let nothing: HTML = "<p class=\"lead\">\(locale("due.no_day_lead"))</p>"
  let body: HTML = """
    <p class="about">\(matterLink(explained.matter)) \(explained.text)</p>
    <h1>\(title)</h1>
    \(explained.reason.map { reckoned($0, viewer, locale) } ?? nothing)
    \(history(explained.history, viewer, locale))
    \(explained.beside.map { beside($0, viewer, locale) })
    \(explained.report.map { report($0, viewer, locale) })
    """
  return layout(locale("due.how"), .matters, viewer, locale, body)
}

/// Where the page explains the day of something that is waited for. Of most kinds a matter waits for one at a time.
func waitPlace(_ kind: Waiting.Kind, _ unit: UnitName, _ day: CivilDate?) -> String {
  guard [.part, .milestone, .measure].contains(kind) else { return kind.rawValue }
  return "\(kind.rawValue)-\(unit.id.text)" + (day.map { "-\($0.iso)" } ?? "")
}

/// A link to how that day came about.
func waitLink(_ matter: MatterName, _ kind: Waiting.Kind, _ unit: UnitName, _ day: CivilDate?, _ locale: Locale) -> HTML
{
  kind == .concern ? "" : howLink(matter, waitPlace(kind, unit, day), locale)
}

/// The same of a kind of which a matter waits for one at a time.
func waitLink(_ matter: MatterName, _ kind: Waiting.Kind, _ locale: Locale) -> HTML {
  howLink(matter, kind.rawValue, locale)
}

func howLink(_ matter: MatterName, _ place: String, _ locale: Locale) -> HTML {
  "<a class=\"how\" href=\"\(url: matterPath(matter) + "/due#" + place)\">\(locale("due.how"))</a>"
}

/// Each due day that it had, the first one first: who set it and when, from which day to which, and its own count.
private func history(_ steps: [DueStep], _ viewer: Viewer, _ locale: Locale) -> HTML {
  guard let last = steps.last else { return "" }
  let items = steps.map { step -> HTML in
    let day = locale.day(step.reason.due.day, seenOn: viewer.today)
    let moved =
      step.before.map { locale("due.step_moved", ["from": locale.day($0, seenOn: viewer.today), "to": day]) }
      ?? locale("due.step_set", ["to": day])
    let count: HTML = """
      <details class="more"><summary>\(locale("due.how"))</summary>\(reckoned(step.reason, viewer, locale))</details>
      """
    return """
      <li><p><strong>\(locale.name(step.kind))</strong> \(moved)</p>
      <p class="about">\(authorText(step.by, locale)) · \(locale.day(step.day, seenOn: viewer.today))</p>
      \(step.words.map { "<blockquote>\($0)</blockquote>" })\(count, if: step != last)</li>
      """
  }
  return """
    <section id="history"><h2>\(locale("due.history"))</h2><ol>\(items)</ol></section>
    """
}

/// What is waited for: how its day was counted, or who named it.
private func beside(_ wait: DueExplained.Beside, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let day = wait.day.map { locale.day($0.day, seenOn: viewer.today) } ?? locale("due.none")
  let title = locale("due.beside", ["what": locale.name(wait.kind), "day": day])
  let named = wait.named.map { named -> HTML in
    locale("due.set_by", ["by": authorText(named.by, locale), "day": locale.day(named.day, seenOn: viewer.today)])
  }
  let unknown: HTML =
    wait.reason == nil && wait.day?.isProvisional == true
    ? "<p class=\"notice refused\">\(locale("due.named_unknown_year", ["year": "\(wait.day?.day.year ?? 0)"]))</p>" : ""
  let plain: HTML = """
    <p class="lead">\(wait.day == nil ? locale("due.no_day_set") : locale("due.named_day"))</p>\(unknown)
    """
  return """
    <section id="\(waitPlace(wait.kind, wait.unit, wait.day?.day))"><h2>\(title)</h2>
    <p class="about">\(wait.unit.name)\(named.map { " · \($0)" as HTML })</p>
    \(wait.reason.map { reckoned($0, viewer, locale) } ?? plain)</section>
    """
}

/// The regular report: one for each period, by its last day.
private func report(_ report: DueExplained.Report, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let period = locale(
    "due.report_period",
    [
      "from": locale.day(report.period.first, seenOn: viewer.today),
      "to": locale.day(report.period.last, seenOn: viewer.today),
    ])
  return """
    <section id="report"><h2>\(locale("matter.cycle"))</h2><p class="lead">\(locale.name(report.cycle)) · \
    \(report.by.map { dueText($0, viewer, locale) } ?? locale("due.report_in"))</p>
    <p>\(period)</p>\("<p>\(locale.count("beside.reports_missed", report.missed))</p>", if: report.missed > 0)</section>
    """
}

/// The rule, what was decided, and each day of the count.
private func reckoned(_ reason: DueReason, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let calendars = locale("due.calendars", ["list": locale.list(reason.due.calendar.map { HTML(text: $0) })])
  let years = locale.list(reason.unknownYears.map { "\($0)" })
  // What somebody named is not counted anew once the year is published.
  let isNamed = if case .on = reason.due.rule { true } else { false }
  let unknown =
    isNamed ? locale("due.named_unknown_year", ["year": years]) : locale("due.unknown_year", ["years": years])
  return """
    <p class="lead">\(dueSummary(reason, locale))</p>
    \(reason.decision.map { "<blockquote>\($0)</blockquote>" })
    \("<p class=\"notice refused\">\(unknown)</p>", if: !reason.unknownYears.isEmpty)
    <p>\(locale("due.start_not_counted"))</p>
    \(dayTable(reason.days, reason.due.day, viewer, locale), if: !reason.days.isEmpty)
    \("<p class=\"about\">\(calendars)</p>", if: !reason.due.calendar.isEmpty)
    """
}

/// Each day of a count: its number or its hours, and why it was counted or passed over.
func dayTable(_ days: [CountedDay], _ due: CivilDate, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let rows = days.map { line -> HTML in
    let number: HTML = line.number.map { "\($0)" } ?? countedMinutes(line.minutes, locale)
    return """
      <tr class="\(line.kind.rawValue)\(" passed", if: !line.isCounted)\(" due-day", if: line.day == due)">
      <td class="figure">\(number)</td><td class="when">\(locale.day(line.day, seenOn: viewer.today))</td>
      <td>\(locale.name(line.kind))\(locale("due.not_counted"), if: !line.isCounted && line.day != due)</td></tr>
      """
  }
  return """
    <table class="days"><thead><tr><th scope="col">\(locale("col.counted"))</th><th scope="col">\(locale("col.day"))</th>
    <th scope="col">\(locale("col.day_kind"))</th></tr></thead><tbody>\(rows)</tbody></table>
    """
}

/// `3小时30分`; a dash where nothing of the day was counted.
private func countedMinutes(_ minutes: Int?, _ locale: Locale) -> HTML {
  guard let minutes, minutes > 0 else { return "–" }
  return locale("due.minutes", ["hours": "\(minutes / 60)", "minutes": "\(minutes % 60)"])
}
