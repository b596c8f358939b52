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

/// The intake between clerks: cutting anew, undoing, and two of them at one bulletin.
@Suite struct IntakeTests {
  static let text = """
    清河区召开安全生产工作调度会议
    2026年2月27日上午，副区长林知远主持召开全区安全生产工作调度会议。各街镇负责同志参加会议。
    会议强调，要加强人员密集场所的消防安全检查，住房和城乡建设局要在3月20日前完成建筑工地塔吊核查。要加快推进街镇消防站建设，3月底前完成。要牢牢守住安全底线。
    信访方面，要加强稳控工作，各街镇要完善工作预案。
    """

  /// What the clerks of a test do to one bulletin.
  struct Desk {
    let test: TestOffice
    let id: MeetingID
    static let tong = OfficerID(trusted: "tong")
    static let qiao = OfficerID(trusted: "qiao")

    init(_ test: TestOffice) async throws {
      self.test = test
      id = try await test.office.receive(
        BulletinUpload(bytes: Array(IntakeTests.text.utf8), name: "通报.txt", day: nil), by: .officer(Desk.tong),
        operation: test.office.newOperation())
    }

    func review(_ viewer: OfficerID = tong) async throws -> IntakeReview {
      try #require(try await test.office.intakeReview(id, for: viewer))
    }

    func clause(_ words: String) async throws -> IntakeClause {
      try #require(try await review().clauses.first { $0.words.shown.contains(words) })
    }

    @discardableResult func recut(_ cut: ClauseCut, seen: [Int] = [], by officer: OfficerID = tong) async throws
      -> [Int]
    {
      try await test.office.recut(id, cut, seen: seen, by: .officer(officer), operation: test.office.newOperation())
    }

    @discardableResult func undo(by officer: OfficerID = tong) async throws -> Int {
      try await test.act(UndoIntake(meeting: id), by: .officer(officer))
    }

    func save(
      _ clause: IntakeClause, _ text: String, seen: Int?, confirms: Bool = false, by officer: OfficerID = tong
    ) async throws {
      let edit = DraftEdit(
        text: text, duty: nil, fields: [.fire], lead: UnitID(trusted: "xiaofang"), supporting: [], fanOut: .none,
        leader: nil, due: CivilDate("2026-03-20"), urgency: .normal, standard: "paper")
      try await test.act(
        ConfirmDraft(meeting: id, clause: clause.index, edit: edit, confirms: confirms, seen: seen),
        by: .officer(officer))
    }

    func meeting() async throws -> Meeting {
      let (district, id) = (test.office.district, id)
      let found = try await test.office.ask { (session: any SQLSession) throws(StorageError) in
        try MeetingStore(session, district).load(id)
      }
      return try #require(found)
    }

    /// Every byte that a clause of the reader's covered is covered by the clauses that stand.
    func coversAll() async throws -> Bool {
      let meeting = try await meeting()
      let (clauses, standing) = (meeting.clauses, meeting.standing)
      return meeting.record.clauses.allSatisfy { old in
        (old.shown.start..<old.shown.end).allSatisfy { byte in
          standing.contains { clauses[$0].shown.start <= byte && byte < clauses[$0].shown.end }
        }
      }
    }
  }

  @Test(arguments: TestEngine.all) func aSplitClauseKeepsItsWordsAndGetsItsOwnDrafts(_ engine: TestEngine) async throws
  {
    try await TestOffice.with(engine) { test in
      let desk = try await Desk(test)
      let before = try await desk.review()
      let clause = try await desk.clause("消防安全检查")
      let words = clause.cutWords
      let cut = try #require(words.range(of: "住房和城乡"))
      let parts = "\(words[..<cut.lowerBound])\n\(words[cut.lowerBound...])"
      let made = try await desk.recut(.split(clause.index, words: parts), seen: [clause.version])
      #expect(made.count == 2)
      let after = try await desk.review()
      #expect(after.clauses.count == before.clauses.count + 1)
      let pieces = made.map { number in after.clauses.first { $0.index == number } }
      #expect(pieces.compactMap { $0?.cutWords }.joined() == words)
      let second = try #require(pieces[1])
      #expect(second.draft.lead?.text == "zhujian")
      #expect(second.draft.due == CivilDate("2026-03-20"))
      #expect(second.span.end == clause.span.end && pieces[0]?.span.start == clause.span.start)
      #expect(try await desk.coversAll())
      #expect(try await test.office.check().differences == [])

      // Undone, the clause stands again with the number it had, and the record tells of both.
      #expect(try await desk.undo() == clause.index)
      #expect(try await desk.review().clauses.map(\.index) == before.clauses.map(\.index))
      #expect(try await desk.meeting().clauses.count == before.clauses.count + 2)
      #expect(try await test.office.check().differences == [])
    }
  }

