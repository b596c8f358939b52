import Ground
import Matters
import Testing

@Suite("A demand on every town")
struct FanOutTests {
  private static let first = MatterID(trusted: "c1")
  private static let second = MatterID(trusted: "c2")

  private func parent() throws -> Story {
    try Story(
      Qinghe.issue(
        lead: Qinghe.office,
        children: [
          ChildState(matter: Self.first, unit: Qinghe.shiqiao, phase: .assigned),
          ChildState(matter: Self.second, unit: Qinghe.liuwan, phase: .assigned),
        ]), context: Qinghe.context(onSite: true, otherUnit: true))
  }

  private func moved(_ moves: [(MatterID, Phase)]) throws -> Story {
    var story = try parent()
    for (child, phase) in moves { try story.tell(.noteChild(child, phase), "rule.ready") }
    return story
  }

  @Test("It stands where its children stand")
  func moves() throws {
    let (first, second) = (Self.first, Self.second)
    #expect(try moved([]).matter?.phase == .assigned)
    #expect(try moved([(first, .underway)]).matter?.phase == .underway)
    #expect(try moved([(first, .closed)]).matter?.phase == .underway)
    #expect(try moved([(first, .closed), (second, .submitted)]).matter?.phase == .underway)
    #expect(try moved([(first, .closed), (second, .closed)]).matter?.phase == .submitted)
    #expect(try moved([(first, .closed), (second, .cancelled)]).matter?.phase == .submitted)
    #expect(try moved([(first, .cancelled), (second, .cancelled)]).matter?.phase == .underway)
    #expect(try moved([(first, .closed), (second, .closed), (first, .underway)]).matter?.phase == .underway)
  }

  @Test("The coordinator closes it once all children are closed or cancelled, one at least closed")
  func close() throws {
    let close = MatterCommand.close(conclusion: Words("各镇均已完成"), onSite: false)
    let ready = try moved([(Self.first, .closed), (Self.second, .cancelled)])
    #expect(ready.codes(close, "coordinator") == [])
    #expect(ready.codes(close, "verifier") == [.coordinatorOnly])
    let open = try moved([(Self.first, .closed)])
    #expect(open.codes(close, "coordinator") == [.childrenOpen])
    #expect(open.refusal(close, "coordinator").first?.message(in: .chinese).contains("柳湾镇") == true)
    let cancelled = try moved([(Self.first, .cancelled), (Self.second, .cancelled)])
    #expect(cancelled.codes(close, "coordinator") == [.childrenAllCancelled])
    #expect(cancelled.codes(Qinghe.command(.cancel, by: "coordinator"), "coordinator") == [])
  }

  @Test("Reopening a child reopens it")
  func reopened() throws {
    var story = try moved([(Self.first, .closed), (Self.second, .closed)])
    try story.tell(.close(conclusion: Words("完成"), onSite: false), "coordinator")
    #expect(story.codes(Qinghe.command(.reopen, by: "coordinator"), "coordinator") == [.movesByChildren])
    try story.tell(.noteChild(Self.second, .underway), "rule.ready")
    #expect(story.matter?.phase == .underway && story.matter?.closure == nil && story.matter?.reopenings == 1)
    #expect(story.matter?.children.map(\.phase) == [.closed, .underway])
  }

  @Test("It takes no unit's act, and is not returned or reassigned")
  func acts() throws {
    let story = try parent()
    for act: ActKind in [.acknowledge, .reportProgress, .addEvidence, .submit, .returnForRework, .reassign] {
      #expect(story.codes(Qinghe.command(act, by: "coordinator"), "coordinator").contains(.movesByChildren), "\(act)")
    }
    #expect(story.codes(Qinghe.command(.changeDue, by: "coordinator"), "coordinator") == [])
    #expect(story.codes(Qinghe.command(.amend, by: "coordinator"), "coordinator") == [])
  }

  @Test("Only a rule notes where a child stands; a stranger is no child; the same twice is nothing")
  func notes() throws {
    var story = try parent()
    #expect(story.codes(.noteChild(Self.first, .underway), "coordinator") == [.ruleOnly])
    #expect(story.codes(.noteChild(MatterID(trusted: "x"), .underway), "rule.ready") == [.notAChild])
    let version = story.matter?.version
    try story.tell(.noteChild(Self.first, .assigned), "rule.ready")
    #expect(story.matter?.version == version)
  }

  @Test("Children are distinct and do not fan out again")
  func unsound() throws {
    let child = ChildState(matter: Self.first, unit: Qinghe.shiqiao, phase: .assigned)
    let sameUnit = ChildState(matter: Self.second, unit: Qinghe.shiqiao, phase: .assigned)
    let begun = ChildState(matter: Self.first, unit: Qinghe.shiqiao, phase: .underway)
    var none = try parent()
    none.matter = nil
    for children in [[child, child], [child, sameUnit], [begun]] {
      #expect(none.codes(.issue(Qinghe.issue(children: children)), "coordinator") == [.fanOutUnsound])
    }
    let nested = Qinghe.issue(parent: Self.second, children: [child])
    #expect(none.codes(.issue(nested), "coordinator") == [.fanOutUnsound])
    #expect(none.codes(.issue(Qinghe.issue(children: [child])), "coordinator") == [])
  }
}
