import Directory
import Formats
import Ground
import Inspections
import Packs
import Registers
import Storage
import Subjects
import TestDatabases
import TestOffice
import Testing

@testable import Operations

/// A list of subjects comes in by chunks under one import, goes back the same way, and goes out as it came.
@Suite struct SubjectImportTests {
  static let head = "名称,地址,行业监管,属地,责任单位,风险等级,定级理由,纬度,经度,坐标系,工程类型,施工阶段,施工许可证编号,建筑面积,有高支模,计划竣工日期\n"
  static let rows = """
    青石安置房一期,青石村三组,住建局,石桥镇,,红,深基坑,41.154321,122.054321,WGS-84,房屋建筑,主体结构,清建2026-7,12000,是,2026-12-31
    青石安置房二期,〃,同上,〃,,,,,,,房屋建筑,土方与基坑,清建2026-8,,否,2026.11.30
    "柳湾,""小学""操场",柳湾村,住建局,柳湾镇,,,,,,,限额以下小型工程,收尾,,,,
    """

  private func stage(
    _ text: String, by officer: String = "tong", in test: TestOffice, id: OperationID? = nil
  ) async throws -> OperationID {
    try await test.office.stageSubjects(
      Array(text.utf8), name: "工地名单.csv", type: "construction_site", by: try await test.officer(officer),
      operation: id ?? test.office.newOperation())
  }

  @discardableResult
  private func take(
    _ id: OperationID, onlySound: Bool = false, by officer: String = "tong", in test: TestOffice
  ) async throws -> Int {
    try await test.office.takeSubjects(
      id, onlySound: onlySound, for: try await test.officer(officer), by: .officer(OfficerID(trusted: officer)))
  }

  private func giveBack(_ id: OperationID, by officer: String = "tong", in test: TestOffice) async throws {
    try await test.office.giveSubjectsBack(
      id, reason: Words("选错了文件"), by: .officer(OfficerID(trusted: officer)))
  }

  private func all(_ filter: SubjectFilter = SubjectFilter(), in test: TestOffice) async throws -> [SubjectRow] {
    try await test.office.subjectRegister(filter, for: try await test.officer("tong"), limit: 3000).rows
  }

  private func many(_ count: Int, sick: (Int) -> Bool = { _ in false }) -> String {
    Self.head
      + (1...count).map { "第\($0)号工地,青石村\($0)号,住建局,石桥镇,,,,,,,\(sick($0) ? "高塔" : "拆除"),收尾,,,,\n" }.joined()
  }

