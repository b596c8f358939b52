import Directory
import Ground
import Matters
import Operations
import Storage
import TestDatabases
import TestOffice
import Testing

/// The lists that everybody opens are read off an index: no table is scanned, nothing is sorted.
@Suite struct ListPlanTests {
  @Test(arguments: TestEngine.all) func defaultListsScanAndSortNothing(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      _ = try await RandomRegister(40, seed: 5, in: test)
      let district = test.office.district
      let plans = try await test.office.engine.write { (session: any SQLSession) throws(StorageError) in
        // So small a register is scanned by a planner that may choose; a large one is not to be.
        if session.dialect == .postgres { try session.run("SET LOCAL enable_seqscan = off") }
        let recorder = PlanRecorder(session)
        let query = MatterListQuery(recorder, district, few: -1)
        for selection in ListPlanTests.selections {
          for order in ListPlanTests.orders { _ = try query.page(selection, order, limit: 50) }
        }
        return recorder.plans
      }
      #expect(plans.count > 40)
      for (sql, plan) in plans {
        #expect(!plan.contains("SCAN l") && !plan.contains("Seq Scan"), "\(sql)\n\(plan)")
        #expect(!plan.contains("TEMP B-TREE") && !plan.contains("Sort Key"), "\(sql)\n\(plan)")
      }
    }
  }

  static let selections = [
    ListSelection(phases: [.assigned, .underway, .submitted]), ListSelection(),
    ListSelection(phases: [.underway], unit: UnitID(trusted: "xiaofang")),
    ListSelection(phases: [.assigned, .underway], field: .fire),
    ListSelection(phases: [.assigned], leader: OfficerID(trusted: "lin")),
    ListSelection(phases: [.assigned], dueTo: "2026-03-10"),
    ListSelection(phases: [.assigned], unit: UnitID(trusted: "xiaofang"), field: .fire),
  ]

  static let orders: [ListOrder] = [
    .due(latestFirst: false), .due(latestFirst: true), .number(newestFirst: true), .lastAct(newestFirst: true),
    .meeting,
  ]
}

/// Asks for the plan of each list query before it is run.
private final class PlanRecorder: SQLSession {
  private let session: any SQLSession
  private(set) var plans: [(sql: String, plan: String)] = []

  init(_ session: any SQLSession) { self.session = session }

  var dialect: Dialect { session.dialect }

  func rows(_ sql: String, _ arguments: [SQLValue]) throws(StorageError) -> [SQLRow] {
    if sql.contains("ORDER BY") {
      let explain = dialect == .sqlite ? "EXPLAIN QUERY PLAN \(sql)" : "EXPLAIN \(sql)"
      let plan = try session.rows(explain, arguments).map { row in
        row.values.compactMap { if case .text(let text) = $0 { text } else { nil } }.joined(separator: " ")
      }
      plans.append((sql, plan.joined(separator: "\n")))
    }
    return try session.rows(sql, arguments)
  }

  func each(_ sql: String, _ arguments: [SQLValue], _ body: (SQLRow) throws(StorageError) -> Void) throws(StorageError)
  {
    try session.each(sql, arguments, body)
  }

  func run(_ sql: String, _ arguments: [SQLValue]) throws(StorageError) { try session.run(sql, arguments) }

  func answers(_ questions: [SQLQuestion]) throws(StorageError) -> [[SQLRow]] { try session.answers(questions) }

  func savepoint<T, E: Error>(
    isAwaited: Bool, _ body: () throws(E) -> T
  ) throws(StorageError) -> Result<T, SavepointFailure<E>> {
    try session.savepoint(isAwaited: isAwaited, body)
  }

  func define(_ schema: String) throws(StorageError) { try session.define(schema) }
}
