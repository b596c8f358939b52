import Directory
import Ground
package import Packs

/// An office changes one of the reader's word lists: words that it adds, shipped words that do not count here.
package struct SetWords: Act {
  /// The list's code.
  package let list: String
  package let added: [WordEntry]
  package let dropped: [String]
  package let seen: Int?

  package init(list: WordList, added: [WordEntry], dropped: [String], seen: Int?) {
    (self.list, self.added, self.dropped, self.seen) = (list.code, added, dropped, seen)
  }

  package func perform(in room: ActRoom) throws -> Done {
    try room.requireKeeper()
    let before = try room.directory().words(of: list)
    try room.check(seen: seen, of: before)
    // A word that stood keeps its seal, and with it the right to be erased once for all.
    let known = Dictionary(
      (before.added.map(\.word) + before.dropped).compactMap { word in word.text.map { ($0, word) } },
      uniquingKeysWith: { first, _ in first })
    let own = OwnWords(
      list: list, added: added.map { OwnWords.Entry(word: known[$0.word] ?? Words($0.word), beside: $0.beside) },
      dropped: dropped.map { known[$0] ?? Words($0) })
    guard own != before else { return Done() }
    // What protects persons is taken out by nobody who wants to issue past it.
    let words = Set(added.map(\.word))
    if WordList(code: list)?.isGuard == true, !before.added.allSatisfy({ $0.word.text.map(words.contains) ?? true }) {
      try room.require(.administrator)
    }
    try room.record(.wordsSet(own))
    return Done()
  }
}

extension Directory {
  /// What the district made of a list; nothing, where it left it as shipped.
  func words(of list: String) -> OwnWords { ownWords[list] ?? OwnWords(list: list, added: [], dropped: []) }
}
