import Directory
import Ground
import Matters
import Testing

/// Random commands on random matters: whatever is asked, the rules of DESIGN §3 hold.
@Suite("Random lives of matters")
struct RandomLivesTests {
  private static let arrows: [Phase: Set<Phase>] = [
    .assigned: [.assigned, .objected, .underway, .suspended, .cancelled],
    .objected: [.objected, .assigned, .underway, .cancelled],
    .underway: [.underway, .assigned, .objected, .suspended, .submitted, .cancelled],
    .suspended: [.suspended, .assigned, .underway, .cancelled],
    .submitted: [.submitted, .underway, .closed, .cancelled], .closed: [.closed, .underway], .cancelled: [.cancelled],
  ]

  @Test("600 matters of 60 commands each")
  func lives() throws {
    let seed = UInt64.random(in: 1...UInt64.max)
    print("seed \(seed)")
    var random = Seeded(seed: seed)
    var (seen, divided): (Set<Phase>, Int) = ([], 0)
    for life in 0..<600 {
      var story = try Story(
        Qinghe.issue(procedure: random.chance(4) ? "public" : "directive"),
        context: Qinghe.context(
          evidence: Int.random(in: 0...2, using: &random), onSite: random.chance(3), otherUnit: random.chance(2)))
      for step in 0..<60 {
        let before = try #require(story.matter)
        story.now = story.now.adding(milliseconds: Int64.random(in: 0...86_400_000, using: &random))
        let officer = try #require(Qinghe.directory.officersInOrder.randomElement(using: &random)).id.text
        // What was divided moves by its children, of which a rule tells.
        let child = random.chance(2) ? before.children.randomElement(using: &random) : nil
        let phase = try #require(Phase.allCases.randomElement(using: &random))
        if let child, child.phase == phase { continue }
        let actor = child == nil ? officer : "rule.ready"
        let command =
          child.map { MatterCommand.noteChild($0.matter, phase) }
          ?? random.close(before)
          ?? random.command(life * 100 + step, story.now.civilDate)
        if !story.refusal(command, actor).isEmpty { continue }
        try story.tell(command, actor)
        let after = try #require(story.matter)
        let place = "seed \(seed), life \(life), step \(step): \(command)"
        try #require(Self.arrows[before.phase]?.contains(after.phase) == true, "\(place)")
        try #require(after.handledBy.starts(with: before.handledBy), "\(place)")
        try #require(after.handlingUnits.starts(with: before.handlingUnits), "\(place)")
        try #require((after.closure != nil) == (after.phase == .closed), "\(place)")
        try #require(after.isParent || after.closure.map { !after.handledBy.contains($0.by) } ?? true, "\(place)")
        try #require(after.isParent || !before.isParent, "\(place)")
        if after.isParent {
          divided += before.isParent ? 0 : 1
          try #require(
            after.waiting.allSatisfy { $0.kind == .verification } && !after.climbs && after.outcomes.isEmpty, "\(place)"
          )
          try #require(after.lead == before.lead && after.evidence == before.evidence, "\(place)")
        }
        try #require(after.reopenings >= before.reopenings && after.returns >= before.returns, "\(place)")
        try #require(after.version == story.events.count && after.lastActAt == story.now, "\(place)")
        try #require(!after.supporting.contains(after.lead), "\(place)")
        if let due = after.due, let suspension = after.life.suspension, before.life.suspension == nil {
          // What was overdue stays so: its term was used up before.
          let isOverdue = before.due.map { $0.day < story.now.civilDate } ?? false
          try #require(due.day > suspension.until || due.pauses.isEmpty || isOverdue, "\(place)")
        }
        try #require(after.life.objections >= before.life.objections, "\(place)")
        try #require((after.phase == .objected) == (after.life.objection != nil && after.isOpen), "\(place)")
        seen.insert(after.phase)
      }
      let replayed = story.events.reduce(Matter?.none) { evolve($0, with: $1) }
      #expect(replayed == story.matter, "seed \(seed), life \(life)")
    }
    #expect(seen == Set(Phase.allCases), "seed \(seed): some phase was never reached")
    #expect(divided > 0, "seed \(seed): nothing was divided")
  }

  @Test("Events in any order trap nothing")
  func foreignOrder() throws {
    let seed = UInt64.random(in: 1...UInt64.max)
    print("seed \(seed)")
    var random = Seeded(seed: seed)
    let closed = try Story(upTo: .closed).events
    let cancelled = try Story(upTo: .cancelled).events
    for _ in 0..<200 {
      let events = closed.prefix(1) + (closed + cancelled).shuffled(using: &random)
      let matter = events.reduce(Matter?.none) { evolve($0, with: $1) }
      #expect(matter?.version == events.count, "seed \(seed)")
    }
  }
}

