import Directory
import Foundation
import Ground
import Ledger
import Matters
import Meetings
import Operations
import Storage
import TestDatabases
import TestOffice
import Testing

/// A ledger that lost its last entries does not pretend to be whole: it goes on under a new name that says so.
@Suite struct OriginTests {
  @Test(arguments: TestEngine.all) func aLaterCheckpointStartsANewOrigin(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let (backup, known) = try await test.backupAndMore()
      try await engine.withDatabase { other in
        let premises = test.otherPremises(on: other)
        let done = try await premises.restore(backup, known: known, clock: test.clock)
        #expect(done.origin == "bihuan/qinghe/2")
        let office = try await premises.open(clock: test.clock)
        #expect(findings(try await office.check()) == [])
        let facts = try await office.ask { (session: any SQLSession) throws(StorageError) in
          try EntryStore(session, office.district).history(of: "record")
        }
        guard case .record(.originChanged(let old, let restored, let size, let root))? = facts.last?.event else {
          Issue.record("no entry names the gap")
          return
        }
        let lost = try Checkpoint(body: try SignedNote(known).text)
        #expect((old, size, root) == ("bihuan/qinghe/1", lost.size, lost.root.hex))
        #expect(restored == facts.last?.position)
        let note = try #require(try await office.latestCheckpoint())
        #expect(note.hasPrefix("bihuan/qinghe/2\n"))
        // What was signed before the loss is not what stands here now.
        #expect(try await office.check(against: known).agrees == false)
        #expect(try await office.check(against: note).agrees)
        if GoLedgerCheck.isAvailable {
          let log = try await ExportedLog(office, in: other.folder.path)
          let answer = try log.check()
          #expect(answer.status == 0, "\(answer.output)")
        }
        try await office.close()
      }
    }
  }

  /// Without the checkpoint nobody notices the loss, so the history forks: the checkpoint kept outside shows it.
  @Test(arguments: TestEngine.all) func aRewrittenDatabaseIsFoundByACheckpointKeptOutside(_ engine: TestEngine)
    async throws
  {
    try await TestOffice.with(engine) { test in
      let (backup, known) = try await test.backupAndMore()
      try await engine.withDatabase { other in
        let premises = test.otherPremises(on: other)
        _ = try await premises.restore(backup, clock: test.clock)
        let office = try await premises.open(clock: test.clock)
        let short = try await office.check(against: known)
        #expect(findings(short).contains { $0.hasPrefix("checkpoint ") && $0.contains("knows more entries") })
        for _ in 0..<5 {
          _ = try await office.perform(
            SetDirectory([.unitSet(try #require(try await office.directory()?.unitsInOrder.first))]),
            by: .rule("rule.test"), operation: office.newOperation())
        }
        #expect(try await office.check().agrees)
        let forked = try await office.check(against: known)
        #expect(
          findings(forked).contains { $0.hasPrefix("checkpoint ") && $0.contains("not those it was signed over") })
        try await office.close()
      }
    }
  }

  @Test func aBackupOfAnotherHistoryIsRefused() async throws {
    try await TestOffice.with(.sqlite) { test in
      let (backup, known) = try await test.backupAndMore()
      try await TestEngine.sqlite.withDatabase { other in
        let premises = test.otherPremises(on: other)
        _ = try await premises.restore(backup, clock: test.clock)
        let office = try await premises.open(clock: test.clock)
        for _ in 0..<5 {
          _ = try await office.perform(
            SetDirectory([.unitSet(try #require(try await office.directory()?.unitsInOrder.first))]),
            by: .rule("rule.test"), operation: office.newOperation())
        }
        let fork = Backup(folder: "\(other.folder.path)/fork")
        _ = try await fork.make(of: office)
        try await office.close()
        _ = try await TestEngine.sqlite.withDatabase { third in
          await #expect(throws: Refusal(.restoreFork)) {
            try await test.otherPremises(on: third).restore(fork, known: known)
          }
        }
      }
    }
  }
}

extension TestOffice {
  /// A backup, and a checkpoint over three entries more.
  fileprivate func backupAndMore() async throws -> (Backup, known: String) {
    let matter = try await underwayMatter()
    let backup = Backup(folder: "\(database.folder.path)/backup")
    _ = try await backup.make(of: office)
    for number in 1...3 {
      try await act(
        ReportProgress(matter: matter, seen: nil, note: Words("第\(number)次"), onBehalf: nil), by: "xiaofang.ban")
    }
    try await office.publisher.publish()
    return (backup, try await latest())
  }
}
