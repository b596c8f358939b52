package import Ground

extension Inspection {
  /// An inspection by several units at one time (联合检查): one visit to the subject. Units alone, never persons.
  package enum Joint: Hashable, Codable, Sendable {
    /// It led, and these units took part.
    case with([UnitID])
    /// A unit that took part records its own part, by its own checklist and for its own duty.
    ///
    /// - Parameter visit: the unit under which the part counts as a visit: the one that led.
    case part(of: InspectionID, visit: UnitID)
  }

  /// The units that took part beside the one that led; empty in a part.
  package var partners: [UnitID] {
    if case .with(let units)? = joint { units } else { [] }
  }

  /// The inspection that it is a part of.
  package var joins: InspectionID? {
    if case .part(let host, _)? = joint { host } else { nil }
  }

  /// The unit under which it counts as a visit.
  package var visitor: UnitID {
    if case .part(_, let visit)? = joint { visit } else { unit }
  }
}
