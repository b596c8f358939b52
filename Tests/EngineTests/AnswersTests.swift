import Storage
import TestDatabases
import Testing

/// Several questions in one journey.
@Suite struct AnswersTests {
  @Test(arguments: TestEngine.all) func comeInTheOrderOfTheQuestions(_ kind: TestEngine) async throws {
    try await kind.withNotes { engine async throws in
      let answers = try await engine.write { session throws(StorageError) in
        for number in 0..<1500 { try session.run("INSERT INTO notes (id, number) VALUES ($1, $2)", note(number)) }
        // More than a pipeline holds, some without an answer, one that writes.
        return try session.answers(
          [SQLQuestion("INSERT INTO notes (id, number) VALUES ('new', -1) RETURNING number", [])]
            + (0..<1600).map { SQLQuestion("SELECT number FROM notes WHERE id = $1", [.text("n\($0)")]) })
      }
      #expect(answers.count == 1601)
      #expect(answers[0].map(\.values) == [[-1]])
      #expect((0..<1500).allSatisfy { answers[$0 + 1].map(\.values) == [[.int(Int64($0))]] })
      #expect(answers[1501...].allSatisfy { $0.isEmpty })
    }
  }

  @Test(arguments: TestEngine.all) func oneThatFailsSpoilsTheTransaction(_ kind: TestEngine) async throws {
    try await kind.withNotes { engine async throws in
      let failure = await engine.failure { session throws(StorageError) in
        try session.run("INSERT INTO notes (id) VALUES ('before')")
        _ = try? session.answers([
          SQLQuestion("SELECT id FROM notes", []), SQLQuestion("SELECT nothing FROM notes", []),
        ])
      }
      #expect(failure == .other)
      #expect(try await engine.notes() == 0)
    }
  }
}

private func note(_ number: Int) -> [SQLValue] { [.text("n\(number)"), .int(Int64(number))] }
