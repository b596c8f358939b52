import Directory
import Ground
import Matters
import Packs

/// The fictional district that these tests act in: its office, two departments, two towns and who serves there.
enum Qinghe {
  static let start = CivilDate(dayNumber: 20_514)  // 2026-03-02, a Monday
  static let morning = Instant(start, minutes: 9 * 60)

  static let shiqiao = UnitID(trusted: "shiqiao")
  static let liuwan = UnitID(trusted: "liuwan")
  static let fire = UnitID(trusted: "fire")
  static let emergency = UnitID(trusted: "emergency")
  static let office = UnitID(trusted: "office")
  static let government = UnitID(trusted: "government")

  static let directory: Directory = {
    let district = District(
      id: DistrictID(trusted: "qinghe"), name: Words("清河区"), code: "QH", division: "219901", approver: nil)
    var directory = Directory(district: district)
    let units: [(UnitID, String, UnitKind)] = [
      (government, "清河区政府", .government), (office, "区安委办", .office), (emergency, "区应急局", .department),
      (fire, "区消防大队", .department), (shiqiao, "石桥镇", .town), (liuwan, "柳湾镇", .town),
    ]
    for (order, unit) in units.enumerated() {
      directory.apply(
        .unitSet(Unit(id: unit.0, name: Words(unit.1), aliases: [], kind: unit.2, parent: nil, order: order)))
    }
    let officers: [(String, String, UnitID, [Role])] = [
      ("leader", "副区长", government, [.leader]), ("coordinator", "主任", office, [.coordinator]),
      ("coordinator2", "副主任", office, [.coordinator]), ("administrator", "管理员", office, [.administrator]),
      ("verifier", "执法队长", emergency, [.verifier]), ("verifier2", "执法员", emergency, [.verifier]),
      ("auditor", "审计员", emergency, [.auditor]), ("fire-lead", "大队长", fire, [.unitLead]),
      ("fire-handler", "参谋", fire, [.handler]), ("shiqiao-lead", "镇长", shiqiao, [.unitLead]),
      ("shiqiao-handler", "安监站长", shiqiao, [.handler]), ("shiqiao-verifier", "督查员", shiqiao, [.verifier]),
      ("liuwan-lead", "镇长", liuwan, [.unitLead, .verifier]), ("liuwan-handler", "安监员", liuwan, [.handler]),
    ]
    for (order, officer) in officers.enumerated() {
      directory.apply(.officerSet(Qinghe.officer(officer.0, officer.1, officer.2, officer.3, order: order)))
    }
    directory.apply(
      .officerSet(officer("retired", "原主任", office, [.coordinator, .verifier], order: 99, hasLeft: true)))
    return directory
  }()

  static func officer(
    _ id: String, _ post: String, _ unit: UnitID, _ roles: [Role], order: Int, hasLeft: Bool = false
  ) -> Officer {
    Officer(
      id: OfficerID(trusted: id), name: Words(id), post: Words(post), unit: unit, roles: roles, order: order,
      hasLeft: hasLeft)
  }

  /// `deputy/chief`: the first in the place of the second.
  static func actor(_ id: String) -> Actor {
    if let people = Actor.officers(in: id), let away = people.for.flatMap({ directory.officers[$0] }),
      let substitute = directory.officers[people.who]
    {
      return .standIn(substitute, for: away)
    }
    guard let officer = directory.officers[OfficerID(trusted: id)] else { return .rule(id) }
    return .officer(officer)
  }

  static func context(evidence: Int = 0, onSite: Bool = false, otherUnit: Bool = false) -> Context {
    let standard = CloseOutStandard(
      code: "plain", title: Bilingual("一般", "plain"), minimumEvidence: evidence, onSite: onSite, otherUnit: otherUnit,
      lookBack: nil)
    return context(standard)
  }

  /// The shipped ladder's days.
  static let ladder = Ladder(
    code: "usual", title: Bilingual("催办督办", "reminders"),
    steps: [("near", -3), ("due", 0), ("overdue", 1), ("card", 3), ("meeting", 5)].map { code, workdays in
      Ladder.Step(
        code: code, title: Bilingual(code, code), workdays: workdays, tells: [.handler], showsCard: workdays >= 3,
        isForMeeting: workdays >= 5)
    }, source: "test")

  static let verify = Procedure.Stage(
    code: "verify", title: Bilingual("核查", "Verify"), phase: "submitted", who: "verifier", clock: "directive.verify",
    clocks: [.equipment: "hazard.equipment_review"])

  static let answers = Ladder(
    code: "answers", title: Bilingual("答复", "answers"),
    steps: [("due", 0), ("overdue", 1), ("leader", 3)].map { code, workdays in
      Ladder.Step(code: code, title: Bilingual(code, code), workdays: workdays, tells: [.handler])
    }, source: "test")

