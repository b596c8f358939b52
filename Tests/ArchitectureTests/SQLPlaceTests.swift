import Testing

/// All SQL lives in Storage, and is one text for both engines (docs/SQL.md).
@Suite("Where SQL stands")
struct SQLPlaceTests {
  /// Beginnings of statements, as they are written: in capitals.
  nonisolated(unsafe) static let statement =
    /\b(SELECT .*\bFROM\b|INSERT INTO|UPDATE \w+ SET|DELETE FROM|CREATE (TABLE|INDEX|UNIQUE)|ALTER TABLE|DROP TABLE)/
    .dotMatchesNewlines()

  /// docs/SQL.md, "Banned".
  static let banned = ["NOW()", "datetime(", "::", " LIKE ", "SERIAL", "->>", "jsonb", "json_extract", "AUTOINCREMENT"]

  @Test("No statement outside Storage and its engines")
  func place() {
    for file in SourceTree.sources where !file.target.hasPrefix("Storage") {
      for literal in file.parts.literals {
        #expect(!literal.contains(Self.statement), "\(file.path): \(literal.prefix(80))")
      }
    }
  }

  @Test("This test would find one")
  func finds() {
    #expect("\"SELECT id\n FROM matters\"".contains(Self.statement))
    #expect(!"\"select a unit from the list\"".contains(Self.statement))
  }

  @Test("No statement uses what one of the engines lacks")
  func dialect() {
    let texts = SourceTree.sources.filter { $0.target == "Storage" }.flatMap { file in
      file.parts.literals.filter { $0.contains(Self.statement) }.map { (file.path, $0) }
    }
    #expect(texts.count > 40)
    // docs/decisions/0018.
    let filling = ["sqlite", "postgres"].map { "Resources/schema/0015-carried-over.\($0).sql" }
    let schema = SourceTree.paths(under: "Resources/schema").filter { $0.hasSuffix(".sql") && !filling.contains($0) }
      .map { ($0, SourceTree.text($0)) }
    for (path, text) in texts + schema {
      for word in Self.banned { #expect(!text.contains(word), "\(path): \(word)") }
      #expect(!text.contains(/\$\d+ IS (NOT )?NULL/), "\(path): an untyped argument is asked for null")
    }
  }

  @Test("Only TEXT and BIGINT stand in the schema")
  func columns() {
    for path in SourceTree.paths(under: "Resources/schema") where path.hasSuffix(".sql") {
      for type in ["INTEGER", "BOOLEAN", "TIMESTAMP", "REAL", "BLOB", "BYTEA", "VARCHAR", "JSON"] {
        let columns = SourceTree.text(path).replacing(/CAST\([^)]*\)/, with: "")
        #expect(!columns.contains(type), "\(path): \(type)")
      }
    }
  }
}
