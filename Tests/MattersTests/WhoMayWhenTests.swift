import Ground
import Matters
import Testing

/// Every act in every phase by everybody, against a table written by hand from DESIGN §3.
@Suite("Who may do what, and when")
struct WhoMayWhenTests {
  /// Lead unit shiqiao, supporting unit fire.
  private static let people: [ActKind: Set<String>] = [
    .acknowledge: ["shiqiao-lead", "shiqiao-handler", "coordinator"],
    .reportProgress: ["shiqiao-lead", "shiqiao-handler", "fire-lead", "fire-handler", "coordinator"],
    .addEvidence: ["shiqiao-lead", "shiqiao-handler", "fire-lead", "fire-handler", "coordinator"],
    .submit: ["shiqiao-lead", "shiqiao-handler", "coordinator"],
    .returnForRework: ["verifier", "shiqiao-verifier", "liuwan-lead", "coordinator"],
    .close: ["verifier", "shiqiao-verifier", "liuwan-lead", "coordinator"],
    .reopen: ["verifier", "shiqiao-verifier", "liuwan-lead", "coordinator"],
    .cancel: ["coordinator"], .reassign: ["coordinator"], .amend: ["coordinator"], .changeDue: ["coordinator"],
    .finishPart: ["shiqiao-lead", "shiqiao-handler", "fire-lead", "fire-handler", "coordinator"],
    .setProject: ["shiqiao-lead", "shiqiao-handler", "coordinator"],
    .commit: ["shiqiao-lead", "shiqiao-handler", "coordinator"],
    .moveMilestone: ["shiqiao-lead", "shiqiao-handler", "coordinator"],
    .finishMilestone: ["shiqiao-lead", "shiqiao-handler", "fire-lead", "fire-handler", "coordinator"],
    .checkCondition: ["shiqiao-lead", "shiqiao-handler", "fire-lead", "fire-handler", "coordinator"],
    .checkMeasure: ["shiqiao-lead", "shiqiao-handler", "fire-lead", "fire-handler", "coordinator"],
    .object: ["shiqiao-lead", "shiqiao-handler", "coordinator"],
    .askExtension: ["shiqiao-lead", "shiqiao-handler", "coordinator"],
    .lookBack: ["verifier", "shiqiao-verifier", "liuwan-lead", "coordinator"],
    .assignLookBack: ["coordinator"],
    .answerObjection: ["coordinator"], .decideExtension: ["coordinator"], .press: ["coordinator"],
    .lookInto: ["coordinator"],
    .adopt: ["coordinator", "leader"], .suspend: ["coordinator"], .resume: ["coordinator"], .setParts: ["coordinator"],
    .fanOut: ["coordinator"],
    .linkDuties: ["coordinator"], .setCycle: ["coordinator"], .list: ["coordinator"],
    .recordPublication: ["coordinator"], .delist: ["coordinator"],
    .giveNotice: ["coordinator"], .endNotice: ["coordinator"],
    .settle: ["verifier", "shiqiao-verifier", "liuwan-lead", "coordinator"], .merge: ["coordinator"],
    .separate: ["coordinator"],
  ]
  private static let open: Set<Phase> = [.assigned, .objected, .underway, .suspended, .submitted]
  private static let inHand: Set<Phase> = [.assigned, .underway]
  private static let phases: [ActKind: Set<Phase>] = [
    .acknowledge: [.assigned], .reportProgress: [.underway], .addEvidence: [.underway], .submit: [.underway],
    .returnForRework: [.submitted], .close: [.submitted], .reopen: [.closed],
    .cancel: open, .amend: open, .changeDue: open, .reassign: inHand, .finishPart: [.underway],
    .setProject: [.underway], .finishMilestone: [.underway], .moveMilestone: [.underway], .checkCondition: [.underway],
    .checkMeasure: [.underway, .submitted], .commit: [.underway], .object: inHand,
    .askExtension: inHand, .lookBack: [.closed], .assignLookBack: [.closed], .answerObjection: [.objected],
    .decideExtension: inHand,
    .press: inHand, .lookInto: open.union([.closed]), .adopt: open, .suspend: inHand, .resume: [.suspended],
    .setParts: inHand, .fanOut: inHand, .setCycle: inHand, .linkDuties: open.union([.closed]),
    .list: inHand, .recordPublication: open.union([.closed]), .delist: [.closed],
    .giveNotice: [.submitted], .endNotice: [.submitted], .settle: open.union([.closed]),
    .merge: inHand, .separate: open,
  ]
  private static let everybody = [
    "leader", "coordinator", "administrator", "verifier", "auditor", "fire-lead", "fire-handler", "shiqiao-lead",
    "shiqiao-handler", "shiqiao-verifier", "liuwan-lead", "liuwan-handler", "retired", "rule.ready", "rule.import",
  ]

