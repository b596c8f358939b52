package import Ground
package import Packs

/// By which words does the reader judge here, and which terms does the intake propose?
package struct WordsAndTerms: Sendable {
  package let lists: [Row]
  package let terms: [TermSheet]

  package init(lists: [Row], terms: [TermSheet]) { (self.lists, self.terms) = (lists, terms) }

  package struct Row: Sendable {
    package let list: WordList
    /// How many words are shipped, added here, and left out here.
    package let shipped: Int
    package let added: Int
    package let dropped: Int

    package init(list: WordList, shipped: Int, added: Int, dropped: Int) {
      (self.list, self.shipped, self.added, self.dropped) = (list, shipped, added, dropped)
    }
  }
}

/// What does a list say, what did the district make of it, and how did that come about?
package struct WordListSheet: Sendable {
  package let list: WordList
  package let shipped: [WordEntry]
  package let added: [WordEntry]
  package let dropped: [String]
  /// Changes with every change of the list.
  package let version: Int
  /// Oldest first.
  package let story: [WordStoryLine]

  package init(
    list: WordList, shipped: [WordEntry], added: [WordEntry], dropped: [String], version: Int, story: [WordStoryLine]
  ) {
    (self.list, self.shipped, self.added, self.dropped) = (list, shipped, added, dropped)
    (self.version, self.story) = (version, story)
  }
}

/// Which term is proposed where a clause names no day, and how did that come about?
package struct TermSheet: Sendable {
  package let code: String
  package let title: Bilingual
  package let shipped: TermLine
  /// The district's own; nil where the shipped one counts.
  package let own: TermLine?
  /// How many settings there were.
  package let version: Int
  /// Oldest first.
  package let story: [WordStoryLine]

  package init(
    code: String, title: Bilingual, shipped: TermLine, own: TermLine?, version: Int, story: [WordStoryLine]
  ) {
    (self.code, self.title, self.shipped, self.own) = (code, title, shipped, own)
    (self.version, self.story) = (version, story)
  }

  package var counting: TermLine { own ?? shipped }
}

/// A rule, the document that says so, and how that was read.
package struct TermLine: Hashable, Sendable {
  package let rule: DueRule
  package let source: Words
  package let checked: LegalReference.Checked

  package init(rule: DueRule, source: Words, checked: LegalReference.Checked) {
    (self.rule, self.source, self.checked) = (rule, source, checked)
  }
}

/// In which days is a term counted?
package enum TermUnit: String, CaseIterable, Sendable {
  case calendar, work

  package func rule(_ days: Int) -> DueRule { self == .work ? .workdays(days) : .calendarDays(days) }
}

extension TermLine {
  package var days: Int {
    switch rule {
    case .calendarDays(let days), .workdays(let days): days
    case .on, .endOfMonth, .months, .hours, .workHours, .before: 0
    }
  }

  package var unit: TermUnit { if case .workdays = rule { .work } else { .calendar } }
}

/// What changed in a list or a term, who changed it, when, and where that stands in the ledger?
package struct WordStoryLine: Sendable {
  package let position: Int
  package let at: Instant
  package let by: StoryAuthor
  package let happening: WordHappening

  package init(position: Int, at: Instant, by: StoryAuthor, happening: WordHappening) {
    (self.position, self.at, self.by, self.happening) = (position, at, by, happening)
  }
}

package enum WordHappening: Sendable {
  /// Words that came in, went out again, were left out, and count again.
  case words(added: [Words], removed: [Words], dropped: [Words], restored: [Words])
  case term(TermLine)
  /// The shipped rule counts again; the reason.
  case shippedTerm(Words)
}
