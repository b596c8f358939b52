import Directory
import Ground
import HTTPTypes
import Matters
import Operations

/// The parts of the list's own address, and the place where the page before ended.
private let filters: [Property] = [
  .optional("view", .choice(MatterView.allCases.map(\.rawValue))),
  .optional(
    "phase", .choice(Phase.allCases.map(\.rawValue) + ["open"]),
    about: Bilingual("open 为未办结；不填为全部", "`open` for those not yet settled; all without it")),
  .optional("unit", .id), .optional("part", .choice(UnitPart.allCases.map(\.rawValue))),
  .optional("field", .choice(Field.allCases.map(\.rawValue))), .optional("leader", .id),
  .optional("standing", .choice(Standing.allCases.map(\.rawValue))), .optional("meeting", .id),
  .optional("due", .choice(["week", "none"])), .optional("from", .day), .optional("to", .day),
  .optional(
    "q", .words(MatterFilter.wordsLimit),
    about: Bilingual("至少两个字；信访事项的内容不在查找范围", "Two characters at least; the text of petitions is not searched")),
  .optional("sort", .choice(MatterOrder.allCases.map(\.rawValue))),
  .optional("group", .choice(MatterGroup.allCases.map(\.rawValue))),
  .optional("after", .words(200), about: Bilingual("上一页的 next", "The `next` of the page before")),
]

/// Matters: the list, one of them, its story, why it is due then, and its evidence.
let matterAPI: [APIRoute] = [
  .get(
    "/matters", "matters", .matters, .officers,
    Bilingual("事项清单，逾期和最早到期的在前", "Matters, overdue and soonest due first"), query: filters,
    answers: Wires.list
  ) { call in
    let asked = call.query.filter { $0.key != "after" }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    var filter = MatterFilter(query: QueryText.write(asked))
    if call.query["phase"] == nil { filter.phases = Phase.allCases }
    let after = call.query["after"]
    if let after, !filter.isCursor(after) { throw Refusal(.cursorUnknown, at: "after") }
    let list = try await call.office.matterList(filter, for: try call.officer(), after: after)
    let next = list.next.map { "\(APIRoute.root)/matters?\(QueryText.write(asked + [("after", $0)]))" }
    return Reply(list, next: next)
  },
  .get(
    "/matters/{matter}", "matter", .matters, .officers,
    Bilingual("一个事项，以及现在能做什么", "A matter, and what may be done now"), answers: Wires.sheet, hasVersion: true
  ) { call in try await call.sheet() },
  .get(
    "/matters/{matter}/story", "story", .matters, .officers,
    Bilingual("办理过程，最近的在前", "What happened, newest first"),
    answers: Wire<[StoryLine]>.record("Story", [Member("story", .list(Wires.story)) { $0 }])
  ) { call in Reply(try await call.sheet().value.story) },
  .get(
    "/matters/{matter}/due", "due", .matters, .officers,
    Bilingual("时限是怎么算出来的", "How the due date came about"), answers: Wires.explained
  ) { call in Reply(try standing(try await call.office.dueExplained(try call.id("matter")))) },
  .get(
    "/matters/{matter}/evidence/{file}", "evidenceFile", .matters, .officers,
    Bilingual("一份佐证文件", "An evidence file"), type: "*/*"
  ) { call in
    let file = try await call.office.evidenceFile(
      try call.id("file", of: EvidenceTag.self), of: try call.id("matter"))
    let found = try standing(file)
    let name = "attachment; filename*=UTF-8''\(percentEncoded(found.name.shown.filter { $0 != "/" }))"
    return APIAnswer(found.bytes, type: found.type, headers: [.contentDisposition: name])
  },
]

extension APICall {
  /// The matter of the path as it stands now, with its version.
  func sheet() async throws(Refusal) -> Reply<MatterSheet> {
    let sheet = try standing(try await office.matterSheet(try id("matter"), for: try officer()))
    return Reply(sheet, version: sheet.version)
  }
}
