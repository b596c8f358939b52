package import Ground

/// A month by which figures are added up: `2026-03`.
package struct FigureMonth: Hashable, Comparable, Sendable {
  package let year: Int
  package let month: Int

  package init(_ day: CivilDate) { (year, month) = (day.year, day.month) }

  /// Reads `YYYY-MM` and nothing else; nil too outside of the years 1900–9999.
  package init?(_ text: String) {
    guard text.utf8.count == 7, let day = CivilDate("\(text)-01") else { return nil }
    self.init(day)
  }

  private init(count: Int) { (year, month) = (count / 12, count % 12 + 1) }

  private var count: Int { year * 12 + month - 1 }

  package func adding(_ months: Int) -> FigureMonth { FigureMonth(count: count + months) }

  /// How many months there are up to `last`, both counted.
  package func span(to last: FigureMonth) -> Int { last.count - count + 1 }

  /// Every month up to `last`, both included; none where it lies before.
  package func through(_ last: FigureMonth) -> [FigureMonth] {
    count <= last.count ? (count...last.count).map { FigureMonth(count: $0) } : []
  }

  package var text: String { "\(year)-\(month < 10 ? "0" : "")\(month)" }

  package var first: CivilDate { CivilDate(year: year, month: month, day: 1) ?? CivilDate(dayNumber: 0) }

  package var last: CivilDate { first.endOfMonth }

  package static func < (left: FigureMonth, right: FigureMonth) -> Bool { left.count < right.count }
}
