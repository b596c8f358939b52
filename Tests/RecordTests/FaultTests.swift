import Directory
import Foundation
import Ground
import Matters
import Meetings
import Operations
import Storage
import TestDatabases
import TestOffice
import Testing

/// The database goes away or fills up while people act: each gets a clear problem, nothing is half done or lost.
@Suite struct FaultTests {
  @Test(.enabled(if: TestEngine.all.contains(.postgres)))
  func aServerThatHangsUpLosesNothing() async throws {
    try await TestOffice.with(.postgres) { test in
      let matter = try await test.underwayMatter()
      let before = try #require(try await test.matter(matter)).version
      let hangUp = Task {
        for _ in 0..<20 {
          try await Task.sleep(for: .milliseconds(40))
          _ = try await test.database.engine.read { (session: any SQLSession) throws(StorageError) in
            try session.rows(
              """
              SELECT CASE WHEN pg_terminate_backend(pid) THEN 1 ELSE 0 END FROM pg_stat_activity
              WHERE datname = current_database() AND pid <> pg_backend_pid()
              """)
          }
        }
      }
      let (done, failed) = await test.manyReports(of: matter, until: hangUp)
      #expect(failed.isSubset(of: [503]), "\(failed)")
      try await test.act(
        ReportProgress(matter: matter, seen: nil, note: Words("恢复之后"), onBehalf: nil), by: "xiaofang.ban")
      #expect(try await test.matter(matter)?.version == before + done + 1)
      #expect(findings(try await test.office.check()) == [])
    }
  }

  /// The act waits for the head row, which somebody else holds, when its connection is ended.
  @Test(.enabled(if: TestEngine.all.contains(.postgres)))
  func anActCutInTheMiddleIsSaidAndLeavesNothing() async throws {
    try await TestOffice.with(.postgres) { test in
      let matter = try await test.underwayMatter()
      let before = try await test.matter(matter)
      // Nothing is left to publish, so that whoever waits for the head row is the act.
      try await test.office.publisher.publish()
      let other = try await test.database.another()
      let (locked, lock) = AsyncStream<Void>.makeStream()
      let cutting = Task {
        try await other.write { (session: any SQLSession) throws(StorageError) in
          _ = try session.rows("UPDATE heads SET size = size RETURNING size")
          lock.yield()
          try FaultTests.waitForSomebody(behind: session)
          _ = try session.rows(
            """
            SELECT CASE WHEN pg_terminate_backend(pid) THEN 1 ELSE 0 END FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid()
              AND wait_event_type = 'Lock'
            """)
        }
      }
      for await _ in locked { break }
      let cut = Task {
        try await test.act(
          ReportProgress(matter: matter, seen: nil, note: Words("半路"), onBehalf: nil), by: "xiaofang.ban")
      }
      try await cutting.value
      await other.close()
      let refusal = await #expect(throws: Refusal.self) { try await cut.value }
      #expect(refusal?.problems.map(\.code.status) == [503])
      #expect(try await test.matter(matter) == before)
      #expect(findings(try await test.office.check()) == [])
    }
  }

  /// Returns once another connection waits for what this one has locked.
  private static func waitForSomebody(behind session: any SQLSession) throws(StorageError) {
    for _ in 0..<1200 {
      let waiting = try session.rows(
        "SELECT 1 FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid))")
      if !waiting.isEmpty { return }
      _ = try session.rows("SELECT 1 FROM (SELECT pg_sleep(0.05)) AS pause")
    }
    throw StorageError(.other, "nobody came to wait")
  }

  @Test func aFullDiskIsSaidAndHarmsNothing() async throws {
    try await TestOffice.with(.sqlite) { test in
      let matter = try await test.underwayMatter()
      let before = try #require(try await test.matter(matter))
      try await test.limitPages(beyond: 3)
      var refused = 0
      for number in 0..<200 where refused == 0 {
        do {
          try await test.act(
            ReportProgress(matter: matter, seen: nil, note: Words(String(repeating: "满", count: 1900)), onBehalf: nil),
            by: "xiaofang.ban")
        } catch {
          refused = (error as? Refusal)?.problems.first?.code.status ?? -1
          #expect(try await test.matter(matter)?.version == before.version + number)
        }
      }
      #expect(refused == 507)
      try await test.limitPages(beyond: 100_000)
      try await test.act(
        ReportProgress(matter: matter, seen: nil, note: Words("腾出空间之后"), onBehalf: nil), by: "xiaofang.ban")
      #expect(findings(try await test.office.check()) == [])
    }
  }

