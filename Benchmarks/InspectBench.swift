import Foundation
import Ground
import Inspections
import Operations
import Packs
import Storage

/// An inspection of forty items that finds three hazards, one transaction each, durable before it is answered. Then the rows
/// that these wrote are taken out again and put back by plain SQL into the same tables, as many to a transaction.
enum InspectBench {
  private static let acts = 300

  static func run(on ground: LargeGround, into table: inout BenchTable) async throws {
    let office = ground.office
    let tables = try await tables(of: office)
    let before = try await lastRows(of: tables, office)
    var times: [Double] = []
    for number in 0..<acts {
      let (_, time) = try await seconds { try await inspect(ground.sites[number], number: number, office) }
      times.append(time)
    }
    var grown: [(table: String, rows: [SQLRow])] = []
    for table in tables {
      let rows = try await office.ask { (session: any SQLSession) throws(StorageError) in
        try session.rows(
          "SELECT * FROM \(table) WHERE rowid > $1 ORDER BY rowid", [.int(before[table] ?? 0)])
      }
      if rows.count >= acts { grown.append((table, rows)) }
    }
    // The ledger is append-only by its triggers; this one is thrown away.
    for trigger in try await names("type = 'trigger' AND name LIKE '%append_only%'", of: office) {
      try await office.engine.write { (session: any SQLSession) throws(StorageError) in
        try session.define("DROP TRIGGER \(trigger);")
      }
    }
    let count = grown.reduce(0) { $0 + $1.rows.count }
    for table in grown.map(\.table) {
      try await office.engine.write { (session: any SQLSession) throws(StorageError) in
        try session.run("DELETE FROM \(table) WHERE rowid > $1", [.int(before[table] ?? 0)])
      }
    }
    var plain: [Double] = []
    for number in 0..<acts {
      let part = grown.map { table, rows in
        (table, rows[rows.count * number / acts..<rows.count * (number + 1) / acts])
      }
      let (_, time) = try await seconds {
        try await office.engine.write { (session: any SQLSession) throws(StorageError) in
          for (table, rows) in part {
            for row in rows {
              let places = (1...row.values.count).map { "$\($0)" }.joined(separator: ", ")
              try session.run("INSERT INTO \(table) VALUES (\(places))", row.values)
            }
          }
        }
      }
      plain.append(time)
    }
    let (act, rows) = (Percentiles(times), Percentiles(plain))
    table.add(
      "an inspection, 40 answers, 3 hazards", data: "\(LargeGround.data), \(acts) acts, \(count / acts) rows each",
      figure: act.text,
      beside: "\(fixed(act.middle / rows.middle, 1)) × the same rows by plain SQL in a transaction (\(rows.text))")
  }

  private static func inspect(_ site: SubjectID, number: Int, _ office: Office) async throws -> InspectionID {
    guard let list = office.shippedPacks.work.checklists["construction.forty"] else {
      throw WireClient.Broken(description: "the pack of forty items is not there")
    }
    let failed = Set(list.items.prefix(3).map(\.code))
    return try await office.perform(
      RecordInspection(
        subject: site, checklist: list.edition, unit: nil, others: [], day: office.today,
        answers: list.items.map {
          Inspection.Answer(item: $0.code, result: failed.contains($0.code) ? .fail : .pass)
        },
        findings: failed.sorted().map {
          RecordInspection.FoundThing(item: $0, text: Words("现场查看不符合要求，需限期整改。"), grade: .ordinary, fixed: nil)
        }, signature: .signed, note: nil, recordedFor: nil), by: LargeGround.keeper(of: number),
      operation: office.newOperation())
  }

  /// Those that plain SQL may write: without what SQLite keeps for its searches.
  private static func tables(of office: Office) async throws -> [String] {
    try await names(
      """
      type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'searched_index%' AND sql NOT LIKE '%WITHOUT ROWID%'
      """, of: office)
  }

  private static func names(_ condition: String, of office: Office) async throws -> [String] {
    try await office.ask { (session: any SQLSession) throws(StorageError) in
      try session.rows("SELECT name FROM sqlite_master WHERE \(condition) ORDER BY name", [])
        .map { (row) throws(StorageError) in try row.text(0) }
    }
  }

  private static func lastRows(of tables: [String], _ office: Office) async throws -> [String: Int64] {
    var last: [String: Int64] = [:]
    for table in tables {
      last[table] = try await office.ask { (session: any SQLSession) throws(StorageError) in
        try session.rows("SELECT COALESCE(MAX(rowid), 0) FROM \(table)", [])[0].int(0)
      }
    }
    return last
  }
}
