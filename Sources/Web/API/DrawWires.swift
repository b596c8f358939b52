import Ground
import Inspections
import Operations
import Packs

/// Random draws and what spot checks came to.
extension Wires {
  static let draws = Wire<DrawRegister>.record(
    "DrawList", [Member("draws", .list(drawRow)) { $0.rows }, Member("offers", .list(offer)) { $0.offers }])

  private static let offer = Wire<DrawOffer>.record(
    "DrawOffer",
    [
      Member("duty", .text) { $0.duty.code }, Member("title", .both) { $0.duty.title },
      Member("unit", unit) { $0.unit },
      Member("first", .day) { $0.window.first }, Member("last", .day) { $0.window.last },
      Member("drawn", .optional(.id())) { $0.drawn?.id },
    ])

  private static let drawRow = Wire<DrawRow>.record(
    "DrawRow",
    [
      Member("id", .id()) { $0.id }, Member("number", .count) { $0.serial }, Member("round", .count) { $0.round },
      Member("title", .both) { $0.title }, Member("unit", unit) { $0.unit }, Member("day", .day) { $0.day },
      Member("due", .day) { $0.due }, Member("population", .count) { $0.population },
      Member("count", .count) { $0.count }, Member("stage", .choice()) { $0.stage },
    ])

  static let draw = Wire<DrawSheet>.record(
    "Draw",
    [
      Member("row", drawRow) { $0.row }, Member("lines", .list(line)) { $0.lines },
      Member("replaces", .optional(.id())) { $0.before?.id }, Member("replaced_by", .optional(.id())) { $0.after?.id },
      Member("reason", .optional(.words)) { $0.draw.commitment.reason },
      Member("witness", .optional(.words)) { $0.draw.revelation?.witness },
      Member("committed_at", .count) { $0.committed.position },
      Member("revealed_at", .optional(.count)) { $0.revealed?.position }, Member("data", drawData) { $0.draw },
    ])

  private static let line = Wire<DrawLine>.record(
    "DrawLine",
    [
      Member("subject", .id()) { $0.id }, Member("inspectors", .list(officer)) { $0.inspectors },
      Member("first", .optional(.id())) { $0.first?.id }, Member("inspection", .optional(.id())) { $0.done?.id },
      Member("disagreements", .optional(.count)) { $0.disagreements },
    ])

  /// What a stranger recomputes a draw from: ids, numbers and hashes alone (docs/DRAWS.md). The page hands over the same.
  static let drawData = Wire<Draw>.record(
    "DrawData",
    [
      Member("format", .text) { _ in "bihuan-draw/1" }, Member("draw", .id()) { $0.id },
      Member("number", .count) { $0.commitment.serial }, Member("round", .count) { $0.commitment.round },
      Member("entries_before", .count) { Int($0.commitment.after) },
      Member("population", .list(drawable)) { $0.commitment.population },
      Member("unit", .id()) { $0.commitment.unit }, Member("checklist", .text) { $0.commitment.checklist },
      Member("due", .day) { $0.commitment.due },
      Member("filter", .optional(drawFilter)) { draw in
        if case .free(let filter) = draw.commitment.purpose { filter } else { nil }
      },
      Member("spot_check", .optional(spotCheckPlan)) { draw in
        if case .spotCheck(let plan) = draw.commitment.purpose { plan } else { nil }
      },
      Member("count", .count) { $0.commitment.count },
      Member("inspectors_each", .count) { $0.commitment.inspectors.each },
      Member("candidates", .list(.id())) { $0.commitment.inspectors.candidates },
      Member("excluded", .list(exclusion)) { $0.commitment.inspectors.excluded },
      Member("nonce_sha256", .text) { $0.commitment.nonceDigest },
      Member("revealed", .optional(revelation)) { $0.revelation },
    ])

  private static let spotCheckPlan = Wire<SpotCheckPlan>.record(
    "SpotCheckPlan",
    [
      Member("duty", .text) { $0.duty }, Member("checked", .text) { $0.checked },
      Member("window_first", .day) { $0.window.first }, Member("window_last", .day) { $0.window.last },
      Member("rule", .count) { $0.entries == nil ? 1 : 2 }, Member("share", .count) { $0.share },
      Member("first_day", .day) { $0.days.first }, Member("last_day", .day) { $0.days.last },
      Member("first_entry", .optional(.count)) { $0.entries.map { Int($0.first) } },
      Member("end_entry", .optional(.count)) { $0.entries.map { Int($0.end) } },
    ])

  private static let drawFilter = Wire<DrawFilter>.record(
    "DrawFilter",
    [
      Member("types", .list(.text)) { $0.types }, Member("areas", .list(.id())) { $0.areas },
      Member("risks", .list(.text)) { $0.risks },
      Member("where", .list(.text)) { $0.conditions.map { "\($0.attribute):\($0.choice)" } },
    ])

  private static let drawable = Wire<DrawCommitment.Drawable>.record(
    "DrawnFrom",
    [
      Member("subject", .id()) { $0.subject }, Member("position", .count) { Int($0.position) },
      Member("leaf", .text) { $0.leaf }, Member("first", .optional(.id())) { $0.first?.inspection },
      Member("entered", .optional(.count)) { $0.entered.map { Int($0) } },
    ])

  private static let exclusion = Wire<DrawCommitment.Exclusion>.record(
    "DrawExclusion", [Member("officer", .id()) { $0.officer }, Member("reason", .choice()) { $0.reason }])

  private static let revelation = Wire<DrawRevelation>.record(
    "DrawRevelation",
    [
      Member("nonce", .text) { $0.nonce }, Member("checkpoint_size", .count) { Int($0.size) },
      Member("root", .text) { $0.root }, Member("public_number", .text) { $0.number },
      Member("seed", .text) { $0.seed },
      Member("choices", .list(choice)) { $0.choices },
    ])

  private static let choice = Wire<DrawRevelation.Choice>.record(
    "DrawChoice",
    [Member("subject", .id()) { $0.subject }, Member("inspectors", .list(.id())) { $0.inspectors }])

  static let spotChecks = Wire<SpotChecks>.record(
    "SpotChecks",
    [
      Member("year", .count) { $0.year }, Member("lines", .list(spotCheckLine)) { $0.lines },
      Member("checks", .list(spotCheck)) { $0.rows },
    ])

  private static let spotCheckLine = Wire<SpotCheckLine>.record(
    "SpotCheckLine",
    [
      Member("duty", .text) { $0.duty }, Member("title", .both) { $0.title }, Member("unit", unit) { $0.unit },
      Member("checks", .count) { $0.checks }, Member("disagreements", .count) { $0.disagreements },
      Member("rate", .optional(.count)) { $0.rate },
    ])

  private static let spotCheck = Wire<SpotCheckRow>.record(
    "SpotCheck",
    [
      Member("inspection", .id()) { $0.check.id }, Member("first", .id()) { $0.first.id },
      Member("unit", unit) { $0.check.unit }, Member("first_unit", unit) { $0.first.unit },
      Member("items", .list(.both)) { $0.items },
    ])

  static let owedCheck = Wire<OwedCheck>.record(
    "OwedCheck",
    [
      Member("draw", .id()) { $0.draw }, Member("title", .both) { $0.title },
      Member("checklist", .text) { $0.checklist },
      Member("due", due) { $0.due }, Member("subjects", .list(subjectRow)) { $0.rows.map(\.subject) },
    ])
}
