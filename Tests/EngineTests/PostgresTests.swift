import Storage
import StoragePostgres
import TestDatabases
import Testing

@Suite(.enabled(if: TestEngine.all.contains(.postgres), "skipped: no PostgreSQL was found"))
struct PostgresTests {
  @Test func aTerminatedTransactionIsGoneAndTheNextOneWorks() async throws {
    try await TestEngine.postgres.withNotes { engine async throws in
      let failure = await engine.failure { session throws(StorageError) in
        try session.run("INSERT INTO notes (id) VALUES ('half')")
        let own = try session.row("SELECT CAST(pg_backend_pid() AS BIGINT)")?.int(0) ?? 0
        terminate(own)
        let step = try session.savepoint { () throws(StorageError) in
          try session.run("INSERT INTO notes (id) VALUES ('more')")
        }
        _ = step
      }
      #expect(failure == .gone)
      #expect(StorageError(.gone, "").isRetryable)
      try await engine.act("INSERT INTO notes (id) VALUES ('next')")
      #expect(try await engine.ask("SELECT id FROM notes") == [["next"]])
    }
  }

  @Test func aConnectionLostWhileIdleIsReplacedUnseen() async throws {
    try await TestEngine.postgres.withNotes { engine async throws in
      for _ in 0..<3 {
        let own = try await engine.ask("SELECT CAST(pg_backend_pid() AS BIGINT)")[0][0]
        guard case .int(let own) = own else { return }
        terminate(own)
        #expect(try await engine.notes() == 0)
      }
    }
  }

  /// The end of a read is not awaited; it must be sent all the same, or old rows could never be cleaned up.
  @Test func aReadLeavesNoTransactionOpen() async throws {
    try await TestEngine.postgres.withNotes { engine async throws in
      _ = try await engine.notes()
      var open: SQLValue = nil
      for _ in 0..<100 where open != 0 {
        open = try await engine.write { session throws(StorageError) in
          try session.rows(
            """
            SELECT COUNT(*) FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle' AND state <> 'active'
            """)[0][0]
        }
      }
      #expect(open == 0)
    }
  }

  @Test func aServerThatIsNotThereIsGone() async throws {
    await #expect(throws: StorageError.self) {
      try await PostgresEngine(settings: PostgresSettings(address: "host=/nowhere dbname=none"))
    }
  }

  @Test(arguments: [("C.UTF-8", "UTF8"), ("C", "SQL_ASCII")])
  func anotherCollationOrEncodingIsRefused(_ collation: String, _ encoding: String) async throws {
    let address = try PostgresCluster.shared.get().createDatabase(collation: collation, encoding: encoding)
    do {
      _ = try await PostgresEngine(settings: PostgresSettings(address: address))
      Issue.record("\(collation) \(encoding) was accepted")
    } catch {
      #expect(error.kind == .unsuitable)
      print("refused: \(error.message)")
    }
    try PostgresCluster.shared.get().dropDatabase(address)
  }

  /// The same inserts in one transaction: sent together, and with an answer awaited after each.
  /// The best of several turns, so that what else the machine does falls out.
  @Test func pipeliningSavesRoundTrips() async throws {
    try await TestEngine.postgres.withNotes { engine async throws in
      let best = try await engine.write { session throws(StorageError) in
        let clock = ContinuousClock()
        let insert = "INSERT INTO notes (id, number) VALUES ($1, $2)"
        var best = (waiting: Duration.seconds(1), together: Duration.seconds(1))
        for turn in 0..<10 {
          let start = clock.now
          for number in 0..<200 { _ = try session.rows(insert, [.text("w\(turn)-\(number)"), SQLValue(number)]) }
          let middle = clock.now
          for number in 0..<200 { try session.run(insert, [.text("t\(turn)-\(number)"), SQLValue(number)]) }
          _ = try session.rows("SELECT 1")
          best = (min(best.waiting, (middle - start) / 200), min(best.together, (clock.now - middle) / 200))
        }
        return best
      }
      print("PostgreSQL insert: \(best.waiting) each when awaited, \(best.together) each when pipelined")
      #expect(best.together < best.waiting)
    }
  }
}

/// Ends another connection's process on the server, and waits until it has.
private func terminate(_ process: Int64) {
  try? PostgresCluster.shared.get().execute("SELECT pg_terminate_backend(\(process), 5000)")
}
