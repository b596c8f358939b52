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
        // So small a register is scanned or sorted by a planner that may choose; a large one is not to be. What it sorts
        // all the same has no index to be read off.
        if session.dialect == .postgres {
          for choice in ["seqscan", "sort", "incremental_sort", "bitmapscan"] {
            try session.run("SET LOCAL enable_\(choice) = off")
          }
        }
        let recorder = PlanRecorder(session)
        let query = MatterListQuery(recorder, district, few: -1)
        for selection in ListPlanTests.selections {
          for order in ListPlanTests.orders { _ = try query.page(selection, order, limit: 50) }
        }
        return recorder.plans
      }
      #expect(plans.count > 40)
      for (sql, plan) in plans where sql.contains("ORDER BY") {
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
