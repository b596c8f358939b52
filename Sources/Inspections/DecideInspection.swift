package import Directory
package import Ground
package import Matters
package import Packs
package import Subjects

/// How much an inspection holds.
package enum InspectionLimit {
  /// In Unicode scalars.
  package static let text = 500
  package static let note = 1000
  package static let findings = 50
  package static let inspectors = 10
  /// Units that take part in a joint inspection.
  package static let partners = 10
  /// In days before today; what lies further back is recorded by nobody any more.
  package static let daysBack = 31
  /// Of one thing, as it was found; and as many as it was put right.
  package static let picturesOfOne = 3
  package static let pictures = 12
  /// In megabytes, of all pictures of an inspection together.
  package static let pictureSize = 40
}

package enum InspectionCommand: Sendable {
  /// - Parameters:
  ///   - others: the other units that came within the days of the packs' cap, each once, the latest first.
  ///   - host: the inspection that it says it is a part of, if it is there.
  ///   - isAwake: whether a campaign that the law woke goes through the subject's type; asked of types that sleep alone.
  case record(Inspection, others: [OtherVisit] = [], host: Inspection? = nil, isAwake: Bool = false)
  case annul(reason: Words)
  /// - Parameter papers: what the inspection made out.
  case serve(Service, papers: [MadePaper])
  case scan(ServiceID, Evidence, papers: [MadePaper])
  case annulService(ServiceID, ServiceSlip, papers: [MadePaper])
}

/// Answers a command with what happens, or with every reason why it may not.
package func decide(
  _ command: InspectionCommand, on inspection: Inspection?, of subject: Subject?, by actor: Actor, at now: Instant,
  in directory: Directory, packs: PackLibrary
) throws(Refusal) -> [InspectionEvent] {
  let rules = InspectionRules(
    subject: subject, actor: actor, today: now.civilDate, directory: directory, work: packs.work)
  let change: InspectionChange
  switch command {
  case .record(let new, let others, let host, let isAwake):
    guard inspection == nil else { throw Refusal(.inspectionExists) }
    try refuse(rules.problems(of: new, after: others, with: host, isAwake: isAwake))
    change = .recorded(new)
  case .annul(let reason):
    guard let inspection else { throw Refusal(.inspectionUnknown) }
    guard inspection.annulled == nil else { throw Refusal(.inspectionAnnulled) }
    try refuse(rules.problems(annulling: inspection, reason))
    change = .annulled(reason: reason)
  case .serve(let service, let papers):
    guard let inspection else { throw Refusal(.inspectionUnknown) }
    try refuse(ServiceRules(inspection, papers, actor, now.civilDate, directory).problems(of: service))
    change = .served(service)
  case .scan(let id, let scan, let papers):
    guard let inspection else { throw Refusal(.inspectionUnknown) }
    try refuse(ServiceRules(inspection, papers, actor, now.civilDate, directory).problems(adding: scan, to: id))
    change = .serviceScanned(id, scan)
  case .annulService(let id, let slip, let papers):
    guard let inspection else { throw Refusal(.inspectionUnknown) }
    try refuse(ServiceRules(inspection, papers, actor, now.civilDate, directory).problems(annulling: id))
    change = .serviceAnnulled(id, slip: slip)
  }
  return [InspectionEvent(change, by: actor.code, at: now)]
}

/// Whether the officer may inspect a subject of these units, besides seeing it: whoever keeps it, and verifiers.
package func mayInspect(_ details: SubjectDetails, _ actor: Actor, in directory: Directory) -> Bool {
  mayKeep(details, actor, in: directory) || (actor.officer.map { !$0.hasLeft && $0.roles.contains(.verifier) } ?? false)
}

/// Whether the officer may declare an inspection void: whoever works for its unit or for the one that took over from it, and
/// a coordinator where one recorded it for the unit, or where nobody took over.
package func mayAnnul(_ inspection: Inspection, _ actor: Actor, in directory: Directory) -> Bool {
  guard let officer = actor.officer, !officer.hasLeft else { return false }
  let heir = directory.units[inspection.unit].flatMap(directory.heir)
  if officer.inspects, officer.unit == heir?.id { return true }
  return officer.roles.contains(.coordinator) && (inspection.recordedFor != nil || heir == nil)
}

extension Officer {
  /// Whether somebody of this role records inspections of the own unit.
  var inspects: Bool { isUnitOfficer || roles.contains(.verifier) || roles.contains(.coordinator) }
}

private struct InspectionRules {
  let subject: Subject?
  let actor: Actor
  let today: CivilDate
  let directory: Directory
  let work: StandingWork

