package import Ground

extension InspectionStore {
  /// Which of these subjects were inspected, whatever became of the inspection.
  package func inspected(among subjects: [SubjectID]) throws(StorageError) -> Set<SubjectID> {
    var inspected: Set<SubjectID> = []
    var rest = subjects[...]
    while !rest.isEmpty {
      let part = rest.prefix(500)
      rest = rest.dropFirst(part.count)
      for row in try session.rows(
        """
        SELECT DISTINCT subject FROM inspections WHERE district = $1
          AND subject IN (\(Placeholders.list(part.count, from: 2)))
        """, [.text(district.text)] + part.map { .text($0.text) })
      {
        inspected.insert(SubjectID(trusted: try row.text(0)))
      }
    }
    return inspected
  }
}
