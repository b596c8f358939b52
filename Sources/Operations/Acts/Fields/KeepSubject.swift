package import Ground
import Inspections
import Packs
import Storage
package import Subjects

/// An act on one subject that is there already.
package protocol ActOnSubject: Act where Outcome == Done {
  var subject: SubjectID { get }
  /// The version that the page showed; refused as stale where the subject has moved on. Nil: do not ask.
  var seen: Int? { get }
  /// What was typed, for the door.
  var typed: [Words?] { get }

  func command(on subject: Subject, in room: ActRoom) throws -> SubjectCommand
}

extension ActOnSubject {
  package func perform(in room: ActRoom) throws -> Done {
    guard let before = try room.open.subject(subject) else { throw Refusal(.subjectUnknown) }
    if let seen, seen != before.version { throw Refusal(.pageStale) }
    try room.inspect(typed)
    let events = try decide(
      try command(on: before, in: room), on: before, by: room.actor, at: room.now, in: try room.directory(),
      packs: room.packs)
    try room.open.append(events, to: subject)
    return Done()
  }
}

/// What is known of a subject is written down anew (变更登记).
package struct AmendSubject: ActOnSubject {
  package let subject: SubjectID
  package let seen: Int?
  package let form: SubjectForm
  package let reason: Words

  package init(subject: SubjectID, seen: Int?, form: SubjectForm, reason: Words) {
    (self.subject, self.seen, self.form, self.reason) = (subject, seen, form, reason)
  }

  package var typed: [Words?] { form.typed + [reason] }

  package func command(on subject: Subject, in room: ActRoom) throws -> SubjectCommand {
    guard let type = room.packs.work.subjectTypes[subject.type] else {
      throw Refusal(.subjectType, at: "type", ["type": subject.type])
    }
    try PersonsRule.check(form.name, packs: room.packs)
    return .amend(try form.details(of: type).keeping(subject.details), reason: reason)
  }
}

/// A subject is graded in the four colours of risk, with the reason (风险分级).
package struct GradeSubject: ActOnSubject {
  package let subject: SubjectID
  package let seen: Int?
  package let grade: RiskGrade
  package let reason: Words

  package init(subject: SubjectID, seen: Int?, grade: RiskGrade, reason: Words) {
    (self.subject, self.seen, self.grade, self.reason) = (subject, seen, grade, reason)
  }

  package var typed: [Words?] { [reason] }

  package func command(on subject: Subject, in room: ActRoom) -> SubjectCommand { .grade(grade, reason: reason) }
}

/// A subject stands still for now (停用): no duty falls on it until it resumes.
package struct SuspendSubject: ActOnSubject {
  package let subject: SubjectID
  package let seen: Int?
  package let reason: Words

  package init(subject: SubjectID, seen: Int?, reason: Words) {
    (self.subject, self.seen, self.reason) = (subject, seen, reason)
  }

  package var typed: [Words?] { [reason] }

  package func command(on subject: Subject, in room: ActRoom) -> SubjectCommand { .suspend(reason: reason) }
}

/// A subject that stood still resumes (恢复): where its type has a gate, only after an inspection by that checklist which
/// left nothing to be put right and really looked at what is essential, recorded since it was suspended, by another than the
/// unit that runs it.
package struct ResumeSubject: ActOnSubject {
  package let subject: SubjectID
  package let seen: Int?
  package let reason: Words

  package init(subject: SubjectID, seen: Int?, reason: Words) {
    (self.subject, self.seen, self.reason) = (subject, seen, reason)
  }

  package var typed: [Words?] { [reason] }

  package func command(on subject: Subject, in room: ActRoom) throws -> SubjectCommand {
    let gate = Gate(of: subject, in: room.packs.work)
    let passed = try gate?.passed(room.open.session, room.open.district, try room.directory())
    return .resume(passed: passed?.id, reason: reason)
  }
}

/// A subject is gone for good (注销): closed, demolished, scrapped.
package struct RetireSubject: ActOnSubject {
  package let subject: SubjectID
  package let seen: Int?
  package let reason: Words

  package init(subject: SubjectID, seen: Int?, reason: Words) {
    (self.subject, self.seen, self.reason) = (subject, seen, reason)
  }

  package var typed: [Words?] { [reason] }

  package func command(on subject: Subject, in room: ActRoom) -> SubjectCommand { .retire(reason: reason) }
}
