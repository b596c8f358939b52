import Directory
import Ground
import Hummingbird
import Matters
import Operations

private let page = "/meetings/:id/intake"

/// The intake of a bulletin: each clause is confirmed, set aside or issued by a person.
let intakeRoutes: [Route] = [
  // The approver is a leader, and reads what is to be approved.
  .get(page, .holders([.coordinator, .leader])) { visit in
    let review = try await visit.office.intakeReview(try visit.id())
    return visit.page(intakePage(try found(review), visit.viewer(), visit.locale))
  },
  .post(page + "/day", on: page, .coordinators) { visit in
    guard let day = try visit.form.day("day") else { throw Refusal(.fieldMissing, at: "day") }
    return try await visit.perform(SetMeetingDay(meeting: try visit.id(), day: day), saying: .saved)
  },
  .post(page + "/clauses/:clause", on: page, .coordinators) { visit in
    let (meeting, clause) = (try visit.id(of: MeetingTag.self), try visit.clause())
    let confirm = ConfirmDraft(meeting: meeting, clause: clause, edit: try visit.form.draft())
    guard visit.form.text("decision") == "issue" else { return try await visit.perform(confirm, saying: .decided) }
    return try await visit.perform(ConfirmAndIssue(confirm), saying: .issued)
  },
  .post(page + "/clauses/:clause/no-action", on: page, .coordinators) { visit in
    let reason = try visit.form.required("reason")
    return try await visit.perform(
      SetClauseAside(meeting: try visit.id(), clause: try visit.clause(), reason: reason), saying: .decided)
  },
  .post(page + "/approval/ask", on: page, .coordinators) { visit in
    try await visit.perform(AskApproval(meeting: try visit.id()), saying: .approvalAsked)
  },
  .post(page + "/approval/approve", on: page, .holders([.coordinator, .leader])) { visit in
    try await visit.perform(GiveApproval(meeting: try visit.id()), saying: .approved)
  },
  .post(page + "/issue", on: page, .coordinators) { visit in
    let meeting = try visit.id(of: MeetingTag.self)
    return try await visit.perform(
      IssueClauses(meeting: meeting, clauses: []), saying: .issued, then: "/meetings/\(meeting)")
  },
]

extension Visit {
  /// Performs an act in the caller's name and leads back to the page of its form.
  func perform(_ act: some Act, saying done: Notice.Done, then path: String? = nil) async throws -> Response {
    _ = try await office.perform(act, by: try actor(), operation: try form.operation())
    return redirect(to: path ?? self.path, saying: done)
  }

  fileprivate func clause() throws(Refusal) -> Int {
    guard let clause = parameters.get("clause").flatMap({ Int($0) }), (0..<10_000).contains(clause) else {
      throw Refusal(.pageMissing)
    }
    return clause
  }
}

extension SubmittedForm {
  fileprivate func draft() throws(Refusal) -> DraftEdit {
    let fields = try choices("field", Field.self)
    guard !fields.isEmpty else { throw Refusal(.fieldMissing, at: "field") }
    return DraftEdit(
      text: text("text"), duty: has("duty") ? text("duty") : nil, fields: fields, lead: try id("lead"),
      supporting: try ids("supporting"), fanOut: try choice("fan_out", FanOut.self) ?? .none, leader: try id("leader"),
      due: try day("due"), urgency: try choice("urgency", Urgency.self) ?? .normal, standard: text("standard"))
  }
}
