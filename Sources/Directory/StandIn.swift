package import Ground

/// An officer acts for another who is away, for a period (代行职责): with the other's rights, and only in that period.
package struct StandIn: Hashable, Codable, Sendable {
  package let id: StandInID
  /// Whose rights are lent.
  package let away: OfficerID
  /// Who acts meanwhile.
  package let substitute: OfficerID
  /// The first and the last day, both included.
  package let first: CivilDate
  package let last: CivilDate
  package let reason: Words
  /// The day on which it was ended early; its rights were gone at once.
  package let endedOn: CivilDate?

  package init(
    id: StandInID, away: OfficerID, substitute: OfficerID, first: CivilDate, last: CivilDate, reason: Words,
    endedOn: CivilDate? = nil
  ) {
    (self.id, self.away, self.substitute) = (id, away, substitute)
    (self.first, self.last, self.reason, self.endedOn) = (first, last, reason, endedOn)
  }

  package func holds(on day: CivilDate) -> Bool { endedOn == nil && first <= day && day <= last }

  /// The same, ended early.
  package func ended(on day: CivilDate) -> StandIn {
    StandIn(id: id, away: away, substitute: substitute, first: first, last: last, reason: reason, endedOn: day)
  }
}

extension Directory {
  /// Whom an officer may act for on a day, in the official order.
  package func standIns(of substitute: OfficerID, on day: CivilDate) -> [StandIn] {
    standIns.values.filter { $0.substitute == substitute && $0.holds(on: day) && officers[$0.away]?.hasLeft == false }
      .sorted { (place(of: $0.away), $0.id) < (place(of: $1.away), $1.id) }
  }

  /// The actor that `substitute` is while standing in for `away`; nil where nobody entrusted that for this day.
  package func standIn(_ substitute: OfficerID, for away: OfficerID, on day: CivilDate) -> Actor? {
    guard standIns(of: substitute, on: day).contains(where: { $0.away == away }),
      let person = officers[substitute], !person.hasLeft, let absent = officers[away]
    else { return nil }
    return .standIn(person, for: absent)
  }
}
