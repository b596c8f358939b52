import Directory
import Foundation
import Ground
import Matters
import Operations
import TestDatabases
import TestOffice
import Testing

/// The unit that holds a look-back is told, finds it among what it waits for, and alone holds it.
@Suite struct LookBackOfficeTests {
  @Test(arguments: TestEngine.all) func isAssignedAndReassigned(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let meeting = try await test.receive([
        Draft(
          text: "排查沿街商铺消防通道。", fields: [.fire], lead: UnitID(trusted: "xiaofang"), supporting: [], fanOut: [],
          leader: nil, due: nil, urgency: .normal, standard: "onsite", duty: nil, reasons: [], confirmed: true)
      ])
      let matter = try await test.act(IssueClauses(meeting: meeting, clauses: [0]), by: "tong")[0]
      try await test.act(Acknowledge(matter: matter, seen: nil, handler: nil, onBehalf: nil), by: "xiaofang.zhang")
      try await test.act(test.photo(for: matter), by: "xiaofang.zhang")
      try await test.act(Submit(matter: matter, seen: nil, note: Words("已完成"), onBehalf: nil), by: "xiaofang.zhang")
      try await test.act(CloseOut(matter: matter, seen: nil, conclusion: Words("属实"), onSite: true), by: "yan")
      let (tong, yan, bai) = (
        try await test.officer("tong"), try await test.officer("yan"), try await test.officer("bai")
      )
      let line = try #require(try await test.office.matterSheet(matter, for: tong)?.beside.lookBack)
      #expect(line.unit?.id.text == "yingji" && line.rule?.chinese == "会议要求销号后回头看")
      #expect(try await test.told(matter, .lookBackSet) == [": bai"])
      func waits() async throws -> [String] {
        try await test.office.waitList(.lookBack, after: nil, for: tong).rows.map(\.unit.id.text)
      }
      func turns(_ viewer: Officer) async throws -> [MatterAct] {
        try await test.office.myDay(for: viewer).myTurn.filter { $0.row.matter.id == matter }.map(\.act)
      }
      #expect(try await waits() == ["yingji"])
      let held = LookBackAt(matter: matter, seen: nil, conclusion: Words("已巩固"), holds: true, onSite: true)
      await refused(.lookBackEarly) { try await test.act(held, by: "bai") }
      test.clock.advance(days: test.office.today.days(until: line.day) + 1)
      #expect(try await turns(bai) == [.lookBack])
      #expect(try await turns(yan) == [])
      await refused(.lookBackSame) { try await test.act(held, by: "yan") }
      func assign(_ unit: String, _ reason: String = "人手不足") async throws {
        try await test.act(
          AssignLookBack(matter: matter, seen: nil, unit: UnitID(trusted: unit), reason: Words(reason)), by: "tong")
      }
      await refused(.lookBackUnfit) { try await assign("xiaofang") }
      await refused(.wordsBlank) { try await assign("anwei", " ") }
      try await assign("anwei")
      #expect(try await waits() == ["anwei"])
      #expect(try await turns(bai) == [])
      await refused(.lookBackElsewhere) { try await test.act(held, by: "bai") }
      try await assign("yingji")
      #expect(try await test.told(matter, .lookBackAssigned).count == 2)
      #expect(try await test.wrong() == [])
      try await test.act(held, by: "bai")
      #expect(try await waits() == [])
      #expect(try await test.wrong() == [])
    }
  }
}
