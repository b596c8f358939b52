import Directory
import Ground
import Matters
import Meetings
import Operations
import Packs

/// What the safety committee's office does in the year.
extension DistrictYear {
  /// A clerk decides about one clause that waits.
  func clerk() async throws {
    guard let meeting = rules.series.compactMap({ rules.meetings[$0] }).first(where: { !$0.undecided.isEmpty }),
      let number = dice.pick(meeting.undecided)
    else { return try await unit() }
    let clause = meeting.record.clauses[number]
    if clause.kind == .slogan { return try await setAside(number, of: meeting, "属于思想认识要求，没有可核查的内容。") }
    if clause.persons { return try await clerkMeetsPersons(number, of: meeting) }
    if dice.chance(percent: 5) { return try await setAside(number, of: meeting, "已由另一项要求覆盖。") }
    var draft = try await draft(of: clause)
    if dice.chance(percent: 15) {
      try await act(SaveDraft(meeting: meeting.id, clause: number, draft: draft), by: "qiao")
      try await refused(IssueClauses(meeting: meeting.id, clauses: [number]), by: "tong", .draftUnconfirmed)
    }
    draft.confirmed = true
    try await issue(draft, number, of: meeting)
  }

  /// As worded it cannot be issued; it becomes a lawful duty, or nothing (DESIGN §7).
  private func clerkMeetsPersons(_ number: Int, of meeting: Meeting) async throws {
    var draft = try await draft(of: meeting.record.clauses[number])
    draft.confirmed = true
    try await refused(SaveDraft(meeting: meeting.id, clause: number, draft: draft), by: "qiao", .textPersons)
    guard dice.chance(percent: 60), let duty = dice.pick(office.shippedPacks.words.lawfulDuties) else {
      return try await setAside(number, of: meeting, "以人为对象，不列为事项。")
    }
    (draft.text, draft.duty) = (duty.text.chinese, duty.code)
    try await issue(draft, number, of: meeting)
  }

  private func draft(of clause: Clause) async throws -> Draft {
    let texts = DistrictTexts.demands + DistrictTexts.slogans + DistrictTexts.persons
    guard let sample = texts.first(where: { $0.text == clause.text.shown }) else {
      preconditionFailure("a year's bulletins hold our own texts")
    }
    var draft = try await sample.draft(for: office)
    // Some go by the way that is made public before the close-out.
    let isPublic = !sample.units.isEmpty && seriesDice.chance(percent: 40)
    if isPublic, let procedure = office.shippedPacks.demandProcedures.first(where: { $0.notice != nil }) {
      (draft.procedure, draft.standard) = (procedure.code, procedure.standard(for: sample.field))
    }
    return draft
  }

  private func issue(_ draft: Draft, _ number: Int, of meeting: Meeting) async throws {
    try await act(SaveDraft(meeting: meeting.id, clause: number, draft: draft), by: "qiao")
    try await act(IssueClauses(meeting: meeting.id, clauses: [number]), by: "tong")
    if dice.chance(percent: 10) {
      try await refused(IssueClauses(meeting: meeting.id, clauses: [number]), by: "tong", .draftMissing)
    }
  }

  private func setAside(_ number: Int, of meeting: Meeting, _ reason: String) async throws {
    try await act(SetClauseAside(meeting: meeting.id, clause: number, reason: Words(reason)), by: "tong")
  }

