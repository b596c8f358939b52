package import Duties
package import Ground
package import Packs

/// Which key periods and alerts are there: now, coming, past, withdrawn?
package struct PeriodRegister: Sendable {
  /// No more past ones are shown.
  package static let shownPast = 50

  /// Those that run and those that come, the first to begin first; then the past ones, the last to end first.
  package let rows: [PeriodRow]
  package let today: CivilDate
  /// Whether the person looking may set one.
  package let mayKeep: Bool

  package init(rows: [PeriodRow], today: CivilDate, mayKeep: Bool) {
    (self.rows, self.today, self.mayKeep) = (rows, today, mayKeep)
  }

  package func rows(_ standing: RegisteredPeriod.Standing) -> [PeriodRow] { rows.filter { $0.standing == standing } }
}

/// A key period or an alert, as other pages name it.
package struct PeriodName: Hashable, Sendable {
  package let id: PeriodID
  package let title: Words
  package let alert: AlertLevel?
  package let kind: AlertKind?

  package init(id: PeriodID, title: Words, alert: AlertLevel?, kind: AlertKind? = nil) {
    (self.id, self.title, self.alert, self.kind) = (id, title, alert, kind)
  }

  package init(_ period: RegisteredPeriod) {
    self.init(id: period.id, title: period.terms.title, alert: period.terms.alert, kind: period.terms.alertKind)
  }
}

/// When is it, what does it concern, how does it stand?
package struct PeriodRow: Hashable, Sendable {
  package let name: PeriodName
  package let days: DayRange
  package let standing: RegisteredPeriod.Standing
  /// Whether it was ended before its time.
  package let isEnded: Bool
  package let fields: [Field]
  /// The titles of types of subjects; empty: every type.
  package let types: [Bilingual]
  package let areas: [UnitName]

  package init(
    name: PeriodName, days: DayRange, standing: RegisteredPeriod.Standing, isEnded: Bool, fields: [Field],
    types: [Bilingual] = [], areas: [UnitName]
  ) {
    (self.name, self.days, self.standing, self.isEnded) = (name, days, standing, isEnded)
    (self.fields, self.types, self.areas) = (fields, types, areas)
  }
}

/// Everything about one key period or alert.
package struct PeriodSheet: Sendable {
  package let period: RegisteredPeriod
  package let row: PeriodRow
  package let today: CivilDate
  /// The duties that are closer in it, each with its pace while it lasts.
  package let closer: [CloserDuty]
  /// Who is on duty and who reported on the day that is looked at; nil where nobody stands by.
  package let day: PeriodDay?
  /// The shifts that nobody fills yet, today's and those to come, unit by unit.
  package let gaps: [GapLine]
  package let figures: PeriodFigures
  /// The newest first.
  package let story: [PeriodStoryLine]
  package let mayKeep: Bool

  package init(
    period: RegisteredPeriod, row: PeriodRow, today: CivilDate, closer: [CloserDuty], day: PeriodDay?,
    gaps: [GapLine], figures: PeriodFigures, story: [PeriodStoryLine], mayKeep: Bool
  ) {
    (self.period, self.row, self.today, self.closer) = (period, row, today, closer)
    (self.day, self.gaps, self.figures) = (day, gaps, figures)
    (self.story, self.mayKeep) = (story, mayKeep)
  }
}

package struct CloserDuty: Hashable, Sendable {
  package let duty: DutyRule
  package let pace: DutyRule.Pace

  package init(duty: DutyRule, pace: DutyRule.Pace) { (self.duty, self.pace) = (duty, pace) }
}

/// Which shifts of a unit does nobody fill?
package struct GapLine: Hashable, Sendable {
  package let unit: UnitName
  /// In their order; not empty.
  package let shifts: [ShiftKey]

  package init(unit: UnitName, shifts: [ShiftKey]) { (self.unit, self.shifts) = (unit, shifts) }
}

/// What happened to the period itself?
package struct PeriodStoryLine: Sendable {
  package let position: Int
  package let at: Instant
  package let by: StoryAuthor
  package let change: PeriodChange

  package init(position: Int, at: Instant, by: StoryAuthor, change: PeriodChange) {
    (self.position, self.at, self.by, self.change) = (position, at, by, change)
  }
}

/// What does the form that sets or amends one offer?
package struct PeriodForm: Sendable {
  /// A type of subjects.
  package struct Kind: Hashable, Sendable {
    package let code: String
    package let title: Bilingual
    package let field: Field

    package init(code: String, title: Bilingual, field: Field) {
      (self.code, self.title, self.field) = (code, title, field)
    }
  }

  /// Nil for a new one.
  package let period: RegisteredPeriod?
  package let today: CivilDate
  package let types: [Kind]
  package let areas: [UnitName]
  package let units: [UnitName]

  package init(
    period: RegisteredPeriod?, today: CivilDate, types: [Kind] = [], areas: [UnitName], units: [UnitName]
  ) {
    (self.period, self.today, self.types, self.areas, self.units) = (period, today, types, areas, units)
  }
}
