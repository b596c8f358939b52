import Duties
package import Ground
import Matters
import Packs
import Storage

/// A campaign is started from a pack's rule (启动专项行动): for which days, in which towns, with which target, under which
/// department, and from which meeting's matter it follows.
package struct StartCampaign: Act {
  /// The code of the pack's campaign.
  package let rule: String
  package let name: Words
  package let first: CivilDate
  package let last: CivilDate
  /// Empty: the whole district.
  package let towns: [UnitID]
  /// Of a hundred subjects so many are to be visited; nil: as the pack says.
  package let target: Int?
  package let office: UnitID
  package let matter: MatterID?
  package let basis: Words?
  package let purpose: Words?
  /// Whoever starts it saw which others go through such places, and starts it all the same.
  package let anyway: Bool

  package init(
    rule: String, name: Words, first: CivilDate, last: CivilDate, towns: [UnitID], target: Int?, office: UnitID,
    matter: MatterID?, basis: Words?, purpose: Words?, anyway: Bool = false
  ) {
    (self.rule, self.name, self.first, self.last, self.towns) = (rule, name, first, last, towns)
    (self.target, self.office, self.matter) = (target, office, matter)
    (self.basis, self.purpose, self.anyway) = (basis, purpose, anyway)
  }

  package func perform(in room: ActRoom) throws -> CampaignID {
    try room.inspect([name, basis, purpose])
    for text in [name, basis, purpose].compactMap({ $0 }) { try PersonsRule.check(text, packs: room.packs) }
    guard let found = room.packs.work.campaigns[rule] else {
      throw Refusal(.campaignRule, at: "rule", ["rule": rule])
    }
    if let matter, try room.open.matter(matter) == nil { throw Refusal(.campaignMatter, at: "matter") }
    let plan = CampaignPlan(
      rule: found, name: name, first: first, last: last, towns: towns, target: target, office: office, matter: matter,
      basis: basis, purpose: purpose)
    let events = try decide(
      .start(plan, rule: found), on: nil, by: room.actor, at: room.now, in: try room.directory())
    if !anyway {
      try room.burden.refuseOverlaps(plan, directory: try room.directory())
    }
    let id = CampaignID(trusted: room.open.identifier())
    try room.open.append(events, to: id)
    return id
  }
}
