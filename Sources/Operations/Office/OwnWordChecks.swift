import Bulletins
import Directory
import Ground
import Packs
import Storage

/// What must hold of the words and terms that a district sets for itself.
extension ActRoom {
  /// Words per list that a district may add: more than any office needs, few enough to look over.
  static let mostWords = 300
  private static let tiers = "镇街 town / 村居 community / 部门 department / 企业 enterprise / 领导 leader"

  /// - Throws: a problem for each word that cannot stand in the list.
  func check(words own: OwnWords) throws(Refusal) {
    guard let list = WordList(code: own.list) else { throw Refusal(.wordListUnknown, ["list": own.list]) }
    let shipped = packDesk.shipped.words.entries(of: list)
    let beside = Dictionary(shipped.map { ($0.word, $0.beside) }, uniquingKeysWith: { first, _ in first })
    guard own.added.count <= ActRoom.mostWords else {
      throw Refusal(.wordsMany, at: "added", ["limit": String(ActRoom.mostWords)])
    }
    let dropped = Set(own.dropped.compactMap(\.text))
    if list.isGuard, let word = dropped.min() { throw Refusal(.wordGuarded, at: "dropped", ["word": word]) }
    if let word = dropped.filter({ beside[$0] == nil }).min() {
      throw Refusal(.wordNotShipped, at: "dropped", ["word": word])
    }
    let reader = packDesk.reader(of: open.directory)
    var seen: Set<String> = []
    var problems: [Problem] = []
    for entry in own.added {
      guard let word = entry.word.text else { continue }
      if !seen.insert(word).inserted {
        problems.append(Problem(.wordTwice, at: "added", ["word": word]))
      } else if let known = beside[word], known == entry.beside, !dropped.contains(word) {
        problems.append(Problem(.wordKnown, at: "added", ["word": word]))
      } else if dropped.contains(word) {
        problems.append(Problem(.wordBoth, at: "added", ["word": word]))
      } else if let problem = problem(of: word, beside: entry.beside, in: list, plain: reader.plain(word)) {
        problems.append(problem)
      }
    }
    guard problems.isEmpty else { throw Refusal(problems) }
  }

  private func problem(of word: String, beside: String?, in list: WordList, plain: String) -> Problem? {
    let signs: Set<Unicode.Scalar> = ["（", "）", "(", ")"]
    let hasNumber = word.split { !$0.isNumber }.contains { $0.count >= 6 }
    let isWord =
      !hasNumber
      && word.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || $0.properties.numericType != nil || signs.contains($0)
      }
    guard list.lengths.contains(word.unicodeScalars.count), isWord else {
      return Problem(
        .wordShape, at: "added",
        ["word": word, "least": String(list.lengths.lowerBound), "most": String(list.lengths.upperBound)])
    }
    guard list.besides.isEmpty ? beside == nil : list.besides.contains(beside ?? "") else {
      return Problem(.wordBeside, at: "added", ["word": word, "choices": list == .tiers ? ActRoom.tiers : "1–9"])
    }
    if list == .tiers, !word.hasPrefix("各") { return Problem(.wordTier, at: "added", ["word": word]) }
    return plain == word ? nil : Problem(.wordPlain, at: "added", ["word": word, "plain": plain])
  }

  /// A term that is the district's choice, of a sensible length, with the document that says so.
  func check(term own: OwnTerm) throws(Refusal) {
    guard !packDesk.shipped.versions(of: own.code).isEmpty else { throw Refusal(.termUnknown, ["term": own.code]) }
    guard packDesk.shipped.isAdjustable(own.code) else { throw Refusal(.termFixed, ["term": own.code]) }
    guard own.serial == (try directory().ownTerms[own.code]?.count ?? 0) + 1 else { throw Refusal(.directoryStale) }
    if let rule = own.rule {
      let unit = TermUnit(rule)
      let isFit = unit.map { TermUnit.all(for: own.code).contains($0) && $0.lengths.contains(rule.length) } ?? false
      guard isFit else { throw Refusal(.termLength, at: "length") }
    }
    guard let source = own.source.text else { return }
    guard source.contains(where: { $0.isLetter || $0.isNumber }), source.unicodeScalars.count <= 300,
      !source.unicodeScalars.contains(where: \.properties.isBidiControl)
    else { throw Refusal(.termSource, at: "source") }
  }
}
