package import Directory
import Duties
package import Ground
import Matters
import Packs
import Storage
import Subjects

extension Office {
  /// One page of the campaigns, the newest first; `after` is where the page before ended.
  package func campaignBoard(
    for viewer: Officer, after: String? = nil, limit: Int = 30
  ) async throws(Refusal) -> CampaignBoard {
    let place = after.flatMap(CampaignPlace.init(text:))
    return try await answer { (asking) throws(StorageError) in
      let units = asking.directory.unitsInSight(of: viewer)
      let found = try CampaignStore(asking.session, asking.district)
        .page(after: place.map { ($0.first, $0.id) }, limit: limit + 1)
      let page = found.prefix(limit)
      return CampaignBoard(
        rows: try page.map { (campaign) throws(StorageError) in try asking.row(campaign, units: units) },
        next: found.count > limit ? page.last.map { CampaignPlace($0).text } : nil,
        rules: viewer.roles.contains(.coordinator) ? asking.rulesToStart : [], isNarrowed: units != nil)
    }
  }

  /// A campaign with one page of its rows; nil where there is none.
  package func campaignSheet(
    _ id: CampaignID, _ filter: CampaignFilter, for viewer: Officer, after: String? = nil, limit: Int = 50
  ) async throws(Refusal) -> CampaignSheet? {
    try await answer { (asking) throws(StorageError) in
      let units = asking.directory.unitsInSight(of: viewer)
      guard let campaign = try CampaignStore(asking.session, asking.district).load(id) else { return nil }
      return try asking.sheet(
        campaign, filter, for: viewer, units: units, after: after.flatMap(Int.init) ?? 0, limit: limit)
    }
  }

  /// What is to be decided before a pack's campaign starts; nil where no pack has it.
  package func campaignForm(
    _ rule: String, matter: MatterID?, for viewer: Officer
  ) async throws(Refusal) -> CampaignForm? {
    try await answer { (asking) throws(StorageError) in
      guard let rule = asking.packs.work.campaigns[rule] else { return nil }
      let units = asking.directory.responsibleUnits.filter { $0.ended == nil }
      let offices = units.filter { $0.kind == .department || $0.kind == .office }
      let proposed = asking.packs.departments[rule.field]?.lazy.compactMap { name in
        offices.first { $0.name.shown == name || $0.aliases.contains { $0.shown == name } }
      }.first
      return CampaignForm(
        rule: rule, checklist: asking.title(of: rule.checklist), types: asking.titles(of: rule.subjects),
        reach: asking.reach(
          rule.conditions.map { ($0.attribute, $0.choices) }, of: rule.subjects, reference: rule.reference),
        places: try asking.places(of: rule), offices: offices.map(asking.name),
        office: proposed.map(asking.name) ?? asking.unit(viewer.unit),
        towns: units.filter { $0.kind == .town }.map(asking.name),
        matter: try matter.flatMap { (id) throws(StorageError) in
          try MatterStore(asking.session, asking.district).load(id).map { MatterName(id: $0.id, number: $0.number) }
        }, today: asking.today)
    }
  }
}

extension PageCursor {
  package static func isCampaign(_ text: String) -> Bool { CampaignPlace(text: text) != nil }
}

/// A campaign's place in the list: its first day, then its id, written as a meeting's is.
struct CampaignPlace {
  let first: CivilDate
  let id: CampaignID

  var text: String { "\(first.iso)~\(id)" }

  init(_ campaign: Campaign) { (first, id) = (campaign.plan.first, campaign.id) }

  init?(text: String) {
    let parts = text.split(separator: "~", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let day = CivilDate(parts[0]), let id = CampaignID(parts[1]) else { return nil }
    (first, self.id) = (day, id)
  }
}

extension Asking {
  var rulesToStart: [CampaignRule] {
    let order = Field.allCases
    return packs.work.campaignsInOrder.filter { $0.holds(on: today) }.sorted {
      (order.firstIndex(of: $0.field) ?? 0, $0.code) < (order.firstIndex(of: $1.field) ?? 0, $1.code)
    }
  }

