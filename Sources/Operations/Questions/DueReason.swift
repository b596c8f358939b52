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
  /// Years without a published calendar that it was counted through, or that it lies in.
  package let unknownYears: [Int]

  package init(
    due: DueDate, term: Bilingual?, reference: ReferenceLine?, practice: Practice? = nil, decision: Words?,
    days: [CountedDay], unknownYears: [Int]? = nil
  ) {
    (self.due, self.term, self.reference, self.practice) = (due, term, reference, practice)
    (self.decision, self.days) = (decision, days)
    self.unknownYears = unknownYears ?? due.unknownYears
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
  /// How many minutes of it were counted, where the term is one of hours.
  package let minutes: Int?
  package let kind: Kind

  package init(day: CivilDate, number: Int?, minutes: Int? = nil, kind: Kind) {
    (self.day, self.number, self.minutes, self.kind) = (day, number, minutes, kind)
  }

  package enum Kind: String, CaseIterable, Sendable {
    case start, workday, makeup, weekend, holiday, paused, unknown
  }

  /// Whether it was counted, as a whole or for some of its hours.
  package var isCounted: Bool { number != nil || (minutes ?? 0) > 0 }

  /// Each day on the way to a due day, numbered as it was counted.
  package static func all(of due: DueDate, _ calendar: WorkCalendar) -> [CountedDay] {
    var number = 0
    return DueClock(calendar: calendar).explain(due).map { line in
      let isNumbered = line.counted && line.minutes == nil
      if isNumbered { number += 1 }
      return CountedDay(
        day: line.day, number: isNumbered ? number : nil, minutes: line.minutes,
        kind: Kind(line.why, calendar, line.day))
    }
  }
}

extension CountedDay.Kind {
  /// Why a day was counted or passed over, in the words of the page.
  fileprivate init(_ why: DayLine.Why, _ calendar: WorkCalendar, _ day: CivilDate) {
    if why == .paused {
      self = .paused
      return
    }
    if calendar.edition(of: day.year) == nil {
      self = .unknown
      return
    }
    switch why {
    case .firstDay: self = .start
    case .weekend: self = .weekend
    case .holiday: self = .holiday
    case .makeUpWorkday: self = .makeup
    case .workday, .rolled, .fixed, .paused: self = .workday
    }
  }
}