  /// The office changes a due day, amends a text, moves a matter to another unit, calls one off, or reopens one.
  func keep() async throws {
    let kind = dice.roll(10)
    let found = pick {
      kind < 3 ? $0.phase == .closed && !$0.isParent : $0.isOpen && !$0.isParent
    }
    guard let matter = found else { return }
    let (id, reason) = (matter.id, Words(dice.pick(DistrictTexts.reasons) ?? ""))
    let today = clock.now.civilDate
    switch kind {
    case 0..<3: try await act(Reopen(matter: id, seen: matter.version, reason: Words("回头看发现问题反弹。")), by: "yan")
    case 3..<5:
      let day = today.adding(days: dice.roll(25))
      guard day != matter.due?.day else { return }
      try await act(ChangeDue(matter: id, seen: matter.version, day: day, reason: reason), by: "tong")
    case 5..<7:
      guard matter.life.notice == nil else { return }
      let text = Words("\(matter.text.shown)（修订\(matter.version)）")
      try await act(Amend(matter: id, seen: matter.version, text: text, reason: reason), by: "tong")
    case 7..<9:
      let unit = UnitID(trusted: dice.pick(["yingji", "xiaofang", "zhujian", "liuwan", "ranqi"]) ?? "yingji")
      guard unit != matter.lead, matter.phase == .assigned || matter.phase == .underway else { return }
      let helps = UnitID(trusted: dice.pick(["chengguan", "gongan", "shiqiao"]) ?? "chengguan")
      try await act(
        Reassign(
          matter: id, seen: matter.version, lead: unit, supporting: dice.chance(percent: 60) ? [helps] : [],
          reason: reason), by: "qiao")
    default:
      guard matter.life.merged.isEmpty else { return }
      try await act(Cancel(matter: id, seen: matter.version, reason: reason, authority: Words("区安委会主任会议")), by: "tong")
    }
  }

  /// The office goes beside the main way: it reminds, suspends and resumes, answers, lists, merges and separates, looks back.
  func keepBeside() async throws {
    let reason = Words(dice.pick(DistrictTexts.reasons) ?? "")
    let today = clock.now.civilDate
    if let matter = pick(where: { !$0.concerns.isEmpty && $0.phase != .cancelled }), dice.chance(percent: 40) {
      return try await done(LookInto(matter: matter.id, seen: matter.version, note: reason), by: "tong")
    }
    if let matter = pick(where: { $0.phase == .objected }) {
      let unit = UnitID(trusted: dice.pick(["yingji", "xiaofang", "zhujian", "liuwan"]) ?? "yingji")
      return try await done(
        AnswerObjection(
          matter: matter.id, seen: matter.version, lead: dice.chance(percent: 50) && unit != matter.lead ? unit : nil,
          supporting: [], day: nil, reason: reason), by: "tong")
    }
    if let matter = pick(where: { $0.life.extensionAsked != nil && $0.phase.isInHand && $0.phase != .suspended }),
      let asked = matter.life.extensionAsked, let due = matter.due
    {
      let isGranted = asked.day > due.day && asked.day >= today && dice.chance(percent: 70)
      return try await done(
        DecideExtension(matter: matter.id, seen: matter.version, isGranted: isGranted, day: nil, reason: reason),
        by: "tong")
    }
    if dice.chance(percent: 8), let matter = pick(where: { $0.life.lookBack != nil }),
      let unit = otherLooker(of: matter)
    {
      return try await done(
        AssignLookBack(matter: matter.id, seen: matter.version, unit: unit, reason: reason), by: "tong")
    }
    if let matter = pick(where: { $0.life.lookBack.map { $0.due.day <= today } ?? false }),
      let looker = looker(of: matter)
    {
      return try await done(
        LookBackAt(
          matter: matter.id, seen: matter.version, conclusion: reason, holds: dice.chance(percent: 80), onSite: true),
        by: looker)
    }
    if let matter = pick(where: { $0.phase == .suspended }), dice.chance(percent: 40) {
      return try await done(Resume(matter: matter.id, seen: matter.version, reason: reason), by: "qiao")
    }
    let merged = rules.order.compactMap { rules.matters[$0] }.filter { $0.isOpen && $0.life.mergedInto != nil }
    if let matter = dice.pick(merged), dice.chance(percent: 25) {
      return try await done(SeparateMatter(matter: matter.id, seen: matter.version, reason: reason), by: "qiao")
    }
    let matter = pick {
      !$0.isParent && ($0.phase == .assigned || $0.phase == .underway)
    }
    guard let matter else { return }
    let (id, seen) = (matter.id, matter.version)
    switch dice.roll(7) {
    case 5: try await divide(matter)
    case 0...1: try await act(Press(matter: id, seen: seen, note: reason), by: "tong")
    case 2:
      try await act(
        Suspend(
          matter: id, seen: seen, until: today.adding(days: 1 + dice.roll(20)), reason: reason,
          authority: Words("区安委会主任会议")), by: "tong")
    case 3:
      let cycle = dice.pick(ReportCycle.allCases)
      guard cycle != matter.life.cycle else { return }
      try await act(SetCycle(matter: id, seen: seen, cycle: cycle, anyway: true), by: "qiao")
    case 4:
      guard !matter.life.isListed else { return }
      try await act(
        ListMatter(matter: id, seen: seen, authority: Words("区安委会督办〔2026〕\(seen)号"), rectifyBy: nil), by: "tong")
    default:
      guard let other = pick(where: { $0.isOpen && !$0.isParent && $0.id != id && $0.standard == matter.standard }),
        matter.parent == nil, matter.life.merged.isEmpty, matter.life.listing == nil
      else { return }
      try await act(MergeMatter(matter: id, seen: seen, target: other.number, reason: reason), by: "qiao")
    }
  }

