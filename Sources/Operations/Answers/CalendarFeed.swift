import Directory
import Duties
import Formats
package import Ground
import Matters
import Meetings
import Packs
import Storage

extension Office {
  /// What is due for the officer whose feed this is, and the next meeting, as an iCalendar file (RFC 5545); nil for a secret
  /// that opens no feed.
  ///
  /// Calendars are often kept outside the house: an entry names the register number, the unit and what is due, never the
  /// matter's words.
  ///
  /// - Parameters:
  ///   - address: of the site, e.g. `https://bihuan.example`.
  ///   - limit: how many requests a minute one feed may send.
  package func calendarFeed(
    _ secret: String, address: String, limit: Int, _ language: Language
  ) async throws(Refusal) -> [UInt8]? {
    guard let holder = try await tokenHolder(secret), holder.scope == .calendar else { return nil }
    try await countRequest(with: holder.token, limit: limit)
    let now = now
    let events = try await answer { (asking) throws(StorageError) in
      try asking.events(for: holder.officer, address: address, at: now, language)
    }
    let name = Bilingual("闭环：期限", "Bihuan: due dates")[language]
    do throws(Problem) { return try CalendarFile(method: .publish, name: name, events: events).bytes() } catch {
      throw Refusal([error])
    }
  }
}

extension Asking {
  /// So many of each kind: a phone shows no more.
  private static let most = 200

  fileprivate func events(
    for viewer: Officer, address: String, at now: Instant, _ language: Language
  ) throws(StorageError) -> [CalendarEvent] {
    var events: [CalendarEvent] = []
    func add(_ matter: Matter, _ what: Bilingual, _ code: String, on day: CivilDate) {
      let unit = directory.shownName(of: matter.lead)
      var event = CalendarEvent(
        uid: "\(matter.id)-\(code)@\(district)", stamp: now, when: .days(day, through: day),
        summary: "\(matter.number) \(unit) \(what[language])")
      event.link = "\(address)/matters/\(matter.id)"
      event.categories = [what[language]]
      events.append(event)
    }
    for matter in try dueMatters(of: viewer) {
      if let due = matter.due { add(matter, Bilingual("到期", "due"), "due", on: due.day) }
    }
    for matter in viewer.isUnitOfficer ? try supported(by: viewer.unit) : [] {
      if let due = matter.due { add(matter, Bilingual("配合事项到期", "due, supported"), "support", on: due.day) }
    }
    for shift in try shifts(of: viewer) { events.append(event(of: shift, at: now, address: address, language)) }
    for (kind, what) in Asking.awaited {
      let ofUnit = [.part, .milestone, .measure].contains(kind) ? viewer.unit : nil
      guard asks(viewer, kind) else { continue }
      let lines =
        kind == .lookBack
        ? try lookBacks(for: viewer, limit: Asking.most)
        : try WaitingStore(session, district).lines(kind, unit: ofUnit, limit: Asking.most)
      for wait in lines {
        // Whoever handled it verifies nothing.
        guard covers(wait.matter, viewer), kind != .verification || may(viewer, .close, on: wait.matter) else {
          continue
        }
        if let day = wait.due { add(wait.matter, what, kind.rawValue, on: day) }
      }
    }
    let going = try SittingStore(session, district).going()
    for sitting in going { events.append(event(of: sitting, at: now, address: address)) }
    if going.isEmpty, let meeting = try nextMeeting() {
      events.append(event(of: meeting, "meeting-\(meeting.day.iso)@\(district)", at: now))
    }
    for owed in viewer.isUnitOfficer ? try reportsOwed(by: viewer.unit) : [] {
      let what = Bilingual("向会议汇报", "report to a meeting")[language]
      var event = CalendarEvent(
        uid: "\(owed.sitting.id)-\(owed.unit)@\(district)", stamp: now,
        when: .days(owed.due.day, through: owed.due.day),
        summary: "\(directory.shownName(of: owed.unit)) \(what)")
      event.link = "\(address)/sittings/\(owed.sitting.id)/reports/\(owed.unit)"
      event.categories = [what]
      events.append(event)
    }
    for owed in viewer.isUnitOfficer ? try periodicOwed(by: viewer.unit, limit: Asking.most) : [] {
      let what = Bilingual("应报告进展", "report of progress")[language]
      var event = CalendarEvent(
        uid: "\(owed.row.matter.id)-report-\(owed.by.day.iso)@\(district)", stamp: now,
        when: .days(owed.by.day, through: owed.by.day),
        summary: "\(owed.row.matter.number) \(owed.row.lead.name) \(what)")
      event.link = "\(address)/matters/\(owed.row.matter.id)"
      event.categories = [what]
      events.append(event)
    }
    return events
  }

