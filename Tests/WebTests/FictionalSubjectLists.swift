import Directory
import Ground
import Operations
import Packs
import Registers
import Subjects
import Web

/// Lists of subjects of 清河区 on their way in.
extension Pages {
  static func subjectLine(_ subjects: Int, left: Int? = nil) -> SubjectImportLine {
    let at = Instant(Qinghe.today, minutes: 600)
    return SubjectImportLine(
      id: OperationID(trusted: "op-3.import"), name: Words("九小<场所>.xlsx"), type: type.title, at: at,
      by: .officer(Qinghe.he), subjects: subjects, total: 250, refused: 12,
      givenBack: left.map { _ in GivenBackLine(at: at, by: .officer(Qinghe.he), reason: Words("选错了文件")) },
      left: left ?? subjects)
  }

  static let subjectImports = SubjectImportList(
    types: [type],
    imports: [subjectLine(250), subjectLine(200), subjectLine(250, left: 0), subjectLine(250, left: 50)],
    waiting: [WaitingRegister(id: OperationID(trusted: "op-4"), name: "待看<2>.csv", at: Instant(Qinghe.today))])

  static func subjectReview(begun: SubjectImportLine?) -> SubjectImportReview {
    var sound = SubjectRowReading(number: 4)
    (sound.name, sound.details) = ("东河百货商场", details)
    sound.risk = RiskGrading(grade: .orange, reason: Words("客流大"), on: Qinghe.today)
    sound.remarks = [RowRemark("C4", Bilingual("“同上”取上一行的“应急管理局”。", "“同上” takes “应急管理局” from the row above."))]
    var sick = SubjectRowReading(number: 5)
    sick.name = "东河<宾馆>"
    sick.problems = [
      Problem(.rowUnitUnknown, at: "C5", ["value": "应急管理", "near": "应急管理局"]),
      Problem(.subjectTwice, at: "A5", ["row": "4"]),
    ]
    let many = (0..<101).map { index in
      var row = SubjectRowReading(number: 10 + index)
      (row.name, row.details) = ("第\(index)号", details)
      return row
    }
    var reading = SubjectReading(
      titles: ["名称", "地址", "主管部门", "", "联系电话"], columns: [.name, .address, .supervising, nil, nil],
      remarks: [RowRemark("E", Bilingual("“联系电话”一栏不导入。", "The column “联系电话” is not taken over."))], problems: [])
    for row in [sound, sick] + many { reading.add(row) }
    reading.add(PassedRow(number: 3, why: Bilingual("分节标题", "a heading"), text: "一、东河街道"))
    return SubjectImportReview(
      id: OperationID(trusted: "op-4"), name: "九小<场所>.xlsx", type: type, sheets: ["名单（9）", "Sheet2（0）"],
      options: SubjectOptions(supervising: Qinghe.emergency.id), reading: reading, readAt: Instant(Qinghe.today),
      units: roleChoices, begun: begun)
  }
}
