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
      Member("clauses", .list(clause)) { $0.clauses }, Member("text", .list(paragraph)) { $0.text.paragraphs },
    ])

  private static let paragraph = Wire<BulletinParagraph>.record(
    "Paragraph", [Member("pieces", .list(piece)) { $0.pieces }])

  /// A run of the bulletin's words that belongs to one clause, or to none.
  private static let piece = Wire<BulletinPiece>.record(
    "Piece",
    [
      Member("words", .words) { $0.words }, Member("clause", .optional(.count)) { $0.clause },
      Member("is_damaged", .flag) { $0.isDamaged }, Member("at", .count) { $0.at },
    ])

  private static let attendee = Wire<Attendee>.record(
    "Attendee", [Member("name", .words) { $0.name }, Member("post", .words) { $0.post }])

  /// A clause became a matter, was set aside, or waits.
  private static let clause = Wire<BoardClause>.record(
    "Clause",
    [
      Member("clause", .count) { $0.index }, Member("words", .words) { $0.words },
      Member("is_about_persons", .flag) { $0.isAboutPersons }, Member("state", .choice()) { $0.state.stage },
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
      Member("version", .count) { $0.version }, Member("as_of", .count) { Int($0.asOf.milliseconds) },
      Member("undo", .optional(undo)) { $0.undo }, Member("damaged", .count) { $0.damaged },
      Member("standards", .list(standardChoice)) { $0.choices.standards },
      Member("procedures", .list(procedureChoice)) { $0.choices.procedures },
      Member("text", .list(paragraph)) { $0.text.paragraphs },
    ])

  /// What my undoing would take back.
  private static let undo = Wire<UndoOffer>.record(
    "Undo",
    [
      Member("kind", .choice()) { $0.kind }, Member("clause", .count) { $0.clause },
      Member("is_overtaken", .flag) { $0.isOvertaken },
    ])

  private static let procedureChoice = Wire<ProcedureChoice>.record(
    "ProcedureChoice", [Member("code", .text) { $0.code }, Member("title", .both) { $0.title }])

  private static let standardChoice = Wire<StandardChoice>.record(
    "StandardChoice", [Member("code", .text) { $0.code }, Member("title", .both) { $0.title }])

  private static let alike = Wire<AlikeMatter>.record(
    "AlikeMatter",
    [
      Member("matter", matter) { $0.matter }, Member("text", .words) { $0.text }, Member("day", .day) { $0.day },
      Member("standing", .choice()) { $0.standing },
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
      Member("alike", .optional(alike)) { $0.alike },
      Member("changed_by", .optional(officer)) { $0.changed?.by },
      Member("cut_words", .text) { $0.cutWords }, Member("remarks", .list(.words)) { $0.remarks },
      Member("next", .optional(neighbour)) { $0.next },
    ])

  /// The clause with which it can be merged.
  private static let neighbour = Wire<IntakeClause.Neighbour>.record(
    "Neighbour", [Member("clause", .count) { $0.index }, Member("version", .count) { $0.version }])

  static let intakeNews = Wire<IntakeNews>.record("DraftNews", [Member("changes", .list(intakeChange)) { $0.lines }])

  private static let intakeChange = Wire<IntakeNews.Line>.record(
    "DraftChange",
    [
      Member("clause", .count) { $0.clause }, Member("by", officer) { $0.by }, Member("at", .moment) { $0.at },
      Member("state", .choice()) { $0.state },
    ])

  static let repairs = Wire<BulletinRepairs>.record(
    "Repairs",
    [
      Member("damage", .list(repair)) { $0.damage }, Member("repairs", .list(repair)) { $0.repairs },
      Member("simplified", .list(simplified)) { sheet in
        sheet.simplified.map { Simplified(from: $0.from, into: $0.to, count: $0.count) }
      },
      Member("paragraphs", .list(.list(textPiece))) { $0.paragraphs.map(\.pieces) },
    ])

  private static let textPiece = Wire<ParagraphPair.Piece>.record(
    "TextPiece",
    [
      Member("source", .text) { $0.source }, Member("shown", .text) { $0.shown }, Member("kind", .choice()) { $0.kind },
    ])

  private static let repair = Wire<RepairLine>.record(
    "Repair",
    [
      Member("rule", .text) { $0.rule }, Member("start", .count) { $0.span.start },
      Member("end", .count) { $0.span.end }, Member("source", .text) { $0.source },
      Member("shown", .text) { $0.shown }, Member("suggestions", .list(.text)) { $0.suggestions },
    ])

  private static let simplified = Wire<Simplified>.record(
    "Simplified",
    [Member("from", .text) { $0.from }, Member("into", .text) { $0.into }, Member("count", .count) { $0.count }])

  private static let draft = Wire<DraftLine>.record(
    "Draft",
    [
      Member("text", .words) { $0.text }, Member("fields", .list(.choice())) { $0.fields },
      Member("lead", .optional(.id())) { $0.lead }, Member("supporting", .list(.id())) { $0.supporting },
      Member("fan_out", .choice()) { $0.fanOut }, Member("leader", .optional(.id())) { $0.leader },
      Member("due", .optional(.day)) { $0.due }, Member("urgency", .choice()) { $0.urgency },
      Member("procedure", .optional(.text)) { $0.procedure }, Member("standard", .text) { $0.standard },
      Member("duty", .optional(.text)) { $0.duty },
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

/// A character that became its simplified form, and how often.
struct Simplified: Sendable {
  let from: String
  let into: String
  let count: Int
}

/// What came of a clause, as a closed code.
enum ClauseStage: String, CaseIterable {
  case undecided, issued
  /// It became a matter that the token's officer may not see.
  case outOfSight = "out_of_sight"
  case noAction = "no_action"
}

extension BoardClause.State {
  fileprivate var stage: ClauseStage {
    switch self {
    case .matter: .issued
    case .elsewhere: .outOfSight
    case .noAction: .noAction
    case .undecided: .undecided
    }
  }

  fileprivate var matter: MatterName? { if case .matter(let matter, _) = self { matter } else { nil } }
  fileprivate var standing: Standing? { if case .matter(_, let standing) = self { standing } else { nil } }
  fileprivate var decision: NoActionLine? { if case .noAction(let line) = self { line } else { nil } }
}
