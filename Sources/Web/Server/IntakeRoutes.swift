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
    let review = try await visit.office.intakeReview(try visit.id(), for: try visit.session().person.id)
    let at = visit.query("at").flatMap { Int($0) }
    return visit.page(intakePage(try found(review), at: at, visit.viewer(), visit.locale))
  },
  .get(page + "/repairs", .holders([.coordinator, .leader])) { visit in
    let repairs = try await visit.office.bulletinRepairs(try visit.id())
    return visit.page(repairsPage(try found(repairs), visit.viewer(), visit.locale))
  },
  .get(page + "/version", .holders([.coordinator, .leader])) { visit in
    let since = Instant(milliseconds: visit.query("since").flatMap { Int64($0) } ?? 0)
    let news = try await visit.office.intakeNews(try visit.id(), since: since, but: try visit.session().person.id)
    return visit.piece(news.map { intakeNewsPiece($0, visit.viewer(), visit.locale) })
  },
  .post(page + "/day", on: page, .coordinators) { visit in
    guard let day = try visit.form.day("day") else { throw Refusal(.fieldMissing, at: "day") }
    return try await visit.perform(SetMeetingDay(meeting: try visit.id(), day: day), saying: .saved)
  },
  .post(page + "/clauses/:clause", on: page, .coordinators) { visit in
    let (meeting, clause) = (try visit.id(of: MeetingTag.self), try visit.clause())
    let decision = visit.form.text("decision")
    let confirm = ConfirmDraft(
      meeting: meeting, clause: clause, edit: try visit.form.draft(), confirms: decision != "save",
      seen: try visit.form.seen())
    switch decision {
    case "save": return try await visit.perform(confirm, saying: .saved, then: visit.intakePath(at: clause))
    case "issue": return try await visit.onward(ConfirmAndIssue(confirm), saying: .issued)
    default: return try await visit.onward(confirm, saying: .decided)
    }
  },
  .post(page + "/clauses/:clause/no-action", on: page, .coordinators) { visit in
    let carriedBy: MatterID? = try visit.form.id("carried_by")
    // The record is kept in Chinese, whatever language the clerk's page speaks.
    let reason = carriedBy == nil ? try visit.form.required("reason") : Words("与在办事项为同一要求，并入继续办理。")
    return try await visit.onward(
      SetClauseAside(
        meeting: try visit.id(), clause: try visit.clause(), reason: reason, carriedBy: carriedBy,
        seen: try visit.form.seen()),
      saying: .decided)
  },
  .post(page + "/clauses/:clause/take-up", on: page, .coordinators) { visit in
    let clause = try visit.clause()
    try await visit.office.takeUp(
      clause, of: try visit.id(), by: try visit.actor(), operation: try visit.form.operation())
    return visit.redirect(to: visit.intakePath(at: clause), saying: .takenUp)
  },
  .post(page + "/clauses/:clause/cut", on: page, .coordinators) { visit in
    let (clause, seen) = (try visit.clause(), try visit.form.seen())
    switch visit.form.text("do") {
    case "merge":
      let next = try visit.form.number("next_version")
      return try await visit.recut(.merge(clause), seen: [seen, next].compactMap(\.self))
    case "split":
      return try await visit.recut(
        .split(clause, words: visit.form.values["words"]?.first ?? ""), seen: [seen].compactMap(\.self))
    case let kind:
      let set = SetClauseKind(
        meeting: try visit.id(), clause: clause, isSlogan: kind == "slogan", seen: seen)
      return try await visit.perform(set, saying: .saved, then: visit.intakePath(at: clause))
    }
  },
  .post(page + "/add", on: page, .coordinators) { visit in
    let words = try visit.form.required("words").shown
    return try await visit.recut(.add(words: words, at: try visit.form.number("at")), seen: [])
  },
  .post(page + "/undo", on: page, .coordinators) { visit in
    let clause = try await visit.office.perform(
      UndoIntake(meeting: try visit.id()), by: try visit.actor(), operation: try visit.form.operation())
    return visit.redirect(to: visit.intakePath(at: clause), saying: .undone)
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
      IssueClauses(meeting: meeting, clauses: [], seen: try visit.form.seen()), saying: .issued,
      then: "/meetings/\(meeting)")
  },
]

extension Visit {
  /// Performs an act in the caller's name and leads back to the page of its form.
  func perform(_ act: some Act, saying done: Notice.Done, then path: String? = nil) async throws -> Response {
    _ = try await office.perform(act, by: try actor(), operation: try form.operation())
    return redirect(to: path ?? self.path, saying: done)
  }

  fileprivate func intakePath(at clause: Int) -> String { "\(path)?at=\(clause)#draft-\(clause)" }

  /// Performs an act on one clause and leads on to the next that waits.
  fileprivate func onward(_ act: some Act, saying done: Notice.Done) async throws -> Response {
    let clause = try clause()
    _ = try await office.perform(act, by: try actor(), operation: try form.operation())
    let next = try await office.nextClause(of: try id(), after: clause)
    return redirect(to: next.map(intakePath) ?? path, saying: done)
  }

  fileprivate func recut(_ cut: ClauseCut, seen: [Int]) async throws -> Response {
    let made = try await office.recut(
      try id(), cut, seen: seen, by: try actor(), operation: try form.operation())
    return redirect(to: made.first.map(intakePath) ?? path, saying: .recut)
  }

  fileprivate func clause() throws(Refusal) -> Int {
    guard let clause = parameters.get("clause").flatMap({ Int($0) }), (0..<10_000).contains(clause) else {
      throw Refusal(.pageMissing)
    }
    return clause
  }
}

extension SubmittedForm {
  fileprivate func number(_ name: String) throws(Refusal) -> Int? {
    guard has(name) else { return nil }
    guard let number = Int(text(name)) else { throw Refusal(.formMalformed) }
    return number
  }

  fileprivate func draft() throws(Refusal) -> DraftEdit {
    let fields = try choices("field", Field.self)
    guard !fields.isEmpty else { throw Refusal(.fieldMissing, at: "field") }
    return DraftEdit(
      text: text("text"), duty: has("duty") ? text("duty") : nil, fields: fields, lead: try id("lead"),
      supporting: try ids("supporting"), fanOut: try choice("fan_out", FanOut.self) ?? .none, leader: try id("leader"),
      due: try day("due"), urgency: try choice("urgency", Urgency.self) ?? .normal,
      procedure: has("procedure") ? text("procedure") : nil, standard: text("standard"))
  }
}
