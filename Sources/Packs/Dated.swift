package import Ground

/// What packs say for a time only: a rule, an article of law, a duty.
package protocol Dated {
  /// The first day on which it holds; nil: since ever.
  var validFrom: CivilDate? { get }
  /// The last day; nil: until further notice.
  var validTo: CivilDate? { get }
}

extension Dated {
  /// Whether it is in force on `day`, as far as the pack says.
  package func holds(on day: CivilDate) -> Bool {
    if let validFrom, day < validFrom { return false }
    if let validTo, validTo < day { return false }
    return true
  }
}
