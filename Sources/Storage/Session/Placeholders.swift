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
    // A statement that fails ends its savepoint, so SQLite need not keep what would undo the statement alone
    // (sqlite.org/lang_conflict.html).
    let insert = dialect == .sqlite ? "INSERT OR FAIL" : "INSERT"
    var rest = rows[...]
    var statement = (text: "", rows: 0)
    while let width = rest.first?.count {
      // Every engine takes so many values.
      let part = rest.prefix(max(1, 3000 / width))
      rest = rest.dropFirst(part.count)
      if statement.rows != part.count {
        let places = (0..<part.count).map { "(\(Placeholders.list(width, from: 1 + $0 * width)))" }
        statement = ("\(insert) INTO \(table) VALUES \(places.joined(separator: ","))", part.count)
      }
      try run(statement.text, part.flatMap(\.self))
    }
  }
}