  func titles(of types: [String]) -> [Bilingual] {
    types.map { packs.work.subjectTypes[$0]?.title ?? Bilingual($0, $0) }
  }

  /// As the packs call attributes and choices today; by their codes where no pack has them any more.
  fileprivate func reach(
    _ conditions: [(attribute: String, choices: Set<String>)], of types: [String], reference: String?
  ) -> CampaignReach {
    let known = types.compactMap { packs.work.subjectTypes[$0] }
    return CampaignReach(
      conditions: conditions.sorted { $0.attribute < $1.attribute }.map { condition in
        let attribute = known.lazy.compactMap { $0.attribute(condition.attribute) }.first
        var choices: [(code: String, title: Bilingual)] = []
        if case .choice(let all)? = attribute?.kind { choices = all.map { ($0.code, $0.title) } }
        let named = choices.filter { condition.choices.contains($0.code) }
        let gone = condition.choices.subtracting(named.map(\.code)).sorted().map { Bilingual($0, $0) }
        return CampaignReach.Condition(
          attribute: attribute?.title ?? Bilingual(condition.attribute, condition.attribute),
          choices: named.map(\.title) + gone)
      }, reference: reference.flatMap { packs.references[$0] },
      standing: reference.flatMap { packs.standing(of: $0, on: today) })
  }

  /// How many subjects a campaign by the rule would have, if it began in the whole district today.
  fileprivate func places(of rule: CampaignRule) throws(StorageError) -> Int {
    let id = CampaignID(trusted: "none")
    let plan = CampaignPlan(
      rule: rule, name: Words(""), first: today, last: today, towns: [], target: nil,
      office: directory.responsibleUnits.first?.id ?? UnitID(trusted: "none"), matter: nil, basis: nil, purpose: nil)
    let event = CampaignEvent(.started(plan), by: "", at: Instant(today, minutes: 0))
    guard let campaign = evolve(nil, of: id, with: event) else { return 0 }
    return try CoverageStore(session, district, directory).figures(of: campaign).total.rows
  }

  /// The figures of the closing where everything is in sight; else those of today.
  func figures(_ campaign: Campaign, units: Set<UnitID>?) throws(StorageError) -> CampaignFigures {
    if campaign.neverRan { return CampaignFigures(towns: []) }
    if let withdrawal = campaign.withdrawal {
      let counted = try units.map { (units) throws(StorageError) in
        try CoverageStore(session, district, directory).figures(of: campaign, units: units)
      }
      return (counted ?? withdrawal.figures).visited
    }
    if let closing = campaign.closing, units == nil { return closing.figures }
    return try CoverageStore(session, district, directory).figures(of: campaign, units: units)
  }

  func row(_ campaign: Campaign, units: Set<UnitID>?) throws(StorageError) -> CampaignRow {
    row(campaign, try figures(campaign, units: units).total)
  }

  func row(_ campaign: Campaign, _ counts: CampaignCounts) -> CampaignRow {
    let plan = campaign.plan
    let standing: CampaignStanding =
      if campaign.withdrawal != nil { .withdrawn } else if campaign.closing != nil {
        .closed
      } else if plan.first > today { .planned } else if plan.last < today {
        .over
      } else { .running }
    return CampaignRow(
      id: campaign.id, name: plan.name, field: plan.field, first: plan.first, last: plan.last,
      office: unit(plan.office), standing: standing, counts: counts)
  }

  /// The campaigns that follow from a matter, as far as their rows are in sight.
  func campaigns(of matter: MatterID, for viewer: Officer) throws(StorageError) -> [CampaignRow] {
    let units = directory.unitsInSight(of: viewer)
    return try CampaignStore(session, district).of(matter).map { (campaign) throws(StorageError) in
      try row(campaign, units: units)
    }
  }

