package import Bulletins
package import Directory
package import Ground
package import Packs

/// Minutes, directory and packs → drafts, each proposal with its reason.
package struct DraftBuilder: Sendable {
  private let packs: PackLibrary
  private let resolver: UnitResolver
  private let directory: Directory
  private let clock: DueClock
  private let periods: [NamedPeriod]

  /// - Parameter periods: key periods of the district before which something may be demanded; the public holidays are in the
  ///   calendar.
  package init(directory: Directory, packs: PackLibrary, calendar: WorkCalendar, periods: [NamedPeriod] = []) {
    (self.directory, self.packs, self.periods) = (directory, packs, periods)
    resolver = UnitResolver(directory)
    clock = DueClock(calendar: calendar, opening: directory.clocks.opening)
  }

  package func drafts(for minutes: Minutes, meetingDate: CivilDate, today: CivilDate) -> [DirectiveDraft] {
    drafts(for: minutes.items, meetingDate: meetingDate, today: today)
  }

  /// The same for clauses that a person cut.
  package func drafts(for clauses: [Clause], meetingDate: CivilDate, today: CivilDate) -> [DirectiveDraft] {
    clauses.enumerated().map { draft($1, number: $0, meetingDate: meetingDate, today: today) }
  }

  private func draft(_ clause: Clause, number: Int, meetingDate: CivilDate, today: CivilDate) -> DirectiveDraft {
    var reasons = Reasons(span: clause.span)
    let fields = [clause.field].compactMap { $0 } + clause.alsoFields
    let units = units(clause, fields, &reasons)
    let leader = fields.lazy.compactMap { directory.leader(of: $0) }.first
    if let leader { reasons.add("leader.portfolio", "\(leader.post.shown)分管") }
    let procedure = procedure(of: clause, &reasons)
    let due = due(clause, by: procedure, from: meetingDate, today: today, &reasons)
    if clause.persons { reasons.add("persons.word", "涉人：\(clause.personWords.joined(separator: "、"))，不得照原文下发") }
    if clause.damaged { reasons.add("text.damaged", "原文有损坏，请对照原件") }
    return DirectiveDraft(
      clause: number, text: clause.persons ? "" : clause.text, fields: fields, lead: units.lead,
      supporting: units.supporting, fanOut: units.fanOut, leader: leader?.id, due: due,
      isImmediate: clause.isUrgent, procedure: procedure?.code == packs.intake?.code ? nil : procedure?.code,
      standard: procedure?.standard(for: fields.first) ?? "",
      isSlogan: clause.type == .slogan, needsLawfulDuty: clause.persons,
      offeredDuties: clause.persons ? packs.words.lawfulDuties : [], confidence: clause.confidence,
      reasons: reasons.all)
  }

  /// The first whose words stand in the clause, else the usual one.
  private func procedure(of clause: Clause, _ reasons: inout Reasons) -> Procedure? {
    for procedure in packs.demandProcedures {
      if let sign = procedure.signs.first(where: clause.text.contains) {
        reasons.add("procedure.sign", "原文有“\(sign)”，按“\(procedure.title.chinese)”办理")
        return procedure
      }
    }
    return packs.intake
  }

  private struct Proposed {
    var lead: UnitID?
    var supporting: [UnitID] = []
    var fanOut: [UnitID] = []
  }

  /// Named units first; else the department that commonly has the field; a collective fans out.
  private func units(_ clause: Clause, _ fields: [Field], _ reasons: inout Reasons) -> Proposed {
    var proposed = Proposed()
    for name in clause.units {
      if let tier = packs.words.tiers[name] {
        addTier(name, tier, &proposed, &reasons)
      } else if let unit = resolver.unit(named: name) {
        if proposed.lead == nil {
          proposed.lead = unit.id
        } else if unit.id != proposed.lead {
          proposed.supporting.append(unit.id)
        }
        reasons.add("unit.named", "原文写明“\(name)”，即\(unit.name.shown)")
      } else {
        reasons.add("unit.unknown", "原文写明“\(name)”，名录中没有，请选择")
      }
    }
    if proposed.lead == nil, let unit = usualDepartment(fields) {
      proposed.lead = unit.id
      reasons.add("unit.field_default", "原文未写明单位，按领域由\(unit.name.shown)牵头")
    }
    if proposed.lead == nil { reasons.add("unit.none", "请选择牵头单位") }
    return proposed
  }

  private func addTier(_ name: String, _ tier: String, _ proposed: inout Proposed, _ reasons: inout Reasons) {
    guard let kind = UnitKind(rawValue: tier) else {
      reasons.add("unit.collective", "“\(name)”不是可下发的单位")
      return
    }
    let units = directory.units(of: kind).map(\.id).filter { !proposed.fanOut.contains($0) }
    proposed.fanOut += units
    reasons.add("unit.fan_out", "“\(name)”：分发\(units.count)个单位")
  }

  private func usualDepartment(_ fields: [Field]) -> Unit? {
    for field in fields {
      for name in packs.departments[field] ?? [] {
        if let unit = resolver.unit(named: name) { return unit }
      }
    }
    return nil
  }

  private func due(
    _ clause: Clause, by procedure: Procedure?, from meeting: CivilDate, today: CivilDate, _ reasons: inout Reasons
  ) -> DueDate? {
    if let stated = clause.deadline {
      if let due = self.due(stated, from: meeting) {
        reasons.add("due.stated", "原文写明“\(stated)”")
        if due.hours != nil {
          reasons.add("due.hours", "小时自下发时起算")
        } else if due.day < today {
          reasons.add("due.passed", "期限\(due.day.iso)已过，请核对")
        }
        return due
      }
      reasons.add("due.period", "原文写明“\(stated)”，日期请核定")
    }
    guard let code = procedure?.usualTerm(clause.isUrgent ? "critical" : "normal"),
      let term = packs.term(code, on: meeting)
    else { return nil }
    reasons.add(clause.isUrgent ? "due.immediate" : "due.default", term.title.chinese)
    return try? clock.due(term, from: meeting, at: Instant(meeting.adding(days: 1)), in: packs)
  }

  /// What the text says itself. When on its day the meeting was is not said; hours are counted from the day's end here, and
  /// again once the matter is issued.
  private func due(_ stated: String, from meeting: CivilDate) -> DueDate? {
    guard let rule = StatedDeadline.rule(stated, meeting: meeting) ?? before(stated, after: meeting) else { return nil }
    return try? clock.due(rule, from: meeting, at: Instant(meeting.adding(days: 1)), source: "stated")
  }

  /// 国庆节前: before a holiday or a key period that is known by that name; of any other a person sets the date.
  private func before(_ stated: String, after meeting: CivilDate) -> DueRule? {
    (periods + NamedPeriod.holidays(after: meeting, clock.calendar)).before(stated, after: meeting).map { .before($0) }
  }
}

/// Collects why a draft proposes what it proposes.
private struct Reasons {
  let span: SourceSpan
  private(set) var all: [Remark] = []

  init(span: SourceSpan) { self.span = span }

  mutating func add(_ rule: String, _ message: String) { all.append(Remark(rule: rule, span: span, message: message)) }
}
