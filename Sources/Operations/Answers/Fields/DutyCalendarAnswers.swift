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
      counting: DutyCounting(directory), directory: directory)
    let (days, running) = try owed.month(
      month, FieldTables(session, district), CountStore(session, district), today: today)
    var list: DutyDayList?
    if let opened {
      guard month.contains(opened) else { return nil }
      let hits = try owed.hits(on: opened, FieldTables(session, district), CountStore(session, district))
      list = try dayList(opened, hits, skipping: skipping, limit: limit, for: viewer)
    }
    return DutyCalendar(
      unit: name(owner), units: units.map(name), month: month, days: days, running: running, opened: list, reach: reach)
  }

  func unitsWithCalendars(for viewer: Officer) -> [Unit] {
    let own = directory.unitsInSight(of: viewer)
    return directory.responsibleUnits.filter { own?.contains($0.id) ?? true }
  }

  private func dayList(
    _ day: CivilDate, _ hits: [OwedByUnits.Hit], skipping: Int, limit: Int, for viewer: Officer
  ) throws(StorageError) -> DutyDayList {
    let page = hits.dropFirst(skipping).prefix(limit)
    let known = try SubjectStore(session, district).load(Set(page.map(\.id)))
    let reasons = try WindowReasonStore(session, district).reasons(on: DayRange(day))
    let windows = page.compactMap { hit -> SubjectWindow? in
      guard let subject = known[hit.id], sees(subject, viewer) else { return nil }
      return SubjectWindow(
        subject: row(subject), duty: dutyTitle(hit.duty), first: hit.window.first, last: hit.window.last,
        times: hit.window.times, done: hit.done, reason: reason(for: hit, reasons[hit.duty]))
    }
    return DutyDayList(
      day: day, count: hits.count, windows: windows, next: skipping + limit < hits.count ? skipping + limit : nil)
  }
}

enum DutyMonth {
  static func days(of day: CivilDate) -> DayRange? {
    CivilDate(year: day.year, month: day.month, day: 1).flatMap { DayRange($0, day.endOfMonth) }
  }

  /// Two years back and one ahead: so far a plan says something.
  static func reach(around today: CivilDate) -> DayRange {
    DayRange(today.adding(days: -731), today.adding(days: 366)) ?? DayRange(today)
  }
}
