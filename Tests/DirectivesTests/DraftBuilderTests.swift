import Bulletins
import Directives
import Directory
import Foundation
import Ground
import Packs
import Testing

/// Drafts for 清河区: who is proposed, until when, and why.
struct DraftBuilderTests {
  let packs: PackLibrary
  let builder: DraftBuilder
  let meeting = CivilDate(year: 2026, month: 3, day: 12)!

  init() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Resources/packs")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".yaml") }
      .sorted()
    packs = try PackLibrary.load(
      files: names.map { ($0, try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8)) })
    builder = DraftBuilder(directory: clearRiver, packs: packs, calendar: try WorkCalendar(editions: []))
  }

  func drafts(_ demands: String) -> [DirectiveDraft] {
    let text = "全区安全生产调度会议召开\n3月12日，区长周启明主持召开全区安全生产调度会议。会议要求，\(demands)"
    let minutes = Reader(words: packs.words).read(MappedText(Array(text.utf8))).minutes
    return builder.drafts(for: minutes, meetingDate: meeting, today: meeting)
  }

  func rules(_ draft: DirectiveDraft) -> [String] { draft.reasons.map(\.rule) }

  @Test func aShortNameFindsItsUnit() throws {
    let draft = try #require(drafts("市监局、住建局要开展电梯专项检查。").first)
    #expect(draft.lead?.text == "sj")
    #expect(draft.supporting.map(\.text) == ["zj"])
    #expect(draft.leader?.text == "lin")
    #expect(rules(draft).contains("unit.named"))
  }

  @Test func aFieldWithoutAUnitGoesToItsUsualDepartment() throws {
    let draft = try #require(drafts("要加强人员密集场所的消防安全检查。").first)
    #expect(draft.lead?.text == "xf")
    #expect(rules(draft).contains("unit.field_default") && rules(draft).contains("due.default"))
    #expect(draft.due?.source == "directive.default")
  }

  @Test func aFieldNobodyHasLeavesTheChoice() throws {
    let draft = try #require(drafts("要加强景区游乐项目安全检查，排查旅游隐患。").first)
    #expect(draft.lead == nil)
    #expect(rules(draft).contains("unit.none"))
  }

  @Test func everyTownFansOut() throws {
    let draft = try #require(drafts("各街镇要开展消防通道清理行动。").first)
    #expect(draft.fanOut.map(\.text) == ["sq", "lw", "sh"])
    #expect(rules(draft).contains("unit.fan_out"))
  }

  @Test(arguments: [
    ("要在3月底前完成消防设施检查", "2026-03-31"), ("要在6月10日前完成消防设施检查", "2026-06-10"),
    ("要在2月20日前完成消防设施检查", "2027-02-20"), ("要在月底前完成消防设施检查", "2026-03-31"),
    ("要在5个工作日内完成消防设施检查", "2026-03-19"), ("要在年底前完成消防设施检查", "2026-12-31"),
    // The meeting was on a Thursday.
    ("要在本周五前完成消防设施检查", "2026-03-13"), ("要在下周三前完成消防设施检查", "2026-03-18"),
    ("要在二季度末前完成消防设施检查", "2026-06-30"), ("3月20日至4月12日要开展消防设施检查", "2026-04-12"),
  ])
  func aStatedDayIsTheDueDay(demand: String, day: String) throws {
    let draft = try #require(drafts(demand + "。").first)
    #expect(draft.due?.nominal.iso == day)
    #expect(draft.due?.source == "stated")
  }

  @Test func aNamedPeriodLeavesTheDateToAPerson() throws {
    let draft = try #require(drafts("要在汛期来临前完成消防设施检查。").first)
    #expect(rules(draft).contains("due.period") && rules(draft).contains("due.default"))
  }

  @Test func atOnceTakesTheShortestTerm() throws {
    let draft = try #require(drafts("要立即清理消防通道。").first)
    #expect(draft.isImmediate)
    #expect(draft.due?.source == "directive.immediate")
  }

  @Test func aClauseAboutPersonsHasNoText() throws {
    let draft = try #require(drafts("各街镇要加强重点人员稳控，完善工作预案。").first)
    #expect(draft.needsLawfulDuty && draft.text.isEmpty && !draft.offeredDuties.isEmpty)
    #expect(!draft.reasons.isEmpty)
  }
}
