import Directory
import Ground
import Matters
import Testing

/// A matter that is built in steps: its plan, what slips, and what holds up its close-out.
@Suite("Project plans")
struct ProjectTests {
  private let submit = MatterCommand.submit(note: Words("完成"), onBehalf: nil)

  private func planned() throws -> Story {
    var story = try Story(upTo: .underway)
    try story.tell(.setProject(Qinghe.plan(), reason: nil, onBehalf: nil), "shiqiao-lead")
    return story
  }

  private func on(_ day: Int) -> Instant { Instant(Qinghe.start.adding(days: day), minutes: 9 * 60) }

  private func finish(_ number: Int, on day: Int = 0) -> MatterCommand {
    .finishMilestone(number: number, day: Qinghe.start.adding(days: day), note: Words("已完成"), onBehalf: nil)
  }

  private func day(_ number: Int) -> CivilDate { Qinghe.start.adding(days: number) }

  private func condition(holds: Bool) -> MatterCommand {
    .checkCondition(number: 1, Qinghe.look(Qinghe.start, holds: holds), onBehalf: nil)
  }

  private func look(holds: Bool, on day: Int = 0) -> MatterCommand {
    .checkMeasure(number: 1, Qinghe.look(Qinghe.start.adding(days: day), holds: holds), onBehalf: nil)
  }

  @Test("It is submitted once every milestone is done and every measure is kept and looked at in time")
  func holdsUpTheCloseOut() throws {
    var story = try planned()
    #expect(story.codes(submit, "shiqiao-lead") == [.milestonesOpen, .conditionsUnseen])
    #expect(story.refusal(submit, "shiqiao-lead").first?.values["names"] == "完成选址、主体完工")
    try story.tell(finish(1), "fire-handler")
    #expect(story.refusal(submit, "shiqiao-lead").first?.values["names"] == "主体完工")
    try story.tell(finish(2), "shiqiao-handler")
    #expect(story.codes(submit, "shiqiao-lead") == [.conditionsUnseen])
    try story.tell(condition(holds: false), "fire-handler")
    #expect(story.codes(submit, "shiqiao-lead") == [.conditionsNotMet])
    #expect(story.refusal(submit, "shiqiao-lead").first?.values["names"] == "每站专岗2个、专职6人")
    try story.tell(condition(holds: true), "fire-handler")
    #expect(story.codes(submit, "shiqiao-lead") == [])
    #expect(story.codes(look(holds: true), "fire-handler") == [.measureOwnKeeper])
    try story.tell(look(holds: false), "shiqiao-handler")
    #expect(story.codes(submit, "shiqiao-lead") == [.measuresNotKept])
    try story.tell(look(holds: true), "shiqiao-handler")
    #expect(story.codes(submit, "shiqiao-lead") == [])
    // Looked at on day 0, every seven days: on day 7 in time, on day 8 no more.
    story.now = on(7)
    #expect(story.codes(submit, "shiqiao-lead") == [])
    story.now = on(8)
    #expect(story.codes(submit, "shiqiao-lead") == [.measuresUnseen])
    try story.tell(look(holds: true, on: 8), "shiqiao-handler")
    try story.tell(submit, "shiqiao-lead")
    // Its interim measure is looked at until the close-out.
    #expect(story.matter?.phase == .submitted && story.matter?.waiting.map(\.kind) == [.verification, .measure])
    #expect(story.matter?.waiting.last?.unit == Qinghe.shiqiao && story.matter?.waiting.last?.due == day(15))
    story.now = on(9)
    try story.tell(look(holds: true, on: 9), "shiqiao-handler")
    #expect(story.matter?.phase == .submitted && story.matter?.waiting.last?.due == day(16))
    #expect(story.matter?.handledBy.contains(OfficerID(trusted: "fire-handler")) == true)
  }

