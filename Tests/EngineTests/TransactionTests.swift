import Dispatch
import Storage
import TestDatabases
import Testing

@Suite struct TransactionTests {
  @Test(arguments: TestEngine.all) func constraintsAreNamed(_ kind: TestEngine) async throws {
    try await kind.withNotes { engine async throws in
      try await engine.act("INSERT INTO units (code, name) VALUES ('sq', '石桥镇')")
      let texts = [
        "INSERT INTO units (code, name) VALUES ('sq', '柳湾镇')", "INSERT INTO notes (id, unit) VALUES ('n', 'none')",
        "INSERT INTO units (code, name) VALUES ('lw', NULL)", "UPDATE units SET rank = 0",
      ]
      for text in texts {
        let failure = await engine.failure { session throws(StorageError) in try session.run(text) }
        guard case .constraint? = failure else {
          Issue.record("\(text) ended with \(String(describing: failure))")
          continue
        }
      }
      let named = await engine.failure { session throws(StorageError) in try session.run(texts[3]) }
      #expect(named == .constraint(name: "rank_positive"))
    }
  }

  @Test(arguments: TestEngine.all) func aBodyThatThrowsLeavesNothing(_ kind: TestEngine) async throws {
    try await kind.withNotes { engine async throws in
      let failure = await engine.failure { session throws(StorageError) in
        try session.run("INSERT INTO notes (id) VALUES ('half')")
        _ = try session.rows("SELECT id FROM notes")
        try session.run("INSERT INTO notes (id) VALUES ('done')")
        throw StorageError(.other, "a change of mind")
      }
      #expect(failure == .other)
      #expect(try await engine.notes() == 0)
    }
  }

  @Test(arguments: TestEngine.all) func aReadMayNotWrite(_ kind: TestEngine) async throws {
    try await kind.withNotes { engine async throws in
      await #expect(throws: StorageError.self) {
        try await engine.read { session throws(StorageError) in try session.run("INSERT INTO notes (id) VALUES ('x')") }
      }
      #expect(try await engine.notes() == 0)
    }
  }

  /// Two rows always change together; no reader ever sees one without the other, or two states in one read.
  @Test(arguments: TestEngine.all) func readersSeeOneSnapshot(_ kind: TestEngine) async throws {
    try await kind.withNotes { engine async throws in
      try await engine.act("INSERT INTO heads (district, position) VALUES ('a', 0), ('b', 0)")
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          for _ in 0..<200 {
            try await engine.write { session throws(StorageError) in
              try session.run("UPDATE heads SET position = position + 1 WHERE district = 'a'")
              try session.run("UPDATE heads SET position = position + 1 WHERE district = 'b'")
            }
          }
        }
        for _ in 0..<4 {
          group.addTask {
            for _ in 0..<100 {
              let seen = try await engine.read { session throws(StorageError) in
                let first = try session.rows("SELECT position FROM heads WHERE district = 'a'")
                let second = try session.rows("SELECT position FROM heads WHERE district = 'b'")
                return first + second
              }
              #expect(seen[0] == seen[1])
            }
          }
        }
        try await group.waitForAll()
      }
      #expect(try await engine.ask("SELECT position FROM heads ORDER BY district") == [[200], [200]])
    }
  }

  /// 64 callers × 50 acts on one head row: every position is given out once.
  @Test(arguments: TestEngine.all) func racingWritersLoseNothing(_ kind: TestEngine) async throws {
    try await kind.withNotes { engine async throws in
      try await engine.act("INSERT INTO heads (district, position) VALUES ('qh', 0)")
      let given = try await withThrowingTaskGroup(of: [Int64].self) { group in
        for _ in 0..<64 {
          group.addTask {
            var mine: [Int64] = []
            for _ in 0..<50 {
              mine.append(
                try await engine.write { session throws(StorageError) in
                  let head = try session.row(
                    "UPDATE heads SET position = position + 1 WHERE district = $1 RETURNING position", ["qh"])
                  guard let position = try head?.int(0) else { throw StorageError(.other, "no head") }
                  try session.run(
                    "INSERT INTO notes (id, number) VALUES ($1, $2)", [.text("n\(position)"), .int(position)])
                  return position
                })
            }
            return mine
          }
        }
        return try await group.reduce(into: []) { $0 += $1 }
      }
      #expect(given.sorted() == Array(1...3200))
      #expect(try await engine.notes() == 3200)
    }
  }

  /// A lock that another program keeps ends the wait with "busy", and nothing is half done.
  @Test(arguments: TestEngine.all) func aHeldLockIsBusy(_ kind: TestEngine) async throws {
    try await kind.withDatabase(migrations: [schema]) { database async throws in
      let holder = database.engine
      try await holder.act("INSERT INTO heads (district, position) VALUES ('qh', 0)")
      let impatient = try await database.another(patience: 0.05)
      let held = AsyncStream<Void>.makeStream()
      let letGo = DispatchSemaphore(value: 0)
      async let holding: Void = holder.write { session throws(StorageError) in
        _ = try session.rows("UPDATE heads SET position = 1 RETURNING position")
        held.continuation.yield()
        letGo.wait()
      }
      for await _ in held.stream { break }
      let failure = await impatient.failure { session throws(StorageError) in
        _ = try session.rows("UPDATE heads SET position = 2 RETURNING position")
      }
      letGo.signal()
      try await holding
      #expect(failure == .busy)
      #expect(StorageError(.busy, "").isRetryable)
      #expect(try await impatient.ask("SELECT position FROM heads") == [[1]])
      await impatient.close()
    }
  }

  @Test(arguments: TestEngine.all) func aClosedEngineSaysSo(_ kind: TestEngine) async throws {
    try await kind.withDatabase { database async throws in
      await database.engine.close()
      let failure = await database.engine.failure { _ throws(StorageError) in }
      #expect(failure == .gone)
    }
  }
}
