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

extension ActRoom {
  func drafts(of meeting: MeetingID) throws(StorageError) -> [Int: Draft] {
    var drafts: [Int: Draft] = [:]
    for (clause, state) in try DraftStore(open.session, open.district).load(meeting) {
      drafts[clause] = try DraftText.decode(state)
    }
    return drafts
  }

  /// What must hold of a draft before it is kept: its text, the units and officers it names, and no control of persons.
  func check(_ draft: Draft) throws(Refusal) {
    let length = draft.text.unicodeScalars.count
    guard draft.text.contains(where: { !$0.isWhitespace }), length <= 2000 else {
      throw Refusal(.draftText, at: "text")
    }
    guard !draft.fields.isEmpty else { throw Refusal(.directoryUnknown, at: "field", ["id": "field"]) }
    try PersonsRule.check(Words(draft.text), packs: packs)
    let directory = try directory()
    for unit in draft.supporting + draft.fanOut + (draft.lead.map { [$0] } ?? []) where directory.units[unit] == nil {
      throw Refusal(.directoryUnknown, at: "lead", ["id": unit.text])
    }
    if let leader = draft.leader, directory.officers[leader] == nil {
      throw Refusal(.directoryUnknown, at: "leader", ["id": leader.text])
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
