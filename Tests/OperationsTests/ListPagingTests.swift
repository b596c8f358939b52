import Directory
import Foundation
import Ground
import Matters
import Operations
import Storage
import TestDatabases
import TestOffice
import Testing

/// Every list, page by page, is what plain filtering and sorting in Swift gives; every count is how many there are.
///
/// `BIHUAN_SEED` names a seed to run again.
@Suite struct ListPagingTests {
  static let seed = ProcessInfo.processInfo.environment["BIHUAN_SEED"].flatMap(UInt64.init) ?? 4

  @Test(arguments: TestEngine.all) func pagesEqualPlainFilteringAndSorting(_ engine: TestEngine) async throws {
    print("lists on \(engine): seed \(ListPagingTests.seed)")
    try await TestOffice.with(engine) { test in
      let register = try await RandomRegister(120, seed: ListPagingTests.seed, in: test)
      var dice = RandomRegister.Dice(ListPagingTests.seed &+ 1)
      let units = try #require(try await test.office.directory()).unitsInOrder.map(\.id)
      let orders: [ListOrder] = [
        .due(latestFirst: false), .due(latestFirst: true), .number(newestFirst: true), .number(newestFirst: false),
        .lastAct(newestFirst: true), .lastAct(newestFirst: false), .unit(units), .field, .meeting,
      ]
      for round in 0..<60 {
        let selection = ListPagingTests.selection(&dice, register)
        for order in orders {
          let expected = ListPagingTests.expected(register.matters, selection, order, units)
          // Sorted, and met in order.
          for few in [3000, -1] {
            let found = try await test.walk(selection, order, few: few, limit: 1 + dice.roll(9))
            #expect(found == expected, "seed \(ListPagingTests.seed) round \(round) \(selection) \(order) few \(few)")
          }
        }
        let count = try await test.count(selection)
        #expect(count == ListPagingTests.expected(register.matters, selection, .field, units).count, "\(selection)")
      }
      #expect(try await test.differingTables() == [])
    }
  }

  private static func selection(_ dice: inout RandomRegister.Dice, _ register: RandomRegister) -> ListSelection {
    let phases = Phase.allCases.filter { _ in dice.roll(3) > 0 }
    var selection = ListSelection(phases: phases.isEmpty ? Phase.allCases : phases)
    if dice.roll(2) == 0 {
      selection.unit = dice.pick(RandomRegister.units)
      selection.part = dice.pick([.lead, .lead, .supporting, .either])
    }
    if dice.roll(3) == 0 { selection.field = dice.pick(RandomRegister.fields) }
    if dice.roll(3) == 0 { selection.leader = dice.pick(RandomRegister.leaders) }
    if dice.roll(8) == 0 { selection.handler = OfficerID(trusted: "\(dice.pick(RandomRegister.units)).ban") }
    if dice.roll(8) == 0 { selection.meeting = dice.pick(register.matters).source?.meeting }
    if dice.roll(4) == 0 { selection.dueFrom = CivilDate("2026-03-02")!.adding(days: dice.roll(30)).iso }
    if dice.roll(4) == 0 { selection.dueTo = CivilDate("2026-03-02")!.adding(days: dice.roll(40)).iso }
    if dice.roll(10) == 0 { (selection.dueFrom, selection.dueTo) = (ListSelection.noDue, nil) }
    if dice.roll(4) == 0 { selection.emphasis = dice.pick([.listed, .adopted, .adopted, .card]) }
    if dice.roll(5) == 0 { selection.words = SearchWords(dice.pick(["消防", "加油站", "检查学校", "1处", "没有"])) }
    return selection
  }

