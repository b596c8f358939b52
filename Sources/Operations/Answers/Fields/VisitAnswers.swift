import Directory
import Ground
import Packs
import Storage
import Subjects

extension Asking {
  /// How many inspections a subject sees, from where the person looking stands.
  ///
  /// - Parameter duties: all that fall on it, with their open windows.
  func load(on subject: Subject, for viewer: Officer, _ duties: [DutyLine]) throws(StorageError) -> VisitLoad {
    let own = ownUnits(viewer, subject)
    let lately =
      try InspectionStore(session, district).units(
        at: [subject.id], on: weekBehind, notBy: own)[subject.id] ?? []
    var coming: [VisitLoad.Coming] = []
    for line in duties {
      guard let window = line.windows.filter({ !$0.isDone }).min(by: { $0.days.last < $1.days.last }) else { continue }
      for unit in line.units where !own.contains(unit.id) {
        coming.append(VisitLoad.Coming(unit: unit, duty: line.duty.title, last: window.days.last))
      }
    }
    return VisitLoad(
      lately: lately.map { VisitLoad.Visit(unit: unit($0.unit), day: $0.day) },
      coming: coming.sorted { ($0.last, $0.unit.id) < ($1.last, $1.unit.id) })
  }

  /// Of some subjects, those that enough other units came to lately, with how many.
  func crowded(_ subjects: [SubjectID], for viewer: Officer) throws(StorageError) -> [SubjectID: Int] {
    let own = directory.circle(of: viewer.unit)
    return try InspectionStore(session, district).units(at: Set(subjects), on: weekBehind, notBy: own)
      .mapValues(\.count).filter { $0.value >= VisitLoad.enough }
  }

  private var weekBehind: DayRange {
    DayRange(today.adding(days: 1 - VisitLoad.days), today) ?? DayRange(today)
  }

  /// What the own unit does burdens nobody twice, nor what whoever runs the subject does there.
  private func ownUnits(_ viewer: Officer, _ subject: Subject) -> Set<UnitID> {
    let runs = subject.details.responsible.map { directory.circle(of: $0) } ?? []
    return directory.circle(of: viewer.unit).union(runs)
  }
}
