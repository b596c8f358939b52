import Ground
import Packs
import Subjects
import TestFields
import Testing

@Suite("Attributes of a subject")
struct AttributeTests {
  private let type: SubjectType
  private var rules: AttributeRules { AttributeRules(type: type) }

  init() throws { type = try #require(Qinghe.packs.work.subjectTypes["site"]) }

  private func read(_ text: String, _ code: String) throws -> AttributeValue? {
    try rules.read(text, of: try #require(type.attribute(code)))
  }

  @Test(
    arguments: [
      ("stage", "pit", AttributeValue.choice("pit")), ("stage", "主体", .choice("structure")),
      ("stage", " Pit ", .choice("pit")), ("permit", " 甲001\u{3000}", .words(Words("甲001"))),
      ("builder", "9144 0300 1922 0382 16", .words(Words("914403001922038216"))), ("depth", "60", .number(60)),
      ("depth", "1,2", .number(12)), ("depth", "-3", .number(-3)), ("formwork", "是", .flag(true)),
      ("formwork", "有", .flag(true)), ("formwork", "YES", .flag(true)), ("formwork", "无", .flag(false)),
      ("formwork", "0", .flag(false)), ("finish", "2026-03-12", .day(CivilDate(dayNumber: 20_524))),
      ("truck", "辽a·12345", .words(Words("辽A12345"))),
      ("division", " 211102 001 ", .words(Words("211102001"))),
    ]) func whatIsTypedIsRead(_ code: String, _ text: String, _ value: AttributeValue) throws
  {
    #expect(try read(text, code) == value)
  }

  @Test(arguments: ["stage", "permit", "builder", "depth", "formwork", "finish", "truck"])
  func blankSaysNothing(_ code: String) throws {
    #expect(try read("", code) == nil)
    #expect(try read(" \u{3000}\n", code) == nil)
  }

  @Test(
    arguments: [
      ("stage", "屋面", ProblemCode.subjectChoice), ("builder", "914403001922038217", .subjectCreditCode),
      ("depth", "12米", .subjectAttributeKind), ("depth", "1.5", .subjectAttributeKind),
      ("depth", "99999999999999999999", .subjectAttributeKind), ("formwork", "可能", .subjectFlag),
      ("finish", "2026-02-30", .subjectDay), ("finish", "3月12日", .subjectDay), ("truck", "辽A1I345", .subjectPlate),
      ("division", "2111", .subjectDivisionCode),
    ]) func whatCannotBeReadIsRefused(_ code: String, _ text: String, _ problem: ProblemCode)
  {
    let error = #expect(throws: Problem.self) { try read(text, code) }
    #expect(error?.code == problem && error?.place == code)
  }

  @Test func aSoundSetHasNoProblem() {
    #expect(
      rules.problems([
        "stage": .choice("pit"), "permit": .words(Words("12345")), "builder": .words(Words("91110000710925462X")),
        "depth": .number(1), "formwork": .flag(false), "finish": .day(Qinghe.today), "truck": .words(Words("辽A12345")),
      ]) == [])
    #expect(rules.problems(["stage": .choice("structure"), "depth": .number(60)]) == [])
  }

  @Test(
    arguments: [
      ("permit", AttributeValue.words(Words("123456")), ProblemCode.subjectLong),
      ("permit", .words(Words(" \u{200B}")), .subjectBlank), ("permit", .number(1), .subjectAttributeKind),
      ("depth", .number(0), .subjectNumber), ("depth", .number(61), .subjectNumber),
      ("depth", .flag(true), .subjectAttributeKind), ("stage", .choice("roof"), .subjectChoice),
      ("stage", .words(Words("pit")), .subjectAttributeKind), ("formwork", .number(1), .subjectAttributeKind),
      ("finish", .words(Words("2026-03-12")), .subjectAttributeKind),
      ("builder", .words(Words("914403001922038217")), .subjectCreditCode),
      ("builder", .choice("x"), .subjectAttributeKind), ("truck", .words(Words("A12345")), .subjectPlate),
      ("division", .words(Words("991102")), .subjectDivisionCode), ("division", .number(211102), .subjectAttributeKind),
      ("colour", .choice("red"), .subjectAttribute),
    ]) func eachKindIsHeld(_ code: String, _ value: AttributeValue, _ problem: ProblemCode)
  {
    var values: [String: AttributeValue] = ["stage": .choice("pit")]
    values[code] = value
    let problems = rules.problems(values)
    #expect(problems.map(\.code) == [problem] && problems.map(\.place) == [code], "\(problems)")
  }

  @Test func whatIsRequiredMustBeThere() {
    #expect(rules.problems([:]).map(\.code) == [.subjectAttributeMissing])
    #expect(rules.problems(["a": .flag(true), "b": .flag(true)]).map(\.place) == ["a", "b", "stage"])
  }
}
