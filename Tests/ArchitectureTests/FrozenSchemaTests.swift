import Crypto
import Testing

/// A schema text that landed is never changed: databases in the field have run it (docs/SQL.md).
@Suite("Frozen schema")
struct FrozenSchemaTests {
  @Test("Each text is the one that was frozen; `scripts/freeze` adds a new one")
  func frozen() {
    let lines = SourceTree.text("Resources/schema/FROZEN").split(separator: "\n")
    var pinned: [String: String] = [:]
    for line in lines {
      let parts = line.split(separator: " ").map(String.init)
      if parts.count == 2 { pinned[parts[1]] = parts[0] }
    }
    let files = SourceTree.paths(under: "Resources/schema").filter { $0.hasSuffix(".sql") }
    #expect(pinned.count == files.count && lines.count == files.count)
    for file in files {
      let digest = SHA256.hash(data: Array(SourceTree.text(file).utf8)).map { hex($0) }.joined()
      #expect(pinned[String(file.split(separator: "/")[2])] == digest, "\(file)")
    }
  }

  @Test("Their numbers have no gap")
  func numbers() {
    // `0004-lists.sqlite.sql` belongs to `0004-lists.sql`.
    let files = SourceTree.paths(under: "Resources/schema").filter {
      $0.hasSuffix(".sql") && $0.split(separator: ".").count == 2
    }
    #expect(files.map { Int($0.split(separator: "/")[2].prefix(4)) } == (1...files.count).map { $0 })
  }

  private func hex(_ byte: UInt8) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16) }
}