  func problems(
    of new: Inspection, after others: [OtherVisit], with host: Inspection?, isAwake: Bool
  ) -> [Problem] {
    guard let subject, subject.id == new.subject else { return [Problem(.inspectionSubject, at: "subject")] }
    if case .retired(_, let on) = subject.status, new.day >= on {
      return [Problem(.inspectionRetired, at: "subject", ["name": subject.details.name.shown])]
    }
    if let type = work.subjectTypes[subject.type], type.isDormant, !isAwake {
      return [Problem(.inspectionAsleep, at: "subject", ["type": type.title.chinese])]
    }
    guard let list = work.checklists[new.checklistCode], list.edition == new.checklist else {
      return [Problem(.inspectionChecklistGone, at: "checklist", ["checklist": new.checklist])]
    }
    guard list.subjects.contains(subject.type) else {
      return [Problem(.inspectionChecklist, at: "checklist", ["checklist": list.title.chinese])]
    }
    guard list.holds(on: new.day) else {
      return [Problem(.inspectionChecklistOver, at: "checklist", ["checklist": list.title.chinese])]
    }
    let refused = unit(new, subject)
    let rest =
      day(new) + answers(new, list) + findings(new, list) + criteria(new, subject) + pictures(new, list) + words(new)
    return refused.isEmpty ? burden(new, subject, after: others) + joint(new, host) + rest : refused + rest
  }

  func problems(annulling inspection: Inspection, _ reason: Words) -> [Problem] {
    let may = mayAnnul(inspection, actor, in: directory)
    return (may ? [] : [Problem(.inspectionUnit, at: "actor")])
      + written(reason, InspectionLimit.text, at: "reason")
  }

  /// Whoever works for the inspecting unit, and a coordinator who records for it.
  private func person(_ inspection: Inspection) -> [Problem] {
    guard let officer = actor.officer, !officer.hasLeft, officer.inspects else {
      return [Problem(.inspectionUnit, at: "actor")]
    }
    let isFor = inspection.recordedFor != nil && officer.roles.contains(.coordinator)
    if isFor || officer.unit == inspection.unit { return [] }
    let isUntold = inspection.recordedFor == nil && officer.roles.contains(.coordinator)
    return [isUntold ? Problem(.inspectionChannel, at: "recorded_for") : Problem(.inspectionUnit, at: "actor")]
  }

  /// Besides, a unit that is there, with inspectors who serve, and a subject that is theirs to inspect. Of one that is declared
  /// void none of it need be so any more.
  private func unit(_ inspection: Inspection, _ subject: Subject) -> [Problem] {
    let problems = person(inspection)
    guard problems.isEmpty else { return problems }
    guard let unit = directory.units[inspection.unit], unit.ended == nil, unit.kind != .government else {
      return [Problem(.inspectionUnitEnded, at: "unit", ["unit": directory.shownName(of: inspection.unit)])]
    }
    let inspectors = inspection.inspectors
    let known = inspectors.allSatisfy { directory.officers[$0].map { !$0.hasLeft } ?? false }
    let isSound = known && inspectors.count <= InspectionLimit.inspectors && Set(inspectors).count == inspectors.count
    let isFor = inspection.recordedFor != nil && (actor.officer?.roles.contains(.coordinator) ?? true)
    let isSomebody = !inspectors.isEmpty || isFor
    guard isSound, isSomebody else { return [Problem(.inspectionInspectors, at: "inspector")] }
    return mayInspect(subject.details, actor, in: directory)
      ? [] : [Problem(.inspectionOthers, at: "subject", ["name": subject.details.name.shown])]
  }

  private func day(_ inspection: Inspection) -> [Problem] {
    let first = today.adding(days: -InspectionLimit.daysBack)
    guard inspection.day >= first, inspection.day <= today else {
      return [Problem(.inspectionDay, at: "day", ["first": first.iso, "last": today.iso])]
    }
    return []
  }

  /// One visit more than the cap says why. What opens a gate, what was drawn and what whoever runs the subject does there
  /// burden nobody; a hazard is re-inspected by its matter's own act.
  private func burden(_ inspection: Inspection, _ subject: Subject, after others: [OtherVisit]) -> [Problem] {
    let cap = work.visits
    guard inspection.reason == nil, others.count >= cap.units, inspection.checks == nil,
      inspection.visitor == inspection.unit,
      work.subjectTypes[subject.type]?.gate != inspection.checklistCode,
      !(subject.details.responsible.map { directory.circle(of: $0).contains(inspection.unit) } ?? false)
    else { return [] }
    let visits = others.prefix(5).map { "\(directory.shownName(of: $0.unit))（\($0.day.iso)）" }
    return [
      Problem(
        .inspectionCrowded, at: "reason",
        [
          "name": subject.details.name.shown, "days": "\(cap.days)", "units": "\(cap.units)",
          "visits": visits.joined(separator: "、"),
        ])
    ]
  }

