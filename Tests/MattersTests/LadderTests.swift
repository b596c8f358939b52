import Directory
import Ground
import Matters
import Packs
import Testing

@Suite("The ladder and what rules notice")
struct LadderTests {
  /// 2026-03-20 is a Friday; no calendar is published, so workdays are Monday to Friday.
  private static let due = CivilDate("2026-03-20")!

  @Test(
    "Each step begins on its workday and not on the day before",
    arguments: [
      ("2026-03-16", 0), ("2026-03-17", 1), ("2026-03-19", 1), ("2026-03-20", 2), ("2026-03-22", 2),
      ("2026-03-23", 3), ("2026-03-24", 3), ("2026-03-25", 4), ("2026-03-26", 4), ("2026-03-27", 5),
    ])
  func boundaries(day: String, number: Int) throws {
    let calendar = try WorkCalendar(editions: [])
    let day = try #require(CivilDate(day))
    #expect(Qinghe.ladder.reached(by: Self.due, on: day, calendar: calendar) ?? 0 == number)
  }

  @Test("The step reached is what counting day by day finds, over make-up weekends and holidays too")
  func bruteForce() throws {
    let seed = UInt64.random(in: 0...9999)
    print("seed \(seed)")
    var random = Seeded(seed: seed)
    func run(_ first: String, _ last: String) -> DayRun { DayRun(first: CivilDate(first)!, last: CivilDate(last)!) }
    let calendar = try WorkCalendar(editions: [
      CalendarEdition(
        year: 2026, edition: "2026.1", source: "test",
        off: [run("2026-02-15", "2026-02-23"), run("2026-04-04", "2026-04-06")],
        workdays: [CivilDate("2026-02-14")!, CivilDate("2026-02-28")!])
    ])
    for _ in 0..<2000 {
      let due = CivilDate("2026-01-20")!.adding(days: Int.random(in: 0...100, using: &random))
      let day = due.adding(days: Int.random(in: -12...16, using: &random))
      let step = Ladder.Step(
        code: "s", title: Bilingual("", ""), workdays: Int.random(in: -6...8, using: &random), tells: [])
      let counted =
        step.workdays < 0
        ? calendar.workdays(after: day, through: due) <= -step.workdays
        : step.workdays == 0 ? day >= due : calendar.workdays(after: due, through: day) >= step.workdays
      #expect(
        (due <= step.lastDueDay(on: day, calendar: calendar)) == counted,
        "seed \(seed): \(step.workdays) \(due.iso) \(day.iso)")
    }
  }

  private func climbed(_ story: inout Story, on day: String) throws -> Int? {
    story.now = Instant(try #require(CivilDate(day)), minutes: 600)
    let before = story.events.count
    try story.tell(.climb, "rule.ladder")
    return story.events.count == before ? nil : story.matter?.escalation?.number
  }

  @Test("Each step is taken once; after days without a server the latest alone")
  func onceEach() throws {
    var story = try Story(upTo: .underway, issue: Qinghe.issue(due: Self.due))
    #expect(try climbed(&story, on: "2026-03-16") == nil)
    #expect(try climbed(&story, on: "2026-03-17") == 1)
    #expect(try climbed(&story, on: "2026-03-18") == nil)
    #expect(try climbed(&story, on: "2026-03-27") == 5)
    #expect(try climbed(&story, on: "2026-04-27") == nil)
    #expect(story.events.filter { $0.change.kind == .escalated }.map(\.by) == ["rule.ladder", "rule.ladder"])
    #expect(story.matter?.escalation?.showsCard == true && story.matter?.escalation?.isForMeeting == true)
  }

  @Test("A step for the meeting is brought up also where a later one passes over it, and a card shows on")
  func passedOver() {
    let day = Self.due
    let later = Ladder.Step(
      code: "later", title: Bilingual("再督办", "Later"), workdays: 8, tells: [.leader], showsCard: false,
      isForMeeting: false)
    let ladder = Ladder(
      code: "usual", title: Qinghe.ladder.title, steps: Qinghe.ladder.steps + [later], source: "test")
    func step(_ number: Int, after taken: Int) -> Escalation {
      Escalation(ladder, number: number, after: taken, due: day)
    }
    #expect(step(6, after: 3).isForMeeting && step(5, after: 4).isForMeeting)
    #expect(!step(6, after: 5).isForMeeting && !step(4, after: 0).isForMeeting)
    #expect(step(6, after: 5).showsCard && !step(3, after: 0).showsCard && step(6, after: 5).step == "later")
  }

  @Test("A new due day begins the ladder anew, and only a matter that its unit owes climbs it")
  func begunAnew() throws {
    var story = try Story(upTo: .underway, issue: Qinghe.issue(due: Self.due))
    #expect(try climbed(&story, on: "2026-03-20") == 2)
    try story.tell(.changeDue(Self.due.adding(days: 7), reason: Words("顺延")), "coordinator")
    #expect(story.matter?.escalation == nil)
    #expect(try climbed(&story, on: "2026-03-23") == nil)
    #expect(try climbed(&story, on: "2026-03-24") == 1)
    try story.tell(Qinghe.command(.submit, by: "shiqiao-handler"), "shiqiao-handler")
    #expect(try climbed(&story, on: "2026-04-20") == nil)
    #expect(story.matter?.escalation == nil && story.matter?.life.escalation?.number == 1)
    try story.tell(Qinghe.command(.returnForRework, by: "verifier"), "verifier")
    #expect(try climbed(&story, on: "2026-04-21") == 5)
  }

  @Test("A step that was called to mind is no act on the matter")
  func staysQuiet() throws {
    var story = try Story(upTo: .underway, issue: Qinghe.issue(due: Self.due))
    let before = try #require(story.matter)
    #expect(try climbed(&story, on: "2026-03-20") == 2)
    #expect(story.matter?.lastAct == before.lastAct && story.matter?.lastActAt == before.lastActAt)
    #expect(story.matter?.version == before.version + 1)
  }

  @Test("Only rules climb and raise")
  func rulesOnly() throws {
    let story = try Story(upTo: .underway)
    for command in [MatterCommand.climb, .raise(.quiet)] {
      #expect(story.codes(command, "coordinator") == [.ruleOnly])
    }
  }

  @Test("The second return, the second objection and the third request for time are put before the coordinator")
  func noticed() throws {
    var story = try Story(upTo: .submitted)
    try story.tell(Qinghe.command(.returnForRework, by: "verifier"), "verifier")
    #expect(story.matter?.concerns == [])
    try story.tell(Qinghe.command(.submit, by: "shiqiao-handler"), "shiqiao-handler")
    try story.tell(Qinghe.command(.returnForRework, by: "verifier"), "verifier")
    #expect(story.matter?.concerns.map(\.concern) == [.returnedTwice])
    #expect(story.events.last?.by == "rule.self_check")
    for _ in 1...3 {
      try story.tell(Qinghe.command(.askExtension, by: "shiqiao-handler"), "shiqiao-handler")
      try story.tell(.decideExtension(isGranted: false, day: nil, reason: Words("不同意")), "coordinator")
    }
    #expect(story.matter?.concerns.map(\.concern) == [.returnedTwice, .extensionThrice])
    #expect(story.matter?.waiting.map(\.kind) == [.concern])
    try story.tell(Qinghe.command(.lookInto, by: "coordinator"), "coordinator")
    #expect(story.matter?.concerns == [] && story.matter?.waiting == [])
    #expect(story.codes(Qinghe.command(.lookInto, by: "coordinator"), "coordinator") == [.noConcern])
    try story.tell(Qinghe.command(.object, by: "shiqiao-handler"), "shiqiao-handler")
    try story.tell(.answerObjection(lead: nil, supporting: [], due: nil, reason: Words("不采纳")), "coordinator")
    #expect(story.matter?.concerns == [])
    try story.tell(Qinghe.command(.object, by: "shiqiao-handler"), "shiqiao-handler")
    #expect(story.matter?.concerns.map(\.concern) == [.objectedTwice])
  }

  @Test("A word of the unit ends what was quiet, and nothing else")
  func wordOfTheUnit() throws {
    var story = try Story(upTo: .underway)
    try story.tell(.raise(.quiet), "rule.self_check")
    try story.tell(.raise(.lastHour), "rule.self_check")
    #expect(story.matter?.concerns.count == 2)
    try story.tell(Qinghe.command(.reportProgress, by: "shiqiao-handler"), "shiqiao-handler")
    #expect(story.matter?.concerns.map(\.concern) == [.lastHour])
  }
}