  /// A file that goes away under the office: nothing is answered as done that nobody could read afterwards.
  @Test func aDatabaseFileThatIsMovedAwayIsSaid() async throws {
    try await TestOffice.with(.sqlite) { test in
      let matter = try await test.underwayMatter()
      let act = ReportProgress(matter: matter, seen: nil, note: Words("丢失之时"), onBehalf: nil)
      let operation = test.office.newOperation()
      let (file, away) = ("\(test.premises.data)/bihuan.sqlite", "\(test.premises.data)/away.sqlite")
      try FileManager.default.moveItem(atPath: file, toPath: away)
      let officer = ActorReference.officer(OfficerID(trusted: "xiaofang.ban"))
      let error = await #expect(throws: Refusal.self) {
        try await test.office.perform(act, by: officer, operation: operation)
      }
      #expect(error?.problems.first?.code.status == 503)
      try FileManager.default.moveItem(atPath: away, toPath: file)
      _ = try await test.office.perform(act, by: officer, operation: operation)
      #expect(findings(try await test.office.check()) == [])
    }
  }

  @Test(arguments: TestEngine.all) func aRefusedSubmissionLeavesNoFile(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let matter = try await test.underwayMatter()
      let before = test.office.evidence.all()
      let submit = Submit(matter: matter, seen: 0, note: Words("已完成"), onBehalf: nil)
      await #expect(throws: Refusal.self) {
        try await test.office.submit(
          submit, with: Array("整改报告".utf8), name: "报告.txt", by: .officer(OfficerID(trusted: "xiaofang.ban")),
          operation: test.office.newOperation())
      }
      #expect(test.office.evidence.all() == before)
      #expect(findings(try await test.office.check()) == [])
    }
  }

  @Test(arguments: TestEngine.all) func aKilledOfficeKeepsWhatItAnswered(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let matter = try await test.underwayMatter()
      try await test.office.close()
      let answered = try test.killAfter(40, on: matter)
      let orphan = test.office.evidence.file(String(repeating: "a", count: 64))
      try FileManager.default.createDirectory(
        atPath: "\(test.office.evidence.path)/aa", withIntermediateDirectories: true)
      try Data([1]).write(to: URL(fileURLWithPath: orphan))
      try test.ageEvidence()
      let office = try await test.premises.open()
      let known = try await office.ask { (session: any SQLSession) throws(StorageError) in
        var operations: Set<String> = []
        for row in try session.rows("SELECT operation FROM entries") { operations.insert(try row.text(0)) }
        return operations
      }
      #expect(answered.count >= 40)
      #expect(answered.filter { !known.contains($0) } == [])
      #expect(!FileManager.default.fileExists(atPath: orphan))
      #expect(findings(try await office.check()) == [])
      try await office.close()
    }
  }
}

extension TestOffice {
  /// Eight people report progress until `end`; how often it was done, and the statuses of what failed.
  ///
  /// What failed is sent again under the same operation, as a form would be, until it is answered.
  fileprivate func manyReports(of matter: MatterID, until end: Task<Void, any Error>) async -> (Int, Set<Int>) {
    await withTaskGroup(of: (Int, Set<Int>).self) { group in
      let stop = Task { _ = try? await end.value }
      let deadline = Date().addingTimeInterval(2.5)
      for caller in 0..<8 {
        group.addTask {
          var (done, failed) = (0, Set<Int>())
          while Date() < deadline {
            let operation = office.newOperation()
            let act = ReportProgress(matter: matter, seen: nil, note: Words("\(caller)/\(done)"), onBehalf: nil)
            var isAnswered = false
            for _ in 0..<100 where !isAnswered {
              do {
                _ = try await office.perform(
                  act, by: .officer(OfficerID(trusted: "xiaofang.ban")), operation: operation)
                isAnswered = true
              } catch { failed.insert((error as? Refusal)?.problems[0].code.status ?? -1) }
            }
            done += isAnswered ? 1 : 0
          }
          return (done, failed)
        }
      }
      let sum = await group.reduce(into: (0, Set<Int>())) { sum, part in
        sum = (sum.0 + part.0, sum.1.union(part.1))
      }
      await stop.value
      return sum
    }
  }

  /// SQLite says full beyond this many pages more than it has.
  fileprivate func limitPages(beyond more: Int) async throws {
    try await office.engine.write { (session: any SQLSession) throws(StorageError) in
      let count = try session.rows("PRAGMA page_count")[0].int(0)
      _ = try session.rows("PRAGMA max_page_count = \(count + Int64(more))")
    }
  }

  /// Lets another process act and kills it in the middle; the operations whose answer it had seen.
  fileprivate func killAfter(_ count: Int, on matter: MatterID) throws -> [String] {
    let (process, pipe) = (Process(), Pipe())
    process.executableURL = Program.built("KilledOffice")
    process.arguments = [
      premises.data, premises.database ?? "-", TestOffice.resources, office.district.text, matter.text,
    ]
    process.standardOutput = pipe
    try process.run()
    var said = Data()
    while said.count(where: { $0 == UInt8(ascii: "\n") }) < count {
      let more = pipe.fileHandleForReading.availableData
      if more.isEmpty { break }
      said.append(more)
    }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    said.append(pipe.fileHandleForReading.readDataToEndOfFile())
    let lines = String(decoding: said, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .dropLast()
    return lines.compactMap { $0.split(separator: " ").first.map(String.init) }
  }

  /// Makes every evidence file two hours old, so that the sweep may look at it.
  fileprivate func ageEvidence() throws {
    for name in office.evidence.all() {
      try FileManager.default.setAttributes(
        [.modificationDate: Date().addingTimeInterval(-7200)], ofItemAtPath: office.evidence.file(name))
    }
  }
}
