import Foundation
import Storage
import TestDatabases
import Testing

@Suite(.serialized) struct EachTests {
  /// 100,000 rows of 1,200 bytes are 120 MB; walking them may cost a small part of that.
  @Test(
    .enabled(
      if: getenv("BIHUAN_ALONE") != nil,
      "skipped: the process's memory is measured with nothing beside it; scripts/test does"),
    arguments: TestEngine.all)
  func walksInBoundedMemory(_ kind: TestEngine) async throws {
    try await kind.withNotes { engine async throws in
      let body = String(repeating: "督", count: 400)
      for chunk in 0..<20 {
        try await engine.write { session throws(StorageError) in
          for number in chunk * 5000..<(chunk + 1) * 5000 {
            try session.run(
              "INSERT INTO notes (id, body, number) VALUES ($1, $2, $3)",
              [.text("n\(number)"), .text(body), SQLValue(number)])
          }
        }
      }
      let before = residentKiB()
      let (count, sum, most) = try await engine.read { session throws(StorageError) in
        var (count, sum, most) = (0, Int64(0), 0)
        try session.each("SELECT number, body FROM notes WHERE number >= $1", [0]) { row throws(StorageError) in
          count += 1
          sum += try row.int(0)
          if count % 5000 == 0 { most = max(most, residentKiB()) }
        }
        return (count, sum, most)
      }
      #expect(count == 100_000)
      #expect(sum == 4_999_950_000)
      print("each on \(kind): \(most - before) KiB more at the most")
      #expect(most - before < 40_000)
    }
  }

  @Test(arguments: TestEngine.all) func aWalkMayAskAndWriteOnTheWay(_ kind: TestEngine) async throws {
    try await kind.withNotes { engine async throws in
      try await engine.write { session throws(StorageError) in
        for number in 1...1200 {
          try session.run(
            "INSERT INTO units (code, name, rank) VALUES ($1, 'x', $2)", [.text("u\(number)"), SQLValue(number)])
        }
        try session.each("SELECT code, rank FROM units ORDER BY rank", []) { row throws(StorageError) in
          try session.run(
            "INSERT INTO notes (id, unit, number) VALUES ($1, $1, $2)", [.text(try row.text(0)), row[1]])
        }
      }
      let sum = try await engine.ask("SELECT CAST(SUM(number) AS BIGINT) FROM notes")
      #expect(sum == [[720_600]])
    }
  }

  @Test(arguments: TestEngine.all) func aWalkThatStopsLeavesTheTransactionWhole(_ kind: TestEngine) async throws {
    try await kind.withNotes { engine async throws in
      try await engine.write { session throws(StorageError) in
        try session.run("INSERT INTO notes (id) VALUES ('a'), ('b')")
        do throws(StorageError) {
          try session.each("SELECT id FROM notes", []) { _ throws(StorageError) in throw StorageError(.other, "enough")
          }
        } catch {
          try session.run("INSERT INTO notes (id) VALUES ($1)", [.text(error.message)])
        }
      }
      #expect(try await engine.ask("SELECT id FROM notes ORDER BY id") == [["a"], ["b"], ["enough"]])
    }
  }
}

/// The memory this process holds, from the kernel.
private func residentKiB() -> Int {
  let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
  let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") } ?? ""
  return line.split(separator: " ").compactMap { Int($0) }.first ?? 0
}
