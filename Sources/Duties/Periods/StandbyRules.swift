import Directory
import Ground

/// What units enter while a period lasts: their roster, what a shift leaves to the next, and the report of the day.
struct StandbyRules {
  let period: RegisteredPeriod
  let actor: Actor
  let today: CivilDate
  let directory: Directory

  private var firstDay: CivilDate { today.adding(days: -PeriodLimit.daysBack) }

  func changes(for command: PeriodCommand, _ context: PeriodContext) throws(Refusal) -> [PeriodChange] {
    switch command {
    case .setHotline(let unit, let number, let recordedFor):
      try requirePerson(for: unit, recordedFor)
      try requireStandby(unit, on: max(today, period.days.first))
      try refuse(written(number, PeriodLimit.hotline, at: "hotline") + post(number))
      if period.hotline(of: unit)?.text == number.text { return [] }
      return [.hotlineSet(RegisteredPeriod.Hotline(unit: unit, number: number))]
    case .roster(let unit, let lines, let shown, let recordedFor):
      try requirePerson(for: unit, recordedFor)
      return try rostered(unit, lines, shown, recordedFor, context.shifts)
    case .handOver(let key, let text, let open, let recordedFor):
      try requirePerson(for: key.unit, recordedFor)
      return [try handedOver(key, text, open, recordedFor, context.shifts)]
    case .report(let unit, let day, let text, let recordedFor):
      try requirePerson(for: unit, recordedFor)
      guard period.terms.reportBy != nil else { throw Refusal(.periodNoReports) }
      try requireStandby(unit, on: day)
      try requireDay(day, at: "day")
      if let text { try refuse(written(text, PeriodLimit.report, at: "text")) }
      if let report = context.report, report.text?.text == text?.text { return [] }
      return [.reported(unit, day: day, text: text, recordedFor: recordedFor)]
    case .set, .amend, .end, .withdraw, .plan: preconditionFailure("answered elsewhere")
    }
  }

  /// The unit's own people; the office for it where it says how it was told.
  private func requirePerson(for unit: UnitID, _ recordedFor: StandbyChannel?) throws(Refusal) {
    let refusal = Refusal(.periodUnit, at: "actor", ["unit": directory.shownName(of: unit)])
    guard let officer = actor.officer, !officer.hasLeft else { throw refusal }
    let isFor = recordedFor != nil && officer.roles.contains(.coordinator)
    guard isFor || mayStandBy(for: unit, officer, in: directory) else { throw refusal }
  }

  private func requireStandby(_ unit: UnitID, on day: CivilDate) throws(Refusal) {
    guard period.units(on: day, in: directory).contains(unit) else {
      throw Refusal(.periodNotStandby, at: "unit", ["unit": directory.shownName(of: unit), "day": day.iso])
    }
  }

  /// Of the period, not ahead, and not so far back that nobody knows any more.
  private func requireDay(_ day: CivilDate, at place: String) throws(Refusal) {
    guard period.days.contains(day), firstDay <= day, day <= today else {
      throw Refusal(
        .periodDay, at: place,
        ["first": max(firstDay, period.days.first).iso, "last": min(today, period.days.last).iso])
    }
  }

  /// A mobile number is a person's, who goes home; what stands here is answered by whoever is on duty. Numbers and what
  /// stands between them, nothing else.
  private func post(_ number: Words) -> [Problem] {
    let text = number.text ?? ""
    let isPlain = text.allSatisfy { "0123456789+-() （）转、,，/".contains($0) }
    let numbers = text.split(whereSeparator: { "转、,，/".contains($0) }).map { part in
      part.filter { ("0"..."9").contains($0) }
    }
    let hasMobile = numbers.contains { digits in
      ["", "86", "0086", "0"].contains { digits.hasPrefix($0 + "1") && digits.count == $0.count + 11 }
    }
    return isPlain && !hasMobile && numbers.contains { $0.count >= 3 } ? [] : [Problem(.periodHotline, at: "hotline")]
  }

  private func rostered(
    _ unit: UnitID, _ lines: [RosterLine], _ shown: [RosterLine], _ recordedFor: StandbyChannel?,
    _ shifts: [ShiftKey: DutyShift]
  ) throws(Refusal) -> [PeriodChange] {
    guard let plan = period.terms.shifts else { throw Refusal(.periodNoRoster) }
    let changed = lines.filter { line in
      let shift = shifts[ShiftKey(unit: unit, day: line.day, shift: line.shift)]
      return shift.map { RosterLine.People(officer: $0.officer, leader: $0.leader) } != line.people
    }
    guard changed.count <= PeriodLimit.lines else {
      throw Refusal(.periodLines, at: "roster", ["limit": "\(PeriodLimit.lines)"])
    }
    var (problems, seen): ([Problem], Set<ShiftKey>) = ([], [])
    for line in changed {
      let key = ShiftKey(unit: unit, day: line.day, shift: line.shift)
      let place = "\(line.day.iso).\(line.shift.rawValue)"
      guard plan.shifts.contains(line.shift), period.days.contains(line.day), line.day >= firstDay,
        seen.insert(key).inserted, period.units(on: line.day, in: directory).contains(unit)
      else {
        problems.append(Problem(.periodShift, at: place, ["day": line.day.iso]))
        continue
      }
      if line.people == nil, shifts[key]?.handover != nil {
        problems.append(Problem(.periodHandedOver, at: place))
      }
      let stands = shifts[key].map { RosterLine.People(officer: $0.officer, leader: $0.leader) }
      if let before = shown.first(where: { $0.day == line.day && $0.shift == line.shift }), before.people != stands {
        let name = stands.flatMap { directory.officers[$0.officer]?.name.shown } ?? "–"
        problems.append(Problem(.periodRosterMoved, at: place, ["name": name]))
      }
      if let people = line.people { problems += self.people(people, of: unit, at: place) }
    }
    try refuse(problems)
    return changed.isEmpty ? [] : [.rostered(unit, lines: changed, recordedFor: recordedFor)]
  }

  /// On duty is somebody of the unit; in charge one of the unit or a leader of the government.
  private func people(_ people: RosterLine.People, of unit: UnitID, at place: String) -> [Problem] {
    let circle = directory.circle(of: unit)
    let officer = directory.officers[people.officer]
    let leader = directory.officers[people.leader]
    let isOfficer = officer.map { !$0.hasLeft && circle.contains($0.unit) } ?? false
    let isLeader =
      leader.map { leader in
        !leader.hasLeft
          && (circle.contains(leader.unit) || directory.units[leader.unit]?.kind == .government)
      } ?? false
    return isOfficer && isLeader
      ? [] : [Problem(.periodPeople, at: place, ["unit": directory.shownName(of: unit)])]
  }

  private func handedOver(
    _ key: ShiftKey, _ text: Words, _ open: Words?, _ recordedFor: StandbyChannel?, _ shifts: [ShiftKey: DutyShift]
  ) throws(Refusal) -> PeriodChange {
    guard shifts[key] != nil else { throw Refusal(.periodNobody, at: "day", ["day": key.day.iso]) }
    try requireDay(key.day, at: "day")
    try refuse(
      written(text, PeriodLimit.handover, at: "text")
        + (open.map { written($0, PeriodLimit.handover, at: "open") } ?? []))
    return .handedOver(key, text: text, open: open, recordedFor: recordedFor)
  }
}
