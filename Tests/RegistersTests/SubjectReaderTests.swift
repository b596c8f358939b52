import Directory
import Formats
import Ground
import Packs
import Registers
import Subjects
import Testing

@Suite("An office's list of subjects, row by row")
struct SubjectReaderTests {
  private static let yaml = """
    pack: test
    subjects:
      - code: venue
        title: {zh: 场所, en: Venue}
        field: fire
        place: required
        attributes:
          - code: use
            title: {zh: 用途, en: Use}
            kind: choice
            required: true
            choices:
              - {code: mall, title: {zh: 商场, en: Mall}}
              - {code: hotel, title: {zh: 宾馆, en: Hotel}}
          - {code: area, title: {zh: 建筑面积, en: Floor area}, kind: number, min: 1, max: 10000}
          - {code: credit_code, title: {zh: 统一社会信用代码, en: Unified social credit code}, kind: credit_code}
          - {code: tested, title: {zh: 检测日期, en: Tested on}, kind: day}
          - {code: gas, title: {zh: 使用燃气, en: Uses gas}, kind: flag}
    """

  private static let coordinator = Officer(
    id: OfficerID(trusted: "tong"), name: Words("童"), post: Words("科员"), unit: UnitID(trusted: "anwei"),
    roles: [.coordinator], order: 9)

  private func reader() throws -> SubjectReader {
    let packs = try PackLibrary.load(files: [(name: "test.yaml", yaml: Self.yaml)])
    return SubjectReader(
      type: try #require(packs.work.subjectTypes["venue"]), directory: Qinghe.directory, packs: packs,
      actor: .officer(Self.coordinator), at: Instant(Qinghe.today))
  }

