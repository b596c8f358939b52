import Directory
import Ground
package import Operations

/// `GET /`, everybody logged in: the one sentence, the loop, my turn, others' turn, what is late where, what changed.
package func homePage(_ day: MyDay, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let title = locale("nav.home")
  guard day.headline != .empty else {
    let first: HTML = "<p><a class=\"button\" href=\"/meetings/new\">\(locale("home.first_bulletin"))</a></p>"
    let body: HTML = """
      <h1 class="headline">\(locale("home.empty"))</h1>
      \(periodTurns(day.periods, viewer, locale))
      \(intake(day.intake, viewer, locale))
      \(emptyState(locale("home.empty_next"), action: viewer.has(.coordinator) ? first : ""))
      """
    return layout(title, .home, viewer, locale, body)
  }
  guard day.headline != .outOfSight else { return withoutMatters(viewer, locale) }
  let body: HTML = """
    <h1 class="headline">\(headline(day, viewer, locale))</h1>
    \(messages(viewer, locale))
    \(loopPicture(day, locale))
    \(nextMeeting(day, viewer, locale))
    \(openInstructions(day.instructions, locale))
    \(reportsOwed(day.reportsOwed, viewer, locale))
    \(periodicOwed(day.periodicOwed, viewer, locale))
    \(periodTurns(day.periods, viewer, locale))
    <div class="columns"><div>\(mine(day, viewer, locale))\(changes(day.changes, viewer, locale))</div>
    <div>\(lateUnits(day.late, locale))\(theirs(day, viewer, locale))</div></div>
    \(keyToMarks(locale))
    """
  return layout(title, .home, viewer, locale, wide: true, body)
}

/// What one was told and has not opened.
private func messages(_ viewer: Viewer, _ locale: Locale) -> HTML {
  guard viewer.newMessages > 0 else { return "" }
  return
    "<p class=\"next-meeting\"><a href=\"/messages\">\(locale.count("messages.new_count", viewer.newMessages))</a></p>"
}

private func mine(_ day: MyDay, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let isCut = day.myTurn.count == MyDay.shown
  let rows: HTML =
    day.myTurn.isEmpty && !day.intake.isEmpty
    ? "" : turns(day.myTurn, isMine: true, empty: "home.my_turn_none", viewer, locale)
  return """
    <section aria-labelledby="mine"><h2 id="mine">\(locale("home.my_turn")) \
    <span class="count">\(day.myTurn.count + day.intake.count)\("+", if: isCut)</span></h2>
    \(intake(day.intake, viewer, locale))
    \(rows)<p><a href="/waits">\(locale("home.all_waits"))</a></p></section>
    """
}

