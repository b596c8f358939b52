import Directory
package import Ground
package import Matters
import Meetings
import Packs
import Storage

/// What a clerk says a draft shall be.
package struct DraftEdit: Codable, Sendable {
  package let text: String
  /// The code of the lawful duty that takes the place of a clause about persons.
  package let duty: String?
  package let fields: [Field]
  package let lead: UnitID?
  package let supporting: [UnitID]
  package let fanOut: FanOut
  package let leader: OfficerID?
  package let due: CivilDate?
  package let urgency: Urgency
  /// The procedure's code; nil for the usual one.
  package let procedure: String?
  package let standard: String

  package init(
    text: String, duty: String?, fields: [Field], lead: UnitID?, supporting: [UnitID], fanOut: FanOut,
    leader: OfficerID?, due: CivilDate?, urgency: Urgency, procedure: String? = nil, standard: String
  ) {
    (self.text, self.duty, self.fields, self.lead) = (text, duty, fields, lead)
    (self.supporting, self.fanOut, self.leader, self.due) = (supporting, fanOut, leader, due)
    (self.urgency, self.procedure, self.standard) = (urgency, procedure, standard)
  }
}

/// A clerk settles what a clause's draft says and confirms it; nothing is issued without (DESIGN §4).
///
/// With `confirms` false the draft is only kept as far as it got, and waits.
package struct ConfirmDraft: Act {
  package let meeting: MeetingID
  package let clause: Int
  package let edit: DraftEdit
  package let confirms: Bool
  /// The draft's version that the page showed; nil: do not ask.
  package let seen: Int?

  package init(meeting: MeetingID, clause: Int, edit: DraftEdit, confirms: Bool = true, seen: Int? = nil) {
    (self.meeting, self.clause, self.edit, self.confirms, self.seen) = (meeting, clause, edit, confirms, seen)
  }

  package func perform(in room: ActRoom) throws -> Done {
    let before = try room.draft(of: clause, in: meeting, seen: seen).draft
    var draft = before
    (draft.text, draft.duty) = try wording(in: room)
    (draft.fields, draft.lead, draft.supporting) = (edit.fields, edit.lead, edit.supporting)
    (draft.leader, draft.urgency, draft.standard) = (edit.leader, edit.urgency, edit.standard)
    draft.fanOut = try units(in: room)
    if draft.due?.day != edit.due { draft.due = edit.due.map { settled($0, in: room) } }
    try take(edit.procedure, of: before, into: &draft, in: room)
    draft.confirmed = confirms || (before.confirmed && before.says(draft))
    return try SaveDraft(meeting: meeting, clause: clause, draft: draft, seen: seen).perform(in: room)
  }

  /// With another procedure come its close-out standard and its term, and with another urgency (急件、特急) the term of that,
  /// where the clerk left what stood as it was.
  private func take(_ code: String?, of before: Draft, into draft: inout Draft, in room: ActRoom) throws {
    let (old, new) = (room.packs.demandProcedure(before.procedure), room.packs.demandProcedure(code))
    draft.procedure = code == room.packs.intake?.code ? nil : code
    guard let old, let new else { return }
    let field = draft.fields.first
    if old.code != new.code, draft.standard == old.standard(for: field) { draft.standard = new.standard(for: field) }
    let (was, now) = (old.usualTerm(before.urgency.rawValue), new.usualTerm(draft.urgency.rawValue))
    // A version of a rule names itself behind the rule's own code.
    guard was != now, let due = draft.due, due == before.due, due.source.prefix(while: { $0 != "@" }) == was ?? "",
      let term = now.flatMap({ room.packs.term($0, on: due.start) })
    else { return }
    draft.due = try room.clock().due(term, from: due.start, now: room.now, in: room.packs)
  }

  /// A clause about persons is never kept as worded: the duty's text takes its place (DESIGN §7).
  private func wording(in room: ActRoom) throws -> (String, String?) {
    guard let clauses = try room.open.meeting(meeting)?.clauses, clauses.indices.contains(clause),
      clauses[clause].persons || room.packs.words.personWord(in: clauses[clause].text.shown) != nil
    else { return (edit.text, nil) }
    guard let duty = room.packs.words.lawfulDuties.first(where: { $0.code == edit.duty }) else {
      if !confirms { return ("", nil) }
      throw Refusal(.textPersons, at: "duty", ["word": clauses[clause].text.shown])
    }
    return (duty.text.chinese, duty.code)
  }

  private func units(in room: ActRoom) throws(Refusal) -> [UnitID] {
    switch edit.fanOut {
    case .none: []
    case .towns: try room.directory().units(of: .town).map(\.id)
    case .supporting: edit.supporting
    }
  }

  private func settled(_ day: CivilDate, in room: ActRoom) -> DueDate {
    .named(day, on: room.today, source: "clerk")
  }
}

/// Confirms a draft and issues it, both or neither.
package struct ConfirmAndIssue: Act {
  package let confirm: ConfirmDraft

  package init(_ confirm: ConfirmDraft) { self.confirm = confirm }

  package func perform(in room: ActRoom) throws -> [MatterID] {
    _ = try confirm.perform(in: room)
    return try IssueClauses(meeting: confirm.meeting, clauses: [confirm.clause]).perform(in: room)
  }
}
