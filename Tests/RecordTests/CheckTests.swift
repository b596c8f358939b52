import Directory
import Foundation
import Ground
import Matters
import Meetings
import Operations
import TestDatabases
import TestOffice
import Testing

/// A record that nobody touched agrees with itself, and with every checkpoint kept outside.
@Suite struct CheckTests {
  @Test(arguments: TestEngine.all) func anUndamagedOfficeHasNoDifference(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      _ = try await test.liveThroughEverything()
      let check = try await test.office.check()
      #expect(findings(check) == [])
      #expect(check.agrees && check.entries > 100)
    }
  }

  @Test(arguments: TestEngine.all) func aCheckpointKeptOutsideIsABeginning(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let matter = try await test.underwayMatter()
      try await test.office.publisher.publish()
      let kept = try await test.latest()
      for number in 1...3 {
        try await test.act(
          ReportProgress(matter: matter, seen: nil, note: Words("第\(number)次"), onBehalf: nil), by: "xiaofang.ban")
      }
      #expect(findings(try await test.office.check(against: kept)) == [])
    }
  }

  @Test func aCheckpointOfAnotherKeyIsRefused() async throws {
    try await TestOffice.with(.sqlite) { test in
      let stranger = try await TestOffice.with(.sqlite) { other in
        try await other.office.publisher.publish()
        return try await other.latest()
      }
      await #expect(throws: Refusal(.checkpointForeign)) { try await test.office.check(against: stranger) }
    }
  }

  /// More entries than one chunk of the walk, and tiles of level 1 that grow while it walks.
  @Test func aLongLedgerAgreesToo() async throws {
    try await TestOffice.with(.sqlite) { test in
      let matter = try await test.underwayMatter()
      try await withThrowingTaskGroup(of: Void.self) { group in
        for writer in 0..<32 {
          group.addTask {
            for number in 0..<160 {
              try await test.act(
                ReportProgress(matter: matter, seen: nil, note: Words("\(writer)/\(number)"), onBehalf: nil),
                by: "xiaofang.ban")
            }
          }
        }
        try await group.waitForAll()
      }
      let check = try await test.office.check()
      #expect(findings(check) == [])
      #expect(check.entries > 5000)
    }
  }
}