/// SplitMix64 (Steele, Lea, Flood 2014).
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// True once in `times`.
  mutating func chance(_ times: Int) -> Bool { Int.random(in: 0..<times, using: &self) == 0 }

  /// What leads to the close-out from where the matter stands, now and then: by chance alone few come so far.
  mutating func close(_ matter: Matter) -> MatterCommand? {
    guard matter.phase == .submitted, chance(3) else { return nil }
    guard let notice = matter.life.notice else { return .close(conclusion: Words("属实"), onSite: true) }
    return notice.given.map { _ in .endNotice(note: Words("无异议"), holds: true) }
      ?? .giveNotice(place: Words("区政府网站"), day: notice.passed.at.civilDate)
  }

  /// Any command, sometimes with something wrong in it.
  mutating func command(_ serial: Int, _ today: CivilDate) -> MatterCommand {
    let units = Qinghe.directory.unitsInOrder.map(\.id)
    func unit(_ random: inout Seeded) -> UnitID { units.randomElement(using: &random) ?? Qinghe.office }
    let words = Words(chance(12) ? " " : "说明\(serial)")
    let day = today.adding(days: Int.random(in: -2...1, using: &self))
    let onBehalf = chance(2) ? nil : OnBehalf(unit: unit(&self), channel: .paper, day: day)
    if chance(3) { return commandBeside(words, today, onBehalf, unit(&self)) }
    switch Int.random(in: 0..<24, using: &self) {
    case 0...4:
      let handler = Qinghe.directory.officersInOrder.randomElement(using: &self)
      return .acknowledge(handler: chance(2) ? nil : handler?.id, onBehalf: onBehalf)
    case 5: return .reportProgress(note: words, onBehalf: onBehalf)
    case 6...8: return .addEvidence(Qinghe.evidence("e\(serial)"), onBehalf: onBehalf)
    case 9...12: return .submit(note: words, onBehalf: onBehalf)
    case 13...14: return .returnForRework(reasons: words)
    case 15...18: return .close(conclusion: words, onSite: chance(2))
    case 19: return .reopen(reason: words, due: nil)
    case 20: return chance(4) ? .cancel(reason: words, authority: words) : .noteChild(MatterID(trusted: "c1"), .closed)
    case 21: return .reassign(lead: unit(&self), supporting: chance(2) ? [] : [unit(&self)], reason: words)
    case 22: return .amend(text: Words("内容\(serial)"), reason: words)
    default: return .changeDue(today.adding(days: Int.random(in: -1...30, using: &self)), reason: words)
    }
  }

  /// The acts beside the main way.
  private mutating func commandBeside(
    _ words: Words, _ today: CivilDate, _ onBehalf: OnBehalf?, _ unit: UnitID
  ) -> MatterCommand {
    let day = today.adding(days: Int.random(in: -1...60, using: &self))
    let isYes = chance(2)
    switch Int.random(in: 0..<28, using: &self) {
    case 27: return .assignLookBack(unit: unit, reason: words)
    case 25: return .giveNotice(place: words, day: today)
    case 26: return .endNotice(note: words, holds: isYes)
    case 0...1: return .object(reason: words, onBehalf: onBehalf)
    case 2...3: return .answerObjection(lead: isYes ? unit : nil, supporting: [], due: nil, reason: words)
    case 4: return .askExtension(until: day, reason: words, onBehalf: onBehalf)
    case 5: return .decideExtension(isGranted: isYes, day: chance(3) ? day : nil, reason: words)
    case 6: return .suspend(until: day, reason: words, authority: words)
    case 7...8: return .resume(reason: words)
    case 9: return .press(note: words)
    case 10: return .setParts([Part(unit: unit, task: words, due: isYes ? day : nil)])
    case 11: return .finishPart(note: words, onBehalf: onBehalf)
    case 12: return .adopt(leader: OfficerID(trusted: isYes ? "leader" : "coordinator"), note: words)
    case 13: return .list(authority: words, rectifyBy: isYes ? day : nil)
    case 14: return .recordPublication(place: words, day: today)
    case 15: return isYes ? .delist(reason: words) : .setCycle(ReportCycle.allCases.randomElement(using: &self))
    case 16: return .lookBack(conclusion: words, holds: isYes, onSite: true, due: isYes ? nil : day)
    case 17: return isYes ? .lookInto(note: words) : .commit(Qinghe.commitments, reason: words, onBehalf: onBehalf)
    case 20: return isYes ? .setProject(Qinghe.plan(), reason: words, onBehalf: onBehalf) : .settle(note: words)
    case 21: return .finishMilestone(number: isYes ? 1 : 2, day: today, note: words, onBehalf: onBehalf)
    case 22: return .moveMilestone(number: isYes ? 1 : 2, day: day, reason: words, onBehalf: onBehalf)
    case 23: return .checkCondition(number: 1, Qinghe.look(today, holds: isYes), onBehalf: onBehalf)
    case 24: return .checkMeasure(number: 1, Qinghe.look(today, holds: isYes), onBehalf: onBehalf)
    case 19: return .fanOut(Qinghe.children(due: isYes ? day : nil), reason: words)
    case 18: return isYes ? .climb : .raise(Concern.allCases.randomElement(using: &self) ?? .quiet)
    default: return isYes ? .climbWaits : .settle(note: words)
    }
  }
}