  private static func expected(
    _ matters: [Matter], _ selection: ListSelection, _ order: ListOrder, _ units: [UnitID]
  ) -> [String] {
    let chosen = matters.filter { fits($0, selection) }
    func due(_ matter: Matter) -> String { matter.due?.day.iso ?? ListSelection.noDue }
    // Numbers of one year and four digits sort as they stand.
    func sorted(_ before: (Matter, Matter) -> Bool?) -> [Matter] {
      chosen.sorted { before($0, $1) ?? ($0.number < $1.number) }
    }
    func differ<Value: Comparable>(_ left: Value, _ right: Value, _ descends: Bool = false) -> Bool? {
      left == right ? nil : (left < right) != descends
    }
    let list: [Matter]
    switch order {
    case .due(let latest):
      list = sorted { differ(due($0), due($1), latest) ?? differ($0.number, $1.number, latest) }
    case .number(let newest): list = sorted { differ($0.number, $1.number, newest) }
    case .lastAct(let newest):
      list = sorted { differ($0.lastActAt, $1.lastActAt, newest) ?? differ($0.number, $1.number, newest) }
    case .unit:
      list = sorted {
        differ(units.firstIndex(of: $0.lead) ?? 0, units.firstIndex(of: $1.lead) ?? 0) ?? differ(due($0), due($1))
      }
    case .field:
      func place(_ matter: Matter) -> Int { Field.allCases.firstIndex(of: matter.fields[0]) ?? 0 }
      list = sorted { differ(place($0), place($1)) ?? differ(due($0), due($1)) }
    case .meeting:
      list = sorted { differ($0.source?.meeting.text ?? "", $1.source?.meeting.text ?? "", true) }
    }
    return list.map(\.number)
  }

  private static func fits(_ matter: Matter, _ selection: ListSelection) -> Bool {
    guard selection.phases.contains(matter.phase) else { return false }
    if let unit = selection.unit {
      let (leads, supports) = (matter.lead == unit, matter.supporting.contains(unit))
      switch selection.part {
      case .lead: if !leads { return false }
      case .supporting: if !supports { return false }
      case .either: if !leads && !supports { return false }
      }
    }
    if let field = selection.field, matter.fields[0] != field { return false }
    if let leader = selection.leader, matter.leader != leader, matter.life.adoptedBy != leader { return false }
    if let handler = selection.handler, matter.handler != handler { return false }
    if let meeting = selection.meeting, matter.source?.meeting != meeting { return false }
    let due = matter.due?.day.iso ?? ListSelection.noDue
    switch selection.emphasis {
    case nil: break
    case .listed?: if !matter.life.isListed { return false }
    case .card?: if matter.escalation?.showsCard != true { return false }
    case .adopted?: if matter.life.adoptedBy == nil { return false }
    }
    if let from = selection.dueFrom, due < from { return false }
    if let to = selection.dueTo, due > to { return false }
    guard let words = selection.words else { return true }
    let text = matter.text.text ?? ""
    return !matter.fields.contains(.petitions)
      && words.runs.allSatisfy { run in text.contains(String(String.UnicodeScalarView(run))) }
  }
}

extension TestOffice {
  /// The numbers of all lines, page after page, each place carried through its text as an address carries it.
  fileprivate func walk(
    _ selection: ListSelection, _ order: ListOrder, few: Int, limit: Int
  ) async throws -> [String] {
    let district = office.district
    var (numbers, place) = ([String](), ListPlace?.none)
    while true {
      let start = place
      let page = try await office.ask { (session: any SQLSession) throws(StorageError) in
        try MatterListQuery(session, district, few: few).page(selection, order, after: start, limit: limit)
      }
      numbers += page.map(\.number)
      guard page.count == limit, let last = page.last else { return numbers }
      let carried = order.place(of: last).text
      place = ListPlace(text: carried, in: order)
      try #require(place != nil, "\(carried) is no place")
    }
  }

  fileprivate func count(_ selection: ListSelection) async throws -> Int {
    let (district, today) = (office.district, office.today)
    let tally = try await office.ask { (session: any SQLSession) throws(StorageError) in
      try MatterListQuery(session, district).tally(selection, today: today, near: today.adding(days: 3))
    }
    #expect(!tally.isCapped)
    return tally.counts.reduce(0) { $0 + $1.amount }
  }
}
