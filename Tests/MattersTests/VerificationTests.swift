import Ground
import Matters
import Testing

@Suite("Whoever handled it cannot verify it")
struct VerificationTests {
  private let close = MatterCommand.close(conclusion: Words("属实"), onSite: true)
  private let rework = MatterCommand.returnForRework(reasons: Words("不符"))

  @Test("Recorder, named handler and unit lead have handled it; issuing and returning are no handling")
  func handled() throws {
    var story = try Story()
    let handler = OfficerID(trusted: "shiqiao-handler")
    try story.tell(.acknowledge(handler: handler, onBehalf: Qinghe.onBehalf()), "coordinator2")
    #expect(story.matter?.handler == handler)
    #expect(story.matter?.handledBy.map(\.text) == ["coordinator2", "shiqiao-handler", "shiqiao-lead"])
    #expect(story.matter?.handlingUnits.map(\.text) == ["shiqiao", "office"])
    try story.tell(Qinghe.command(.submit, by: "shiqiao-lead"), "shiqiao-lead")
    #expect(story.codes(close, "coordinator2") == [.verifierHandled])
    #expect(story.codes(close, "coordinator") == [])
    try story.tell(rework, "coordinator")
    try story.tell(Qinghe.command(.submit, by: "shiqiao-lead"), "shiqiao-lead")
    #expect(story.matter?.returns == 1)
    try story.tell(close, "coordinator")
    #expect(story.matter?.closure?.by.text == "coordinator")
  }

  @Test("A supporting unit's evidence makes its officers and its lead handlers of the matter")
  func supporting() throws {
    var story = try Story(upTo: .underway)
    try story.tell(.addEvidence(Qinghe.evidence(), onBehalf: nil), "fire-handler")
    #expect(story.matter?.handledBy.map(\.text) == ["shiqiao-handler", "shiqiao-lead", "fire-handler", "fire-lead"])
    #expect(story.matter?.evidence.map(\.id.text) == ["e1"])
    #expect(story.codes(.addEvidence(Qinghe.evidence(), onBehalf: nil), "fire-handler") == [.evidenceRepeated])
  }

  @Test("The standard may ask for another unit; recording on behalf makes the office a handling unit")
  func otherUnit() throws {
    var story = try Story(upTo: .submitted, context: Qinghe.context(otherUnit: true))
    #expect(story.codes(close, "shiqiao-verifier") == [.verifierSameUnit])
    #expect(story.codes(rework, "shiqiao-verifier") == [.verifierSameUnit])
    #expect(story.codes(close, "coordinator") == [])
    try story.tell(rework, "verifier")
    try story.tell(Qinghe.command(.submit, by: "coordinator"), "coordinator")
    #expect(story.codes(close, "coordinator") == [.verifierHandled, .verifierSameUnit])
    #expect(story.codes(close, "coordinator2") == [.verifierSameUnit])
    let hint = try #require(story.refusal(close, "coordinator2").first?.hint(in: .chinese))
    #expect(hint.contains("区应急局执法队长") && !hint.contains("安委办") && !hint.contains("石桥镇"))
    #expect(story.codes(close, "verifier") == [])
    story.context = Qinghe.context()
    #expect(story.codes(close, "coordinator2") == [])
  }

  @Test("On site or not")
  func onSite() throws {
    let story = try Story(upTo: .submitted, context: Qinghe.context(onSite: true))
    let desk = MatterCommand.close(conclusion: Words("材料齐全"), onSite: false)
    #expect(story.codes(desk, "verifier") == [.onSiteMissing])
    #expect(story.codes(close, "verifier") == [])
    #expect(try Story(upTo: .submitted).codes(desk, "verifier") == [])
  }

  @Test("As much evidence as the standard asks for, not one less")
  func evidence() throws {
    var story = try Story(upTo: .underway, context: Qinghe.context(evidence: 2))
    let submit = Qinghe.command(.submit, by: "shiqiao-lead")
    #expect(story.codes(submit, "shiqiao-lead") == [.evidenceMissing])
    try story.tell(.addEvidence(Qinghe.evidence("e1"), onBehalf: nil), "shiqiao-lead")
    #expect(story.codes(submit, "shiqiao-lead") == [.evidenceMissing])
    try story.tell(.addEvidence(Qinghe.evidence("e2"), onBehalf: nil), "shiqiao-lead")
    #expect(story.codes(submit, "shiqiao-lead") == [])
  }

  @Test("Reassigned and reopened, those who handled it stay so")
  func kept() throws {
    var story = try Story(upTo: .underway)
    try story.tell(Qinghe.command(.reassign, by: "coordinator"), "coordinator")
    #expect(story.matter?.handler == nil && story.matter?.phase == .assigned && story.matter?.lead == Qinghe.liuwan)
    try story.tell(Qinghe.command(.acknowledge, by: "liuwan-handler"), "liuwan-handler")
    try story.tell(Qinghe.command(.submit, by: "liuwan-handler"), "liuwan-handler")
    let handled = ["shiqiao-handler", "shiqiao-lead", "liuwan-handler", "liuwan-lead"]
    #expect(story.matter?.handledBy.map(\.text) == handled)
    #expect(story.codes(close, "liuwan-lead") == [.verifierHandled])
    try story.tell(close, "verifier")
    try story.tell(Qinghe.command(.reopen, by: "coordinator"), "coordinator")
    #expect(story.matter?.handledBy.map(\.text) == handled)
    #expect(story.matter?.closure == nil && story.matter?.reopenings == 1 && story.matter?.phase == .underway)
  }
}
