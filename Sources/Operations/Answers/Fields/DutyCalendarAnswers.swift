package import Directory
import Duties
import Formats
package import Ground
import Packs
import Storage
import Subjects

extension Office {
  /// The duty calendar of a unit; nil where the person looking may not open it, or the month is out of reach.
  ///
  /// - Parameters:
  ///   - unit: nil: the one of the person looking.
  ///   - month: any day of it; nil: this month.
  ///   - day: whose windows are listed; nil: none.
  ///   - skipping: behind how many the list begins.
  package func dutyCalendar(
    of unit: UnitID? = nil, month: CivilDate? = nil, day: CivilDate? = nil, skipping: Int = 0, limit: Int = 50,
    for viewer: Officer
  ) async throws(Refusal) -> DutyCalendar? {
    try await answer { (asking) throws(StorageError) in
      try asking.dutyCalendar(
        of: unit ?? viewer.unit, month: month ?? day ?? asking.today, day: day,
        skipping: min(max(0, skipping), 10_000_000), limit: limit, for: viewer)
    }
  }

  /// The month's last days as an iCalendar file (RFC 5545), one entry a day that names counts and the unit and no subject:
  /// calendars are often kept outside the house.
  ///
  /// - Parameter address: of the site, e.g. `https://bihuan.example`.
  package func dutyCalendarFile(
    of unit: UnitID?, month: CivilDate?, address: String, _ language: Language, for viewer: Officer
  ) async throws(Refusal) -> PaperFile? {
    let now = now
    return try await weigh { asking in
      guard
        let calendar = try asking.dutyCalendar(
          of: unit ?? viewer.unit, month: month ?? asking.today, day: nil, skipping: 0, limit: 0, for: viewer)
      else { return nil }
      let owner = calendar.unit
      let events = calendar.days.filter { $0.owed > 0 }.map { day -> CalendarEvent in
        let said = Bilingual(
          "\(owner.name) 检查到期\(day.owed)项，已查\(day.done)项",
          "\(owner.name): \(day.owed) inspection windows end, \(day.done) done")
        var event = CalendarEvent(
          uid: "duties-\(owner.id)-\(day.day.iso)@\(asking.district)", stamp: now,
          when: .days(day.day, through: day.day), summary: said[language])
        event.link = "\(address)/duties?unit=\(owner.id)&day=\(day.day.iso)"
        return event
      }
      let name = Bilingual("\(owner.name) 检查职责日历", "\(owner.name): duty calendar")[language]
      let month = calendar.month.first.iso.prefix(7)
      do throws(Problem) {
        return PaperFile(
          name: "\(safe(name)) \(month).ics", type: "text/calendar; charset=utf-8",
          bytes: try CalendarFile(method: .publish, name: name, events: events).bytes())
      } catch { throw Refusal([error]) }
    }
  }
}

extension Asking {
  fileprivate func dutyCalendar(
    of id: UnitID, month day: CivilDate, day opened: CivilDate?, skipping: Int, limit: Int, for viewer: Officer
  ) throws(StorageError) -> DutyCalendar? {
    let reach = DutyMonth.reach(around: today)
    guard reach.contains(day), let month = DutyMonth.days(of: day), let owner = directory.units[id] else { return nil }
    let units = unitsWithCalendars(for: viewer)
    // Whoever sees no subject owes none either, and is told so.
    guard id == viewer.unit || units.contains(where: { $0.id == id }) else { return nil }
    let isNothing = directory.scope(of: viewer) == .nothing
    var owed = OwedByUnits(
      units: isNothing ? [] : directory.circle(of: id), book: try pacing(near: month).book,
      counting: DutyCounting(directory))
    let (days, running) = try owed.month(month, FieldTables(session, district), CountStore(session, district))
    var list: DutyDayList?
    if let opened {
      guard month.contains(opened) else { return nil }
      let hits = try owed.hits(on: opened, FieldTables(session, district), CountStore(session, district))
      list = try dayList(opened, hits, skipping: skipping, limit: limit, for: viewer)
    }
    return DutyCalendar(
      unit: name(owner), units: units.map(name), month: month, days: days, running: running, opened: list, reach: reach)
  }

  private func unitsWithCalendars(for viewer: Officer) -> [Unit] {
    let own = directory.unitsInSight(of: viewer)
    return directory.responsibleUnits.filter { own?.contains($0.id) ?? true }
  }

  private func dayList(
    _ day: CivilDate, _ hits: [OwedByUnits.Hit], skipping: Int, limit: Int, for viewer: Officer
  ) throws(StorageError) -> DutyDayList {
    let page = hits.dropFirst(skipping).prefix(limit)
    let known = try SubjectStore(session, district).load(Set(page.map(\.id)))
    let windows = page.compactMap { hit -> SubjectWindow? in
      guard let subject = known[hit.id], sees(subject, viewer) else { return nil }
      return SubjectWindow(
        subject: row(subject), duty: packs.work.duties[hit.duty]?.title ?? Bilingual(hit.duty, hit.duty),
        first: hit.window.first, last: hit.window.last, times: hit.window.times, done: hit.done)
    }
    return DutyDayList(
      day: day, count: hits.count, windows: windows, next: skipping + limit < hits.count ? skipping + limit : nil)
  }
}

