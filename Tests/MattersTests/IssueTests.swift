import Directory
import Ground
import Matters
import Testing

@Suite("Issuing a matter")
struct IssueTests {
  private func codes(_ issue: Matters.Issue, by actor: Actor = Qinghe.actor("coordinator")) -> [ProblemCode] {
    do throws(Refusal) {
      _ = try decide(.issue(issue), on: nil, by: actor, at: Qinghe.morning, in: Qinghe.context())
      return []
    } catch {
      return error.problems.map(\.code)
    }
  }

  @Test("What is issued is the matter, assigned")
  func issued() throws {
    let matter = try #require(Story().matter)
    #expect(matter.phase == .assigned && matter.version == 1 && matter.number == "QH-2026-0001")
    #expect((matter.lead, matter.supporting) == (Qinghe.shiqiao, [Qinghe.fire]))
    #expect(matter.handledBy.isEmpty && matter.issuedAt == Qinghe.morning && !matter.isParent)
  }

  @Test("Coordinators and rules issue, nobody else")
  func who() {
    #expect(codes(Qinghe.issue(), by: .rule("rule.ready")) == [])
    for person in ["leader", "verifier", "administrator", "shiqiao-lead", "auditor"] {
      #expect(codes(Qinghe.issue(), by: Qinghe.actor(person)) == [.coordinatorOnly])
    }
    #expect(codes(Qinghe.issue(), by: Qinghe.actor("retired")) == [.hasLeft])
  }

  @Test("The text is neither blank nor longer than 2000 characters")
  func text() {
    #expect(codes(Qinghe.issue(text: "")) == [.wordsBlank])
    #expect(codes(Qinghe.issue(text: " \u{3000}\u{200B}\n")) == [.wordsBlank])
    #expect(codes(Qinghe.issue(text: String(repeating: "查", count: 2000))) == [])
    #expect(codes(Qinghe.issue(text: String(repeating: "查", count: 2001))) == [.wordsLong])
    #expect(codes(Qinghe.issue(text: "e" + String(repeating: "\u{301}", count: 2000))) == [.wordsLong])
  }

  @Test("The units are known, responsible and named once")
  func units() {
    let unknown = UnitID(trusted: "nowhere")
    #expect(codes(Qinghe.issue(lead: unknown)) == [.unitUnknown])
    #expect(codes(Qinghe.issue(supporting: [unknown])) == [.unitUnknown])
    #expect(codes(Qinghe.issue(lead: Qinghe.government)) == [.governmentNotResponsible])
    #expect(codes(Qinghe.issue(supporting: [Qinghe.shiqiao])) == [.supportingRepeats])
    #expect(codes(Qinghe.issue(supporting: [Qinghe.fire, Qinghe.fire])) == [.supportingRepeats])
    #expect(codes(Qinghe.issue(lead: Qinghe.office, supporting: [Qinghe.fire, Qinghe.liuwan])) == [])
  }

  @Test("Due today is possible, due yesterday only for an imported register")
  func due() {
    let today = Qinghe.start
    #expect(codes(Qinghe.issue(due: today)) == [])
    #expect(codes(Qinghe.issue(due: nil)) == [])
    #expect(codes(Qinghe.issue(due: today.adding(days: -1))) == [.duePast])
    #expect(codes(Qinghe.issue(due: today.adding(days: -1)), by: .rule("rule.ready")) == [.duePast])
    #expect(codes(Qinghe.issue(due: today.adding(days: -1)), by: .importing) == [])
  }

  @Test("Number, standard and leader")
  func register() {
    #expect(codes(Qinghe.issue(number: "")) == [.numberMissing])
    #expect(codes(Qinghe.issue(standard: "")) == [.standardMissing])
    #expect(codes(Qinghe.issue(standard: "other")) == [.standardMissing])
    #expect(codes(Qinghe.issue(leader: OfficerID(trusted: "leader"))) == [])
    #expect(codes(Qinghe.issue(leader: OfficerID(trusted: "coordinator"))) == [.leaderUnknown])
  }

  @Test("A number is issued once, and nothing happens to a matter that is none")
  func once() throws {
    #expect(try Story().codes(.issue(Qinghe.issue()), "coordinator") == [.alreadyIssued])
    var none = try Story()
    none.matter = nil
    #expect(none.codes(Qinghe.command(.submit, by: "shiqiao-lead"), "shiqiao-lead") == [.matterUnknown])
  }
}
