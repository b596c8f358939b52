import Directory
import Foundation
import Ground
import Ledger
import Matters
import Meetings
import Operations
import Reports
import Storage
import TestDatabases
import TestOffice
import Testing

/// The drill: a backup comes back whole, on either engine, and what is not whole does not come back at all.
@Suite struct RestoreTests {
  struct Way: Sendable, CustomStringConvertible {
    let from: TestEngine
    let to: TestEngine
    var description: String { "\(from) to \(to)" }
    static var all: [Way] { TestEngine.all.flatMap { from in TestEngine.all.map { Way(from: from, to: $0) } } }
  }

  @Test(arguments: Way.all) func everythingComesBack(_ way: Way) async throws {
    try await TestOffice.with(way.from) { test in
      let life = try await test.liveThroughEverything()
      let backup = Backup(folder: "\(test.database.folder.path)/backup")
      _ = try await backup.make(of: test.office)
      let before = try await test.office.frozenReport(of: life.meeting.text)
      let tables = ["drafts", "matters", "meetings", "files", "texts", "supporting", "directory", "serials", "tiles"]
      var original: [String: Tables.Content] = [:]
      for table in tables { original[table] = try await Tables(engine: test.office.engine).content(of: table) }
      let known = try await test.latest()
      let next = try await test.nextNumber()
      try await way.to.withDatabase { other in
        let premises = test.otherPremises(on: other)
        _ = try await premises.restore(backup, known: known, clock: test.clock)
        let office = try await premises.open(clock: test.clock)
        #expect(findings(try await office.check(against: known)) == [])
        #expect(office.evidence.all() == test.office.evidence.all())
        let after = try await office.replayReport(of: "1")
        #expect(after.agrees)
        #expect(after.frozen.canonical == before.canonical)
        let restored = Tables(engine: office.engine)
        for table in tables {
          #expect(try await restored.content(of: table) == original[table], "\(table)")
        }
        let again = try await office.nextNumber(test)
        #expect(again == next)
        #expect(findings(try await office.check(against: known)) == [])
        try await office.close()
      }
    }
  }

  @Test(arguments: ["manifest.json", "entries.jsonl", "texts.jsonl", "drafts.jsonl", "evidence"])
  func anAlteredBackupIsRefused(_ name: String) async throws {
    try await TestOffice.with(.sqlite) { test in
      _ = try await test.liveThroughEverything()
      let backup = Backup(folder: "\(test.database.folder.path)/backup")
      _ = try await backup.make(of: test.office)
      let evidence = try #require(EvidenceFolder(path: "\(backup.folder)/evidence").all().first)
      let file = "\(backup.folder)/\(name == "evidence" ? "evidence/\(evidence.prefix(2))/\(evidence)" : name)"
      var bytes = try Data(contentsOf: URL(fileURLWithPath: file))
      bytes[bytes.count / 2] ^= 1
      try bytes.write(to: URL(fileURLWithPath: file))
      try await TestEngine.sqlite.withDatabase { other in
        let premises = test.otherPremises(on: other)
        await #expect(throws: Refusal.self) { try await premises.restore(backup) }
        #expect(!FileManager.default.fileExists(atPath: "\(premises.data)/bihuan.sqlite"))
      }
    }
  }

  @Test(arguments: TestEngine.all) func aTargetThatIsNotEmptyIsRefused(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let backup = Backup(folder: "\(test.database.folder.path)/backup")
      _ = try await backup.make(of: test.office)
      let error = await #expect(throws: Refusal.self) { try await test.premises.restore(backup) }
      #expect(error?.problems.first?.code == .restoreNotEmpty)
      #expect(findings(try await test.office.check()) == [])
      let second = await #expect(throws: Refusal.self) { try await backup.make(of: test.office) }
      #expect(second?.problems.first?.code == .backupExists)
    }
  }

  @Test func anAlteredEvidenceFileIsNotBackedUpSilently() async throws {
    try await TestOffice.with(.sqlite) { test in
      _ = try await test.liveThroughEverything()
      let name = try #require(test.office.evidence.all().first)
      try Data([1]).write(to: URL(fileURLWithPath: test.office.evidence.file(name)))
      let backup = Backup(folder: "\(test.database.folder.path)/backup")
      await #expect(throws: Refusal(.evidenceGone)) { try await backup.make(of: test.office) }
      #expect(!FileManager.default.fileExists(atPath: "\(backup.folder)/manifest.json"))
    }
  }

  @Test(arguments: TestEngine.all) func aRestoreCutShortOpensNowhere(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      try await Tables(engine: test.office.engine).run("DELETE FROM heads")
      try await test.office.close()
      await #expect(throws: Refusal(.restoreUnfinished)) { try await test.premises.open(clock: test.clock) }
    }
  }

  @Test func withoutItsKeyALogGoesOnNowhere() async throws {
    try await TestOffice.with(.sqlite) { test in
      try await test.office.close()
      let key = "\(test.premises.keys)/log.key"
      try FileManager.default.moveItem(atPath: key, toPath: "\(key).away")
      await #expect(throws: Refusal(.keyMissing, ["file": key])) { try await test.premises.open(clock: test.clock) }
    }
  }
}

extension TestOffice {
  func nextNumber() async throws -> String { try await office.nextNumber(self) }
}

extension Office {
  /// Issues one more matter here; its register number.
  func nextNumber(_ test: TestOffice) async throws -> String {
    let meeting = try #require(
      try await ask { (session: any SQLSession) throws(StorageError) in
        try MeetingStore(session, self.district).numbered(1)
      })
    let matters = try await perform(
      IssueClauses(meeting: meeting.id, clauses: [5]), by: .officer(OfficerID(trusted: "tong")),
      operation: newOperation())
    let stored = try await ask { (session: any SQLSession) throws(StorageError) in
      try MatterStore(session, self.district).load(matters[0])
    }
    return try #require(stored).number
  }
}
