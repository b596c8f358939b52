package import Ground

/// One of the reader's word lists as the district changed it: what it adds to the shipped list, and which shipped words do
/// not count here.
package struct OwnWords: Hashable, Codable, Sendable {
  /// The list's code, e.g. `attitude` or `field.fire`.
  package let list: String
  package let added: [Entry]
  package let dropped: [Words]

  package init(list: String, added: [Entry], dropped: [Words]) {
    (self.list, self.added, self.dropped) = (list, added, dropped)
  }

  package struct Entry: Hashable, Codable, Sendable {
    package let word: Words
    /// What the list keeps beside a word: a weight, the kind of unit that a collective means; nil where it keeps nothing.
    package let beside: String?

    package init(word: Words, beside: String?) { (self.word, self.beside) = (word, beside) }
  }
}

/// A default term as the district set it. Each setting is kept: a matter's due date names the one it was reckoned by.
package struct OwnTerm: Hashable, Codable, Sendable {
  /// The pack's term that it takes the place of, e.g. `directive.default`.
  package let code: String
  /// Counts the settings of one term, from 1.
  package let serial: Int
  /// Nil: the shipped rule counts again.
  package let rule: DueRule?
  /// The document that says so, as the administrator wrote it; where the shipped rule counts again, why it does.
  package let source: Words
  /// Whether the administrator read it in that document; anything else shows 待核 (DESIGN §3.10).
  package let isRead: Bool

  package init(code: String, serial: Int, rule: DueRule?, source: Words, isRead: Bool) {
    (self.code, self.serial, self.rule, self.source, self.isRead) = (code, serial, rule, source, isRead)
  }

  /// How a due date names it, e.g. `directive.default@2`.
  package var id: String { "\(code)@\(serial)" }
}
