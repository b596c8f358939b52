package import Ground

/// By when the inspector ordered a hazard to be put right, within the term of its grade (责令限期整改、责令立即整改).
package enum OrderedTerm: Hashable, Codable, Sendable {
  case atOnce
  case by(CivilDate)

  /// The day that was named; nil where it is at once.
  package var day: CivilDate? { if case .by(let day) = self { day } else { nil } }

  /// As a form says it; nil where neither was asked for, which leaves the term of the grade.
  ///
  /// - Parameter place: of the day's field.
  package init?(day: CivilDate?, isAtOnce: Bool, at place: String) throws(Refusal) {
    if day != nil, isAtOnce { throw Refusal([Problem(.inspectionOrderBoth, at: place)]) }
    if isAtOnce {
      self = .atOnce
    } else if let day {
      self = .by(day)
    } else {
      return nil
    }
  }
}
