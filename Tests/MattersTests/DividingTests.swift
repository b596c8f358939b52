import Directory
import Ground
import Matters
import Testing

/// 分解 after issue: from then on it is as if its clause had been fanned out.
@Suite("A matter that is divided after its issue")
struct DividingTests {
  private let divide = Qinghe.command(.fanOut, by: "coordinator")
  private let first = MatterID(trusted: "c1")
  private let second = MatterID(trusted: "c2")

  @Test("It keeps what happened, and moves by its children", arguments: [Phase.assigned, .underway])
  func divides(phase: Phase) throws {
    var story = try Story(upTo: phase)
    if phase == .underway { try story.tell(Qinghe.command(.addEvidence, by: "shiqiao-lead"), "shiqiao-lead") }
    let before = try #require(story.matter)
    try story.tell(divide, "coordinator")
    let after = try #require(story.matter)
    #expect(after.isParent && after.phase == phase && after.lastAct == .fannedOut)
    #expect(after.children.map(\.unit) == [Qinghe.shiqiao, Qinghe.liuwan])
    #expect(after.children.allSatisfy { $0.phase == .assigned })
    #expect(after.evidence == before.evidence && after.handledBy == before.handledBy && after.due == before.due)
    #expect(story.codes(divide, "coordinator") == [.movesByChildren])
    for act: ActKind in [.acknowledge, .reportProgress, .submit, .reassign, .setParts, .press, .suspend] {
      #expect(story.codes(Qinghe.command(act, by: "coordinator"), "coordinator").contains(.movesByChildren), "\(act)")
    }
    try story.tell(.noteChild(first, .closed), "rule.ready")
    #expect(story.matter?.phase == .underway)
    try story.tell(.noteChild(second, .cancelled), "rule.ready")
    #expect(story.matter?.phase == .submitted)
    // Whoever recorded for the unit before it was divided may close it: its children were verified one by one.
    try story.tell(.close(conclusion: Words("各镇均已完成"), onSite: false), "coordinator")
    #expect(story.matter?.phase == .closed)
  }

  @Test("Whoever recorded for its unit before may close it on its children")
  func recorded() throws {
    var story = try Story()
    try story.tell(Qinghe.command(.acknowledge, by: "coordinator"), "coordinator")
    try story.tell(divide, "coordinator2")
    for child in [first, second] { try story.tell(.noteChild(child, .closed), "rule.ready") }
    #expect(story.codes(Qinghe.command(.close, by: "coordinator"), "coordinator") == [])
    let refusal = story.refusal(Qinghe.command(.close, by: "verifier"), "verifier")
    #expect(refusal.map(\.code) == [.coordinatorOnly])
    #expect(refusal.first?.hint(in: .chinese).contains("区安委办主任") == true)
  }

