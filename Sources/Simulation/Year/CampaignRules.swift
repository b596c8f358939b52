import Directory
import Duties
import Ground
import Operations
import Packs
import Subjects

/// Campaigns by the rules' own account, kept from their entries alone.
struct CampaignAccount {
  private(set) var campaigns: [Counted] = []

  struct Counted {
    let id: CampaignID
    let plan: CampaignPlan
    fileprivate(set) var misses: [SubjectID: MissReason] = [:]
    fileprivate(set) var closing: Campaign.Closing?
    fileprivate(set) var withdrawal: Campaign.Withdrawal?

    var isEnded: Bool { closing != nil || withdrawal != nil }

    /// The last day that counts.
    var last: CivilDate {
      (closing?.on ?? withdrawal?.on).map { min(plan.last, max($0, plan.first)) } ?? plan.last
    }
  }

  struct Row {
    let subject: LookedAfter
    let state: CampaignRowState
  }
}

extension GroundAccount {
  /// Every subject of the rule that was there by the last day, wherever it stands; nothing but looking decides how far it is.
  func rows(of campaign: CampaignAccount.Counted) -> [CampaignAccount.Row] {
    let plan = campaign.plan
    return subjects.filter { subject in
      plan.subjects.contains(subject.type) && subject.firstDay <= campaign.last
        && plan.conditions.allSatisfy { attribute, choices in
          subject.choices[attribute].map(choices.contains) ?? false
        }
        && (plan.towns.isEmpty || plan.towns.contains(subject.territorial)
          || FictionalDistrict.town(above: subject.territorial).map(plan.towns.contains) ?? false)
    }.map { CampaignAccount.Row(subject: $0, state: state(of: $0, in: campaign)) }
  }

  /// What a town does in its community is done there, too.
  private func serves(_ unit: UnitID, _ owner: UnitID) -> Bool {
    unit == owner || FictionalDistrict.town(above: owner) == unit
  }

  private func state(of subject: LookedAfter, in campaign: CampaignAccount.Counted) -> CampaignRowState {
    let plan = campaign.plan
    let visits = inspections.filter {
      $0.isCounted && $0.subject == subject.id && $0.list == plan.checklist && $0.day >= plan.first
        && $0.day <= campaign.last
    }
    let owners = plan.owners(of: subject)
    let isCovered =
      plan.isJoint
      ? owners.allSatisfy { owner in visits.count { serves($0.unit, owner) } >= plan.times }
      : visits.count { visit in owners.contains { serves(visit.unit, $0) } } >= plan.times
    if isCovered { return .covered }
    switch campaign.misses[subject.id] {
    case .notReached: return .notReached
    case .noAccess: return .noAccess
    case .closed: return .closed
    case nil: return .open
    }
  }

  /// - Parameter position: of the entry.
  mutating func follow(
    _ id: CampaignID, _ change: CampaignChange, on day: CivilDate, at position: Int64
  ) throws(Breach) {
    let place = campaigns.campaigns.firstIndex { $0.id == id }
    if case .started(let plan) = change {
      if place != nil { throw Breach("campaign \(id) was started twice") }
      return campaigns.start(CampaignAccount.Counted(id: id, plan: plan))
    }
    guard let place else { throw Breach("campaign \(id) goes on and was never started") }
    let campaign = campaigns.campaigns[place]
    if campaign.isEnded { throw Breach("campaign \(id) goes on and is closed or withdrawn") }
    switch change {
    case .started: break
    case .missed(let miss):
      let row = rows(of: campaign).first { $0.subject.id == miss.subject }
      guard let row, row.state != .covered, day >= campaign.plan.first,
        campaign.plan.owners(of: row.subject).contains(where: { serves(miss.unit, $0) })
      else { throw Breach("campaign \(id) missed \(miss.subject), which it cannot") }
      campaigns.miss(place, miss.subject, miss.reason)
    case .closed(let closing):
      let rows = rows(of: campaign)
      try campaign.compare(closing.figures.total, rows)
      if let open = rows.first(where: { $0.state == .open }) {
        throw Breach("campaign \(id) was closed while \(open.subject.id) has neither visit nor reason")
      }
      func town(of row: CampaignAccount.Row) -> UnitID {
        FictionalDistrict.town(above: row.subject.territorial) ?? row.subject.territorial
      }
      for (town, rows) in Dictionary(grouping: rows, by: town) {
        try campaign.compare(closing.figures.towns.first { $0.town == town }?.counts ?? CampaignCounts(), rows)
      }
      if closing.size != position { throw Breach("campaign \(id) counted \(closing.size) entries of \(position)") }
      campaigns.close(place, closing)
    case .withdrawn(let withdrawal):
      if !withdrawal.figures.towns.isEmpty { try campaign.compare(withdrawal.figures.total, rows(of: campaign)) }
      campaigns.withdraw(place, withdrawal)
    }
  }
}