  @Test(
    "A milestone that is moved keeps the day planned first; twice, or beyond the due day, is put before the coordinator"
  )
  func moves() throws {
    var story = try planned()
    func move(to day: Int, _ reason: String = "设计未完") -> MatterCommand {
      .moveMilestone(number: 1, day: Qinghe.start.adding(days: day), reason: Words(reason), onBehalf: nil)
    }
    #expect(story.codes(move(to: 6, " "), "shiqiao-lead") == [.wordsBlank])
    #expect(story.codes(move(to: -1), "shiqiao-lead") == [.duePast])
    #expect(story.codes(move(to: 4), "shiqiao-lead") == [.nothingChanges])
    #expect(story.codes(move(to: 6), "fire-lead").contains(.leadUnitOnly))
    try story.tell(move(to: 6), "shiqiao-lead")
    let milestone = try #require(story.matter?.life.project?.milestone(1))
    #expect(milestone.firstPlanned == Qinghe.start.adding(days: 4) && milestone.planned == Qinghe.start.adding(days: 6))
    #expect(milestone.moves == 1 && milestone.slippage(on: Qinghe.start) == 2)
    #expect(story.matter?.concerns.isEmpty == true)
    try story.tell(move(to: 8), "shiqiao-lead")
    #expect(story.matter?.concerns.map(\.concern) == [.milestoneSlips])
    #expect(story.matter?.life.project?.milestone(1)?.firstPlanned == Qinghe.start.adding(days: 4))

    var other = try planned()
    // Due on day 18.
    try other.tell(move(to: 18), "shiqiao-lead")
    #expect(other.matter?.concerns.isEmpty == true)
    var late = try planned()
    try late.tell(move(to: 19), "shiqiao-lead")
    #expect(late.matter?.concerns.map(\.concern) == [.milestoneSlips])
  }

  @Test("Each state on both sides of its day")
  func states() {
    let day = Qinghe.start
    func state(_ planned: Int, due: Int? = nil) -> MilestoneState {
      Milestone(number: 1, title: Words("选址"), planned: day.adding(days: planned), unit: Qinghe.fire)
        .state(on: day, nearLimit: day.adding(days: 3), due: due.map { day.adding(days: $0) })
    }
    #expect(state(-1) == .late && state(0) == .near && state(3) == .near && state(4) == .open)
    #expect(state(4, due: 4) == .open && state(5, due: 4) == .unfit && state(-1, due: -2) == .late)
  }

  @Test("What is behind is expected to stay behind") func outlook() throws {
    func milestone(_ number: Int, _ planned: Int) -> Milestone {
      Milestone(number: number, title: Words("节点\(number)"), planned: day(planned), unit: Qinghe.fire)
    }
    var plan = ProjectPlan(milestones: [milestone(1, 5), milestone(2, 20), milestone(3, 40)])
    func expected(on today: Int) -> Int? { plan.outlook(on: day(today)).map { Qinghe.start.days(until: $0.day) } }
    #expect(expected(on: 5) == nil && plan.delay(on: day(5)) == 0)
    // The first is overdue by three days.
    #expect(expected(on: 8) == 43 && plan.outlook(on: day(8))?.milestone.number == 3)
    plan.finish(1, MilestoneEnd(day: day(12), note: Words("办妥")))
    #expect(expected(on: 13) == 47 && plan.expected(plan.milestones[1], on: day(13)) == day(27))
    // One that is done before its time hides nothing of what is overdue.
    var early = ProjectPlan(milestones: [milestone(1, 5), milestone(2, 90), milestone(3, 120)])
    early.finish(2, MilestoneEnd(day: day(10), note: Words("办妥")))
    #expect(early.delay(on: day(65)) == 60 && early.outlook(on: day(65))?.day == day(180))
    // The second came in time: nobody is behind any more.
    plan.finish(2, MilestoneEnd(day: day(19), note: Words("办妥")))
    #expect(expected(on: 20) == nil && expected(on: 42) == 42)
    plan.move(3, to: day(60))
    #expect(expected(on: 42) == nil)
    plan.finish(3, MilestoneEnd(day: day(70), note: Words("办妥")))
    #expect(expected(on: 71) == nil && plan.delay(on: day(71)) == 10)
  }