  /// With the shipped rules' lengths; a year that no calendar knows is counted Monday to Friday.
  static func context(_ standard: CloseOutStandard, directory: Directory = directory, today: CivilDate = start)
    -> Context
  {
    func term(_ code: String, _ rule: DueRule) -> DueTerm {
      DueTerm(code: code, title: Bilingual(code, code), rule: rule, reference: nil)
    }
    let packs = PackLibrary(
      standards: [standard.code: standard],
      terms: [
        term("directive.object", .workdays(5)), term("directive.objection", .workdays(5)),
        term("extension.decide", .workdays(3)), term("listed.extension_decide", .workdays(10)),
        term("listed.rectify", .calendarDays(365)), term("listed.publish", .workdays(5)),
        term("listed.delist", .workdays(5)), term("directive.verify", .calendarDays(10)),
        term("hazard.equipment_review", .workdays(10)), term("directive.reopened", .workdays(10)),
        term("notice", .workdays(5)), term("look_back", .workdays(20)),
      ], references: [:],
      procedures: [
        "directive": Procedure(
          code: "directive", title: Bilingual("会议要求", "Directive"), stages: [verify],
          terms: ["reopened": "directive.reopened"], standards: [:],
          standard: standard.code, ladder: "usual"),
        "public": Procedure(
          code: "public", title: Bilingual("公示后销号", "Public"), stages: [], terms: [:], standards: [:],
          standard: standard.code, ladder: "usual", notice: "notice"),
      ], ladders: ["usual": ladder, "answers": answers],
      waits: ["verification": "answers", "suspension": "answers", "part": "answers"])
    guard let calendar = try? WorkCalendar(editions: []) else { preconditionFailure("no editions contradict nothing") }
    return Context(
      directory: directory, standard: standard, packs: packs, clock: DueClock(calendar: calendar),
      moment: Instant(today))
  }

  static func due(_ day: CivilDate) -> DueDate {
    DueDate(day: day, nominal: day, start: start, rule: .on(day), source: "stated")
  }

  static func issue(
    id: String = "m1", number: String = "QH-2026-0001", text: String = "排查石桥镇沿街商铺消防通道",
    lead: UnitID = shiqiao, supporting: [UnitID] = [fire], leader: OfficerID? = nil,
    due: CivilDate? = start.adding(days: 18), standard: String = "plain", parent: MatterID? = nil,
    children: [ChildState] = [], fields: [Field] = [.fire], procedure: String = "directive"
  ) -> Matters.Issue {
    Matters.Issue(
      id: MatterID(trusted: id), number: number, procedure: procedure, text: Words(text), source: nil,
      fields: fields, lead: lead, supporting: supporting, leader: leader, due: due.map(self.due), urgency: .normal,
      standard: standard, parent: parent, children: children)
  }

  static let passed = MatterChange.passed(
    Closure(by: OfficerID(trusted: "verifier"), unit: office, conclusion: Words("属实"), onSite: true, at: morning),
    verifiers: [OfficerID(trusted: "verifier")])

  static func evidence(_ id: String = "e1") -> Evidence {
    Evidence(
      id: EvidenceID(trusted: id), name: Words("照片.jpg"), note: nil, type: "image/jpeg", size: 1024,
      digest: String(repeating: "0a", count: 32), salt: String(repeating: "0b", count: 16))
  }

  /// A milestone of the supporting unit and one of the lead unit, a standing condition and an interim measure of the former.
  static func plan(moved day: CivilDate? = nil) -> ProjectPlan {
    ProjectPlan(
      milestones: [
        Milestone(number: 1, title: Words("完成选址"), planned: day ?? start.adding(days: 4), unit: fire),
        Milestone(number: 2, title: Words("主体完工"), planned: start.adding(days: 14), unit: shiqiao),
      ],
      conditions: [StandingCondition(number: 1, text: Words("每站专岗2个、专职6人"), posts: 2, people: 6, unit: fire)],
      measures: [InterimMeasure(number: 1, text: Words("库存减半"), keeper: fire, everyDays: 7)])
  }

  static let commitments = Commitments(
    responsibility: Words("镇应急管理站站长岗"), measures: Words("停用并拆除"), funds: Words("镇财政3万元"),
    until: start.adding(days: 7), contingency: Words("每日巡查，发现异常即撤人"))

  static func look(_ day: CivilDate = start, holds: Bool) -> ProjectLook {
    ProjectLook(day: day, holds: holds, note: Words("现场查看"))
  }

