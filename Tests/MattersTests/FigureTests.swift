import Directory
import Ground
import Matters
import Testing

@Suite("What units' figures count")
struct FigureTests {
  private let reason = Words("经会议研究")

  private func on(_ offset: Int) -> Instant { Instant(Qinghe.start.adding(days: offset), minutes: 600) }

  /// What its events make of the figures, as `kind day+offset` and the days where there are any.
  private func facts(_ story: Story) -> [String] {
    var (facts, matter): ([FigureFact], Matter?) = ([], nil)
    for event in story.events {
      let after = evolve(matter, with: event)
      FigureStep(event, from: matter, to: after).follow(&facts)
      matter = after
    }
    return facts.map { fact in
      let day = Qinghe.start.days(until: fact.day)
      return "\(fact.kind.rawValue) \(fact.unit) \(day)\(fact.days == 0 ? "" : " (\(fact.days))")"
    }.sorted()
  }

  private func without(stays story: Story) -> [String] { facts(story).filter { !$0.hasPrefix("stay") } }

  private func submitted(on offset: Int, due: CivilDate? = Qinghe.start.adding(days: 18)) throws -> Story {
    var story = try Story(upTo: .underway, issue: Qinghe.issue(due: due))
    story.now = on(offset)
    try story.tell(Qinghe.command(.submit, by: "shiqiao-lead"), "shiqiao-lead")
    return story
  }

  @Test(
    "Submitted on the due day is on time and the day after is late, whenever it is verified", arguments: [17, 18, 19])
  func boundary(offset: Int) throws {
    var story = try submitted(on: offset)
    #expect(without(stays: story).allSatisfy { $0.hasPrefix("submitted") })
    story.now = on(60)
    try story.tell(Qinghe.command(.close, by: "verifier"), "verifier")
    let left = 18 - offset
    let timed = "\(left >= 0 ? "on_time" : "late") shiqiao 60\(left == 0 ? "" : " (\(left))")"
    #expect(without(stays: story) == ["closed shiqiao 60", timed, "passed_first shiqiao 60"].sorted())
  }

  @Test("A due date that moves after the submission alters nothing, either way", arguments: [(19, 90), (10, 20)])
  func movedAfterwards(offset: Int, to due: Int) throws {
    var story = try submitted(on: offset)
    story.now = on(20)
    try story.tell(.changeDue(Qinghe.start.adding(days: due), reason: reason), "coordinator")
    try story.tell(Qinghe.command(.close, by: "verifier"), "verifier")
    #expect(facts(story).contains { $0.hasPrefix(offset > 18 ? "late" : "on_time") })
  }

  @Test("An extension that was granted counts by its new day and is shown; one that was refused is neither")
  func extended() throws {
    for isGranted in [true, false] {
      var story = try Story(upTo: .underway)
      story.now = on(17)
      try story.tell(Qinghe.command(.askExtension, by: "shiqiao-lead"), "shiqiao-lead")
      try story.tell(.decideExtension(isGranted: isGranted, day: nil, reason: reason), "coordinator")
      story.now = on(40)
      try story.tell(Qinghe.command(.submit, by: "shiqiao-lead"), "shiqiao-lead")
      try story.tell(Qinghe.command(.close, by: "verifier"), "verifier")
      let found = without(stays: story)
      #expect(found.contains("on_time shiqiao 40") == isGranted && found.contains("extended shiqiao 40") == isGranted)
      #expect(found.contains("late shiqiao 40 (-22)") == !isGranted)
    }
  }

  @Test("Without a due day it is closed and neither on time nor late")
  func noDue() throws {
    var story = try submitted(on: 5, due: nil)
    try story.tell(Qinghe.command(.close, by: "verifier"), "verifier")
    #expect(without(stays: story) == ["closed shiqiao 5", "passed_first shiqiao 5"])
  }

