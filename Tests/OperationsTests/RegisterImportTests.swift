import Directory
import Formats
import Ground
import Matters
import Operations
import Registers
import Storage
import TestDatabases
import TestOffice
import Testing

/// An office's old register comes in whole or not at all, and goes back the same way.
@Suite struct RegisterImportTests {
  static let register = """
    清河区2026年督办台账,,,,,,,
    编号,来源,事项,牵头单位,责任人,交办日期,完成时限,进展情况,办结日期
    督1,第一次调度会,开展人员密集场所检查,消防大队,某某,2026.2.2,3月底前,正在推进,
    督2,第一次调度会,完善镇级应急预案,石桥镇,,2月3日,,,
    督3,领导批示,整改液化气站隐患,应急局,,2025-12-01,2025-12-31,,2025-12-20
    """

  private func stage(_ text: String, in test: TestOffice) async throws -> OperationID {
    try await test.office.stageRegister(
      Array(text.utf8), name: "台账.csv", operation: test.office.newOperation())
  }

  private func take(_ id: OperationID, in test: TestOffice, again: Bool = false) async throws -> OperationID {
    let operation = test.office.newOperation()
    _ = try await test.office.takeRegister(
      id, again: again, by: .officer(OfficerID(trusted: "tong")), operation: operation)
    return operation
  }

  private func codes(_ body: () async throws -> Void) async -> [String] {
    do {
      try await body()
      return []
    } catch { return (error as? Refusal)?.problems.map(\.code.code) ?? ["\(error)"] }
  }

