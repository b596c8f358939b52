import Ground

/// The numbered places of a statement's arguments.
package enum Placeholders {
  /// For `IN (…)` and `VALUES (…)`: `$1,$2,…`, `count` placeholders, the first one numbered `from`.
  package static func list(_ count: Int, from: Int = 1) -> String {
    precondition(count > 0, "SQL has no empty list")
    return (from..<from + count).map { "$\($0)" }.joined(separator: ",")
  }

  /// The highest placeholder that `sql` names, which is how many arguments it takes; 0 for none.
  package static func highest(in sql: String) -> Int {
    let bytes = Array(sql.utf8)
    return SQLToken.scan(bytes).reduce(0) { highest, token in
      guard token.kind == .placeholder else { return highest }
      return max(highest, Int(String(decoding: bytes[token.range].dropFirst(), as: UTF8.self)) ?? 0)
    }
  }

  /// Ids in parts that one question may name, in their order: engines take no more than some ten thousand arguments.
  static func parts<Owner>(_ ids: Set<Identifier<Owner>>) -> [ArraySlice<Identifier<Owner>>] {
    let sorted = ids.sorted()
    return stride(from: 0, to: sorted.count, by: most).map { sorted[$0..<min($0 + most, sorted.count)] }
  }

  private static let most = 5000
}

extension SQLSession {
  /// Several rows by as few statements as may be.
  ///
  /// - Parameter table: with its columns, `t (a, b)`; each row has a value for each.
  func insert(_ table: String, _ rows: [[SQLValue]]) throws(StorageError) {
    var rest = rows[...]
    while let width = rest.first?.count {
      // Every engine takes so many values.
      let part = rest.prefix(max(1, 3000 / width))
      rest = rest.dropFirst(part.count)
      let places = part.indices.map { "(\(Placeholders.list(width, from: 1 + ($0 - part.startIndex) * width)))" }
      try run("INSERT INTO \(table) VALUES \(places.joined(separator: ","))", part.flatMap(\.self))
    }
  }
}