extension CampaignAccount {
  fileprivate mutating func start(_ campaign: Counted) { campaigns.append(campaign) }

  fileprivate mutating func miss(_ place: Int, _ subject: SubjectID, _ reason: MissReason) {
    campaigns[place].misses[subject] = reason
  }

  fileprivate mutating func withdraw(_ place: Int, _ withdrawal: Campaign.Withdrawal) {
    campaigns[place].withdrawal = withdrawal
  }

  fileprivate mutating func close(_ place: Int, _ closing: Campaign.Closing) { campaigns[place].closing = closing }
}

extension CampaignAccount.Counted {
  /// The denominator is the rule's: what is open, covered and missed is every row, and each state is what looking says.
  fileprivate func compare(_ counts: CampaignCounts, _ rows: [CampaignAccount.Row]) throws(Breach) {
    if counts.rows != rows.count { throw Breach("campaign \(id) counts \(counts.rows) rows, its rule \(rows.count)") }
    for state in CampaignRowState.allCases {
      let looked = rows.count { $0.state == state }
      if counts[state] != looked { throw Breach("campaign \(id) counts \(counts[state]) \(state), not \(looked)") }
    }
  }
}

extension CampaignPlan {
  /// Where nobody runs or tends a subject, its town does what is theirs.
  func owners(of subject: LookedAfter) -> [UnitID] {
    units.map { role in
      switch role {
      case "supervising": subject.supervising
      case "territorial": subject.territorial
      default: subject.responsible ?? subject.territorial
      }
    }
  }
}

extension DistrictYear {
  /// A campaign's page and an owner's list of work show the rows that plain looking finds, and no others.
  func compareCampaigns() async throws {
    guard let directory = try await office.directory(), let tong = directory.officers[OfficerID(trusted: "tong")]
    else { return }
    let today = clock.now.civilDate
    for campaign in rules.ground.campaigns.campaigns {
      // Of a withdrawn one nothing stands but what was visited while it ran.
      let rows = rules.ground.rows(of: campaign).filter { row in
        campaign.withdrawal.map { row.state == .covered && $0.on >= campaign.plan.first } ?? true
      }
      guard let sheet = try await office.campaignSheet(campaign.id, CampaignFilter(), for: tong, limit: rows.count + 1)
      else { throw Breach("campaign \(campaign.id) has no page") }
      let (shown, looked) = (
        Set(sheet.rows.map { "\($0.subject.id) \($0.state)" }), Set(rows.map { "\($0.subject.id) \($0.state)" })
      )
      if shown != looked {
        throw Breach("campaign \(campaign.id) shows \(shown.symmetricDifference(looked).sorted().prefix(3))")
      }
      if let closing = campaign.closing {
        if sheet.campaign.counts != closing.figures.total { throw Breach("campaign \(campaign.id) counts on, closed") }
        continue
      }
      if let withdrawal = campaign.withdrawal {
        if sheet.campaign.counts != withdrawal.figures.total.visited {
          throw Breach("campaign \(campaign.id) counts on, withdrawn")
        }
        continue
      }
      try campaign.compare(sheet.campaign.counts, rows)
      count("coverage")
      guard campaign.plan.first <= today, let open = rows.first(where: { $0.state == .open }),
        let owner = campaign.plan.owners(of: open.subject).first,
        let viewer = directory.officers[OfficerID(trusted: "\(owner.text).ban")]
      else { continue }
      let work = try await office.workList(for: viewer, rows: rows.count + 1).campaigns
      let listed = Set(work.filter { $0.campaign.id == campaign.id }.flatMap { $0.rows.map(\.id) })
      // A town is told of what its communities owe too.
      let owed = Set(
        rows.filter { row in
          row.state == .open
            && campaign.plan.owners(of: row.subject).contains {
              $0 == owner || FictionalDistrict.town(above: $0) == owner
            }
        }.map(\.subject.id))
      if listed != owed {
        throw Breach("\(owner) is told of \(listed.count) rows of \(campaign.id), not \(owed.count)")
      }
    }
  }
}