  private func read(
    _ book: Workbook, _ options: SubjectOptions = SubjectOptions(), known: [String: String] = [:]
  ) throws -> SubjectReading {
    try reader().read(
      try #require(TableFile.open(book.bytes(), name: "名单.xlsx").tables.first), options, known: known)
  }

  private func csv(
    _ text: String, _ options: SubjectOptions = SubjectOptions(), known: [String: String] = [:]
  ) throws -> SubjectReading {
    try reader().read(try TableFile.open(Array(text.utf8), name: "名单.csv").tables[0], options, known: known)
  }

  private static let head = "名称,详细地址,行业监管部门,所属街镇,用途,统一社会信用代码\n"

  @Test("Merged cells, mixed days, as above, and titles below a heading are understood, and said")
  func habits() throws {
    var book = Workbook()
    book.put([
      ["清河区人员密集场所名单（2026年）"],
      ["序号", "场所名称", "地址", "行业主管部门", "所属镇街", "用途", "建筑面积", "检测日期", "风险等级", "定级依据", "负责人", "经纬度"],
      [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil],
      [.number(1), "东河商场", "春和路18号", "消防大队", "石桥镇", "商场", .number(1200), .date(46054), "红色", "客流大", "某某", nil],
      [.number(2), "青石宾馆", "春和路20号", nil, "〃", "宾馆", "1,300", "2026.3.5", nil, nil, nil, nil],
      [.number(3), "柳湾旅社", "同上", nil, "柳湾镇", "hotel", nil, "2026年2月", nil, nil, nil, nil],
      ["合计", .number(3)],
      ["填表人：某某"],
    ])
    book.merges = ["A1:L1", "D4:D6"]
    let reading = try read(book)
    #expect(reading.problems.isEmpty && reading.rows.map(\.number) == [4, 5, 6])
    #expect(reading.passed.first.map(\.number) == [7, 8])
    let (first, second, third) = (reading.rows[0], reading.rows[1], reading.rows[2])
    #expect(first.isSound && second.isSound, "\(first.problems) \(second.problems)")
    #expect(first.details?.attributes["tested"] == .day(CivilDate("2026-02-01")!))
    #expect(first.details?.attributes["use"] == .choice("mall") && first.risk?.grade == .red)
    #expect(first.risk?.reason.text == "客流大")
    #expect(second.details?.supervising.text == "xiaofang" && second.details?.territorial.text == "shiqiao")
    #expect(second.details?.attributes["area"] == .number(1300))
    #expect(second.details?.attributes["tested"] == .day(CivilDate("2026-03-05")!))
    #expect(second.remarks.map(\.place).contains("E5"))
    // A month is no day, and nothing is guessed.
    #expect(third.problems.map(\.code.code) == ["register.day_unclear"] && third.problems.first?.place == "H6")
    #expect(third.cells[2] == "春和路20号")
    #expect(reading.remarks.contains { $0.text.chinese.contains("负责人") })
    #expect(reading.remarks.contains { $0.text.chinese.contains("合并单元格") })
  }

  @Test("What is wrong is said with its cell")
  func errors() throws {
    let reading = try csv(
      Self.head + """
        甲商场,一路1号,消防大队,石桥镇,商场,91110000710925462X
        ,一路2号,消防大队,石桥镇,商场,
        乙商场,,消防大队,石桥镇,商场,
        丙商场,一路3号,消防队,石桥镇,商场,
        丁商场,一路4号,消防大队,石桥镇,影院,
        戊商场,一路5号,消防大队,应急局,商场,91110000710925462A
        己商场,一路6号,消防大队,石桥镇,,
        庚商场13800138000,一路7号,消防大队,石桥镇,商场,
        """)
    #expect(reading.rows[0].isSound, "\(reading.rows[0].problems)")
    #expect(
      reading.rows.dropFirst().map { $0.problems.map { "\($0.place ?? "") \($0.code.code)" } } == [
        ["A3 subject.blank"], ["B4 subject.address"], ["C5 register.unit_unknown"], ["E6 subject.choice"],
        ["F7 subject.credit_code"], ["E8 subject.attribute_missing"], ["A9 register.personal_number"],
      ])
    #expect(reading.sound.count == 1 && reading.unsound.count == 7)
    // The unit is of the wrong kind: said once the row can be read at all.
    let kinds = try csv(Self.head + "戊商场,一路5号,消防大队,应急局,商场,\n")
    #expect(kinds.rows[0].problems.map { "\($0.place ?? "") \($0.code.code)" } == ["D2 subject.unit_kind"])
  }

