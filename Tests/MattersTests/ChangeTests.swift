import Ground
import Matters
import Testing

@Suite("Changing what was issued")
struct ChangeTests {
  private let reason = Words("经会议研究")

  @Test("A text that is the same changes nothing; a new one takes its place")
  func amend() throws {
    var story = try Story()
    let text = try #require(story.matter?.text)
    #expect(story.codes(.amend(text: text, reason: reason), "coordinator") == [.nothingChanges])
    #expect(story.codes(.amend(text: Words(""), reason: Words("")), "coordinator") == [.wordsBlank, .wordsBlank])
    try story.tell(.amend(text: Words("新的内容"), reason: reason), "coordinator")
    #expect(story.matter?.text.text == "新的内容" && story.matter?.phase == .assigned)
  }

  @Test("A due day moves to today or later, and to another day")
  func due() throws {
    var story = try Story()
    func move(_ days: Int) -> MatterCommand { .changeDue(Qinghe.start.adding(days: days), reason: reason) }
    #expect(story.codes(move(18), "coordinator") == [.nothingChanges])
    #expect(story.codes(move(-1), "coordinator") == [.duePast])
    #expect(story.codes(move(0), "coordinator") == [])
    try story.tell(move(40), "coordinator")
    #expect(story.matter?.due?.day == Qinghe.start.adding(days: 40))
  }

  @Test("Reassigning to the same units changes nothing; other supporting units leave it signed")
  func reassign() throws {
    var story = try Story(upTo: .underway)
    func to(_ lead: UnitID, _ supporting: [UnitID]) -> MatterCommand {
      .reassign(lead: lead, supporting: supporting, reason: reason)
    }
    #expect(story.codes(to(Qinghe.shiqiao, [Qinghe.fire]), "coordinator") == [.nothingChanges])
    #expect(story.codes(to(Qinghe.government, []), "coordinator") == [.governmentNotResponsible])
    try story.tell(to(Qinghe.shiqiao, [Qinghe.emergency]), "coordinator")
    #expect(story.matter?.phase == .underway && story.matter?.supporting == [Qinghe.emergency])
  }

  @Test("Cancelling names reason and authority")
  func cancel() throws {
    let story = try Story()
    #expect(story.codes(.cancel(reason: reason, authority: Words(" ")), "coordinator") == [.wordsBlank])
    #expect(story.refusal(.cancel(reason: reason, authority: Words(" ")), "coordinator").first?.place == "authority")
  }
}
