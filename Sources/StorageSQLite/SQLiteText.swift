import Storage

/// Turns the house's SQL, which is PostgreSQL's spelling, into SQLite's.
package enum SQLiteText {
  /// `$N` → `?N`. SQLite takes `$N` for a name and numbers it by first appearance (sqlite.org/lang_expr.html#varparam),
  /// so `$2` before `$1` would swap the arguments.
  package static func statement(_ sql: String) -> String {
    var out: [UInt8] = []
    let bytes = Array(sql.utf8)
    out.reserveCapacity(bytes.count)
    for token in SQLToken.scan(bytes) {
      switch token.kind {
      case .placeholder:
        out.append(UInt8(ascii: "?"))
        out.append(contentsOf: bytes[token.range].dropFirst())
      default: out.append(contentsOf: bytes[token.range])
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// A schema text: BIGINT → INTEGER, and ` STRICT` after the column list of every `CREATE TABLE`.
  ///
  /// A virtual table is written for SQLite alone and left as it is.
  package static func schema(_ text: String) -> String {
    var out: [UInt8] = []
    let bytes = Array(text.utf8)
    out.reserveCapacity(bytes.count + 64)
    var statement = SchemaStatement()
    for token in SQLToken.scan(bytes) {
      let piece = bytes[token.range]
      if token.kind == .word, piece.count == 6, uppercase(piece) == Array("BIGINT".utf8) {
        out.append(contentsOf: "INTEGER".utf8)
      } else {
        out.append(contentsOf: piece)
      }
      if statement.endsColumnList(with: token, piece) { out.append(contentsOf: " STRICT".utf8) }
    }
    return String(decoding: out, as: UTF8.self)
  }

  fileprivate static func uppercase(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    bytes.map { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) ? $0 - 32 : $0 }
  }
}

/// Follows one statement of a schema text to the parenthesis that ends a table's column list.
private struct SchemaStatement {
  /// The words since the last semicolon that stand before any parenthesis, in upper case.
  private var words: [[UInt8]] = []
  private var depth = 0
  private var sawList = false

  mutating func endsColumnList(with token: SQLToken, _ piece: ArraySlice<UInt8>) -> Bool {
    switch (token.kind, piece.first) {
    case (.word, _):
      if depth == 0 && !sawList { words.append(SQLiteText.uppercase(piece)) }
    case (.symbol, UInt8(ascii: "(")):
      depth += 1
    case (.symbol, UInt8(ascii: ")")):
      depth -= 1
      guard depth == 0, !sawList else { return false }
      sawList = true
      return makesTable
    case (.symbol, UInt8(ascii: ";")) where depth == 0:
      self = SchemaStatement()
    default: break
    }
    return false
  }

  private var makesTable: Bool {
    words.starts(with: [Array("CREATE".utf8), Array("TABLE".utf8)])
      || words.starts(with: [Array("CREATE".utf8), Array("TEMP".utf8), Array("TABLE".utf8)])
  }
}
