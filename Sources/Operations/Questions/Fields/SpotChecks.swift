package import Ground
package import Inspections

/// How often did spot checks disagree with the first inspections, by unit and duty? Never by person (DESIGN §7).
package struct SpotChecks: Sendable {
  package let year: Int
  package let lines: [SpotCheckLine]
  /// One page of the spot checks behind a unit's or a duty's figure, the latest first.
  package let rows: [SpotCheckRow]
  /// Where the next page begins; nil where this is the last one.
  package let next: String?

  package init(year: Int, lines: [SpotCheckLine], rows: [SpotCheckRow], next: String?) {
    (self.year, self.lines, self.rows, self.next) = (year, lines, rows, next)
  }
}

/// How often were a unit's inspections under a duty checked, and how often did the check disagree?
package struct SpotCheckLine: Sendable {
  /// Whose first inspections were checked.
  package let unit: UnitName
  /// The second-line duty.
  package let duty: String
  package let title: Bilingual
  /// Spot checks that could be compared.
  package let checks: Int
  /// Of them, those that found something which the first inspection passed.
  package let disagreements: Int

  /// A share of fewer says more than it knows.
  package static let enough = 10

  package init(unit: UnitName, duty: String, title: Bilingual, checks: Int, disagreements: Int) {
    (self.unit, self.duty, self.title) = (unit, duty, title)
    (self.checks, self.disagreements) = (checks, disagreements)
  }

  /// In a hundred, rounded; nil where there are too few to say.
  package var rate: Int? {
    checks < SpotCheckLine.enough ? nil : (disagreements * 200 + checks) / (checks * 2)
  }
}

/// Which spot check, of what, and where do the two disagree?
package struct SpotCheckRow: Sendable {
  package let check: InspectionRow
  package let first: InspectionRow
  package let items: [Bilingual]

  package init(check: InspectionRow, first: InspectionRow, items: [Bilingual]) {
    (self.check, self.first, self.items) = (check, first, items)
  }
}

/// Which of the year's spot checks? What is nil asks nothing.
package struct SpotCheckFilter: Hashable, Sendable {
  package var year: Int?
  package var unit: UnitID?
  package var duty: String?
  /// Those alone that disagree.
  package var disagreeing = false

  package init(year: Int? = nil, unit: UnitID? = nil, duty: String? = nil, disagreeing: Bool = false) {
    (self.year, self.unit, self.duty, self.disagreeing) = (year, unit, duty, disagreeing)
  }

  package init(query: String) {
    self.init()
    for (name, value) in QueryText.parse(query) where !value.isEmpty {
      switch name {
      case "year": year = Int(value).flatMap { (2000...2999).contains($0) ? $0 : nil }
      case "unit": unit = UnitID(value)
      case "duty": duty = value.utf8.count <= 80 ? value : nil
      case "show": disagreeing = value == "disagreeing"
      default: break
      }
    }
  }

  package var query: String {
    let parts = [
      ("year", year.map(String.init)), ("unit", unit?.text), ("duty", duty),
      ("show", disagreeing ? "disagreeing" : nil),
    ]
    return QueryText.write(parts.compactMap { name, value in value.map { (name, $0) } })
  }
}

/// What does an inspection look at again, or which looked at it?
package struct SpotCheckNote: Sendable {
  package let draw: DrawRow
  package let first: InspectionRow?
  /// By their titles; nil where the two cannot be compared.
  package let items: [Bilingual]?

  package init(draw: DrawRow, first: InspectionRow?, items: [Bilingual]?) {
    (self.draw, self.first, self.items) = (draw, first, items)
  }
}

/// What is a unit still to look at again, or for a draw of its own?
package struct OwedCheck: Sendable {
  package let draw: DrawID
  package let serial: Int
  package let title: Bilingual
  package let checklist: String
  package let checklistTitle: Bilingual
  package let due: DueLine
  package let rows: [(subject: SubjectRow, inspectors: [OfficerName])]

  package init(
    draw: DrawID, serial: Int, title: Bilingual, checklist: String, checklistTitle: Bilingual, due: DueLine,
    rows: [(subject: SubjectRow, inspectors: [OfficerName])]
  ) {
    (self.draw, self.serial, self.title) = (draw, serial, title)
    (self.checklist, self.checklistTitle, self.due, self.rows) = (checklist, checklistTitle, due, rows)
  }
}
