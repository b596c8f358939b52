import Directory
import Ground
import Operations
import Packs

private let reread = "/meetings/{meeting}/reread"

private let version = Property.optional(
  "seen", .integer(0...Int(Int32.max)), about: Bilingual("看到的 version；之后有改动则不保存", "The `version` that was seen"))

/// The words and terms that the district sets for itself, and what they make of bulletins that were read before.
let wordAPI: [APIRoute] = [
  .get(
    "/words", "wordsAndTerms", .directory, .keepers, Bilingual("词表和期限", "The word lists and the terms"),
    answers: Wires.wordsAndTerms
  ) { call in Reply(try await call.office.wordsAndTerms()) },
  .get(
    "/words/lists", "wordList", .directory, .keepers, Bilingual("一个词表", "One word list"),
    query: [Property("list", .choice(WordList.all.map(\.code)))], answers: Wires.wordList
  ) { call in Reply(try await call.wordList(call.query["list"])) },
  .post(
    "/words/lists", "setWords", .directory, .keepers,
    Bilingual("设定一个词表里增加的词和停用的词（整表替换）", "Set what a list adds and leaves out; what stood before is replaced"),
    body: .json([
      Property("list", .choice(WordList.all.map(\.code))),
      Property(
        "added", .list(.object([Property("word", .words(20)), .optional("beside", .optional(.words(20)))]), 0...300)),
      Property("dropped", .list(.words(20), 0...1000)), seenMark,
    ]), answers: Wires.wordList
  ) { call in
    let code = call.fields.text("list")
    let list = try standing(WordList(code: code ?? ""))
    let added = call.fields.objects("added").map {
      WordEntry(word: $0.text("word") ?? "", beside: $0.text("beside"))
    }
    _ = try await call.perform(
      SetWords(list: list, added: added, dropped: call.fields.texts("dropped"), seen: call.fields.number("seen")))
    return Reply(try await call.wordList(code))
  },
  .post(
    "/words/terms", "setTerm", .directory, .administrators,
    Bilingual("设定可由本区县决定的期限", "Set a term that is the district's choice"),
    body: .json([
      Property("code", .words(60)), Property("length", .integer(1...720)),
      Property("unit", .choice(TermUnit.allCases.map(\.rawValue))), Property("source", .words(500)),
      .optional("is_read", .flag, about: Bilingual("已对照文件原文核对", "Whether it was read in the document itself")), version,
    ]), answers: Wires.wordsAndTerms
  ) { call in
    let unit: TermUnit = try standing(call.fields.choice("unit"))
    _ = try await call.perform(
      SetTerm(
        code: call.fields.text("code") ?? "", rule: unit.rule(try standing(call.fields.number("length"))),
        source: call.fields.words("source"), isRead: call.fields.flag("is_read"), seen: call.fields.number("seen")))
    return Reply(try await call.office.wordsAndTerms())
  },
  .post(
    "/words/terms/shipped", "useShippedTerm", .directory, .administrators,
    Bilingual("改回随附期限", "Let the shipped term count again"),
    body: .json([Property("code", .words(60)), Property("reason", .words(500)), version]), answers: Wires.wordsAndTerms
  ) { call in
    _ = try await call.perform(
      SetTerm(
        code: call.fields.text("code") ?? "", rule: nil, source: call.fields.words("reason"), isRead: false,
        seen: call.fields.number("seen")))
    return Reply(try await call.office.wordsAndTerms())
  },
  .get(
    "/words/effect", "wordEffects", .directory, .keepers,
    Bilingual("现行词表会使最近的通报有几处不同", "In how many places today's words would read the latest bulletins otherwise"),
    answers: Wires.wordEffects
  ) { call in Reply(try await call.office.wordEffects(onLatest: 6)) },
  .get(
    reread, "rereading", .meetings, .holders([.coordinator, .leader]),
    Bilingual("按现行词表重读通报，与现状对照", "Where today's words would read a bulletin otherwise"), answers: Wires.rereading
  ) { call in Reply(try await call.rereading()) },
  .post(
    reread, "takeReading", .meetings, .coordinators,
    Bilingual("没有人动过的条目改用新读法", "Take the new reading for what nobody has touched"),
    body: .json([
      Property("places", .list(.integer(0...Int(Int32.max)), 1...1000)),
      Property("seen", .integer(0...1 << 48 - 1), about: Bilingual("看到的 mark", "The `mark` that was seen")),
    ]), answers: Wires.rereading
  ) { call in
    try await call.office.takeReading(
      of: try call.id("meeting"), places: call.fields.numbers("places"), seen: try standing(call.fields.number("seen")),
      by: try call.actor(), operation: call.operation)
    return Reply(try await call.rereading())
  },
]

extension APICall {
  fileprivate func wordList(_ code: String?) async throws(Refusal) -> WordListSheet {
    try await office.wordListSheet(try standing(WordList(code: code ?? "")))
  }

  fileprivate func rereading() async throws(Refusal) -> Rereading {
    try standing(try await office.rereading(of: try id("meeting")))
  }
}
