import Directory
import Duties
import Ground
import Storage
import Subjects

/// What duties, campaigns, key periods and trainings ask of each unit in a month.
struct FieldBurdens {
  var daily: [UnitID: [BurdenRow.Daily]] = [:]
  var campaigns: [UnitID: [BurdenRow.Places]] = [:]
  var rounds: [UnitID: Int] = [:]
  var refreshers: [UnitID: Int] = [:]
}

extension Asking {
  /// What falls on a unit that has ended counts for its heir. Rounds are those whose window ends in the month; visits that
  /// were made are not taken off, since they were asked for too.
  func fieldBurdens(in month: DayRange) throws(StorageError) -> FieldBurdens {
    var burdens = FieldBurdens()
    for period in try PeriodStore(session, district).overlapping(month) where period.terms.reportBy != nil {
      guard let days = period.days.common(with: month) else { continue }
      var counts: [UnitID: Int] = [:]
      for offset in 0..<days.count {
        for unit in period.units(on: days.first.adding(days: offset), in: directory) { counts[unit, default: 0] += 1 }
      }
      for (unit, days) in counts {
        burdens.daily[unit, default: []].append(
          BurdenRow.Daily(period: period.id, title: period.terms.title, days: days))
      }
    }
    for line in try refreshers(course: nil, unit: nil, units: nil) {
      if let due = line.due?.day, month.contains(due) { burdens.refreshers[line.unit.id, default: 0] += 1 }
    }
    let campaigns = try CampaignStore(session, district).overlapping(month).filter { !$0.isEnded }
    let duties = try pacing(near: month).book.plan(in: month) { month.contains($0.last) }
    let types = Set(duties.map(\.type) + campaigns.flatMap(\.plan.subjects)).sorted()
    let groups = Dictionary(
      grouping: try CountStore(session, district).groups(of: types), by: { $0.subject.type })
    for campaign in campaigns {
      for (unit, subjects) in places(of: campaign.plan, Set(campaign.plan.subjects).flatMap { groups[$0] ?? [] }) {
        burdens.campaigns[unit, default: []].append(
          BurdenRow.Places(campaign: campaign.id, name: campaign.plan.name, subjects: subjects))
      }
    }
    burdens.rounds = rounds(of: duties, groups)
    return burdens
  }

  private func rounds(of duties: [PlannedDuty], _ groups: [String: [SubjectGroup]]) -> [UnitID: Int] {
    var rounds: [UnitID: Int] = [:]
    for duty in duties {
      for group in groups[duty.type] ?? [] where duty.falls(on: group.subject, in: directory) {
        let windows = duty.windows.count { $0.isOwed(by: group.subject) }
        guard windows > 0 else { continue }
        for unit in Set(duty.holders(of: group.subject, in: directory).map { directory.answering(for: $0.unit) }) {
          rounds[unit, default: 0] += windows * group.count
        }
      }
    }
    return rounds
  }

  /// How many of a campaign's subjects fall on each unit; a joint visit falls on each of its units.
  private func places(of plan: CampaignPlan, _ groups: [SubjectGroup]) -> [UnitID: Int] {
    guard let days = DayRange(plan.first, plan.last) else { return [:] }
    let towns = plan.area(in: directory)
    var places: [UnitID: Int] = [:]
    for group in groups {
      let subject = group.subject
      guard towns.isEmpty || towns.contains(subject.territorial), subject.isThere(in: days),
        plan.conditions.allSatisfy({ subject.choices[$0.key].map($0.value.contains) ?? false })
      else { continue }
      for unit in Set(plan.roles.map { directory.answering(for: subject.owner($0)) }) {
        places[unit, default: 0] += group.count
      }
    }
    return places
  }
}
