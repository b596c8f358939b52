import Directory
import Ground
import Inspections
import Packs
import Storage
import Subjects

/// What lets a subject resume that stands still (复工核查): its type's checklist, gone through since it was suspended.
struct Gate {
  let checklist: Checklist
  let subject: Subject
  private let since: CivilDate

  /// Nil where the subject does not stand still, or its type has no gate.
  init?(of subject: Subject, in work: StandingWork) {
    guard case .suspended(_, let since) = subject.status, let code = work.subjectTypes[subject.type]?.gate,
      let checklist = work.checklists[code]
    else { return nil }
    (self.checklist, self.subject, self.since) = (checklist, subject, since)
  }

  /// The last inspection by the checklist since the stop, where it opens the gate: it was written down behind the stop in the
  /// ledger, so that one of that morning does not open what was shut in the afternoon, and by another than whoever runs the
  /// subject (DESIGN §3.3). What was found last counts: one that found something closes the gate again.
  ///
  /// A day has no hour: a visit before the stop that is written down after it on the same day counts.
  func passed(
    _ session: any SQLSession, _ district: DistrictID, _ directory: Directory
  ) throws(StorageError) -> Inspection? {
    let entries = EntryStore(session, district)
    let own = subject.details.responsible.map { directory.circle(of: $0) } ?? []
    guard
      let seen = try InspectionStore(session, district).last(subject.id, checklist.code, since: since, notBy: own),
      seen.opens(checklist),
      let stopped = try entries.last(of: "subject:\(subject.id)", kind: "subject.suspended")?.fact.position,
      let recorded = try entries.last(of: "inspection:\(seen.id)", kind: "inspection.recorded")?.fact.position
    else { return nil }
    return recorded > stopped ? seen : nil
  }
}
