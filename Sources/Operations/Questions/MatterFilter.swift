package import Ground
package import Matters

/// Which matters are asked for? Every part that is nil asks nothing.
package struct MatterFilter: Hashable, Sendable {
  package var phase: Phase?
  package var unit: UnitID?
  package var field: Field?
  package var standing: Standing?
  package var meeting: MeetingID?

  package init(
    phase: Phase? = nil, unit: UnitID? = nil, field: Field? = nil, standing: Standing? = nil,
    meeting: MeetingID? = nil
  ) {
    (self.phase, self.unit, self.field, self.standing, self.meeting) = (phase, unit, field, standing, meeting)
  }

  /// The address's query, `phase=…&unit=…`, empty where nothing is asked. Every value is of a closed alphabet.
  package var query: String {
    var parts: [String] = []
    if let phase { parts.append("phase=\(phase.rawValue)") }
    if let unit { parts.append("unit=\(unit.text)") }
    if let field { parts.append("field=\(field.rawValue)") }
    if let standing { parts.append("standing=\(standing.rawValue)") }
    if let meeting { parts.append("meeting=\(meeting.text)") }
    return parts.joined(separator: "&")
  }
}
