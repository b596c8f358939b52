package import Ground
package import Ledger

/// The tables that a backup holds, row by row: all that cannot be made again from the rest.
package enum TableDump {
  package struct Table: Sendable {
    package let name: String
    package let columns: [String]
    let order: String
  }

  package static let tables = [
    Table(
      name: "entries",
      columns: ["position", "operation", "op_index", "kind", "subject", "canonical", "nonce"], order: "position"),
    Table(name: "texts", columns: ["position", "seal", "salt", "body"], order: "position, seal"),
    Table(name: "checkpoints", columns: ["size", "origin", "note"], order: "size, origin"),
    Table(name: "passwords", columns: ["officer", "hash", "must_change"], order: "officer"),
    Table(name: "drafts", columns: ["meeting", "clause", "version", "state"], order: "meeting, clause"),
  ]

  /// Every row of a table as one line of JSON.
  package static func lines(
    of table: Table, in district: DistrictID, _ session: any SQLSession,
    _ body: (String) throws(StorageError) -> Void
  ) throws(StorageError) {
    try session.each(
      "SELECT \(table.columns.joined(separator: ", ")) FROM \(table.name) WHERE district = $1 ORDER BY \(table.order)",
      [.text(district.text)]
    ) { (row: SQLRow) throws(StorageError) in
      try body(try State.encode(row.values.map(Cell.init)))
    }
  }

  /// Writes lines back, many in one transaction.
  package static func insert(
    _ lines: [String], into table: Table, of district: DistrictID, _ session: any SQLSession
  ) throws(StorageError) {
    let columns = ["district"] + table.columns
    let sql =
      "INSERT INTO \(table.name) (\(columns.joined(separator: ", "))) VALUES (\(Placeholders.list(columns.count)))"
    for line in lines {
      let cells = try State.decode([Cell].self, line)
      guard cells.count == table.columns.count else { throw StorageError(.corrupt, "a row of \(table.name)") }
      try session.run(sql, [.text(district.text)] + cells.map(\.value))
    }
  }

  /// Where the entry of this line of `entries` stands, and its leaf's hash.
  package static func leaf(ofEntry line: String) throws(StorageError) -> (position: Int64, hash: TreeHash) {
    let cells = try State.decode([Cell].self, line)
    guard cells.count == 7, case .int(let position) = cells[0], case .text(let canonical) = cells[5],
      case .text(let digits) = cells[6], let nonce = Hex.decode(digits), nonce.count == Entry.nonceLength
    else { throw StorageError(.corrupt, "a row of entries") }
    return (position, .leafHash(Entry.leaf(nonce: nonce, canonical: Array(canonical.utf8))))
  }

  private enum Cell: Codable {
    case text(String)
    case int(Int64)
    case null

    init(_ value: SQLValue) {
      switch value {
      case .text(let text): self = .text(text)
      case .int(let number): self = .int(number)
      case .null: self = .null
      }
    }

    var value: SQLValue {
      switch self {
      case .text(let text): .text(text)
      case .int(let number): .int(number)
      case .null: .null
      }
    }
  }
}
