package import Ground
package import Subjects

/// Subjects on which a duty may lie that nobody owes.
extension CountStore {
  package struct Candidates: Sendable {
    let types: [String]
    /// Towns and communities where every duty of the place has its unit.
    let besides: Set<UnitID>

    package init(types: [String], besides: Set<UnitID>) { (self.types, self.besides) = (types, besides) }

    /// With values from `$2` on.
    fileprivate var condition: (text: String, values: [SQLValue]) {
      let text = "type IN (\(Placeholders.list(types.count, from: 2)))"
      guard !besides.isEmpty else { return (text, types.map { .text($0) }) }
      let places = Placeholders.list(besides.count, from: 2 + types.count)
      return (
        "\(text) AND (responsible IS NULL OR territorial NOT IN (\(places)))",
        types.map { .text($0) } + besides.sorted().map { .text($0.text) }
      )
    }
  }

  /// Those that agree in everything that counts together.
  package func groups(of candidates: Candidates) throws(StorageError) -> [SubjectGroup] {
    guard !candidates.types.isEmpty else { return [] }
    let (condition, values) = candidates.condition
    return try session.rows(
      """
      SELECT type, supervising, territorial, responsible, choices, spans, COUNT(*) FROM counted_subjects
      WHERE district = $1 AND \(condition)
      GROUP BY type, supervising, territorial, responsible, choices, spans
      """, [.text(district.text)] + values
    ).map { (row) throws(StorageError) in
      SubjectGroup(try CountStore.subject(row, from: 0), count: Int(try row.int(6)))
    }
  }

  /// In the order of their ids, behind one.
  package func page(
    of candidates: Candidates, after id: SubjectID?, limit: Int
  ) throws(StorageError) -> [(id: SubjectID, subject: CountedSubject)] {
    guard !candidates.types.isEmpty else { return [] }
    let (condition, values) = candidates.condition
    let next = values.count + 2
    return try session.rows(
      """
      SELECT subject, type, supervising, territorial, responsible, choices, spans FROM counted_subjects
      WHERE district = $1 AND \(condition) AND subject > $\(next) ORDER BY subject LIMIT $\(next + 1)
      """, [.text(district.text)] + values + [.text(id?.text ?? ""), .int(Int64(limit))]
    ).map { (row) throws(StorageError) in
      (try CountStore.id(try row.text(0)), try CountStore.subject(row, from: 1))
    }
  }
}
