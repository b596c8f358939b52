import Ground
import Matters
package import Operations

/// `GET /units/{id}?after=`, everybody logged in: what the unit owes now, its figures, its part in the meetings.
package func unitPage(_ board: UnitBoard, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let body: HTML = """
    <h1>\(board.unit.name)</h1>
    <p class="about"><a href="\(url: unitRecordPath(board.unit))">\(locale("unit.record"))</a>\
    \(" · <a href=\"\(url: figuresPath(FigureFilter(unit: board.unit.id)))\">\(locale("figures.title"))</a>", if: board.figures != nil)\
    \(" · <a href=\"\(url: refreshersPath(RefresherFilter(unit: board.unit.id)))\">\(locale("refreshers.title"))</a>", if: board.figures != nil)</p>
    \(board.figures.map { figures($0, of: board.unit, locale) } ?? "<p class=\"notice\">\(locale("unit.partly"))</p>")
    <section aria-labelledby="owes"><h2 id="owes">\(locale("unit.owes"))</h2>
    \(board.owes.isEmpty ? emptyState(locale("unit.owes_none")) : matterTable(board.owes, viewer, locale))
    \(nextPage(board.next, "/units/\(board.unit.id.text)?", locale))</section>
    \(meetings(board, viewer, locale))
    \(keyToMarks(locale))
    """
  return layout("\(board.unit.name)", .directory, viewer, locale, wide: true, body)
}

/// Each figure opens exactly the matters that it counts.
private func figures(_ board: UnitFigures, of unit: UnitName, _ locale: Locale) -> HTML {
  let id = unit.id.text
  let open = board.loop.assigned + board.loop.underway + board.loop.submitted
  func outcome(_ outcome: Outcome) -> String { "/outcomes/\(outcome.rawValue)?unit=\(id)" }
  func matters(_ query: String) -> String { "/matters?unit=\(id)&\(query)" }
  let items = [
    figure(open, "/units/\(id)#owes", locale("unit.open"), ""),
    figure(board.counts.overdue, matters("standing=overdue"), locale.name(Standing.overdue), "overdue"),
    figure(board.counts.nearDue, matters("standing=near_due"), locale.name(Standing.nearDue), "near_due"),
    figure(board.loop.returned, outcome(.returned), locale("unit.returned"), ""),
    figure(board.loop.reopened, outcome(.reopened), locale("unit.reopened"), ""),
    figure(board.loop.closed, matters("phase=closed"), locale.name(Standing.closed), "closed"),
    figure(board.onTime, outcome(.onTime), locale("unit.on_time"), ""),
    figure(board.firstPass, outcome(.firstPass), locale("unit.first_pass"), ""),
  ]
  return "<ul class=\"figures\">\(items)</ul>"
}

private func figure(_ value: Int, _ path: String, _ name: HTML, _ pigment: HTML) -> HTML {
  "<li class=\"\(pigment)\"><a class=\"figure\" href=\"\(url: path)\">\(value)</a> \(name)</li>"
}

private func meetings(_ board: UnitBoard, _ viewer: Viewer, _ locale: Locale) -> HTML {
  guard !board.meetings.isEmpty else { return "" }
  let rows = board.meetings.map { line -> HTML in
    let path = "\(meetingPath(line.meeting))?unit=\(board.unit.id.text)"
    return """
      <tr><td class="when">\(locale.day(line.meeting.day, seenOn: viewer.today))</td>
      <td class="what"><a href="\(url: path)">\(line.meeting.title)</a></td>
      <td>\(standingCounts(line.counts, meeting: nil, locale))</td></tr>
      """
  }
  return """
    <section aria-labelledby="unit-meetings"><h2 id="unit-meetings">\(locale("unit.meetings"))</h2>
    <table class="meetings"><thead><tr><th scope="col">\(locale("col.day"))</th><th scope="col">\(locale("col.meeting"))</th>
    <th scope="col">\(locale("col.state"))</th></tr></thead><tbody>\(rows)</tbody></table></section>
    """
}
