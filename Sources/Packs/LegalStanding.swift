package import Ground

/// How an article of law stands on a day (法条效力): one answer for pages and papers.
package enum LegalStanding: Hashable, Sendable {
  case inForce
  case coming(from: CivilDate)
  /// With what took its place and holds on that day; nil where the packs name nothing.
  case ended(LegalReference, now: LegalReference?)
}

extension PackLibrary {
  /// Nil for an article that no pack has.
  package func standing(of code: String, on day: CivilDate) -> LegalStanding? {
    guard let reference = references[code] else { return nil }
    if reference.holds(on: day) { return .inForce }
    if let first = reference.validFrom, day < first { return .coming(from: first) }
    // What took its place may have been replaced itself; packs with a circle are not taken.
    var next = reference.replacedBy.flatMap { references[$0] }
    while let now = next, !now.holds(on: day) { next = now.replacedBy.flatMap { references[$0] } }
    return .ended(reference, now: next)
  }

  /// The articles of a checklist that do not hold on this day, by the codes of their references.
  package func standings(of checklist: Checklist, on day: CivilDate) -> [String: LegalStanding] {
    let codes = Set(checklist.items.compactMap(\.reference))
    return codes.reduce(into: [:]) { found, code in
      if let standing = standing(of: code, on: day), standing != .inForce { found[code] = standing }
    }
  }
}