  @Test("A plan that is set again keeps what was done and seen, and says why")
  func setAgain() throws {
    var story = try planned()
    try story.tell(finish(1), "fire-handler")
    try story.tell(look(holds: true), "shiqiao-handler")
    try story.tell(.checkCondition(number: 1, Qinghe.look(holds: false), onBehalf: nil), "fire-handler")
    var plan = Qinghe.plan()
    plan = ProjectPlan(
      milestones: plan.milestones + [
        Milestone(number: 3, title: Words("验收"), planned: Qinghe.start.adding(days: 16), unit: Qinghe.shiqiao)
      ], conditions: plan.conditions,
      measures: [InterimMeasure(number: 1, text: Words("库存降到三成"), keeper: Qinghe.fire, everyDays: 7)])
    #expect(story.codes(.setProject(plan, reason: nil, onBehalf: nil), "shiqiao-lead") == [.wordsBlank])
    try story.tell(.setProject(plan, reason: Words("增加验收"), onBehalf: nil), "shiqiao-lead")
    let kept = try #require(story.matter?.life.project)
    #expect(kept.milestone(1)?.finished?.note.text == "已完成" && kept.openMilestones.map(\.number) == [2, 3])
    #expect(kept.condition(1)?.state == .fails)
    #expect(kept.measure(1)?.last == nil, "another measure has not been looked at")
    let same = MatterCommand.setProject(plan, reason: Words("再报"), onBehalf: nil)
    #expect(story.codes(same, "shiqiao-lead") == [.nothingChanges])
    // What is finished is neither dropped nor moved; a day is moved by its own act.
    func codes(_ milestones: [Milestone]) -> [ProblemCode] {
      let plan = ProjectPlan(milestones: milestones, conditions: plan.conditions, measures: plan.measures)
      return story.codes(.setProject(plan, reason: Words("调整"), onBehalf: nil), "shiqiao-lead")
    }
    #expect(codes(Array(plan.milestones.dropFirst())) == [.milestoneFinished])
    #expect(codes(Qinghe.plan(moved: Qinghe.start.adding(days: 5)).milestones) == [.milestoneFinished])
    let moved = Milestone(number: 2, title: Words("主体完工"), planned: Qinghe.start.adding(days: 15), unit: Qinghe.shiqiao)
    #expect(codes([plan.milestones[0], moved]) == [.milestoneMoves])
    // What is open is dropped while it is as planned; what was moved stays.
    #expect(codes([plan.milestones[0], plan.milestones[2]]) == [])
    try story.tell(
      .moveMilestone(number: 2, day: Qinghe.start.adding(days: 15), reason: Words("等料"), onBehalf: nil), "shiqiao-lead")
    #expect(codes([plan.milestones[0], plan.milestones[2]]) == [.milestoneSlipped])
  }

  @Test("A measure that is not kept stays so by another name")
  func failingMeasuresKeepTheirState() throws {
    var story = try planned()
    try story.tell(finish(1), "fire-handler")
    try story.tell(finish(2), "shiqiao-handler")
    try story.tell(condition(holds: true), "fire-handler")
    try story.tell(look(holds: false), "shiqiao-handler")
    let plan = try #require(story.matter?.life.project)
    let reworded = ProjectPlan(
      milestones: plan.milestones, conditions: plan.conditions,
      measures: [InterimMeasure(number: 1, text: Words("库存再减"), keeper: Qinghe.fire, everyDays: 7)])
    try story.tell(.setProject(reworded, reason: Words("调整"), onBehalf: nil), "shiqiao-lead")
    #expect(story.codes(submit, "shiqiao-lead") == [.measuresNotKept])
  }

