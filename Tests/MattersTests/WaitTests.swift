import Ground
import Matters
import Packs
import Testing

/// What matters wait for by days of their own: when those days come about, and the steps that they come to.
@Suite struct WaitTests {
  private func on(_ day: String) -> Instant { Instant(CivilDate(day)!, minutes: 600) }

  private func waits(_ story: Story) -> [String] {
    (story.matter?.waiting ?? []).map { wait in
      let step = story.matter?.step(of: wait)?.step ?? "-"
      return "\(wait.kind.rawValue) \(wait.due?.iso ?? "-") \(step)"
    }
  }

  @Test("A submission starts the verifier's clock, each anew; sent back or closed there is none")
  func verification() throws {
    var story = try Story(upTo: .submitted)
    // Ten calendar days after Monday, 2026-03-02.
    #expect(waits(story) == ["verification 2026-03-12 -"])
    #expect(story.matter?.life.verifyBy?.source == "directive.verify")
    try story.tell(.returnForRework(reasons: Words("不符")), "verifier")
    #expect(story.matter?.waiting.isEmpty == true && story.matter?.life.verifyBy == nil)
    story.now = on("2026-03-09")
    try story.tell(Qinghe.command(.submit, by: "shiqiao-lead"), "shiqiao-lead")
    #expect(waits(story) == ["verification 2026-03-19 -"])
    try story.tell(.close(conclusion: Words("属实"), onSite: true), "verifier")
    #expect(story.matter?.waiting.isEmpty == true && story.matter?.life.verifyBy == nil)
  }

  @Test("A field may have a term of its own")
  func field() throws {
    let story = try Story(upTo: .submitted, issue: Qinghe.issue(fields: [.equipment]))
    #expect(waits(story) == ["verification 2026-03-16 -"])
  }

  @Test(
    "Each step once, from its day on; after days without a server the latest alone",
    arguments: [
      (["2026-03-11"], [0]), (["2026-03-12", "2026-03-12"], [1, 0]),
      (["2026-03-12", "2026-03-13", "2026-03-17"], [1, 1, 1]), (["2026-03-30", "2026-03-30"], [1, 0]),
    ])
  func steps(days: [String], taken: [Int]) throws {
    var story = try Story(upTo: .submitted)
    for (day, count) in zip(days, taken) {
      story.now = on(day)
      let before = story.events.count
      let lastAct = story.matter?.lastAct
      try story.tell(.climbWaits, "rule.ladder")
      #expect(story.events.count - before == count, "\(day)")
      #expect(story.matter?.lastAct == lastAct)
    }
    let last = days.last == "2026-03-11" ? "-" : days.count == 2 && days[0] == "2026-03-12" ? "due" : "leader"
    #expect(waits(story) == ["verification 2026-03-12 \(last)"])
    try story.tell(.returnForRework(reasons: Words("不符")), "verifier")
    #expect(story.matter?.waiting.isEmpty == true)
    // Another submission waits by another day, and begins anew.
    try story.tell(Qinghe.command(.submit, by: "shiqiao-lead"), "shiqiao-lead")
    #expect(waits(story).first?.hasSuffix(" -") == true)
  }

  @Test("What stands still with a suspended matter takes no step twice")
  func onceAgain() throws {
    var story = try Story(upTo: .underway)
    let day = try #require(CivilDate("2026-03-12"))
    try story.tell(.setParts([Part(unit: Qinghe.fire, task: Words("检查消火栓"), due: day)]), "coordinator")
    story.now = on("2026-03-13")
    try story.tell(.climbWaits, "rule.ladder")
    #expect(waits(story) == ["part 2026-03-12 overdue"])
    let until = try #require(CivilDate("2026-03-20"))
    try story.tell(.suspend(until: until, reason: Words("等待招标"), authority: Words("区政府")), "coordinator")
    #expect(waits(story) == ["suspension 2026-03-20 -"])
    try story.tell(.resume(reason: Words("条件具备")), "coordinator")
    let before = story.events.count
    try story.tell(.climbWaits, "rule.ladder")
    #expect(story.events.count == before && waits(story) == ["part 2026-03-12 overdue"])
  }

  @Test("A suspension whose end has come and passed takes its steps until somebody resumes")
  func suspension() throws {
    var story = try Story(upTo: .underway)
    let until = try #require(CivilDate("2026-03-20"))
    try story.tell(.suspend(until: until, reason: Words("等待招标"), authority: Words("区政府")), "coordinator")
    for (day, step) in [
      ("2026-03-19", "-"), ("2026-03-20", "due"), ("2026-03-23", "overdue"), ("2026-03-25", "leader"),
    ] {
      story.now = on(day)
      try story.tell(.climbWaits, "rule.ladder")
      #expect(waits(story) == ["suspension 2026-03-20 \(step)"])
    }
    try story.tell(.resume(reason: Words("条件具备")), "coordinator")
    #expect(story.matter?.waiting.isEmpty == true)
  }

  @Test("Packs name the kinds that matters wait for by a day")
  func kinds() {
    #expect(PackLibrary.waitKinds.sorted() == Waiting.Kind.allCases.filter { $0 != .concern }.map(\.rawValue).sorted())
  }
}

/// A relapse has a term of its own.
@Suite struct ReopeningTests {
  private func relapsed(after days: Int, due: CivilDate? = nil) throws -> Story {
    var story = try Story(upTo: .closed)
    story.now = Instant(Qinghe.start.adding(days: days), minutes: 600)
    try story.tell(.reopen(reason: Words("通道再次堵塞"), due: due), "verifier")
    return story
  }

  /// The story's matter was due on Friday, 2026-03-20.
  @Test(
    "A day that has come or passed gives way to the procedure's term, one that is ahead stays",
    arguments: [
      (17, "2026-03-20", "stated"), (18, "2026-04-03", "directive.reopened"), (40, "2026-04-24", "directive.reopened"),
    ])
  func term(days: Int, due: String, source: String) throws {
    let story = try relapsed(after: days)
    #expect(story.matter?.due?.day.iso == due && story.matter?.due?.source == source)
    #expect(story.matter?.phase == .underway && story.matter?.escalation == nil)
  }

  @Test("A day may be named, none of the past; the ladder begins anew")
  func named() throws {
    let day = Qinghe.start.adding(days: 44)
    var story = try relapsed(after: 40, due: day)
    #expect(story.matter?.due?.day == day && story.matter?.due?.source == "reopening")
    try story.tell(.climb, "rule.ladder")
    #expect(story.matter?.escalation?.step != "meeting")
    var again = try Story(upTo: .closed)
    again.now = Instant(Qinghe.start.adding(days: 40), minutes: 600)
    #expect(again.codes(.reopen(reason: Words("反弹"), due: Qinghe.start.adding(days: 39)), "verifier") == [.duePast])
  }
}
