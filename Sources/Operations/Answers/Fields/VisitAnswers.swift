import Directory
import Ground
import Inspections
import Packs
import Storage
import Subjects

extension Asking {
  /// How many inspections a subject sees, from where the person looking stands.
  ///
  /// - Parameter duties: all that fall on it, with their open windows.
  func load(on subject: Subject, for viewer: Officer, _ duties: [DutyLine]) throws(StorageError) -> VisitLoad {
    let own = ownUnits(viewer.unit, subject)
    let lately = try visits(to: subject, notBy: viewer.unit, until: today)
    var coming: [VisitLoad.Coming] = []
    for line in duties {
      guard let window = line.windows.filter({ !$0.isDone }).min(by: { $0.days.last < $1.days.last }) else { continue }
      for unit in line.units where !own.contains(unit.id) {
        coming.append(VisitLoad.Coming(unit: unit, duty: line.duty.title, last: window.days.last))
      }
    }
    return VisitLoad(
      lately: lately.map { VisitLoad.Visit(unit: unit($0.unit), day: $0.day) },
      coming: coming.sorted { ($0.last, $0.unit.id) < ($1.last, $1.unit.id) }, cap: packs.work.visits)
  }

  /// The other units that came in the days of the packs' cap, the last of which is given, each once, the latest first.
  func visits(to subject: Subject, notBy unit: UnitID, until day: CivilDate) throws(StorageError) -> [OtherVisit] {
    let own = ownUnits(unit, subject)
    let units = try InspectionStore(session, district).units(at: [subject.id], on: days(until: day), notBy: own)
    return (units[subject.id] ?? []).map { OtherVisit(unit: $0.unit, day: $0.day) }
  }

  /// Of some subjects, those that enough other units came to lately, with how many.
  func crowded(_ subjects: [SubjectID], for viewer: Officer) throws(StorageError) -> [SubjectID: Int] {
    let own = directory.circle(of: viewer.unit)
    return try InspectionStore(session, district).units(at: Set(subjects), on: days(until: today), notBy: own)
      .mapValues(\.count).filter { $0.value >= packs.work.visits.units }
  }

  private func days(until day: CivilDate) -> DayRange {
    DayRange(day.adding(days: 1 - packs.work.visits.days), day) ?? DayRange(day)
  }

  /// What the own unit does burdens nobody twice, nor what whoever runs the subject does there.
  private func ownUnits(_ unit: UnitID, _ subject: Subject) -> Set<UnitID> {
    let runs = subject.details.responsible.map { directory.circle(of: $0) } ?? []
    return directory.circle(of: unit).union(runs)
  }
}
