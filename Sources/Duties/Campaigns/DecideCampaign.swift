package import Directory
package import Ground
package import Packs
package import Subjects

package enum CampaignLimit {
  /// In Unicode scalars.
  package static let name = 100
  package static let words = 500
  /// The longest period, in days.
  package static let days = 366
  /// So far back may a campaign begin, as far as inspections are recorded.
  package static let daysBack = 31
}

package enum CampaignCommand: Sendable {
  /// `rule` is the pack's campaign as it stands today; nil where no pack has it.
  case start(CampaignPlan, rule: CampaignRule?)
  /// `subject` is the row's subject, with how far the row is; nil where it is no row of the campaign.
  case miss(Miss, row: (subject: Subject, state: CampaignRowState)?)
  case close(CampaignFigures, size: Int64)
  case withdraw(reason: Words, CampaignFigures, size: Int64)
}

/// Answers a command with what happens, or with every reason why it may not.
package func decide(
  _ command: CampaignCommand, on campaign: Campaign?, by actor: Actor, at now: Instant, in directory: Directory
) throws(Refusal) -> [CampaignEvent] {
  let rules = CampaignRules(actor: actor, today: now.civilDate, directory: directory)
  let change: CampaignChange
  switch command {
  case .start(let plan, let rule):
    guard campaign == nil else { throw Refusal(.campaignExists) }
    try rules.requireCoordinator()
    guard let rule else { throw Refusal(.campaignRule, at: "rule", ["rule": plan.rule]) }
    guard rule.holds(on: plan.first) else {
      throw Refusal(
        .campaignSeason, at: "first", ["first": rule.validFrom?.iso ?? "…", "last": rule.validTo?.iso ?? "…"])
    }
    try refuse(rules.problems(of: plan, rule))
    change = .started(plan)
  case .miss(let miss, let row):
    let campaign = try running(campaign)
    guard campaign.plan.first <= now.civilDate else {
      throw Refusal(.campaignNotBegun, ["day": campaign.plan.first.iso])
    }
    guard let row, row.state != .left else { throw Refusal(.campaignRow, at: "subject") }
    guard row.state != .covered else {
      throw Refusal(.campaignCovered, at: "subject", ["name": row.subject.details.name.shown])
    }
    try rules.requireOwner(of: row.subject, miss, campaign.plan)
    change = .missed(miss)
  case .close(let figures, let size):
    _ = try running(campaign)
    try rules.requireCoordinator()
    let open = figures.total.open
    guard open == 0 else { throw Refusal(.campaignOpen, at: "rows", ["n": "\(open)"]) }
    change = .closed(Campaign.Closing(on: now.civilDate, figures: figures, size: size))
  case .withdraw(let reason, let figures, let size):
    _ = try running(campaign)
    try rules.requireCoordinator()
    try refuse(rules.words(reason, CampaignLimit.words, at: "reason"))
    change = .withdrawn(
      Campaign.Withdrawal(on: now.civilDate, reason: reason, figures: figures, size: size))
  }
  return [CampaignEvent(change, by: actor.code, at: now)]
}

private func running(_ campaign: Campaign?) throws(Refusal) -> Campaign {
  guard let campaign else { throw Refusal(.campaignUnknown) }
  guard campaign.closing == nil else { throw Refusal(.campaignClosed) }
  guard campaign.withdrawal == nil else { throw Refusal(.campaignWithdrawn) }
  return campaign
}

extension SubjectDetails {
  /// The unit that owes a campaign's row in a role; where nobody runs or tends the subject, the town where it lies.
  package func owner(_ role: DutyRule.UnitRole) -> UnitID { unit(role) ?? territorial }
}

extension CountedSubject {
  /// The same of a subject as it counts.
  package func owner(_ role: DutyRule.UnitRole) -> UnitID { unit(role) ?? territorial }
}

private struct CampaignRules {
  let actor: Actor
  let today: CivilDate
  let directory: Directory

  func requireCoordinator() throws(Refusal) {
    guard let officer = actor.officer, !officer.hasLeft, officer.roles.contains(.coordinator) else {
      throw Refusal(.campaignOffice, at: "actor")
    }
  }

  /// Whoever works for a unit that owes the row, and a coordinator for it.
  func requireOwner(of subject: Subject, _ miss: Miss, _ plan: CampaignPlan) throws(Refusal) {
    guard let officer = actor.officer, !officer.hasLeft else { throw Refusal(.campaignUnit, at: "actor") }
    // As an inspection counts: by the unit itself, by one beneath it, by whoever took over its duties, by a community's town.
    let circles = directory.circles()
    let owes = plan.roles.contains { role in
      let owner = subject.details.owner(role)
      return plan.visitors(for: owner, in: directory, circles).contains(miss.unit)
    }
    guard owes else { throw Refusal(.campaignUnit, at: "unit") }
    let isOwn = officer.isUnitOfficer && officer.unit == miss.unit && !miss.isOnBehalf
    guard isOwn || (officer.roles.contains(.coordinator) && miss.isOnBehalf) else {
      throw Refusal(.campaignUnit, at: "actor")
    }
    guard isOwn || miss.recordedFor != nil else { throw Refusal(.campaignChannel, at: "recorded_for") }
  }

  func problems(of plan: CampaignPlan, _ rule: CampaignRule) -> [Problem] {
    words(plan.name, CampaignLimit.name, at: "name") + days(plan) + places(plan) + ground(plan, rule)
  }

  private func days(_ plan: CampaignPlan) -> [Problem] {
    let earliest = today.adding(days: -CampaignLimit.daysBack)
    guard plan.first >= earliest else { return [Problem(.campaignFirst, at: "first", ["day": earliest.iso])] }
    guard plan.last >= max(plan.first, today), plan.first.days(until: plan.last) < CampaignLimit.days else {
      return [Problem(.campaignLast, at: "last", ["limit": "\(CampaignLimit.days)"])]
    }
    return []
  }

  private func places(_ plan: CampaignPlan) -> [Problem] {
    var problems: [Problem] = []
    if !(1...100).contains(plan.target) { problems.append(Problem(.campaignTarget, at: "target")) }
    for town in plan.towns {
      let unit = directory.units[town]
      if unit?.kind != .town && unit?.kind != .community || unit?.ended != nil {
        problems.append(Problem(.campaignTown, at: "town", ["unit": unit?.name.shown ?? town.text]))
      }
    }
    let office = directory.units[plan.office]
    if office?.kind != .department && office?.kind != .office || office?.ended != nil {
      problems.append(Problem(.campaignResponsible, at: "office", ["unit": office?.name.shown ?? plan.office.text]))
    }
    return problems
  }

  /// What sleeps is woken by law alone: which, and what for.
  private func ground(_ plan: CampaignPlan, _ rule: CampaignRule) -> [Problem] {
    guard rule.isDormant else {
      return [(plan.basis, "basis"), (plan.purpose, "purpose")].flatMap { said, place in
        said.map { words($0, CampaignLimit.words, at: place) } ?? []
      }
    }
    return words(plan.basis ?? Words(""), CampaignLimit.words, at: "basis", .campaignBasis)
      + words(plan.purpose ?? Words(""), CampaignLimit.words, at: "purpose", .campaignBasis)
  }

  func words(
    _ words: Words, _ limit: Int, at place: String, _ blank: ProblemCode = .campaignBlank
  ) -> [Problem] {
    if words.isBlank { return [Problem(blank, at: place)] }
    return words.length > limit ? [Problem(.campaignLong, at: place, ["limit": "\(limit)"])] : []
  }
}
