package import Ground
package import Packs

/// Who came to a subject lately, and who else is about to? So that one shop is not visited by five units in a week, and two
/// that must come anyway may come together (DOMAIN §8: 多头督查).
package struct VisitLoad: Sendable {
  /// Units that inspected in the days before, other than that of the person looking and the one that runs the subject, each
  /// once, the latest first.
  package let lately: [Visit]
  /// Other units' duties whose windows are open and not done, what runs out first before the rest.
  package let coming: [Coming]

  /// How many the packs let come before one more says why.
  package let cap: VisitCap

  package var isFull: Bool { lately.count >= cap.units }

  package init(lately: [Visit], coming: [Coming], cap: VisitCap) {
    (self.lately, self.coming, self.cap) = (lately, coming, cap)
  }

  package struct Visit: Hashable, Sendable {
    package let unit: UnitName
    package let day: CivilDate

    package init(unit: UnitName, day: CivilDate) { (self.unit, self.day) = (unit, day) }
  }

  package struct Coming: Hashable, Sendable {
    package let unit: UnitName
    package let duty: Bilingual
    package let last: CivilDate

    package init(unit: UnitName, duty: Bilingual, last: CivilDate) {
      (self.unit, self.duty, self.last) = (unit, duty, last)
    }
  }
}
