import Directory
import Ground
import Operations
import Storage
import TestDatabases
import TestOffice
import Testing

/// The outbox as a table: read off its indices, tidied after more than a year.
@Suite struct OutboxTests {
  @Test(arguments: TestEngine.all) func nothingIsScannedOrSorted(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let desk = OutboxDesk(test: test)
      for position in 0..<60 { try await desk.tell(position % 2 == 0 ? "tong" : "lin", Int64(position)) }
      let (district, now) = (test.office.district, test.clock.now)
      let plans = try await test.office.engine.write { (session: any SQLSession) throws(StorageError) in
        // So small a table is scanned by a planner that may choose; a large one is not to be.
        if session.dialect == .postgres {
          for choice in ["seqscan", "sort", "incremental_sort", "bitmapscan", "hashjoin", "mergejoin"] {
            try session.run("SET LOCAL enable_\(choice) = off")
          }
        }
        let recorder = PlanRecorder(session)
        let (store, tong) = (NoticeStore(recorder, district), OfficerID(trusted: "tong"))
        _ = try store.page(of: tong, before: 40, limit: 51)
        _ = try store.count(of: tong, after: 5, limit: 100)
        _ = try store.due(at: now, limit: 100)
        _ = try store.failed(limit: 100)
        _ = try store.waiting(at: 4)
        _ = try store.isAnyWaiting(past: now)
        _ = try ReachStore(recorder, district).seen(by: tong)
        return recorder.plans
      }
      #expect(plans.count == 7)
      for (sql, plan) in plans {
        #expect(!plan.contains("SCAN n") && !plan.contains("Seq Scan"), "\(sql)\n\(plan)")
        #expect(!plan.contains("TEMP B-TREE") && !plan.contains("Sort Key"), "\(sql)\n\(plan)")
      }
    }
  }

  @Test(arguments: TestEngine.all) func settledMessagesAreForgottenInTime(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let desk = OutboxDesk(test: test)
      try await desk.tell("tong", 1)
      try await Postman(office: test.office).round()
      #expect(try await desk.states("tong") == [.kept])
      test.clock.advance(days: 400)
      try await test.office.tidy()
      #expect(try await desk.states("tong") == [.kept])
      try await desk.tell("tong", 2)
      test.clock.advance(minutes: 1)
      try await test.office.tidy()
      #expect(try await desk.states("tong") == [.waiting])
    }
  }
}
