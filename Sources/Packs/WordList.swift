package import Ground

/// One of the lists by which the reader, the intake and the doors know words; a district may change each.
package enum WordList: Hashable, Sendable {
  case field(Field)
  case action, attitude, study, responsibility
  case tiers, unitSuffixes, keyPeriods, places
  case persons, rosterNames, rosterColumns, watchColumns

  /// In the order of the page.
  package static let all: [WordList] =
    Field.allCases.map(WordList.field) + [
      .action, .attitude, .study, .responsibility, .tiers, .unitSuffixes, .keyPeriods, .places, .persons, .rosterNames,
      .rosterColumns, .watchColumns,
    ]

  /// How the ledger and addresses name it, e.g. `field.fire`.
  package var code: String {
    switch self {
    case .field(let field): "field.\(field.rawValue)"
    case .action: "action"
    case .attitude: "attitude"
    case .study: "study"
    case .responsibility: "responsibility"
    case .tiers: "tiers"
    case .unitSuffixes: "unit_suffixes"
    case .keyPeriods: "key_periods"
    case .places: "places"
    case .persons: "persons"
    case .rosterNames: "roster.names"
    case .rosterColumns: "roster.columns"
    case .watchColumns: "roster.watch"
    }
  }

  package init?(code: String) {
    guard let list = WordList.all.first(where: { $0.code == code }) else { return nil }
    self = list
  }

  /// It protects persons (DESIGN §7): a district may add to it and take nothing out.
  package var isGuard: Bool {
    switch self {
    case .persons, .rosterNames, .rosterColumns, .watchColumns: true
    default: false
    }
  }

  /// What may stand beside each word; empty where nothing does.
  package var besides: [String] {
    switch self {
    case .field: (1...9).map(String.init)
    case .tiers: ["town", "community", "department", "enterprise", "leader"]
    default: []
    }
  }

  /// How many characters a word may have. One says too little about a field and would be found everywhere.
  package var lengths: ClosedRange<Int> { self == .unitSuffixes ? 1...12 : 2...20 }
}

/// A word of a list, with what stands beside it.
package struct WordEntry: Hashable, Codable, Sendable {
  package let word: String
  /// A weight from 1 to 9 for a field, the kind of unit for a collective; nil in lists that keep words alone.
  package let beside: String?

  package init(word: String, beside: String? = nil) { (self.word, self.beside) = (word, beside) }
}

/// What a district makes of a shipped list.
package struct WordListChange: Hashable, Sendable {
  package let list: WordList
  /// A word that is shipped with something else beside it takes what stands here.
  package let added: [WordEntry]
  package let dropped: [String]

  package init(list: WordList, added: [WordEntry], dropped: [String]) {
    (self.list, self.added, self.dropped) = (list, added, dropped)
  }
}

extension WordLists {
  /// In the pack's order where it has one, else by weight and word.
  package func entries(of list: WordList) -> [WordEntry] {
    switch list {
    case .field(let field):
      (fieldWords[field] ?? [:]).sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        .map { WordEntry(word: $0.key, beside: String($0.value)) }
    case .tiers:
      tiers.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map { WordEntry(word: $0.key, beside: $0.value) }
    default: (plain(list).map { self[keyPath: $0] } ?? []).map { WordEntry(word: $0) }
    }
  }

  package func revised(by changes: [WordListChange]) -> WordLists {
    var words = self
    for change in changes { words.revise(change) }
    return words
  }

  private mutating func revise(_ change: WordListChange) {
    let dropped = change.list.isGuard ? [] : Set(change.dropped)
    switch change.list {
    case .field(let field):
      for word in dropped { fieldWords[field]?[word] = nil }
      for entry in change.added { fieldWords[field, default: [:]][entry.word] = entry.beside.flatMap { Int($0) } ?? 1 }
    case .tiers:
      for word in dropped { tiers[word] = nil }
      for entry in change.added { tiers[entry.word] = entry.beside }
    default:
      guard let path = plain(change.list) else { return }
      self[keyPath: path].removeAll(where: dropped.contains)
      let known = Set(self[keyPath: path])
      self[keyPath: path] += change.added.map(\.word).filter { !known.contains($0) }
    }
  }

  /// Where a list of words alone is kept.
  private func plain(_ list: WordList) -> WritableKeyPath<WordLists, [String]>? {
    switch list {
    case .field, .tiers: nil
    case .action: \.actionWords
    case .attitude: \.attitudeWords
    case .study: \.studyWords
    case .responsibility: \.responsibilityWords
    case .unitSuffixes: \.unitSuffixes
    case .keyPeriods: \.keyPeriods
    case .places: \.placeWords
    case .persons: \.personWords
    case .rosterNames: \.roster.names
    case .rosterColumns: \.roster.columns
    case .watchColumns: \.roster.watch
    }
  }
}
