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

/// How long is a term here, may the district set it otherwise, and how did that come about?
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
  /// What a statute fixes, a district does not set.
  package let isAdjustable: Bool
  /// Whether the intake proposes it where a clause names no day.
  package let isProposed: Bool
  /// Whether no clock starts by it.
  package let isOnlyReckoned: Bool
  /// The article that sets it; nil for none.
  package let reference: ReferenceLine?

  package init(
    code: String, title: Bilingual, shipped: TermLine, own: TermLine?, version: Int, story: [WordStoryLine],
    isAdjustable: Bool = true, isProposed: Bool = true, isOnlyReckoned: Bool = false, reference: ReferenceLine? = nil
  ) {
    (self.isAdjustable, self.isProposed, self.isOnlyReckoned) = (isAdjustable, isProposed, isOnlyReckoned)
    self.reference = reference
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

/// In what is a term counted?
package enum TermUnit: String, CaseIterable, Sendable {
  case calendar, work, hours
  case workHours = "work_hours"
  case months
  case monthsEnd = "months_end"

  package func rule(_ length: Int) -> DueRule {
    switch self {
    case .calendar: .calendarDays(length)
    case .work: .workdays(length)
    case .hours: .hours(length)
    case .workHours: .workHours(length)
    case .months: .months(length)
    case .monthsEnd: .endOfMonth(monthsLater: length)
    }
  }

  /// Nil for a rule that names a day, which no term of a district does.
  package init?(_ rule: DueRule) {
    switch rule {
    case .calendarDays: self = .calendar
    case .workdays: self = .work
    case .hours: self = .hours
    case .workHours: self = .workHours
    case .months: self = .months
    case .endOfMonth: self = .monthsEnd
    case .on, .before: return nil
    }
  }

  /// Longer ones are slips.
  package var lengths: ClosedRange<Int> {
    switch self {
    case .calendar: 1...365
    case .work: 1...250
    case .hours: 1...720
    case .workHours: 1...400
    case .months, .monthsEnd: 1...24
    }
  }

  /// A sitting asks for reports within so many workdays, in no other unit.
  package static func all(for term: String) -> [TermUnit] { term == "meeting.report" ? [.work] : allCases }
}

extension DueRule {
  /// How many of its unit; 0 for a rule that names a day.
  package var length: Int {
    switch self {
    case .calendarDays(let length), .workdays(let length), .hours(let length), .workHours(let length),
      .months(let length), .endOfMonth(let length):
      length
    case .on, .before: 0
    }
  }
}

extension TermLine {
  package var length: Int { rule.length }

  package var unit: TermUnit { TermUnit(rule) ?? .calendar }
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
