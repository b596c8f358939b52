import Foundation
import Ground
import Ledger
import Testing

/// Somebody else's code says yes to what is right and no to what is not: Go's `note` and `tlog`, from Debian.
@Suite(.serialized, .enabled(if: GoLedgerCheck.isAvailable, "skipped: no Go with golang.org/x/mod here"))
struct ConformanceTests {
  private static let size = 3000
  private static let earlier = 700

  @Test func goodDataIsConfirmed() throws {
    let log = try PublishedLog(size: ConformanceTests.size, earlier: ConformanceTests.earlier)
    defer { log.remove() }
    let answer = try log.check(["-old", log.path("old"), "-leaf", "1234:\(log.leaves[1234].hex)"])
    #expect(answer.status == 0, "\(answer.output)")
    #expect(answer.output.split(separator: "\n").filter { $0.hasPrefix("ok ") }.count == 6, "\(answer.output)")
  }

  @Test(arguments: ["tile/0/000", "tile/0/005", "tile/0/011.p/184", "tile/1/000.p/11", "tile/entries/007"])
  func aFlippedBitInATileIsFound(_ tile: String) throws {
    let log = try PublishedLog(size: ConformanceTests.size, earlier: ConformanceTests.earlier)
    defer { log.remove() }
    try log.flip(tile, byte: 35)
    #expect(try log.check([]).status == 1)
  }

  @Test func aWrongLeafIsFound() throws {
    let log = try PublishedLog(size: ConformanceTests.size, earlier: ConformanceTests.earlier)
    defer { log.remove() }
    #expect(try log.check(["-leaf", "1234:\(log.leaves[1235].hex)"]).output.contains("inclusion"))
    #expect(try log.check(["-leaf", "3000:\(log.leaves[0].hex)"]).status == 1)
  }

  @Test func aWrongRootAndARewrittenPastAreFound() throws {
    let log = try PublishedLog(size: ConformanceTests.size, earlier: ConformanceTests.earlier)
    defer { log.remove() }
    try log.sign(Checkpoint(origin: log.origin, size: 700, root: .leafHash([1])), as: "old")
    #expect(try log.check(["-old", log.path("old")]).output.contains("consistency"))
    try log.sign(Checkpoint(origin: log.origin, size: 3000, root: .leafHash([1])), as: "checkpoint")
    #expect(try log.check([]).output.contains("tree head"))
  }

  @Test func aForgedNoteIsFound() throws {
    let log = try PublishedLog(size: 5, earlier: 0)
    defer { log.remove() }
    #expect(try log.check(["-old", log.path("old")]).status == 0)
    let forger = try SigningKey(name: log.origin, secret: [UInt8](repeating: 9, count: 32))
    let checkpoint = Checkpoint(origin: log.origin, size: 5, root: log.root)
    try log.write(Data(checkpoint.signed(by: forger).note.utf8), to: "checkpoint")
    #expect(try log.check([]).output.contains("checkpoint"))
  }
}

/// A ledger as the public sees it, in a folder that goes away after the test.
private struct PublishedLog {
  let origin = "qinghe.example/ledger"
  let leaves: [Digest32]
  let root: TreeHash
  private let key: SigningKey
  private let folder: URL

  init(size: Int, earlier: Int) throws {
    var random = Seeded(UInt64(size))
    folder = FileManager.default.temporaryDirectory.appending(path: "ledger-\(UUID().uuidString)")
    key = try SigningKey(name: origin, secret: random.bytes(32))
    leaves = (0..<size).map { Entry.leaf(nonce: random.bytes(16), canonical: Array("{\"pos\":\($0)}".utf8)) }
    var builder = TileBuilder()
    var old = builder.edge
    for leaf in leaves {
      builder.append(.leafHash(leaf))
      if builder.size == earlier { old = builder.edge }
    }
    root = builder.root()
    try write(Data(key.verifier.text.utf8), to: "key")
    try sign(Checkpoint(origin: origin, size: old.size, root: old.root()), as: "old")
    try sign(Checkpoint(origin: origin, size: builder.size, root: root), as: "checkpoint")
    for tile in builder.takeChanged() {
      try write(Data(tile.bytes), to: tile.path)
      guard tile.level == 0 else { continue }
      let bundle = Tile.bundle(Array(leaves[Int(tile.index) * 256..<Int(tile.index) * 256 + tile.width]))
      try write(Data(bundle), to: TilePath(level: nil, index: tile.index, width: tile.width).text)
    }
  }

  func path(_ name: String) -> String { folder.appending(path: name).path }

  func write(_ data: Data, to name: String) throws {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  func sign(_ checkpoint: Checkpoint, as name: String) throws {
    try write(Data(checkpoint.signed(by: key).note.utf8), to: name)
  }

  func flip(_ name: String, byte: Int) throws {
    var data = try Data(contentsOf: folder.appending(path: name))
    data[byte] ^= 1
    try write(data, to: name)
  }

  func check(_ arguments: [String]) throws -> (status: Int32, output: String) {
    try GoLedgerCheck.run(["-key", path("key"), "-checkpoint", path("checkpoint"), "-tiles", path("")] + arguments)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }
}

/// The Go program of Tests/Conformance/ledgercheck, built once for a test run.
private enum GoLedgerCheck {
  private static let environment = ProcessInfo.processInfo.environment.merging([
    "GOPATH": "/usr/share/gocode", "GO111MODULE": "off", "GOFLAGS": "",
  ]) { $1 }

  static let isAvailable: Bool =
    FileManager.default.fileExists(atPath: "/usr/share/gocode/src/golang.org/x/mod/sumdb/tlog")
    && (try? launch("/usr/bin/env", ["go", "version"]).status) == 0

  private static let program = Result {
    let source = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Conformance/ledgercheck")
    let program = FileManager.default.temporaryDirectory.appending(path: "ledgercheck-\(UUID().uuidString)").path
    let built = try launch("/usr/bin/env", ["go", "build", "-o", program, "."], in: source)
    try #require(built.status == 0, "\(built.output)")
    return program
  }

  static func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
    try launch(program.get(), arguments)
  }

  private static func launch(
    _ program: String, _ arguments: [String], in folder: URL? = nil
  ) throws -> (status: Int32, output: String) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.environment = environment
    process.currentDirectoryURL = folder
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