  /// 分工: each unit gets its part, by some day up to the matter's own.
  func divide(_ matter: Matter) async throws {
    let today = clock.now.civilDate
    guard !matter.supporting.isEmpty, matter.life.parts.isEmpty, let due = matter.due?.day, due >= today else { return }
    let parts = ([matter.lead] + matter.supporting).map { unit in
      Part(unit: unit, task: Words("\(unit.text)负责的部分"), due: today.adding(days: dice.roll(today.days(until: due) + 1)))
    }
    try await act(SetParts(matter: matter.id, seen: matter.version, parts: parts), by: "tong")
  }

  /// 分解: some units get a matter each, some of them by an earlier day. What stands against it is refused.
  func fanOut() async throws {
    let (today, reason) = (clock.now.civilDate, Words(dice.pick(DistrictTexts.reasons) ?? ""))
    // A whole mostly, and now and then a part.
    let mayBePart = dice.chance(percent: 20)
    let found = pick {
      !$0.isParent && ($0.phase == .assigned || $0.phase == .underway) && (mayBePart || $0.parent == nil)
    }
    guard let matter = found, let due = matter.due?.day, due >= today else { return }
    let able = FictionalDistrict.units.filter { $0.kind == .town || $0.kind == .department }.map(\.id)
    var shares: [FanOutMatter.Share] = []
    for unit in able where dice.chance(percent: 40) {
      let day = dice.chance(percent: 30) ? today.adding(days: dice.roll(today.days(until: due) + 1)) : nil
      shares.append(FanOutMatter.Share(unit: unit, due: day))
    }
    let act = FanOutMatter(matter: matter.id, seen: matter.version, shares: shares, reason: reason)
    let obstacle: ProblemCode? =
      if matter.parent != nil {
        .fansOutWholes
      } else if matter.life.project != nil {
        .projectDivides
      } else if !matter.life.merged.isEmpty {
        .hasMerged
      } else if matter.life.extensionAsked != nil {
        .extensionPending
      } else if matter.life.parts.contains(where: { $0.finished == nil }) {
        .partsOpen
      } else if matter.life.isListingOpen {
        .fanOutListed
      } else if shares.count < 2 { .fanOutUnits } else { nil }
    if let obstacle { return try await refused(act, by: "tong", obstacle) }
    try await self.act(act, by: "tong")
    if dice.chance(percent: 20) {
      try await refused(
        FanOutMatter(matter: matter.id, seen: nil, shares: shares, reason: reason), by: "qiao", .movesByChildren)
    }
  }

  /// A matter for which `condition` holds, by the dice.
  func pick(where condition: (Matter) -> Bool) -> Matter? { dice.pick(matters(where: condition)) }

  /// One that was merged goes on with its other.
  func matters(where condition: (Matter) -> Bool) -> [Matter] {
    rules.order.compactMap { rules.matters[$0] }.filter { $0.life.mergedInto == nil && condition($0) }
  }
}
