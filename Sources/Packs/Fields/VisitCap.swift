/// How often one subject is inspected before one more inspection says why (防止多头、重复检查).
package struct VisitCap: Hashable, Sendable {
  /// So many other units may come within the days; the next one gives a reason.
  package let units: Int
  package let days: Int

  /// The measure where no pack sets one.
  package init(units: Int = 2, days: Int = 7) { (self.units, self.days) = (units, days) }
}
