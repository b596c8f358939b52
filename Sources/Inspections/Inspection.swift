package import Ground
package import Matters
package import Packs

/// One visit to a subject with a checklist (检查): what was asked and answered, what was found, and what became of it there.
package struct Inspection: Hashable, Codable, Sendable {
  package let id: InspectionID
  package let subject: SubjectID
  /// The checklist in the version that was used, e.g. `fire.crowded@2`.
  package let checklist: String
  /// The unit whose inspection it was.
  package let unit: UnitID
  /// Who inspected, for the record's signatures; nothing is counted by them (DESIGN §7).
  package let inspectors: [OfficerID]
  package let day: CivilDate
  package let answers: [Answer]
  package let findings: [Finding]
  package let signature: Signature
  package let note: Words?
  /// Where somebody recorded it for the unit (代录).
  package let recordedFor: Recording?
  /// Why it was declared void; nil while it counts.
  package internal(set) var annulled: Words?
  /// The draw that it was made for; nil for any other.
  package let checks: Check?
  /// Why it was made although enough other units had come lately; nil where no reason was given.
  package let reason: VisitReason?
  /// Nil where no picture was taken.
  let photos: [InspectionPicture]?
  /// With which units it was made together; nil where the unit came alone.
  package let joint: Joint?
  /// The digest of what the checklist asked; nil where that was not kept.
  package let wording: String?
  /// Nil where no paper of it was served.
  var served: [Service]?

  package struct Answer: Hashable, Codable, Sendable {
    /// The item's code.
    package let item: String
    package let result: Result

    package init(item: String, result: Result) { (self.item, self.result) = (item, result) }
  }

  package enum Result: Hashable, Codable, Sendable {
    case pass, fail
    /// 不适用.
    case notApplicable
    case number(Int)
    case validUntil(CivilDate)
  }

  package enum Signature: Hashable, Codable, Sendable {
    /// The inspected unit signed the record.
    case signed
    /// It refused; the record says how that went (安全生产法 art. 68).
    case refused(Words)
    /// Nobody of it was there; the copy is delivered.
    case absent

    /// As a form says it: what is written of a refusal that was none is not lost without a word.
    package init(_ kind: Kind, refusal: Words?) throws(Refusal) {
      if kind != .refused, refusal?.isBlank == false {
        throw Refusal([Problem(.inspectionNotRefused, at: "signature")])
      }
      self =
        switch kind {
        case .signed: .signed
        case .refused: .refused(refusal ?? Words(""))
        case .absent: .absent
        }
    }

    package var kind: Kind {
      switch self {
      case .signed: .signed
      case .refused: .refused
      case .absent: .absent
      }
    }

    package enum Kind: String, CaseIterable, Codable, Sendable { case signed, refused, absent }
  }

  package enum Recording: String, CaseIterable, Codable, Sendable { case phone, paper, chat }

  package init(
    id: InspectionID, subject: SubjectID, checklist: String, unit: UnitID, inspectors: [OfficerID], day: CivilDate,
    answers: [Answer], findings: [Finding], signature: Signature, note: Words?, recordedFor: Recording?,
    checks: Check? = nil, reason: VisitReason? = nil, joint: Joint? = nil, wording: String? = nil,
    pictures: [InspectionPicture] = []
  ) {
    self.wording = wording
    (self.id, self.subject, self.checklist, self.unit) = (id, subject, checklist, unit)
    (self.inspectors, self.day, self.answers, self.findings) = (inspectors, day, answers, findings)
    (self.signature, self.note, self.recordedFor) = (signature, note, recordedFor)
    (self.checks, self.reason, self.joint) = (checks, reason, joint)
    photos = pictures.isEmpty ? nil : pictures
    (annulled, served) = (nil, nil)
  }

  /// Whether it left nothing to be put right: what was found was put right at once.
  package var isClean: Bool { annulled == nil && findings.allSatisfy { $0.fixed != nil } }

  /// Whether a gate opens on it: it left nothing to be put right, something was really looked at, and so was each item
  /// that the checklist in force marks as essential.
  package func opens(_ gate: Checklist) -> Bool {
    let looked = Set(answers.filter { $0.result != .notApplicable }.map(\.item))
    return isClean && !looked.isEmpty && gate.items.allSatisfy { !$0.isEssential || looked.contains($0.code) }
  }

  /// The checklist's code without the version.
  package var checklistCode: String { checklist.split(separator: "@").first.map(String.init) ?? checklist }
}

/// Something that was found (发现问题): put right on the spot, or a hazard that becomes a matter.
package struct Finding: Hashable, Codable, Sendable {
  /// The checklist's item; nil for what no item asks about.
  package let item: String?
  package let text: Words
  package let grade: HazardGrade
  /// How it was put right at once (立行立改); nil where it was not.
  package let fixed: Words?
  /// The hazard's matter; nil where it was put right at once.
  package let matter: MatterID?
  /// Why there is no picture; nil where there is one, or nobody asked for it.
  package let noPicture: NoPicture?
  /// By when it was ordered to be put right; nil where the term of its grade holds.
  package let ordered: OrderedTerm?
  /// By which rule it is a major one (判定依据), by its code; nil where none was named.
  package let criterion: String?
  /// The unit to which it was handed on, as it is another's to deal with (移交; 安全生产法 Article 69); nil where it was not.
  package let handedTo: UnitID?

  package init(
    item: String?, text: Words, grade: HazardGrade, fixed: Words?, matter: MatterID?, noPicture: NoPicture? = nil,
    ordered: OrderedTerm? = nil, criterion: String? = nil, handedTo: UnitID? = nil
  ) {
    (self.item, self.text, self.grade, self.fixed, self.matter) = (item, text, grade, fixed, matter)
    (self.noPicture, self.ordered, self.criterion, self.handedTo) = (noPicture, ordered, criterion, handedTo)
  }

  /// Whether the inspected unit was ordered to put it right: it was not at once, and is nobody else's to deal with.
  package var isOrdered: Bool { matter != nil && handedTo == nil }
}

/// What happened to an inspection; the entry's kind is `inspection.` and the case's name.
package enum InspectionChange: Hashable, Codable, Sendable {
  case recorded(Inspection)
  case annulled(reason: Words)
  case served(Service)
  case serviceScanned(ServiceID, Evidence)
  case serviceAnnulled(ServiceID, slip: ServiceSlip)
}

extension InspectionChange {
  /// The files that it names.
  package var files: [Evidence] {
    switch self {
    case .recorded(let inspection): inspection.pictures.map(\.file)
    case .served(let service): service.scans
    case .serviceScanned(_, let scan): [scan]
    case .annulled, .serviceAnnulled: []
    }
  }
}

package struct InspectionEvent: Hashable, Sendable {
  package let change: InspectionChange
  package let by: String
  package let at: Instant

  package init(_ change: InspectionChange, by: String, at: Instant) {
    (self.change, self.by, self.at) = (change, by, at)
  }
}

/// What an event makes of an inspection. Pure; acts, rebuilding and `check` share it.
package func evolve(_ inspection: Inspection?, with event: InspectionEvent) -> Inspection? {
  switch event.change {
  case .recorded(let inspection): return inspection
  case .annulled(let reason):
    var voided = inspection
    voided?.annulled = reason
    return voided
  case .served(let service):
    var after = inspection
    after?.served = (inspection?.services ?? []) + [service]
    return after
  case .serviceScanned(let id, let scan): return inspection?.changing(id) { $0.scans.append(scan) }
  case .serviceAnnulled(let id, let slip): return inspection?.changing(id) { $0.slip = slip }
  }
}
