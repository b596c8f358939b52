package import Ground

/// What packs say for a time only: a rule, an article of law, a duty.
package protocol Dated {
  /// The first day on which it holds; nil: since ever.
  var validFrom: CivilDate? { get }
  /// The last day; nil: until further notice.
  var validTo: CivilDate? { get }
}

extension Dated {
  /// Whether both would hold on one day.
  func overlaps(_ other: some Dated) -> Bool {
    func starts(_ one: some Dated, before two: some Dated) -> Bool {
      guard let from = one.validFrom, let to = two.validTo else { return true }
      return from <= to
    }
    return starts(self, before: other) && starts(other, before: self)
  }

  /// Whether it is in force on `day`, as far as the pack says.
  package func holds(on day: CivilDate) -> Bool {
    if let validFrom, day < validFrom { return false }
    if let validTo, validTo < day { return false }
    return true
  }
}