  /// Whose unit keeps the measure that the act is about: it looks at none of its own.
  private static func keeps(_ person: String, _ act: ActKind) -> Bool {
    act == .checkMeasure && person.hasPrefix("fire-")
  }

  @Test("Each act in each phase by each officer", arguments: ActKind.allCases, Phase.allCases)
  func table(act: ActKind, phase: Phase) throws {
    let story = try Story(upTo: phase, ready: act)
    let matter = try #require(story.matter)
    for person in Self.everybody {
      let expected =
        try #require(Self.people[act]).contains(person) && (try #require(Self.phases[act]).contains(phase))
      let problems = allowed(act, on: matter, by: Qinghe.actor(person), in: story.context)
      #expect(problems.isEmpty == expected, "\(act) \(phase) \(person): \(problems.map(\.code.code))")
      let refused = story.refusal(Qinghe.command(act, by: person), person)
      #expect(
        refused.isEmpty == (expected && !Self.keeps(person, act)),
        "decide \(act) \(phase) \(person): \(refused.map(\.code.code))")
    }
  }

  @Test("Where each act leads", arguments: ActKind.allCases)
  func arrow(act: ActKind) throws {
    let ends: [ActKind: Phase] = [
      .acknowledge: .underway, .submit: .submitted, .returnForRework: .underway, .close: .closed, .reopen: .underway,
      .cancel: .cancelled, .reassign: .assigned, .object: .objected, .answerObjection: .assigned,
      .suspend: .suspended, .resume: .underway, .endNotice: .closed,
    ]
    for phase in try #require(Self.phases[act]) {
      var story = try Story(upTo: phase, ready: act)
      let actor = try #require(
        Self.people[act]?.sorted().first { $0 != "coordinator" && !Self.keeps($0, act) } ?? "coordinator")
      let before = try #require(story.matter)
      try story.tell(Qinghe.command(act, by: actor), actor)
      #expect(story.matter?.phase == ends[act] ?? phase, "\(act) from \(phase)")
      #expect(story.matter?.version == before.version + (act == .endNotice ? 2 : 1))
      // What the table of the acts says is what becomes of the matter.
      let said = act.rule.sets.compactMap { if case .phase(let phase) = $0 { phase } else { nil } }
      if let end = ends[act] {
        #expect(said.contains(end) || act.rule.sets.contains(.phaseBefore), "\(act)")
      } else {
        #expect(act == .lookBack || said.isEmpty, "\(act)")
      }
    }
  }

  @Test("A refusal about who may names who could", arguments: ActKind.allCases)
  func whoCould(act: ActKind) throws {
    let phase = try #require(Self.phases[act]?.sorted { $0.rawValue < $1.rawValue }.first)
    let story = try Story(upTo: phase, ready: act)
    let problems = story.refusal(Qinghe.command(act, by: "auditor"), "auditor")
    #expect(problems.count == 1)
    for language in Language.allCases {
      let hint = try #require(problems.first).hint(in: language)
      #expect(hint.contains("区安委办主任"), "\(hint)")
      #expect(!hint.contains("原主任") && !hint.contains("{"))
    }
    let unitOfficer = "石桥镇安监站长"
    #expect(problems.first?.hint(in: .chinese).contains(unitOfficer) == act.isUnitAct)
  }

  @Test("Where nobody could, the refusal says so")
  func nobody() throws {
    var story = try Story(upTo: .submitted)
    for id in ["coordinator", "coordinator2", "verifier", "verifier2", "shiqiao-verifier", "liuwan-lead"] {
      story.context = story.context.without(id)
    }
    #expect(story.codes(Qinghe.command(.close, by: "auditor"), "auditor") == [.verifierOnly, .nobodyCould])
  }

  @Test("All reasons come at once")
  func allReasons() throws {
    let story = try Story(upTo: .assigned)
    let command = MatterCommand.close(conclusion: Words(" \u{3000}\n"), onSite: false)
    #expect(story.codes(command, "auditor") == [.notSubmitted, .verifierOnly, .wordsBlank])
  }
}
