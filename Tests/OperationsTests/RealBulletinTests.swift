import Directory
import Foundation
import Ground
import Matters
import Meetings
import Operations
import Packs
import Storage
import TestDatabases
import TestOffice
import Testing

/// The bulletin that describes the system goes through whole: read, drafted, decided clause by clause.
@Suite(.enabled(if: SharedSeed.bytes != nil, "skipped: ../shared/seed is not here"))
struct RealBulletinTests {
  @Test(arguments: TestEngine.all) func everyClauseBecomesAMatterOrANoAction(_ engine: TestEngine) async throws {
    let bytes = try #require(SharedSeed.bytes)
    try await TestOffice.with(engine) { test in
      let office = test.office
      let id = try await office.receive(
        BulletinUpload(bytes: bytes, name: "通报.txt", day: nil), by: .officer(OfficerID(trusted: "tong")),
        operation: office.newOperation())
      let review = try #require(try await office.intakeReview(id))
      #expect(review.clauses.count >= 24)
      let persons = review.clauses.filter(\.isAboutPersons)
      #expect(persons.count >= 3)

      for clause in review.clauses {
        try await decide(clause, of: id, in: test)
      }
      let tong = try #require(try await office.directory()?.officers[OfficerID(trusted: "tong")])
      let board = try #require(try await office.meetingBoard(id, filter: BoardFilter(), hand: nil, for: tong))
      #expect(board.undecided == 0)
      #expect(board.clauses.count == review.clauses.count)
      for clause in board.clauses where clause.isAboutPersons {
        if case .matter(let name, _) = clause.state {
          let matter = try #require(try await test.matter(name.id))
          #expect(!office.shippedPacks.words.personWords.contains { matter.text.shown.contains($0) })
        }
      }
      let check = try await office.check()
      #expect(check.differences == [])
    }
  }

  /// Slogans are set aside; a clause about persons first fails as worded and then becomes a lawful duty.
  private func decide(_ clause: IntakeClause, of meeting: MeetingID, in test: TestOffice) async throws {
    if clause.isSlogan {
      try await test.act(
        SetClauseAside(meeting: meeting, clause: clause.index, reason: Words("属于思想认识要求")), by: "tong")
      return
    }
    var draft = Draft(
      text: clause.draft.text.shown, fields: clause.draft.fields,
      lead: clause.draft.lead ?? UnitID(trusted: "anwei"), supporting: clause.draft.supporting, fanOut: [],
      leader: clause.draft.leader, due: clause.draft.dueReason?.due, urgency: .normal, standard: clause.draft.standard,
      duty: nil, reasons: [], confirmed: true)
    if clause.isAboutPersons {
      draft.text = clause.words.shown
      await #expect(throws: Refusal.self) {
        try await test.act(SaveDraft(meeting: meeting, clause: clause.index, draft: draft), by: "tong")
      }
      let duty = try #require(clause.duties.first)
      (draft.text, draft.duty) = (duty.text.shown, duty.code)
    }
    try await test.act(SaveDraft(meeting: meeting, clause: clause.index, draft: draft), by: "tong")
    try await test.act(IssueClauses(meeting: meeting, clauses: [clause.index]), by: "tong")
  }
}

/// The shared folder beside the repository, which is not part of it.
enum SharedSeed {
  static let bytes: [UInt8]? = {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<6 {
      folder.deleteLastPathComponent()
      let seed = folder.appendingPathComponent("shared/seed")
      let names = (try? FileManager.default.contentsOfDirectory(atPath: seed.path)) ?? []
      if let name = names.first(where: { $0.hasSuffix(".txt") }) {
        return FileManager.default.contents(atPath: seed.appendingPathComponent(name).path).map { [UInt8]($0) }
      }
    }
    return nil
  }()
}