  @Test("Only the first verification counts; the submission that was returned says nothing about time")
  func returned() throws {
    var story = try submitted(on: 10)
    story.now = on(12)
    try story.tell(Qinghe.command(.returnForRework, by: "verifier"), "verifier")
    #expect(without(stays: story) == ["returned_first shiqiao 12"])
    story.now = on(20)
    try story.tell(Qinghe.command(.submit, by: "shiqiao-lead"), "shiqiao-lead")
    try story.tell(Qinghe.command(.close, by: "verifier"), "verifier")
    #expect(
      without(stays: story) == ["closed shiqiao 20", "late shiqiao 20 (-2)", "returned_first shiqiao 12"])
  }

  @Test("A relapse counts on the day of the close-out that did not last, each of them")
  func relapsed() throws {
    var story = try submitted(on: 10)
    for (closed, reopened) in [(11, 15), (17, 40)] {
      if story.matter?.phase == .underway {
        try story.tell(Qinghe.command(.submit, by: "shiqiao-lead"), "shiqiao-lead")
      }
      story.now = on(closed)
      try story.tell(Qinghe.command(.close, by: "verifier"), "verifier")
      story.now = on(reopened)
      try story.tell(Qinghe.command(.reopen, by: "coordinator"), "coordinator")
    }
    let found = without(stays: story)
    #expect(found.filter { $0.hasPrefix("relapsed") } == ["relapsed shiqiao 11", "relapsed shiqiao 17"])
    #expect(found.filter { $0.hasPrefix("passed_first") } == ["passed_first shiqiao 11"])
    #expect(found.filter { $0.hasPrefix("on_time") }.count == 2)
  }

  @Test("A look-back that fails is a relapse too")
  func lookBack() throws {
    for holds in [true, false] {
      var story = try Story(upTo: .closed)
      let change = MatterChange.lookedBack(conclusion: reason, holds: holds, onSite: true)
      story.happen([change] + (holds ? [] : [.reopened(reason: reason, due: nil)]), at: on(30))
      let found = without(stays: story)
      #expect(found.contains("look_back_\(holds ? "passed" : "failed") shiqiao 30"))
      #expect(found.contains("relapsed shiqiao 0") == !holds)
    }
  }

  @Test("Stays are calendar days from entering to leaving, each by itself")
  func stays() throws {
    var story = try Story()
    let days: [(Int, ActKind, String)] = [
      (3, .acknowledge, "shiqiao-handler"), (5, .suspend, "coordinator"), (12, .resume, "coordinator"),
      (20, .submit, "shiqiao-lead"), (27, .close, "verifier"),
    ]
    for (offset, act, actor) in days {
      story.now = on(offset)
      try story.tell(Qinghe.command(act, by: actor), actor)
    }
    #expect(
      facts(story).filter { $0.hasPrefix("stay") } == [
        "stay_assigned shiqiao 3 (3)", "stay_submitted shiqiao 27 (7)", "stay_suspended shiqiao 12 (7)",
        "stay_underway shiqiao 20 (8)", "stay_underway shiqiao 5 (2)",
      ])
  }

  @Test("Another lead unit begins anew; what the first did not finish does not count")
  func reassigned() throws {
    var story = try Story(upTo: .underway)
    story.now = on(9)
    try story.tell(Qinghe.command(.reassign, by: "coordinator"), "coordinator")
    story.now = on(11)
    try story.tell(.acknowledge(handler: nil, onBehalf: nil), "liuwan-lead")
    #expect(facts(story) == ["stay_assigned liuwan 11 (2)", "stay_assigned shiqiao 0"])
  }

  @Test("An assigned matter that moves on counts from the day when the other unit got it")
  func reassignedUnsigned() throws {
    var story = try Story()
    story.now = on(9)
    try story.tell(Qinghe.command(.reassign, by: "coordinator"), "coordinator")
    story.now = on(11)
    try story.tell(.acknowledge(handler: nil, onBehalf: nil), "liuwan-lead")
    #expect(facts(story) == ["stay_assigned liuwan 11 (2)"])
  }

  @Test("An objection's days count whoever gets the matter: they were the coordinator's")
  func objected() throws {
    var story = try Story(upTo: .objected)
    story.now = on(4)
    try story.tell(
      .answerObjection(lead: Qinghe.liuwan, supporting: [], due: nil, reason: reason), "coordinator")
    #expect(facts(story) == ["stay_assigned shiqiao 0", "stay_objected shiqiao 4 (4)"])
  }

  @Test("What was cancelled does not count, nor what was merged; what was separated counts from then on")
  func forgotten() throws {
    var cancelled = try submitted(on: 10)
    try cancelled.tell(Qinghe.command(.cancel, by: "coordinator"), "coordinator")
    #expect(facts(cancelled) == [])
    var merged = try Story(upTo: .underway)
    merged.happen(
      [.mergedInto(MergeTarget(matter: MatterID(trusted: "m9"), number: "QH-2026-0009"), reason: reason)], at: on(3))
    let closure = Closure(
      by: OfficerID(trusted: "verifier"), unit: Qinghe.emergency, conclusion: reason, onSite: true, at: on(5))
    var closed = merged
    closed.happen([.closedWith(MatterID(trusted: "m9"), closure)], at: on(5))
    #expect(facts(closed) == [])
    merged.happen([.separated(reason: reason)], at: on(6))
    merged.now = on(8)
    try merged.tell(Qinghe.command(.submit, by: "shiqiao-lead"), "shiqiao-lead")
    try merged.tell(Qinghe.command(.close, by: "verifier"), "verifier")
    #expect(without(stays: merged).contains("on_time shiqiao 8 (10)"))
  }

  @Test("A stay begins anew with the separation: neither the days of the merge nor those before it are its own")
  func separated() throws {
    var story = try Story()
    story.now = on(2)
    try story.tell(.acknowledge(handler: nil, onBehalf: nil), "shiqiao-lead")
    let target = MergeTarget(matter: MatterID(trusted: "m9"), number: "QH-2026-0009")
    story.happen([.mergedInto(target, reason: reason)], at: on(5))
    story.happen([.separated(reason: reason)], at: on(25))
    story.now = on(28)
    try story.tell(Qinghe.command(.submit, by: "shiqiao-lead"), "shiqiao-lead")
    story.now = on(29)
    try story.tell(Qinghe.command(.returnForRework, by: "verifier"), "verifier")
    #expect(
      facts(story) == [
        "returned_first shiqiao 29", "stay_submitted shiqiao 29 (1)", "stay_underway shiqiao 28 (3)",
      ])
    // The next stay began after it and counts whole.
    story.now = on(40)
    try story.tell(Qinghe.command(.submit, by: "shiqiao-lead"), "shiqiao-lead")
    #expect(facts(story).contains("stay_underway shiqiao 40 (11)"))
  }

  @Test("A matter that fanned out counts nothing: its parts do")
  func parent() throws {
    let child = ChildState(matter: MatterID(trusted: "c1"), unit: Qinghe.shiqiao, phase: .assigned)
    var story = try Story(Qinghe.issue(children: [child]))
    story.happen([.childMoved(child: child.matter, phase: .closed, verifyBy: nil)], at: on(4))
    #expect(story.matter?.phase == .submitted)
    try story.tell(Qinghe.command(.close, by: "coordinator"), "coordinator")
    #expect(facts(story) == [])
  }

  @Test("Of an old register's matter only what happened here counts")
  func imported() throws {
    func taken(_ closure: Closure?) throws -> Story {
      let taken = TakenOver(
        importing: OperationID(trusted: "import-1"), row: 2, issue: Qinghe.issue(),
        issuedOn: Qinghe.start.adding(days: -90),
        handler: nil, formerNumber: nil, origin: nil, progress: closure == nil ? Words("已检查") : nil, closure: closure)
      var story = try Story(taking: taken)
      story.now = on(4)
      return story
    }
    var open = try taken(nil)
    try open.tell(Qinghe.command(.submit, by: "shiqiao-lead"), "shiqiao-lead")
    open.now = on(6)
    try open.tell(Qinghe.command(.close, by: "verifier"), "verifier")
    #expect(
      facts(open) == [
        "closed shiqiao 6", "on_time shiqiao 6 (14)", "passed_first shiqiao 6", "stay_submitted shiqiao 6 (2)",
      ])
    let old = Closure(
      by: OfficerID(trusted: "coordinator"), unit: Qinghe.office, conclusion: reason, onSite: false, at: on(-30))
    var closed = try taken(old)
    try closed.tell(Qinghe.command(.reopen, by: "coordinator"), "coordinator")
    #expect(facts(closed) == [])
  }

  @Test("Months are counted through the turn of a year")
  func months() {
    let month = FigureMonth(CivilDate("2026-02-11")!)
    #expect(month.adding(-2).text == "2025-12" && month.adding(11).text == "2027-01")
    #expect(month.adding(-2).through(month).map(\.text) == ["2025-12", "2026-01", "2026-02"])
    #expect(month.through(month.adding(-1)) == [] && month.adding(-11).span(to: month) == 12)
    #expect((month.first.iso, month.last.iso) == ("2026-02-01", "2026-02-28"))
    for text in ["2026-13", "2026-1", "2026-00", "2026-01-01", "", "abcd-ef", "１２３-01"] {
      #expect(FigureMonth(text) == nil, "\(text)")
    }
    #expect(FigureMonth("2026-02") == month)
  }
}

extension Story {
  /// What the acts of others bring about.
  mutating func happen(_ changes: [MatterChange], at instant: Instant) {
    for change in changes { keep(MatterEvent(change, by: "coordinator", at: instant)) }
  }
}
