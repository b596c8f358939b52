import Ground
import Matters
import Operations
import Packs

extension Wires {
  static let sheet = Wire<MatterSheet>.record(
    "Matter",
    [
      Member("id", .id()) { $0.matter.id }, Member("number", .text) { $0.matter.number },
      Member("version", .count) { $0.version }, Member("text", .words) { $0.text },
      Member("source", .optional(source)) { $0.source },
      Member("carried", .list(source)) { $0.carried }, Member("carried_count", .count) { $0.carriedCount },
      Member("standing", .choice()) { $0.standing },
      Member("phase", .choice()) { $0.phase }, Member("urgency", .choice()) { $0.urgency },
      Member("fields", .list(.choice())) { $0.fields }, Member("lead", unit) { $0.lead },
      Member("supporting", .list(unit)) { $0.supporting }, Member("leader", .optional(officer)) { $0.leader },
      Member("handler", .optional(officer)) { $0.handler }, Member("due", .optional(due)) { $0.due },
      Member("standard", standard) { $0.standard },
      Member("procedure", .optional(procedure)) { $0.procedure }, Member("parent", .optional(matter)) { $0.parent },
      Member("children", .list(child)) { $0.children }, Member("evidence", .list(evidence)) { $0.evidence },
      Member("seal", .optional(seal)) { $0.seal }, Member("acts", .list(offer)) { $0.offers },
      Member("beside", beside) { $0.beside }, Member("duties", .list(dutyFigure)) { $0.duties },
    ])

  /// What stands beside the main way; null or zero where nothing does.
  private static let beside = Wire<BesideLine>.record(
    "Beside",
    [
      Member("objections", .count) { $0.objections },
      Member("objection_answer_by", .optional(.day)) { $0.objectionAnswerBy },
      Member("presses", .count) { $0.presses }, Member("extensions_granted", .count) { $0.extensionsGranted },
      Member("extension_asked", .optional(extensionAsked)) { $0.extension },
      Member("verify_by", .optional(.day)) { $0.verifyBy },
      Member("suspended_until", .optional(.day)) { $0.suspendedUntil },
      Member("adopted_by", .optional(officer)) { $0.adoptedBy }, Member("listing", .optional(listing)) { $0.listing },
      Member("look_back", .optional(lookBack)) { $0.lookBack }, Member("parts", .list(partLine)) { $0.parts },
      Member("project", .optional(project)) { $0.project },
      Member("commitments", .optional(commitments)) { $0.commitments },
      Member("cycle", .optional(.choice())) { $0.cycle }, Member("report_owed", .optional(.day)) { $0.reportOwed },
      Member("reports_missed", .count) { $0.reportsMissed },
      Member("quiet_workdays", .optional(.count)) { $0.quietWorkdays },
      Member("merged_into", .optional(matter)) { $0.mergedInto }, Member("merged", .list(matter)) { $0.merged },
      Member("settled_on", .optional(.day)) { $0.settledOn }, Member("concerns", .list(.choice())) { $0.concerns },
      Member("step", .optional(step)) { $0.step }, Member("notice", .optional(notice)) { $0.notice },
      Member("publish_close_out_by", .optional(.day)) { $0.closeOutPublishBy },
      Member("close_out_published_on", .optional(.day)) { $0.closeOutPublished?.day },
      Member("close_out_published_at", .optional(.words)) { $0.closeOutPublished?.place },
    ])

  private static let lookBack = Wire<LookBackLine>.record(
    "LookBack",
    [
      Member("day", .day) { $0.day }, Member("unit", .optional(unit)) { $0.unit },
      Member("rule", .optional(.both)) { $0.rule },
    ])

  private static let step = Wire<LadderLine>.record(
    "LadderStep",
    [
      Member("title", .both) { $0.step }, Member("shows_card", .flag) { $0.showsCard },
      Member("is_for_meeting", .flag) { $0.isForMeeting },
    ])

  private static let extensionAsked = Wire<ExtensionLine>.record(
    "ExtensionAsked",
    [
      Member("day", .day) { $0.day }, Member("reason", .words) { $0.reason },
      Member("answer_by", .optional(.day)) { $0.answerBy },
    ])

  private static let procedure = Wire<ProcedureLine>.record(
    "Procedure", [Member("title", .both) { $0.title }, Member("stages", .list(stage)) { $0.stages }])

  private static let stage = Wire<ProcedureLine.Stage>.record(
    "ProcedureStage", [Member("title", .both) { $0.title }, Member("place", .choice()) { $0.place }])

  private static let notice = Wire<NoticeLine>.record(
    "PublicNotice",
    [
      Member("passed_on", .day) { $0.passedOn }, Member("place", .optional(.words)) { $0.place },
      Member("from", .optional(.day)) { $0.day }, Member("until", .optional(.day)) { $0.until },
    ])

  private static let listing = Wire<ListingLine>.record(
    "Listing",
    [
      Member("authority", .words) { $0.authority }, Member("is_delisted", .flag) { $0.isDelisted },
      Member("publish_by", .optional(.day)) { $0.publishBy },
      Member("published_on", .optional(.day)) { $0.published?.day },
      Member("published_at", .optional(.words)) { $0.published?.place },
    ])

