import Directory
import Formats
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

/// The words and terms that a district sets for itself.
@Suite struct WordTests {
  private static let text = """
    清河区召开安全生产工作调度会议
    2026年2月27日上午，副区长林知远主持召开全区安全生产工作调度会议。各街镇负责同志参加会议。
    会议强调，要开展铁皮屋排查整治。要加强值班值守。
    """

  private static func receive(_ test: TestOffice, _ text: String = text) async throws -> MeetingID {
    try await test.office.receive(
      BulletinUpload(bytes: Array(text.utf8), name: "通报.txt", day: nil), by: .officer(OfficerID(trusted: "tong")),
      operation: test.office.newOperation())
  }

  private static func clause(_ test: TestOffice, _ id: MeetingID, _ words: String) async throws -> IntakeClause {
    let review = try #require(try await test.office.intakeReview(id, for: nil))
    return try #require(review.clauses.first { $0.words.shown.contains(words) })
  }

  private static func set(
    _ list: WordList, add added: [WordEntry] = [], drop dropped: [String] = [], seen: Int? = nil
  ) -> SetWords { SetWords(list: list, added: added, dropped: dropped, seen: seen) }

  @Test(arguments: TestEngine.all) func aWordOfTheDistrictDecidesTheNextBulletin(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let before = try await Self.receive(test)
      #expect(try await Self.clause(test, before, "铁皮屋").draft.fields == [.productionSafety])
      try await test.act(Self.set(.field(.fire), add: [WordEntry(word: "铁皮屋", beside: "5")]), by: "tong")
      let after = try await Self.receive(test, Self.text.replacing("2月27日", with: "2月26日"))
      #expect(try await Self.clause(test, after, "铁皮屋").draft.fields == [.fire])
      // What was read before stays as it was read.
      #expect(try await Self.clause(test, before, "铁皮屋").draft.fields == [.productionSafety])
      try await test.act(Self.set(.field(.fire)), by: "tong")
      let sheet = try await test.office.wordListSheet(.field(.fire))
      #expect(sheet.added.isEmpty)
      #expect(sheet.story.count == 2)
      guard case .words(_, let removed, _, _)? = sheet.story.last?.happening else {
        Issue.record("the list's story ends otherwise")
        return
      }
      #expect(removed.map(\.shown) == ["铁皮屋 5"])
    }
  }

  @Test func aShippedWordCanBeSetAside() async throws {
    try await TestOffice.with(.sqlite) { test in
      let shipped = try await test.office.wordListSheet(.action).shipped.map(\.word)
      #expect(shipped.contains("值守"))
      try await test.act(Self.set(.action, drop: ["值守", "值班"]), by: "guan")
      let id = try await Self.receive(test)
      #expect(try await Self.clause(test, id, "值班值守").isSlogan)
      let sheet = try await test.office.wordListSheet(.action)
      #expect(sheet.dropped == ["值守", "值班"])
      #expect(try await test.office.wordsAndTerms().lists.first { $0.list == .action }?.dropped == 2)
    }
  }

  /// DESIGN §7: the lists that protect persons grow, and nothing is taken out of them.
  @Test func theGuardingListsOnlyGrow() async throws {
    try await TestOffice.with(.sqlite) { test in
      for list in WordList.all where list.isGuard {
        let word = try #require(try await test.office.wordListSheet(list).shipped.first?.word)
        await refused(.wordGuarded) { try await test.act(Self.set(list, drop: [word]), by: "guan") }
      }
      let before = try await Self.receive(test, Self.text.replacing("要加强值班值守", with: "要对来访户逐户盯守"))
      let waiting = try await Self.clause(test, before, "逐户盯守")
      #expect(!waiting.isAboutPersons)
      try await test.act(Self.set(.persons, add: [WordEntry(word: "逐户盯守")]), by: "tong")
      // What waits is about persons from now on, and becomes a lawful duty like any other.
      let marked = try await Self.clause(test, before, "逐户盯守")
      #expect(marked.isAboutPersons && !marked.duties.isEmpty)
      func edit(duty: String?) -> DraftEdit {
        DraftEdit(
          text: waiting.words.shown, duty: duty, fields: [.petitions], lead: UnitID(trusted: "xiaofang"),
          supporting: [],
          fanOut: .none, leader: nil, due: CivilDate("2026-03-20"), urgency: .normal, standard: "paper")
      }
      await refused(.textPersons) {
        try await test.act(ConfirmDraft(meeting: before, clause: marked.index, edit: edit(duty: nil)), by: "tong")
      }
      try await test.act(ConfirmDraft(meeting: before, clause: marked.index, edit: edit(duty: "training")), by: "tong")
      #expect(try await Self.clause(test, before, "逐户盯守").draft.duty == "training")
      // Whoever wants to issue past it cannot take it out again.
      await refused(.roleMissing) { try await test.act(Self.set(.persons), by: "tong") }
      let id = try await Self.receive(test, Self.text.replacing("要加强值班值守", with: "要对来访户逐户盯守。要逐户盯守"))
      #expect(try await Self.clause(test, id, "逐户盯守").isAboutPersons)
      try await test.act(Self.set(.persons), by: "guan")
      #expect(try await test.office.wordListSheet(.persons).added.isEmpty)
      // A table with a column that the district named is refused at the door.
      try await test.act(Self.set(.watchColumns, add: [WordEntry(word: "盯守责任人")]), by: "tong")
      await refused(.rosterColumns) {
        _ = try await test.office.stageRegister(
          Array("序号,事项,稳控单位,盯守责任人\n1,巡查,某镇,某某\n".utf8), name: "台账.csv", operation: test.office.newOperation())
      }
    }
  }

  @Test func aWordThatCannotStandIsRefusedByName() async throws {
    try await TestOffice.with(.sqlite) { test in
      func add(_ word: String, _ beside: String? = nil, to list: WordList = .attitude) -> SetWords {
        Self.set(list, add: [WordEntry(word: word, beside: beside)])
      }
      await refused(.wordPlain) { try await test.act(add("燃氣安全"), by: "tong") }
      await refused(.wordShape) { try await test.act(add("气"), by: "tong") }
      await refused(.wordShape) { try await test.act(add("抓好，落实"), by: "tong") }
      await refused(.wordShape) { try await test.act(add(String(repeating: "长", count: 21)), by: "tong") }
      await refused(.wordShape) { try await test.act(add("住户13900001111"), by: "tong") }
      await refused(.wordKnown) { try await test.act(add("高度重视"), by: "tong") }
      await refused(.wordBeside) { try await test.act(add("气瓶", "10", to: .field(.gas)), by: "tong") }
      await refused(.wordBeside) { try await test.act(add("气瓶", nil, to: .field(.gas)), by: "tong") }
      await refused(.wordBeside) { try await test.act(add("各片区", "county", to: .tiers), by: "tong") }
      await refused(.wordTier) { try await test.act(add("全区镇街", "town", to: .tiers), by: "tong") }
      await refused(.wordNotShipped) { try await test.act(Self.set(.attitude, drop: ["没有的词"]), by: "tong") }
      let twice = [WordEntry(word: "抓紧抓实"), WordEntry(word: "抓紧抓实")]
      await refused(.wordTwice) { try await test.act(Self.set(.attitude, add: twice), by: "tong") }
      let many = (0...300).map { WordEntry(word: "词语\($0)") }
      await refused(.wordsMany) { try await test.act(Self.set(.attitude, add: many), by: "tong") }
      await refused(.roleMissing) { try await test.act(add("抓紧抓实"), by: "xiaofang.zhang") }
      try await test.act(add("抓紧抓实"), by: "tong")
      let seen = try await test.office.wordListSheet(.attitude).version
      try await test.act(Self.set(.attitude), by: "guan")
      await refused(.directoryStale) {
        try await test.act(Self.set(.attitude, add: [WordEntry(word: "抓紧抓实")], seen: seen), by: "tong")
      }
    }
  }

  @Test(arguments: TestEngine.all) func aTermOfTheDistrictCountsForDraftsToCome(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let first = try await Self.receive(test)
      let before = try await Self.clause(test, first, "铁皮屋")
      #expect(before.draft.dueReason?.due.rule == .calendarDays(20))
      func term(_ rule: DueRule?, _ source: String = "清政办〔2026〕3号第九条", seen: Int? = nil) -> SetTerm {
        SetTerm(code: "directive.default", rule: rule, source: Words(source), isRead: true, seen: seen)
      }
      await refused(.roleMissing) { try await test.act(term(.workdays(10)), by: "tong") }
      await refused(.termLength) { try await test.act(term(.workdays(0)), by: "guan") }
      await refused(.termLength) { try await test.act(term(.calendarDays(366)), by: "guan") }
      await refused(.termLength) { try await test.act(term(.on(CivilDate("2026-05-01")!)), by: "guan") }
      await refused(.termSource) { try await test.act(term(.workdays(10), "\u{200B}"), by: "guan") }
      await refused(.termSource) { try await test.act(term(.workdays(10), "\u{202E}第九条"), by: "guan") }
      try await test.act(term(.workdays(10), seen: 0), by: "guan")
      await refused(.directoryStale) { try await test.act(term(.workdays(8), seen: 0), by: "guan") }
      let second = try await Self.receive(test, Self.text.replacing("2月27日", with: "2月26日"))
      let after = try #require(try await Self.clause(test, second, "铁皮屋").draft.dueReason)
      #expect(after.due.rule == .workdays(10))
      #expect(after.due.source == "directive.default@1")
      #expect(after.practice?.source == "清政办〔2026〕3号第九条")
      #expect(after.practice?.checked == .statute)
      // A later setting changes nothing about how that day came about, and the shipped one can count again.
      try await test.act(term(.calendarDays(15)), by: "guan")
      #expect(try await Self.clause(test, second, "铁皮屋").draft.dueReason?.practice == after.practice)
      try await test.act(term(nil, "区政府办已废止"), by: "guan")
      await refused(.termIsShipped) { try await test.act(term(nil, "再来一次"), by: "guan") }
      let third = try await Self.receive(test, Self.text.replacing("2月27日", with: "2月25日"))
      #expect(try await Self.clause(test, third, "铁皮屋").draft.dueReason?.due.source == "directive.default")
      #expect(
        try await Self.clause(test, first, "铁皮屋").draft.dueReason?.practice?.checked == LegalReference.Checked.none)
      let sheet = try #require(try await test.office.termSheet("directive.default"))
      #expect(sheet.own == nil)
      #expect(sheet.version == 3)
      #expect(sheet.story.count == 3)
      #expect(try await test.office.termSheet("directive.nothing") == nil)
      #expect(try await test.office.check().differences.isEmpty)
    }
  }

  /// Every term that is the district's choice is set like that; what a statute fixes is not.
  @Test(arguments: TestEngine.all) func anyTermOfItsChoiceIsSet(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      func set(_ code: String, _ rule: DueRule?) async throws {
        try await test.act(
          SetTerm(code: code, rule: rule, source: Words("清政办〔2026〕3号第九条"), isRead: true, seen: nil), by: "guan")
      }
      await refused(.termFixed) { try await set("petition.decide", .calendarDays(50)) }
      await refused(.termFixed) { try await set("hazard.major", .calendarDays(200)) }
      await refused(.termUnknown) { try await set("directive.nothing", .calendarDays(5)) }
      await refused(.termLength) { try await set("complaint.refuse", .workHours(401)) }
      await refused(.termLength) { try await set("feedback.rectify", .endOfMonth(monthsLater: 25)) }
      await refused(.termLength) { try await set("meeting.report", .calendarDays(3)) }
      try await set("meeting.report", .workdays(2))
      try await set("complaint.refuse", .workHours(2))
      try await set("listed.rectify", .months(6))
      try await set("look_back.ordinary", .workdays(30))
      try await set("directive.verify", .workdays(5))
      let packs = try await test.office.packs()
      let today = test.office.today
      #expect(packs.term("listed.rectify", on: today)?.roll == .back)
      #expect(packs.term("complaint.refuse", on: today)?.rule == .workHours(2))
      #expect(packs.term("look_back.ordinary", on: today)?.code == "look_back.ordinary@1")
      // A matter that is submitted from now on is verified by the district's term, and says so.
      let matter = try await test.matterUnderway()
      try await test.act(test.photo(for: matter), by: "xiaofang.zhang")
      try await test.act(Submit(matter: matter, seen: nil, note: Words("已完成"), onBehalf: nil), by: "xiaofang.zhang")
      let kept = try await test.office.ask { (session: any SQLSession) throws(StorageError) in
        try MatterStore(session, test.office.district).load(matter)
      }
      #expect(kept?.life.verifyBy?.source == "directive.verify@1" && kept?.life.verifyBy?.rule == .workdays(5))
      let rows = try await test.office.wordsAndTerms().terms
      #expect(rows.prefix(2).map(\.code) == ["directive.default", "directive.immediate"])
      let petition = try #require(rows.first { $0.code == "petition.decide" })
      #expect(!petition.isAdjustable && petition.isOnlyReckoned && petition.reference?.article.isEmpty == false)
      #expect(try await test.wrong() == [])
    }
  }

  @Test func aListSetTwiceInTheSameWordsIsOneEntry() async throws {
    try await TestOffice.with(.sqlite) { test in
      let words = Self.set(.keyPeriods, add: [WordEntry(word: "庙会期间")])
      try await test.act(words, by: "tong")
      try await test.act(words, by: "tong")
      #expect(try await test.office.wordListSheet(.keyPeriods).story.count == 1)
    }
  }

  /// A column that the district names for lists of persons today leaves bulletins that were accepted readable.
  @Test func aGuardAddedLaterLeavesKeptFilesReadable() async throws {
    try await TestOffice.with(.sqlite) { test in
      let id = try await Self.receive(test, Self.text + "\n姓名\t职务代码\n林知远\t0701\n")
      try await test.act(Self.set(.rosterColumns, add: [WordEntry(word: "职务代码")]), by: "tong")
      await refused(.rosterColumns) {
        _ = try await Self.receive(test, Self.text.replacing("2月27日", with: "2月26日") + "\n姓名\t职务代码\n林知远\t0701\n")
      }
      #expect(try await test.office.rereading(of: id) != nil)
      #expect(try await test.office.bulletinRepairs(id) != nil)
      let clause = try await Self.clause(test, id, "铁皮屋")
      _ = try await test.office.recut(
        id, .split(clause.index, words: "要开展\n铁皮屋排查整治"), seen: [], by: .officer(OfficerID(trusted: "tong")),
        operation: test.office.newOperation())
    }
  }

  /// The words of a setting are erased by law like any other; what was reckoned by it stands.
  @Test func anErasedSourceLeavesTheTermAndShowsThatItIsGone() async throws {
    try await TestOffice.with(.sqlite) { test in
      try await test.act(
        SetTerm(
          code: "directive.default", rule: .workdays(10), source: Words("清政办〔2026〕3号第九条"), isRead: true, seen: nil),
        by: "guan")
      let id = try await Self.receive(test)
      let seal = try #require(try await test.office.termSheet("directive.default")?.own?.source.seal)
      try await test.act(EraseText(seal: seal, reason: Words("依法删除")), by: "guan")
      let due = try #require(try await Self.clause(test, id, "铁皮屋").draft.dueReason)
      #expect(due.due.rule == .workdays(10) && due.practice?.source == Words.erasedMark)
      #expect(try await test.office.termSheet("directive.default")?.own?.source.isErased == true)
    }
  }
}