  @Test(arguments: TestEngine.all) func everyRowBecomesAMatterWithItsHistory(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let staged = try await stage(Self.register, in: test)
      let review = try #require(await test.office.registerReview(staged))
      #expect(review.reading.isSound && review.problemCount == 0, "\(review.rows.flatMap(\.row.problems))")
      #expect(try await test.office.registerImports().waiting.map(\.name) == ["台账.csv"])
      let size = try await test.office.ledgerStand().size
      let operation = try await take(staged, in: test)
      // A matter a row and the import itself, one act.
      #expect(try await test.office.ledgerStand().size == size + 4)
      let sheet = try #require(await test.office.registerImport(operation))
      #expect(sheet.rows.map(\.matter.number) == ["QH-2026-0001", "QH-2026-0002", "QH-2025-0001"])
      #expect(sheet.rows.map(\.phase) == [.underway, .assigned, .closed])
      #expect(sheet.line.matters == 3 && sheet.line.givenBack == nil)

      let closed = try #require(await test.matter(sheet.rows[2].matter.id))
      #expect(closed.issuedAt.civilDate == CivilDate("2025-12-01") && closed.due?.day == CivilDate("2025-12-31"))
      #expect(closed.closure?.at.civilDate == CivilDate("2025-12-20") && closed.imported?.row == 5)
      let officer = try #require(await test.office.directory()?.officers[OfficerID(trusted: "tong")])
      let page = try #require(await test.office.matterSheet(closed.id, for: officer))
      #expect(page.seal?.isImported == true && page.story.count == 1)
      guard case .takenOver(let line)? = page.story.first?.happening else {
        Issue.record("no story of the import")
        return
      }
      #expect(line.formerNumber?.text == "督3" && line.origin?.text == "领导批示")

      // Nobody of the unit that handled it before may verify it.
      let underway = try #require(await test.matter(sheet.rows[0].matter.id))
      #expect(underway.handlingUnits.map(\.text) == ["xiaofang"] && underway.due?.day == CivilDate("2026-03-31"))
      #expect(try await test.office.registerImports().waiting.isEmpty)
      #expect(try await test.office.check().differences.isEmpty)
    }
  }

  @Test(arguments: TestEngine.all) func itIsTakenBackWhole(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let operation = try await take(stage(Self.register, in: test), in: test)
      let back = GiveRegisterBack(imported: operation, reason: Words("选错了文件"))
      #expect(await codes { try await test.act(back, by: "guan") } == ["role.missing"])
      #expect(try await test.act(back, by: "tong") == 3)
      let sheet = try #require(await test.office.registerImport(operation))
      #expect(sheet.rows.allSatisfy { $0.phase == .cancelled } && sheet.line.givenBack?.reason.text == "选错了文件")
      #expect(await codes { try await test.act(back, by: "tong") } == ["register.unknown"])
      // Given back, the same file may come again.
      _ = try await take(stage(Self.register, in: test), in: test)
      #expect(try await test.office.check().differences.isEmpty)
    }
  }

  @Test func nothingGoesBackOnceSomethingHappened() async throws {
    try await TestOffice.with(.sqlite) { test in
      let operation = try await take(stage(Self.register, in: test), in: test)
      let rows = try #require(await test.office.registerImport(operation)).rows
      try await test.act(
        Acknowledge(matter: rows[1].matter.id, seen: nil, handler: nil, onBehalf: nil), by: "shiqiao.zhang")
      let size = try await test.office.ledgerStand().size
      let back = GiveRegisterBack(imported: operation, reason: Words("选错了文件"))
      let refusal = await #expect(throws: Refusal.self) { try await test.act(back, by: "tong") }
      #expect(refusal?.problems.map(\.code.code) == ["matter.moved_on"])
      #expect(refusal?.problems[0].values["number"] == "QH-2026-0002")
      #expect(try await test.office.ledgerStand().size == size)
    }
  }

  @Test func aFileIsKnownAgain() async throws {
    try await TestOffice.with(.sqlite) { test in
      let operation = try await take(stage(Self.register, in: test), in: test)
      let again = try await stage(Self.register, in: test)
      #expect(try await test.office.registerReview(again)?.before.map(\.id) == [operation])
      #expect(await codes { _ = try await take(again, in: test) } == ["register.same_file"])
      // The same form sent twice is applied once.
      #expect(
        try await test.office.takeRegister(
          again, again: false, by: .officer(OfficerID(trusted: "tong")), operation: operation) == 3)
      _ = try await take(again, in: test, again: true)
      #expect(await codes { _ = try await take(again, in: test, again: true) } == ["register.gone"])
      #expect(try await test.office.registerImports().imports.count == 2)
    }
  }

  @Test(arguments: TestEngine.all) func allRowsOrNone(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let size = try await test.office.ledgerStand().size
      let sick = try await stage(Self.register + "\n督4,,检查,不存在的局,,2026-02-02,,,", in: test)
      #expect(await codes { _ = try await take(sick, in: test) } == ["register.unsound"])
      // A unit that is gone by the time of the act: the rows before it do not stay either.
      let staged = try await stage(Self.register, in: test)
      var reading = try #require(await test.office.registerReview(staged)).reading.rows
      reading[2].lead = UnitID(trusted: "gone")
      let act = TakeRegister(
        staged: staged, name: "台账.csv", file: "0", rows: reading.compactMap { TakeRegister.Row($0) })
      #expect(await codes { _ = try await test.act(act, by: "tong") } == ["matter.unit_unknown"])
      #expect(try await test.office.ledgerStand().size == size)
      #expect(try await test.office.registerReview(staged) != nil)
      #expect(try await test.office.check().differences.isEmpty)
    }
  }

  @Test func listsOfPersonsAndSecretsStayOutside() async throws {
    try await TestOffice.with(.sqlite) { test in
      let roster = "姓名,身份证号,事项\n甲,1,接访\n"
      let watch = "事项,责任单位,稳控责任人,重点人员\n接访,信访局,甲,乙\n"
      let secret = "机密★1年\n" + Self.register
      #expect(await codes { _ = try await stage(roster, in: test) } == ["file.roster_columns"])
      #expect(await codes { _ = try await stage(watch, in: test) } == ["file.roster_columns"])
      #expect(await codes { _ = try await stage(secret, in: test) } == ["file.secrecy_mark"])
      let waiting = try await test.office.registerImports().waiting
      #expect(waiting.isEmpty)
    }
  }

  @Test func whatTheOfficeExportsComesInAgain() async throws {
    try await TestOffice.with(.sqlite) { test in
      _ = try await take(stage(Self.register, in: test), in: test)
      let officer = try #require(await test.office.directory()?.officers[OfficerID(trusted: "tong")])
      let file = try await test.office.registerFile(MatterFilter(phases: Phase.allCases), for: officer)
      let staged = try await test.office.stageRegister(
        file.bytes, name: "台账.xlsx", operation: test.office.newOperation())
      let reading = try #require(await test.office.registerReview(staged)).reading
      #expect(reading.problems.isEmpty && reading.rows.count == 3, "\(reading.problems) \(reading.titles)")
      #expect(reading.rows.allSatisfy { $0.problems.isEmpty }, "\(reading.rows.flatMap(\.problems))")
    }
  }

  @Test(arguments: TestEngine.all) func theLongestRegisterComesInAtOnce(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let rows = (1...RegisterReader.limit).map { "检查第\($0)处,应急局,2026-02-0\($0 % 9 + 1),3月底前,在办" }
      let staged = try await stage("事项,责任单位,交办日期,完成时限,进展\n" + rows.joined(separator: "\n"), in: test)
      let start = ContinuousClock.now
      let operation = try await take(staged, in: test)
      print("import of \(RegisterReader.limit) rows on \(engine): \(ContinuousClock.now - start)")
      #expect(try await test.office.registerImport(operation)?.rows.count == RegisterReader.limit)
      #expect(
        try await test.act(GiveRegisterBack(imported: operation, reason: Words("试")), by: "tong")
          == RegisterReader.limit)
      #expect(try await test.office.check().differences.isEmpty)
    }
  }
}