private func theirs(_ day: MyDay, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let isCut = day.othersTurn.count == MyDay.othersShown
  return """
    <section aria-labelledby="theirs"><h2 id="theirs">\(locale("home.others_turn")) \
    <span class="count">\(day.othersTurn.count)\("+", if: isCut)</span></h2>
    \(turns(day.othersTurn, isMine: false, empty: "home.others_turn_none", viewer, locale))
    \("<p><a href=\"/matters\">\(locale("home.all_matters"))</a></p>", if: isCut)</section>
    """
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
    \(messages(viewer, locale))
    \(emptyState(locale("people.no_matters_next"), action: way))
    """)
}

/// When and where the next meeting is; for the office, where to call it.
private func nextMeeting(_ day: MyDay, _ viewer: Viewer, _ locale: Locale) -> HTML {
  if let called = day.nextMeeting {
    let when: HTML = "\(locale.day(called.day, seenOn: viewer.today)) \(called.time ?? "") · \(called.place)"
    let title: HTML =
      day.sitting.map { "<a href=\"\(url: sittingPath($0))\">\(called.title)</a>" } ?? "\(called.title)"
    return "<p class=\"next-meeting\">\(locale("home.next_meeting")) <strong>\(title)</strong> · \(when)</p>"
  }
  guard viewer.has(.coordinator) else { return "" }
  return """
    <p class="next-meeting">\(locale("home.no_next_meeting")) \
    <a href="/sittings#call-next">\(locale("home.call_meeting"))</a></p>
    """
}

/// Instructions that were conveyed and have come to nothing yet.
private func openInstructions(_ turns: [InstructionTurn], _ locale: Locale) -> HTML {
  guard !turns.isEmpty else { return "" }
  let items = turns.map { turn -> HTML in
    """
    <li><a href="\(url: sittingPath(turn.sitting) + "#instruction-\(turn.number)")">\(locale("home.instruction"))</a> \
    \(turn.source) · \(turn.sitting.title)</li>
    """
  }
  return "<ul class=\"changes\">\(items)</ul>"
}

/// What the own unit owes to a meeting.
private func reportsOwed(_ owed: [ReportOwed], _ viewer: Viewer, _ locale: Locale) -> HTML {
  guard !owed.isEmpty else { return "" }
  let items = owed.map { report -> HTML in
    """
    <li><a href="\(url: "\(sittingPath(report.sitting))/reports/\(report.unit)")">\(locale("home.report_owed"))</a> \
    \(report.sitting.title) · \(dueText(report.due, viewer, locale))</li>
    """
  }
  return "<ul class=\"changes\">\(items)</ul>"
}

/// On which matters the own unit owes a regular report: one click where nothing is new.
private func periodicOwed(_ owed: [PeriodicOwed], _ viewer: Viewer, _ locale: Locale) -> HTML {
  guard !owed.isEmpty else { return "" }
  let items = owed.map { report -> HTML in
    let form = Form("unchanged-\(report.row.matter.id.text)", viewer, locale)
    let path = matterPath(report.row.matter)
    return """
      <li class="\(report.row.standing.pigment)">
      <p class="what"><a href="\(url: path + "#act-progress")">\(report.row.text)</a></p>
      <p class="about"><span class="number">\(report.row.matter.number)</span> \(locale.name(report.cycle)) · \
      \(dueText(report.by, viewer, locale))</p>
      <div class="act">\(form.wrap(action: path + "/unchanged", version: report.version, form.button(locale.name(MatterAct.unchanged))))</div>
      </li>
      """
  }
  return """
    <section aria-labelledby="periodic"><h2 id="periodic">\(locale("home.periodic")) \
    <span class="count">\(owed.count)\("+", if: owed.count == MyDay.shown)</span></h2>
    <ol class="turns">\(items)</ol></section>
    """
}

private func headline(_ day: MyDay, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let ofUnit = day.ofUnit.map { "&unit=\($0)" } ?? ""
  let worst: HTML =
    switch day.headline {
    case .empty, .outOfSight: ""
    case .overdue(let n, let unit, let its): overdue(n, unit, its, ofUnit, locale)
    case .waitingForMe(let n): locale.count("home.waiting", n)
    case .nearDue(let n): "<a href=\"/matters?standing=near_due\(ofUnit)\">\(locale.count("home.near_due", n))</a>"
    case .allOnTime(0): locale("home.none_open")
    case .allOnTime(let n): locale.count("home.on_time", n)
    }
  return worst
    + (day.nextMeeting.map { called in
      let days = viewer.today.days(until: called.day)
      return days == 0 ? locale("home.meeting_today") : locale.count("home.meeting_in", days)
    } ?? "")
}

private func overdue(_ n: Int, _ unit: UnitName, _ its: Int, _ ofUnit: String, _ locale: Locale) -> HTML {
  let words =
    n == its
    ? locale.count("home.overdue", n, ["unit": "\(unit.name)"])
    : locale("home.overdue_most", ["n": "\(n)", "unit": "\(unit.name)", "its": "\(its)"])
  return "<a href=\"/matters?standing=overdue\(ofUnit)\">\(words)</a>"
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
      \(turn.by.map { by(turn, $0, viewer, locale) } ?? dueText(row.due, viewer, locale)) · \(locale("home.since", ["day": since]))\
      \(turn.concerns.map { " · \(locale.name($0))" as HTML })</p>
      \("<a class=\"act\" href=\"\(url: link)\">\(locale.name(turn.act))</a>", if: isMine)\
      \("<p class=\"waits\">\(waits)</p>", if: !isMine)
      </li>
      """
  }
  return "<ol class=\"turns\">\(items)</ol>"
}

/// By when the act itself is to be done, whatever day the matter is due on.
private func by(_ turn: TurnRow, _ due: DueLine, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let how = turn.wait.map { " \(waitLink(turn.row.matter, $0.kind, $0.unit, due.day, locale))" as HTML }
  return "\(locale("home.act_by", ["act": locale.name(turn.act), "due": dueText(due, viewer, locale)]))\(how)"
}

/// Where matters are overdue and whose turn it is: the unit's, or a verifier's once the unit has submitted.
private func lateUnits(_ late: [LateUnit], _ locale: Locale) -> HTML {
  guard !late.isEmpty else { return "" }
  let items = late.map { line -> HTML in
    let (theirs, verifiers) = (line.overdue - line.submitted, line.submitted)
    let whose: [HTML] =
      (theirs > 0 ? [locale.count("home.turn_unit", theirs)] : [])
      + (verifiers > 0 ? [locale.count("home.turn_verifier", verifiers)] : [])
    return """
      <li class="overdue"><span class="mark">\(shape(.overdue))<a class="figure" \
      href="\(url: "/matters?standing=overdue&unit=\(line.unit.id.text)")">\(line.overdue)</a></span> \
      \(unitLink(line.unit)) <span class="whose">\(locale.list(whose))</span></li>
      """
  }
  return """
    <section aria-labelledby="late"><h2 id="late">\(locale("home.late"))</h2><ul class="late-units">\(items)</ul></section>
    """
}

private func changes(_ changes: Changes, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let items = changes.rows.map { change -> HTML in
    let acts = change.acts.suffix(4).map { lastAct($0, viewer, locale) }
    return """
      <li class="\(change.row.standing.pigment)"><p class="what">\(shape(change.row.standing))\
      <a href="\(url: matterPath(change.row.matter))">\(change.row.text)</a></p>
      <p class="about"><span class="number">\(change.row.matter.number)</span> \(change.row.lead.name) · \
      \(acts.joined(" → "))</p></li>
      """
  }
  let since =
    changes.since.map { locale("home.changes_since", ["moment": locale.moment($0, seenOn: viewer.today)]) }
    ?? locale("home.changes_first")
  return """
    <section aria-labelledby="changes"><h2 id="changes">\(locale("home.changes"))</h2>
    <p class="about">\(since)</p>
    \(items.isEmpty ? emptyState(locale("home.changes_none")) : "<ol class=\"changes\">\(items)</ol>")</section>
    """
}