  /// Who takes part is another unit that is there, each once; a part is of a unit that was named, of the same visit.
  private func joint(_ inspection: Inspection, _ host: Inspection?) -> [Problem] {
    switch inspection.joint {
    case nil: return []
    case .with(let units):
      let isSound = units.allSatisfy { id in
        directory.units[id].map { $0.ended == nil && $0.kind != .government } ?? false
      }
      let others = Set(units).subtracting([inspection.unit])
      guard isSound, others.count == units.count, 1...InspectionLimit.partners ~= units.count else {
        return [Problem(.inspectionPartners, at: "partner", ["limit": "\(InspectionLimit.partners)"])]
      }
      return []
    case .part(let id, _):
      guard let host, host.id == id, host.subject == inspection.subject, host.annulled == nil,
        host.unit != inspection.unit,
        host.partners.contains(where: { directory.holders(of: $0).contains(inspection.unit) })
      else { return [Problem(.inspectionJoins, at: "joins")] }
      return host.day == inspection.day ? [] : [Problem(.inspectionJointDay, at: "day", ["day": host.day.iso])]
    }
  }

  /// Each item once, in the kind that it is asked in.
  private func answers(_ inspection: Inspection, _ list: Checklist) -> [Problem] {
    var problems: [Problem] = []
    var seen: Set<String> = []
    for answer in inspection.answers {
      guard let item = list.item(answer.item), seen.insert(answer.item).inserted, item.takes(answer.result) else {
        problems.append(Problem(.inspectionAnswer, at: "answer.\(answer.item)"))
        continue
      }
    }
    for item in list.items where !seen.contains(item.code) {
      problems.append(Problem(.inspectionUnanswered, at: "answer.\(item.code)", ["item": item.title.chinese]))
    }
    if problems.isEmpty, inspection.answers.allSatisfy({ $0.result == .notApplicable }) {
      problems.append(Problem(.inspectionNothing, at: "answer.\(list.items.first?.code ?? "")"))
    }
    return problems
  }

  /// What does not pass is described, and what is described did not pass. A major hazard is none that a moment mends.
  private func findings(_ inspection: Inspection, _ list: Checklist) -> [Problem] {
    guard inspection.findings.count <= InspectionLimit.findings else {
      return [Problem(.inspectionFull, at: "finding", ["limit": "\(InspectionLimit.findings)"])]
    }
    let failed = Set(
      inspection.answers.filter { list.item($0.item)?.fails($0.result, on: inspection.day) ?? false }.map(\.item))
    let described = Set(inspection.findings.compactMap(\.item))
    var problems = failed.subtracting(described).sorted().map { code in
      Problem(.inspectionNotDescribed, at: "finding.\(code)", ["item": list.item(code)?.title.chinese ?? code])
    }
    problems += described.subtracting(failed).sorted().map { code in
      Problem(.inspectionPassed, at: "finding.\(code)", ["item": list.item(code)?.title.chinese ?? code])
    }
    for (number, finding) in inspection.findings.enumerated() {
      let place = finding.place(number)
      if finding.fixed != nil, finding.grade == .major { problems.append(Problem(.inspectionMajorFixed, at: place)) }
      if finding.fixed != nil, finding.ordered != nil {
        problems.append(Problem(.inspectionOrderFixed, at: "\(place).due"))
      }
      if let unit = finding.handedTo {
        let place = "\(place).hand_to"
        if finding.fixed != nil { problems.append(Problem(.inspectionHandedFixed, at: place)) }
        if finding.ordered != nil { problems.append(Problem(.inspectionHandedOrder, at: place)) }
        if !mayBeHanded(to: unit) {
          problems.append(
            Problem(.inspectionHandedTo, at: place, ["unit": directory.shownName(of: unit), "near": "—"]))
        } else if unit == inspection.unit || runs(unit) {
          problems.append(Problem(.inspectionHandedOwn, at: place, ["unit": directory.shownName(of: unit)]))
        }
      }
      if (finding.fixed == nil) != (finding.matter != nil) { problems.append(Problem(.inspectionLoose, at: place)) }
    }
    return problems
  }

  /// A unit that is there and deals with matters.
  private func mayBeHanded(to unit: UnitID) -> Bool {
    directory.units[unit].map { $0.ended == nil && $0.kind != .government } ?? false
  }

  /// Whether the unit is the one that runs the subject, or is beneath it: to that one it is ordered, not handed on.
  private func runs(_ unit: UnitID) -> Bool {
    subject?.details.responsible.map { directory.holders(of: $0).contains(unit) } ?? false
  }

