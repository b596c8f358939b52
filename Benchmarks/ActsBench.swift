import Foundation
import Ground
import Matters
import Operations
import Simulation
import Storage
import TestDatabases

/// Acts a second in process: one district, 64 callers at once, every act durable before it is answered.
enum ActsBench {
  static let callers = 64

  static func onSQLite(acts: Int, into table: inout BenchTable) async throws -> Double {
    let folder = try BenchFolder()
    let raw = try await rawInserts(acts)
    let rate = try await measure(folder.premises(), acts: acts)
    table.add(
      "acts/s, SQLite, synchronous=FULL", data: "\(acts) acts, \(callers) callers", figure: whole(rate),
      target: "≥ 5000",
      beside: "raw batched SQLite \(whole(raw))/s of \(rowsAnAct) rows each; ratio \(fixed(rate / raw))")
    try folder.remove()
    return rate
  }

  static func onPostgres(acts: Int, into table: inout BenchTable) async throws {
    guard TestEngine.all.contains(.postgres) else { return }
    let cluster = try PostgresCluster.shared.get()
    let database = try cluster.createDatabase()
    let folder = try BenchFolder()
    let rate = try await measure(folder.premises(database: database), acts: acts)
    table.add("acts/s, PostgreSQL", data: "\(acts) acts, \(callers) callers", figure: whole(rate), target: "≥ 2000")
    try folder.remove()
    try cluster.dropDatabase(database)
  }

  /// Signs for, reports, adds evidence, reports again and submits, on a fifth as many matters as there are acts.
  private static func measure(_ premises: Premises, acts: Int) async throws -> Double {
    let office = try await premises.open()
    let matters = try await BulkRegister(office).issue(acts / 5)
    let (_, time) = try await seconds {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for caller in 0..<callers {
          group.addTask {
            for index in stride(from: caller, to: matters.count, by: callers) { try await work(matters[index], office) }
          }
        }
        try await group.waitForAll()
      }
    }
    try await office.close()
    return Double(matters.count * 5) / time
  }

  private static func work(_ issued: BulkRegister.Issued, _ office: Office) async throws {
    let (matter, by) = (issued.matter, issued.handler)
    func perform<A: Act>(_ act: A) async throws {
      _ = try await office.perform(act, by: by, operation: office.newOperation())
    }
    try await perform(Acknowledge(matter: matter, seen: nil, handler: nil, onBehalf: nil))
    try await perform(ReportProgress(matter: matter, seen: nil, note: Words("已检查十二家，发现问题三处。"), onBehalf: nil))
    // The file itself is no part of the act: it is durable before the act begins.
    let evidence = Evidence(
      id: EvidenceID(trusted: office.newIdentifier()), name: Words("现场.jpg"), note: nil, type: "image/jpeg", size: 10,
      digest: String(repeating: "1", count: 64), salt: String(repeating: "1", count: 32))
    try await perform(
      AddEvidence(matter: matter, seen: nil, evidence: evidence, onBehalf: nil, sent: office.newIdentifier()))
    try await perform(ReportProgress(matter: matter, seen: nil, note: Words("正在整改，预计下周完成。"), onBehalf: nil))
    try await perform(Submit(matter: matter, seen: nil, note: Words("全部完成，现申请销号。"), onBehalf: nil))
  }

  /// An act writes an entry, a text, an answer and a matter's row.
  private static let rowsAnAct = 4

  /// The same number of rows of about the same length, 32 acts to a transaction, through the same engine.
  private static func rawInserts(_ acts: Int) async throws -> Double {
    try await TestEngine.sqlite.withDatabase { database in
      try await database.engine.write { (session: any SQLSession) throws(StorageError) in
        try session.define(
          "CREATE TABLE raw (district TEXT NOT NULL, id BIGINT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (district, id));"
        )
      }
      let (_, time) = try await seconds {
        for first in stride(from: 0, to: acts, by: 32) {
          try await database.engine.write { (session: any SQLSession) throws(StorageError) in
            for row in first * rowsAnAct..<min(first + 32, acts) * rowsAnAct {
              try session.run(
                "INSERT INTO raw (district, id, body) VALUES ($1, $2, $3)",
                [.text("qinghe"), .int(Int64(row)), .text(body)])
            }
          }
        }
      }
      return Double(acts) / time
    }
  }

  private static let body = String(repeating: "x", count: 500)
}