  private static let source = Wire<SourceLine>.record(
    "Source",
    [
      Member("meeting", meeting) { $0.meeting }, Member("clause", .count) { $0.clause },
      Member("words", .words) { $0.words }, Member("start", .count) { $0.span.start },
      Member("end", .count) { $0.span.end },
    ])

  private static let standard = Wire<StandardLine>.record(
    "Standard",
    [
      Member("title", .both) { $0.title }, Member("minimum_evidence", .count) { $0.minimumEvidence },
      Member("on_site", .flag) { $0.onSite }, Member("other_unit", .flag) { $0.otherUnit },
    ])

  private static let child = Wire<ChildRow>.record(
    "Child",
    [
      Member("id", .id()) { $0.matter.id }, Member("number", .text) { $0.matter.number },
      Member("unit", unit) { $0.unit }, Member("standing", .choice()) { $0.standing },
      Member("phase", .choice()) { $0.phase }, Member("due", .optional(due)) { $0.due },
      Member("is_in_sight", .flag) { $0.isInSight },
    ])

  private static let evidence = Wire<EvidenceLine>.record(
    "Evidence",
    [
      Member("id", .id()) { $0.id }, Member("name", .words) { $0.name },
      Member("note", .optional(.words)) { $0.note }, Member("type", .text) { $0.type },
      Member("size", .count) { $0.size }, Member("digest", .text) { $0.digest },
    ])

  private static let seal = Wire<SealLine>.record(
    "Seal",
    [
      Member("day", .day) { $0.day }, Member("verifier", officer) { $0.verifier },
      Member("conclusion", .words) { $0.conclusion }, Member("on_site", .flag) { $0.onSite },
      Member("position", .count) { $0.position },
    ])

  /// What the token's officer may do now, and where not why not and who could.
  private static let offer = Wire<ActOffer>.record(
    "Act",
    [
      Member("act", .choice()) { $0.act }, Member("is_allowed", .flag) { $0.isAllowed },
      Member("refused_by", .list(.text)) { $0.refusals.map(\.code.code) },
      Member("who_could", .list(officer)) { $0.whoCould }, Member("on_behalf", .flag) { $0.onBehalf },
    ])

  static let list = Wire<MatterList>.record(
    "MatterList",
    [
      Member("matters", .list(row)) { $0.rows }, Member("total", .optional(.count)) { $0.total.count },
      Member("is_total_exact", .flag) { $0.total.isExact }, Member("counts", .optional(counts)) { $0.counts },
      Member("search", .choice()) { $0.search.kind },
      Member("headings", .list(heading)) { list in
        list.headings.sorted { $0.key < $1.key }.map { PlacedHeading(row: $0.key, heading: $0.value) }
      }, Member("next", .optional(.text)) { $0.next },
    ])

  /// What stands above a row of a list that is in groups.
  private static let heading = Wire<PlacedHeading>.record(
    "ListHeading",
    [
      Member("row", .count) { $0.row }, Member("unit", .optional(unit)) { $0.heading.unit },
      Member("field", .optional(.choice())) { $0.heading.field },
      Member("meeting", .optional(label)) { $0.heading.meeting },
      Member("due", .optional(.choice())) { $0.heading.due },
    ])

  private static let label = Wire<MeetingLabel>.record(
    "MeetingLabel",
    [Member("id", .id()) { $0.id }, Member("number", .count) { $0.number }, Member("day", .day) { $0.day }])

  static let matterNews = Wire<MatterNews>.record(
    "MatterNews",
    [
      Member("matter", .id()) { $0.matter }, Member("version", .count) { $0.version },
      Member("story", .list(story)) { $0.lines },
    ])

  static let reference = Wire<ReferenceLine>.record(
    "Reference",
    [
      Member("title", .both) { $0.title }, Member("article", .text) { $0.article },
      Member("checked", .choice()) { $0.checked },
    ])

  static let counted = Wire<CountedDay>.record(
    "CountedDay",
    [
      Member("day", .day) { $0.day }, Member("number", .optional(.count)) { $0.number },
      Member("minutes", .optional(.count)) { $0.minutes },
      Member("kind", .choice()) { $0.kind },
    ])
}

extension ListTotal {
  fileprivate var count: Int? {
    switch self {
    case .exact(let count), .moreThan(let count): count
    case .uncounted: nil
    }
  }

  fileprivate var isExact: Bool { if case .exact = self { true } else { false } }
}

/// A heading and the place of the row beneath it, from 0.
struct PlacedHeading: Sendable {
  let row: Int
  let heading: ListHeading
}

/// What came of the words looked for, as a closed code.
enum SearchKind: String, CaseIterable {
  case none, found
  case tooShort = "too_short"
  case newestOnly = "newest_only"
}

extension SearchState {
  fileprivate var kind: SearchKind {
    switch self {
    case .none: .none
    case .found: .found
    case .tooShort: .tooShort
    case .newestOnly: .newestOnly
    }
  }
}

extension ListHeading {
  fileprivate var unit: UnitName? { if case .unit(let unit) = self { unit } else { nil } }
  fileprivate var field: Field? { if case .field(let field) = self { field } else { nil } }
  fileprivate var meeting: MeetingLabel? { if case .meeting(let meeting) = self { meeting } else { nil } }
  fileprivate var due: DueBucket? { if case .due(let due) = self { due } else { nil } }
}
