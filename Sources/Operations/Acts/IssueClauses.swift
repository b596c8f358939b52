import Directory
package import Ground
import Matters
import Meetings
import Packs
import Storage

/// Confirmed drafts become matters, each with its register number; one asked of many units fans out to a child each.
///
/// Either all of the named drafts are issued or none.
package struct IssueClauses: Act {
  package let meeting: MeetingID
  /// Clause numbers from 0; empty for every draft that is left, all of which must then be confirmed.
  package let clauses: [Int]
  /// The state of the intake that the page showed; refused as stale where it has moved on. Nil: do not ask.
  package let seen: Int?

  /// Matters made in one act, children included: the district's other acts wait while they are written.
  package static let most = 300

  package init(meeting: MeetingID, clauses: [Int], seen: Int? = nil) {
    (self.meeting, self.clauses, self.seen) = (meeting, clauses, seen)
  }

  /// The matters made, a fan-out's parent before its children.
  package func perform(in room: ActRoom) throws -> [MatterID] {
    let kept = try room.drafts(of: meeting)
    if let seen, try room.open.meeting(meeting).map({ IntakeStamp.of($0, kept) }) != seen {
      throw Refusal(.intakeStale)
    }
    let drafts = kept.mapValues(\.draft)
    let wanted = clauses.isEmpty ? drafts.keys.sorted() : clauses
    guard !wanted.isEmpty else { throw Refusal(.nothingToIssue) }
    if let missing = wanted.first(where: { drafts[$0] == nil }) {
      throw Refusal(.draftMissing, ["clause": String(missing + 1)])
    }
    let unconfirmed = wanted.count { drafts[$0]?.confirmed != true }
    guard unconfirmed == 0 else { throw Refusal(.draftUnconfirmed, ["count": String(unconfirmed)]) }
    let made = wanted.reduce(0) { $0 + 1 + (drafts[$1]?.fanOut.count ?? 0) }
    guard made <= IssueClauses.most else {
      throw Refusal(.issueTooMany, ["limit": String(IssueClauses.most), "count": String(made)])
    }
    return try wanted.flatMap { clause in
      guard let draft = drafts[clause] else { return [MatterID]() }
      return try issue(draft, clause: clause, in: room)
    }
  }

  private func issue(_ kept: Draft, clause: Int, in room: ActRoom) throws -> [MatterID] {
    var draft = kept
    // By the calendar of now, and not of the day on which the draft was made.
    draft.due = try draft.due.map { try room.clock().asked($0, at: room.now) }
    try room.check(draft)
    let directory = try room.directory()
    let source = MatterSource(meeting: meeting, clause: clause)
    let lead = draft.fanOut.isEmpty ? draft.lead : draft.lead ?? directory.units(of: .office).first?.id
    guard let procedure = room.packs.demandProcedure(draft.procedure) else {
      throw Refusal([Problem(.packMissing, at: "packs", ["key": "intake", "kind": "code"])])
    }
    guard let lead else { throw Refusal(.draftWithoutUnit, at: "lead", ["clause": String(clause + 1)]) }
    let register = try RegisterNumber.next(in: room)
    let parent = MatterID(trusted: room.open.identifier())
    let children = draft.fanOut.map {
      ChildState(matter: MatterID(trusted: room.open.identifier()), unit: $0, phase: .assigned)
    }
    func issue(_ id: MatterID, _ number: String, lead: UnitID, children: [ChildState], parent: MatterID?) -> Issue {
      Issue(
        id: id, number: number, procedure: procedure.code, text: Words(draft.text), source: source,
        fields: draft.fields,
        lead: lead, supporting: parent == nil ? draft.supporting.filter { $0 != lead } : [], leader: draft.leader,
        due: draft.due, urgency: draft.urgency, standard: draft.standard, parent: parent, children: children)
    }
    var issues = [issue(parent, register, lead: lead, children: children, parent: nil)]
    for (index, child) in children.enumerated() {
      issues.append(
        issue(
          child.matter, RegisterNumber.child(of: register, index: index), lead: child.unit, children: [], parent: parent
        ))
    }
    for issue in issues {
      let events = try decide(
        .issue(issue), on: nil, by: room.actor, at: room.now, in: try room.context(issue.standard))
      try room.open.append(events, to: issue.id)
    }
    let events = try decide(
      .issueClause(clause, as: issues.map(\.id)), on: try room.open.meeting(meeting), by: room.actor, at: room.now,
      in: directory.district)
    try room.open.append(events, to: meeting)
    try DraftStore(room.open.session, room.open.district).delete(meeting, clause: clause)
    return issues.map(\.id)
  }
}

/// District, year, serial: `QH-2026-0012`.
enum RegisterNumber {
  static func next(in room: ActRoom) throws -> String {
    let year = room.today.year
    return text(try room.open.nextSerial(in: year), in: year, of: try room.directory().district)
  }

  static func text(_ number: Int, in year: Int, of district: District) -> String {
    let serial = String(number)
    let padded = String(repeating: "0", count: max(0, 4 - serial.count)) + serial
    return "\(district.code)-\(year)-\(padded)"
  }

  /// `QH-2026-0012-03` for the third child; `index` is from 0.
  static func child(of parent: String, index: Int) -> String { "\(parent)-\(index < 9 ? "0" : "")\(index + 1)" }
}
