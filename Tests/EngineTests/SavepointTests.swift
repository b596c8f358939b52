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

  /// Nobody waits for the answers, and yet a body's own no undoes its savepoint alone.
  @Test(arguments: TestEngine.all) func anUnawaitedBodyThatThrowsUndoesOnlyItsOwn(_ kind: TestEngine) async throws {
    try await kind.withNotes { engine async throws in
      let refused = try await engine.write { session throws(StorageError) in
        var refused = 0
        for number in 0..<40 {
          let result = try session.savepoint(isAwaited: false) { () throws(No) in
            do { try session.run("INSERT INTO notes (id) VALUES ($1)", [.text("n\(number)")]) } catch { throw No() }
            if number % 4 == 3 { throw No() }
          }
          if case .failure(.thrown) = result { refused += 1 }
        }
        return refused
      }
      #expect(refused == 10)
      #expect(try await engine.notes() == 30)
      #expect(try await engine.ask("SELECT 1 FROM notes WHERE id IN ('n3', 'n39')") == [])
    }
  }

  /// With a pipeline the failure comes too late to say whose it was, so nothing at all is kept.
  @Test(arguments: TestEngine.all) func anUnawaitedFailureIsNeverKept(_ kind: TestEngine) async throws {
    for isRefusedLater in [false, true] {
      try await kind.withNotes { engine async throws in
        let failure = await engine.failure { session throws(StorageError) in
          for number: Int64 in [1, -1, 2] {
            _ = try session.savepoint(isAwaited: false) { () throws(No) in
              do {
                try session.run(
                  "INSERT INTO units (code, name, rank) VALUES ($1, 'x', $2)", [.text("u\(number)"), .int(number)])
              } catch { throw No() }
              if isRefusedLater && number == 2 { throw No() }
            }
          }
        }
        let kept = try await engine.ask("SELECT code FROM units ORDER BY code")
        switch kind {
        case .sqlite: #expect(failure == nil && kept == (isRefusedLater ? [["u1"]] : [["u1"], ["u2"]]))
        case .postgres: #expect(failure == .constraint(name: "rank_positive") && kept == [])
        }
      }
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