  @Test("What it waited for goes, its ladder and its figures with it")
  func leaves() throws {
    var story = try Story(upTo: .submitted)
    try story.tell(Qinghe.command(.returnForRework, by: "verifier"), "verifier")
    try story.tell(.setCycle(.weekly), "coordinator")
    story.now = Instant(Qinghe.start.adding(days: 20), minutes: 540)
    try story.tell(.climb, "rule.ladder")
    try story.tell(.raise(.quiet), "rule.self_check")
    let before = try #require(story.matter)
    #expect(before.waiting.map(\.kind) == [.concern] && before.escalation != nil && before.outcomes == [.returned])
    try story.tell(.changeDue(Qinghe.start.adding(days: 40), reason: Words("另定")), "coordinator")
    try story.tell(divide, "coordinator")
    let after = try #require(story.matter)
    #expect(after.waiting.isEmpty && after.escalation == nil && !after.climbs && after.outcomes.isEmpty)
    #expect(after.reportOwed(on: Qinghe.start.adding(days: 30)) == nil && after.life.cycle == nil)
    var (facts, matter): ([FigureFact], Matter?) = ([], nil)
    for (place, event) in story.events.enumerated() {
      let next = evolve(matter, with: event)
      FigureStep(event, from: matter, to: next).follow(&facts)
      if place == story.events.count - 2 { #expect(!facts.isEmpty) }
      matter = next
    }
    #expect(facts.isEmpty)
  }

  @Test("Each thing that stands against it is named")
  func obstacles() throws {
    let child = try Story(Qinghe.issue(id: "m7", parent: MatterID(trusted: "m1")))
    #expect(child.codes(divide, "coordinator") == [.fansOutWholes])
    var asked = try Story(upTo: .assigned)
    try asked.tell(Qinghe.command(.askExtension, by: "shiqiao-lead"), "shiqiao-lead")
    try asked.tell(Qinghe.command(.setParts, by: "coordinator"), "coordinator")
    #expect(asked.codes(divide, "coordinator") == [.extensionPending, .partsOpen])
    var listed = try Story(upTo: .underway)
    try listed.tell(Qinghe.command(.list, by: "coordinator"), "coordinator")
    #expect(listed.codes(divide, "coordinator") == [.fanOutListed])
    var absorbed = try Story(upTo: .underway)
    absorbed.keep(
      MatterEvent(.absorbed(MatterID(trusted: "m9"), officers: [], units: []), by: "coordinator", at: absorbed.now))
    #expect(absorbed.codes(divide, "coordinator") == [.hasMerged])
    let merged = try Story(upTo: .underway, ready: .separate)
    #expect(merged.codes(divide, "coordinator") == [.isMerged])
    #expect(try Story(upTo: .objected).codes(divide, "coordinator") == [.awaitingAnswer])
    #expect(try Story(upTo: .suspended).codes(divide, "coordinator") == [.isSuspended])
    #expect(try Story(upTo: .submitted).codes(divide, "coordinator") == [.awaitingVerification])
  }

  @Test("A part that is finished stands against nothing")
  func finishedPart() throws {
    var story = try Story(upTo: .underway)
    try story.tell(Qinghe.command(.setParts, by: "coordinator"), "coordinator")
    try story.tell(.finishPart(note: Words("已检查"), onBehalf: nil), "fire-handler")
    #expect(story.codes(divide, "coordinator") == [])
  }

  @Test("Units are distinct, active and at least two; days lie between today and the whole's")
  func units() throws {
    let story = try Story()
    let reason = Words("各镇分别负责")
    func codes(_ units: [(UnitID, CivilDate?)], _ words: Words? = nil) -> [ProblemCode] {
      let children = units.enumerated().map {
        FannedChild(matter: MatterID(trusted: "c\($0)"), unit: $1.0, due: $1.1)
      }
      return story.codes(.fanOut(children, reason: words ?? reason), "coordinator")
    }
    let (start, last) = (Qinghe.start, Qinghe.start.adding(days: 18))
    let (town, other) = (Qinghe.shiqiao, Qinghe.liuwan)
    #expect(codes([]) == [.fanOutUnits])
    #expect(codes([(town, nil)]) == [.fanOutUnits])
    #expect(codes(Array(repeating: (town, nil), count: 61)) == [.fanOutUnits])
    #expect(codes([(town, nil), (town, nil)]) == [.fanOutUnsound])
    #expect(codes([(town, nil), (Qinghe.government, nil)]) == [.governmentNotResponsible])
    #expect(codes([(town, nil), (UnitID(trusted: "nowhere"), nil)]) == [.unitUnknown])
    #expect(codes([(town, start), (other, last)]) == [])
    #expect(codes([(town, start.adding(days: -1)), (other, nil)]) == [.duePast])
    #expect(codes([(town, last.adding(days: 1)), (other, nil)]) == [.fanOutLate])
    #expect(codes([(town, nil), (other, nil)], Words(" ")) == [.wordsBlank])
    let same = [first, first].map { FannedChild(matter: $0, unit: $0 == first ? town : other, due: nil) }
    #expect(story.codes(.fanOut(same, reason: reason), "coordinator") == [.fanOutUnsound])
    let itself = [
      FannedChild(matter: MatterID(trusted: "m1"), unit: town, due: nil),
      FannedChild(matter: second, unit: other, due: nil),
    ]
    #expect(story.codes(.fanOut(itself, reason: reason), "coordinator") == [.fanOutUnsound])
  }

  @Test("A unit that ended is none, and what is overdue is given a day first")
  func ended() throws {
    var story = try Story()
    var directory = story.context.directory
    let liuwan = try #require(directory.units[Qinghe.liuwan])
    directory.apply(.unitSet(liuwan.with(ended: .init(day: Qinghe.start, successor: nil, reason: Words("撤并")))))
    story.context = Qinghe.context(story.context.standard, directory: directory)
    #expect(story.codes(divide, "coordinator") == [.unitEnded])
    var late = try Story()
    late.now = Instant(Qinghe.start.adding(days: 19), minutes: 540)
    #expect(late.codes(divide, "coordinator") == [.fanOutOverdue])
    try late.tell(Qinghe.command(.changeDue, by: "coordinator"), "coordinator")
    #expect(late.codes(divide, "coordinator") == [])
  }

  @Test("A child carries everything of the whole but its units, its day and its history")
  func child() throws {
    var story = try Story(
      Qinghe.issue(leader: nil, fields: [.fire, .gas]), context: Qinghe.context(evidence: 1, onSite: true))
    try story.tell(Qinghe.command(.acknowledge, by: "shiqiao-lead"), "shiqiao-lead")
    let whole = try #require(story.matter)
    let day = Qinghe.start.adding(days: 9)
    let issues = Qinghe.children(due: day).enumerated().map { index, child in
      whole.issue(
        of: child, number: "QH-2026-0001-0\(index + 1)", leader: OfficerID(trusted: "leader"), on: Qinghe.start)
    }
    for issue in issues {
      #expect(issue.text.text == whole.text.text && issue.fields == whole.fields && issue.source == whole.source)
      #expect(issue.procedure == whole.procedure && issue.standard == whole.standard)
      #expect(issue.urgency == whole.urgency && issue.parent == whole.id && issue.supporting.isEmpty)
      #expect(issue.leader?.text == "leader" && issue.children.isEmpty)
    }
    #expect(issues.map(\.lead) == [Qinghe.shiqiao, Qinghe.liuwan])
    #expect(issues[0].due == whole.due)
    #expect(issues[1].due?.day == day && issues[1].due?.source == "clerk" && issues[1].due?.start == Qinghe.start)
    var none = story
    none.matter = nil
    for issue in issues { #expect(none.codes(.issue(issue), "coordinator") == []) }
  }
}
