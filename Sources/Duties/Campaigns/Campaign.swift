package import Directory
package import Ground
package import Packs
import Subjects

/// A campaign that a district has started (专项行动): a rule of a pack for a period. Which subjects it goes through follows
/// from the rule, as it was on that day, and the register alone; nobody picks them.
package struct Campaign: Hashable, Codable, Sendable {
  package let id: CampaignID
  package let plan: CampaignPlan
  /// How it ended; nil while it runs.
  package internal(set) var closing: Closing?
  /// That it was taken back (撤销); nil where it was not.
  package internal(set) var withdrawal: Withdrawal?

  package struct Closing: Hashable, Codable, Sendable {
    package let on: CivilDate
    package let figures: CampaignFigures
    /// How many entries the ledger had when they were counted.
    package let size: Int64
  }

  /// What was visited until then stays on record; nothing else is owed, and so nothing is missed.
  package struct Withdrawal: Hashable, Codable, Sendable {
    package let on: CivilDate
    package let reason: Words
    package let figures: CampaignFigures
    /// How many entries the ledger had when they were counted.
    package let size: Int64

    package init(on: CivilDate, reason: Words, figures: CampaignFigures, size: Int64) {
      (self.on, self.reason, self.figures, self.size) = (on, reason, figures, size)
    }
  }

  /// When it was closed or withdrawn; nil where it was neither.
  private var endedOn: CivilDate? { closing?.on ?? withdrawal?.on }

  /// Whether it is over by an act: closed or withdrawn.
  package var isEnded: Bool { endedOn != nil }

  /// Whether it was withdrawn before its first day, so that no inspection counts for it.
  package var neverRan: Bool { withdrawal.map { $0.on < plan.first } ?? false }

  /// Whether it wakes what sleeps on one of its days: it says by which law and what for, goes through subjects of the type
  /// there, and was neither closed nor withdrawn by then.
  package func wakes(_ type: String, in area: UnitID?, on day: CivilDate, _ directory: Directory) -> Bool {
    let isThere = plan.towns.isEmpty || area.map(plan.area(in: directory).contains) ?? true
    return plan.basis != nil && plan.purpose != nil && plan.subjects.contains(type) && isThere
      && endedOn.map { day < $0 } ?? true
  }

  /// The days on which inspections count and subjects join: to the end, or to the day of its closing or withdrawal.
  package var days: DayRange {
    let last = endedOn.map { min(plan.last, max($0, plan.first)) } ?? plan.last
    return DayRange(plan.first, last) ?? DayRange(plan.first)
  }
}

/// What was decided at the start of a campaign.
package struct CampaignPlan: Hashable, Codable, Sendable {
  /// The code of the pack's campaign.
  package let rule: String
  package let name: Words
  package let field: Field
  package let first: CivilDate
  package let last: CivilDate
  /// The types of subjects.
  package let subjects: [String]
  /// Attribute → choices of which a subject has one.
  package let conditions: [String: [String]]
  package let checklist: String
  package let times: Int
  package let units: [String]
  package let isJoint: Bool
  /// Only the towns and what lies in them; empty: the whole district.
  package let towns: [UnitID]
  /// Of a hundred subjects so many are to be visited.
  package let target: Int
  /// The department that answers for it.
  package let office: UnitID
  /// The meeting's matter that it follows from.
  package let matter: MatterID?
  /// Of one that sleeps until the law wakes it: which law, and what for.
  package let basis: Words?
  package let purpose: Words?
  /// Whether of a place in a community the town's visits count as well; nil, as before they did: not.
  package let isTownsToo: Bool?

  /// - Parameter rule: as the packs have it today; it holds to the campaign's end, whatever becomes of the pack.
  package init(
    rule: CampaignRule, name: Words, first: CivilDate, last: CivilDate, towns: [UnitID], target: Int?, office: UnitID,
    matter: MatterID?, basis: Words?, purpose: Words?
  ) {
    (self.rule, self.name, self.field, self.first, self.last) = (rule.code, name, rule.field, first, last)
    subjects = rule.subjects
    conditions = Dictionary(rule.conditions.map { ($0.attribute, $0.choices.sorted()) }) { first, _ in first }
    (checklist, times, units) = (rule.checklist, rule.times, rule.units.map(\.rawValue))
    (isJoint, self.towns, self.target) = (rule.isJoint, towns, target ?? rule.target)
    (self.office, self.matter, self.basis, self.purpose) = (office, matter, basis, purpose)
    isTownsToo = true
  }

  /// Its towns and what lies in them; empty: the whole district.
  package func area(in directory: Directory) -> Set<UnitID> {
    towns.reduce(into: []) { $0.formUnion(directory.circle(of: $1)) }
  }

  /// Whose visits count for a row that a unit owes.
  ///
  /// - Parameter circles: as `Directory.circles()` says.
  package func visitors(
    for owner: UnitID, in directory: Directory, _ circles: [UnitID: Set<UnitID>]
  ) -> Set<UnitID> {
    if isTownsToo == true { return directory.visitors(for: owner, circles) }
    let now = directory.answering(for: owner)
    return circles[now] ?? [now]
  }

  /// Whose it is, by the subject's own units.
  package var roles: [DutyRule.UnitRole] { units.compactMap(DutyRule.UnitRole.init) }
}

