import Ground
import Matters
import Operations

extension Wires {
  static let meetings = Wire<MeetingRegister>.record(
    "MeetingList",
    [Member("meetings", .list(meetingRow)) { $0.rows }, Member("next", .optional(.text)) { $0.next }])

  private static let meetingRow = Wire<MeetingRow>.record(
    "MeetingRow",
    [
      Member("id", .id()) { $0.meeting.id }, Member("title", .words) { $0.meeting.title },
      Member("day", .day) { $0.meeting.day }, Member("stage", .choice()) { $0.stage },
      Member("counts", counts) { $0.counts }, Member("undecided", .count) { $0.undecided },
    ])

  static let board = Wire<MeetingBoard>.record(
    "Meeting",
    [
      Member("id", .id()) { $0.meeting.id }, Member("title", .words) { $0.meeting.title },
      Member("day", .day) { $0.meeting.day }, Member("chair", .optional(.text)) { $0.facts.chair },
      Member("attendees", .list(attendee)) { $0.facts.attendees },
      Member("instructions", .list(.words)) { $0.facts.instructions },
      Member("heard", .list(.words)) { $0.facts.heard }, Member("circulated", .list(.words)) { $0.facts.circulated },
      Member("reported_orally", .list(.text)) { $0.facts.oral },
      Member("reported_in_writing", .list(.text)) { $0.facts.written },
      Member("counts", counts) { $0.counts }, Member("undecided", .count) { $0.undecided },
      Member("clauses", .list(clause)) { $0.clauses },
    ])

  private static let attendee = Wire<Attendee>.record(
    "Attendee", [Member("name", .words) { $0.name }, Member("post", .words) { $0.post }])

  /// A clause became a matter, was set aside, or waits.
  private static let clause = Wire<BoardClause>.record(
    "Clause",
    [
      Member("clause", .count) { $0.index }, Member("words", .words) { $0.words },
      Member("is_about_persons", .flag) { $0.isAboutPersons },
      Member("matter", .optional(matter)) { $0.state.matter },
      Member("standing", .optional(.choice())) { $0.state.standing },
      Member("no_action", .optional(noAction)) { $0.state.decision },
    ])

  static let intake = Wire<IntakeReview>.record(
    "Drafts",
    [
      Member("id", .id()) { $0.meeting }, Member("title", .words) { $0.title },
      Member("day", .optional(.day)) { $0.day.day }, Member("is_year_proposed", .flag) { $0.day.isProposed },
      Member("undecided", .count) { $0.count(.undecided) },
      Member("approval", .choice()) { $0.approval.stage }, Member("clauses", .list(intakeClause)) { $0.clauses },
    ])

  private static let intakeClause = Wire<IntakeClause>.record(
    "DraftedClause",
    [
      Member("clause", .count) { $0.index }, Member("words", .words) { $0.words },
      Member("is_slogan", .flag) { $0.isSlogan }, Member("is_about_persons", .flag) { $0.isAboutPersons },
      Member("is_uncertain", .flag) { $0.isUncertain }, Member("state", .choice()) { $0.state },
      Member("rule", .text) { $0.rule }, Member("draft", draft) { $0.draft },
      Member("duties", .list(duty)) { $0.duties }, Member("no_action", .optional(noAction)) { $0.decision },
      Member("matter", .optional(matter)) { $0.matter }, Member("version", .count) { $0.version },
    ])

  private static let draft = Wire<DraftLine>.record(
    "Draft",
    [
      Member("text", .words) { $0.text }, Member("fields", .list(.choice())) { $0.fields },
      Member("lead", .optional(.id())) { $0.lead }, Member("supporting", .list(.id())) { $0.supporting },
      Member("fan_out", .choice()) { $0.fanOut }, Member("leader", .optional(.id())) { $0.leader },
      Member("due", .optional(.day)) { $0.due }, Member("urgency", .choice()) { $0.urgency },
      Member("standard", .text) { $0.standard },
    ])

  private static let duty = Wire<DutyOffer>.record(
    "Duty",
    [
      Member("code", .text) { $0.code }, Member("title", .both) { $0.title }, Member("text", .words) { $0.text },
    ])
}

/// How far the approval of a batch has come, as a closed code.
enum ApprovalStage: String, CaseIterable {
  case notRequired = "not_required"
  case notAsked = "not_asked"
  case asked, approved
}

extension BatchApproval {
  fileprivate var stage: ApprovalStage {
    switch self {
    case .notRequired: .notRequired
    case .notAsked: .notAsked
    case .asked: .asked
    case .approved: .approved
    }
  }
}

extension MeetingDay {
  fileprivate var day: CivilDate? {
    switch self {
    case .known(let day), .yearProposed(let day): day
    case .unknown: nil
    }
  }

  fileprivate var isProposed: Bool { if case .yearProposed = self { true } else { false } }
}

extension BoardClause.State {
  fileprivate var matter: MatterName? { if case .matter(let matter, _) = self { matter } else { nil } }
  fileprivate var standing: Standing? { if case .matter(_, let standing) = self { standing } else { nil } }
  fileprivate var decision: NoActionLine? { if case .noAction(let line) = self { line } else { nil } }
}
