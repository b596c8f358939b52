import Directory
import Ground
import Operations
import Packs

private let kind = Property("kind", .choice(OwnReading.Kind.allCases.map(\.rawValue)))
private let code = Property("code", .words(100))
private let version = Property.optional(
  "seen", .integer(0...Int(Int32.max)), about: Bilingual("看到的 version；之后有改动则不保存", "The `version` that was seen"))

/// What the office read of rules and articles at their official place.
let sourceAPI: [APIRoute] = [
  .get(
    "/words/sources", "sources", .directory, .keepers,
    Bilingual("条文和期限规则的核对情况", "Which articles and rules were read at their official place"), answers: Wires.readings
  ) { call in Reply(try await call.office.sources()) },
  .get(
    "/words/source", "source", .directory, .keepers, Bilingual("一条的核对情况和记录", "One of them, with its story"),
    query: [kind, code], answers: Wires.readingSheet
  ) { call in Reply(try await call.source(try standing(call.query["kind"]), try standing(call.query["code"]))) },
  .post(
    "/words/sources", "confirmReading", .directory, .keepers,
    Bilingual("登记已对照官方文本核对", "Record that it was read at its official place"),
    body: .json([
      kind, code, Property("document", .words(300)), Property("article", .words(300)), Property("day", .day),
      Property("excerpt", .words(300)), version,
    ]), answers: Wires.readingSheet
  ) { call in
    let kind: OwnReading.Kind = try standing(call.fields.choice("kind"))
    let code = call.fields.text("code") ?? ""
    _ = try await call.perform(
      ConfirmReading(
        kind: kind, code: code, document: call.fields.words("document"), article: call.fields.words("article"),
        day: try standing(call.fields.day("day")), excerpt: call.fields.words("excerpt"),
        seen: call.fields.number("seen")))
    return Reply(try await call.source(kind.rawValue, code))
  },
  .post(
    "/words/sources/withdraw", "withdrawReading", .directory, .keepers,
    Bilingual("撤回核对记录", "Take a reading back"), body: .json([kind, code, Property("reason", .words(500)), version]),
    answers: Wires.readingSheet
  ) { call in
    let kind: OwnReading.Kind = try standing(call.fields.choice("kind"))
    let code = call.fields.text("code") ?? ""
    _ = try await call.perform(
      WithdrawReading(
        kind: kind, code: code, reason: call.fields.words("reason"), seen: call.fields.number("seen")))
    return Reply(try await call.source(kind.rawValue, code))
  },
]

extension APICall {
  fileprivate func source(_ kind: String, _ code: String) async throws(Refusal) -> ReadingSheet {
    try standing(try await office.sourceSheet(try standing(OwnReading.Kind(rawValue: kind)), code))
  }
}

extension Wires {
  static let readings = Wire<[ReadingRow]>.record("Readings", [Member("sources", .list(readingRow)) { $0 }])

  static let readingSheet = Wire<ReadingSheet>.record(
    "ReadingSheet",
    [
      Member("source", readingRow) { $0.line }, Member("version", .count) { $0.version },
      Member("story", .list(readingStory)) { $0.story },
    ])

  private static let readingRow = Wire<ReadingRow>.record(
    "ReadingRow",
    [
      Member("kind", .choice()) { $0.kind }, Member("code", .text) { $0.code }, Member("title", .both) { $0.title },
      Member("article", .optional(.text)) { $0.article }, Member("term", .optional(.text)) { $0.rule?.text },
      Member("source", .optional(.text)) { $0.source }, Member("checked", .choice()) { $0.checked },
      Member("is_read", .flag) { $0.isRead }, Member("is_outdated", .flag) { $0.isOutdated },
      Member("reading", .optional(reading)) { $0.reading },
    ])

  private static let reading = Wire<ReadingLine>.record(
    "Reading",
    [
      Member("document", .words) { $0.document }, Member("article", .words) { $0.article },
      Member("day", .day) { $0.day }, Member("excerpt", .words) { $0.excerpt }, Member("unit", unit) { $0.unit },
      Member("recorded_on", .day) { $0.on },
    ])

  private static let readingStory = Wire<ReadingStoryLine>.record(
    "ReadingStoryLine",
    [
      Member("position", .count) { $0.position }, Member("at", .moment) { $0.at },
      Member("officer", .optional(officer)) { $0.by.officer }, Member("in_place_of", .optional(officer)) { $0.by.away },
      Member("rule", .optional(.text)) { $0.by.rule }, Member("reading", .optional(reading)) { $0.reading },
      Member("reason", .optional(.words)) { $0.reason },
    ])
}