  /// Parts of a matter for both towns, the second by a day of its own where one is given.
  static func children(due: CivilDate? = nil) -> [FannedChild] {
    [
      FannedChild(matter: MatterID(trusted: "c1"), unit: shiqiao, due: nil),
      FannedChild(matter: MatterID(trusted: "c2"), unit: liuwan, due: due),
    ]
  }

  static func onBehalf(_ unit: UnitID = shiqiao, _ day: CivilDate = start) -> OnBehalf {
    OnBehalf(unit: unit, channel: .phone, day: day)
  }

  /// A command of the kind with nothing wrong in it; recorded on behalf of the lead unit where a coordinator does it.
  static func command(_ act: ActKind, by actor: String) -> MatterCommand {
    let onBehalf = actor.hasPrefix("coordinator") ? onBehalf() : nil
    return switch act {
    case .acknowledge: .acknowledge(handler: nil, onBehalf: onBehalf)
    case .reportProgress: .reportProgress(note: Words("已检查12家"), onBehalf: onBehalf)
    case .addEvidence: .addEvidence(evidence(), onBehalf: onBehalf)
    case .submit: .submit(note: Words("已全部整改"), onBehalf: onBehalf)
    case .returnForRework: .returnForRework(reasons: Words("两家仍堵塞"))
    case .close: .close(conclusion: Words("现场核查属实"), onSite: true)
    case .reopen: .reopen(reason: Words("通道再次堵塞"), due: nil)
    case .cancel: .cancel(reason: Words("与上级任务重复"), authority: Words("副区长"))
    case .reassign: .reassign(lead: liuwan, supporting: [], reason: Words("属地有误"))
    case .amend: .amend(text: Words("排查石桥镇全部商铺消防通道"), reason: Words("范围有误"))
    case .changeDue: .changeDue(start.adding(days: 30), reason: Words("汛期延后"))
    case .object: .object(reason: Words("属消防大队职责"), onBehalf: onBehalf)
    case .askExtension: .askExtension(until: start.adding(days: 40), reason: Words("设备未到货"), onBehalf: onBehalf)
    case .finishPart:
      .finishPart(
        note: Words("已完成"),
        onBehalf: actor.hasPrefix("coordinator") ? Qinghe.onBehalf(actor.hasPrefix("fire") ? fire : shiqiao) : nil)
    case .setProject: .setProject(plan(), reason: nil, onBehalf: onBehalf)
    case .finishMilestone: .finishMilestone(number: 1, day: start, note: Words("已选址"), onBehalf: onBehalf)
    case .moveMilestone:
      .moveMilestone(number: 1, day: start.adding(days: 9), reason: Words("设计未完"), onBehalf: onBehalf)
    case .checkCondition: .checkCondition(number: 1, look(holds: true), onBehalf: onBehalf)
    case .checkMeasure: .checkMeasure(number: 1, look(holds: true), onBehalf: onBehalf)
    case .commit: .commit(commitments, reason: nil, onBehalf: onBehalf)
    case .answerObjection:
      .answerObjection(lead: liuwan, supporting: [], due: nil, reason: Words("属柳湾镇"))
    case .decideExtension: .decideExtension(isGranted: true, day: nil, reason: Words("同意"))
    case .press: .press(note: Words("请抓紧办理"))
    case .lookInto: .lookInto(note: Words("已约谈，限期整改"))
    case .adopt: .adopt(leader: OfficerID(trusted: "leader"), note: Words("包案到底"))
    case .suspend:
      .suspend(until: start.adding(days: 10), reason: Words("等待招标"), authority: Words("区政府常务会议"))
    case .resume: .resume(reason: Words("已具备条件"))
    case .setParts: .setParts([Part(unit: fire, task: Words("检查消防栓"), due: start.adding(days: 5))])
    case .fanOut: .fanOut(children(), reason: Words("各镇分别负责"))
    case .setCycle: .setCycle(.weekly)
    case .linkDuties: .linkDuties(["fire.town"])
    case .list: .list(authority: Words("区安委会督办〔2026〕1号"), rectifyBy: nil)
    case .recordPublication: .recordPublication(place: Words("区政府网站"), day: start)
    case .delist: .delist(reason: Words("已整改"))
    case .giveNotice: .giveNotice(place: Words("区政府网站"), day: start)
    case .endNotice: .endNotice(note: Words("无异议"), holds: true)
    case .lookBack: .lookBack(conclusion: Words("已巩固"), holds: true, onSite: true, due: nil)
    case .assignLookBack: .assignLookBack(unit: liuwan, reason: Words("人手不足"))
    case .settle: .settle(note: Words("双方达成协议"))
    case .merge:
      .merge(into: MergeTarget(matter: MatterID(trusted: "m9"), number: "QH-2026-0009"), reason: Words("重复"))
    case .separate: .separate(reason: Words("并错了"))
    }
  }
}