/// Why a subject was not visited (未检原因). Nothing else may be said, so that nothing is said of persons (DESIGN §7).
package enum MissReason: String, CaseIterable, Codable, Sendable {
  /// Nobody got there (未到达).
  case notReached = "not_reached"
  /// Nobody was let in (未能进入).
  case noAccess = "no_access"
  /// It stands closed (停业关闭).
  case closed
}

/// A subject that a campaign did not visit, with the reason.
package struct Miss: Hashable, Codable, Sendable {
  package let subject: SubjectID
  package let reason: MissReason
  /// The unit that says so.
  package let unit: UnitID
  /// Whether somebody recorded it for the unit (代录).
  package let isOnBehalf: Bool
  /// How the unit told whoever recorded it; nil also in entries of before.
  package let recordedFor: StandbyChannel?

  package init(
    subject: SubjectID, reason: MissReason, unit: UnitID, isOnBehalf: Bool, recordedFor: StandbyChannel? = nil
  ) {
    (self.subject, self.reason, self.unit, self.isOnBehalf) = (subject, reason, unit, isOnBehalf)
    self.recordedFor = recordedFor
  }
}

/// How far a subject's row is.
package enum CampaignRowState: String, CaseIterable, Codable, Sendable {
  /// Neither visited as often as it takes nor missed for a reason.
  case open
  case covered
  case notReached = "not_reached"
  case noAccess = "no_access"
  case closed
  /// It left the register before it was visited, and counts no more.
  case left
}

/// How many rows of a campaign are how far, by town.
package struct CampaignFigures: Hashable, Codable, Sendable {
  package internal(set) var towns: [Town]

  package struct Town: Hashable, Codable, Sendable {
    package let town: UnitID
    package internal(set) var counts: CampaignCounts

    package init(town: UnitID, counts: CampaignCounts) { (self.town, self.counts) = (town, counts) }
  }

  package init(towns: [Town]) { self.towns = towns }

  /// What was visited alone.
  package var visited: CampaignFigures {
    CampaignFigures(
      towns: towns.compactMap { $0.counts.covered > 0 ? Town(town: $0.town, counts: $0.counts.visited) : nil })
  }

  package var total: CampaignCounts { towns.reduce(into: CampaignCounts()) { $0.add($1.counts) } }
}

/// How many rows are how far.
package struct CampaignCounts: Hashable, Codable, Sendable {
  package private(set) var open = 0
  package private(set) var covered = 0
  package private(set) var notReached = 0
  package private(set) var noAccess = 0
  package private(set) var closed = 0
  package private(set) var left = 0

  package init() {}

  package init(_ counts: [CampaignRowState: Int]) {
    for (state, amount) in counts { add(amount, to: state) }
  }

  package mutating func add(_ amount: Int, to state: CampaignRowState) {
    switch state {
    case .open: open += amount
    case .covered: covered += amount
    case .notReached: notReached += amount
    case .noAccess: noAccess += amount
    case .closed: closed += amount
    case .left: left += amount
    }
  }

  package mutating func add(_ other: CampaignCounts) {
    for state in CampaignRowState.allCases { add(other[state], to: state) }
  }

  package subscript(state: CampaignRowState) -> Int {
    switch state {
    case .open: open
    case .covered: covered
    case .notReached: notReached
    case .noAccess: noAccess
    case .closed: closed
    case .left: left
    }
  }

  /// What was visited alone: of a withdrawn campaign nothing else is owed.
  package var visited: CampaignCounts { CampaignCounts([.covered: covered]) }

  package var missed: Int { notReached + noAccess + closed }

  /// The denominator: every subject of the rule, without those that left before they were visited.
  package var rows: Int { open + covered + missed }
}

/// What happened to a campaign; the entry's kind is `campaign.` and the case's name.
package enum CampaignChange: Hashable, Codable, Sendable {
  case started(CampaignPlan)
  /// A later one about the same subject takes its place.
  case missed(Miss)
  case closed(Campaign.Closing)
  case withdrawn(Campaign.Withdrawal)
}

package struct CampaignEvent: Hashable, Sendable {
  package let change: CampaignChange
  package let by: String
  package let at: Instant

  package init(_ change: CampaignChange, by: String, at: Instant) { (self.change, self.by, self.at) = (change, by, at) }
}

/// What an event makes of a campaign. Misses are rows of their own, since there may be very many. Pure; acts, rebuilding and
/// `check` share it.
package func evolve(_ campaign: Campaign?, of id: CampaignID, with event: CampaignEvent) -> Campaign? {
  switch event.change {
  case .started(let plan): return Campaign(id: id, plan: plan, closing: nil, withdrawal: nil)
  case .missed: return campaign
  case .closed(let closing):
    var ended = campaign
    ended?.closing = closing
    return ended
  case .withdrawn(let withdrawal):
    var ended = campaign
    ended?.withdrawal = withdrawal
    return ended
  }
}
