import Directory
import Ground
import Ledger
import Matters
package import Meetings
import Storage

/// One thing that a clerk did at the intake, with what stood before, so that it can be undone.
package struct IntakeStep: Codable, Sendable {
  package let kind: Kind
  /// Every clause that it touched.
  package internal(set) var clauses: [Int]
  package var before: [Before]
  /// The clauses that a cut made.
  package var into: [Int]?
  package var oldKind: Clause.Kind?
  /// Where a new reading was taken: each cut's new clauses, and the kinds that stood.
  package var cuts: [[Int]]?
  package var kinds: [KindBefore]?

  package enum Kind: String, CaseIterable, Codable, Sendable {
    case edited, confirmed, split, merged, added, kind, reread
    case setAside = "set_aside"
  }

  /// A clause's kind as it stood.
  package struct KindBefore: Codable, Sendable {
    package let clause: Int
    package let kind: Clause.Kind
  }

  /// A draft as it stood.
  package struct Before: Codable, Sendable {
    package let clause: Int
    package let version: Int
    package var draft: Draft

    init(_ clause: Int, _ kept: KeptDraft) { (self.clause, version, draft) = (clause, kept.version, kept.draft) }
  }

  init(_ kind: Kind, clauses: [Int], before: [Before], into: [Int]? = nil, oldKind: Clause.Kind? = nil) {
    (self.kind, self.clauses, self.before, self.into, self.oldKind) = (kind, clauses, before, into, oldKind)
  }

  static func decode(_ state: String) throws(StorageError) -> IntakeStep {
    do throws(FactError) { return try StateJSON.decode(IntakeStep.self, from: state) } catch {
      throw StorageError(.corrupt, "draft_steps.state: \(error.path): \(error.reason)")
    }
  }

  func encoded() throws(StorageError) -> String {
    do throws(FactError) { return try StateJSON.encode(self) } catch {
      throw StorageError(.unexpectedValue, "intake step: \(error.path): \(error.reason)")
    }
  }

  /// A clerk's latest step that can still be undone, among the meeting's steps, the latest first: nobody else has
  /// touched its clauses since.
  static func latest(of officer: OfficerID, in rows: [DraftStepStore.Row]) throws(StorageError) -> (
    number: Int64, step: IntakeStep, isOvertaken: Bool
  )? {
    var touched: Set<Int> = []
    for row in rows {
      let step = try decode(row.state)
      if row.officer == officer { return (row.number, step, !touched.isDisjoint(with: step.clauses)) }
      touched.formUnion(step.clauses)
    }
    return nil
  }
}

extension ActRoom {
  var steps: DraftStepStore { DraftStepStore(open.session, open.district) }

  /// Keeps a step for undoing. Saving the same draft again within ten minutes is the same step going on.
  func remember(_ step: IntakeStep, in meeting: MeetingID) throws(StorageError) {
    guard let officer = actor.person?.id else { return }
    if step.kind == .edited, let last = try steps.load(meeting).first, last.officer == officer,
      now < last.at.adding(milliseconds: 600_000)
    {
      let known = try IntakeStep.decode(last.state)
      if known.kind == .edited, known.clauses == step.clauses {
        return try steps.replace(meeting, number: last.number, at: now, state: last.state)
      }
    }
    try steps.add(meeting, by: officer, at: now, state: try step.encoded())
  }
}

/// A number that changes with whatever changes at an intake: an event of the meeting or a draft's version.
package enum IntakeStamp {
  static func of(_ meeting: Meeting, _ drafts: [Int: KeptDraft]) -> Int {
    meeting.version * 1_000_000 + drafts.values.reduce(0) { $0 + $1.version }
  }
}
