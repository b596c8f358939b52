import Directory
import Formats
import Ground
import Registers
import Testing

@Suite("An office's register, row by row")
struct RegisterReaderTests {
  private func read(_ book: Workbook, _ options: RegisterOptions = RegisterOptions()) throws -> RegisterReading {
    Qinghe.reader.read(try #require(TableFile.open(book.bytes(), name: "台账.xlsx").tables.first), options)
  }

  private func csv(_ text: String, _ options: RegisterOptions = RegisterOptions()) throws -> RegisterReading {
    Qinghe.reader.read(try TableFile.open(Array(text.utf8), name: "台账.csv").tables[0], options)
  }

  /// What an office keeps: a title, titles in two rows, merged cells, numbers, sections, totals and notes.
  private func nasty() -> Workbook {
    var book = Workbook()
    book.put([
      ["清河区2026年安全生产督办台账"],
      ["序号", "督办\n事项", "责任单位", nil, "责任人", "交办日期", "完成时限", "进展情况", "办结日期", "备注", "领域"],
      [nil, nil, "牵头单位", "协办单位"],
      ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"],
      ["一、消防安全"],
      [
        .number(1), "开展人员密集场所检查", "消防大队", "应急局、石桥镇", "卢文博", .date(46054), "4月底前", "正在推进", "/", nil, "消防",
      ],
      [.number(2), "完善微型消防站", "同上", "各镇", "张某某", "〃", "2026.3.31", "/", "3月1日", "以现场为准", "建筑施工"],
      [nil, "小计", .number(2)],
      [.number(3), "更新广告牌台账", "住建局", "—", "/", "2月10日", .number(46113), nil, nil, nil, nil],
      ["注：本表由安委办填报。"],
    ])
    book.merges = ["A1:K1", "A2:A3", "B2:B3", "C2:D2", "E2:E3", "F2:F3", "G2:G3", "A5:K5", "A10:K10"]
    book.hiddenRows = [9]
    return book
  }

  @Test("Every habit is understood, and everything made out is said")
  func habits() throws {
    let reading = try read(nasty())
    #expect(reading.isSound, "\(reading.problems) \(reading.rows.flatMap(\.problems))")
    #expect(reading.rows.map(\.number) == [6, 7, 9])
    #expect(reading.passed.map(\.number) == [4, 5, 8, 10])
    let (first, second, third) = (reading.rows[0], reading.rows[1], reading.rows[2])
    #expect(first.lead?.text == "xiaofang" && first.supporting.map(\.text) == ["yingji", "shiqiao"])
    #expect(first.handler?.text == "lu" && first.issued == CivilDate("2026-02-01"))
    #expect(first.due?.day == CivilDate("2026-04-30") && first.closed == nil && first.fields == [.fire])
    #expect(second.lead?.text == "xiaofang" && second.supporting.map(\.text) == ["shiqiao", "liuwan"])
    #expect(second.handler == nil && second.issued == CivilDate("2026-02-01"))
    #expect(second.closed == CivilDate("2026-03-01") && second.progress == "备注：以现场为准")
    #expect(third.issued == CivilDate("2026-02-10") && third.due?.day == CivilDate("2026-04-01"))
    #expect(third.supporting.isEmpty && third.fields == [.productionSafety])
    let said = reading.rows.flatMap(\.remarks).map(\.place)
    for place in ["F6", "G6", "C7", "D7", "E7", "F7", "G7", "I7", "J7", "F9", "G9", "9"] where place != "F6" {
      #expect(said.contains(place), "\(place) of \(said)")
    }
    #expect(!reading.rows.flatMap(\.remarks).contains { $0.text.chinese.contains("张某某") })
    #expect(reading.remarks.contains { $0.text.chinese.contains("隐藏") })
    #expect(reading.remarks.contains { $0.text.chinese.contains("2026年") })
  }

  @Test("Each thing wrong names its cell; nothing is guessed")
  func wrong() throws {
    let head = "事项,牵头单位,交办日期,完成时限,办结日期,状态\n"
    let rows: [(String, String, String)] = [
      ("检查,应急局,12/3/2026,2026-04-01,,", "register.day_ambiguous", "C2"),
      ("检查,应急局,3月1日,,,", "register.year_missing", "C2"),
      ("检查,应急局,26.3.1,,,", "register.year_short", "C2"),
      ("检查,应急局,2026-03-01,尽快,,", "register.day_unclear", "D2"),
      ("检查,应急局,2026-03-01,2026-02-01,,", "register.day_order", "D2"),
      ("检查,应急局,2026-04-01,,,", "register.day_future", "C2"),
      ("检查,应急局,,,,", "register.issued_missing", "C2"),
      ("检查,应急局,2026-03-01,,2026-02-01,", "register.day_order", "E2"),
      ("检查,应急局,2026-03-01,,,已办结", "register.closed_missing", "F2"),
      ("检查,应急管理,2026-03-01,,,", "register.unit_unknown", "B2"),
      ("检查,区政府,2026-03-01,,,", "register.unit_government", "B2"),
      ("检查,各镇,2026-03-01,,,", "register.unit_collective", "B2"),
      ("检查,,2026-03-01,,,", "register.unit_missing", "B2"),
      (",应急局,2026-03-01,,,", "register.text_missing", "A2"),
      ("同上,应急局,2026-03-01,,,", "register.nothing_above", "A2"),
      ("做好重点人员稳控,应急局,2026-03-01,,,", "register.persons", "A2"),
      ("联系13912345678,应急局,2026-03-01,,,", "register.personal_number", "A2"),
    ]
    for (row, code, place) in rows {
      let problems = try #require(csv(head + row + "\n").rows.first, "\(row)").problems
      #expect(problems.contains { $0.code.code == code && $0.place == place }, "\(row): \(problems)")
      #expect(problems.allSatisfy { !$0.hint(in: .chinese).isEmpty && !$0.hint(in: .english).contains("{") }, "\(row)")
    }
    let near = try csv(head + "检查,应急管理,2026-03-01,,,\n").rows[0].problems[0].values["near"]
    #expect(near?.hasPrefix("应急管理局") == true)
  }

  @Test("A number with a point in a day's column is no day: 3.10 was stored as 3.1")
  func pointed() throws {
    var book = Workbook()
    book.put([["事项", "责任单位", "交办日期"], ["检查", "应急局", .number(3.1)]])
    #expect(try read(book).rows[0].problems.map(\.code.code) == ["register.day_number"])
  }

  @Test("The clerk's day, year and columns are taken")
  func wishes() throws {
    let text = "工作,单位,时间\n检查,应急局,3月31日\n"
    #expect(try csv(text).problems.map(\.code.code) == ["register.titles_missing"])
    let titled = "事项,责任单位,完成时间,备注\n检查,应急局,3月31日,甲\n"
    var options = RegisterOptions(issued: CivilDate("2026-03-02"))
    options.columns = [
      ColumnChoice(place: 2, column: .due), ColumnChoice(place: 3, column: nil),
    ]
    let row = try csv(titled, options).rows[0]
    #expect(row.problems.isEmpty && row.due?.day == CivilDate("2026-03-31") && row.progress == nil)
    #expect(row.issued == CivilDate("2026-03-02"))
  }

  @Test("A register that is too long is refused, not cut")
  func long() throws {
    let rows = (1...301).map { "检查\($0),应急局,2026-03-01\n" }.joined()
    let reading = try csv("事项,责任单位,交办日期\n" + rows)
    #expect(reading.problems.map(\.code.code) == ["register.too_long"] && !reading.isSound)
  }

  @Test("Units and officers from lists")
  func lists() throws {
    func table(_ text: String) throws -> Table { try TableFile.open(Array(text.utf8), name: nil).tables[0] }
    let units = UnitList.read(try table("单位名称,简称\n教育局,区教育局、教体局\n石桥镇,\n神秘机构,\n教育局,\n"), Qinghe.directory)
    #expect(units.units.map(\.name) == ["教育局", "石桥镇"] && units.units[1].known?.text == "shiqiao")
    #expect(units.units[0].aliases == ["区教育局", "教体局"] && units.units[0].kind == .department)
    #expect(units.problems.map(\.code.code) == ["list.kind", "list.twice"])
    let officers = OfficerList.read(
      try table("甲某,科长,应急局,统筹、核查,jia\n乙某,镇长,石桥镇,唱歌,yi\n丙某,站长,不存在,承办,bing\n丁某,干事,柳湾镇,承办,jia\n"),
      Qinghe.directory, logins: [:])
    #expect(officers.officers[0].roles == [.coordinator, .verifier] && officers.officers[0].login == "jia")
    #expect(officers.problems.map(\.code.code) == ["list.role", "list.unit", "list.twice"])
  }
}
