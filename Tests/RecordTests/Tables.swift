import Directory
import Foundation
import Ground
import Matters
import Meetings
import Storage
import TestOffice

/// A database's tables as somebody with its password sees them.
struct Tables {
  let engine: any SQLEngine

  struct Content: Hashable, Sendable {
    let columns: [String]
    let rows: Set<SQLRow>
  }

  /// What an intruder who may drop triggers does first.
  func release(_ table: String) async throws {
    let dialect = engine.dialect
    try await engine.write { (session: any SQLSession) throws(StorageError) in
      try session.define(AppendOnly.releasing(table, dialect))
    }
  }

  func run(_ sql: String) async throws {
    try await engine.write { (session: any SQLSession) throws(StorageError) in try session.run(sql) }
  }

  func content(of table: String) async throws -> Content {
    let dialect = engine.dialect
    return try await engine.read { (session: any SQLSession) throws(StorageError) in
      let names =
        dialect == .sqlite
        ? "SELECT name FROM pragma_table_info('\(table)') ORDER BY cid"
        : """
        SELECT CAST(column_name AS TEXT) FROM information_schema.columns WHERE table_name = '\(table)'
        ORDER BY ordinal_position
        """
      var columns: [String] = []
      for row in try session.rows(names) { columns.append(try row.text(0)) }
      return Content(
        columns: columns, rows: Set(try session.rows("SELECT \(columns.joined(separator: ", ")) FROM \(table)")))
    }
  }

  func put(_ content: Content, into table: String) async throws {
    try await engine.write { (session: any SQLSession) throws(StorageError) in
      try session.run("DELETE FROM \(table)")
      let (columns, places) = (content.columns.joined(separator: ", "), Placeholders.list(content.columns.count))
      for row in content.rows {
        try session.run("INSERT INTO \(table) (\(columns)) VALUES (\(places))", row.values)
      }
    }
  }

  func names() async throws -> Set<String> {
    let dialect = engine.dialect
    return try await engine.read { (session: any SQLSession) throws(StorageError) in
      let sql =
        dialect == .sqlite
        ? "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('sqlite_sequence', 'sqlite_stat1')"
          // The full-text index and the tables that it keeps for itself.
          + " AND substr(name, 1, 14) <> 'searched_index'"
        : "SELECT CAST(tablename AS TEXT) FROM pg_tables WHERE schemaname = 'public'"
      var names: Set<String> = []
      for row in try session.rows(sql) { names.insert(try row.text(0)) }
      return names
    }
  }
}

/// The tables that docs/LEDGER.md lists.
struct LedgerDocument {
  let covered: Set<String>
  let notCovered: Set<String>

  static func read() throws -> LedgerDocument {
    let file = URL(fileURLWithPath: TestOffice.resources).deletingLastPathComponent().appending(path: "docs/LEDGER.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    func names(under heading: String) -> Set<String> {
      let start = text.range(of: "\n### \(heading)\n")?.upperBound ?? text.endIndex
      let end = text[start...].range(of: "\n#")?.lowerBound ?? text.endIndex
      return Set(
        text[start..<end].split(separator: "\n").compactMap { line in
          line.hasPrefix("| `") ? line.dropFirst(3).prefix { $0 != "`" }.description : nil
        })
    }
    return LedgerDocument(covered: names(under: "Covered"), notCovered: names(under: "Not covered"))
  }
}
