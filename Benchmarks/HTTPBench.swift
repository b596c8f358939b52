import Directory
import Foundation
import Ground
import Operations
import Simulation

/// Acts a second as forms over HTTP: 64 connections, a session for each unit's handler, each act durable before its
/// answer.
enum HTTPBench {
  private static let password = "a bench of its own"

  /// - Parameter inProcess: acts a second without HTTP, from the same run.
  static func run(acts: Int, beside inProcess: Double?, into table: inout BenchTable) async throws {
    let folder = try BenchFolder()
    let premises = folder.premises()
    let office = try await premises.open()
    let matters = try await BulkRegister(office).issue(acts / 5)
    var sessions: [String: Session] = [:]
    for unit in Set(matters.map(\.unit)) { sessions[unit] = try await session("\(unit).ban", in: office) }
    try await office.close()
    let server = try ServedOffice(premises)
    let (known, port) = (sessions, server.port)
    let (_, time) = try await seconds {
      try await onThreads(ActsBench.callers) { caller in
        let client = try WireClient(port: port)
        for index in stride(from: caller, to: matters.count, by: ActsBench.callers) {
          guard let session = known[matters[index].unit] else { continue }
          try work(matters[index], session, client)
        }
      }
    }
    server.stop()
    try folder.remove()
    let rate = Double(matters.count * 5) / time
    table.add(
      "acts/s over HTTP, SQLite", data: "\(matters.count * 5) forms, \(ActsBench.callers) connections",
      figure: whole(rate),
      beside: inProcess.map { "in process \(whole($0))/s; ratio \(fixed(rate / $0))" } ?? "clients on the same cores")
  }

  struct Session: Sendable {
    let cookie: String
    let csrf: String
  }

  /// An account and an open session, made before the server starts: a password costs a tenth of a second.
  static func session(_ officer: String, in office: Office) async throws -> Session {
    try await office.setPassword(
      password, login: officer, of: OfficerID(trusted: officer), by: .rule("rule.bench"),
      operation: office.newOperation())
    let known = try await office.logIn(officer, password: password)
    return Session(cookie: "bihuan=\(known.token)", csrf: known.csrf)
  }

  private static func work(_ issued: BulkRegister.Issued, _ session: Session, _ client: WireClient) throws {
    let forms = ["acknowledge"] + Array(repeating: "progress", count: 4)
    for (place, act) in forms.enumerated() {
      let answer = try client.post(
        "/matters/\(issued.matter)/\(act)", cookie: session.cookie,
        form: "csrf=\(session.csrf)&op=bench.\(issued.matter).\(place)&note=checked+twelve+shops+and+found+\(place)")
      guard answer.status == 303 else {
        throw WireClient.Broken(description: "\(act): \(answer.status) \(String(decoding: answer.body, as: UTF8.self))")
      }
    }
  }
}
