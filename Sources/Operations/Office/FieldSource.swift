import Directory
package import Duties
import Ground
import Inspections
import Matters
import Reports
import Storage
import Subjects

/// Where the fields' figures of a report are counted from. A nil plan: there are none.
package enum FieldSource: Sendable {
  /// The tables, which say what the ledger says now: for a report as of now, in grouped questions.
  case tables(FieldPlan?)
  /// The entries below the report's size: the same figures at any time later, and another way to them.
  case entries(FieldPlan?)
}

extension Composition {
  func fieldWork(
    _ source: FieldSource, below size: Int64, directory: Directory, asOf: CivilDate
  ) throws -> FieldWork? {
    switch source {
    case .tables(nil), .entries(nil): nil
    case .tables(let plan?):
      Reports.fieldWork(plan, try FieldTables(session, district).facts(plan), directory: directory, asOf: asOf)
    case .entries(let plan?): Reports.fieldWork(plan, try facts(plan, below: size), directory: directory, asOf: asOf)
    }
  }

  /// Every subject and every inspection as it stood, made again one by one.
  private func facts(_ plan: FieldPlan, below size: Int64) throws -> FieldFacts {
    let (subjects, inspections, reasons) = try standing(below: size)
    var groups: [CountedSubject: Int] = [:]
    for subject in subjects.values { groups[CountedSubject(subject), default: 0] += 1 }
    let counted = inspections.values.filter { $0.annulled == nil && subjects[$0.subject] != nil }
    let now = counted.filter { plan.days?.contains($0.day) ?? false }
    let findings = counted.flatMap(CountedFinding.all)
    let found = try now.flatMap(CountedFinding.all).map { finding in
      let matter = try finding.matter.flatMap { try history($0, below: size)?.matter }
      return FoundFact(
        finding: finding, type: subjects[finding.subject]?.type ?? "", phase: matter?.phase, due: matter?.due?.day)
    }
    let again = Set(found.map(\.finding.subject))
    let earlier = findings.filter { again.contains($0.subject) && $0.item != nil }
    var closedOn: [MatterID: CivilDate] = [:]
    for id in Set(earlier.compactMap(\.matter)) { closedOn[id] = try history(id, below: size)?.matter.closedOn }
    return FieldFacts(
      groups: groups.map { SubjectGroup($0.key, count: $0.value) }, rounds: rounds(plan, counted, subjects),
      inspections: Dictionary(grouping: now) { subjects[$0.subject]?.type ?? "" }.mapValues(\.count), found: found,
      earlier: earlier, closedOn: closedOn,
      stated: reasons.flatMap { duty, reasons in
        reasons.compactMap { window, stated -> StatedWindow? in
          guard plan.days?.contains(window.last) ?? false else { return nil }
          return subjects[window.subject].map {
            StatedWindow(duty: duty, window: window, subject: CountedSubject($0), reason: stated.reason)
          }
        }
      })
  }

  private func rounds(
    _ plan: FieldPlan, _ inspections: [Inspection], _ subjects: [SubjectID: Subject]
  ) -> [String: [SubjectRounds]] {
    var rounds: [String: [SubjectRounds]] = [:]
    for checklist in Set(plan.duties.map(\.checklist)) {
      let visits = Dictionary(grouping: inspections.filter { $0.checklistCode == checklist }, by: \.subject)
      rounds[checklist] = visits.compactMap { id, visits in
        subjects[id].map { subject in
          SubjectRounds(
            id: id, subject: CountedSubject(subject), visits: visits.map { Visit(unit: $0.unit, day: $0.day) })
        }
      }
    }
    return rounds
  }

  private func standing(
    below size: Int64
  ) throws -> (
    subjects: [SubjectID: Subject], inspections: [InspectionID: Inspection],
    reasons: [String: [MissedWindow: StatedReason]]
  ) {
    var (subjects, inspections) = ([SubjectID: Subject](), [InspectionID: Inspection]())
    var reasons: [String: [MissedWindow: StatedReason]] = [:]
    try entries.eachOfFields(below: size) { fact in
      switch fact.event {
      case .subject(let id, let change):
        subjects[id] = evolve(subjects[id], with: SubjectEvent(change, by: fact.by, at: fact.at))
      case .inspection(let id, let change):
        inspections[id] = evolve(inspections[id], with: InspectionEvent(change, by: fact.by, at: fact.at))
      case .missed(let duty, let change): change.follow(&reasons[duty, default: [:]])
      default: break
      }
    }
    return (subjects, inspections, reasons)
  }
}

/// The facts as the tables hold them.
struct FieldTables {
  private let session: any SQLSession
  private let district: DistrictID

  init(_ session: any SQLSession, _ district: DistrictID) { (self.session, self.district) = (session, district) }

  func facts(_ plan: FieldPlan) throws(StorageError) -> FieldFacts {
    let store = CountStore(session, district)
    guard let days = plan.days else {
      return FieldFacts(groups: [], rounds: [:], inspections: [:], found: [], earlier: [], closedOn: [:], stated: [])
    }
    let earlier = try store.earlier(than: days)
    var closedOn: [MatterID: CivilDate] = [:]
    for (id, matter) in try MatterStore(session, district).load(Set(earlier.compactMap(\.matter))) {
      closedOn[id] = matter.closedOn
    }
    return FieldFacts(
      groups: try store.groups(of: Set(plan.duties.map(\.type)).sorted()), rounds: try rounds(plan),
      inspections: try store.inspections(on: days), found: try store.found(on: days).map(FoundFact.init),
      earlier: earlier, closedOn: closedOn, stated: try store.stated(on: days))
  }

  /// - Parameter wanted: the checklists that matter; nil: all of the plan's.
  func rounds(_ plan: FieldPlan, only wanted: Set<String>? = nil) throws(StorageError) -> [String: [SubjectRounds]] {
    var rounds: [String: [SubjectRounds]] = [:]
    for (days, checklists) in plan.spans {
      let checklists = checklists.filter { wanted?.contains($0) ?? true }
      rounds.merge(try CountStore(session, district).rounds(checklists, on: days)) { $1 }
    }
    return rounds
  }
}

extension FoundFact {
  init(_ row: FoundRow) { self.init(finding: row.finding, type: row.type, phase: row.phase, due: row.due) }
}

extension Matter {
  /// The day on which it was closed, while it is.
  var closedOn: CivilDate? { phase == .closed ? closure?.at.civilDate : nil }
}
