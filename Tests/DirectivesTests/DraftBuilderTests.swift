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

  func drafts(_ demands: String, by other: DraftBuilder? = nil) -> [DirectiveDraft] {
    let text = "全区安全生产调度会议召开\n3月12日，区长周启明主持召开全区安全生产调度会议。会议要求，\(demands)"
    let minutes = Reader(words: packs.words).read(MappedText(Array(text.utf8))).minutes
    return (other ?? builder).drafts(for: minutes, meetingDate: meeting, today: meeting)
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
    // Months are months (Civil Code art. 202).
    ("要在6个月内完成消防设施改造", "2026-09-12"),
  ])
  func aStatedDayIsTheDueDay(demand: String, day: String) throws {
    let draft = try #require(drafts(demand + "。").first)
    #expect(draft.due?.nominal.iso == day)
    #expect(draft.due?.source == "stated")
  }

  /// Before a holiday that the calendar has, or a key period that the district set: the last workday before it.
  @Test(arguments: [
    ("要在国庆节前完成消防设施检查", "2026-09-30", "2026-09-30"), ("要在五一前完成消防设施检查", "2026-04-30", "2026-04-30"),
    ("要在端午节前完成消防设施检查", "2026-06-18", "2026-06-18"), ("要在中秋节前完成消防设施检查", "2026-09-24", "2026-09-24"),
    ("要在全国两会前完成消防设施检查", "2026-04-19", "2026-04-17"), ("要在国庆假期前完成消防设施检查", "2026-09-30", "2026-09-30"),
    ("要在五一小长假前完成消防设施检查", "2026-04-30", "2026-04-30"), ("要在端午节来临之前完成消防设施检查", "2026-06-18", "2026-06-18"),
  ])
  func beforeAKeyPeriod(demand: String, nominal: String, day: String) throws {
    let edition = CalendarEdition(
      year: 2026, edition: "2026.1", source: "通知",
      off: [("05-01", "05-05"), ("06-19", "06-21"), ("09-25", "09-27"), ("10-01", "10-07")].map { first, last in
        DayRun(first: CivilDate("2026-\(first)")!, last: CivilDate("2026-\(last)")!)
      }, workdays: [])
    let period = NamedPeriod(title: "全国两会期间", first: CivilDate(year: 2026, month: 4, day: 20)!)
    let builder = DraftBuilder(
      directory: clearRiver, packs: packs, calendar: try WorkCalendar(editions: [edition]), periods: [period])
    let draft = try #require(drafts(demand + "。", by: builder).first)
    #expect(draft.due?.nominal.iso == nominal && draft.due?.day.iso == day)
    #expect(
      draft.due?.source == "stated" && draft.due.map { if case .before = $0.rule { true } else { false } } == true)
  }

  /// The meeting's hour is not known: hours run from the end of its day until the matter is issued.
  @Test(arguments: [
    ("要在24小时内完成消防设施检查", "2026-03-13"), ("要在48小时内完成消防设施检查", "2026-03-14"), ("要在24个小时内完成消防设施检查", "2026-03-13"),
  ])
  func hoursAreHours(demand: String, day: String) throws {
    let draft = try #require(drafts(demand + "。").first)
    #expect(draft.due?.day.iso == day && draft.due?.hours?.from == Instant(meeting.adding(days: 1)))
    #expect(rules(draft).contains("due.hours"))
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
