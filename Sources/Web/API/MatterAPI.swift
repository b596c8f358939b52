import Directory
import Ground
import HTTPTypes
import Matters
import Operations

/// Matters: the list, one of them, its story, why it is due then, and its evidence.
let matterAPI: [APIRoute] = [
  .get(
    "/matters", "matters", .matters, .officers,
    Bilingual("事项清单，筛选和排序与页面相同", "Matters, filtered and sorted as on the page"), query: ListQuery.paged,
    answers: Wires.list
  ) { call in
    let (filter, after) = (call.query.filter, call.query["after"])
    if let after, try await !call.office.isCursor(after, in: filter) { throw Refusal(.cursorUnknown, at: "after") }
    let list = try await call.office.matterList(filter, for: try call.officer(), after: after)
    return Reply(list, next: call.next(list.next))
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
    "/matters/{matter}/news", "matterNews", .matters, .officers,
    Bilingual("看过之后又有什么变化", "What happened since a version was seen"),
    query: [
      .optional("seen", .integer(0...999_999_999), about: Bilingual("看到的版本", "The version that was seen"))
    ], answers: Wires.matterNews
  ) { call in
    let sheet = try await call.sheet().value
    let seen = call.query["seen"].flatMap { Int($0) } ?? 0
    let news = try await call.office.matterNews(sheet.matter.id, since: seen, for: try call.officer())
    return Reply(news ?? MatterNews(matter: sheet.matter.id, version: sheet.version, lines: []))
  },
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
    return APIAnswer(found.bytes, type: found.type, called: found.name.shown)
  },
  .get(
    "/matters/{matter}/evidence/{file}/small", "evidencePicture", .matters, .officers,
    Bilingual("一张佐证照片的缩小图", "An evidence picture, made small"), type: "image/jpeg"
  ) { call in
    let small = try await call.office.evidenceSmall(
      try call.id("file", of: EvidenceTag.self), of: try call.id("matter"), for: try call.officer())
    return APIAnswer(try standing(small), type: "image/jpeg")
  },
]

extension APICall {
  /// The matter of the path as it stands now, with its version.
  func sheet() async throws(Refusal) -> Reply<MatterSheet> {
    let sheet = try standing(try await office.matterSheet(try id("matter"), for: try officer()))
    return Reply(sheet, version: VersionTag(sheet.version, of: sheet.matter.id))
  }
}
