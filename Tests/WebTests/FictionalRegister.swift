import Directory
import Ground
import Matters
import Operations
import Registers
import Web

/// An old register of 清河区 on its way in, and the guide half-way.
extension Pages {
  static let importLine = importLine(givenBack: false)

  static func importLine(givenBack: Bool) -> RegisterImportLine {
    let at = Instant(Qinghe.today, minutes: 600)
    return RegisterImportLine(
      id: OperationID(trusted: "op-1.apply"), name: Words("2025年台账<1>.xlsx"), at: at,
      by: .officer(Qinghe.he), matters: 2,
      givenBack: givenBack ? GivenBackLine(at: at, by: .officer(Qinghe.he), reason: Words("选错了工作表")) : nil)
  }

  static let imports = RegisterImportList(
    imports: [importLine(givenBack: false), importLine(givenBack: true)],
    waiting: [WaitingRegister(id: OperationID(trusted: "op-2"), name: "待看.csv", at: Instant(Qinghe.today))])

  static func registerSheet(givenBack: Bool) -> RegisterImportSheet {
    RegisterImportSheet(line: importLine(givenBack: givenBack), rows: [row(1), row(3)])
  }

  static let registerReview: RegisterReview = {
    var sound = RegisterRow(number: 5)
    (sound.text, sound.issued, sound.closed) = ("检查人员密集场所", Qinghe.day("2026-03-02"), Qinghe.day("2026-03-10"))
    (sound.fields, sound.formerNumber, sound.origin) = ([.fire], "督2026-3号", "第二次调度会")
    sound.remarks = [RowRemark("D5", Bilingual("“3.2”读作2026-03-02。", "“3.2” is read as 2026-03-02."))]
    var sick = RegisterRow(number: 6)
    sick.text = "更新台账"
    sick.problems = [
      Problem(.rowUnitUnknown, at: "C6", ["value": "应急管理", "near": "应急管理局"]),
      Problem(.rowDayAmbiguous, at: "D6", ["value": "12/3/2026", "first": "2026-12-03", "second": "2026-03-12"]),
    ]
    let columns: [RegisterColumn?] = [.serial, .text, .lead, .issued, nil]
    let reading = RegisterReading(
      titles: ["序号", "事项", "牵头单位", "交办日期", "联系电话"], columns: columns, rows: [sound, sick],
      passed: [PassedRow(number: 4, why: Bilingual("分节标题", "a heading"), text: "一、消防安全")],
      remarks: [RowRemark("E", Bilingual("“联系电话”一栏不导入。", "The column “联系电话” is not taken over."))], problems: [])
    return RegisterReview(
      id: OperationID(trusted: "op-2"), name: "台账.xlsx", sheets: ["台账（9）", "Sheet2（0）"],
      options: RegisterOptions(year: 2026), reading: reading,
      rows: [
        RegisterReviewRow(
          row: sound, lead: Qinghe.emergency, supporting: [Qinghe.shiqiao], leader: Qinghe.he, handler: nil),
        RegisterReviewRow(row: sick, lead: nil, supporting: [], leader: nil, handler: nil),
      ], before: [importLine])
  }()

  static let setup: SetupStand = {
    let leader = PostLine(officer: Qinghe.he, roles: [.leader], fields: [.fire])
    return SetupStand(
      district: Words("清河区"), division: "219901",
      units: [UnitRow(unit: Qinghe.emergency, kind: .department, officers: [leader])],
      officers: [SetupOfficer(line: leader, login: "he"), SetupOfficer(line: leader, login: nil)], leaders: [leader],
      calendars: [
        CalendarYear(year: 2026, edition: "2026.1", source: nil),
        CalendarYear(year: 2027, edition: "2027.1", source: Words("关于2027年部分节假日安排的通知")),
      ], meetings: 1,
      matters: 3, closed: 0)
  }()

  static let holidays = HolidayReading(
    year: WorkYear(
      year: 2027, serial: 1, source: Words("关于2027年部分节假日安排的通知"),
      off: ["2027-01-01", "2027-01-02", "2027-01-03"].map(Qinghe.day), workdays: [Qinghe.day("2027-02-20")]),
    outside: [Qinghe.day("2026-12-31")])

  static let remarks = [RowRemark("2", Bilingual("“石桥镇”按名称归为街镇。", "“石桥镇” is taken as a town by its name."))]

  static let slips = [
    OneTimePassword(name: "程立春", post: "科长", unit: Words("应急管理局"), login: "cheng", password: "abcd-efgh-2345")
  ]
}
