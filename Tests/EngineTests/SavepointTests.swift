import Storage
import TestDatabases
import Testing

private struct No: Error, Equatable {}

@Suite struct SavepointTests {
  @Test(arguments: TestEngine.all) func aBodyThatThrowsUndoesOnlyItsOwn(_ kind: TestEngine) async throws {
    try await kind.withNotes { engine async throws in
      let refused = try await engine.write { session throws(StorageError) in
        try session.run("INSERT INTO notes (id) VALUES ('before')")
        let result = try session.savepoint { () throws(No) in
          do { try session.run("INSERT INTO notes (id) VALUES ('inside')") } catch { throw No() }
          throw No()
        }
        try session.run("INSERT INTO notes (id) VALUES ('after')")
        guard case .failure(.thrown) = result else { return false }
        return true
      }
      #expect(refused)
      #expect(try await engine.ask("SELECT id FROM notes ORDER BY id") == [["after"], ["before"]])
    }
  }

  @Test(arguments: TestEngine.all) func aQueuedStatementThatFailsUndoesOnlyItsSavepoint(_ kind: TestEngine) async throws
  {
    try await kind.withNotes { engine async throws in
      let failures = try await engine.write { session throws(StorageError) in
        var failures: [StorageError.Kind] = []
        for number: Int64 in [1, -1, 2, -2] {
          let result = try session.savepoint { () throws(StorageError) in
            try session.run("INSERT INTO notes (id) VALUES ($1)", [.text("n\(number)")])
            try session.run(
              "INSERT INTO units (code, name, rank) VALUES ($1, 'x', $2)", [.text("u\(number)"), .int(number)])
            try session.run("INSERT INTO notes (id) VALUES ($1)", [.text("m\(number)")])
          }
          switch result {
          case .success: break
          case .failure(.statement(let error)), .failure(.thrown(let error)): failures.append(error.kind)
          }
        }
        return failures
      }
      #expect(failures == [.constraint(name: "rank_positive"), .constraint(name: "rank_positive")])
      #expect(try await engine.ask("SELECT id FROM notes ORDER BY id") == [["m1"], ["m2"], ["n1"], ["n2"]])
    }
  }

  @Test(arguments: TestEngine.all) func aSwallowedErrorStillUndoesTheSavepoint(_ kind: TestEngine) async throws {
    try await kind.withNotes { engine async throws in
      let undone = try await engine.write { session throws(StorageError) in
        let result: Result<Void, SavepointFailure<StorageError>> = try session.savepoint { () throws(StorageError) in
          try session.run("INSERT INTO notes (id) VALUES ('a')")
          _ = try? session.rows("SELECT nothing FROM nowhere")
        }
        guard case .failure(.statement) = result else { return false }
        return true
      }
      #expect(undone)
      #expect(try await engine.notes() == 0)
    }
  }

  @Test(arguments: TestEngine.all) func savepointsNest(_ kind: TestEngine) async throws {
    try await kind.withNotes { engine async throws in
      let kept = try await engine.write { session throws(StorageError) in
        let outer = try session.savepoint { () throws(StorageError) in
          try session.run("INSERT INTO notes (id) VALUES ('outer')")
          let inner = try session.savepoint { () throws(StorageError) in
            try session.run("INSERT INTO notes (id) VALUES ('outer')")
          }
          guard case .failure = inner else { throw StorageError(.other, "a duplicate key passed") }
          try session.run("INSERT INTO notes (id) VALUES ('outer, later')")
        }
        guard case .success = outer else { return false }
        return true
      }
      #expect(kept)
      #expect(try await engine.ask("SELECT id FROM notes ORDER BY id") == [["outer"], ["outer, later"]])
    }
  }

  /// What failed before the savepoint belongs to the transaction, which is then lost.
  @Test(arguments: TestEngine.all) func anEarlierQueuedFailureLosesTheTransaction(_ kind: TestEngine) async throws {
    try await kind.withNotes { engine async throws in
      let failure = await engine.failure { session throws(StorageError) in
        try session.run("INSERT INTO notes (id) VALUES ('first')")
        try session.run("INSERT INTO notes (id, unit) VALUES ('second', 'no such unit'), ('first', NULL)")
        _ = try session.savepoint { () throws(StorageError) in
          try session.run("INSERT INTO notes (id) VALUES ('third')")
        }
      }
      guard case .constraint? = failure else {
        Issue.record("ended with \(String(describing: failure))")
        return
      }
      #expect(try await engine.notes() == 0)
    }
  }
}
