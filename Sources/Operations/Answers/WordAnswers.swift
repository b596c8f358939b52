import Directory
package import Ground
import Ledger
package import Packs
import Storage

extension Office {
  /// Every list and every term, as they count here.
  package func wordsAndTerms() async throws(Refusal) -> WordsAndTerms {
    let shipped = shippedPacks
    return try await answer { (asking) throws(StorageError) in
      let own = asking.directory.ownWords
      return WordsAndTerms(
        lists: WordList.all.map { list in
          WordsAndTerms.Row(
            list: list, shipped: shipped.words.entries(of: list).count, added: own[list.code]?.added.count ?? 0,
            dropped: own[list.code]?.dropped.count ?? 0)
        },
        terms: asking.codes(shipped).compactMap { asking.term($0, shipped, story: []) })
    }
  }

  package func wordListSheet(_ list: WordList) async throws(Refusal) -> WordListSheet {
    let shipped = shippedPacks
    return try await answer { (asking) throws(StorageError) in
      let own = asking.directory.words(of: list.code)
      let change = WordListChange(own)
      return WordListSheet(
        list: list, shipped: shipped.words.entries(of: list), added: change?.added ?? [],
        dropped: change?.dropped ?? [], version: try asking.mark(own), story: try asking.wordStory(of: list.code))
    }
  }

  /// Nil where there is no such term.
  package func termSheet(_ code: String) async throws(Refusal) -> TermSheet? {
    let shipped = shippedPacks
    return try await answer { (asking) throws(StorageError) in
      asking.term(code, shipped, story: try asking.wordStory(of: code))
    }
  }
}

extension Asking {
  fileprivate func term(_ code: String, _ shipped: PackLibrary, story: [WordStoryLine]) -> TermSheet? {
    let versions = shipped.versions(of: code)
    guard let term = versions.first(where: { $0.holds(on: today) }) ?? versions.last else { return nil }
    let settings = directory.ownTerms[code] ?? []
    return TermSheet(
      code: code, title: term.title,
      shipped: TermLine(rule: term.rule, source: Words(term.source ?? ""), checked: term.checked),
      own: settings.last.flatMap(TermLine.init), version: settings.count, story: story,
      isAdjustable: shipped.isAdjustable(code), isProposed: shipped.proposedTerms.contains(code),
      isOnlyReckoned: term.isOnlyReckoned,
      reference: term.reference.flatMap { packs.references[$0] }.map(ReferenceLine.init))
  }

  /// Those that the intake proposes first.
  fileprivate func codes(_ shipped: PackLibrary) -> [String] {
    shipped.proposedTerms + shipped.termCodes.filter { !shipped.proposedTerms.contains($0) }
  }

  /// What the ledger says of a list or a term, oldest first.
  fileprivate func wordStory(of code: String) throws(StorageError) -> [WordStoryLine] {
    let kinds = ["directory.wordsSet", "directory.termSet"]
    var story: [WordStoryLine] = []
    var before: OwnWords?
    for fact in try EntryStore(session, district).history(of: "directory", kinds: kinds) {
      let happening: WordHappening
      switch fact.event {
      case .directory(.wordsSet(let words)) where words.list == code:
        happening = WordHappening(from: before, to: words)
        before = words
      case .directory(.termSet(let term)) where term.code == code:
        happening = TermLine(term).map(WordHappening.term) ?? .shippedTerm(term.source)
      default: continue
      }
      story.append(
        WordStoryLine(position: Int(fact.position), at: fact.at, by: author(fact.by), happening: happening))
    }
    return story
  }
}

extension WordHappening {
  fileprivate init(from before: OwnWords?, to after: OwnWords) {
    func behind(_ words: [Words], _ others: [Words]) -> [Words] {
      let others = Set(others.map(\.shown))
      return words.filter { !others.contains($0.shown) }
    }
    // With what stands beside each: a word that weighs otherwise now went out and came in.
    func entries(_ words: OwnWords?) -> [Words] {
      words?.added.map { entry in Words(entry.word.shown + (entry.beside.map { " \($0)" } ?? "")) } ?? []
    }
    let (was, now) = (entries(before), entries(after))
    self = .words(
      added: behind(now, was), removed: behind(was, now),
      dropped: behind(after.dropped, before?.dropped ?? []), restored: behind(before?.dropped ?? [], after.dropped))
  }
}

extension TermLine {
  fileprivate init?(_ own: OwnTerm) {
    guard let rule = own.rule else { return nil }
    self.init(rule: rule, source: own.source, checked: own.isRead ? .statute : .none)
  }
}
