import Ground
import Matters
import Testing

@Suite("Acting in another's place")
struct StandInTests {
  private let close = MatterCommand.close(conclusion: Words("属实"), onSite: true)

  @Test("The act is judged by the unit and roles of whom one stands in for")
  func rights() throws {
    var story = try Story()
    #expect(story.codes(Qinghe.command(.acknowledge, by: "liuwan-lead"), "liuwan-lead") == [.leadUnitOnly])
    try story.tell(Qinghe.command(.acknowledge, by: "shiqiao-lead"), "liuwan-lead/shiqiao-lead")
    #expect(story.matter?.phase == .underway)
    #expect(story.events.last?.by == "liuwan-lead/shiqiao-lead")
    // One's own roles do not come along: an auditor's place verifies nothing.
    try story.tell(Qinghe.command(.submit, by: "shiqiao-lead"), "shiqiao-lead")
    #expect(story.codes(close, "verifier/auditor").contains(.verifierOnly))
  }

  @Test("Whoever stood in has handled it, and so has whom they stood in for")
  func handled() throws {
    var story = try Story()
    try story.tell(Qinghe.command(.acknowledge, by: "shiqiao-handler"), "verifier/shiqiao-handler")
    let handled = story.matter?.handledBy.map(\.text) ?? []
    #expect(handled == ["verifier", "shiqiao-handler", "shiqiao-lead"])
    #expect(story.matter?.handlingUnits.map(\.text) == ["shiqiao", "emergency"])
    try story.tell(Qinghe.command(.submit, by: "shiqiao-lead"), "shiqiao-lead")
    #expect(story.codes(close, "verifier") == [.verifierHandled])
    #expect(story.codes(close, "verifier2") == [])
  }

  @Test("Nobody verifies in another's place what they handled, nor lends that place to verify what its holder handled")
  func verified() throws {
    var story = try Story(upTo: .submitted)
    #expect(story.codes(close, "shiqiao-handler/verifier") == [.verifierHandled])
    #expect(story.codes(close, "verifier/verifier2") == [])
    try story.tell(close, "verifier/verifier2")
    #expect(story.matter?.closure?.by.text == "verifier")
  }

  @Test("Another unit is asked of both where the standard asks for one")
  func otherUnit() throws {
    let story = try Story(upTo: .submitted, context: Qinghe.context(otherUnit: true))
    #expect(story.codes(close, "shiqiao-verifier/verifier") == [.verifierSameUnit])
    #expect(story.codes(close, "verifier/shiqiao-verifier") == [.verifierSameUnit])
  }
}