  @Test(arguments: TestEngine.all) func neighboursMerge(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let desk = try await Desk(test)
      let before = try await desk.review().clauses
      let first = try #require(before.first { $0.next != nil && !$0.isAboutPersons })
      let next = try #require(first.next)
      let made = try await desk.recut(.merge(first.index), seen: [first.version, next.version])
      let merged = try #require(try await desk.review().clauses.first { $0.index == made[0] })
      let second = try #require(before.first { $0.index == next.index })
      #expect(merged.span == SourceSpan(start: first.span.start, end: second.span.end))
      #expect(merged.words.shown.hasPrefix(first.words.shown) && merged.words.shown.hasSuffix(second.words.shown))
      #expect(try await desk.coversAll())
      // What was merged can be issued, and its matter points to the place in the text.
      try await desk.save(merged, "要检查并完成。", seen: merged.version, confirms: true)
      let matters = try await test.act(IssueClauses(meeting: desk.id, clauses: [merged.index]), by: "tong")
      let officer = try #require(try await test.office.directory()?.officers[Desk.tong])
      let sheet = try #require(try await test.office.matterSheet(matters[0], for: officer))
      #expect(sheet.source?.words.shown == merged.words.shown)
      #expect(sheet.source?.span == merged.span)
      #expect(try await test.office.check().differences == [])
    }
  }

  @Test(arguments: TestEngine.all) func passedOverWordsAreAdded(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let desk = try await Desk(test)
      let count = try await desk.review().clauses.count
      let made = try await desk.recut(.add(words: "各街镇负责同志参加会议", at: nil))
      let added = try #require(try await desk.review().clauses.first { $0.index == made[0] })
      #expect(added.words.shown == "各街镇负责同志参加会议" && added.state == .undecided)
      let bytes = Array(Self.text.utf8)
      #expect(String(decoding: bytes[added.span.start..<added.span.end], as: UTF8.self) == "各街镇负责同志参加会议")
      for (words, code) in [("没有这句话", "clause.not_found"), ("各街镇负责", "clause.overlap"), ("会议", "clause.several")] {
        let refusal = await #expect(throws: Refusal.self) { try await desk.recut(.add(words: words, at: nil)) }
        #expect(refusal?.problems.map(\.code.code) == [code])
      }
      try await desk.undo()
      #expect(try await desk.review().clauses.count == count)
    }
  }

  @Test func cutsThatDoNotFitAreRefused() async throws {
    try await TestOffice.with(.sqlite) { test in
      let desk = try await Desk(test)
      let clause = try await desk.clause("消防站")
      let persons = try #require(try await desk.review().clauses.first(where: \.isAboutPersons))
      let last = try #require(try await desk.review().clauses.last)
      let cut = try #require(persons.cutWords.range(of: "稳控"))
      let torn = persons.cutWords[..<cut.lowerBound] + "稳\n控" + persons.cutWords[cut.upperBound...]
      let wrong: [(ClauseCut, String)] = [
        (.split(clause.index, words: clause.cutWords), "clause.cut"),
        (.split(clause.index, words: "改了\n字"), "clause.cut"),
        (.split(clause.index, words: clause.cutWords + "\n"), "clause.cut"),
        (.split(99, words: "a\nb"), "clause.unknown"), (.merge(last.index), "clause.cut"),
      ]
      for (cut, code) in wrong {
        let refusal = await #expect(throws: Refusal.self) { try await desk.recut(cut) }
        #expect(refusal?.problems.map(\.code.code) == [code], "\(cut)")
      }
      // A cut through the words about persons would make two clauses that are not about them (DESIGN §7).
      let refusal = await #expect(throws: Refusal.self) {
        try await desk.recut(.split(persons.index, words: String(torn)))
      }
      #expect(refusal?.problems.map(\.code) == [.clauseCutPersons])
      // Between them, one of the pieces stays about persons.
      let whole = try #require(persons.cutWords.range(of: "，"))
      let parts = persons.cutWords[..<whole.upperBound] + "\n" + persons.cutWords[whole.upperBound...]
      let made = try await desk.recut(.split(persons.index, words: String(parts)))
      let pieces = try await desk.review().clauses.filter { made.contains($0.index) }
      #expect(pieces.map(\.isAboutPersons) == [true, false])
      let stranger = await #expect(throws: Refusal.self) {
        try await desk.recut(.merge(clause.index), by: OfficerID(trusted: "xiaofang.ban"))
      }
      #expect(stranger?.problems.map(\.code.code) == ["meeting.coordinator_only"])
    }
  }

  @Test(arguments: TestEngine.all) func twoClerksDoNotOverwriteEachOther(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let desk = try await Desk(test)
      let shown = try await desk.clause("消防站")
      let since = test.office.now
      test.clock.advance(minutes: 1)
      try await desk.save(shown, "甲写的", seen: shown.version)
      let late = await #expect(throws: Refusal.self) {
        try await desk.save(shown, "乙写的", seen: shown.version, by: Desk.qiao)
      }
      #expect(late?.problems.map(\.code) == [.draftStale])
      #expect(late?.problems.first?.values["who"]?.isEmpty == false)
      let asides = await #expect(throws: Refusal.self) {
        try await test.act(
          SetClauseAside(meeting: desk.id, clause: shown.index, reason: Words("不列入"), seen: shown.version),
          by: .officer(Desk.qiao))
      }
      #expect(asides?.problems.map(\.code) == [.draftStale])
      let now = try await desk.clause("消防站")
      #expect(now.draft.text.shown == "甲写的" && now.changed?.by.id == Desk.tong)
      let news = try #require(try await test.office.intakeNews(desk.id, since: since, but: Desk.qiao))
      #expect(news.lines.map(\.clause) == [shown.index])
      #expect(try await test.office.intakeNews(desk.id, since: since, but: Desk.tong) == nil)
      try await desk.save(shown, "乙写的", seen: now.version, by: Desk.qiao)
      #expect(try await desk.clause("消防站").draft.text.shown == "乙写的")
      // What somebody else has written over is not taken back.
      let undo = await #expect(throws: Refusal.self) { try await desk.undo() }
      #expect(undo?.problems.map(\.code) == [.undoOvertaken])
    }
  }

  @Test(arguments: TestEngine.all) func severalStepsAreUndone(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let desk = try await Desk(test)
      let start = try await desk.review()
      let clause = try await desk.clause("消防站")
      try await test.act(
        SetClauseAside(meeting: desk.id, clause: clause.index, reason: Words("不列入"), seen: clause.version), by: "tong")
      let other = try await desk.clause("消防安全检查")
      try await test.act(
        SetClauseKind(meeting: desk.id, clause: other.index, isSlogan: true, seen: other.version), by: "tong")
      #expect(try await desk.clause("消防安全检查").isSlogan)
      try await desk.save(other, "先写一半", seen: nil)
      try await desk.save(other, "写完", seen: nil)
      try await desk.save(other, "写完", seen: nil, confirms: true)
      // Saving again and again is one step.
      #expect(try await desk.review().undo?.kind == .confirmed)
      try await desk.undo()
      #expect(try await desk.review().undo?.kind == .edited)
      try await desk.undo()
      #expect(try await desk.clause("消防安全检查").draft.text.shown == other.draft.text.shown)
      try await desk.undo()
      #expect(try await !desk.clause("消防安全检查").isSlogan)
      try await desk.undo()
      let end = try await desk.review()
      #expect(end.clauses.map(\.state) == start.clauses.map(\.state))
      #expect(end.undo == nil)
      let nothing = await #expect(throws: Refusal.self) { try await desk.undo() }
      #expect(nothing?.problems.map(\.code) == [.undoNothing])
      // A page from before all this is stale.
      let stale = await #expect(throws: Refusal.self) { try await desk.save(clause, "旧页", seen: clause.version) }
      #expect(stale?.problems.map(\.code) == [.draftStale])
      #expect(try await test.office.check().differences == [])
    }
  }

  @Test func whatWasSetAsideIsTakenUpAgain() async throws {
    try await TestOffice.with(.sqlite) { test in
      let desk = try await Desk(test)
      let clause = try await desk.clause("消防站")
      try await test.act(SetClauseAside(meeting: desk.id, clause: clause.index, reason: Words("不列入")), by: "qiao")
      try await test.office.takeUp(
        clause.index, of: desk.id, by: .officer(Desk.tong), operation: test.office.newOperation())
      let again = try await desk.clause("消防站")
      #expect(again.state == .undecided && again.draft.lead == clause.draft.lead)
      let twice = await #expect(throws: Refusal.self) {
        try await test.office.takeUp(
          clause.index, of: desk.id, by: .officer(Desk.tong), operation: test.office.newOperation())
      }
      #expect(twice?.problems.map(\.code.code) == ["clause.not_aside"])
    }
  }

  @Test func issuingAllVouchesForWhatWasShown() async throws {
    try await TestOffice.with(.sqlite) { test in
      let desk = try await Desk(test)
      for clause in try await desk.review().clauses {
        if clause.isAboutPersons {
          try await test.act(SetClauseAside(meeting: desk.id, clause: clause.index, reason: Words("涉人")), by: "tong")
        } else {
          try await desk.save(clause, "要完成第\(clause.index)项。", seen: clause.version, confirms: true)
        }
      }
      let shown = try await desk.review()
      let first = try #require(shown.clauses.first)
      try await desk.save(first, "同事后来改的。", seen: nil, confirms: true, by: Desk.qiao)
      let stale = await #expect(throws: Refusal.self) {
        try await test.act(IssueClauses(meeting: desk.id, clauses: [], seen: shown.version), by: "tong")
      }
      #expect(stale?.problems.map(\.code) == [.intakeStale])
      let now = try await desk.review().version
      #expect(try await !test.act(IssueClauses(meeting: desk.id, clauses: [], seen: now), by: "tong").isEmpty)
      #expect(try await desk.meeting().undecided.isEmpty)
    }
  }

  @Test func theRepairsAreShownFromTheFile() async throws {
    try await TestOffice.with(.sqlite) { test in
      let text = Self.text.replacing("消防站", with: "消(xiāo)防(fáng)站").replacing("会议强调", with: "會議強調")
      let id = try await test.office.receive(
        BulletinUpload(bytes: Array(text.utf8), name: "通报.txt", day: nil), by: .officer(Desk.tong),
        operation: test.office.newOperation())
      let repairs = try #require(try await test.office.bulletinRepairs(id))
      #expect(repairs.simplified.contains { $0.from == "會" && $0.to == "会" })
      let pinyin = repairs.repairs.filter { $0.rule == "repair.pinyin" }
      #expect(pinyin.count == 2)
      for line in pinyin {
        let bytes = Array(text.utf8)[line.span.start..<line.span.end]
        #expect(line.source == String(decoding: bytes, as: UTF8.self))
      }
      // Side by side nothing is missing on either side, and what differs is marked.
      let pieces = repairs.paragraphs.flatMap(\.pieces)
      #expect(pieces.map(\.shown).joined() == Self.text.filter { !$0.isNewline })
      #expect(pieces.map(\.source).joined() == text.filter { !$0.isNewline })
      let changed = pieces.filter { $0.kind == .repaired }
      #expect(changed.map(\.source) == ["會議強調", "(xiāo)", "(fáng)"])
      #expect(changed.map(\.shown) == ["会议强调", "", ""])
      #expect(pieces.filter { $0.kind == .same }.allSatisfy { $0.source == $0.shown })
    }
  }
}
