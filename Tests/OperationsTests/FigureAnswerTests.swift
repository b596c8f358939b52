import Directory
import Ground
import Matters
import Operations
import Storage
import TestDatabases
import TestOffice
import Testing

/// Units' figures as pages ask for them: what they count and open, who sees which, what is too few, what the months are.
@Suite struct FigureAnswerTests {
  private static let fire = UnitID(trusted: "xiaofang")

  /// Signed for on the first day, submitted and closed on the day of the due date.
  private func close(_ matter: MatterID, in test: TestOffice) async throws {
    try await test.act(test.photo(for: matter), by: "xiaofang.ban")
    try await test.act(Submit(matter: matter, seen: nil, note: Words("完成"), onBehalf: nil), by: "xiaofang.ban")
    try await test.act(CloseOut(matter: matter, seen: nil, conclusion: Words("属实"), onSite: true), by: "yan")
  }

  private func line(_ test: TestOffice, _ filter: FigureFilter, _ officer: String = "tong") async throws -> FigureLine?
  {
    try await test.office.figures(filter, for: try await test.officer(officer)).lines.first { $0.unit?.id == Self.fire }
  }

  @Test(arguments: TestEngine.all) func everyFigureOpensWhatItCounts(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let (first, second) = (try await test.matterUnderway(), try await test.matterUnderway())
      test.clock.advance(days: 18)
      try await close(first, in: test)
      test.clock.advance(days: 1)
      try await close(second, in: test)
      test.clock.advance(days: 30)
      try await test.act(Reopen(matter: second, seen: nil, reason: Words("反弹")), by: "tong")
      let tong = try await test.officer("tong")
      for field in [nil, Field.fire] {
        let filter = FigureFilter(unit: Self.fire, field: field)
        let figures = try #require(try await line(test, filter)).figures
        let wanted: [FigureFact.Kind: Int] = [
          .closed: 2, .onTime: 1, .late: 1, .passedFirst: 2, .relapsed: 1, .stayAssigned: 2, .stayUnderway: 2,
          .staySubmitted: 2,
        ]
        for kind in FigureFact.Kind.figures {
          let list = try await test.office.figureMatters(kind, filter, after: nil, for: tong)
          #expect(figures.count(kind) == wanted[kind] ?? 0, "\(kind)")
          #expect(list.lines.count == wanted[kind] ?? 0 && list.total == list.lines.count, "\(kind)")
        }
        let late = try await test.office.figureMatters(.late, filter, after: nil, for: tong).lines
        #expect(late.map(\.days) == [-1] && late.first?.row?.matter.id == second && late.first?.day.iso == "2026-03-21")
      }
      // Of another field there is nothing, and of another month neither.
      #expect(try await line(test, FigureFilter(field: .gas)) == nil)
      let april = FigureFilter(period: .months(FigureMonth("2026-04")!, FigureMonth("2026-05")!))
      #expect(try await line(test, april)?.figures.isEmpty ?? true)
      #expect(try await line(test, FigureFilter(period: .quarter))?.figures.isEmpty ?? true)
      // Reopened with a term of its own, and past that: overdue, as the list of matters has it.
      #expect(try await line(test, FigureFilter())?.overdue == 0)
      test.clock.advance(days: 25)
      let overdue = try await test.office.matterList(
        MatterFilter(unit: Self.fire, standing: .overdue), for: tong
      ).rows.count
      #expect(try await line(test, FigureFilter())?.overdue == overdue && overdue == 1)
      // Cancelled, it counts nothing any more.
      try await test.act(Cancel(matter: second, seen: nil, reason: Words("重复"), authority: Words("会议")), by: "tong")
      #expect(try await line(test, FigureFilter())?.figures.count(.closed) == 1)
      // The picture's bytes are in no folder; every row says what its entries say.
      #expect(try await test.office.check().differences.allSatisfy { $0.table == "evidence" })
    }
  }

  @Test(arguments: TestEngine.all) func aMatterOfTwoFieldsCountsUnderEachAndOnceTogether(
    _ engine: TestEngine
  ) async throws {
    try await TestOffice.with(engine) { test in
      var draft = test.draft(of: "要检查加气站消防设施。")
      draft.fields = [.fire, .gas]
      let meeting = try await test.receive([draft])
      let matter = try await test.act(IssueClauses(meeting: meeting, clauses: [0]), by: "tong")[0]
      try await test.act(Acknowledge(matter: matter, seen: nil, handler: nil, onBehalf: nil), by: "xiaofang.zhang")
      try await close(matter, in: test)
      let tong = try await test.officer("tong")
      let board = try await test.office.figures(FigureFilter(rows: .field), for: tong)
      #expect(board.lines.compactMap(\.field) == [.fire, .gas])
      #expect(board.lines.map { $0.figures.count(.closed) } == [1, 1] && board.total?.figures.count(.closed) == 1)
      for field in [Field.fire, .gas, .traffic] {
        let list = try await test.office.figureMatters(.closed, FigureFilter(field: field), after: nil, for: tong)
        #expect(list.lines.count == (field == .traffic ? 0 : 1), "\(field)")
      }
    }
  }

  @Test func aUnitSeesItsOwnAndNothingOfWhatMovedOn() async throws {
    try await TestOffice.with(.sqlite) { test in
      let matter = try await test.matterUnderway()
      _ = try await test.matterUnderway()
      try await test.act(
        Reassign(
          matter: matter, seen: nil, lead: UnitID(trusted: "shiqiao"), supporting: [], reason: Words("属地负责")),
        by: "tong")
      try await test.act(Acknowledge(matter: matter, seen: nil, handler: nil, onBehalf: nil), by: "shiqiao.zhang")
      for (officer, units) in [
        ("tong", ["xiaofang", "shiqiao"]), ("shen", ["xiaofang", "shiqiao"]), ("xiaofang.ban", ["xiaofang"]),
        ("shiqiao.zhang", ["shiqiao"]), ("guan", []),
      ] {
        let viewer = try await test.officer(officer)
        let board = try await test.office.figures(FigureFilter(), for: viewer)
        #expect(Set(board.lines.compactMap { $0.unit?.id.text }) == Set(units), "\(officer)")
        let list = try await test.office.figureMatters(.stayAssigned, FigureFilter(), after: nil, for: viewer)
        #expect(Set(list.lines.map(\.unit.id.text)) == Set(units), "\(officer)")
      }
      // The stay was the fire brigade's and is counted; the matter is another's now.
      let ban = try await test.officer("xiaofang.ban")
      let lines = try await test.office.figureMatters(.stayAssigned, FigureFilter(), after: nil, for: ban).lines
      #expect(lines.count == 2 && lines.count { $0.row == nil } == 1)
      #expect(lines.allSatisfy { $0.row?.matter.id != matter })
      let elsewhere = FigureFilter(unit: UnitID(trusted: "shiqiao"))
      #expect(try await test.office.figures(elsewhere, for: ban).lines.isEmpty)
      #expect(try await test.office.figureMatters(.stayAssigned, elsewhere, after: nil, for: ban).lines.isEmpty)
    }
  }

  @Test func pagesGoOnWhereTheyEnded() async throws {
    try await TestOffice.with(.sqlite) { test in
      let meeting = try await test.receive(
        (1...120).map { test.draft(of: "要检查第\($0)处。", lead: $0 % 2 == 0 ? "xiaofang" : "yingji") })
      let matters = try await test.act(IssueClauses(meeting: meeting, clauses: []), by: "tong")
      for matter in matters {
        let lead = try #require(try await test.matter(matter)?.lead)
        try await test.act(Acknowledge(matter: matter, seen: nil, handler: nil, onBehalf: nil), by: "\(lead).zhang")
      }
      let tong = try await test.officer("tong")
      var (found, units, after): ([MatterID], [UnitID], String?) = ([], [], nil)
      repeat {
        let page = try await test.office.figureMatters(.stayAssigned, FigureFilter(), after: after, for: tong)
        #expect(page.total == 120 && page.lines.count <= 50)
        found += page.lines.compactMap { $0.row?.matter.id }
        units += page.lines.map(\.unit.id)
        after = page.next
        #expect(after.map(PageCursor.isFigure) ?? true)
      } while after != nil
      #expect(Set(found) == Set(matters) && found.count == 120)
      // The official order of the units, each of them in one piece.
      #expect(
        units
          == units.sorted { left, right in
            let order = [UnitID(trusted: "yingji"), UnitID(trusted: "xiaofang")]
            return order.firstIndex(of: left)! < order.firstIndex(of: right)!
          })
    }
  }

  @Test func tooFewHaveNoShareAndNoMedian() {
    var figures = Figures()
    figures.add(3, of: .onTime)
    figures.add(1, of: .late)
    for days in [1, 3, 8, 9] { figures.add(1, of: .stayUnderway, days: days) }
    #expect(figures.share(.onTime).percent == nil && figures.share(.onTime).of == 4)
    #expect(figures.median(.stayUnderway) == nil && figures.count(.stayUnderway) == 4)
    figures.add(1, of: .late)
    figures.add(1, of: .stayUnderway, days: 100)
    #expect(figures.share(.onTime).percent == 60 && figures.median(.stayUnderway) == 8)
    figures.add(1, of: .stayUnderway, days: 0)
    #expect(figures.median(.stayUnderway) == 3)
    figures.add(7, of: .closed)
    figures.add(2, of: .relapsed)
    #expect(figures.share(.relapse) == FigureShare(met: 2, of: 7) && figures.share(.relapse).percent == 29)
    #expect(FigureShare(met: 0, of: 0).percent == nil && FigureShare(met: 5, of: 5).percent == 100)
  }

  @Test(arguments: [
    ("", "2025-04", "2026-03"), ("period=month", "2026-03", "2026-03"), ("period=quarter", "2026-01", "2026-03"),
    ("period=year", "2026-01", "2026-03"), ("period=x&unit=~&rows=z&field=none", "2025-04", "2026-03"),
    ("from=2025-02&to=2025-11", "2025-02", "2025-11"), ("from=2025-11&to=2025-02", "2025-02", "2025-11"),
    ("to=2024-12", "2024-12", "2024-12"), ("from=2023-04&to=2026-03&period=month", "2023-04", "2026-03"),
  ])
  func monthsAreReadFromTheAddress(query: String, first: String, last: String) throws {
    let filter = try FigureFilter(query: query)
    let months = filter.period.months(on: CivilDate("2026-03-31")!)
    #expect((months.first.text, months.last.text) == (first, last))
    #expect(try FigureFilter(query: filter.query) == filter)
  }

  @Test(arguments: [
    ("from=2026-13", "figures.month"), ("to=%00", "figures.month"), ("from=2023-03&to=2026-03", "figures.months"),
    ("from=1900-01&to=9999-12", "figures.months"),
  ])
  func whatIsNoMonthIsRefused(query: String, code: String) {
    let refusal = #expect(throws: Refusal.self) { try FigureFilter(query: query) }
    #expect(refusal?.problems.map(\.code.code) == [code])
  }

  /// No matter is walked and nothing is put in order: sums are grouped, and what a figure opens is read off its index.
  @Test(arguments: TestEngine.all) func readsByKeyAndSortsNothing(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      _ = try await RandomRegister(40, seed: 9, in: test)
      let (district, month) = (test.office.district, FigureMonth("2026-03")!)
      let plans = try await test.office.engine.write { (session: any SQLSession) throws(StorageError) in
        if session.dialect == .postgres {
          for choice in ["seqscan", "sort", "incremental_sort", "bitmapscan"] {
            try session.run("SET LOCAL enable_\(choice) = off")
          }
        }
        let recorder = PlanRecorder(session)
        let store = FigureStore(recorder, district)
        for unit in [nil, Self.fire] {
          for field in [nil, Field.fire] {
            _ = try store.sums(unit: unit, field: field, from: month.adding(-11), through: month)
          }
        }
        for field in [nil, Field.fire] {
          for place in [nil, FigurePlace(day: month.first, matter: MatterID(trusted: "m1"), step: 2)] {
            _ = try store.page(
              .closed, unit: Self.fire, field: field, days: month.first...month.last, after: place, limit: 50)
          }
        }
        return recorder.plans
      }
      #expect(plans.count == 8)
      for (sql, plan) in plans {
        #expect(!plan.contains("SCAN") && !plan.contains("Seq Scan"), "\(sql)\n\(plan)")
        guard sql.contains("ORDER BY") else { continue }
        #expect(!plan.contains("TEMP B-TREE") && !plan.contains("Sort Key"), "\(sql)\n\(plan)")
      }
    }
  }
}

extension TestOffice {
  fileprivate func draft(of text: String, lead: String = "xiaofang") -> Draft {
    let day = CivilDate("2026-03-20")!
    return Draft(
      text: text, fields: [.fire], lead: UnitID(trusted: lead), supporting: [], fanOut: [], leader: nil,
      due: DueDate(day: day, nominal: day, start: CivilDate("2026-03-02")!, rule: .on(day), source: "stated"),
      urgency: .normal, standard: "paper", duty: nil, reasons: [], confirmed: true)
  }
}
