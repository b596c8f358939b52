package import Ground

/// A matter in the order of a day that a table keeps of it: where a walk through them goes on.
package struct MatterPlace: Hashable, Sendable {
  /// As the column holds it.
  let day: String
  package let matter: MatterID
}

extension SQLSession {
  /// The matters of a table by a column of days, the oldest first and behind one, by the index that has both.
  ///
  /// - Parameter condition: which of them, by the placeholders of `values`.
  func places(
    in table: String, by column: String, where condition: String, _ values: [SQLValue], after place: MatterPlace?,
    limit: Int
  ) throws(StorageError) -> [MatterPlace] {
    var (text, arguments) = (condition, values)
    if let place {
      arguments += [.text(place.day), .text(place.matter.text)]
      text += " AND (\(column), matter) > ($\(values.count + 1), $\(values.count + 2))"
    }
    arguments.append(.int(Int64(limit)))
    return try rows(
      "SELECT \(column), matter FROM \(table) WHERE \(text) ORDER BY \(column), matter LIMIT $\(arguments.count)",
      arguments
    ).map { (row) throws(StorageError) in
      guard let matter = MatterID(try row.text(1)) else { throw StorageError(.corrupt, "matter id in \(table)") }
      return MatterPlace(day: try row.text(0), matter: matter)
    }
  }
}
