import Directory
package import Ground
import Matters
package import Meetings
import Storage

/// A clerk splits a clause, merges neighbours, or adds one that the reader passed over; each new clause gets a draft.
package struct RecutClauses: Act {
  package let meeting: MeetingID
  /// None for an added clause.
  package let from: [Int]
  package let into: [Clause]
  /// What the reader's rules propose for each of `into`.
  package let proposed: [Draft]
  /// The versions of the drafts of `from` that the page showed; empty: do not ask.
  package let seen: [Int]
  /// What the person sent.
  package let sent: String

  package init(meeting: MeetingID, from: [Int], into: [Clause], proposed: [Draft], seen: [Int], sent: String) {
    (self.meeting, self.from, self.into, self.proposed) = (meeting, from, into, proposed)
    (self.seen, self.sent) = (seen, sent)
  }

  package func fingerprint() -> String { "\(meeting) \(from) \(sent)" }

  /// The numbers of the new clauses.
  package func perform(in room: ActRoom) throws -> [Int] {
    guard let before = try room.open.meeting(meeting) else { throw Refusal(.meetingUnknown) }
    try room.check(cut: from, into: into, of: before)
    var old: [IntakeStep.Before] = []
    for (index, clause) in from.enumerated() {
      let version = seen.indices.contains(index) ? seen[index] : nil
      old.append(IntakeStep.Before(clause, try room.draft(of: clause, in: meeting, seen: version)))
    }
    let numbers = try room.cut(from, into: into, of: meeting)
    let kind: IntakeStep.Kind = from.isEmpty ? .added : from.count == 1 ? .split : .merged
    try room.remember(IntakeStep(kind, clauses: from + numbers, before: old, into: numbers), in: meeting)
    let clauses = before.clauses
    for (number, (clause, draft)) in zip(numbers, zip(into, proposed)) {
      let kept = DraftInheritance(old.map { ($0.draft, clauses[$0.clause]) }).draft(for: clause, proposed: draft)
      try room.keep(kept, of: number, in: meeting)
    }
    try room.withdrawApproval(of: meeting)
    return numbers
  }
}

extension ActRoom {
  /// Clauses give way to others, and their drafts go; answers with the numbers of the new ones, which have no drafts yet.
  func cut(_ from: [Int], into: [Clause], of id: MeetingID) throws -> [Int] {
    guard let meeting = try open.meeting(id) else { throw Refusal(.meetingUnknown) }
    try open.append(try check(cut: from, into: into, of: meeting), to: id)
    for clause in from { try draftStore.delete(id, clause: clause) }
    return Array(meeting.clauses.count..<meeting.clauses.count + into.count)
  }

  /// What the cut would make of the meeting; only neighbours are merged.
  @discardableResult func check(cut from: [Int], into: [Clause], of meeting: Meeting) throws -> [MeetingEvent] {
    let places = from.compactMap { meeting.standing.firstIndex(of: $0) }.sorted()
    guard from.count < 2 || places.count == from.count, zip(places, places.dropFirst()).allSatisfy({ $0 + 1 == $1 })
    else { throw Refusal(.clauseCut, at: "words") }
    return try decide(.recut(from, into: into), on: meeting, by: actor, at: now, in: try directory().district)
  }
}

/// What the drafts of new clauses keep of those that they came from: a clerk's work is not thrown away by a cut.
struct DraftInheritance {
  private let old: [(draft: Draft, clause: Clause)]

  init(_ old: [(draft: Draft, clause: Clause)]) { self.old = old }

  func draft(for clause: Clause, proposed: Draft) -> Draft {
    guard let first = old.first?.draft else { return proposed }
    var draft = proposed
    if !proposed.reasons.contains(where: { ["unit.named", "unit.fan_out"].contains($0) }) || old.count > 1 {
      (draft.lead, draft.supporting, draft.fanOut) = (first.lead, first.supporting, first.fanOut)
    }
    if !proposed.reasons.contains("due.stated") { (draft.due, draft.urgency) = (first.due, first.urgency) }
    (draft.fields, draft.leader) = (first.fields, first.leader)
    (draft.procedure, draft.standard) = (first.procedure, first.standard)
    for other in old.dropFirst().map(\.draft) {
      draft.fields += other.fields.filter { !draft.fields.contains($0) }
      let units = other.supporting + (other.lead.map { [$0] } ?? [])
      draft.supporting += units.filter { $0 != draft.lead && !draft.supporting.contains($0) }
      draft.fanOut += other.fanOut.filter { !draft.fanOut.contains($0) }
      if let due = other.due, due.day < draft.due?.day ?? due.day { draft.due = due }
    }
    // Words that a clerk had rewritten stay as rewritten when clauses are merged.
    if old.count > 1, !clause.persons, old.contains(where: { $0.draft.text != $0.clause.text.shown }) {
      draft.text = String(old.map(\.draft.text).filter { !$0.isEmpty }.joined(separator: "；").prefix(2000))
    }
    draft.confirmed = false
    return draft
  }
}
