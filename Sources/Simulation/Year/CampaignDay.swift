import Directory
import Duties
import Ground
import Operations
import Packs
import Subjects

/// What goes on in the fields beside inspections: campaigns, draws, projects and trainings, by dice of their own.
extension DistrictYear {
  func goOnInFields() async throws {
    try await resumeTooEarly()
    try await sayWhyMissed()
    guard fieldDice.chance(percent: 35) else { return }
    switch fieldDice.roll(10) {
    case 0..<4: try await drive()
    case 4..<7: try await drawOrCheck()
    case 7..<9: try await build()
    default: try await train()
    }
  }

  func compareFields() async throws {
    try await compareCampaigns()
    try await compareDraws()
    try await compareProjects()
    try await compareTrainings()
    try await compareFieldFigures()
  }

  /// What stands still behind a gate that it has not passed stays so, whoever asks.
  private func resumeTooEarly() async throws {
    let stopped = rules.ground.subjects.filter { subject in
      guard subject.suspended != nil, let gate = office.shippedPacks.work.subjectTypes[subject.type]?.gate else {
        return false
      }
      return !rules.ground.hasPassed(gate, subject)
    }
    guard let subject = fieldDice.pick(stopped), fieldDice.chance(percent: 10) else { return }
    try await refused(
      ResumeSubject(subject: subject.id, seen: nil, reason: Words("整改完成")), by: subject.keeper, .subjectGate)
  }

  // MARK: Campaigns

  /// One is started; a row is visited or missed; what has no open row is closed, and what has one cannot be.
  private func drive() async throws {
    let today = clock.now.civilDate
    let running = rules.ground.campaigns.campaigns.filter { !$0.isEnded }
    let begun = running.filter { $0.plan.first <= today }
    guard let campaign = fieldDice.pick(begun), running.count > 2 || !fieldDice.chance(percent: 20) else {
      return try await start(on: today)
    }
    if running.count > 1, fieldDice.chance(percent: 4) {
      let act = WithdrawCampaign(campaign: campaign.id, reason: Words("上级统一部署，合并开展"))
      try await refused(act, by: "\(campaign.plan.office.text).zhang", .campaignOffice)
      try await enter(act, by: "tong")
      return try await refused(act, by: "qiao", .campaignWithdrawn)
    }
    let (rows, close) = (rules.ground.rows(of: campaign), CloseCampaign(campaign: campaign.id))
    let waiting = rows.filter { $0.state == .open }
    guard let row = fieldDice.pick(waiting) else {
      try await enter(close, by: "tong", isSentTwice: fieldDice.chance(percent: 20))
      return try await refused(close, by: "qiao", .campaignClosed)
    }
    if fieldDice.chance(percent: 15) { try await refused(close, by: "tong", .campaignOpen) }
    if let done = fieldDice.pick(rows.filter { $0.state == .covered }), fieldDice.chance(percent: 15) {
      try await refused(
        RecordMiss(campaign: campaign.id, subject: done.subject.id, reason: .closed, onBehalfOf: nil),
        by: "\(campaign.plan.owners(of: done.subject)[0].text).ban", .campaignCovered)
    }
    let owners = campaign.plan.owners(of: row.subject)
    guard let owner = fieldDice.pick(owners) else { return }
    if today > campaign.plan.last || fieldDice.chance(percent: 30) {
      guard let reason = fieldDice.pick(MissReason.allCases) else { return }
      let isOnBehalf = fieldDice.chance(percent: 20)
      return try await say(
        RecordMiss(
          campaign: campaign.id, subject: row.subject.id, reason: reason, onBehalfOf: isOnBehalf ? owner : nil,
          recordedFor: isOnBehalf ? .phone : nil),
        by: isOnBehalf ? "qiao" : "\(owner.text).ban")
    }
    guard let list = office.shippedPacks.work.checklists[campaign.plan.checklist] else { return }
    let failed = fieldDice.chance(percent: 15) ? fieldDice.pick(list.items.filter { $0.answer == .pass }) : nil
    try await enter(writtenDown(row.subject.id, list, failed, isFixed: true, on: today), by: "\(owner.text).ban")
  }

  private func say(_ miss: RecordMiss, by officer: String) async throws {
    try await enter(miss, by: officer, isSentTwice: fieldDice.chance(percent: 20))
  }

  private func start(on today: CivilDate) async throws {
    let work = office.shippedPacks.work
    let types = Set(rules.ground.subjects.map(\.type))
    let known = work.campaignsInOrder.filter { rule in
      rule.holds(on: today) && rule.subjects.contains(where: types.contains)
    }
    let offices = FictionalDistrict.units.filter { $0.kind == .department }.map(\.id)
    let towns = FictionalDistrict.units.filter { $0.kind == .town }.map(\.id)
    guard let rule = fieldDice.pick(known), let answers = fieldDice.pick(offices), let town = fieldDice.pick(towns)
    else { return }
    let (first, last) = (today.adding(days: fieldDice.roll(6) - 3), today.adding(days: 5 + fieldDice.roll(30)))
    let matter = fieldDice.pick(rules.order)
    func start(basis: Words?) -> StartCampaign {
      StartCampaign(
        rule: rule.code, name: Words("清河区专项行动"), first: first, last: last, towns: last.day % 4 == 0 ? [town] : [],
        target: nil, office: answers, matter: last.day % 3 == 0 ? matter : nil, basis: basis,
        purpose: basis.map { _ in Words("消除隐患") }, anyway: true)
    }
    try await refused(start(basis: Words("调度会议要求")), by: "\(answers.text).zhang", .campaignOffice)
    if rule.isDormant { try await refused(start(basis: nil), by: "tong", .campaignBasis) }
    try await enter(
      start(basis: rule.isDormant || fieldDice.chance(percent: 30) ? Words("有关法律规定") : nil), by: "tong")
  }
}
