package import Ground
package import Matters

/// How was each day of a matter computed: its due day, those it had before, and those of what it waits for?
package struct DueExplained: Sendable {
  package let matter: MatterName
  package let text: Words
  /// Nil where it has no due day.
  package let reason: DueReason?
  /// Each due day that it had, the first one first and the present one last; empty where it never changed.
  package let history: [DueStep]
  /// The days of what it waits for besides.
  package let beside: [Beside]
  /// The regular report, where one is owed.
  package let report: Report?

  package init(
    matter: MatterName, text: Words, reason: DueReason?, history: [DueStep] = [], beside: [Beside] = [],
    report: Report? = nil
  ) {
    (self.matter, self.text, self.reason, self.history) = (matter, text, reason, history)
    (self.beside, self.report) = (beside, report)
  }

  /// What is waited for, at whom, and how did its day come about?
  package struct Beside: Hashable, Sendable {
    package let kind: Waiting.Kind
    package let unit: UnitName
    /// Nil where no day was set for it.
    package let day: DueLine?
    /// How it was counted; nil for a day that somebody named.
    package let reason: DueReason?
    /// Whose act set that day; nil where no entry tells.
    package let named: Named?

    package init(kind: Waiting.Kind, unit: UnitName, day: DueLine?, reason: DueReason?, named: Named?) {
      (self.kind, self.unit, self.day, self.reason, self.named) = (kind, unit, day, reason, named)
    }
  }

  /// Who named a day, and when?
  package struct Named: Hashable, Sendable {
    package let by: StoryAuthor
    package let day: CivilDate

    package init(by: StoryAuthor, day: CivilDate) { (self.by, self.day) = (by, day) }
  }

  /// Which period is the regular report for, and is it owed still?
  package struct Report: Hashable, Sendable {
    package let cycle: ReportCycle
    package let period: DayRun
    /// Nil where the period's report is in, or nobody owes one now.
    package let by: DueLine?
    package let missed: Int

    package init(cycle: ReportCycle, period: DayRun, by: DueLine?, missed: Int) {
      (self.cycle, self.period, self.by, self.missed) = (cycle, period, by, missed)
    }
  }
}

/// One due day that a matter had: which act set it, whose and when, from which day, and how it was counted.
package struct DueStep: Hashable, Sendable {
  package let kind: MatterChange.Kind
  package let by: StoryAuthor
  package let day: CivilDate
  package let words: Words?
  package let before: CivilDate?
  package let reason: DueReason

  package init(
    kind: MatterChange.Kind, by: StoryAuthor, day: CivilDate, words: Words?, before: CivilDate?, reason: DueReason
  ) {
    (self.kind, self.by, self.day, self.words) = (kind, by, day, words)
    (self.before, self.reason) = (before, reason)
  }
}