  @Test(arguments: TestEngine.all) func aListIsLookedAtThenComesIn(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let size = try await test.office.ledgerStand().size
      let id = try await stage("清河区工地名单\n" + Self.head + Self.rows, in: test)
      let tong = try await test.officer("tong")
      let review = try #require(await test.office.subjectImportReview(id, for: tong))
      #expect(
        review.reading.unsound.first.isEmpty, "\(review.reading.rows.flatMap(\.problems)) \(review.reading.problems)")
      #expect(review.reading.rows[1].remarks.map(\.place) == ["B4", "C4", "D4", "P4"])
      // Nothing is registered before somebody says so.
      #expect(try await test.office.ledgerStand().size == size)
      #expect(try await test.office.subjectImports(for: tong).waiting.map(\.id) == [id])
      #expect(try await take(id, in: test) == 3)
      #expect(try await test.office.ledgerStand().size == size + 4)
      #expect(try await all(in: test).map(\.name.shown) == ["青石安置房一期", "青石安置房二期", "柳湾,\"小学\"操场"])
      let sheet = try #require(await test.office.subjectImportSheet(id, for: tong))
      #expect(sheet.line.isWhole && sheet.line.subjects == 3 && sheet.rows.count == 3 && !sheet.keepsRefused)
      let first = try #require(await test.sheet(sheet.rows[0].id, "tong")).subject
      #expect(first.risk?.grade == .red && first.imported == Subject.Imported(operation: id, row: 3))
      #expect(
        first.details.position?.latitude == 41_154_321 && first.details.attributes["high_formwork"] == .flag(true))
      let second = try #require(await test.sheet(sheet.rows[1].id, "tong")).subject
      #expect(second.details.address?.text == "青石村三组" && second.details.supervising.text == "zhujian")
      #expect(second.details.attributes["finish"] == .day(CivilDate("2026-11-30")!))
      // The same form sent twice finds its own import.
      #expect(try await take(id, in: test) == 3)
      #expect(try await all(in: test).count == 3)
      try await expectWhole(test)
    }
  }

  /// Columns that name persons do not come in, and what stands in them is kept nowhere, not even while the list waits.
  @Test func whatNamesPersonsIsNotKept() async throws {
    try await TestOffice.with(.sqlite) { test in
      let list = """
        名称,地址,行业监管,属地,工程类型,施工阶段,项目负责人,联系电话,安全员姓名,值班岗位
        某工地,青石村1号,住建局,石桥镇,拆除,收尾,王某某,138 0013 8000,李某某,门卫岗
        电话局工地,青石村2号,住建局,石桥镇,高塔,收尾,赵某某,,钱某某,门卫岗
        """
      let id = try await stage(list, in: test)
      let (district, tong) = (test.office.district, try await test.officer("tong"))
      let kept = try await test.office.ask { (session: any SQLSession) throws(StorageError) in
        try StagedRowStore(session, district, of: id).load(sheet: 0, chunk: 0)
      }
      let text = try #require(kept)
      for word in ["王某某", "8000", "李某某", "赵某某", "钱某某"] { #expect(!text.contains(word), "\(word)") }
      // What is no person's stays, and the titles say what was left out.
      for word in ["项目负责人", "联系电话", "安全员姓名", "门卫岗", "电话局工地"] { #expect(text.contains(word), "\(word)") }
      let reading = try #require(await test.office.subjectImportReview(id, for: tong)).reading
      #expect(reading.count == 2 && reading.unsound.count == 1)
      #expect(reading.remarks.count { $0.text.chinese.contains("不导入") } >= 3)
      let file = try #require(await test.office.refusedSubjects(id, as: .csv, for: tong))
      #expect(!String(decoding: file.bytes, as: UTF8.self).contains("赵某某"))
    }
  }

  /// A banner and a subject whose names sound like a column of persons take nothing away.
  @Test func onlyTitlesMakeAColumnPersonal() async throws {
    try await TestOffice.with(.sqlite) { test in
      let rows = (1...30).map { "恒信手机\($0)号店装修,青石村\($0)号,住建局,石桥镇,拆除,收尾,王某\($0)\n" }.joined()
      let list = "消防安全责任人名单,,,,,,\n名称,地址,行业监管,属地,工程类型,施工阶段,联系人\n恒信手机,青石村,住建局,石桥镇,拆除,收尾,李某\n" + rows
      let id = try await stage(list, in: test)
      let reading = try #require(
        await test.office.subjectImportReview(id, for: try await test.officer("tong"))
      ).reading
      #expect(reading.count == 31 && reading.unsound.count == 0, "\(reading.unsound.first.flatMap(\.problems))")
      let district = test.office.district
      let kept = try await test.office.ask { (session: any SQLSession) throws(StorageError) in
        try StagedRowStore(session, district, of: id).load(sheet: 0, chunk: 0)
      }
      #expect(kept?.contains("恒信手机30号店装修") == true && kept?.contains("王某") == false && kept?.contains("李某") == false)
      #expect(kept?.contains("消防安全责任人名单") == true)
    }
  }

  @Test(arguments: TestEngine.all) func thirtyInAHundredAreBad(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let id = try await stage(many(1_480) { $0 % 10 < 3 }, in: test)
      let tong = try await test.officer("tong")
      let size = try await test.office.ledgerStand().size
      await refused(.subjectListUnsound) { try await take(id, in: test) }
      #expect(try await test.office.ledgerStand().size == size)
      #expect(try await take(id, onlySound: true, in: test) == 1_036)
      // Two chunks, each with its entry.
      #expect(try await test.office.ledgerStand().size == size + 1_038)
      let sheet = try #require(await test.office.subjectImportSheet(id, for: tong))
      #expect(sheet.line.refused == 444 && sheet.line.isWhole && sheet.keepsRefused)
      // What stayed outside can be fetched, mended and imported.
      let file = try #require(await test.office.refusedSubjects(id, as: .csv, for: tong))
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(text.contains("“工程类型”只能是"))
      let again = try await stage(text.replacing("高塔", with: "拆除"), in: test)
      #expect(try await take(again, in: test) == 444)
      #expect(try await all(in: test).count == 1_480)
      try await expectWhole(test)
    }
  }

  @Test(arguments: TestEngine.all) func whatIsThereComesOnce(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      try await take(stage(Self.head + Self.rows, in: test), in: test)
      let again = try await stage(Self.head + Self.rows, in: test)
      let tong = try await test.officer("tong")
      let review = try #require(await test.office.subjectImportReview(again, for: tong))
      #expect(
        review.reading.rows.map { $0.problems.map(\.code) } == [[.subjectKnown], [.subjectKnown], [.subjectKnown]])
      await refused(.subjectListNothing) { try await take(again, onlySound: true, in: test) }
    }
  }

  @Test(arguments: TestEngine.all) func itGoesBackWhole(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let kept = try await test.register(Site.form())
      let id = try await stage(many(250), in: test)
      try await take(id, in: test)
      #expect(try await all(in: test).count == 251)
      await refused(.subjectListUnknown) { try await giveBack(id, by: "zhujian.ban", in: test) }
      try await giveBack(id, in: test)
      #expect(try await all(in: test).map(\.id) == [kept])
      let line = try #require(await test.office.subjectImportSheet(id, for: try await test.officer("tong"))).line
      #expect(line.isGone && line.givenBack?.reason.text == "选错了文件")
      #expect(try await all(SubjectFilter(words: "号工地"), in: test).isEmpty)
      await refused(.subjectListUnknown) { try await giveBack(id, in: test) }
      // The same list may come again.
      try await take(stage(many(250), in: test), in: test)
      #expect(try await all(in: test).count == 251)
      try await expectWhole(test)
    }
  }

  @Test(arguments: TestEngine.all) func nothingGoesBackOnceSomethingHappened(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let id = try await stage(Self.head + Self.rows, in: test)
      try await take(id, in: test)
      let rows = try await all(in: test)
      try await test.inspect(Site.inspection(of: rows[1].id), by: "zhujian.ban")
      await refused(.subjectInspected) { try await giveBack(id, in: test) }
      try await test.act(GradeSubject(subject: rows[2].id, seen: nil, grade: .blue, reason: Words("收尾")), by: "tong")
      let refusal = await #expect(throws: Refusal.self) { try await giveBack(id, in: test) }
      #expect(refusal?.problems.map(\.code) == [.subjectInspected, .subjectMoved])
      #expect(refusal?.problems.map { $0.values["name"] } == [rows[1].name.text, rows[2].name.text])
      #expect(try await all(in: test).count == 3)
      #expect(try await test.office.subjectImportSheet(id, for: try await test.officer("tong"))?.line.givenBack == nil)
    }
  }

  /// Whoever sends a chunk back under an operation that was not its own takes back what is next, and nothing else.
  @Test(arguments: TestEngine.all) func aForeignOperationIsNotBelieved(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let id = try await stage(many(2_030), in: test)
      try await take(id, in: test)
      func back(_ chunk: Int, _ operation: OperationID?) async throws -> Int {
        try await test.act(
          GiveSubjectsBack(imported: id, reason: Words("选错了文件"), chunk: chunk, operation: operation), by: "tong")
      }
      #expect(try await back(1, id) == 2_000, "the last chunk has thirty")
      #expect(try await back(2, test.office.newOperation()) == 1_000)
      #expect(try await back(2, test.office.newOperation()) == 1_000, "sent twice, it takes nothing more back")
      #expect(try await all(in: test).count == 1_000)
      #expect(try await back(3, nil) == 0)
      #expect(try await all(in: test).isEmpty)
      try await expectWhole(test)
    }
  }

  /// An import that was cut off after a chunk goes on behind it, and can be taken back instead.
  @Test(arguments: TestEngine.all) func aCutOffImportGoesOn(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let id = try await stage(many(250), in: test)
      let tong = try await test.officer("tong")
      let reading = try #require(await test.office.subjectImportReview(id, for: tong)).reading
      let part = TakeSubjects(
        staged: id, name: "工地名单.csv", file: "0", type: "construction_site",
        rows: reading.rows.prefix(100).compactMap { TakeSubjects.Row($0) }, total: 250, refused: 0)
      #expect(try await test.act(part, by: "tong") == 100)
      // Sent again it adds nothing, and how the list is read stays.
      #expect(try await test.act(part, by: "tong") == 100)
      await refused(.subjectListBegun) {
        try await test.office.setSubjects(id, SubjectOptions(), by: tong)
      }
      let review = try #require(await test.office.subjectImportReview(id, for: tong))
      #expect(review.begun?.subjects == 100 && review.begun?.isWhole == false && review.reading.unsound.first.isEmpty)
      #expect(try await take(id, in: test) == 250)
      let names = try await all(in: test).map(\.name.shown)
      #expect(names == (1...250).map { "第\($0)号工地" })
      try await expectWhole(test)
    }
  }

  /// What was sound when an import began may be so no longer when it goes on: then fewer come, and it is whole all the same.
  @Test(arguments: TestEngine.all) func anImportWhoseRowsChangedEnds(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let id = try await stage(many(250), in: test)
      let tong = try await test.officer("tong")
      let reading = try #require(await test.office.subjectImportReview(id, for: tong)).reading
      try await test.act(
        TakeSubjects(
          staged: id, name: "工地名单.csv", file: "0", type: "construction_site",
          rows: reading.rows.prefix(100).compactMap { TakeSubjects.Row($0) }, total: 250, refused: 0), by: "tong")
      // Somebody registers by hand what stands further down.
      try await test.register(Site.form(name: "第150号工地"))
      #expect(try await take(id, in: test) == 249)
      let line = try #require(await test.office.subjectImportSheet(id, for: tong)).line
      #expect(line.isWhole && line.subjects == 249 && line.total == 249 && line.refused == 1)
      #expect(try await take(id, in: test) == 249)
      try await giveBack(id, in: test)
      #expect(try await all(in: test).map(\.name.shown) == ["第150号工地"])
      try await expectWhole(test)
    }
  }

  /// A list too long for one page is read, comes in and goes back while its page says how far it is.
  @Test(arguments: TestEngine.all) func aLongListShowsHowFarItIs(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let (count, tong) = (2_100, try await test.officer("tong"))
      let id = try await stage(many(count) { $0 == 7 }, in: test)
      let by = ActorReference.officer(OfficerID(trusted: "tong"))
      func end(_ first: ListProgress?) async throws {
        var progress = first
        while let now = progress {
          #expect(now.done <= now.total && now.total >= count - 1)
          try await Task.sleep(for: .milliseconds(50))
          progress = try await test.office.subjectListProgress(id, for: tong)?.progress
        }
      }
      try await end(try await test.office.subjectListProgress(id, for: tong)?.progress)
      let review = try #require(await test.office.subjectImportReview(id, for: tong))
      #expect(review.reading.sound.count == count - 1 && review.reading.unsound.first.map(\.number) == [8])
      #expect(review.reading.sound.first.count == SubjectReading.named)
      await refused(.subjectListUnsound) {
        try await end(try await test.office.beginTaking(id, onlySound: false, for: tong, by: by))
      }
      try await end(try await test.office.beginTaking(id, onlySound: true, for: tong, by: by))
      #expect(try await test.office.subjectImportSheet(id, for: tong)?.line.subjects == count - 1)
      // Nobody else learns of it, or takes it back.
      let other = try await test.officer("zhujian.ban")
      #expect(try await test.office.subjectListProgress(id, for: other)?.progress == nil)
      await refused(.subjectListGone) {
        _ = try await test.office.beginTaking(id, onlySound: true, for: other, by: .officer(other.id))
      }
      await refused(.subjectListUnknown) {
        _ = try await test.office.beginGivingBack(id, reason: Words("选错了"), for: other, by: .officer(other.id))
      }
      try await end(try await test.office.beginGivingBack(id, reason: Words("选错了"), for: tong, by: by))
      #expect(try await all(in: test).isEmpty)
      try await expectWhole(test)
    }
  }

  /// Rows wait as they were read, whatever their cells hold.
  @Test func rowsWaitUnchanged() throws {
    let cells = [
      TableCell(""), TableCell("同上"), TableCell("2026-03-10", day: CivilDate("2026-03-10"), isNumber: true),
      TableCell("t=1\u{1}\"", origin: .merged), TableCell("12.5", isNumber: true, origin: .formula),
      TableCell("2026-03-11", day: CivilDate("2026-03-11"), origin: .formula),
      TableCell("2026-03-12", day: CivilDate("2026-03-12"), isNumber: true, origin: .merged),
    ]
    let rows = [
      TableRow(number: 2, cells: cells), TableRow(number: 1_048_576, cells: cells.reversed(), isHidden: true),
    ]
    var chunk = StagedRows()
    for row in rows { chunk.add(row) }
    #expect(try StagedRows.read(chunk.close()) == rows)
    #expect(chunk.isEmpty)
  }

  @Test func onlyWhoMayKeepThemBringsThemIn() async throws {
    try await TestOffice.with(.sqlite) { test in
      let id = try await stage(Self.head + Self.rows, by: "zhujian.ban", in: test)
      #expect(try await test.office.subjectImportReview(id, for: try await test.officer("xiaofang.ban")) == nil)
      await refused(.subjectListGone) { try await take(id, by: "xiaofang.ban", in: test) }
      #expect(try await take(id, by: "zhujian.ban", in: test) == 3)
      let foreign = try await stage(Self.head + Self.rows.replacing("期", with: "区"), by: "xiaofang.ban", in: test)
      let review = try #require(
        await test.office.subjectImportReview(foreign, for: try await test.officer("xiaofang.ban")))
      #expect(review.reading.rows[0].problems.map(\.code) == [.subjectKeeper])
      try await giveBack(id, by: "zhujian.ban", in: test)
      #expect(try await all(in: test).isEmpty)
    }
  }

  @Test func personsSecretsAndOtherFilesStayOutside() async throws {
    try await TestOffice.with(.sqlite) { test in
      let roster = "姓名,身份证号,地址\n甲,1,一路\n"
      await refused(.rosterColumns) { _ = try await stage(roster, in: test) }
      await refused(.secrecyMark) { _ = try await stage("机密★1年\n" + Self.head + Self.rows, in: test) }
      await refused(.subjectType) {
        _ = try await test.office.stageSubjects(
          Array(Self.head.utf8), name: "a.csv", type: "person", by: try await test.officer("tong"),
          operation: test.office.newOperation())
      }
      let id = try await stage(
        Self.head + "稳控人员住处,一组,住建局,石桥镇,,,,,,,拆除,收尾,,,,\n某工地,电话13800138000,住建局,石桥镇,,,,,,,拆除,收尾,,,,\n", in: test)
      let review = try #require(await test.office.subjectImportReview(id, for: try await test.officer("tong")))
      #expect(review.reading.rows.map { $0.problems.map(\.code) } == [[.rowPersons], [.rowPersonalNumber]])
      await refused(.operationConflict) { _ = try await stage(Self.head, in: test, id: id) }
      try await test.office.dropSubjects(id, by: try await test.officer("tong"))
      await refused(.subjectListGone) { try await take(id, onlySound: true, in: test) }
    }
  }

  @Test(arguments: TestEngine.all) func whatGoesOutComesInUnchanged(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let first = try await stage(Self.head + Self.rows + "\n=1+1工地,-1层,住建局,柳湾镇,,,,,,,拆除,收尾,,,,\n", in: test)
      try await take(first, in: test)
      let tong = try await test.officer("tong")
      let filter = SubjectFilter(type: "construction_site")
      func states() async throws -> [SubjectDetails] {
        var details: [SubjectDetails] = []
        for row in try await all(filter, in: test) {
          details.append(Plain.of(try #require(await test.sheet(row.id, "tong")).subject.details))
        }
        return details
      }
      let before = try await states()
      for form in [SubjectFileForm.xlsx, .csv] {
        let file = try await test.office.subjectFile(filter, as: form, for: tong)
        let standing = try await test.office.subjectImports(for: tong).imports.first { !$0.isGone }
        try await giveBack(try #require(standing).id, in: test)
        #expect(try await all(in: test).isEmpty)
        let id = try await test.office.stageSubjects(
          file.bytes, name: file.name, type: "construction_site", by: tong, operation: test.office.newOperation())
        let review = try #require(await test.office.subjectImportReview(id, for: tong))
        #expect(review.reading.unsound.first.isEmpty, "\(form): \(review.reading.rows.flatMap(\.problems))")
        try await take(id, in: test)
        #expect(try await states() == before, "\(form)")
        let risk = try await all(filter, in: test).map(\.risk)
        #expect(risk == [.red, nil, nil, nil], "\(form)")
        #expect(try await test.office.subjectFile(filter, as: form, for: tong).bytes == file.bytes, "\(form)")
      }
      await refused(.subjectFileType) { _ = try await test.office.subjectFile(SubjectFilter(), as: .csv, for: tong) }
    }
  }

  @Test(arguments: TestEngine.all) func namesAreFound(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      try await take(stage(Self.head + Self.rows, in: test), in: test)
      func found(_ words: String) async throws -> [Int] {
        try await all(SubjectFilter(query: "q=\(words)"), in: test).map(\.serial)
      }
      #expect(try await found("安置") == [1, 2])
      #expect(try await found("一期") == [1])
      #expect(try await found("小学") == [3])
      // Not across the quotation mark, and not in the address.
      #expect(try await found("湾小") == [])
      #expect(try await found("三组") == [])
      let short = try await test.office.subjectRegister(SubjectFilter(words: "安"), for: try await test.officer("tong"))
      #expect(short.isTooShort && short.rows.count == 3)
      let row = try await all(in: test)[0]
      try await test.act(
        AmendSubject(subject: row.id, seen: nil, form: Site.form(name: "春和花园"), reason: Words("更名")), by: "tong")
      #expect(try await found("安置") == [2])
      #expect(try await found("春和花园") == [1])
      // A register that is older than the search gets its words when it is opened.
      let district = test.office.district
      try await test.office.engine.write { (session: any SQLSession) throws(StorageError) in
        try session.run("DELETE FROM searched_subjects WHERE district = $1", [.text(district.text)])
      }
      #expect(try await found("安置").isEmpty)
      try await TableFill(test.office.engine, district).run()
      #expect(try await found("安置") == [2])
      try await expectWhole(test)
    }
  }

  /// Everything agrees with the entries, and is the same made anew.
  private func expectWhole(_ test: TestOffice) async throws {
    #expect(try await test.office.check().differences.isEmpty)
    _ = try await Rebuild(test.office.engine, test.office.district).run()
    #expect(try await test.office.check().differences.isEmpty)
  }
}

/// Details without their seals, which differ from one writing to the next.
private enum Plain {
  static func of(_ details: SubjectDetails) -> SubjectDetails {
    SubjectDetails(
      name: Words(details.name.text ?? ""), address: details.address.map { Words($0.text ?? "") },
      position: details.position, supervising: details.supervising, territorial: details.territorial,
      responsible: details.responsible,
      attributes: details.attributes.mapValues { value in
        if case .words(let words) = value { .words(Words(words.text ?? "")) } else { value }
      })
  }
}

extension SubjectReading {
  /// The rows of a short list, in the file's order.
  var rows: [SubjectRowReading] { (sound.first + unsound.first).sorted { $0.number < $1.number } }
}
