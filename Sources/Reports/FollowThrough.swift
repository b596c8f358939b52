import Directory
package import Ground
package import Matters
import Meetings

/// The follow-through report (落实情况通报): how one meeting's demands were met, as the ledger knew it at `size`.
///
/// Its words are seals where it is stored, so the model is canonical and an erasure takes effect in it too.
package struct FollowThrough: Hashable, Codable, Sendable {
  package let meeting: MeetingID
  package let number: Int
  package let title: Words
  /// The day of the meeting.
  package let day: CivilDate
  /// The day as of which matters are late or not.
  package let asOf: CivilDate
  /// How many ledger entries it was composed from.
  package let size: Int64
  package let totals: Totals
  package let units: [UnitRow]
  /// Every matter, in the bulletin's order; a fan-out's children follow their parent.
  package let register: [Line]
  package let noAction: [NoAction]
  package let undecided: Int
  /// What the fields' standing work came to; nil in reports of before it was counted, and where no day lies between.
  package let fields: FieldWork?

  /// Lines that the chapters of the report show.
  package var done: [Line] { counted.filter { $0.phase == .closed } }
  package var underway: [Line] { counted.filter { $0.isOpen && !$0.overdue } }
  package var overdue: [Line] { counted.filter(\.overdue) }
  package var returned: [Line] { counted.filter { $0.isOpen && $0.returns > 0 } }
  /// The lines that figures count: a fan-out is counted by its children.
  package var counted: [Line] { register.filter { !$0.isParent } }
}

/// The figures of a follow-through report; each counts lines of the register.
package struct Totals: Hashable, Codable, Sendable {
  package let issued: Int
  package let assigned: Int
  package let underway: Int
  package let submitted: Int
  package let closed: Int
  package let closedOnTime: Int
  package let cancelled: Int
  package let overdue: Int
  package let returned: Int
  package let reopened: Int

  /// Closed out of those not cancelled, in thousandths, rounded down; nil where there are none.
  package var closedPerMille: Int? { rate(closed, of: issued - cancelled) }
  package var onTimePerMille: Int? { rate(closedOnTime, of: closed) }

  private func rate(_ part: Int, of whole: Int) -> Int? { whole > 0 ? part * 1000 / whole : nil }

  init(_ lines: [Line]) {
    issued = lines.count
    assigned = lines.count { $0.phase == .assigned }
    underway = lines.count(where: \.phase.isInHand)
    submitted = lines.count { $0.phase == .submitted }
    closed = lines.count { $0.phase == .closed }
    closedOnTime = lines.count { $0.phase == .closed && $0.closedOnTime }
    cancelled = lines.count { $0.phase == .cancelled }
    overdue = lines.count(where: \.overdue)
    returned = lines.count { $0.isOpen && $0.returns > 0 }
    reopened = lines.count { $0.reopenings > 0 }
  }
}

/// A unit's figures, in the official order.
package struct UnitRow: Hashable, Codable, Sendable {
  package let unit: UnitID
  package let name: Words
  package let totals: Totals
}

/// One matter in the report.
package struct Line: Hashable, Codable, Sendable {
  package let matter: MatterID
  package let number: String
  package let clause: Int?
  package let text: Words
  package let field: Field
  package let unit: UnitID
  package let unitName: Words
  package let isParent: Bool
  package let parent: MatterID?
  package let phase: Phase
  package let due: CivilDate?
  package let overdue: Bool
  /// Whether it was open and near due on the report's day.
  package let near: Bool
  /// Calendar days past the due day; 0 where it has not passed.
  package let daysOver: Int
  /// Workdays until the due day, it included; 0 where it has passed or there is none.
  package let workdaysLeft: Int
  package let closedOn: CivilDate?
  package let closedOnTime: Bool
  package let returns: Int
  package let reopenings: Int
  /// The last thing the unit, or who returned it, said.
  package let nextStep: Words?
  package let lastAct: MatterChange.Kind
  package let lastActOn: CivilDate

  package var isOpen: Bool { phase.isOpen }
}

/// A clause that was set aside, with the reason.
package struct NoAction: Hashable, Codable, Sendable {
  package let clause: Int
  package let text: Words
  package let reason: Words
  /// The open matter that already asks the same; nil where nothing is to be done.
  package let carriedBy: MatterID?
}