  fileprivate func sheet(
    _ campaign: Campaign, _ filter: CampaignFilter, for viewer: Officer, units: Set<UnitID>?, after: Int, limit: Int
  ) throws(StorageError) -> CampaignSheet {
    let plan = campaign.plan
    let figures = try figures(campaign, units: units)
    // Of a withdrawn one what was visited is all that stands.
    let states = campaign.withdrawal == nil ? filter.show?.states ?? [] : [.covered]
    let found =
      campaign.neverRan
      ? []
      : try CoverageStore(session, district, directory).page(
        of: campaign, states: states, areas: filter.town.map { directory.circle(of: $0) },
        units: units, after: after, limit: limit + 1)
    let page = found.prefix(limit)
    let isOffice = viewer.roles.contains(.coordinator)
    let matter = try plan.matter.flatMap { (id) throws(StorageError) in try MatterStore(session, district).load(id) }
    let (isOpen, circles) = (!campaign.isEnded, directory.circles())
    return CampaignSheet(
      campaign: row(campaign, figures.total), plan: plan, title: packs.work.campaigns[plan.rule]?.title,
      checklist: title(of: plan.checklist), types: titles(of: plan.subjects),
      reach: reach(
        plan.conditions.map { ($0.key, Set($0.value)) }, of: plan.subjects,
        reference: packs.work.campaigns[plan.rule]?.reference), towns: plan.towns.map(unit),
      matter: matter.flatMap { covers($0, viewer) ? MatterName(id: $0.id, number: $0.number) : nil },
      figures: figures.towns.map { CampaignSheet.TownLine(town: unit($0.town), counts: $0.counts) },
      closing: campaign.closing.map { CampaignSheet.ClosingLine(on: $0.on, size: Int($0.size)) },
      withdrawal: campaign.withdrawal.map {
        CampaignSheet.WithdrawalLine(on: $0.on, reason: $0.reason, size: Int($0.size))
      },
      rows: page.map {
        row($0.subject, $0.state, of: plan, for: viewer, isOpen: isOpen && plan.first <= today, circles)
      },
      next: found.count > limit ? page.last.map { String($0.subject.serial) } : nil,
      mayClose: isOffice && isOpen, mayRecordForOthers: isOffice, isNarrowed: units != nil)
  }

  private func row(
    _ subject: Subject, _ state: CampaignRowState, of plan: CampaignPlan, for viewer: Officer, isOpen: Bool,
    _ circles: [UnitID: Set<UnitID>]
  ) -> CoverageRow {
    var owners: [UnitID] = []
    for role in plan.roles {
      let owner = subject.details.owner(role)
      let today = directory.answering(for: owner)
      if !owners.contains(today) { owners.append(today) }
    }
    let waits = isOpen && state != .covered && state != .left
    let isOwn =
      viewer.isUnitOfficer && owners.contains { plan.visitors(for: $0, in: directory, circles).contains(viewer.unit) }
    let own = isOwn ? viewer.unit : nil
    let other = viewer.roles.contains(.coordinator) ? owners.first : nil
    return CoverageRow(
      subject: row(subject), state: state, owners: owners.map(unit), mayMissFor: waits ? own ?? other : nil)
  }

  /// What these units still owe to campaigns that have begun, what ends first on top.
  func campaignWork(of units: Set<UnitID>, limit: Int) throws(StorageError) -> [CampaignWork] {
    let coverage = CoverageStore(session, district, directory)
    var work: [CampaignWork] = []
    let running = try CampaignStore(session, district).running(on: today)
    for campaign in running.sorted(by: { ($0.plan.last, $0.id) < ($1.plan.last, $1.id) }) {
      let found = try coverage.page(of: campaign, states: [.open], owners: units, after: 0, limit: limit + 1)
      guard !found.isEmpty else { continue }
      work.append(
        CampaignWork(
          campaign: row(campaign, CampaignCounts()), checklist: campaign.plan.checklist,
          title: title(of: campaign.plan.checklist),
          workdaysLeft: calendar.workdays(after: today, through: campaign.plan.last),
          rows: found.prefix(limit).map { row($0.subject) }, hasMore: found.count > limit,
          isProvisional: calendar.isUnknown(campaign.plan.last)))
    }
    return work
  }
}

extension CampaignFilter.Show {
  fileprivate var states: [CampaignRowState] {
    switch self {
    case .open: [.open]
    case .covered: [.covered]
    case .missed: [.notReached, .noAccess, .closed]
    case .left: [.left]
    }
  }
}
