package import Directory
import Duties
package import Ground
import Packs
import Storage
import Subjects

extension Office {
  /// A unit's missed windows in a month; nil where the person looking may not open its board, the month is out of reach
  /// or there is no such duty.
  ///
  /// - Parameters:
  ///   - unit: nil: the one of the person looking.
  ///   - month: any day of it; nil: this month.
  ///   - duty: the code of the one that is opened; nil: none.
  ///   - skipping: behind how many the list begins.
  package func missedBoard(
    of unit: UnitID? = nil, month: CivilDate? = nil, duty: String? = nil, show: MissedShow? = nil, skipping: Int = 0,
    limit: Int = 50, for viewer: Officer
  ) async throws(Refusal) -> MissedBoard? {
    try await answer { (asking) throws(StorageError) in
      let reach = DutyMonth.reach(around: asking.today)
      let day = month ?? asking.today
      guard reach.contains(day), let month = DutyMonth.days(of: day) else { return nil }
      return try asking.missedBoard(
        of: unit ?? viewer.unit, month, reach, duty: duty, show: show, skipping: min(max(0, skipping), 10_000_000),
        limit: limit, for: viewer)
    }
  }
}

extension Asking {
  fileprivate func missedBoard(
    of id: UnitID, _ month: DayRange, _ reach: DayRange, duty: String?, show: MissedShow?, skipping: Int, limit: Int,
    for viewer: Officer
  ) throws(StorageError) -> MissedBoard? {
    guard let owner = directory.units[id] else { return nil }
    let units = unitsWithCalendars(for: viewer)
    guard id == viewer.unit || units.contains(where: { $0.id == id }) else { return nil }
    let isNothing = directory.scope(of: viewer) == .nothing
    var owed = OwedByUnits(
      units: isNothing ? [] : directory.circle(of: id), book: try pacing(near: month).book,
      counting: DutyCounting(directory), directory: directory)
    let (tables, store) = (FieldTables(session, district), CountStore(session, district))
    let sums = try owed.sums(month, tables, store, today: today)
    let lines = sums.sorted { $0.key < $1.key }.map { code, sum in
      MissedLine(
        duty: code, title: dutyTitle(code), owed: sum.owed, done: sum.done, reasons: ReasonCount.all(sum.reasons),
        open: sum.open)
    }
    var opened: MissedList?
    if let duty {
      guard let rule = packs.work.duties[duty], rule.checksOn == nil else { return nil }
      opened = try missedList(
        rule, try missed(duty, of: id, in: month, &owed), show: show, skipping: skipping, limit: limit, unit: id,
        for: viewer)
    }
    return MissedBoard(
      unit: name(owner), units: units.map(name), month: month, reach: reach, lines: lines, opened: opened)
  }

  /// What was missed of a duty on some days of the past, each with the reason that was given.
  func missed(
    _ duty: String, of unit: UnitID, in days: DayRange
  ) throws(StorageError) -> [(hit: OwedByUnits.Hit, stated: StatedReason?)] {
    var owed = OwedByUnits(
      units: directory.circle(of: unit), book: try pacing(near: days).book, counting: DutyCounting(directory),
      directory: directory)
    return try missed(duty, of: unit, in: days, &owed)
  }

  private func missed(
    _ duty: String, of unit: UnitID, in days: DayRange, _ owed: inout OwedByUnits
  ) throws(StorageError) -> [(hit: OwedByUnits.Hit, stated: StatedReason?)] {
    // What may still be done today is not missed.
    guard let over = DayRange(days.first, min(days.last, today.adding(days: -1))) else { return [] }
    let reasons = try WindowReasonStore(session, district).reasons(on: over)[duty] ?? [:]
    return try owed.missed(duty, in: over, FieldTables(session, district), CountStore(session, district))
      .map { ($0, reasons[$0.missed]) }
  }

