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

/// A text erased by law is gone from everywhere; the ledger still agrees, and a restored backup does not bring it back.
@Suite struct EraseTests {
  private static let secret = "柳湾镇三组王某某家中"

  @Test(arguments: TestEngine.all) func anErasedTextIsInNoTable(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let matter = try await test.amended(to: EraseTests.secret)
      let tables = Tables(engine: test.office.engine)
      #expect(try await tables.holding(EraseTests.secret) == ["drafts", "listed", "matters", "saved_views", "texts"])
      #expect(try await test.found("王某") == [matter])
      try await test.erase(EraseTests.secret)
      #expect(try await tables.holding(EraseTests.secret) == [])
      #expect(try await test.found("王某") == [])
      #expect(try await test.matter(matter)?.text.shown == Words.erasedMark)
      #expect(findings(try await test.office.check()) == [])
    }
  }

  @Test func noFileOfTheDatabaseHoldsItsBytes() async throws {
    try await TestOffice.with(.sqlite) { test in
      _ = try await test.amended(to: EraseTests.secret)
      #expect(try test.filesHolding(EraseTests.secret) != [])
      try await test.erase(EraseTests.secret)
      #expect(try test.filesHolding(EraseTests.secret) == [])
      // The search keeps pairs of characters.
      #expect(try test.filesHolding("王某") == [])
    }
  }

  /// The ledger says erased, the journal does not: a crash came between. The next start ends it.
  @Test(arguments: TestEngine.all) func aStartFinishesAnErasure(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      _ = try await test.amended(to: EraseTests.secret)
      let seal = try await test.erase(EraseTests.secret)
      let journal = "\(test.premises.keys)/erasures.journal"
      #expect(try String(contentsOfFile: journal, encoding: .utf8) == "\(seal)\n")
      try FileManager.default.removeItem(atPath: journal)
      try await test.office.close()
      try await test.premises.open(clock: test.clock).close()
      #expect(try String(contentsOfFile: journal, encoding: .utf8) == "\(seal)\n")
    }
  }

  @Test(arguments: TestEngine.all) func aRestoreErasesAgain(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      _ = try await test.amended(to: EraseTests.secret)
      let backup = Backup(folder: "\(test.database.folder.path)/backup")
      _ = try await backup.make(of: test.office)
      try await test.erase(EraseTests.secret)
      try await engine.withDatabase { other in
        let premises = test.otherPremises(on: other)
        #expect(try await premises.restore(backup, clock: test.clock).erasedAgain == 1)
        let office = try await premises.open(clock: test.clock)
        #expect(try await Tables(engine: office.engine).holding(EraseTests.secret) == [])
        #expect(findings(try await office.check()) == [])
        try await office.close()
      }
    }
  }

  /// A duplicate is struck off with its target, with a conclusion that is sealed by itself: erasing one leaves the other whole.
  @Test(arguments: TestEngine.all) func aDuplicatesConclusionIsItsOwn(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let (duplicate, target) = (try await test.underwayMatter(), try await test.underwayMatter())
      let number = try #require(try await test.matter(target)?.number)
      try await test.act(MergeMatter(matter: duplicate, seen: nil, target: number, reason: Words("重复")), by: "tong")
      try await test.act(test.handIn("检查记录", to: target), by: "xiaofang.ban")
      try await test.act(Submit(matter: target, seen: nil, note: Words("完成"), onBehalf: nil), by: "xiaofang.ban")
      try await test.act(
        CloseOut(matter: target, seen: nil, conclusion: Words(EraseTests.secret), onSite: false), by: "yan")
      let tables = Tables(engine: test.office.engine)
      for left in [2, 1] {
        #expect(try await test.erasable(EraseTests.secret) == left)
        try await test.erase(EraseTests.secret)
        #expect(findings(try await test.office.check()) == [])
      }
      #expect(try await tables.holding(EraseTests.secret) == [])
      for matter in [duplicate, target] {
        #expect(try await test.matter(matter)?.closure?.conclusion.shown == Words.erasedMark)
      }
    }
  }

  @Test func onlyAnAdministratorErases() async throws {
    try await TestOffice.with(.sqlite) { test in
      _ = try await test.amended(to: EraseTests.secret)
      let seal = try await test.seal(of: EraseTests.secret)
      await #expect(throws: Refusal(.roleMissing, ["role": "administrator"])) {
        try await test.act(EraseText(seal: seal, reason: Words("依法")), by: "tong")
      }
    }
  }
}

extension TestOffice {
  /// A matter, and a draft beside it, whose text is `secret`.
  fileprivate func amended(to secret: String) async throws -> MatterID {
    let meeting = try await bulletin([draft("要加强消防安全检查。"), draft("要完善预案。")])
    let matter = try await act(IssueClauses(meeting: meeting, clauses: [0]), by: "tong")[0]
    try await act(Amend(matter: matter, seen: nil, text: Words(secret), reason: Words("写明地点")), by: "tong")
    try await act(SaveDraft(meeting: meeting, clause: 1, draft: draft("检查\(secret)。")), by: "tong")
    try await office.saveView(Operations.MatterFilter(), name: Words(secret), of: OfficerID(trusted: "tong"))
    return matter
  }

  fileprivate func found(_ words: String) async throws -> [MatterID] {
    let tong = try #require(try await office.directory()?.officers[OfficerID(trusted: "tong")])
    return try await office.matterList(Operations.MatterFilter(words: words), for: tong).rows.map(\.matter.id)
  }

  @discardableResult
  fileprivate func erase(_ text: String) async throws -> String {
    let seal = try await seal(of: text)
    try await act(EraseText(seal: seal, reason: Words("当事人申请删除")), by: "guan")
    return seal
  }

  fileprivate func seal(of text: String) async throws -> String {
    let rows = try await office.ask { (session: any SQLSession) throws(StorageError) in
      try session.rows("SELECT seal FROM texts WHERE body = $1", [.text(text)])
    }
    return try #require(try rows.first?.text(0))
  }

  /// Under how many seals the text lies.
  fileprivate func erasable(_ text: String) async throws -> Int {
    try await office.ask { (session: any SQLSession) throws(StorageError) in
      try session.rows("SELECT seal FROM texts WHERE body = $1", [.text(text)]).count
    }
  }

  fileprivate func filesHolding(_ text: String) throws -> [String] {
    let needle = Data(text.utf8)
    return try FileManager.default.subpathsOfDirectory(atPath: premises.data).filter { name in
      guard let data = FileManager.default.contents(atPath: "\(premises.data)/\(name)") else { return false }
      return data.range(of: needle) != nil
    }
  }
}

extension Tables {
  /// The tables in any column of which the text stands.
  fileprivate func holding(_ text: String) async throws -> [String] {
    var found: [String] = []
    for table in try await names().sorted() {
      let holds = try await content(of: table).rows.contains { row in
        row.values.contains { value in
          if case .text(let body) = value { body.contains(text) } else { false }
        }
      }
      if holds { found.append(table) }
    }
    return found
  }
}
