import Directory
import Foundation
import Ground
import Ledger
import Matters
import Meetings
import Operations
import Storage
import TestDatabases
import TestOffice
import Testing

/// What an office publishes convinces somebody else's code: checkpoint, tiles, bundles, and an entry's own leaf.
@Suite(.enabled(if: GoLedgerCheck.isAvailable, "skipped: no Go with golang.org/x/mod here"))
struct PublishedLogTests {
  @Test(arguments: TestEngine.all) func somebodyElsesCodeSaysYes(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      try await test.office.publisher.publish()
      let old = try await test.latest()
      _ = try await test.liveThroughEverything()
      let log = try await ExportedLog(test.office, in: test.database.folder.path)
      let entry = try await test.office.ask { (session: any SQLSession) throws(StorageError) in
        try EntryStore(session, test.office.district).range(7, 8)[0]
      }
      let leaf = Entry.leaf(nonce: entry.nonce, canonical: Array(entry.canonical.utf8)).hex
      try log.write(Array(old.utf8), to: "old")
      let answer = try log.check(["-old", log.path("old"), "-leaf", "7:\(leaf)"])
      #expect(answer.status == 0, "\(answer.output)")
      #expect(answer.output.split(separator: "\n").filter { $0.hasPrefix("ok ") }.count == 6, "\(answer.output)")
      #expect(try log.check(["-leaf", "8:\(leaf)"]).status == 1)
    }
  }

  @Test func thereIsNoTileThatTheTreeHasNotGrown() async throws {
    try await TestOffice.with(.sqlite) { test in
      let sizes: [TilePath: Int?] = [
        TilePath(level: 0, index: 0, width: 3): 96, TilePath(level: 0, index: 0): nil,
        TilePath(level: nil, index: 0, width: 3): 102, TilePath(level: nil, index: 9, width: 1): nil,
        TilePath(level: 3, index: 0, width: 1): nil, TilePath(level: nil, index: Int64.max / 1000): nil,
      ]
      for (path, size) in sizes {
        let bytes = try await test.office.tile(path)
        #expect(bytes?.count == size, "\(path.text)")
      }
    }
  }

  @Test func aCheckpointFollowsAnActByItself() async throws {
    let start = ContinuousClock.now
    try await TestOffice.with(.sqlite) { test in
      for number in 0..<40 {
        try await test.act(
          SetDirectory([.unitSet(try #require(try await test.office.directory()?.unitsInOrder[number % 20]))]),
          by: .rule("rule.test"))
      }
      for _ in 0..<1200 where try await test.office.latestCheckpoint() == nil {
        try await Task.sleep(for: .milliseconds(50))
      }
      #expect(try await test.office.check(against: try await test.latest()).agrees)
      let rows = try await Tables(engine: test.office.engine).content(of: "checkpoints").rows
      // One at the end of each second, however long the acts took on a busy machine.
      #expect(rows.count <= Int((ContinuousClock.now - start) / .seconds(1)) + 1)
    }
  }
}

/// The published log as files in a folder, fetched through the office as the web would.
struct ExportedLog {
  private let folder: String

  init(_ office: Office, in folder: String) async throws {
    self.folder = "\(folder)/log"
    let note = try #require(try await office.latestCheckpoint())
    try write(Array(note.utf8), to: "checkpoint")
    try write(Array(try await office.verifierKey().utf8), to: "key")
    let size = try Checkpoint(body: try SignedNote(note).text).size
    for level in 0..<8 {
      var (index, count) = (Int64(0), size >> Int64(8 * level))
      while count > 0 {
        let width = Int(min(count, 256))
        for path in [TilePath(level: level, index: index, width: width)]
          + (level == 0 ? [TilePath(level: nil, index: index, width: width)] : [])
        {
          try write(try #require(try await office.tile(path)), to: path.text)
        }
        (index, count) = (index + 1, count - 256)
      }
    }
  }

  func path(_ name: String) -> String { "\(folder)/\(name)" }

  func write(_ bytes: [UInt8], to name: String) throws {
    let file = URL(fileURLWithPath: path(name))
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  func check(_ arguments: [String] = []) throws -> (status: Int32, output: String) {
    try GoLedgerCheck.run(["-key", path("key"), "-checkpoint", path("checkpoint"), "-tiles", folder] + arguments)
  }
}

/// The Go program of Tests/Conformance/ledgercheck, built once for a test run.
enum GoLedgerCheck {
  static let isAvailable: Bool =
    FileManager.default.fileExists(atPath: "/usr/share/gocode/src/golang.org/x/mod/sumdb/tlog")
    && (try? Program.run("/usr/bin/env", ["go", "version"]).status) == 0

  private static let program = Result {
    let source = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Conformance/ledgercheck")
    let program = FileManager.default.temporaryDirectory.appending(path: "ledgercheck-\(UUID().uuidString)").path
    let built = try Program.run(
      "/usr/bin/env", ["GOPATH=/usr/share/gocode", "GO111MODULE=off", "GOFLAGS=", "go", "build", "-o", program, "."],
      in: source)
    try #require(built.status == 0, "\(built.output)")
    return program
  }

  static func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
    try Program.run(program.get(), arguments)
  }
}
