import Directory
import Duties
import Ground
import Packs
import Storage
import Subjects

extension Asking {
  /// For which duties and campaigns an inspection by this unit counts, among those that ask for one by the checklist on
  /// that day; nil where none does. Spot checks are not among them: they are made for a draw.
  func counts(
    of subject: Subject, _ checklist: String, by unit: UnitID, on day: CivilDate
  ) throws(StorageError) -> VisitCounts? {
    func line(_ what: VisitCounts.What, _ owners: [UnitID], _ isCounted: Bool) -> VisitCounts.Line {
      var seen: Set<UnitID> = []
      let owners = owners.map { directory.answering(for: $0) }.filter {
        seen.insert($0).inserted
      }
      return VisitCounts.Line(what: what, units: owners.map(self.unit), isCounted: isCounted)
    }
    var lines: [VisitCounts.Line] = []
    for duty in packs.work.dutiesInOrder
    where duty.checklist == checklist && duty.isOwedByEach(on: day) && duty.subjects.contains(subject.type)
      && duty.matches(subject.details.attributes)
    {
      let holders = directory.holders(of: duty, subject.details.unit)
      let isCounted = holders.contains { directory.counted(for: $0).contains(unit) }
      if !holders.isEmpty { lines.append(line(.duty(duty.title), holders.map(\.unit), isCounted)) }
    }
    let circles = directory.circles()
    for campaign in try CampaignStore(session, district).covering(day) where campaign.plan.checklist == checklist {
      guard try CoverageStore(session, district, directory).row(of: campaign, subject.id) != nil else { continue }
      let owners = campaign.plan.roles.map(subject.details.owner)
      let isCounted = owners.contains { campaign.plan.visitors(for: $0, in: directory, circles).contains(unit) }
      lines.append(line(.campaign(campaign.plan.name), owners, isCounted))
    }
    return lines.isEmpty ? nil : VisitCounts(lines: lines)
  }
}
