import Directory
import Ground
import Matters
import Packs
import Testing

@Suite("Beside the main way")
struct SideLifeTests {
  private func on(_ offset: Int) -> Instant { Instant(Qinghe.start.adding(days: offset), minutes: 600) }

  private func story(_ phase: Phase, rule: DueRule = .workdays(10), leader: OfficerID? = nil) throws -> Story {
    let context = Qinghe.context()
    let due = try context.clock.due(rule, from: Qinghe.start, source: "s")
    let plain = Qinghe.issue(leader: leader)
    let issue = Matters.Issue(
      id: plain.id, number: plain.number, procedure: plain.procedure, text: plain.text, source: nil,
      fields: plain.fields, lead: plain.lead, supporting: plain.supporting, leader: leader, due: due,
      urgency: .normal, standard: plain.standard, parent: nil, children: [])
    return try Story(upTo: phase, issue: issue, context: context)
  }

  private func suspend(until offset: Int) -> MatterCommand {
    .suspend(until: Qinghe.start.adding(days: offset), reason: Words("等待招标"), authority: Words("常务会议"))
  }

  // MARK: Suspension

  /// Monday 2 March and ten workdays: Monday 16 March.
  @Test("A suspension moves the due day by what did not count, and resuming early gives it back")
  func suspension() throws {
    var story = try story(.underway)
    #expect(story.matter?.due?.day.iso == "2026-03-16")
    story.now = on(2)
    // Wednesday 4 to Tuesday 10: five workdays stand still.
    try story.tell(suspend(until: 8), "coordinator")
    #expect((story.matter?.phase, story.matter?.due?.day.iso) == (.suspended, "2026-03-23"))
    #expect(story.matter?.due?.pauses.map(\.first.iso) == ["2026-03-04"])
    story.now = on(4)
    // Taken up again on Friday: only Wednesday and Thursday stood still.
    try story.tell(.resume(reason: Words("已具备条件")), "coordinator")
    #expect((story.matter?.phase, story.matter?.due?.day.iso) == (.underway, "2026-03-18"))
    #expect(story.matter?.life.suspension == nil)
  }

  @Test("Resuming on the day of the suspension, or after its end, leaves what was said")
  func resumedAtTheEdges() throws {
    var same = try story(.underway)
    same.now = on(2)
    try same.tell(suspend(until: 8), "coordinator")
    try same.tell(.resume(reason: Words("误操作")), "coordinator")
    #expect(same.matter?.due?.day.iso == "2026-03-16")
    #expect(same.matter?.due?.pauses == [])
    var late = try story(.assigned)
    late.now = on(2)
    try late.tell(suspend(until: 8), "coordinator")
    late.now = on(11)
    try late.tell(.resume(reason: Words("到期")), "coordinator")
    #expect((late.matter?.phase, late.matter?.due?.day.iso) == (.assigned, "2026-03-23"))
  }

  @Test("Two suspensions add up, also where the second begins the day after the first")
  func twice() throws {
    var story = try story(.underway)
    story.now = on(1)
    try story.tell(suspend(until: 2), "coordinator")
    story.now = on(3)
    try story.tell(.resume(reason: Words("到期")), "coordinator")
    try story.tell(suspend(until: 4), "coordinator")
    // Tuesday to Friday stood still: four workdays.
    #expect(story.matter?.due?.day.iso == "2026-03-20")
    #expect(story.matter?.due?.pauses.count == 1)
  }

  @Test("A day that was set during the suspension stays when it ends")
  func setMeanwhile() throws {
    var story = try story(.underway)
    story.now = on(1)
    try story.tell(suspend(until: 20), "coordinator")
    story.now = on(3)
    try story.tell(.changeDue(Qinghe.start.adding(days: 45), reason: Words("另定")), "coordinator")
    story.now = on(5)
    try story.tell(.resume(reason: Words("提前")), "coordinator")
    #expect(story.matter?.due?.day == Qinghe.start.adding(days: 45))
  }

  @Test("It has an end: not today, not beyond a year", arguments: [(0, true), (1, false), (366, false), (367, true)])
  func end(offset: Int, isRefused: Bool) throws {
    let story = try story(.underway)
    #expect(story.codes(suspend(until: offset), "coordinator") == (isRefused ? [.suspensionEnd] : []))
  }

