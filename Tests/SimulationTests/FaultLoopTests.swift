import Ground
import Ledger
import Matters
import Operations
import Simulation
import Storage
import TestDatabases
import TestOffice
import Testing

/// Every act fails at its first statement, at its second, and so on until it gets through; then its answer is lost.
/// Nothing is ever half done, and sending the same operation again applies it exactly once.
@Suite struct FaultLoopTests {
  @Test(arguments: TestEngine.all) func aLostTransactionLeavesNothingAndCanBeSentAgain(
    _ engine: TestEngine
  ) async throws {
    try await TestOffice.with(engine) { test in
      let loop = try await FaultLoop(test)
      let text = "各镇街要在一周内完成九小场所电动自行车违规充电清理。"
      let (record, drafts) = try await SampleBulletin.put(
        together: [SampleClause(text, .fire, ["shiqiao", "liuwan"], days: 7)], number: 1, day: test.office.today
      ).received(by: test.office)
      let meeting = try await loop.act(
        ReceiveBulletin(
          id: MeetingID(trusted: test.office.newIdentifier()), record: record, number: nil, drafts: drafts,
          sent: "bulletin"), by: "tong")
      var draft = drafts[0]
      draft.confirmed = true
      _ = try await loop.act(SaveDraft(meeting: meeting, clause: 0, draft: draft), by: "tong", entries: 0)
      let matters = try await loop.act(IssueClauses(meeting: meeting, clauses: [0]), by: "tong")
      let child = try #require(matters.dropFirst().first)
      _ = try await loop.act(Acknowledge(matter: child, seen: nil, handler: nil, onBehalf: nil), by: "shiqiao.zhang")
      let picture = try test.office.evidence.store(
        Picture.site(number: 1, width: 16, height: 12).png, name: "现场.png", note: nil, type: "image/png",
        id: EvidenceID(trusted: test.office.newIdentifier()), salt: test.office.secret(count: 16))
      _ = try await loop.act(
        AddEvidence(matter: child, seen: nil, evidence: picture, onBehalf: nil, sent: picture.digest), by: "shiqiao.ban"
      )
      _ = try await loop.act(Submit(matter: child, seen: nil, note: Words("完成"), onBehalf: nil), by: "shiqiao.ban")
      _ = try await loop.act(CloseOut(matter: child, seen: nil, conclusion: Words("属实"), onSite: true), by: "yan")
      _ = try await loop.act(FreezeReport(meeting: meeting), by: "tong")
      #expect(loop.failures > 60, "every statement of every act was cut once")
    }
  }
}

/// An office on an engine that fails when told to, beside the same office without.
private final class FaultLoop {
  private let test: TestOffice
  private let engine: FailingEngine
  private let office: Office
  private(set) var failures = 0

  init(_ test: TestOffice) async throws {
    self.test = test
    var failing: FailingEngine?
    office = try await test.premises.open(clock: test.clock) { real in
      let wrapped = FailingEngine(real)
      failing = wrapped
      return wrapped
    }
    engine = try #require(failing)
  }

  /// - Parameter entries: how many entries the act must leave; nil for at least one.
  func act<A: Act>(_ act: A, by officer: String, entries: Int64? = nil) async throws -> A.Outcome {
    let operation = office.newOperation()
    let before = try await size()
    var statement = 1
    while true {
      engine.failNext(at: statement)
      let error = await #expect(throws: Refusal.self) { try await self.perform(act, by: officer, operation) }
      #expect(error?.problems.map(\.code) == [.storageGone], "statement \(statement) of \(A.self)")
      failures += 1
      if engine.gotThrough { break }
      #expect(try await size() == before, "statement \(statement) of \(A.self) left something behind")
      statement += 1
    }
    let after = try await size()
    #expect(entries.map { after == before + $0 } ?? (after > before))
    // It was committed and nobody heard: the same operation again answers and changes nothing.
    let outcome = try await perform(act, by: officer, operation)
    #expect(try await size() == after)
    let check = try await test.office.check()
    #expect(check.differences == [])
    return outcome
  }

  private func perform<A: Act>(
    _ act: A, by officer: String, _ operation: OperationID
  ) async throws(Refusal) -> A.Outcome {
    try await office.perform(act, by: .officer(OfficerID(trusted: officer)), operation: operation)
  }

  private func size() async throws -> Int64 {
    let district = office.district
    return try await office.ask { (session: any SQLSession) throws(StorageError) in
      try TreeStore(session, district).head()?.size ?? 0
    }
  }
}