/// A matter and how it got where it is.
struct Story {
  var matter: Matter?
  var context = Qinghe.context()
  var now = Qinghe.morning
  private(set) var events: [MatterEvent] = []

  init(_ issue: Matters.Issue = Qinghe.issue(), context: Context = Qinghe.context()) throws {
    self.context = context
    try tell(.issue(issue), "coordinator")
  }

  /// Out of an old register.
  init(taking taken: TakenOver) throws { try tell(.takeOver(taken), "coordinator") }

  /// Brings a fresh matter to `phase` by the lead unit's own officers, verified by another unit.
  init(
    upTo phase: Phase, issue: Matters.Issue = Qinghe.issue(), context: Context = Qinghe.context()
  ) throws {
    try self.init(issue, context: context)
    let path: [(ActKind, String)] =
      switch phase {
      case .assigned: []
      case .underway: [(.acknowledge, "shiqiao-handler")]
      case .objected: [(.object, "shiqiao-handler")]
      case .suspended: [(.acknowledge, "shiqiao-handler"), (.suspend, "coordinator")]
      case .submitted: [(.acknowledge, "shiqiao-handler"), (.submit, "shiqiao-handler")]
      case .closed: [(.acknowledge, "shiqiao-handler"), (.submit, "shiqiao-handler"), (.close, "verifier")]
      case .cancelled: [(.cancel, "coordinator")]
      }
    for (act, actor) in path { try tell(Qinghe.command(act, by: actor), actor) }
  }

  /// The same, with what the act asks for besides the phase.
  init(upTo phase: Phase, ready act: ActKind) throws {
    try self.init(upTo: phase, issue: Qinghe.issue(fields: act == .settle ? [.petitions] : [.fire]))
    let asked = ExtensionRequest(day: Qinghe.start.adding(days: 40), reason: Words("设备未到货"), answerBy: nil)
    let units = [Qinghe.shiqiao, Qinghe.fire]
    let changes: [MatterChange] =
      switch act {
      case .finishPart: [.partsSet(units.map { Part(unit: $0, task: Words("检查"), due: nil) })]
      case .decideExtension: [.extensionAsked(asked)]
      case .finishMilestone, .moveMilestone, .checkCondition, .checkMeasure:
        [
          .projectSet(
            plan: Qinghe.plan(), reason: nil,
            handling: Handling(unit: Qinghe.shiqiao, officers: [], units: [Qinghe.shiqiao], onBehalf: nil))
        ]
      case .lookInto: [.raised(.returnedTwice)]
      case .recordPublication, .delist: [.listed(Listing(authority: Words("区安委会"), on: Qinghe.start), due: nil)]
      case .giveNotice: [Qinghe.passed]
      case .endNotice:
        [
          Qinghe.passed,
          .noticeGiven(
            CloseOutNotice.Given(place: Words("区政府网站"), day: Qinghe.start.adding(days: -8), until: nil)),
        ]
      case .lookBack, .assignLookBack:
        [.lookBackSet(LookBack(due: Qinghe.due(Qinghe.start), closedBy: [OfficerID(trusted: "verifier2")]))]
      case .separate:
        [.mergedInto(MergeTarget(matter: MatterID(trusted: "m9"), number: "QH-2026-0009"), reason: Words("重复"))]
      default: []
      }
    for change in changes { matter = evolve(matter, with: MatterEvent(change, by: "coordinator", at: now)) }
  }

  mutating func tell(_ command: MatterCommand, _ actor: String) throws {
    for event in try decide(command, on: matter, by: Qinghe.actor(actor), at: now, in: context) { keep(event) }
  }

  mutating func keep(_ event: MatterEvent) {
    matter = evolve(matter, with: event)
    events.append(event)
  }

  /// Why the command is refused; empty when it is not.
  func refusal(_ command: MatterCommand, _ actor: String) -> [Problem] {
    do throws(Refusal) {
      _ = try decide(command, on: matter, by: Qinghe.actor(actor), at: now, in: context)
      return []
    } catch {
      return error.problems
    }
  }

  func codes(_ command: MatterCommand, _ actor: String) -> [ProblemCode] { refusal(command, actor).map(\.code) }
}

extension Context {
  /// The same, after the officer has left.
  func without(_ id: String) -> Context {
    var directory = directory
    if let officer = directory.officers[OfficerID(trusted: id)] {
      directory.apply(
        .officerSet(
          Officer(
            id: officer.id, name: officer.name, post: officer.post, unit: officer.unit, roles: officer.roles,
            order: officer.order, hasLeft: true)))
    }
    return Qinghe.context(standard, directory: directory, today: today)
  }
}
