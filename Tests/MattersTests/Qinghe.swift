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
      lookBackWorkdays: nil)
    return Context(directory: directory, standard: standard)
  }

  static func due(_ day: CivilDate) -> DueDate {
    DueDate(day: day, nominal: day, start: start, rule: .on(day), source: "stated")
  }

  static func issue(
    id: String = "m1", number: String = "QH-2026-0001", text: String = "排查石桥镇沿街商铺消防通道",
    lead: UnitID = shiqiao, supporting: [UnitID] = [fire], leader: OfficerID? = nil,
    due: CivilDate? = start.adding(days: 18), standard: String = "plain", parent: MatterID? = nil,
    children: [ChildState] = []
  ) -> Matters.Issue {
    Matters.Issue(
      id: MatterID(trusted: id), number: number, procedure: "directive", text: Words(text), source: nil,
      fields: [.fire], lead: lead, supporting: supporting, leader: leader, due: due.map(self.due), urgency: .normal,
      standard: standard, parent: parent, children: children)
  }

  static func evidence(_ id: String = "e1") -> Evidence {
    Evidence(
      id: EvidenceID(trusted: id), name: Words("照片.jpg"), note: nil, type: "image/jpeg", size: 1024,
      digest: String(repeating: "0a", count: 32), salt: String(repeating: "0b", count: 16))
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
    case .reopen: .reopen(reason: Words("通道再次堵塞"))
    case .cancel: .cancel(reason: Words("与上级任务重复"), authority: Words("副区长"))
    case .reassign: .reassign(lead: liuwan, supporting: [], reason: Words("属地有误"))
    case .amend: .amend(text: Words("排查石桥镇全部商铺消防通道"), reason: Words("范围有误"))
    case .changeDue: .changeDue(due(start.adding(days: 30)), reason: Words("汛期延后"))
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

  /// Brings a fresh matter to `phase` by the lead unit's own officers, verified by another unit.
  init(upTo phase: Phase, context: Context = Qinghe.context()) throws {
    try self.init(context: context)
    let path: [(ActKind, String)] =
      switch phase {
      case .assigned: []
      case .underway: [(.acknowledge, "shiqiao-handler")]
      case .submitted: [(.acknowledge, "shiqiao-handler"), (.submit, "shiqiao-handler")]
      case .closed: [(.acknowledge, "shiqiao-handler"), (.submit, "shiqiao-handler"), (.close, "verifier")]
      case .cancelled: [(.cancel, "coordinator")]
      }
    for (act, actor) in path { try tell(Qinghe.command(act, by: actor), actor) }
  }

  mutating func tell(_ command: MatterCommand, _ actor: String) throws {
    for event in try decide(command, on: matter, by: Qinghe.actor(actor), at: now, in: context) {
      matter = evolve(matter, with: event)
      events.append(event)
    }
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
    return Context(directory: directory, standard: standard)
  }
}