  private func missedList(
    _ rule: DutyRule, _ all: [(hit: OwedByUnits.Hit, stated: StatedReason?)], show: MissedShow?, skipping: Int,
    limit: Int, unit: UnitID, for viewer: Officer
  ) throws(StorageError) -> MissedList {
    let shown = all.filter { hit, stated in
      show.map { ($0 == .explained) == (stated != nil) } ?? true
    }
    let page = shown.dropFirst(skipping).prefix(limit)
    let known = try SubjectStore(session, district).load(Set(page.map(\.hit.id)))
    let windows = page.compactMap { hit, stated -> SubjectWindow? in
      guard let subject = known[hit.id], sees(subject, viewer) else { return nil }
      return SubjectWindow(
        subject: row(subject), duty: rule.title, first: hit.window.first, last: hit.window.last,
        times: hit.window.times, done: hit.done, reason: stated.map(given))
    }
    let telling: MissedList.Telling? =
      if viewer.isUnitOfficer && viewer.unit == unit { .own } else if viewer.roles.contains(.coordinator) {
        .forUnit
      } else { nil }
    return MissedList(
      duty: rule.code, title: rule.title, show: show, count: shown.count, windows: windows,
      next: skipping + limit < shown.count ? skipping + limit : nil, unexplained: all.count { $0.stated == nil },
      mayExplain: telling, hasHomes: rule.subjects.contains { packs.work.subjectTypes[$0]?.isHome ?? false })
  }

  func given(_ stated: StatedReason) -> SubjectWindow.Given {
    SubjectWindow.Given(reason: stated.reason, unit: unit(stated.unit), recordedFor: stated.recordedFor)
  }

  /// The reason for a window that was missed and has one.
  func reason(for hit: OwedByUnits.Hit, _ reasons: [MissedWindow: StatedReason]?) -> SubjectWindow.Given? {
    guard !hit.isDone, hit.window.last < today else { return nil }
    return reasons?[hit.missed].map(given)
  }

  /// How the windows of a duty that somebody named stand; those that no subject owes are not among them.
  func facts(
    of rule: DutyRule, _ windows: [MissedWindow]
  ) throws(StorageError) -> [MissedWindow: WindowFact] {
    guard let first = windows.map(\.last).min(), let last = windows.map(\.last).max(), first <= last,
      first.days(until: last) <= WindowReasonLimit.daysBack,
      first.days(until: today) <= WindowReasonLimit.daysBack, let days = DayRange(first, last)
    else { return [:] }
    let planned = try pacing(near: days).book.plan(in: days) { days.contains($0.last) }.filter { $0.duty == rule.code }
    let spans = planned.flatMap(\.windows)
    guard let from = spans.map(\.first).min(), let through = spans.map(\.last).max(),
      let span = DayRange(from, through)
    else { return [:] }
    let named = Set(windows.map(\.subject))
    let subjects = try SubjectStore(session, district).load(named)
    let visits = try CountStore(session, district).rounds([rule.checklist], at: named, on: span)[rule.checklist] ?? []
    let rounds = Dictionary(visits.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let stated = try WindowReasonStore(session, district).reasons(on: days)[rule.code] ?? [:]
    var counting = DutyCounting(directory)
    var facts: [MissedWindow: WindowFact] = [:]
    for window in windows {
      guard let subject = subjects[window.subject] else { continue }
      let counted = CountedSubject(subject)
      guard let duty = planned.first(where: { $0.falls(on: counted, in: directory) }),
        let days = duty.windows.first(where: {
          $0.first == window.first && $0.last == window.last && $0.isOwed(by: counted)
        })
      else { continue }
      facts[window] = WindowFact(
        name: subject.details.name.shown, owners: duty.holders(of: counted, in: directory).map(\.unit),
        isOver: window.last < today,
        isDone: rounds[subject.id].map { counting.isDone(duty, days, $0) } ?? false,
        isHome: packs.work.subjectTypes[subject.type]?.isHome ?? false, stated: stated[window])
    }
    return facts
  }
}
