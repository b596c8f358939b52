import Ground
import Operations
import Packs

private let reread = "/meetings/{meeting}/reread"

private let version = Property.optional(
  "seen", .integer(0...Int(Int32.max)), about: Bilingual("看到的 version；之后有改动则不保存", "The `version` that was seen"))

/// The words and terms that the district sets for itself, and what they make of bulletins that were read before.
let ruleAPI: [APIRoute] = [
  .get(
    "/rules", "rules", .directory, .keepers, Bilingual("词表和默认期限", "The word lists and the default terms"),
    answers: Wires.rules
  ) { call in Reply(try await call.office.ruleRegister()) },
  .get(
    "/rules/words", "wordList", .directory, .keepers, Bilingual("一个词表", "One word list"),
    query: [Property("list", .choice(WordList.all.map(\.code)))], answers: Wires.wordList
  ) { call in Reply(try await call.wordList(call.query["list"])) },
  .post(
    "/rules/words", "setWords", .directory, .keepers, Bilingual("增加或停用词", "Add words, or set shipped ones aside"),
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
    "/rules/terms", "setTerm", .directory, .administrators,
    Bilingual("设定默认期限；不写天数即改回随附期限", "Set a default term; without days the shipped one counts again"),
    body: .json([
      Property("code", .words(60)), .optional("days", .optional(.integer(1...365))),
      .optional("unit", .choice(TermUnit.allCases.map(\.rawValue))), Property("source", .words(500)),
      .optional("is_read", .flag, about: Bilingual("已对照文件原文核对", "Whether it was read in the document itself")), version,
    ]), answers: Wires.rules
  ) { call in
    let unit: TermUnit = call.fields.choice("unit") ?? .calendar
    _ = try await call.perform(
      SetTerm(
        code: call.fields.text("code") ?? "", rule: call.fields.number("days").map(unit.rule),
        source: call.fields.words("source"), isRead: call.fields.flag("is_read"), seen: call.fields.number("seen")))
    return Reply(try await call.office.ruleRegister())
  },
  .get(
    reread, "rereading", .meetings, .keepers,
    Bilingual("按现行词表重读通报，与现状对照", "Where today's words would read a bulletin otherwise"), answers: Wires.rereading
  ) { call in Reply(try await call.rereading()) },
  .post(
    reread, "takeReading", .meetings, .coordinators,
    Bilingual("没有人动过的条目改用新读法", "Take the new reading for what nobody has touched"),
    body: .json([
      Property("places", .list(.integer(0...Int(Int32.max)), 1...1000)),
      Property("seen", .integer(0...1 << 48 - 1), about: Bilingual("看到的 version", "The `version` that was seen")),
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
