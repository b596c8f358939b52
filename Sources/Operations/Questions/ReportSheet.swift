package import Ground

/// How were the last meeting's demands met (落实情况通报)? Every figure with the matters behind it.
package struct ReportSheet: Sendable {
  package let meeting: MeetingName
  package let asOf: AsOf
  package let units: Int
  package let counts: PhaseCounts
  package let standing: StandingCounts
  package let onTime: Rate
  package let firstPass: Rate
  package let done: [ReportLine]
  package let underway: [ReportLine]
  package let overdue: [ReportLine]
  package let returned: [ReportLine]
  /// How many were returned in all; whoever does not see each of them is told the number all the same.
  package let returnedCount: Int
  package let noAction: Int
  /// Clauses carried over to a matter that was open already.
  package let carried: Int
  /// Every matter of the meeting, by number.
  package let register: [ReportLine]
  /// The signed checkpoint's text (C2SP note), as printed.
  package let checkpoint: String
  /// SHA-256 of the canonical model, lower-case hexadecimal.
  package let digest: String
  /// The figure that was opened; nil for the whole register.
  package let show: ReportShow?
  /// The fields' standing work; nil in reports that do not count it.
  package let fields: FieldFigures?

  package init(
    meeting: MeetingName, asOf: AsOf, units: Int, counts: PhaseCounts, standing: StandingCounts, onTime: Rate,
    firstPass: Rate, done: [ReportLine], underway: [ReportLine], overdue: [ReportLine], returned: [ReportLine],
    returnedCount: Int, noAction: Int, carried: Int = 0, register: [ReportLine], checkpoint: String, digest: String,
    show: ReportShow? = nil, fields: FieldFigures? = nil
  ) {
    (self.meeting, self.asOf, self.units, self.counts, self.standing) = (meeting, asOf, units, counts, standing)
    (self.onTime, self.firstPass, self.done, self.underway) = (onTime, firstPass, done, underway)
    (self.overdue, self.returned, self.returnedCount) = (overdue, returned, returnedCount)
    (self.noAction, self.carried, self.register) = (noAction, carried, register)
    (self.checkpoint, self.digest, self.show, self.fields) = (checkpoint, digest, show, fields)
  }
}

/// Up to where was the ledger read?
package enum AsOf: Hashable, Sendable {
  case frozen(position: Int, on: CivilDate)
  case live(position: Int, on: CivilDate)

  package var position: Int {
    switch self {
    case .frozen(let position, _), .live(let position, _): position
    }
  }

  package var day: CivilDate {
    switch self {
    case .frozen(_, let day), .live(_, let day): day
    }
  }

  package var isFrozen: Bool {
    if case .frozen = self { true } else { false }
  }
}

/// How many matters were issued, and in which phase are they?
package struct PhaseCounts: Hashable, Sendable {
  package let assigned: Int
  package let underway: Int
  package let submitted: Int
  package let closed: Int
  package let cancelled: Int

  package init(assigned: Int, underway: Int, submitted: Int, closed: Int, cancelled: Int) {
    (self.assigned, self.underway, self.submitted) = (assigned, underway, submitted)
    (self.closed, self.cancelled) = (closed, cancelled)
  }

  package var issued: Int { assigned + underway + submitted + closed + cancelled }
}

/// So many out of so many; never a bare percentage.
package struct Rate: Hashable, Sendable {
  package let part: Int
  package let whole: Int

  package init(part: Int, whole: Int) { (self.part, self.whole) = (part, whole) }

  /// Rounded half up; nil where there is nothing to divide by.
  package var percent: Int? { whole == 0 ? nil : (part * 200 + whole) / (whole * 2) }
}

/// What does the report say of one matter?
package struct ReportLine: Hashable, Sendable {
  package let row: MatterRow
  /// What the unit last said it will do.
  package let nextStep: Words?
  package let closedOn: CivilDate?
  package let returns: Int

  package init(row: MatterRow, nextStep: Words?, closedOn: CivilDate?, returns: Int) {
    (self.row, self.nextStep, self.closedOn, self.returns) = (row, nextStep, closedOn, returns)
  }
}
