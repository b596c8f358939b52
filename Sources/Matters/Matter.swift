import Directory
package import Ground

/// One obligation that a district tracks from assignment to close-out (事项).
package struct Matter: Hashable, Codable, Sendable {
  /// How many pieces of evidence one matter may hold; past it nobody looks at them all.
  package static let evidenceLimit = 50

  package let id: MatterID
  /// District, year, serial: e.g. `QH-2026-0012`.
  package let number: String
  /// The pack's procedure, e.g. `directive`.
  package let procedure: String
  package internal(set) var text: Words
  /// The clause of a bulletin it came from; nil for a matter that was typed in.
  package let source: MatterSource?
  package let fields: [Field]
  package internal(set) var lead: UnitID
  package internal(set) var supporting: [UnitID]
  /// The leader in whose portfolio it falls.
  package let leader: OfficerID?
  package internal(set) var due: DueDate?
  package let urgency: Urgency
  /// The close-out standard's code.
  package let standard: String
  /// The matter that fanned out into this one.
  package let parent: MatterID?
  /// Where each child stands, for a matter that fanned out; in the order of issue.
  package internal(set) var children: [ChildState]

  package internal(set) var phase: Phase
  package internal(set) var issuedAt: Instant
  package internal(set) var handler: OfficerID?
  package internal(set) var evidence: [Evidence]
  /// Everybody who handled it (DESIGN §3), in the order they first did; none of them may verify it.
  package internal(set) var handledBy: [OfficerID]
  /// The units of those who handled it.
  package internal(set) var handlingUnits: [UnitID]
  package internal(set) var returns: Int
  package internal(set) var reopenings: Int
  package internal(set) var closure: Closure?
  package internal(set) var lastAct: MatterChange.Kind
  package internal(set) var lastActAt: Instant
  /// Since when it stands in its phase: how long its next act has been waited for.
  package internal(set) var phaseSince: Instant
  /// Where it came from an old register; nil for one that was issued here.
  package internal(set) var imported: ImportMark?
  /// The inspection that found it; nil for what was not found by one.
  package internal(set) var hazard: HazardOrigin?
  /// What happened beside the main way; nil where nothing did.
  package internal(set) var side: SideLife?
  /// How many events made it; a page carries it so that a stale one says so.
  package internal(set) var version: Int

  /// Whether it fanned out; such a matter is closed by the coordinator once every child is closed or cancelled.
  package var isParent: Bool { !children.isEmpty }
  package var isOpen: Bool { phase.isOpen }
}

/// Where a matter came from.
package struct MatterSource: Hashable, Codable, Sendable {
  package let meeting: MeetingID
  /// The clause's number in the meeting's bulletin, from 0.
  package let clause: Int

  package init(meeting: MeetingID, clause: Int) { (self.meeting, self.clause) = (meeting, clause) }
}

/// Where one child of a matter that fanned out stands, as the parent was last told.
package struct ChildState: Hashable, Codable, Sendable {
  package let matter: MatterID
  package let unit: UnitID
  package let phase: Phase

  package init(matter: MatterID, unit: UnitID, phase: Phase) {
    (self.matter, self.unit, self.phase) = (matter, unit, phase)
  }
}

/// Where a matter stands; it comes from its events alone.
package enum Phase: String, CaseIterable, Codable, Sendable {
  /// 交办: issued, not yet signed for.
  case assigned
  /// 异议: its lead unit says that it is not its own; the coordinator answers.
  case objected
  /// 承办: signed for, or returned for rework.
  case underway
  /// 挂账: put off with grounds and an end; the clock stands still until then.
  case suspended
  /// 申请销号: the unit says done and waits for verification; for a matter that fanned out, all children are done.
  case submitted
  /// 销号: verified and closed.
  case closed
  /// 撤销: called off by authority.
  case cancelled

  package var isOpen: Bool { self != .closed && self != .cancelled }

  /// Signed for and not yet submitted, at rest or not; an objection is still its unit's.
  package var isInHand: Bool { self == .underway || self == .suspended || self == .objected }
}

/// How urgent the bulletin or the clerk made it (紧急程度).
package enum Urgency: String, CaseIterable, Codable, Sendable {
  /// 特急.
  case critical
  /// 急件.
  case urgent
  /// 一般.
  case normal
}

/// A file that shows what was done. The bytes lie in the evidence folder under `digest`.
package struct Evidence: Hashable, Codable, Sendable {
  package let id: EvidenceID
  package let name: Words
  package let note: Words?
  /// E.g. `image/jpeg`, from the content, not from the name.
  package let type: String
  /// In bytes.
  package let size: Int
  /// SHA-256(salt ‖ bytes), lower-case hexadecimal.
  package let digest: String
  /// 16 bytes, lower-case hexadecimal.
  package let salt: String

  package init(id: EvidenceID, name: Words, note: Words?, type: String, size: Int, digest: String, salt: String) {
    (self.id, self.name, self.note, self.type, self.size) = (id, name, note, type, size)
    (self.digest, self.salt) = (digest, salt)
  }
}

/// How a matter was struck off.
package struct Closure: Hashable, Codable, Sendable {
  package let by: OfficerID
  package let unit: UnitID
  package let conclusion: Words
  package let onSite: Bool
  package let at: Instant
  /// By when the close-out is made public (销号公示), where the procedure asks for that.
  package internal(set) var publishBy: DueDate?
  /// Where and when it was.
  package internal(set) var published: Listing.Publication?

  package init(
    by: OfficerID, unit: UnitID, conclusion: Words, onSite: Bool, at: Instant, publishBy: DueDate? = nil
  ) {
    (self.by, self.unit, self.conclusion, self.onSite, self.at) = (by, unit, conclusion, onSite, at)
    self.publishBy = publishBy
  }

  /// The same with a conclusion of its own; it is made public with the matter that it was closed with.
  var again: Closure {
    Closure(by: by, unit: unit, conclusion: conclusion.again, onSite: onSite, at: at)
  }
}
