import Directory
import Ground
import Ledger
import Matters
import Meetings
import Packs
import Storage

/// Drafts as the table keeps them.
enum DraftText {
  static func encode(_ draft: Draft) throws(StorageError) -> String {
    do throws(FactError) { return try StateJSON.encode(draft) } catch {
      throw StorageError(.unexpectedValue, "draft: \(error.path): \(error.reason)")
    }
  }

  static func decode(_ state: String) throws(StorageError) -> Draft {
    do throws(FactError) { return try StateJSON.decode(Draft.self, from: state) } catch {
      throw StorageError(.corrupt, "drafts.state: \(error.path): \(error.reason)")
    }
  }
}

/// A draft and the version of its row.
struct KeptDraft: Sendable {
  let draft: Draft
  let version: Int
}

extension DraftStore {
  func kept(_ meeting: MeetingID) throws(StorageError) -> [Int: KeptDraft] {
    var drafts: [Int: KeptDraft] = [:]
    for (clause, row) in try load(meeting) {
      drafts[clause] = KeptDraft(draft: try DraftText.decode(row.state), version: row.version)
    }
    return drafts
  }
}

extension ActRoom {
  var draftStore: DraftStore { DraftStore(open.session, open.district) }

  func drafts(of meeting: MeetingID) throws(StorageError) -> [Int: KeptDraft] { try draftStore.kept(meeting) }

  /// The draft of a clause, as the page showed it: one that somebody changed since is refused, for both to be seen.
  func draft(of clause: Int, in meeting: MeetingID, seen: Int?) throws -> KeptDraft {
    if try open.meeting(meeting)?.isRetired(clause) == true {
      throw Refusal(.clauseRecut, ["clause": String(clause + 1)])
    }
    guard let kept = try drafts(of: meeting)[clause] else {
      throw Refusal(.draftMissing, ["clause": String(clause + 1)])
    }
    guard seen == nil || seen == kept.version else {
      let by = try kept.draft.changedBy.flatMap { try directory().officers[$0]?.name.shown }
      throw Refusal(.draftStale, ["clause": String(clause + 1), "who": by ?? "—"])
    }
    return kept
  }

  /// Keeps a draft in this actor's name.
  func keep(_ draft: Draft, of clause: Int, in meeting: MeetingID) throws(StorageError) {
    var draft = draft
    (draft.changedBy, draft.changedAt) = (actor.person?.id, now)
    try draftStore.save(meeting, clause: clause, state: try DraftText.encode(draft))
  }

  /// What must hold of a draft before it is kept: its text, the units and officers it names, and no control of persons.
  ///
  /// One that waits may still lack its text; one that is confirmed may not.
  func check(_ draft: Draft) throws(Refusal) {
    let isBlank = !draft.text.contains { !$0.isWhitespace }
    guard !(isBlank && draft.confirmed), draft.text.unicodeScalars.count <= 2000 else {
      throw Refusal(.draftText, at: "text")
    }
    guard !draft.fields.isEmpty else { throw Refusal(.directoryUnknown, at: "field", ["id": "field"]) }
    let text = Words(draft.text)
    try inspect([text])
    try PersonsRule.check(text, packs: packs)
    let directory = try directory()
    for unit in draft.supporting + draft.fanOut + (draft.lead.map { [$0] } ?? []) where directory.units[unit] == nil {
      throw Refusal(.directoryUnknown, at: "lead", ["id": unit.text])
    }
    if let leader = draft.leader, directory.officers[leader] == nil {
      throw Refusal(.directoryUnknown, at: "leader", ["id": leader.text])
    }
    if let procedure = draft.procedure, !packs.demandProcedures.contains(where: { $0.code == procedure }) {
      throw Refusal(.directoryUnknown, at: "procedure", ["id": procedure])
    }
    guard packs.standards[draft.standard] != nil else {
      throw Refusal(.directoryUnknown, at: "standard", ["id": draft.standard])
    }
  }

  func decideMeeting(_ command: MeetingCommand, _ id: MeetingID) throws -> Done {
    let events = try decide(
      command, on: try open.meeting(id), by: actor, at: now, in: try directory().district)
    try open.append(events, to: id)
    return Done()
  }

  /// What was approved is no longer what would be issued.
  func withdrawApproval(of id: MeetingID) throws {
    guard let meeting = try open.meeting(id), meeting.approval != .notAsked else { return }
    _ = try decideMeeting(.withdrawApproval, id)
  }
}
