package import Duties
package import Ground

/// What the fields' standing work came to between a meeting and the report on it.
package struct FieldWork: Hashable, Codable, Sendable {
  /// The days that are counted, the last one before the report's own.
  package let first: CivilDate
  package let last: CivilDate
  /// Fields in which anything was owed, inspected or found, in their order.
  package let rows: [FieldRow]
  /// What was found again, by the day on which it was.
  package let recurrences: [Recurrence]
}

/// One field's figures.
package struct FieldRow: Hashable, Codable, Sendable {
  package let field: Field
  /// Windows that ended on the counted days: each counts once for each subject that owed it.
  package let owed: Int
  /// Of them, those that were done in full.
  package let done: Int
  /// Inspections made, whatever asked for them; void ones are none.
  package let inspections: Int
  /// What was found, by grade, and of both what was put right on the spot.
  package let ordinary: Int
  package let major: Int
  package let fixed: Int
  /// Of what became a matter: closed by the report's day, and open past its day.
  package let closed: Int
  package let overdue: Int
  package let recurred: Int
  /// Of the missed windows, those for which a reason was given; nil where none was, as in reports of before.
  package let reasons: [ReasonCount]?

  package var missed: Int { owed - done }
  package var explained: Int { reasons?.total ?? 0 }
  package var found: Int { ordinary + major }

  package var isEmpty: Bool { owed == 0 && inspections == 0 && found == 0 }
}

/// The same thing found again on the same subject (隐患反复), with both findings.
package struct Recurrence: Hashable, Codable, Sendable {
  package let field: Field
  package let subject: SubjectID
  /// The code without the version, and the item's.
  package let checklist: String
  package let item: String
  package let again: Found
  package let before: Found
  /// The day on which the earlier one's matter was closed, where it was.
  package let closedOn: CivilDate?

  package init(
    field: Field, subject: SubjectID, checklist: String, item: String, again: Found, before: Found, closedOn: CivilDate?
  ) {
    (self.field, self.subject, self.checklist, self.item) = (field, subject, checklist, item)
    (self.again, self.before, self.closedOn) = (again, before, closedOn)
  }

  package struct Found: Hashable, Codable, Sendable {
    package let inspection: InspectionID
    package let day: CivilDate
    /// Nil where it was put right on the spot.
    package let matter: MatterID?

    package init(inspection: InspectionID, day: CivilDate, matter: MatterID?) {
      (self.inspection, self.day, self.matter) = (inspection, day, matter)
    }
  }
}
