import Directory
import Ground
import Matters
import Testing

@Suite("Since when a unit has said nothing")
struct SilenceTests {
  private let calendar = Qinghe.context().clock.calendar
  private let reason = Words("经会议研究")

  private func on(_ offset: Int) -> Instant { Instant(Qinghe.start.adding(days: offset), minutes: 600) }

  /// `since/again` in days after the start; `–` where no unit has it in hand.
  private func silence(_ story: Story) -> String {
    var (silence, matter): (Silence?, Matter?) = (nil, nil)
    for event in story.events {
      let after = evolve(matter, with: event)
      SilenceStep(event, from: matter, to: after).follow(&silence)
      matter = after
    }
    return silence.map { silence in
      let (since, again) = (Qinghe.start.days(until: silence.since), Qinghe.start.days(until: silence.again))
      return since == again ? "\(since)" : "\(since)/\(again)"
    } ?? "–"
  }

  @Test("It counts from the issue, then from each word of a unit, and from nothing that others do")
  func words() throws {
    var story = try Story()
    #expect(silence(story) == "0")
    story.now = on(2)
    try story.tell(Qinghe.command(.acknowledge, by: "shiqiao-handler"), "shiqiao-handler")
    #expect(silence(story) == "2")
    for (day, act) in [(3, ActKind.setParts), (4, .press), (5, .amend), (6, .changeDue), (7, .setCycle), (8, .list)] {
      story.now = on(day)
      try story.tell(Qinghe.command(act, by: "coordinator"), "coordinator")
      #expect(silence(story) == "2", "\(act)")
    }
    for (day, act) in [(9, ActKind.reportProgress), (10, .addEvidence), (11, .finishPart)] {
      story.now = on(day)
      let actor = act == .finishPart ? "fire-lead" : "shiqiao-handler"
      try story.tell(Qinghe.command(act, by: actor), actor)
      #expect(silence(story) == "\(day)", "\(act)")
    }
    story.now = on(12)
    try story.tell(Qinghe.command(.reportProgress, by: "coordinator"), "coordinator")
    #expect(silence(story) == "12", "recorded on behalf, it is the unit's word")
    story.now = on(13)
    try story.tell(Qinghe.command(.askExtension, by: "shiqiao-lead"), "shiqiao-lead")
    #expect(silence(story) == "12", "to ask for time is no progress")
  }

  @Test("What is no unit's to move is not quiet, and begins anew when it comes back")
  func comesBack() throws {
    let away: [(ActKind, String, ActKind, String)] = [
      (.submit, "shiqiao-lead", .returnForRework, "verifier"), (.suspend, "coordinator", .resume, "coordinator"),
      (.object, "shiqiao-lead", .answerObjection, "coordinator"),
    ]
    for (leaves, by, returns, answerer) in away {
      var story = try Story(upTo: .underway)
      story.now = on(3)
      try story.tell(Qinghe.command(leaves, by: by), by)
      #expect(silence(story) == "–", "\(leaves)")
      story.now = on(9)
      try story.tell(Qinghe.command(returns, by: answerer), answerer)
      #expect(silence(story) == "9", "\(returns)")
    }
    var merged = try Story(upTo: .underway)
    merged.happen(
      [.mergedInto(MergeTarget(matter: MatterID(trusted: "m9"), number: "QH-2026-0009"), reason: reason)], at: on(3))
    #expect(silence(merged) == "–")
    merged.happen([.separated(reason: reason)], at: on(6))
    #expect(silence(merged) == "6")
    var closed = try Story(upTo: .closed)
    #expect(silence(closed) == "–")
    closed.now = on(20)
    try closed.tell(Qinghe.command(.reopen, by: "coordinator"), "coordinator")
    #expect(silence(closed) == "20")
  }

  @Test("Another lead unit's silence is its own; other supporting units alone change nothing")
  func handedOn() throws {
    var story = try Story(upTo: .underway)
    story.now = on(4)
    try story.tell(.reassign(lead: Qinghe.shiqiao, supporting: [Qinghe.emergency], reason: reason), "coordinator")
    #expect(silence(story) == "0")
    try story.tell(Qinghe.command(.reassign, by: "coordinator"), "coordinator")
    #expect(silence(story) == "4")
  }

  @Test("Out of an old register it counts from the day of taking over: what was said before is not known")
  func takenOver() throws {
    let taken = TakenOver(
      importing: OperationID(trusted: "import-1"), row: 2, issue: Qinghe.issue(),
      issuedOn: Qinghe.start.adding(days: -90),
      handler: nil, formerNumber: nil, origin: nil, progress: Words("已检查"), closure: nil)
    #expect(silence(try Story(taking: taken)) == "0")
  }

  @Test("Noticed or looked into, it is as silent as before, and noticed again so many days later")
  func noticed() throws {
    var story = try Story(upTo: .underway)
    story.now = on(14)
    try story.tell(.raise(.quiet), "rule.self_check")
    #expect(silence(story) == "0/14")
    story.now = on(15)
    try story.tell(Qinghe.command(.lookInto, by: "coordinator"), "coordinator")
    #expect(silence(story) == "0/15")
    story.now = on(16)
    try story.tell(.raise(.lastHour), "rule.self_check")
    #expect(silence(story) == "0/15", "another concern is not this one")
  }

  @Test(
    "The mark goes when the matter leaves the unit's hands", arguments: [ActKind.suspend, .object, .submit, .reassign])
  func markGoes(_ act: ActKind) throws {
    var story = try Story(upTo: .underway)
    try story.tell(.raise(.quiet), "rule.self_check")
    #expect(story.matter?.concerns.map(\.concern) == [.quiet])
    let actor = act == .suspend || act == .reassign ? "coordinator" : "shiqiao-lead"
    try story.tell(Qinghe.command(act, by: actor), actor)
    #expect(story.matter?.concerns == [])
  }

  @Test("The round's bound and the page's count are the same on every day")
  func boundary() {
    let silence = Silence(since: Qinghe.start, again: Qinghe.start)
    for workdays in [1, 3, 10] {
      for offset in 0...40 {
        let day = Qinghe.start.adding(days: offset)
        let isCounted = silence.workdays(through: day, calendar) >= workdays
        #expect(isCounted == (silence.since <= calendar.day(workdays: workdays, before: day)), "\(day.iso)")
      }
    }
  }
}
