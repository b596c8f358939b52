import Foundation
import Ground
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Operations
import TestDatabases
import TestOffice
import Testing

/// Somebody else's program verifies the ledger from what the site serves.
@Suite struct LedgerOverHTTPTests {
  @Test(.enabled(if: RealServer.isAlone, RealServer.why), arguments: TestEngine.all)
  func satisfiesTheGoProgram(_ engine: TestEngine) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ledger-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // Built before the site is up: a connection that is silent for a minute is ended.
    let built = try await build(in: folder)
    #expect(built.status == 0, "\(built.text)")
    try await SiteOffice.with(engine, accounts: ["tong"], over: .live) { test, client in
      let browser = Browser(client)
      // More than one tile, so that the tree has a second level and a partial tile.
      for number in 0..<130 {
        _ = try await issued(test)
        if number % 10 == 0 { #expect(try await browser.get("/healthz").status == 200) }
      }
      try await test.office.publisher.publish()
      let (key, note) = (try await browser.get("/ledger/key"), try await browser.get("/ledger/checkpoint"))
      #expect(note.headers[.contentType] == "text/plain; charset=utf-8")
      try Data(key.bytes).write(to: folder.appending(path: "key"))
      try Data(note.bytes).write(to: folder.appending(path: "checkpoint"))
      let port = try #require(client.port)
      let answer = try await run(folder, tiles: "http://127.0.0.1:\(port)/ledger")
      #expect(answer.status == 0, "\(answer.text)")
      #expect(answer.text.contains("ok note signed by bihuan/qinghe/1"))
      #expect(try await browser.get("/ledger/tile/0/999").status == 404)
      #expect(try await browser.get("/ledger/tile/0/0").status == 404)
      #expect(try await browser.get("/ledger/tile/0/000").headers[.contentType] == "application/octet-stream")
    }
  }

  private func build(in folder: URL) async throws -> (status: Int32, text: String) {
    let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Conformance/ledgercheck")
    let program = folder.appending(path: "ledgercheck").path
    return try await call("/usr/bin/env", ["go", "build", "-o", program, "."], in: source)
  }

  private func run(_ folder: URL, tiles: String) async throws -> (status: Int32, text: String) {
    try await call(
      folder.appending(path: "ledgercheck").path,
      [
        "-key", folder.appending(path: "key").path, "-checkpoint", folder.appending(path: "checkpoint").path,
        "-tiles", tiles,
      ], in: folder)
  }

  /// Waits on a thread of its own: the site that the program asks answers on the threads of this test.
  private func call(
    _ program: String, _ arguments: [String], in folder: URL
  ) async throws -> (status: Int32, text: String) {
    try await withCheckedThrowingContinuation { answer in
      DispatchQueue.global().async { answer.resume(with: Result { try launch(program, arguments, in: folder) }) }
    }
  }

  private func launch(_ program: String, _ arguments: [String], in folder: URL) throws -> (status: Int32, text: String)
  {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: program)
    (process.arguments, process.currentDirectoryURL) = (arguments, folder)
    (process.standardOutput, process.standardError) = (pipe, pipe)
    var environment = ProcessInfo.processInfo.environment
    environment["GO111MODULE"] = "off"
    environment["GOPATH"] = "/usr/share/gocode"
    process.environment = environment
    try process.run()
    let text = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, text)
  }
}