  /// By what a hazard is a major one holds on the day, for that type of subject; an ordinary one names none.
  private func criteria(_ inspection: Inspection, _ subject: Subject) -> [Problem] {
    let known = Set(work.criteria(of: subject.type, on: inspection.day).map(\.code))
    return inspection.findings.enumerated().compactMap { number, finding in
      guard let code = finding.criterion, finding.grade != .major || !known.contains(code) else { return nil }
      return Problem(.inspectionCriterion, at: "\(finding.place(number)).criterion")
    }
  }

  /// Each picture shows an item or a finding of the inspection; where the checklist asks for one, there is one or a reason.
  private func pictures(_ inspection: Inspection, _ list: Checklist) -> [Problem] {
    let pictures = inspection.pictures
    guard pictures.count <= InspectionLimit.pictures else {
      return [Problem(.inspectionPictures, at: pictures.last?.place, ["limit": "\(InspectionLimit.pictures)"])]
    }
    guard pictures.reduce(0, { $0 + $1.file.size }) <= InspectionLimit.pictureSize << 20 else {
      let limit = "\(InspectionLimit.pictureSize)MB"
      return [Problem(.inspectionPictureSize, at: pictures.last?.place, ["limit": limit])]
    }
    var problems: [Problem] = []
    for (place, shown) in Dictionary(grouping: pictures, by: \.place).sorted(by: { $0.key < $1.key }) {
      if shown.count > InspectionLimit.picturesOfOne {
        problems.append(Problem(.inspectionPictures, at: place, ["limit": "\(InspectionLimit.picturesOfOne)"]))
      }
      if !shown.allSatisfy({ shows($0, inspection, list) }) {
        problems.append(Problem(.inspectionPictureOfNothing, at: place))
      }
      for other in shown where !other.file.type.hasPrefix("image/") {
        problems.append(Problem(.inspectionPictureKind, at: place, ["name": other.file.name.shown]))
      }
    }
    for (number, finding) in inspection.findings.enumerated() {
      let isShown = !inspection.pictures(of: finding, number).isEmpty
      let item = finding.item.flatMap(list.item)
      if !isShown, finding.noPicture == nil, let item, let why = item.photo {
        problems.append(
          Problem(
            .inspectionPictureMissing, at: "\(finding.place(number)).photo",
            ["item": item.title.chinese, "why": why.chinese]))
      }
      if isShown, finding.noPicture != nil {
        problems.append(Problem(.inspectionPictureTaken, at: "\(finding.place(number)).no_photo"))
      }
    }
    return problems
  }

  private func shows(_ picture: InspectionPicture, _ inspection: Inspection, _ list: Checklist) -> Bool {
    let finding: Finding?
    if let item = picture.item {
      guard picture.finding == nil, list.item(item) != nil else { return false }
      finding = inspection.findings.first { $0.item == item }
    } else {
      finding = picture.finding.flatMap { inspection.findings.indices.contains($0) ? inspection.findings[$0] : nil }
      guard let finding, finding.item == nil else { return false }
    }
    return picture.stage == .found || finding?.fixed != nil
  }

  private func words(_ inspection: Inspection) -> [Problem] {
    var problems = inspection.note.map { written($0, InspectionLimit.note, at: "note") } ?? []
    if case .refused(let how) = inspection.signature {
      problems += written(how, InspectionLimit.text, at: "refusal")
    }
    for (number, finding) in inspection.findings.enumerated() {
      let place = finding.place(number)
      problems += written(finding.text, InspectionLimit.text, at: place)
      if let fixed = finding.fixed { problems += written(fixed, InspectionLimit.text, at: "\(place).fixed") }
    }
    return problems
  }

  private func written(_ words: Words, _ limit: Int, at place: String) -> [Problem] {
    if words.isBlank { return [Problem(.inspectionBlank, at: place)] }
    return words.length > limit ? [Problem(.inspectionLong, at: place, ["limit": "\(limit)"])] : []
  }
}

extension Finding {
  /// Where a form asks for it: by its item, or else by its number among the findings, from 0.
  package func place(_ number: Int) -> String { "finding.\(item ?? String(number))" }
}

extension Checklist.Item {
  /// Whether this is an answer of its kind.
  func takes(_ result: Inspection.Result) -> Bool {
    switch (answer, result) {
    case (_, .notApplicable), (.pass, .pass), (.pass, .fail), (.number, .number), (.validUntil, .validUntil): true
    default: false
    }
  }

  /// Whether the answer shows that something is not in order.
  package func fails(_ result: Inspection.Result, on day: CivilDate) -> Bool {
    switch (answer, result) {
    case (.pass, .fail): true
    case (.number(let range, _), .number(let number)): !range.contains(number)
    case (.validUntil, .validUntil(let last)): last < day
    default: false
    }
  }
}
