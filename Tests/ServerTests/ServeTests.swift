import Foundation
import Ground
import Hummingbird
import Operations
import Storage
import TestDatabases
import TestOffice
import Testing
import Web

/// `bihuan serve` as a process: how it starts, what it takes, how it stops.
@Suite(.serialized) struct ServeTests {
  @Test(arguments: TestEngine.all) func aSecondServerOnTheSameDatabaseIsRefused(_ engine: TestEngine) async throws {
    try await withServer(engine) { server, test in
      let second = try Served(test.premises)
      #expect(second.port == nil)
      #expect(second.end() == 1)
      #expect(second.said.contains("lease.held"), "\(second.said)")
      // The first goes on.
      let port = try #require(server.port)
      let connection = try #require(RawConnection(port: port))
      connection.send("GET /readyz HTTP/1.1\r\nHost: x\r\n\r\n")
      #expect(connection.answer().hasSuffix("ok\n"))
      #expect(server.stop() == 0)
      // Stopped, it has given the lease back.
      let next = try Served(test.premises)
      #expect(next.port != nil)
      #expect(next.stop() == 0)
    }
  }

  /// A form is on its way, half of it still to come, when the server is told to stop: it is answered, and kept.
  @Test(arguments: TestEngine.all) func aStopFinishesTheRequestInFlight(_ engine: TestEngine) async throws {
    try await withServer(engine) { server, test in
      let port = try #require(server.port)
      let connection = try #require(RawConnection(port: port))
      connection.send("GET /login HTTP/1.1\r\nHost: x\r\n\r\n")
      let page = connection.answer()
      let csrf = try #require(PageForm("login", in: page)?.fields["csrf"]?.first)
      let form = "csrf=\(csrf)&op=stop.1&login=tong&password=\(SiteOffice.password)"
      connection.send(
        "POST /login HTTP/1.1\r\nHost: x\r\nCookie: bihuan-visitor=\(csrf)\r\n"
          + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: \(form.utf8.count)\r\n\r\n")
      connection.send(String(form.prefix(20)))
      try await Task.sleep(for: .milliseconds(300))
      server.tellToStop()
      try await Task.sleep(for: .milliseconds(300))
      connection.send(String(form.dropFirst(20)))
      let answer = connection.answer()
      #expect(answer.hasPrefix("HTTP/1.1 303"), "\(answer)")
      #expect(answer.contains("bihuan="))
      #expect(server.end() == 0)
    }
  }

  @Test func fiftyMegabytesAreRefusedBeforeTheyAreHeld() async throws {
    try await withServer(.sqlite) { server, test in
      let port = try #require(server.port)
      let head = "POST /login HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=x\r\n"
      let announced = try #require(RawConnection(port: port))
      announced.send(head + "Content-Length: \(50 << 20)\r\n\r\n")
      #expect(announced.answer().hasPrefix("HTTP/1.1 413"))
      // Nobody said how long it is; the server stops listening long before the end.
      let streamed = try #require(RawConnection(port: port))
      streamed.send(head + "Transfer-Encoding: chunked\r\n\r\n")
      let chunk = Array("100000\r\n".utf8) + [UInt8](repeating: 65, count: 1 << 20) + Array("\r\n".utf8)
      var sent = 0
      while sent < 50, streamed.send(chunk) { sent += 1 }
      if sent == 50 { streamed.send("0\r\n\r\n") }
      let refusal = streamed.answer()
      #expect(sent < 50 || refusal.hasPrefix("HTTP/1.1 413"), "\(sent) MB: \(refusal)")
      let after = try #require(RawConnection(port: port))
      after.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
      #expect(after.answer().hasSuffix("ok\n"))
      #expect(try server.memory() < 200, "MB")
      #expect(server.stop() == 0)
    }
  }

  /// Another process has taken over, because this one could not renew in time: it must not go on as if nothing were.
  @Test(arguments: TestEngine.all) func aServerThatLostItsLeaseEnds(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      try await test.office.takeLease()
      var settings = SiteSettings(port: 0)
      settings.keepsLease = true
      settings.leasePause = .milliseconds(50)
      let (started, start) = AsyncStream<Int>.makeStream()
      let site = try site(
        office: test.office, resources: TestOffice.shipped, settings: settings
      ) { port in start.yield(port) }
      let serving = Task { try await site.runService(gracefulShutdownSignals: []) }
      for await _ in started { break }
      try await test.office.engine.write { (session: any SQLSession) throws(StorageError) in
        try session.run("UPDATE leases SET holder = 'cellar:11'")
      }
      let error = await #expect(throws: Refusal.self) { try await serving.value }
      #expect(error?.problems.first?.code == .leaseLost)
      #expect(error?.problems.first?.values == ["holder": "cellar:11"])
    }
  }

  private func withServer(
    _ engine: TestEngine, _ body: (Served, TestOffice) async throws -> Void
  ) async throws {
    try await TestOffice.with(engine) { test in
      try await test.office.setPassword(
        SiteOffice.password, login: "tong", of: OfficerID(trusted: "tong"), by: .rule("rule.test"),
        operation: test.office.newOperation())
      try await test.office.close()
      let server = try Served(test.premises)
      do { try await body(server, test) } catch {
        _ = server.stop()
        throw error
      }
    }
  }
}

/// A process of `bihuan serve` on a port that the system chose.
final class Served {
  /// Nil where it ended without serving.
  private(set) var port: Int?
  private(set) var said = ""
  private let process = Process()
  private let output = Pipe()

  init(_ premises: Premises) throws {
    process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appendingPathComponent("bihuan")
    process.arguments = ["serve", "--data", premises.data, "--keys", premises.keys, "--port", "0"]
    if let database = premises.database { process.arguments? += ["--database", database] }
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["BIHUAN_RESOURCES": premises.resources, "LC_ALL": "C"]) { $1 }
    (process.standardOutput, process.standardError) = (output, output)
    try process.run()
    while port == nil {
      let more = output.fileHandleForReading.availableData
      guard !more.isEmpty else { return }
      said += String(decoding: more, as: UTF8.self)
      port = said.firstMatch(of: /http:\/\/127\.0\.0\.1:(\d+)\//).flatMap { Int($0.1) }
    }
  }

  /// Resident memory in MB.
  func memory() throws -> Int {
    let status = try String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") } ?? ""
    return (Int(line.filter(\.isNumber)) ?? 0) / 1024
  }

  func tellToStop() { process.terminate() }

  /// Waits for the end; answers the exit code.
  func end() -> Int32 {
    process.waitUntilExit()
    return process.terminationStatus
  }

  func stop() -> Int32 {
    tellToStop()
    return end()
  }
}
