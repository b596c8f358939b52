import Formats
import Ground
import Testing

@Suite("The roster door")
struct RosterDoorTests {
  static let door = RosterDoor(
    names: ["姓名"], columns: ["身份证", "电话", "手机", "户籍", "危险等级"], watch: ["稳控责任人", "重点人员", "稳控措施"])

  func refusal(_ bytes: [UInt8], _ kind: FileKind) -> Problem? {
    do throws(Problem) {
      try RosterDoorTests.door.inspect(bytes, kind)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    "序号,姓名,身份证号码\n1,某甲,\n", "序号\t姓 名\t户籍地\n", "序号 姓名 联系电话（手机）\n", "姓名\n,手机号\n",
    "序号,重点人员,稳控责任人\n",
  ])
  func refusesColumnsOfPersons(table: String) {
    let found = refusal(Array(table.utf8), .csv)
    #expect(found?.code == .rosterColumns)
    #expect(found?.message(in: .chinese).contains("《个人信息保护法》第六条、第三十四条") == true)
  }

  @Test(arguments: [
    "序号,场所,检查次数\n1,石桥镇校车停放点,3\n", "单位,参训人次,联系电话\n石桥镇,12,\n",
    "请各镇报送联系人姓名。\n另请将值班电话报区安委办。\n另行通知。\n", "会议要求，做好重点人员相关工作预案。\n",
    "加强重点群体、重点人员、稳控责任人的工作,做好姓名,电话登记。\n", "姓名\n甲\n乙\n丙\n电话会议安排\n",
  ])
  func letsRegistersOfMattersPass(table: String) { #expect(refusal(Array(table.utf8), .csv) == nil) }

  @Test func looksIntoSheetsAndDocuments() throws {
    let rows = [["信访台账"], ["序号", "姓名", "户籍所在地"], ["1", "某甲", "石桥镇"]]
    #expect(refusal(try xlsx(rows), .xlsx)?.code == .rosterColumns)
    #expect(refusal(try xlsx([["序号", "事项", "办理单位"]]), .xlsx) == nil)
    let cells = ["序号", "姓名", "性别", "身份证号"].map { "<w:tc>\(paragraph($0))</w:tc>" }.joined()
    #expect(refusal(try docx("<w:tbl><w:tr>\(cells)</w:tr></w:tbl>"), .docx)?.code == .rosterColumns)
    #expect(refusal(try docx(paragraph("已完成整改。")), .docx) == nil)
  }

  @Test func looksIntoTextInGB18030() throws {
    #expect(refusal(try encode("序号,姓名,身份证号\n"), .csv)?.code == .rosterColumns)
  }

  /// Numbers of nobody: an area code that is none, birth days long past, the check place computed here.
  static func identity(_ serial: Int) -> String {
    let body = "110105" + "18910228" + String(String(1000 + serial).suffix(3))
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(body, weights).reduce(0) { $0 + ($1.0.wholeNumberValue ?? 0) * $1.1 }
    return body + String(Array("10X98765432")[sum % 11])
  }

  @Test func countsIdentityNumbers() {
    let vector = "11010519491231002X"
    #expect(PersonalNumbers(in: Array("号\(vector)。".utf8)).ids == 1)
    #expect(PersonalNumbers(in: Array("110105194912310021".utf8)).ids == 0)
    #expect(PersonalNumbers(in: Array("9\(vector)".utf8)).ids == 0)
    let two = [vector, RosterDoorTests.identity(1), vector].joined(separator: "\n")
    #expect(refusal(Array(two.utf8), .txt) == nil)
    let three = two + "\n" + RosterDoorTests.identity(2)
    #expect(refusal(Array(three.utf8), .txt)?.values["ids"] == "3")
  }

  @Test func countsMobileNumbers() {
    let four = (0..<4).map { "1380000000\($0)" }
    #expect(refusal(Array(four.joined(separator: "、").utf8), .txt) == nil)
    #expect(refusal(Array((four + [four[0]]).joined(separator: "、").utf8), .txt) == nil)
    for fifth in ["13900000000", "139-0000-0000", "139 0000 0000", "+8613900000000"] {
      #expect(refusal(Array((four + [fifth]).joined(separator: "、").utf8), .txt)?.code == .rosterNumbers, "\(fifth)")
    }
    for none in ["12900000000", "139000000001", "1390000000", "2026-03-0613900"] {
      #expect(refusal(Array((four + [none]).joined(separator: "、").utf8), .txt) == nil, "\(none)")
    }
  }

  @Test func takesTheTextOfAPDFFromItsCaller() {
    #expect(throws: Problem.self) { try RosterDoorTests.door.inspect(text: "序号\n姓名\n身份证号\n") }
  }
}
