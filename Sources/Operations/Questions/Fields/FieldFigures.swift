package import Duties
package import Ground
package import Packs

/// What did the fields' standing work come to between the meeting and the report?
package struct FieldFigures: Sendable {
  package let first: CivilDate
  package let last: CivilDate
  package let rows: [FieldLine]
  /// What was found again, as far as the person looking may see the subjects.
  package let recurrences: [RecurrenceLine]

  package init(first: CivilDate, last: CivilDate, rows: [FieldLine], recurrences: [RecurrenceLine]) {
    (self.first, self.last, self.rows, self.recurrences) = (first, last, rows, recurrences)
  }
}

/// Which figure of a field was opened?
package enum FieldShow: String, CaseIterable, Sendable {
  case owed, done, missed, explained, unexplained, inspections, ordinary, major, fixed, closed, overdue, recurred
}

/// One field's figures.
package struct FieldLine: Hashable, Sendable {
  package let field: Field
  private let figures: [FieldShow: Int]
  /// Why what was missed was missed, as far as somebody said.
  package let reasons: [ReasonCount]

  package init(field: Field, figures: [FieldShow: Int], reasons: [ReasonCount] = []) {
    (self.field, self.figures, self.reasons) = (field, figures, reasons)
  }

  package subscript(show: FieldShow) -> Int { figures[show] ?? 0 }
}

/// What was found on the same subject twice?
package struct RecurrenceLine: Sendable {
  package let field: Field
  package let subject: SubjectRow
  package let item: Bilingual
  package let again: Found
  package let before: Found
  /// When the earlier one's matter was closed; nil where it is open, or was put right on the spot.
  package let closedOn: CivilDate?

  package init(
    field: Field, subject: SubjectRow, item: Bilingual, again: Found, before: Found, closedOn: CivilDate?
  ) {
    (self.field, self.subject, self.item) = (field, subject, item)
    (self.again, self.before, self.closedOn) = (again, before, closedOn)
  }

  package struct Found: Sendable {
    package let inspection: InspectionID
    package let day: CivilDate
    /// Nil where it was put right on the spot, or may not be seen.
    package let matter: MatterName?

    package init(inspection: InspectionID, day: CivilDate, matter: MatterName?) {
      (self.inspection, self.day, self.matter) = (inspection, day, matter)
    }
  }
}

/// What stands behind a field's figure, as the register stands today?
package struct FieldFigureList: Sendable {
  package let meeting: MeetingName
  package let asOf: AsOf
  package let field: Field
  package let show: FieldShow
  package let first: CivilDate
  package let last: CivilDate
  /// What the report says.
  package let figure: Int
  /// How many there are today, as far as the person looking may see them; a late record or a void one may have moved it.
  package let count: Int
  package let windows: [SubjectWindow]
  package let inspections: [InspectionRow]
  package let found: [FigureFinding]
  package let recurrences: [RecurrenceLine]
  /// Behind how many the next page begins; nil on the last one.
  package let next: Int?

  package init(
    meeting: MeetingName, asOf: AsOf, field: Field, show: FieldShow, first: CivilDate, last: CivilDate, figure: Int,
    count: Int, windows: [SubjectWindow] = [], inspections: [InspectionRow] = [], found: [FigureFinding] = [],
    recurrences: [RecurrenceLine] = [], next: Int?
  ) {
    (self.meeting, self.asOf, self.field, self.show) = (meeting, asOf, field, show)
    (self.first, self.last, self.figure, self.count) = (first, last, figure, count)
    (self.windows, self.inspections, self.found) = (windows, inspections, found)
    (self.recurrences, self.next) = (recurrences, next)
  }
}

/// Which window of which duty, for which subject, and how often was it inspected in it?
package struct SubjectWindow: Sendable {
  package let subject: SubjectRow
  package let duty: Bilingual
  package let first: CivilDate
  package let last: CivilDate
  package let times: Int
  package let done: Int
  /// Why it was missed; nil where it was not, or nobody said.
  package let reason: Given?

  package struct Given: Hashable, Sendable {
    package let reason: WindowReason
    package let unit: UnitName
    /// How the unit told whoever recorded it for the unit; nil where it said so itself.
    package let recordedFor: StandbyChannel?

    package init(reason: WindowReason, unit: UnitName, recordedFor: StandbyChannel?) {
      (self.reason, self.unit, self.recordedFor) = (reason, unit, recordedFor)
    }
  }

  package init(
    subject: SubjectRow, duty: Bilingual, first: CivilDate, last: CivilDate, times: Int, done: Int,
    reason: Given? = nil
  ) {
    (self.subject, self.duty, self.first, self.last) = (subject, duty, first, last)
    (self.times, self.done, self.reason) = (times, done, reason)
  }

  package var missed: MissedWindow { MissedWindow(subject: subject.id, first: first, last: last) }
}

/// What was found where, and what became of it?
package struct FigureFinding: Sendable {
  package let subject: SubjectRow
  package let inspection: InspectionID
  package let day: CivilDate
  package let text: Words
  package let grade: HazardGrade
  package let isFixed: Bool
  package let matter: MatterName?

  package init(
    subject: SubjectRow, inspection: InspectionID, day: CivilDate, text: Words, grade: HazardGrade, isFixed: Bool,
    matter: MatterName?
  ) {
    (self.subject, self.inspection, self.day, self.text) = (subject, inspection, day, text)
    (self.grade, self.isFixed, self.matter) = (grade, isFixed, matter)
  }
}

/// What was owed for a subject in one year, and what was found there?
package struct SubjectYear: Sendable {
  package let year: Int
  package let duties: [DutyYear]
  /// Those that count.
  package let inspections: Int
  package let ordinary: Int
  package let major: Int
  package let fixed: Int
  /// The newest first.
  package let recurrences: [RecurrenceLine]

  package init(
    year: Int, duties: [DutyYear], inspections: Int, ordinary: Int, major: Int, fixed: Int,
    recurrences: [RecurrenceLine]
  ) {
    (self.year, self.duties, self.inspections) = (year, duties, inspections)
    (self.ordinary, self.major, self.fixed, self.recurrences) = (ordinary, major, fixed, recurrences)
  }
}

/// How many windows of a duty were over in a year, and which were missed?
package struct DutyYear: Sendable {
  package let duty: Bilingual
  package let owed: Int
  /// In order.
  package let missed: [Missed]

  package struct Missed: Hashable, Sendable {
    package let days: DayRange
    package let reason: WindowReason?

    package init(days: DayRange, reason: WindowReason?) { (self.days, self.reason) = (days, reason) }
  }

  package init(duty: Bilingual, owed: Int, missed: [Missed]) {
    (self.duty, self.owed, self.missed) = (duty, owed, missed)
  }

  package var done: Int { owed - missed.count }
}
