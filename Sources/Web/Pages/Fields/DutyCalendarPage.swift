import Ground
package import Operations

/// `GET /duties?unit=&month=&day=&after=`, everybody logged in: what a unit owes of the standing duties in a month. Counts
/// stand in the days; what is behind one is listed beneath, page by page.
package func dutyCalendarPage(_ calendar: DutyCalendar, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let file = address("/duties.ics", calendar, month: calendar.month.first)
  let running: HTML =
    calendar.running == 0 ? "" : "<p class=\"hint\">\(locale.count("duty_calendar.running", calendar.running))</p>"
  let table: HTML =
    calendar.days.allSatisfy { $0.opens == 0 && $0.owed == 0 }
    ? emptyState(locale("duty_calendar.none")) : month(calendar, viewer, locale)
  let body: HTML = """
    <div class="heading"><h1>\(locale("duty_calendar.title"))</h1>
    <p class="about">\(locale("duty_calendar.lead", ["unit": "\(calendar.unit.name)"]))</p>
    <p class="tools many"><a href="/work">\(locale("work.title"))</a> \
    <a href="\(url: missedPath(unit: calendar.unit.id, month: calendar.month.first))">\(locale("missed.title"))</a> \
    <a href="\(url: file)" download>\(locale("duty_calendar.file"))</a></p></div>
    \(units(calendar, locale), if: calendar.units.count > 1)
    <section aria-labelledby="month"><h2 id="month">\(locale.month(calendar.month.first))</h2>
    \(turning(calendar, locale))\(running)\(table)
    <p class="hint">\(locale("duty_calendar.hint"))</p></section>
    \(calendar.opened.map { opened($0, calendar, viewer, locale) })
    """
  return layout(locale("duty_calendar.title"), .work, viewer, locale, wide: true, body)
}

private func units(_ calendar: DutyCalendar, _ locale: Locale) -> HTML {
  let options = calendar.units.map { Option($0.id.text, "\($0.name)") }
  // Who looks at their own unit's empty calendar may not be among those that have one.
  let any: HTML? = calendar.units.contains { $0.id == calendar.unit.id } ? nil : "\(calendar.unit.name)"
  return """
    <form class="list-filter" method="get" action="/duties"><div class="grid">
    \(filterChoice("duties", "unit", locale("col.unit"), any, options, calendar.unit.id.text))</div>
    <input type="hidden" name="month" value="\(monthText(calendar.month.first))">
    <button class="primary">\(locale("filter.apply"))</button></form>
    """
}

private func turning(_ calendar: DutyCalendar, _ locale: Locale) -> HTML {
  func link(_ day: CivilDate?, _ rel: HTML) -> HTML? {
    day.map { day in
      "<a rel=\"\(rel)\" href=\"\(url: address("/duties", calendar, month: day))\">\(locale.month(day))</a>"
    }
  }
  return "<p class=\"months\">\(link(calendar.before, "prev")) \(link(calendar.after, "next"))</p>"
}

/// A table by week; on a phone each day is a line, and days without anything are left out.
private func month(_ calendar: DutyCalendar, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let heads = (1...7).map { number -> HTML in "<th scope=\"col\">\(locale.weekday(number))</th>" }
  let rows = calendar.weeks.map { week -> HTML in
    let lead = (week.first?.day.weekday ?? 1) - 1
    let blank: HTML = "<td></td>"
    let cells = week.map { cell($0, calendar, viewer, locale) }
    let cellsOfWeek =
      Array(repeating: blank, count: lead) + cells + Array(repeating: blank, count: 7 - lead - week.count)
    return "<tr>\(cellsOfWeek)</tr>"
  }
  return """
    <table class="month"><thead><tr>\(heads)</tr></thead><tbody>\(rows)</tbody></table>
    """
}

private func cell(_ day: DutyDay, _ calendar: DutyCalendar, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let isToday = day.day == viewer.today
  let marks: HTML = """
    \(" class=\"idle\"", if: day.owed == 0 && day.opens == 0)\(" aria-current=\"date\"", if: isToday)
    """
  let name: HTML = """
    <span class="wide">\(day.day.day)</span><span class="narrow">\(locale.day(day.day, seenOn: viewer.today))</span>
    """
  guard day.owed > 0 || day.opens > 0 else { return "<td\(marks)>\(name)</td>" }
  let path = address("/duties", calendar, month: nil, day: day.day) + "#opened"
  let head: HTML = day.owed > 0 ? "<a class=\"date\" href=\"\(url: path)\">\(name)</a>" : name
  let missing =
    day.day < viewer.today
    ? locale.count("duty_calendar.missed", day.missing) : locale.count("duty_calendar.left", day.missing)
  let ends: HTML = """
    <span>\(locale.count("duty_calendar.ends", day.owed))</span> \
    <span>\(locale.count("duty_calendar.done", day.done))</span>\
    \(" <strong>\(missing)</strong>", if: day.missing > 0)\
    \(" <span class=\"hint\">\(locale.count("duty_calendar.explained", day.explained))</span>", if: day.explained > 0)
    """
  return """
    <td\(marks)>\(head)<span class="sums">\(ends, if: day.owed > 0)\
    \(" <span class=\"hint\">\(locale.count("duty_calendar.opens", day.opens))</span>", if: day.opens > 0)</span></td>
    """
}

private func opened(
  _ list: DutyDayList, _ calendar: DutyCalendar, _ viewer: Viewer, _ locale: Locale
) -> HTML {
  let path = address("/duties", calendar, month: nil, day: list.day) + "&"
  return """
    <section aria-labelledby="opened"><h2 id="opened">\
    \(locale("duty_calendar.opened", ["day": locale.day(list.day, seenOn: viewer.today)])) \
    <span class="count">\(list.count)</span></h2>
    \(list.count == 0 ? emptyState(locale("fields.nothing")) : windowTable(list.windows, viewer, locale))
    \(nextPage(list.next.map(String.init), path, locale))</section>
    """
}

private func address(
  _ page: String, _ calendar: DutyCalendar, month: CivilDate?, day: CivilDate? = nil
) -> String {
  var pairs = [("unit", calendar.unit.id.text)]
  if let month { pairs.append(("month", monthText(month))) }
  if let day { pairs.append(("day", day.iso)) }
  return page + "?" + QueryText.write(pairs)
}

func monthText(_ day: CivilDate) -> String { String(day.iso.prefix(7)) }
