import Directory
import Duties
import Ground
import Inspections
import Packs
import Storage
import Subjects

extension Asking {
  /// Who came together; nil where a unit came alone.
  func joint(_ inspection: Inspection, of subject: Subject, for viewer: Officer) throws(StorageError) -> JointVisit? {
    guard let joint = inspection.joint else { return nil }
    let store = InspectionStore(session, district)
    if case .part(let host, _) = joint {
      return JointVisit(partners: [], host: try store.load(host).map { line($0) }, parts: [], own: [])
    }
    let parts = try store.of(subject.id, on: DayRange(inspection.day), limit: 100).filter { $0.joins == inspection.id }
    return JointVisit(
      partners: inspection.partners.map(unit), host: nil, parts: parts.map { line($0) },
      own: try own(inspection, parts, subject, viewer))
  }

  /// By which checklists the unit of the person looking may still record its part.
  private func own(
    _ host: Inspection, _ parts: [Inspection], _ subject: Subject, _ viewer: Officer
  ) throws(StorageError) -> [JointVisit.Own] {
    guard host.annulled == nil, isNamed(viewer.unit, in: host),
      mayInspect(subject.details, .officer(viewer), in: directory),
      host.day >= today.adding(days: -InspectionLimit.daysBack)
    else { return [] }
    let recorded = Set(parts.filter { $0.unit == viewer.unit && $0.annulled == nil }.map(\.checklistCode))
    var due: [String: CivilDate] = [:]
    for line in try duties(of: subject)
    where directory.holders(of: line.duty, subject.details.unit).contains(where: {
      directory.counted(for: $0).contains(viewer.unit)
    }) {
      for window in line.windows where !window.isDone && window.days.contains(host.day) {
        due[line.duty.checklist] = min(due[line.duty.checklist] ?? window.days.last, window.days.last)
      }
    }
    return packs.work.checklists.values
      .filter { $0.subjects.contains(subject.type) && !recorded.contains($0.code) }
      .map { JointVisit.Own(checklist: $0.code, title: $0.title, due: due[$0.code]) }
      .sorted { ($0.due == nil ? 1 : 0, $0.checklist) < ($1.due == nil ? 1 : 0, $1.checklist) }
  }

  private func isNamed(_ unit: UnitID, in host: Inspection) -> Bool {
    host.unit != unit && host.partners.contains { directory.holders(of: $0).contains(unit) }
  }

  /// What the form offers: those first who have a duty of their own there now.
  func choice(
    at subject: Subject, with partner: UnitID?, joins host: InspectionID?, for viewer: Officer
  ) throws(StorageError) -> JointChoice {
    let back = DayRange(today.adding(days: -InspectionLimit.daysBack), today) ?? DayRange(today)
    let hosts = try InspectionStore(session, district).of(subject.id, on: back, limit: 100).filter {
      $0.annulled == nil && isNamed(viewer.unit, in: $0)
    }
    let near = Set(DutyRule.UnitRole.allCases.compactMap(subject.details.unit))
    let units = directory.responsibleUnits.filter { $0.id != viewer.unit }
    let rows = hosts.prefix(10).map { line($0) }
    return JointChoice(
      partners: (units.filter { near.contains($0.id) } + units.filter { !near.contains($0.id) }).map(name), hosts: rows,
      with: partner, joins: host.flatMap { id in rows.first { $0.id == id } })
  }

  /// Of some subjects, the other units whose own duties wait there now; with one look at what was done.
  func together(
    at ids: Set<SubjectID>, _ planned: PlannedDay, notBy own: Set<UnitID>
  ) throws(StorageError) -> [SubjectID: [UnitName]] {
    struct Waiting {
      let subject: SubjectID
      let checklist: String
      let unit: UnitID
      let circle: Set<UnitID>
      let window: OwedWindow
    }
    let subjects = try SubjectStore(session, district).load(ids)
    var waiting: [Waiting] = []
    let book = DutyBook(work: packs.work, periods: [], directory: directory)
    for subject in subjects.values where subject.status.code == .active {
      let runs = subject.details.responsible
      for duty in book.duties(of: subject.type, subject.details.attributes) {
        let holders = directory.holders(of: duty, subject.details.unit).map {
          ($0.unit, directory.counted(for: $0))
        }
        // Where one of them is enough, what the own unit does is what the other need not do.
        guard duty.isJoint || holders.allSatisfy({ $0.1.isDisjoint(with: own) }) else { continue }
        let windows = planned.windows(of: duty, subject.type).filter { window, areas in
          areas?.contains(subject.details.territorial) ?? true && window.isOwed(by: subject.spans)
        }.map(\.window)
        for (unit, circle) in holders where unit != runs && circle.isDisjoint(with: own) {
          waiting += windows.map {
            Waiting(subject: subject.id, checklist: duty.checklist, unit: unit, circle: circle, window: $0)
          }
        }
      }
    }
    guard let first = waiting.map(\.window.days.first).min(), let last = waiting.map(\.window.days.last).max(),
      let days = DayRange(first, last)
    else { return [:] }
    let visits = Dictionary(
      grouping: try InspectionStore(session, district).made(
        with: Set(waiting.map(\.checklist)), at: Set(waiting.map(\.subject)), in: days), by: \.subject)
    var found: [SubjectID: Set<UnitID>] = [:]
    for one in waiting {
      let done = (visits[one.subject] ?? []).count { visit in
        visit.checklist == one.checklist && one.window.days.contains(visit.day) && one.circle.contains(visit.unit)
      }
      if done < one.window.times { found[one.subject, default: []].insert(one.unit) }
    }
    return found.mapValues { $0.sorted().map(unit) }
  }
}
