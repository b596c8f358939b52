package import Ground

/// Which inspections were there at a subject, one page of them, the latest first?
package struct SubjectInspections: Sendable {
  package let subject: SubjectRow
  package let rows: [InspectionRow]
  /// The matters that came of these, as far as the person looking may see them.
  package let hazards: [MatterRow]
  /// Behind which the next page begins; nil where this is the last.
  package let next: String?

  package init(subject: SubjectRow, rows: [InspectionRow], hazards: [MatterRow], next: String?) {
    (self.subject, self.rows, self.hazards, self.next) = (subject, rows, hazards, next)
  }

  /// The page behind one inspection, in an address.
  package static func cursor(_ day: CivilDate, _ id: InspectionID) -> String { "\(day.iso).\(id)" }

  /// Nil for what no page ever gave.
  package static func place(_ cursor: String) -> (day: CivilDate, id: InspectionID)? {
    guard let dot = cursor.firstIndex(of: "."), let day = CivilDate(String(cursor[..<dot])),
      let id = InspectionID(String(cursor[cursor.index(after: dot)...]))
    else { return nil }
    return (day, id)
  }
}