  @Test("The same name in the same town, and the same code, come once")
  func duplicates() throws {
    let text =
      Self.head + """
        甲商场,一路1号,消防大队,石桥镇,商场,91110000710925462X
        甲 商场,一路9号,消防大队,石桥镇,商场,
        甲商场,一路1号,消防大队,柳湾镇,商场,
        乙商场,一路2号,消防大队,石桥镇,商场,91110000710925462X
        丙商场,一路3号,消防大队,石桥镇,商场,914403001922038216
        """
    let known = ["丙商场@liuwan": "丙", "credit_code=914403001922038216": "老店"]
    let codes = try csv(text, known: known).rows.map { $0.problems.map(\.code.code) }
    #expect(
      codes == [[], ["subject_list.twice"], [], ["subject_list.code_twice"], ["subject_list.code_known"]])
    let shared = try csv(text, SubjectOptions(sharesCodes: true), known: known)
    #expect(shared.rows.map(\.isSound) == [true, false, true, true, true])
    #expect(shared.rows[4].remarks.first?.text.chinese.contains("老店") == true)
    #expect(try csv(text, known: ["甲商场@shiqiao": "甲商场"]).rows[0].problems.map(\.code.code) == ["subject_list.known"])
  }

  @Test("Columns and units can be given; a column that must be there is asked for")
  func options() throws {
    let text = "场所,地点,干什么\n甲商场,一路1号,商场\n"
    #expect(try csv(text).problems.map(\.code.code) == ["subject_list.titles_missing"])
    let half = "名称,地址,干什么\n甲商场,一路1号,商场\n"
    #expect(try csv(half).problems.map { $0.values["column"] } == ["行业监管单位", "属地单位", "用途"])
    let given = SubjectOptions(
      columns: [.init(place: 2, code: "attribute.use")], supervising: UnitID(trusted: "xiaofang"),
      territorial: UnitID(trusted: "shiqiao"))
    let reading = try csv(half, given)
    #expect(reading.rows.map(\.isSound) == [true] && reading.rows[0].details?.attributes["use"] == .choice("mall"))
    #expect(try csv("名称,地址,行业监管,属地,用途\n", SubjectOptions()).problems.map(\.code.code) == ["subject_list.empty"])
  }

  @Test("Coordinates need a system that is known; only what is in use comes in")
  func places() throws {
    let head = "名称,地址,行业监管,属地,用途,纬度,经度,坐标系,登记状态\n"
    let reading = try csv(
      head + """
        甲,一路1号,消防大队,石桥镇,商场,41.154321,122.054321,WGS-84,在用
        乙,一路2号,消防大队,石桥镇,商场,122.05,41.15,WGS-84,在用
        丙,一路3号,消防大队,石桥镇,商场,41.15,122.05,BD-09,在用
        丁,一路4号,消防大队,石桥镇,商场,,,,停用
        """)
    #expect(reading.rows[0].details?.position?.latitude == 41_154_321)
    #expect(
      reading.rows.map { $0.problems.map(\.code.code) } == [
        [], ["subject.position"], ["subject_list.coordinates"], ["subject_list.not_in_use"],
      ])
  }

  @Test("Hostile cells are refused, and cost no page")
  func hostile() throws {
    var book = Workbook()
    book.put([
      ["名称", "地址", "行业监管", "属地", "用途"],
      [.formula("HYPERLINK(\"http://x\")", nil), "一路1号", "消防大队", "石桥镇", "商场"],
      [.text(String(repeating: "长", count: 3000)), "一路1号", "消防大队", "石桥镇", "商场"],
      [.error("#REF!"), "一路1号", "消防大队", "石桥镇", "商场"],
      ["<b>甲</b>", "=1+1", "消防大队", "石桥镇", "商场"],
      ["同上", "一路1号", "消防大队", "石桥镇", "商场"],
      [.text("甲"), "一路1号", .text(String(repeating: "局", count: 1000)), "石桥镇", "商场"],
    ])
    let reading = try read(book)
    let rows = reading.rows
    // A formula without a stored result is an empty cell, and said.
    #expect(rows[0].problems.map(\.code.code) == ["subject.blank"])
    #expect(reading.remarks.contains { $0.text.chinese.contains("A2") })
    #expect(rows[1].problems.map(\.code.code).contains("register.text_long"))
    #expect(rows[2].problems.map(\.code.code).contains("register.formula_empty"))
    #expect(rows[3].isSound && rows[3].details?.name.text == "<b>甲</b>" && rows[3].details?.address?.text == "=1+1")
    #expect(rows[5].problems.allSatisfy { ($0.values["value"]?.count ?? 0) <= 60 })
    let first = try csv("名称,地址,行业监管,属地,用途\n同上,一路1号,消防大队,石桥镇,商场\n").rows[0]
    #expect(first.problems.map(\.code.code).contains("register.nothing_above"))
  }

  @Test("What a spreadsheet would take for a formula goes out with a mark and comes back without")
  func formulas() {
    for text in ["=1+1", "-1层", "+86", "@商场", "'=1", "甲", "'甲", ""] {
      #expect(PlainCell.read(PlainCell.written(text)) == text)
    }
    #expect(PlainCell.written("=1+1") == "'=1+1" && PlainCell.written("甲-乙") == "甲-乙")
  }
}

extension SubjectReading {
  /// The rows of a short list, in the file's order.
  var rows: [SubjectRowReading] { (sound.first + unsound.first).sorted { $0.number < $1.number } }
}
