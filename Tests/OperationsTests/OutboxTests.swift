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
        _ = try store.page(of: tong, before: 40, after: 3, isOfMatters: false, limit: 51)
        _ = try store.count(of: tong, after: 5, limit: 100)
        _ = try store.due(at: now, limit: 100)
        _ = try store.failed(limit: 100)
        _ = try store.waiting(at: 4)
        _ = try store.isAnyWaiting(past: now)
        _ = try ReachStore(recorder, district).seen(by: tong)
        return recorder.plans
      }
      #expect(plans.count == 8)
      for (sql, plan) in plans {
        #expect(!plan.contains("SCAN n") && !plan.contains("Seq Scan"), "\(sql)\n\(plan)")
        #expect(!plan.contains("TEMP B-TREE") && !plan.contains("Sort Key"), "\(sql)\n\(plan)")
      }
    }
  }

  /// What was read is marked as long as nothing became of it meanwhile: another choice, a sending anew, somebody else's mark.
  @Test(arguments: TestEngine.all) func onlyWhatStandsAsItWasReadIsMarked(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let desk = OutboxDesk(test: test)
      for position in 1...4 { try await desk.tell("tong", Int64(position)) }
      let (district, now) = (test.office.district, test.clock.now)
      let tong = OfficerID(trusted: "tong")
      let read = try await test.office.ask { (session: any SQLSession) throws(StorageError) in
        try NoticeStore(session, district).due(at: now, limit: 10)
      }
      #expect(read.map(\.notice.position) == [1, 2, 3, 4])
      let later = now.adding(milliseconds: 3_600_000)
      let planned = NoticeMark(.waiting, attempts: 0, at: later, outcome: "planned")
      let failed = NoticeMark(.failed, attempts: 3, at: now, outcome: "mail mail.550")
      let sent = NoticeMark(.sent, attempts: 0, at: later, outcome: "mail")
      let after = try await test.office.engine.write { (session: any SQLSession) throws(StorageError) in
        let store = NoticeStore(session, district)
        // The first two as they were read.
        try store.mark(read[0], planned)
        try store.mark(read[1], failed)
        // Both were read before that; neither is planned again, nor taken back from those that failed.
        try store.mark(read[0], failed)
        try store.mark(read[1], sent)
        // Planned for later, and sent by a round that read it before: it went out.
        try store.mark(read[2], planned)
        try store.mark(read[2], sent)
        // The officer chose anew in between: the plan by the old choice does not stand in the way.
        try store.mark(read[3], planned)
        let again = try store.page(of: tong, before: 5, limit: 1)
        try store.reconsider(tong, at: later)
        try store.mark(again[0], NoticeMark(.kept, attempts: 0, at: now, outcome: ""))
        return try store.page(of: tong, before: 5, limit: 10).map {
          "\($0.notice.position) \($0.mark.state) \($0.mark.outcome)"
        }
      }
      #expect(after == ["4 waiting ", "3 sent mail", "2 failed mail mail.550", "1 waiting "])
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
