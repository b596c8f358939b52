import Ground
package import Operations

/// `GET /meetings/{id}?clause=&standing=&unit=`, everybody logged in: the bulletin is the dashboard.
package func meetingPage(_ board: MeetingBoard, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let path = meetingPath(board.meeting)
  let title = board.meeting.title
  let body: HTML = """
    <div class="heading"><h1>\(title)</h1>
    <p class="about">\(locale.day(board.meeting.day, seenOn: viewer.today))\
    \(board.facts.chair.map { " · \(locale("meeting.chair")) \($0)" })</p>
    <p class="tools"><a class="button" href="\(url: path + "/report")">\(locale("report.name"))</a> \
    <a class="button" href="\(url: path + "/papers")">\(locale("papers.name"))</a></p></div>
    \(legend(board, path, locale))
    \(keyToMarks(locale))
    \(intakeLink(board, path, locale))
    <div class="board">
    <div class="song paper" lang="zh-CN">\(paper(board, path, viewer, locale))</div>
    </div>
    \(meetingFacts(board.facts, locale))
    """
  return layout("\(title)", .meetings, viewer, locale, wide: true, body)
}

/// The counts as links that light what they count; the units as links too.
private func legend(_ board: MeetingBoard, _ path: String, _ locale: Locale) -> HTML {
  let units = board.units.map { unit -> HTML in
    let current = unit.id == board.filter.unit
    return "<a href=\"\(url: "\(path)?unit=\(unit.id.text)")\"\(" aria-current=\"true\"", if: current)>\(unit.name)</a>"
  }
  let isFiltered = board.filter != BoardFilter()
  return """
    <div class="legend">\(standingCounts(board.counts, meeting: path, locale, lit: board.filter.standing))
    <p class="none"><span aria-hidden="true">–</span> <span class="figure">\(board.noAction)</span> \
    \(locale("standing.no_action"))</p>
    <p class="filter">\(locale("meeting.only")) \(units.joined(" ")) \
    \("<a href=\"\(url: path)\">\(locale("meeting.show_all"))</a>", if: isFiltered)</p></div>
    """
}

private func intakeLink(_ board: MeetingBoard, _ path: String, _ locale: Locale) -> HTML {
  guard board.undecided > 0 else { return "" }
  return """
    <p class="notice"><a href="\(url: path + "/intake")">\(locale.count("meetings.undecided", board.undecided))</a></p>
    """
}

/// The clause's strip stands beneath its paragraph in the source, so that a phone shows it there.
private func paper(_ board: MeetingBoard, _ path: String, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let clauses = Dictionary(board.clauses.map { ($0.index, $0) }, uniquingKeysWith: { first, _ in first })
  let hint: HTML =
    "<aside class=\"hand hint\" lang=\"\(locale.language.rawValue)\"><p>\(locale("meeting.point"))</p></aside>"
  let text = bulletinParagraphs(board.text) { words, index, isFirst in
    guard let clause = clauses[index] else { return words }
    return clauseLink(clause, words, isFirst, inHand: board.hand?.index == index, board, path, locale)
  } after: { begun in
    guard let hand = board.hand, begun.contains(hand.index) else { return "" }
    return clauseInHand(hand, viewer, locale)
  }
  return board.hand == nil ? text + hint : text
}

private func clauseLink(
  _ clause: BoardClause, _ words: HTML, _ isFirst: Bool, inHand: Bool, _ board: MeetingBoard, _ path: String,
  _ locale: Locale
) -> HTML {
  let (state, sign, word) = signs(clause, locale)
  let persons: HTML = "<span class=\"tag persons\" lang=\"\(locale.language.rawValue)\">\(locale("tag.persons"))</span>"
  let before: HTML = """
    <span class="shape" aria-hidden="true">\(sign)</span><span class="unseen">\(word) </span>\
    \(persons, if: clause.isAboutPersons)
    """
  return """
    <a\(" id=\"clause-\(clause.index)\"", if: isFirst) class="clause \(state)\(" dim", if: !clause.isLit)\
    \(" in-hand", if: inHand)" href="\(url: clausePath(clause.index, board.filter, path))">\
    \(before, if: isFirst)\(words)</a>
    """
}

private func clausePath(_ index: Int, _ filter: BoardFilter, _ path: String) -> String {
  var query = "clause=\(index)"
  if let standing = filter.standing { query += "&standing=\(standing.rawValue)" }
  if let unit = filter.unit { query += "&unit=\(unit.text)" }
  return "\(path)?\(query)#hand"
}

private func signs(_ clause: BoardClause, _ locale: Locale) -> (state: HTML, sign: HTML, word: HTML) {
  switch clause.state {
  case .matter(_, let standing): (standing.pigment, standing.shape, locale.name(standing))
  case .noAction: ("no_action", "–", locale("standing.no_action"))
  case .elsewhere: ("elsewhere", "·", locale("people.elsewhere"))
  case .undecided: ("undecided", "?", locale.name(IntakeState.undecided))
  }
}