  @Test("While it is suspended it is grey; overdue only once its own due day has passed")
  func light() throws {
    var story = try story(.underway)
    story.now = on(2)
    try story.tell(suspend(until: 8), "coordinator")
    let matter = try #require(story.matter)
    let rule = LightRule(calendar: story.context.clock.calendar)
    for offset in 2...40 {
      let day = Qinghe.start.adding(days: offset)
      #expect(rule.light(of: matter, on: day) == (day.iso > "2026-03-23" ? .red : .grey))
    }
  }

  // MARK: Objection

  @Test("Objections are counted, answered by their own clock, and leave the place they came from")
  func pingPong() throws {
    var story = try story(.assigned)
    let object = Qinghe.command(.object, by: "shiqiao-lead")
    try story.tell(object, "shiqiao-lead")
    #expect(story.matter?.life.objection?.answerBy?.day.iso == "2026-03-09")
    #expect(story.matter?.handledBy == [])
    try story.tell(.answerObjection(lead: nil, supporting: [], due: nil, reason: Words("属地负责")), "coordinator")
    #expect(story.matter?.phase == .assigned)
    try story.tell(object, "shiqiao-lead")
    try story.tell(
      .answerObjection(
        lead: Qinghe.liuwan, supporting: [Qinghe.fire], due: on(30).civilDate, reason: Words("改派")),
      "coordinator")
    let matter = try #require(story.matter)
    #expect((matter.life.objections, matter.lead, matter.phase) == (2, Qinghe.liuwan, .assigned))
    #expect((matter.due?.day, matter.assignedOn) == (on(30).civilDate, story.now.civilDate))
  }

  @Test("The first unit cannot object when its term has passed; the next one has a term of its own")
  func objectionTerm() throws {
    var story = try story(.assigned)
    // Five workdays after Monday: the Monday after.
    story.now = on(7)
    #expect(story.codes(Qinghe.command(.object, by: "shiqiao-lead"), "shiqiao-lead") == [])
    story.now = on(8)
    #expect(story.codes(Qinghe.command(.object, by: "shiqiao-lead"), "shiqiao-lead") == [.objectionLate])
    try story.tell(.reassign(lead: Qinghe.liuwan, supporting: [], reason: Words("改派")), "coordinator")
    story.now = on(15)
    #expect(story.codes(.object(reason: Words("不属于本镇"), onBehalf: nil), "liuwan-lead") == [])
    story.now = on(16)
    #expect(story.codes(.object(reason: Words("不属于本镇"), onBehalf: nil), "liuwan-lead") == [.objectionLate])
  }

  // MARK: Extension

