/// Days from a first to a last, both counted.
package struct DayRange: Hashable, Codable, Sendable {
  package let first: CivilDate
  package let last: CivilDate

  /// Nil where the last day lies before the first.
  package init?(_ first: CivilDate, _ last: CivilDate) {
    guard first <= last else { return nil }
    (self.first, self.last) = (first, last)
  }

  package init(_ day: CivilDate) { (first, last) = (day, day) }

  package var count: Int { first.days(until: last) + 1 }

  package func contains(_ day: CivilDate) -> Bool { first <= day && day <= last }

  package func overlaps(_ other: DayRange) -> Bool { first <= other.last && other.first <= last }

  /// The days that both have; nil where there is none.
  package func common(with other: DayRange) -> DayRange? {
    DayRange(max(first, other.first), min(last, other.last))
  }
}
