import Directory
import Ground
import Matters
import Testing

/// The documents say what the code does.
@Suite("Documents agree with the code")
struct DocumentTests {
  @Test("Every table of the schema stands in LEDGER.md, as covered or as not")
  func tables() {
    let schema = SourceTree.paths(under: "Resources/schema").map(SourceTree.text).joined()
    let tables = schema.matches(of: /CREATE TABLE (?:IF NOT EXISTS )?(\w+)/).map { String($0.output.1) }
    #expect(tables.count >= 15)
    let gone = Set(schema.matches(of: /DROP TABLE (\w+)/).map { String($0.output.1) })
    let listed = firstCells(of: "docs/LEDGER.md")
    for table in tables where !gone.contains(table) { #expect(listed.contains(table), "\(table)") }
  }

  @Test("ARCHITECTURE.md lists every target, and none that is not")
  func targets() {
    let listed = firstCells(of: "docs/ARCHITECTURE.md")
    for room in House.rooms { #expect(listed.contains(room.name), "\(room.name)") }
    let floors = section("## Floors", of: "docs/ARCHITECTURE.md")
    let named = Set(floors.matches(of: /(?m)^\| `(\w+)` \|/).map { String($0.output.1) })
    let libraries = named.filter { !SourceTree.text("Sources/\($0)/module.modulemap").isEmpty }
    #expect(named.subtracting(libraries) == Set(House.rooms.map(\.name)))
  }

  @Test("ARCHITECTURE.md and the docs name only files that exist")
  func files() {
    for path in SourceTree.paths(under: "docs") where path.hasSuffix(".md") {
      for match in SourceTree.text(path).matches(of: /`((?:Sources|Tests|Resources|Tools|scripts|docs)\/[\w\/.-]+)`/) {
        let name = String(match.output.1)
        #expect(SourceTree.exists(name), "\(path): \(name)")
      }
    }
  }

  @Test("Every problem code is declared once, and listed in PROBLEMS.md")
  func problems() {
    var declared: [String] = []
    for file in SourceTree.sources {
      declared += file.text.matches(of: /\bProblemCode\(\s*"([a-z_.0-9]+)"/).map { String($0.output.1) }
    }
    #expect(declared.count > 100)
    let twice = Dictionary(grouping: declared) { $0 }.filter { $1.count > 1 }.keys
    #expect(twice.isEmpty)
    let listed = firstCells(of: "docs/PROBLEMS.md")
    #expect(Set(declared).subtracting(listed) == [], "in no catalogue, or scripts/docs was not run")
    #expect(listed.subtracting(declared) == [], "gone; run scripts/docs")
  }

  @Test("GLOSSARY.md names every phase, role and field, and every kind of act")
  func words() {
    let glossary = SourceTree.text("docs/GLOSSARY.md")
    for phase in Phase.allCases { #expect(glossary.contains("`Phase.\(phase)`")) }
    for role in Role.allCases { #expect(glossary.contains("`Role.\(role)`")) }
    for field in Field.allCases { #expect(glossary.contains("`\(field.rawValue)`")) }
    for kind in ActKind.allCases { #expect(glossary.contains("`ActKind.\(kind)`")) }
  }

  /// Names in back quotes at the beginning of a table's row.
  private func firstCells(of path: String) -> Set<String> {
    Set(SourceTree.text(path).matches(of: /(?m)^\| `([\w.]+)` \|/).map { String($0.output.1) })
  }

  private func section(_ title: String, of path: String) -> Substring {
    let text = SourceTree.text(path)
    guard let start = text.firstRange(of: title + "\n") else { return "" }
    let rest = text[start.upperBound...]
    return rest[..<(rest.firstRange(of: "\n## ")?.lowerBound ?? rest.endIndex)]
  }
}
