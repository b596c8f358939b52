package import Duties
package import Ground
package import Packs

/// What the closer windows of a period come to, as far as the person looking may see the subjects.
package struct PeriodFigures: Sendable {
  /// More subjects than this are not gone through for a page.
  package static let most = 10_000

  /// By town and field, in the official order; nil where there are too many subjects.
  package let rows: [PeriodFigure]?

  package init(rows: [PeriodFigure]?) { self.rows = rows }
}

/// How many closer windows are owed in a town in a field, and how do they stand?
package struct PeriodFigure: Hashable, Sendable {
  package let town: UnitName
  package let field: Field
  package let done: Int
  /// Not done yet, and not too late.
  package let open: Int
  package let missed: Int
  /// Of what was missed, that for which somebody gave a reason.
  package let reasons: [ReasonCount]

  package init(town: UnitName, field: Field, done: Int, open: Int, missed: Int, reasons: [ReasonCount] = []) {
    (self.town, self.field, self.done, self.open, self.missed) = (town, field, done, open, missed)
    self.reasons = reasons
  }

  package var owed: Int { done + open + missed }
}

package enum WindowState: String, CaseIterable, Sendable { case done, open, missed }

/// Which closer windows does a figure count? Written into the page's address and read back from it.
package struct PeriodWindowFilter: Hashable, Sendable {
  package var town: UnitID?
  package var field: Field?
  package var state: WindowState?

  package init(town: UnitID? = nil, field: Field? = nil, state: WindowState? = nil) {
    (self.town, self.field, self.state) = (town, field, state)
  }

  /// Reads an address's query; what it does not know asks nothing.
  package init(query: String) {
    self.init()
    for (name, value) in QueryText.parse(query) where !value.isEmpty {
      switch name {
      case "town": town = UnitID(value)
      case "field": field = Field(rawValue: value)
      case "state": state = WindowState(rawValue: value)
      default: break
      }
    }
  }

  package var query: String {
    let parts = [("town", town?.text), ("field", field?.rawValue), ("state", state?.rawValue)]
    return QueryText.write(parts.compactMap { name, value in value.map { (name, $0) } })
  }
}

/// The windows behind a figure.
package struct PeriodWindows: Sendable {
  /// No more are listed.
  package static let shown = 300

  package let period: PeriodName
  package let town: UnitName?
  /// What runs out first on top; nil where there are too many subjects.
  package let lines: [PeriodWindowLine]?
  package let count: Int

  package init(period: PeriodName, town: UnitName?, lines: [PeriodWindowLine]?, count: Int) {
    (self.period, self.town, self.lines, self.count) = (period, town, lines, count)
  }
}

/// Which subject owes what within which days, and how far is it?
package struct PeriodWindowLine: Sendable {
  package let subject: SubjectRow
  package let duty: DutyRule
  package let days: DayRange
  package let times: Int
  package let done: Int
  package let state: WindowState
  /// Why it was missed, where somebody said.
  package let reason: WindowReason?

  package init(
    subject: SubjectRow, duty: DutyRule, days: DayRange, times: Int, done: Int, state: WindowState,
    reason: WindowReason? = nil
  ) {
    (self.subject, self.duty, self.days, self.times) = (subject, duty, days, times)
    (self.done, self.state, self.reason) = (done, state, reason)
  }
}
