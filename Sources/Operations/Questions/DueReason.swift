package import Ground
package import Packs

/// Why is it due on that day? The rule, its legal ground, and every day that was counted or passed over.
package struct DueReason: Hashable, Sendable {
  package let due: DueDate
  /// What the pack calls the rule; nil where the text named the day or an officer decided it.
  package let term: Bilingual?
  package let reference: ReferenceLine?
  /// The practice that the pack took a default from, and how it was read; nil where the text named the day.
  package let practice: Practice?
  /// The decision's words, where an officer set the day.
  package let decision: Words?
  /// Each day from the start to the due day, in order.
  package let days: [CountedDay]

  package init(
    due: DueDate, term: Bilingual?, reference: ReferenceLine?, practice: Practice? = nil, decision: Words?,
    days: [CountedDay]
  ) {
    (self.due, self.term, self.reference, self.practice) = (due, term, reference, practice)
    (self.decision, self.days) = (decision, days)
  }

  package struct Practice: Hashable, Sendable {
    package let source: String
    package let checked: LegalReference.Checked
  }
}

/// Which article sets the term, and was it read in the statute?
package struct ReferenceLine: Hashable, Sendable {
  package let title: Bilingual
  package let article: String
  package let checked: LegalReference.Checked

  package init(title: Bilingual, article: String, checked: LegalReference.Checked) {
    (self.title, self.article, self.checked) = (title, article, checked)
  }
}

/// Was this day counted, and which one was it?
package struct CountedDay: Hashable, Sendable {
  package let day: CivilDate
  /// Its number in the count; nil for a day that was passed over.
  package let number: Int?
  package let kind: Kind

  package init(day: CivilDate, number: Int?, kind: Kind) { (self.day, self.number, self.kind) = (day, number, kind) }

  package enum Kind: String, CaseIterable, Sendable {
    case start, workday, makeup, weekend, holiday, unknown
  }
}

/// How was a matter's due date computed?
package struct DueExplained: Sendable {
  package let matter: MatterName
  package let text: Words
  package let reason: DueReason

  package init(matter: MatterName, text: Words, reason: DueReason) {
    (self.matter, self.text, self.reason) = (matter, text, reason)
  }
}
