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

/// An old bulletin read by new words: the difference is shown, and a person's work is never disturbed.
@Suite struct RereadTests {
  private static let text = """
    清河区召开安全生产工作调度会议
    2026年2月27日上午，副区长林知远主持召开全区安全生产工作调度会议。各街镇负责同志参加会议。
    会议强调，要开展铁皮屋排查整治。要清理铁皮屋周边杂物。要检查铁皮屋用电。要拆除闲置铁皮屋。要做好铁皮屋台账登记。要增设铁皮屋灭火沙箱。
    """

  private struct Desk {
    let test: TestOffice
    let id: MeetingID

    init(_ test: TestOffice, text: String = RereadTests.text) async throws {
      self.test = test
      id = try await test.office.receive(
        BulletinUpload(bytes: Array(text.utf8), name: "通报.txt", day: nil),
        by: .officer(OfficerID(trusted: "tong")), operation: test.office.newOperation())
    }

    init(_ test: TestOffice, id: MeetingID) { (self.test, self.id) = (test, id) }

    func meeting() async throws -> Meeting {
      let (district, id) = (test.office.district, id)
      return try #require(
        try await test.office.ask { (session) throws(StorageError) in try MeetingStore(session, district).load(id) })
    }

    /// The same bulletin, received with its first two requirements in one.
    func asAnOlderReaderCutIt() async throws -> MeetingID {
      let (office, record) = (test.office, try await meeting().record)
      let (first, second) = (record.clauses[0], record.clauses[1])
      let text = Array(try #require(record.text.text).utf8)
      let merged = Clause(
        text: Words(String(decoding: text[first.shown.start..<second.shown.end], as: UTF8.self)),
        shown: SourceSpan(start: first.shown.start, end: second.shown.end),
        span: SourceSpan(start: first.span.start, end: second.span.end), kind: .action, persons: false,
        fields: first.fields, units: [], deadline: nil, speaker: nil, rule: "item.modal", confidence: 80)
      let source = try office.evidence.store(
        Array(RereadTests.text.utf8), name: "旧通报.txt", note: nil, type: "text/plain",
        id: EvidenceID(trusted: office.newIdentifier()), salt: office.secret(count: 16))
      let older = MeetingRecord(
        title: record.title, day: record.day, chair: record.chair, attendance: record.attendance, units: record.units,
        instructions: [], heard: [], circulated: [], reported: [], text: record.text, source: source,
        clauses: [merged] + record.clauses.dropFirst(2), damage: [])
      let review = try #require(try await office.intakeReview(id, for: nil))
      let drafts = ([0] + (2..<record.clauses.count)).map { number -> Draft in
        let line = review.clauses[number].draft
        return Draft(
          text: number == 0 ? merged.text.shown : line.text.shown, fields: line.fields, lead: line.lead,
          supporting: [], fanOut: [], leader: line.leader, due: line.dueReason?.due, urgency: line.urgency,
          standard: line.standard, duty: nil, reasons: [], confirmed: false)
      }
      return try await test.act(
        ReceiveBulletin(
          id: MeetingID(trusted: office.newIdentifier()), record: older, number: nil, drafts: drafts,
          sent: office.newIdentifier()), by: "tong")
    }

    var reading: Rereading { get async throws { try #require(try await test.office.rereading(of: id)) } }

    func clause(_ words: String) async throws -> IntakeClause {
      let review = try #require(try await test.office.intakeReview(id, for: nil))
      return try #require(review.clauses.first { $0.words.shown.contains(words) })
    }

    func take(_ places: [Int], seen: Int) async throws {
      try await test.office.takeReading(
        of: id, places: places, seen: seen, by: .officer(OfficerID(trusted: "tong")),
        operation: test.office.newOperation())
    }

    func confirm(_ words: String, confirms: Bool = true) async throws {
      let clause = try await clause(words)
      let edit = DraftEdit(
        text: clause.draft.text.shown + "（限期）", duty: nil, fields: clause.draft.fields,
        lead: UnitID(trusted: "xiaofang"),
        supporting: [], fanOut: .none, leader: nil, due: CivilDate("2026-03-20"), urgency: .normal, standard: "paper")
      try await test.act(
        ConfirmDraft(meeting: id, clause: clause.index, edit: edit, confirms: confirms, seen: nil), by: "tong")
    }

    /// 铁皮屋 speaks for fire from now on.
    func addWord() async throws {
      try await test.act(
        SetWords(list: .field(.fire), added: [WordEntry(word: "铁皮屋", beside: "9")], dropped: [], seen: nil), by: "tong")
    }
  }

  @Test func byTheSameWordsNothingDiffers() async throws {
    try await TestOffice.with(.sqlite) { test in
      let reading = try await Desk(test).reading
      #expect(reading.clauses.isEmpty)
      #expect(reading.facts.isEmpty)
      #expect(reading.same == 6)
      #expect(reading.refusal == nil)
    }
  }

  @Test(arguments: TestEngine.all) func onlyWhatNobodyTouchedTakesTheNewReading(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let desk = try await Desk(test)
      try await desk.confirm("周边杂物")
      try await desk.confirm("用电", confirms: false)
      try await desk.confirm("闲置")
      try await test.act(
        IssueClauses(meeting: desk.id, clauses: [try await desk.clause("闲置").index]), by: "tong")
      try await test.act(
        SetClauseAside(meeting: desk.id, clause: try await desk.clause("台账").index, reason: Words("已另行部署")), by: "tong")
      try await desk.addWord()
      let reading = try await desk.reading
      // 灭火 had decided the last one already.
      #expect(reading.clauses.count == 5)
      #expect(reading.same == 1)
      #expect(reading.takeable.map { $0.before.map(\.words.shown) } == [["要开展铁皮屋排查整治"]])
      for difference in reading.clauses {
        let fields = try #require(difference.parts.first { $0.part == .fields })
        #expect(fields.after == [.field(.fire)])
      }
      let places = reading.clauses.map(\.place)
      // Neither can the others be slipped in.
      await refused(.readingStale) { try await desk.take(places, seen: reading.mark) }
      await refused(.nothingToTake) { try await desk.take([], seen: reading.mark) }
      let confirmed = try await desk.clause("周边杂物")
      try await desk.take(reading.takeable.map(\.place), seen: reading.mark)
      #expect(try await desk.clause("排查整治").draft.fields == [.fire])
      #expect(try await desk.clause("排查整治").state == .undecided)
      let after = try await desk.clause("周边杂物")
      #expect(after.version == confirmed.version && after.draft.text == confirmed.draft.text)
      #expect(try await desk.reading.clauses.count == 4)
      await refused(.readingStale) { try await desk.take([places[0]], seen: reading.mark) }
      // Words that changed after the page was shown make it stale, too.
      let shown = try await desk.reading.mark
      try await test.act(SetWords(list: .field(.fire), added: [], dropped: [], seen: nil), by: "tong")
      await refused(.readingStale) { try await desk.take([places[0]], seen: shown) }
      try await desk.addWord()
      // The clerk can take it back.
      try await test.act(UndoIntake(meeting: desk.id), by: "tong")
      #expect(try await desk.clause("排查整治").draft.fields == [.productionSafety])
      #expect(try await desk.reading.takeable.count == 1)
      #expect(try await test.office.check().differences.isEmpty)
    }
  }

  @Test func aKindThatAPersonSaidStays() async throws {
    try await TestOffice.with(.sqlite) { test in
      let desk = try await Desk(test, text: Self.text + "要加强值班值守。\n")
      let clause = try await desk.clause("台账")
      try await test.act(SetClauseKind(meeting: desk.id, clause: clause.index, isSlogan: true), by: "tong")
      let reading = try await desk.reading
      #expect(reading.clauses.isEmpty)
      // A word set aside makes a slogan of another; taken over, it can be undone.
      try await test.act(
        SetWords(list: .action, added: [], dropped: ["值班", "值守"], seen: nil), by: "tong")
      let changed = try await desk.reading
      let difference = try #require(changed.clauses.first { $0.before.contains { $0.words.shown.contains("值班") } })
      #expect(difference.parts.map(\.part).contains(.kind))
      try await desk.take([difference.place], seen: changed.mark)
      #expect(try await desk.clause("值班").isSlogan)
      #expect(try await desk.reading.clauses.isEmpty)
      // It is the reader's word and no person's: with the words back, it is read as before.
      try await test.act(SetWords(list: .action, added: [], dropped: [], seen: nil), by: "tong")
      #expect(try await desk.reading.takeable.count == 1)
      try await test.act(UndoIntake(meeting: desk.id), by: "tong")
      #expect(try await desk.clause("值班").isSlogan == false)
      #expect(try await desk.reading.clauses.isEmpty)
    }
  }

  /// The reader cuts otherwise today: one place of three becomes two requirements, and gives way again as one step.
  @Test(arguments: TestEngine.all) func aCutOfTheReadersIsTakenAndUndone(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let today = try await Desk(test)
      let words = try #require(try await test.office.intakeReview(today.id, for: nil)).clauses.prefix(2).map(
        \.words.shown)
      let desk = Desk(test, id: try await today.asAnOlderReaderCutIt())
      try await desk.addWord()
      let reading = try await desk.reading
      let cut = try #require(reading.clauses.first { $0.parts.isEmpty })
      #expect(cut.before.count == 1 && cut.after.map(\.shown) == words)
      #expect(cut.canBeTaken)
      let places = reading.takeable.map(\.place)
      #expect(places.count > 1)
      try await desk.take(places, seen: reading.mark)
      #expect(try await desk.clause("排查整治").words.shown == words[0])
      #expect(try await desk.clause("周边杂物").draft.fields == [.fire])
      #expect(try await desk.reading.clauses.isEmpty)
      try await test.act(UndoIntake(meeting: desk.id), by: "tong")
      #expect(try await desk.reading.clauses.count == reading.clauses.count)
      #expect(try await desk.clause("闲置").draft.fields == [.productionSafety])
      #expect(!(try await test.office.check().differences.contains { $0.table == "meetings" }))
    }
  }

  /// What was erased by law is not read out of the file again.
  @Test func anErasedTextIsNotReadAgain() async throws {
    try await TestOffice.with(.sqlite) { test in
      let desk = try await Desk(test)
      let seal = try #require(try await desk.meeting().record.text.seal)
      try await test.act(EraseText(seal: seal, reason: Words("依法删除")), by: "guan")
      await refused(.sourceErased) { _ = try await test.office.rereading(of: desk.id) }
      await refused(.sourceErased) { _ = try await test.office.bulletinRepairs(desk.id) }
      #expect(try await test.office.wordEffects(onLatest: 6).map(\.problem?.code) == [.sourceErased])
    }
  }

  @Test func whatAPersonCutStaysCut() async throws {
    try await TestOffice.with(.sqlite) { test in
      let desk = try await Desk(test)
      let clause = try await desk.clause("排查整治")
      _ = try await test.office.recut(
        desk.id, .split(clause.index, words: "要开展铁皮屋\n排查整治"), seen: [],
        by: .officer(OfficerID(trusted: "tong")), operation: test.office.newOperation())
      try await desk.addWord()
      let reading = try await desk.reading
      #expect(reading.byHand == 2)
      #expect(!reading.clauses.contains { $0.before.contains { $0.words.shown.contains("排查整治") } })
    }
  }

  @Test func aBulletinStillCutsAfterTheWordsChanged() async throws {
    try await TestOffice.with(.sqlite) { test in
      let desk = try await Desk(test)
      try await desk.addWord()
      let clause = try await desk.clause("排查整治")
      let made = try await test.office.recut(
        desk.id, .split(clause.index, words: "要开展铁皮屋\n排查整治"), seen: [],
        by: .officer(OfficerID(trusted: "tong")), operation: test.office.newOperation())
      #expect(made.count == 2)
    }
  }

  @Test func theLatestBulletinsAreHeldAgainstTodaysWords() async throws {
    try await TestOffice.with(.sqlite) { test in
      let desk = try await Desk(test)
      try await desk.addWord()
      let effects = try await test.office.wordEffects(onLatest: 6)
      #expect(effects.map(\.meeting.id) == [desk.id])
      #expect(effects[0].differ == 5 && effects[0].same == 1 && effects[0].problem == nil)
      #expect(try await test.office.rereading(of: MeetingID(trusted: "nowhere")) == nil)
    }
  }
}
