import Directory
import Ground
import HTTPTypes
import Matters
import Operations

private func choice<Choice: CaseIterable & RawRepresentable<String>>(_ name: String, _: Choice.Type) -> Property {
  .optional(name, .choice(Choice.allCases.map(\.rawValue)))
}

/// The parts of a filter, as the list's page writes them into its address too.
private let filters: [Property] = [
  choice("view", MatterView.self),
  .optional(
    "phase", .choice(Phase.allCases.map(\.rawValue) + ["any"]),
    about: Bilingual("不写则只列未办结的", "Without it, those that are open")),
  .optional("unit", .id), choice("part", UnitPart.self), choice("field", Field.self), .optional("leader", .id),
  .optional("meeting", .id), choice("standing", Standing.self), .optional("due", .choice(["week", "none"])),
  .optional("from", .day), .optional("to", .day),
  .optional("q", .words(MatterFilter.wordsLimit), about: Bilingual("文字中的词，至少两个字", "Words of the text")),
  choice("sort", MatterOrder.self),
  .optional("after", .words(200), about: Bilingual("上一页的 next", "The `next` of the page before")),
]

/// Matters: the list, one of them, its story, why it is due then, and its evidence.
let matterAPI: [APIRoute] = [
  .get(
    "/matters", "matters", .matters, .officers,
    Bilingual("事项清单，筛选和排序与页面相同", "Matters, filtered and sorted as on the page"), query: filters,
    answers: Wires.list
  ) { call in
    let asked = call.query.filter { $0.key != "after" }.sorted { $0.key < $1.key }
    let filter = MatterFilter(query: QueryText.write(asked.map { ($0.key, $0.value) }))
    let after = call.query["after"]
    if let after, try await !call.office.isCursor(after, in: filter) { throw Refusal(.cursorUnknown, at: "after") }
    let list = try await call.office.matterList(filter, for: try call.officer(), after: after)
    let same = filter.query.isEmpty ? "" : filter.query + "&"
    return Reply(list, next: list.next.map { "\(APIRoute.root)/matters?\(same)after=\(QueryText.encoded($0))" })
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
  ) { call in Reply(try standing(try await call.office.dueExplained(try call.id("matter"), for: try call.officer()))) },
  .get(
    "/matters/{matter}/evidence/{file}", "evidenceFile", .matters, .officers,
    Bilingual("一份佐证文件", "An evidence file"), type: "*/*"
  ) { call in
    let file = try await call.office.evidenceFile(
      try call.id("file", of: EvidenceTag.self), of: try call.id("matter"), for: try call.officer())
    let found = try standing(file)
    let name = "attachment; filename*=UTF-8''\(percentEncoded(found.name.shown.filter { $0 != "/" }))"
    return APIAnswer(found.bytes, type: found.type, headers: [.contentDisposition: name])
  },
]

extension APICall {
  /// The matter of the path as it stands now, with its version.
  func sheet() async throws(Refusal) -> Reply<MatterSheet> {
    let sheet = try standing(try await office.matterSheet(try id("matter"), for: try officer()))
    return Reply(sheet, version: VersionTag(sheet.version, of: sheet.matter.id))
  }
}