  @Test("A plan is of the matter's own units, within its days, in counts and intervals that make sense")
  func wrongPlans() throws {
    let story = try Story(upTo: .underway)
    func codes(
      _ milestones: [Milestone], _ conditions: [StandingCondition] = [], _ measures: [InterimMeasure] = []
    ) -> [ProblemCode] {
      story.codes(
        .setProject(
          ProjectPlan(milestones: milestones, conditions: conditions, measures: measures), reason: nil, onBehalf: nil),
        "shiqiao-lead")
    }
    func milestone(_ day: Int, _ unit: UnitID = Qinghe.fire, number: Int = 1) -> Milestone {
      Milestone(number: number, title: Words("选址"), planned: Qinghe.start.adding(days: day), unit: unit)
    }
    #expect(codes([milestone(0)]) == [] && codes([milestone(18)]) == [])
    #expect(codes([milestone(-1)]) == [.milestoneDay] && codes([milestone(19)]) == [.milestoneDay])
    #expect(codes([milestone(3, Qinghe.liuwan)]) == [.projectUnit])
    #expect(codes([]) == [.projectSize] && codes([milestone(1), milestone(2)]) == [.projectSize])
    #expect(codes((1...20).map { milestone(1, number: $0) }) == [])
    #expect(codes((1...21).map { milestone(1, number: $0) }) == [.projectSize])
    func condition(_ posts: Int?) -> StandingCondition {
      StandingCondition(number: 1, text: Words("专岗"), posts: posts, people: nil, unit: Qinghe.fire)
    }
    #expect(codes([milestone(1)], [condition(1)]) == [] && codes([milestone(1)], [condition(nil)]) == [])
    #expect(codes([milestone(1)], [condition(0)]) == [.conditionCount])
    func measure(_ days: Int) -> InterimMeasure {
      InterimMeasure(number: 1, text: Words("库存减半"), keeper: Qinghe.fire, everyDays: days)
    }
    #expect(codes([milestone(1)], [], [measure(1)]) == [] && codes([milestone(1)], [], [measure(92)]) == [])
    #expect(codes([milestone(1)], [], [measure(0)]) == [.measureInterval])
    #expect(codes([milestone(1)], [], [measure(93)]) == [.measureInterval])
  }

  @Test("A unit speaks of its own rows, of days that were, and of rows that are there")
  func wrongLooks() throws {
    var story = try planned()
    try story.tell(
      .setProject(
        ProjectPlan(
          milestones: Qinghe.plan().milestones,
          measures: [InterimMeasure(number: 1, text: Words("值守"), keeper: Qinghe.shiqiao, everyDays: 7)]),
        reason: Words("改由镇里落实"), onBehalf: nil), "shiqiao-lead")
    #expect(story.codes(look(holds: true), "shiqiao-handler") == [.measureOwnKeeper])
    #expect(story.codes(finish(9), "shiqiao-lead") == [.projectRow])
    #expect(story.codes(finish(1, on: 1), "fire-handler") == [.projectDay])
    #expect(story.codes(finish(1, on: -1), "fire-handler") == [.projectDay])
    try story.tell(finish(1), "shiqiao-lead")
    #expect(story.codes(finish(1), "shiqiao-lead") == [.projectRow], "it is finished")
    story.now = on(2)
    try story.tell(look(holds: true, on: 2), "fire-handler")
    #expect(story.codes(look(holds: false, on: 1), "fire-handler") == [.projectDay], "before it was last seen")
  }

  @Test("Each unit waits for its soonest row; another lead unit has what nobody else has")
  func waits() throws {
    var story = try planned()
    func waits() -> [String] {
      (story.matter?.waiting ?? []).map { "\($0.kind.rawValue) \($0.unit) \($0.due?.iso ?? "–")" }
    }
    #expect(waits() == ["milestone fire 2026-03-06", "milestone shiqiao 2026-03-16", "measure shiqiao 2026-03-09"])
    try story.tell(.reassign(lead: Qinghe.liuwan, supporting: [], reason: Words("属地有误")), "coordinator")
    #expect(waits().isEmpty, "its new unit has yet to sign for it")
    try story.tell(.acknowledge(handler: nil, onBehalf: nil), "liuwan-handler")
    #expect(waits() == ["milestone liuwan 2026-03-06", "measure liuwan 2026-03-09"])
  }

  @Test("It is not divided any more")
  func staysWhole() throws {
    let story = try planned()
    #expect(story.codes(Qinghe.command(.fanOut, by: "coordinator"), "coordinator") == [.projectDivides])
  }
}