  private static let awaited: [(Waiting.Kind, Bilingual)] = [
    (.objection, Bilingual("答复异议", "objection to answer")), (.extension, Bilingual("答复延期", "extension to decide")),
    (.verification, Bilingual("应核查", "to be verified")), (.suspension, Bilingual("挂账到期", "suspension ends")),
    (.part, Bilingual("分工到期", "part due")),
    (.milestone, Bilingual("节点到期", "milestone due")), (.measure, Bilingual("应检查管控措施", "interim measure to look at")),
    (.publication, Bilingual("应公示", "to be made public")), (.notice, Bilingual("销号公示", "public notice")),
    (.lookBack, Bilingual("回头看", "look-back")),
  ]

  private func asks(_ viewer: Officer, _ kind: Waiting.Kind) -> Bool {
    switch kind {
    case .part, .milestone, .measure: viewer.isUnitOfficer
    case .verification, .lookBack: viewer.roles.contains { $0 == .verifier || $0 == .coordinator }
    case .objection, .extension, .suspension, .publication, .notice, .concern: viewer.roles.contains(.coordinator)
    }
  }

  /// A unit's officers see what their unit leads, a leader what is in their charge, a coordinator what is due soonest.
  private func dueMatters(of viewer: Officer) throws(StorageError) -> [Matter] {
    let open = Phase.allCases.filter(\.isOpen)
    if viewer.isUnitOfficer {
      return try matters(open, lead: viewer.unit, limit: Asking.most)
    }
    if viewer.roles.contains(.leader) { return try matters(open, leader: viewer.id, limit: Asking.most) }
    if viewer.roles.contains(.coordinator) { return try matters(open, limit: Asking.most) }
    return []
  }

  /// Open matters in which the unit supports another, the soonest due first.
  private func supported(by unit: UnitID) throws(StorageError) -> [Matter] {
    let selection = MatterSelection(phases: Phase.allCases.filter(\.isOpen), supporting: unit)
    return try MatterStore(session, district).page(selection, after: nil, limit: Asking.most)
  }

  /// In which shifts of key periods the officer is on duty or in charge (值班、带班): from a week ago to three months ahead.
  private func shifts(of officer: Officer) throws(StorageError) -> [(period: RegisteredPeriod, shift: DutyShift)] {
    guard let days = DayRange(today.adding(days: -7), today.adding(days: 92)) else { return [] }
    // A leader of the government is in charge of shifts of any unit.
    let unit = officer.roles.contains(.leader) ? nil : officer.unit
    var found: [(period: RegisteredPeriod, shift: DutyShift)] = []
    let store = PeriodStore(session, district)
    for period in try store.overlapping(days) {
      for shift in try store.shifts(of: period.id, unit: unit, in: days)
      where shift.officer == officer.id || shift.leader == officer.id {
        found.append((period, shift))
      }
    }
    return Array(found.prefix(Asking.most))
  }

  private func event(
    of duty: (period: RegisteredPeriod, shift: DutyShift), at now: Instant, address: String, _ language: Language
  ) -> CalendarEvent {
    let (period, key) = (duty.period, duty.shift.key)
    let what =
      switch key.shift {
      case .whole: Bilingual("值班", "on duty")
      case .day: Bilingual("白班值班", "on duty by day")
      case .night: Bilingual("夜班值班", "on duty by night")
      }
    var event = CalendarEvent(
      uid: "duty-\(period.id)-\(key.unit)-\(key.day.iso)-\(key.shift.rawValue)@\(district)", stamp: now,
      when: .days(key.day, through: key.day),
      summary: "\(directory.shownName(of: key.unit)) \(what[language])：\(period.terms.title.shown)")
    event.link = "\(address)/periods/\(period.id)?day=\(key.day.iso)"
    event.categories = [what[language]]
    return event
  }

  /// Its id stays when it moves, so that a calendar moves it too (RFC 5545 §3.8.7.4).
  func event(of sitting: Sitting, at now: Instant, address: String) -> CalendarEvent {
    let isOff = sitting.stage == .calledOff
    var event = event(
      of: sitting.plan, "sitting-\(sitting.id)@\(district)", sequence: sitting.moves + (isOff ? 1 : 0), at: now,
      status: isOff ? .cancelled : .confirmed)
    event.link = "\(address)/sittings/\(sitting.id)"
    return event
  }

  /// At its hour for two hours; the whole day where none is settled.
  private func event(
    of meeting: PlannedMeeting, _ uid: String, sequence: Int = 0, at now: Instant,
    status: CalendarEvent.Status = .confirmed
  ) -> CalendarEvent {
    let minute = meeting.time.flatMap { WorkHours.minute($0) }
    let when: CalendarEvent.When =
      minute.map { minute in
        .moments(Instant(meeting.day, minutes: minute), until: Instant(meeting.day, minutes: minute + 120))
      } ?? .days(meeting.day, through: meeting.day)
    var event = CalendarEvent(
      uid: uid, stamp: now, sequence: sequence, when: when, summary: meeting.title.shown, status: status)
    event.location = meeting.place.shown
    return event
  }
}
