package import Ground
package import Matters
import Meetings

/// A unit hands in what it reports to a sitting, or the office writes down what it said. Until it is read it may be sent
/// again.
package struct SubmitReport: Act {
  package let sitting: SittingID
  package let unit: UnitID
  package let text: Words
  package let onBehalf: OnBehalf?

  package init(sitting: SittingID, unit: UnitID, text: Words, onBehalf: OnBehalf?) {
    (self.sitting, self.unit, self.text, self.onBehalf) = (sitting, unit, text, onBehalf)
  }

  package func perform(in room: ActRoom) throws -> Done {
    try room.inspect([text])
    return try room.decideSitting(.submitReport(unit, text: text, onBehalf: onBehalf), sitting)
  }
}

/// The office has read a unit's report (已阅).
package struct ReadReport: Act {
  package let sitting: SittingID
  package let unit: UnitID

  package init(sitting: SittingID, unit: UnitID) { (self.sitting, self.unit) = (sitting, unit) }

  package func perform(in room: ActRoom) throws -> Done { try room.decideSitting(.readReport(unit), sitting) }
}