  @Test("More time is asked for before the due day and decided once")
  func extensionOnce() throws {
    var story = try story(.underway, leader: OfficerID(trusted: "leader"))
    let ask = MatterCommand.askExtension(until: on(30).civilDate, reason: Words("设备未到货"), onBehalf: nil)
    try story.tell(ask, "shiqiao-handler")
    #expect(story.codes(ask, "shiqiao-handler") == [.extensionPending])
    #expect(
      story.codes(.decideExtension(isGranted: true, day: nil, reason: Words("同意")), "shiqiao-lead") == [.leaderOnly])
    try story.tell(.decideExtension(isGranted: true, day: nil, reason: Words("同意")), "leader")
    #expect((story.matter?.due?.day, story.matter?.due?.source) == (on(30).civilDate, "extension"))
    #expect((story.matter?.life.extensionsAsked, story.matter?.life.extensionsGranted) == (1, 1))
    // The second officer finds nothing left to decide.
    #expect(
      story.codes(.decideExtension(isGranted: false, day: nil, reason: Words("不同意")), "coordinator") == [.noExtension])
  }

  @Test(
    "On the due day it may be asked for, the day after no more",
    arguments: [(14, [ProblemCode]()), (15, [.extensionLate])])
  func extensionTerm(offset: Int, expected: [ProblemCode]) throws {
    var story = try story(.underway)
    story.now = on(offset)
    #expect(
      story.codes(.askExtension(until: on(40).civilDate, reason: Words("未完"), onBehalf: nil), "shiqiao-lead")
        == expected)
  }

  @Test("An extension goes beyond the day that stands") func extensionLater() throws {
    let story = try story(.underway)
    let due = try #require(story.matter?.due?.day)
    #expect(
      story.codes(.askExtension(until: due, reason: Words("未完"), onBehalf: nil), "shiqiao-lead") == [.extensionNotLater]
    )
    #expect(
      story.codes(.askExtension(until: due.adding(days: 1), reason: Words("未完"), onBehalf: nil), "shiqiao-lead") == [])
  }

  @Test("Refused, the day stays") func extensionRefused() throws {
    var story = try Story(upTo: .underway, ready: .decideExtension)
    let due = story.matter?.due
    try story.tell(.decideExtension(isGranted: false, day: nil, reason: Words("不同意")), "coordinator")
    #expect(story.matter?.due == due && story.matter?.life.extensionAsked == nil)
  }

  // MARK: Parts

  @Test("A matter with parts is submitted when each is finished; a task that changed is open again")
  func parts() throws {
    var story = try story(.underway)
    let parts = [
      Part(unit: Qinghe.fire, task: Words("检查消防栓"), due: on(5).civilDate),
      Part(unit: Qinghe.shiqiao, task: Words("清理通道"), due: nil),
    ]
    try story.tell(.setParts(parts), "coordinator")
    let submit = MatterCommand.submit(note: Words("完成"), onBehalf: nil)
    #expect(story.codes(submit, "shiqiao-lead") == [.partsOpen])
    try story.tell(.finishPart(note: Words("已检查"), onBehalf: nil), "fire-handler")
    #expect(story.codes(.finishPart(note: Words("已检查"), onBehalf: nil), "fire-handler") == [.noPartOfUnit])
    #expect(story.matter?.handledBy.contains(OfficerID(trusted: "fire-handler")) == true)
    try story.tell(.setParts([parts[0], Part(unit: Qinghe.shiqiao, task: Words("清理两条通道"), due: nil)]), "coordinator")
    #expect(story.matter?.life.parts.map { $0.finished != nil } == [true, false])
    try story.tell(.finishPart(note: Words("已清理"), onBehalf: nil), "shiqiao-lead")
    #expect(story.codes(submit, "shiqiao-lead") == [])
  }

  @Test("Parts are of its own units, once each, within its due day")
  func wrongParts() throws {
    let story = try story(.underway)
    func codes(_ parts: [Part]) -> [ProblemCode] { story.codes(.setParts(parts), "coordinator") }
    let task = Words("检查")
    #expect(codes([Part(unit: Qinghe.liuwan, task: task, due: nil)]) == [.partsUnits])
    #expect(
      codes([Part(unit: Qinghe.fire, task: task, due: nil), Part(unit: Qinghe.fire, task: task, due: nil)]) == [
        .partsUnits
      ])
    #expect(codes([Part(unit: Qinghe.fire, task: task, due: on(15).civilDate)]) == [.partsDue])
    #expect(codes([Part(unit: Qinghe.fire, task: task, due: on(14).civilDate)]) == [])
    #expect(codes([Part(unit: Qinghe.fire, task: Words(" "), due: nil)]) == [.wordsBlank])
    #expect(codes([]) == [.nothingChanges])
  }

  // MARK: Look-back

  private var lookedBackStandard: CloseOutStandard {
    CloseOutStandard(
      code: "plain", title: Bilingual("一般", "plain"), minimumEvidence: 0, onSite: true, otherUnit: false,
      lookBack: "look_back")
  }

  @Test("The close-out standard sets the look-back; whoever closed it cannot hold it; a relapse opens it again")
  func lookBack() throws {
    var story = try Story(upTo: .closed, context: Qinghe.context(lookedBackStandard))
    #expect(story.matter?.life.lookBack?.due.day.iso == "2026-03-30")
    let early = MatterCommand.lookBack(conclusion: Words("可以"), holds: true, onSite: true, due: nil)
    #expect(story.codes(early, "liuwan-lead") == [.lookBackEarly])
    story.now = on(28)
    story.context = Qinghe.context(lookedBackStandard, today: story.now.civilDate)
    let fails = MatterCommand.lookBack(conclusion: Words("又堵了"), holds: false, onSite: true, due: nil)
    #expect(story.codes(fails, "verifier") == [.lookBackSame])
    #expect(story.codes(fails, "shiqiao-lead") == [.verifierOnly, .verifierHandled])
    #expect(
      story.codes(.lookBack(conclusion: Words("可以"), holds: true, onSite: false, due: nil), "liuwan-lead") == [
        .onSiteMissing
      ])
    try story.tell(fails, "liuwan-lead")
    let matter = try #require(story.matter)
    #expect((matter.phase, matter.reopenings, matter.life.lookBack == nil) == (.underway, 1, true))
    #expect((matter.life.lookBacks.held, matter.life.lookBacks.passed) == (1, 0))
  }

  // MARK: Lists, leaders, reports

  @Test("Listed supervision has its own due day and two publications")
  func listing() throws {
    var story = try story(.underway)
    try story.tell(.list(authority: Words("督办〔2026〕1号"), rectifyBy: nil), "coordinator")
    // The day that stands is nearer than the longest term.
    #expect(story.matter?.due?.day.iso == "2026-03-16")
    #expect(story.matter?.waiting.map(\.kind) == [.publication])
    let publish = MatterCommand.recordPublication(place: Words("区政府网站"), day: Qinghe.start)
    try story.tell(publish, "coordinator")
    #expect(story.codes(publish, "coordinator") == [.nothingToPublish])
    try story.tell(.submit(note: Words("完成"), onBehalf: nil), "shiqiao-lead")
    try story.tell(.close(conclusion: Words("属实"), onSite: true), "verifier")
    try story.tell(.delist(reason: Words("已整改")), "coordinator")
    #expect(story.matter?.waiting.map(\.kind) == [.publication])
    try story.tell(publish, "coordinator")
    #expect(story.matter?.waiting.isEmpty == true)
    #expect(story.codes(.delist(reason: Words("已整改")), "coordinator") == [.notListed])
  }

  @Test("What was passed is closed after its public notice, or goes back")
  func publicNotice() throws {
    var story = try Story(upTo: .submitted, issue: Qinghe.issue(procedure: "public"))
    let close = MatterCommand.close(conclusion: Words("属实"), onSite: true)
    let give = MatterCommand.giveNotice(place: Words("区政府网站"), day: Qinghe.start)
    func end(_ holds: Bool) -> MatterCommand { .endNotice(note: Words("收到意见一条，已答复"), holds: holds) }
    #expect(story.codes(give, "coordinator") == [.nothingToGiveNotice])
    try story.tell(close, "verifier")
    #expect(story.matter?.phase == .submitted && story.matter?.closure == nil)
    #expect(story.codes(close, "verifier") == [.noticeUnderWay])
    #expect(story.codes(end(true), "coordinator") == [.noNoticeGiven])
    let tomorrow = MatterCommand.giveNotice(place: Words("区政府网站"), day: Qinghe.start.adding(days: 1))
    #expect(story.codes(tomorrow, "coordinator") == [.publicationDay])
    #expect(story.matter?.waiting.map(\.due) == [nil])
    try story.tell(give, "coordinator")
    // Monday and five workdays: through the next Monday.
    #expect(story.matter?.waiting.map { $0.due?.iso } == ["2026-03-09"])
    #expect(story.codes(give, "coordinator") == [.nothingToGiveNotice])
    story.now = on(7)
    #expect(story.codes(end(true), "coordinator") == [.noticeRuns])
    // What was verified and is public stays as it was: no other words, and no duplicate that nobody looked at.
    let other = try Story(upTo: .underway, issue: Qinghe.issue(id: "m2", number: "QH-2026-0002", procedure: "public"))
    #expect(story.codes(.amend(text: Words("改写"), reason: Words("笔误")), "coordinator") == [.noticeUnderWay])
    #expect(story.codes(.absorb(try #require(other.matter)), "coordinator") == [.mergeTarget])
    // What turns out wrong meanwhile goes back at once, and is passed and made public anew.
    var returned = story
    try returned.tell(end(false), "coordinator")
    #expect(returned.matter?.phase == .underway && returned.matter?.returns == 1)
    #expect(returned.matter?.life.notice == nil)
    story.now = on(8)
    try story.tell(end(true), "coordinator")
    #expect(story.matter?.phase == .closed && story.matter?.life.notice == nil)
    #expect(story.matter?.closure?.by.text == "verifier" && story.matter?.closure?.at == on(8))
    #expect(story.matter?.waiting.isEmpty == true)
  }

  @Test("A leader takes a matter in no other's name, a coordinator writes down who did")
  func adopt() throws {
    var story = try story(.underway)
    func adopt(_ id: String) -> MatterCommand { .adopt(leader: OfficerID(trusted: id), note: Words("包案")) }
    #expect(story.codes(adopt("coordinator"), "coordinator") == [.leaderUnknown])
    #expect(story.codes(adopt("leader"), "verifier") == [.leaderOnly])
    try story.tell(adopt("leader"), "coordinator")
    #expect(story.matter?.life.adoptedBy?.text == "leader")
    #expect(story.codes(.press(note: Words("请抓紧")), "leader") == [])
  }

  @Test(
    "A report is owed in each period that has no word of a unit yet",
    arguments: [
      (ReportCycle.weekly, "2026-03-08", String?.none), (.weekly, "2026-03-09", "2026-03-15"),
      (.halfMonthly, "2026-03-15", nil), (.halfMonthly, "2026-03-16", "2026-03-31"),
      (.monthly, "2026-03-31", nil), (.monthly, "2026-04-01", "2026-04-30"),
    ])
  func reports(cycle: ReportCycle, day: String, owed: String?) throws {
    var story = try story(.underway)
    try story.tell(.setCycle(cycle), "coordinator")
    #expect(story.matter?.reportOwed(on: Qinghe.start) == nil)
    let day = try #require(CivilDate(day))
    #expect(story.matter?.reportOwed(on: day)?.iso == owed)
    story.now = Instant(day, minutes: 600)
    try story.tell(.reportProgress(note: Words("本期无新进展。"), onBehalf: nil), "shiqiao-handler")
    #expect(story.matter?.reportOwed(on: day) == nil)
  }

  // MARK: Duplicates and calendars

  @Test("A merged matter keeps its clock, is acted on no more, and closes and opens with the other")
  func merged() throws {
    var story = try Story(upTo: .underway, ready: .separate)
    let due = story.matter?.due
    #expect(story.codes(Qinghe.command(.reportProgress, by: "shiqiao-lead"), "shiqiao-lead") == [.isMerged])
    #expect(story.matter?.waiting.isEmpty == true)
    var target = try Story(upTo: .closed, issue: Qinghe.issue(id: "m9", number: "QH-2026-0009"))
    try story.tell(.follow(try #require(target.matter)), "rule.merged")
    #expect((story.matter?.phase, story.matter?.due) == (.closed, due))
    #expect(story.matter?.closure == target.matter?.closure)
    try target.tell(.reopen(reason: Words("反弹"), due: nil), "verifier")
    try story.tell(.follow(try #require(target.matter)), "rule.merged")
    #expect(story.matter?.phase == .underway)
    #expect(story.codes(.follow(try #require(target.matter)), "coordinator") == [.ruleOnly])
  }

  @Test("Counted again by a later calendar: the same term, its pauses kept; nothing where nothing changes")
  func recount() throws {
    var story = try story(.underway)
    story.now = on(2)
    try story.tell(suspend(until: 4), "coordinator")
    #expect(story.matter?.due?.day.iso == "2026-03-19")
    let off = DayRun(first: on(7).civilDate, last: on(8).civilDate)
    let published = CalendarEdition(year: 2026, edition: "2026.1", source: "测试", off: [off], workdays: [])
    let clock = DueClock(calendar: try WorkCalendar(editions: [published]))
    story.context = Context(
      directory: story.context.directory, standard: story.context.standard, packs: story.context.packs, clock: clock,
      moment: Instant(Qinghe.start))
    try story.tell(.recount, "rule.calendar")
    #expect((story.matter?.due?.day.iso, story.matter?.due?.unknownYears) == ("2026-03-23", []))
    let version = story.matter?.version
    try story.tell(.recount, "rule.calendar")
    #expect(story.matter?.version == version)
  }

  /// Rows of a database older than these acts must stay what their entries say.
  @Test("What was recorded before there was anything beside the main way leaves nothing there")
  func older() throws {
    var story = try Story(upTo: .underway)
    try story.tell(Qinghe.command(.reportProgress, by: "shiqiao-lead"), "shiqiao-lead")
    try story.tell(Qinghe.command(.changeDue, by: "coordinator"), "coordinator")
    let old = MatterChange.reassigned(lead: Qinghe.liuwan, supporting: [], reason: Words("改派"), since: nil)
    let matter = evolve(story.matter, with: MatterEvent(old, by: "coordinator", at: story.now))
    #expect(matter.lead == Qinghe.liuwan && matter.side == nil)
  }
}