private enum DutyMonth {
  static func days(of day: CivilDate) -> DayRange? {
    CivilDate(year: day.year, month: day.month, day: 1).flatMap { DayRange($0, day.endOfMonth) }
  }

  /// Two years back and one ahead: so far a plan says something.
  static func reach(around today: CivilDate) -> DayRange {
    DayRange(today.adding(days: -731), today.adding(days: 366)) ?? DayRange(today)
  }
}

/// Counts what falls on some units. What is owed is counted over groups of subjects, what was done over visited subjects
/// alone, as reports count it; of a joint duty only these units' own part counts here.
private struct OwedByUnits {
  let units: Set<UnitID>
  let book: DutyBook
  var counting: DutyCounting

  struct Hit {
    let id: SubjectID
    let duty: String
    let window: PlannedWindow
    let done: Int
  }

  mutating func month(
    _ month: DayRange, _ tables: FieldTables, _ store: CountStore
  ) throws(StorageError) -> (days: [DutyDay], running: Int) {
    var days = (0..<month.count).map { DutyDay(day: month.first.adding(days: $0)) }
    var running = 0
    guard !units.isEmpty, let ending = FieldPlan(from: month.first, to: month.last.adding(days: 1), book: book) else {
      return (days, 0)
    }
    let duties = book.plan(in: month)
    let groups = Dictionary(
      grouping: try store.groups(of: Set(duties.map(\.type)).sorted()), by: { $0.subject.type })
    let rounds = try tables.rounds(ending)
    for duty in duties {
      let owing = (groups[duty.type] ?? []).filter { falls(duty, on: $0.subject) }
      guard !owing.isEmpty else { continue }
      let visited = (rounds[duty.checklist] ?? []).filter { falls(duty, on: $0.subject) }
      for window in duty.windows {
        let owed = owing.reduce(0) { window.isOwed(by: $1.subject) ? $0 + $1.count : $0 }
        guard owed > 0 else { continue }
        if month.contains(window.first) { days[month.first.days(until: window.first)].opens += owed }
        if month.contains(window.last) {
          let place = month.first.days(until: window.last)
          days[place].owed += owed
          for rounds in visited where window.isOwed(by: rounds.subject) && isDone(duty, window, rounds) {
            days[place].done += 1
          }
        } else if window.first < month.first {
          running += owed
        }
      }
    }
    return (days, running)
  }

  /// The windows that end on a day one by one, those not done first.
  mutating func hits(
    on day: CivilDate, _ tables: FieldTables, _ store: CountStore
  ) throws(StorageError) -> [Hit] {
    guard !units.isEmpty, let plan = FieldPlan(from: day, to: day.adding(days: 1), book: book) else { return [] }
    let rounds = try tables.rounds(plan).mapValues { rounds in
      Dictionary(rounds.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
    let subjects = Dictionary(
      grouping: try store.subjects(of: Set(plan.duties.map(\.type)).sorted(), with: units), by: { $0.subject.type })
    var hits: [Hit] = []
    for duty in plan.duties {
      for (id, subject) in subjects[duty.type] ?? [] where falls(duty, on: subject) {
        for window in duty.windows where window.isOwed(by: subject) {
          let done = rounds[duty.checklist]?[id].map { times(duty, window, $0) } ?? 0
          hits.append(Hit(id: id, duty: duty.duty, window: window, done: done))
        }
      }
    }
    return hits.sorted { left, right in
      let (a, b) = (left.done >= left.window.times ? 1 : 0, right.done >= right.window.times ? 1 : 0)
      return (a, left.duty, left.id) < (b, right.duty, right.id)
    }
  }

  private func falls(_ duty: PlannedDuty, on subject: CountedSubject) -> Bool {
    duty.falls(on: subject) && !roles(duty, subject).isEmpty
  }

  private func roles(_ duty: PlannedDuty, _ subject: CountedSubject) -> [DutyRule.UnitRole] {
    duty.roles.filter { subject.unit($0).map(units.contains) ?? false }
  }

  private mutating func isDone(_ duty: PlannedDuty, _ window: PlannedWindow, _ rounds: SubjectRounds) -> Bool {
    times(duty, window, rounds) >= window.times
  }

  private mutating func times(_ duty: PlannedDuty, _ window: PlannedWindow, _ rounds: SubjectRounds) -> Int {
    guard duty.isJoint else { return counting.times(duty, window, rounds) }
    let own = PlannedDuty(
      duty: duty.duty, type: duty.type, field: duty.field, checklist: duty.checklist, conditions: duty.conditions,
      roles: roles(duty, rounds.subject), isJoint: true, windows: [])
    return counting.times(own, window, rounds)
  }
}
