import Directory
package import Ground

/// What somebody wants done with a subject.
package enum SubjectCommand: Sendable {
  /// `isAwake` says whether a campaign that the law woke goes through the type; of a type that does not sleep it says nothing.
  case register(NewSubject, isAwake: Bool)
  case amend(SubjectDetails, reason: Words)
  case grade(RiskGrade, reason: Words)
  case suspend(reason: Words)
  /// `passed` is the gate inspection that it passed since it was suspended; nil where its type has no gate.
  case resume(passed: InspectionID?, reason: Words)
  case retire(reason: Words)
  /// The import that brought it is taken back.
  case giveBack
}

package struct NewSubject: Hashable, Codable, Sendable {
  package let id: SubjectID
  package let serial: Int
  package let type: String
  package let details: SubjectDetails
  package let risk: RiskGrading?
  package let imported: Subject.Imported?

  package init(
    id: SubjectID, serial: Int, type: String, details: SubjectDetails, risk: RiskGrading?, imported: Subject.Imported?
  ) {
    (self.id, self.serial, self.type, self.details) = (id, serial, type, details)
    (self.risk, self.imported) = (risk, imported)
  }
}

extension NewSubject {
  /// The same with each of its words changed, always in the same order.
  package func changing(_ change: (Words) -> Words) -> NewSubject {
    var attributes = details.attributes
    let (name, address) = (change(details.name), details.address.map(change))
    for case (let code, .words(let words)) in details.attributes.sorted(by: { $0.key < $1.key }) {
      attributes[code] = .words(change(words))
    }
    return NewSubject(
      id: id, serial: serial, type: type,
      details: SubjectDetails(
        name: name, address: address, position: details.position, supervising: details.supervising,
        territorial: details.territorial, responsible: details.responsible, attributes: attributes),
      risk: risk.map { RiskGrading(grade: $0.grade, reason: change($0.reason), on: $0.on) }, imported: imported)
  }
}

/// What happened to a subject; the entry's kind is `subject.` and the case's name.
package enum SubjectChange: Hashable, Codable, Sendable {
  case registered(NewSubject)
  case amended(SubjectDetails, reason: Words)
  case graded(RiskGrading)
  case suspended(reason: Words)
  case resumed(passed: InspectionID?, reason: Words)
  case retired(reason: Words)
  case givenBack
}

package struct SubjectEvent: Hashable, Sendable {
  package let change: SubjectChange
  package let by: String
  package let at: Instant

  package init(_ change: SubjectChange, by: String, at: Instant) { (self.change, self.by, self.at) = (change, by, at) }
}

/// What an event makes of a subject. Pure; acts, rebuilding and `check` share it. Nil where it was given back.
package func evolve(_ subject: Subject?, with event: SubjectEvent) -> Subject? {
  if case .registered(let new) = event.change {
    return Subject(
      id: new.id, serial: new.serial, type: new.type, details: new.details, risk: new.risk, status: .active,
      spans: [Subject.Span(first: event.at.civilDate)], imported: new.imported, version: 1)
  }
  guard var subject else { return nil }
  switch event.change {
  case .registered: break
  case .amended(let details, _): subject.details = details
  case .graded(let grading): subject.risk = grading
  case .suspended(let reason):
    subject.status = .suspended(reason: reason, since: event.at.civilDate)
    subject.endSpan(on: event.at.civilDate)
  case .resumed:
    subject.keepFirstDay()
    subject.status = .active
    subject.spans.append(Subject.Span(first: event.at.civilDate))
  case .retired(let reason):
    subject.keepFirstDay()
    subject.status = .retired(reason: reason, on: event.at.civilDate)
    subject.endSpan(on: event.at.civilDate)
  case .givenBack: return nil
  }
  subject.version += 1
  return subject
}

extension Subject {
  /// What goes on after it stood still from its first day says no more when that was.
  fileprivate mutating func keepFirstDay() {
    if spans.isEmpty, stillSince == nil, case .suspended(_, let since) = status { stillSince = since }
  }

  /// It is looked after through the day before; one that begins and ends on one day was not.
  fileprivate mutating func endSpan(on day: CivilDate) {
    guard let last = spans.last, last.last == nil else { return }
    if last.first < day { spans[spans.count - 1].last = day.adding(days: -1) } else { spans.removeLast() }
  }
}
