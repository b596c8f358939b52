import Directory
import Ground
package import Operations

/// `GET /`, everybody logged in: the one sentence, my turn, others' turn, the loop.
package func homePage(_ day: MyDay, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let title = locale("nav.home")
  guard day.headline != .empty else {
    let first: HTML = "<p><a class=\"button\" href=\"/meetings/new\">\(locale("home.first_bulletin"))</a></p>"
    let body: HTML = """
      <h1 class="headline">\(locale("home.empty"))</h1>
      \(intake(day.intake, viewer, locale))
      \(emptyState(locale("home.empty_next"), action: viewer.has(.coordinator) ? first : ""))
      """
    return layout(title, .home, viewer, locale, body)
  }
  guard day.headline != .outOfSight else { return withoutMatters(viewer, locale) }
  let isIdle = day.myTurn.isEmpty && day.intake.isEmpty
  let mine: HTML =
    day.myTurn.isEmpty && !isIdle
    ? "" : turns(day.myTurn, isMine: true, empty: "home.my_turn_none", viewer, locale)
  let body: HTML = """
    <h1 class="headline">\(headline(day, viewer, locale))</h1>
    <div class="columns">
    <section aria-labelledby="mine"><h2 id="mine">\(locale("home.my_turn")) <span class="count">\(day.myTurn.count + day.intake.count)</span></h2>
    \(intake(day.intake, viewer, locale))
    \(mine)</section>
    <section aria-labelledby="theirs"><h2 id="theirs">\(locale("home.others_turn")) \
    <span class="count">\(day.othersTurn.count)</span></h2>
    \(turns(day.othersTurn, isMine: false, empty: "home.others_turn_none", viewer, locale))</section>
    </div>
    \(loop(day, viewer, locale))
    """
  return layout(title, .home, viewer, locale, body)
}

/// An administrator keeps people and settings; no matter waits there.
private func withoutMatters(_ viewer: Viewer, _ locale: Locale) -> HTML {
  let way: HTML = """
    <p><a class="button" href="/directory">\(locale("nav.directory"))</a> \
    <a href="/permissions">\(locale("people.permissions"))</a></p>
    """
  return layout(
    locale("nav.home"), .home, viewer, locale,
    """
    <h1 class="headline">\(locale("people.no_matters"))</h1>
    \(emptyState(locale("people.no_matters_next"), action: way))
    """)
}

private func headline(_ day: MyDay, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let worst: HTML =
    switch day.headline {
    case .empty, .outOfSight: ""
    case .overdue(let n, let unit):
      "<a href=\"/matters?standing=overdue\">\(locale.count("home.overdue", n, ["unit": "\(unit.name)"]))</a>"
    case .waitingForMe(let n): locale.count("home.waiting", n)
    case .nearDue(let n): "<a href=\"/matters?standing=near_due\">\(locale.count("home.near_due", n))</a>"
    case .allOnTime(0): locale("home.none_open")
    case .allOnTime(let n): locale.count("home.on_time", n)
    }
  guard let next = day.nextMeeting else { return worst }
  let days = viewer.today.days(until: next.day)
  return worst + (days == 0 ? locale("home.meeting_today") : locale.count("home.meeting_in", days))
}

/// The bulletins whose requirements wait for the person looking.
private func intake(_ turns: [IntakeTurn], _ viewer: Viewer, _ locale: Locale) -> HTML {
  guard !turns.isEmpty else { return "" }
  let items = turns.map { turn -> HTML in
    let path = "/meetings/\(turn.meeting.id.text)/intake"
    let act = turn.isApproval ? locale("home.approve") : locale("home.decide")
    return """
      <li class="under-way">
      <p class="what"><a href="\(url: path)">\(turn.meeting.title)</a></p>
      <p class="about">\(locale.shortDay(turn.meeting.day, seenOn: viewer.today)) · \
      \(locale.count("home.undecided", turn.undecided))</p>
      <a class="act" href="\(url: path)">\(act)</a>
      </li>
      """
  }
  return "<ol class=\"turns\">\(items)</ol>"
}

/// Oldest first; each row names the one act it needs: mine as a link to it, another's as what is waited for.
private func turns(_ rows: [TurnRow], isMine: Bool, empty: String, _ viewer: Viewer, _ locale: Locale) -> HTML {
  guard !rows.isEmpty else { return emptyState(locale(empty)) }
  let items = rows.map { turn -> HTML in
    let row = turn.row
    let since = locale.shortDay(turn.since, seenOn: viewer.today)
    let link = matterPath(row.matter) + "#act-" + turn.act.rawValue
    let waits = locale("home.waits_for", ["unit": "\(row.lead.name)", "act": locale.name(turn.act)])
    return """
      <li class="\(row.standing.pigment)">
      <p class="what"><a href="\(url: matterPath(row.matter))">\(row.text)</a></p>
      <p class="about">\(mark(row.standing, locale)) <span class="number">\(row.matter.number)</span> \(row.lead.name) · \
      \(dueText(row.due, viewer, locale)) · \(locale("home.since", ["day": since]))</p>
      \("<a class=\"act\" href=\"\(url: link)\">\(locale.name(turn.act))</a>", if: isMine)\
      \("<p class=\"waits\">\(waits)</p>", if: !isMine)
      </li>
      """
  }
  return "<ol class=\"turns\">\(items)</ol>"
}

/// The loop drawn once, each phase a link to its matters.
private func loop(_ day: MyDay, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let steps: [(String, HTML, Int)] = [
    ("assigned", locale("home.loop_issued"), day.loop.assigned),
    ("underway", locale("home.loop_underway"), day.loop.underway),
    ("submitted", locale("home.loop_submitted"), day.loop.submitted),
    ("closed", locale("home.loop_closed"), day.loop.closed),
  ]
  let items = steps.map { step -> HTML in
    "<li><a href=\"/matters?phase=\(step.0)\"><span class=\"figure\">\(step.2)</span> \(step.1)</a></li>"
  }
  let last = day.lastMeeting.map { meeting -> HTML in
    """
    <p>\(locale("home.last_meeting")) <a href="\(url: meetingPath(meeting))">\(meeting.title)</a> \
    \(locale.day(meeting.day, seenOn: viewer.today)) · <a href="\(url: meetingPath(meeting) + "/report")">\
    \(locale("report.name"))</a></p>
    """
  }
  return """
    <section class="loop" aria-labelledby="loop"><h2 id="loop">\(locale("home.loop"))</h2>
    <ol>\(items)</ol>\(last)</section>
    """
}
