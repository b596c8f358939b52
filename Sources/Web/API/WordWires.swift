import Ground
import Matters
import Operations
import Packs

extension Wires {
  static let wordsAndTerms = Wire<WordsAndTerms>.record(
    "WordsAndTerms", [Member("lists", .list(listLine)) { $0.lists }, Member("terms", .list(term)) { $0.terms }])

  private static let listLine = Wire<WordsAndTerms.Row>.record(
    "WordListLine",
    [
      Member("list", .text) { $0.list.code }, Member("shipped", .count) { $0.shipped },
      Member("added", .count) { $0.added }, Member("dropped", .count) { $0.dropped },
    ])

  static let wordList = Wire<WordListSheet>.record(
    "WordList",
    [
      Member("list", .text) { $0.list.code }, Member("is_guard", .flag) { $0.list.isGuard },
      Member("shipped", .list(entry)) { $0.shipped }, Member("added", .list(entry)) { $0.added },
      Member("dropped", .list(.text)) { $0.dropped }, Member("mark", .count) { $0.version },
      Member("story", .list(wordStory)) { $0.story },
    ])

  private static let entry = Wire<WordEntry>.record(
    "WordEntry", [Member("word", .text) { $0.word }, Member("beside", .optional(.text)) { $0.beside }])

  private static let term = Wire<TermSheet>.record(
    "Term",
    [
      Member("code", .text) { $0.code }, Member("title", .both) { $0.title },
      Member("shipped", termLine) { $0.shipped },
      Member("is_adjustable", .flag) { $0.isAdjustable }, Member("is_proposed", .flag) { $0.isProposed },
      Member("is_only_reckoned", .flag) { $0.isOnlyReckoned },
      Member("reference", .optional(reference)) { $0.reference },
      Member("own", .optional(termLine)) { $0.own }, Member("version", .count) { $0.version },
      Member("story", .list(wordStory)) { $0.story },
    ])

  private static let termLine = Wire<TermLine>.record(
    "TermLine",
    [
      Member("length", .count) { $0.length }, Member("unit", .choice()) { $0.unit },
      Member("source", .words) { $0.source },
      Member("checked", .choice()) { $0.checked },
    ])

  /// One entry of what happened to a list or a term; what does not belong to it is empty or null.
  private static let wordStory = Wire<WordStoryLine>.record(
    "WordStoryLine",
    [
      Member("position", .count) { $0.position }, Member("at", .moment) { $0.at },
      Member("officer", .optional(officer)) { $0.by.officer }, Member("in_place_of", .optional(officer)) { $0.by.away },
      Member("rule", .optional(.text)) { $0.by.rule }, Member("added", .list(.words)) { $0.happening.words.added },
      Member("removed", .list(.words)) { $0.happening.words.removed },
      Member("dropped", .list(.words)) { $0.happening.words.dropped },
      Member("restored", .list(.words)) { $0.happening.words.restored },
      Member("term", .optional(termLine)) { $0.happening.term },
      Member("reason", .optional(.words)) { $0.happening.reason },
    ])

  static let wordEffects = Wire<[WordEffect]>.record("WordEffects", [Member("meetings", .list(wordEffect)) { $0 }])

  private static let wordEffect = Wire<WordEffect>.record(
    "WordEffect",
    [
      Member("meeting", meeting) { $0.meeting }, Member("differ", .count) { $0.differ },
      Member("same", .count) { $0.same }, Member("by_hand", .count) { $0.byHand },
      Member("problem", .optional(.text)) { $0.problem?.code.code },
    ])

  static let rereading = Wire<Rereading>.record(
    "Rereading",
    [
      Member("meeting", .id()) { $0.meeting }, Member("refusal", .optional(.both)) { $0.refusal },
      Member("facts", .list(fact)) { $0.facts }, Member("clauses", .list(clauseDifference)) { $0.clauses },
      Member("same", .count) { $0.same }, Member("by_hand", .count) { $0.byHand },
      Member("mark", .count) { $0.mark },
    ])

  private static let fact = Wire<FactDifference>.record(
    "FactDifference",
    [
      Member("fact", .choice()) { $0.fact }, Member("before", .list(.words)) { $0.before },
      Member("after", .list(.words)) { $0.after },
    ])

  private static let clauseDifference = Wire<ClauseDifference>.record(
    "ClauseDifference",
    [
      Member("place", .count) { $0.place }, Member("before", .list(standingClause)) { $0.before },
      Member("after", .list(.words)) { $0.after }, Member("parts", .list(part)) { $0.parts },
      Member("can_be_taken", .flag) { $0.canBeTaken },
    ])

  private static let standingClause = Wire<ClauseDifference.Standing>.record(
    "StandingClause",
    [
      Member("clause", .count) { $0.clause }, Member("words", .words) { $0.words },
      Member("state", .choice()) { $0.state }, Member("is_touched", .flag) { $0.isTouched },
    ])

  private static let part = Wire<PartDifference>.record(
    "PartDifference",
    [
      Member("part", .choice()) { $0.part }, Member("before", .list(.text)) { $0.before.map(\.text) },
      Member("after", .list(.text)) { $0.after.map(\.text) },
    ])
}

extension PartDifference.Value {
  /// A code, a day, or words as pages show them.
  fileprivate var text: String {
    switch self {
    case .slogan(let isSlogan): isSlogan ? "slogan" : "action"
    case .flag(let isSo): String(isSo)
    case .field(let field): field.rawValue
    case .words(let words): words.shown
    case .day(let day): day.iso
    case .urgency(let urgency): urgency.rawValue
    case .standard(let title): title.chinese
    }
  }
}

extension WordHappening {
  fileprivate var words: (added: [Words], removed: [Words], dropped: [Words], restored: [Words]) {
    guard case .words(let added, let removed, let dropped, let restored) = self else { return ([], [], [], []) }
    return (added, removed, dropped, restored)
  }

  fileprivate var term: TermLine? { if case .term(let line) = self { line } else { nil } }

  fileprivate var reason: Words? { if case .shippedTerm(let reason) = self { reason } else { nil } }
}
