import Directory
package import Ground
package import Inspections
import Ledger
package import Matters
package import Packs
import Storage
import Subjects

/// An inspection is written down: its answers, what was found, what was put right at once. What was not becomes a hazard's
/// matter, in the same transaction.
package struct RecordInspection: Act {
  package let subject: SubjectID
  /// The checklist in its version, as the page showed it.
  package let checklist: String
  /// Nil: the inspector's own.
  package let unit: UnitID?
  /// Other inspectors beside the one who records it.
  package let others: [OfficerID]
  package let day: CivilDate
  package let answers: [Inspection.Answer]
  package let findings: [FoundThing]
  package let signature: Inspection.Signature
  package let note: Words?
  package let recordedFor: Inspection.Recording?
  /// Why it was made although enough other units had come lately.
  package let reason: VisitReason?
  package let pictures: [TakenPicture]
  /// The units that took part (联合检查).
  package let partners: [UnitID]
  /// The joint inspection of another unit that this is a part of.
  package let joins: InspectionID?
  /// The inspections that whoever records this one has seen; one that a colleague recorded meanwhile for the same round is
  /// told of first. Nil: nobody looked.
  package let known: [InspectionID]?

  /// Something that was found, before it is known whether it becomes a matter.
  package struct FoundThing: Hashable, Codable, Sendable {
    package let item: String?
    package let text: Words
    package let grade: HazardGrade
    /// How it was put right on the spot; nil where it was not.
    package let fixed: Words?
    /// Why there is no picture; nil where there is one, or nobody asked for it.
    package let noPicture: NoPicture?
    /// By when the inspector ordered it to be put right; nil leaves the term of its grade.
    package let ordered: OrderedTerm?
    /// The code of the rule by which it is a major hazard; nil where none is named.
    package let criterion: String?
    /// The unit whose it is to deal with; nil where it is the inspected unit's.
    package let handedTo: UnitID?

    package init(
      item: String?, text: Words, grade: HazardGrade, fixed: Words?, noPicture: NoPicture? = nil,
      ordered: OrderedTerm? = nil, criterion: String? = nil, handedTo: UnitID? = nil
    ) {
      (self.item, self.text, self.grade, self.fixed) = (item, text, grade, fixed)
      (self.noPicture, self.ordered, self.criterion, self.handedTo) = (noPicture, ordered, criterion, handedTo)
    }
  }

  package init(
    subject: SubjectID, checklist: String, unit: UnitID?, others: [OfficerID], day: CivilDate,
    answers: [Inspection.Answer], findings: [FoundThing], signature: Inspection.Signature, note: Words?,
    recordedFor: Inspection.Recording?, reason: VisitReason? = nil, partners: [UnitID] = [],
    joins: InspectionID? = nil, known: [InspectionID]? = nil, pictures: [TakenPicture] = []
  ) {
    self.known = known
    (self.partners, self.joins) = (partners, joins)
    (self.subject, self.checklist, self.unit, self.others, self.day) = (subject, checklist, unit, others, day)
    (self.answers, self.findings, self.signature) = (answers, findings, signature)
    (self.note, self.recordedFor, self.reason, self.pictures) = (note, recordedFor, reason, pictures)
  }

  package var files: [Evidence] { pictures.map(\.picture.file) }

  package func fingerprint() throws -> String {
    let told = RecordInspection(
      subject: subject, checklist: checklist, unit: unit, others: others, day: day, answers: answers,
      findings: findings, signature: signature, note: note, recordedFor: recordedFor, reason: reason,
      partners: partners, joins: joins)
    return ([try StateJSON.encode(told)] + pictures.map(\.said)).joined(separator: "\n")
  }

  /// Two inspectors on one round hear of each other, and record it twice only where they mean it.
  private func refuseTwice(
    at subject: SubjectID, with code: String, by unit: UnitID, in room: ActRoom
  ) throws {
    guard let known else { return }
    let made = try InspectionStore(room.open.session, room.open.district).of(
      subject, on: DayRange(day), limit: InspectionForm.remembered)
    let isNews = made.contains {
      $0.checklistCode == code && $0.unit == unit && $0.annulled == nil && !known.contains($0.id)
    }
    guard isNews else { return }
    throw Refusal(.inspectionTwice, at: "known", ["unit": try room.directory().shownName(of: unit), "day": day.iso])
  }

  package func perform(in room: ActRoom) throws -> InspectionID {
    guard let officer = room.actor.officer else { throw Refusal(.officerNeeded) }
    try room.inspect(typed)
    for finding in findings { try PersonsRule.check(finding.text, packs: room.packs) }
    let id = InspectionID(trusted: room.open.identifier())
    // Whoever only writes it down for others was not there.
    let own = recordedFor == nil ? [officer.id] : []
    let (unit, inspectors) = (unit ?? officer.unit, own + others.filter { !own.contains($0) })
    if joins != nil, !partners.isEmpty { throw Refusal(.inspectionJointBoth, at: "partner") }
    let host = try joins.flatMap(room.open.inspection)
    let code = String(checklist.prefix { $0 != "@" })
    let asked = try room.packs.work.checklists[code].map { list in
      try AskedChecklist(list).wording(of: list.edition)
    }
    let inspection = Inspection(
      id: id, subject: subject, checklist: checklist, unit: unit, inspectors: inspectors, day: day, answers: answers,
      findings: findings.map { found in
        Finding(
          item: found.item, text: found.text, grade: found.grade, fixed: found.fixed,
          matter: found.fixed == nil ? MatterID(trusted: room.open.identifier()) : nil,
          noPicture: found.noPicture, ordered: found.ordered, criterion: found.criterion,
          handedTo: found.handedTo)
      }, signature: signature, note: note, recordedFor: recordedFor,
      checks: try room.check(of: subject, checklist, by: unit, inspectors, on: day), reason: reason,
      joint: try joint(host, by: unit, in: room), wording: asked?.digest, pictures: pictures.map(\.picture))
    let directory = try room.directory()
    let subject = try room.open.subject(subject)
    // As on its page: there is none for whoever may not see it.
    if let subject, !directory.scope(of: officer).covers(subject.details) {
      throw Refusal(.inspectionSubject, at: "subject")
    }
    if let subject { try refuseTwice(at: subject.id, with: code, by: unit, in: room) }
    let others = try subject.map { try room.asking().visits(to: $0, notBy: unit, until: day) }
    let isAwake = try subject.flatMap { subject in
      try room.packs.work.subjectTypes[subject.type].map { type in
        try room.isAwake(type, in: subject.details.territorial, on: day)
      }
    }
    let events = try decide(
      .record(
        inspection, others: others ?? [], host: host, isAwake: isAwake ?? false),
      on: nil, of: subject, by: room.actor, at: room.now, in: directory, packs: room.packs)
    if let asked, try WordingStore(room.open.session, room.open.district).load(asked.digest) == nil {
      try room.open.append(.record(.checklistKept(asked)), by: room.actor.code)
    }
    try room.open.append(events, to: id)
    if let subject {
      for (number, finding) in inspection.findings.enumerated() {
        try issue(finding, number, of: inspection, subject, in: room)
      }
    }
    return id
  }

  /// Where whoever runs the subject led, which is no visitor, a part is a visit of its own.
  private func joint(_ host: Inspection?, by unit: UnitID, in room: ActRoom) throws -> Inspection.Joint? {
    guard let joins else { return partners.isEmpty ? nil : .with(partners) }
    let runs = try room.open.subject(subject)?.details.responsible
    let isOwn = try runs.map { runs in try host.map { try room.directory().circle(of: runs).contains($0.unit) } ?? false
    }
    return .part(of: joins, visit: isOwn ?? false ? unit : host?.unit ?? unit)
  }

  private var typed: [Words?] {
    var typed = [note] + findings.flatMap { [$0.text, $0.fixed] }
    if case .refused(let how) = signature { typed.append(how) }
    return typed
  }

  /// A hazard's matter: led by the unit to which it was handed on, else by the unit that runs the subject, or else by the town
  /// where it lies (also of a community), or by who supervises its trade, the first of them that is there or has a successor; whoever found it supports, and so sees what becomes of it.
  private func issue(
    _ finding: Finding, _ number: Int, of inspection: Inspection, _ subject: Subject, in room: ActRoom
  ) throws {
    guard let id = finding.matter else { return }
    guard let rule = room.packs.rule(ofHazard: finding.grade, at: subject.type) else {
      throw Refusal([Problem(.packMissing, at: "packs", ["key": "hazards", "kind": finding.grade.rawValue])])
    }
    let field = room.packs.work.subjectTypes[subject.type]?.field
    let directory = try room.directory()
    let units = directory.holders(DutyRule.UnitRole.allCases.reversed(), at: .town, subject.details.unit).map(\.unit)
    let lead =
      finding.handedTo ?? units.lazy.compactMap { directory.units[$0].flatMap(directory.heir)?.id }.first
      ?? subject.details.territorial
    let term = HazardTerm(rule.procedure, packs: room.packs, clock: try room.clock(), now: room.now)
    let due = try term.due(
      finding.ordered, from: inspection.day, at: "\(finding.place(number)).due")
    let issue = Issue(
      id: id, number: try RegisterNumber.next(in: room), procedure: rule.procedure.code,
      text: Words("\(subject.details.name.shown)：\(finding.text.shown)"), source: nil,
      fields: field.map { [$0] } ?? [], lead: lead, supporting: inspection.unit == lead ? [] : [inspection.unit],
      leader: field.flatMap { directory.leader(of: $0)?.id }, due: due,
      urgency: finding.ordered == .atOnce ? .critical : .normal,
      standard: rule.standard, parent: nil, children: [],
      hazard: HazardOrigin(
        inspection: inspection.id, subject: subject.id, checklist: inspection.checklist, item: finding.item,
        grade: finding.grade))
    let events = try decide(
      .issue(issue), on: nil, by: room.actor, at: room.now, in: try room.context(rule.standard))
    try room.open.append(events, to: id)
  }
}

/// An inspection that was written down wrongly is declared void, with the reason (作废). What it found stays: matters are
/// cancelled by their own act.
package struct AnnulInspection: Act {
  package let inspection: InspectionID
  package let reason: Words

  package init(inspection: InspectionID, reason: Words) { (self.inspection, self.reason) = (inspection, reason) }

  package func perform(in room: ActRoom) throws -> Done {
    try room.inspect([reason])
    let before = try room.open.inspection(inspection)
    let events = try decide(
      .annul(reason: reason), on: before, of: nil, by: room.actor, at: room.now, in: try room.directory(),
      packs: room.packs)
    try room.open.append(events, to: inspection)
    return Done()
  }
}
