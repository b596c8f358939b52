import Directory
import Foundation
import Ground
import Packs
import Testing

@testable import Matters

/// A look-back names its rule and the unit that holds it.
@Suite struct LookBackTests {
  private let standard = CloseOutStandard(
    code: "plain", title: Bilingual("一般", "plain"), minimumEvidence: 0, onSite: false, otherUnit: false,
    lookBack: "look_back")
  private let held = MatterCommand.lookBack(conclusion: Words("已巩固"), holds: true, onSite: true, due: nil)

  private func closed(in directory: Directory = Qinghe.directory) throws -> Story {
    var story = try Story(upTo: .closed, context: Qinghe.context(standard, directory: directory))
    story.now = Instant(try #require(story.matter?.life.lookBack?.due.day))
    return story
  }

  private func assign(_ unit: UnitID, _ reason: String = "人手不足") -> MatterCommand {
    .assignLookBack(unit: unit, reason: Words(reason))
  }

  @Test func goesToAUnitThatNeitherHandledNorClosedIt() throws {
    let story = try closed()
    let lookBack = try #require(story.matter?.life.lookBack)
    #expect(lookBack.due.source == "look_back" && lookBack.due.rule == .workdays(20))
    #expect(lookBack.unit == Qinghe.liuwan)
    #expect(story.matter?.waiting.filter { $0.kind == .lookBack }.map(\.unit) == [Qinghe.liuwan])
    #expect(story.codes(held, "verifier") == [.lookBackSame])
    #expect(story.codes(held, "verifier2") == [.lookBackElsewhere])
    #expect(story.codes(held, "shiqiao-verifier") == [.lookBackElsewhere])
    #expect(story.codes(held, "liuwan-lead") == [] && story.codes(held, "coordinator") == [])
    let hint = try #require(story.refusal(held, "verifier2").first).hint(in: .chinese)
    #expect(hint.contains("柳湾镇镇长") && !hint.contains("执法员"))
  }

  @Test func isGivenToAnotherUnitWithAReason() throws {
    var story = try closed()
    #expect(story.codes(assign(Qinghe.shiqiao), "coordinator") == [.lookBackUnfit])
    #expect(story.codes(assign(Qinghe.fire), "coordinator") == [.lookBackUnfit])
    #expect(story.codes(assign(UnitID(trusted: "nowhere")), "coordinator") == [.lookBackUnfit])
    #expect(story.codes(assign(Qinghe.liuwan), "coordinator") == [.nothingChanges])
    #expect(story.codes(assign(Qinghe.emergency, " "), "coordinator") == [.wordsBlank])
    #expect(story.codes(assign(Qinghe.emergency), "verifier2") == [.coordinatorOnly])
    try story.tell(assign(Qinghe.emergency), "coordinator")
    #expect(story.matter?.life.lookBack?.unit == Qinghe.emergency)
    #expect(story.codes(held, "liuwan-lead") == [.lookBackElsewhere])
    // Whoever closed it stays out, though the unit is theirs.
    #expect(story.codes(held, "verifier") == [.lookBackSame])
    try story.tell(held, "verifier2")
    #expect(story.codes(assign(Qinghe.liuwan), "coordinator") == [.noLookBack])
    let open = try Story(upTo: .underway, context: Qinghe.context(standard))
    #expect(open.codes(assign(Qinghe.liuwan), "coordinator") == [.notYetClosed])
  }

  /// With no other unit left another officer of the one that closed it holds it; with nobody left it names none.
  @Test func staysWhereNobodyElseIs() throws {
    func without(_ ids: [String]) -> Directory {
      var directory = Qinghe.directory
      for id in ids {
        guard let one = directory.officers[OfficerID(trusted: id)] else { continue }
        directory.apply(
          .officerSet(
            Qinghe.officer(id, one.post.shown, one.unit, Array(one.roles), order: one.order, hasLeft: true)))
      }
      return directory
    }
    let few = ["liuwan-lead", "coordinator2"]
    #expect(try closed(in: without(few)).matter?.life.lookBack?.unit == Qinghe.office)
    let fewer = LookBackUnits(
      try #require(try closed().matter), closedBy: [OfficerID(trusted: "verifier")],
      without(few + ["coordinator"]))
    #expect(fewer.proposed(closedAt: Qinghe.emergency) == Qinghe.emergency)
    let none = LookBackUnits(
      try #require(try closed().matter), closedBy: [OfficerID(trusted: "verifier")],
      without(few + ["coordinator", "verifier2"]))
    #expect(none.proposed(closedAt: Qinghe.emergency) == nil)
  }

  /// Entries that were written before look-backs were assigned.
  @Test func olderEntriesNameNoUnitAndAnyVerifierHoldsIt() throws {
    var story = try Story(upTo: .closed)
    let due = try #require(
      try? DueClock(calendar: WorkCalendar(editions: [])).due(
        .workdays(20), from: Qinghe.start, source: "standard.plain"))
    let text = String(decoding: try JSONEncoder().encode(LookBack(due: due, closedBy: [])), as: UTF8.self)
    #expect(!text.contains("unit"))
    let lookBack = try JSONDecoder().decode(LookBack.self, from: Data(text.utf8))
    story.keep(MatterEvent(.lookBackSet(lookBack), by: "verifier", at: story.now))
    story.now = Instant(due.day)
    #expect(story.matter?.waiting.filter { $0.kind == .lookBack }.map(\.unit) == [Qinghe.shiqiao])
    #expect(story.codes(held, "verifier2") == [] && story.codes(held, "liuwan-lead") == [])
  }
}
