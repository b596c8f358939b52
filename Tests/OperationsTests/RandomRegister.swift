import Directory
import Ground
import Matters
import Operations
import Simulation
import Storage
import TestOffice

/// A register of the dice: matters of many units, fields and days, some moved on, some called off.
struct RandomRegister {
  let matters: [Matter]

  /// A fixed sequence of numbers for each seed (SplitMix64).
  struct Dice {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func roll(_ sides: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((z ^ (z >> 31)) % UInt64(sides))
    }

    mutating func pick<Element>(_ choices: [Element]) -> Element { choices[roll(choices.count)] }
  }

  static let units = ["xiaofang", "yingji", "shiqiao", "liuwan", "jiaoyu"].map { UnitID(trusted: $0) }
  static let fields: [Field] = [.fire, .gas, .petitions, .traffic]
  static let leaders = ["lin", "zhou"].map { OfficerID(trusted: $0) }

  init(_ count: Int, seed: UInt64, in test: TestOffice) async throws {
    var dice = Dice(seed)
    var issued: [MatterID] = []
    for first in stride(from: 0, to: count, by: 20) {
      let drafts = (first..<min(first + 20, count)).map { RandomRegister.draft($0, &dice) }
      issued += try await test.issue(drafts)
    }
    for id in issued { try await RandomRegister.move(id, &dice, in: test) }
    var matters: [Matter] = []
    for id in issued { if let matter = try await test.matter(id), !matter.isParent { matters.append(matter) } }
    self.matters = matters
  }

  private static func draft(_ number: Int, _ dice: inout Dice) -> Draft {
    let day = CivilDate("2026-03-02")!.adding(days: dice.roll(30))
    let due = DueDate(day: day, nominal: day, start: CivilDate("2026-03-02")!, rule: .on(day), source: "stated")
    let lead = dice.pick(units)
    let place = dice.pick(["消防站", "加油站", "学校周边", "烟花摊点"])
    return Draft(
      text: "要检查\(place)，第\(number)处。", fields: [dice.pick(fields)], lead: lead,
      supporting: dice.roll(3) == 0 ? [dice.pick(units.filter { $0 != lead })] : [],
      fanOut: dice.roll(20) == 0 ? Array(units[2...3]) : [], leader: dice.roll(4) == 0 ? nil : dice.pick(leaders),
      due: dice.roll(6) == 0 ? nil : due, urgency: dice.pick(Urgency.allCases), standard: "paper", duty: nil,
      reasons: [], confirmed: true)
  }

  private static func move(_ id: MatterID, _ dice: inout Dice, in test: TestOffice) async throws {
    guard let matter = try await test.matter(id), !matter.isParent else { return }
    if dice.roll(5) == 0 { test.clock.advance(minutes: 1 + dice.roll(100)) }
    let handler = "\(matter.lead).ban"
    func act<A: Act>(_ act: A, by officer: String) async throws { try await test.act(act, by: officer) }
    switch dice.roll(6) {
    case 0, 1:
      try await act(
        Acknowledge(matter: id, seen: nil, handler: OfficerID(trusted: handler), onBehalf: nil), by: handler)
    case 2:
      try await act(Cancel(matter: id, seen: nil, reason: Words("重复"), authority: Words("安委办")), by: "tong")
    case 3:
      let day = CivilDate("2026-04-10")!.adding(days: dice.roll(20))
      try await act(
        ChangeDue(matter: id, seen: nil, day: day, reason: Words("天气")), by: "tong")
    default: break
    }
    if dice.roll(4) == 0 {
      let leader = dice.pick(leaders)
      let adopts = Adopt(matter: id, seen: nil, leader: leader, note: Words("包案"))
      try await refusable { try await act(adopts, by: leader.text) }
    }
    if dice.roll(4) == 0 {
      let lists = ListMatter(
        matter: id, seen: nil, authority: Words("区安委会督办"), rectifyBy: CivilDate("2026-05-20")!)
      try await refusable { try await act(lists, by: "tong") }
    }
  }

  /// What is closed or cancelled is neither taken nor listed.
  private static func refusable(_ act: () async throws -> Void) async throws {
    do { try await act() } catch is Refusal {}
  }
}

extension TestOffice {
  /// Issues the drafts as one bulletin's clauses.
  func issue(_ drafts: [Draft]) async throws -> [MatterID] {
    let meeting = try await receive(drafts)
    return try await act(IssueClauses(meeting: meeting, clauses: []), by: "tong")
  }

  /// The tables in which a check finds anything; this register's evidence files are made up.
  func differingTables() async throws -> Set<String> {
    Set(try await office.check().differences.map(\.table)).subtracting(["evidence"])
  }

  func officer(_ id: String) async throws -> Officer {
    guard let officer = try await office.directory()?.officers[OfficerID(trusted: id)] else {
      throw Refusal(.officerLeft)
    }
    return officer
  }
}
