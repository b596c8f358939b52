import Directory
import Ground
import Matters
import Operations
import Storage
import TestDatabases
import TestOffice
import Testing

/// A matter that was issued as one is divided among units: lists, search, figures, telling and record follow at once.
@Suite struct FanOutMatterTests {
  private static let units = ["liuwan", "shiqiao", "xiaofang"].map { UnitID(trusted: $0) }
  private static let day = CivilDate("2026-03-12")!

  private func divide(_ matter: MatterID, seen: Int? = nil) -> FanOutMatter {
    FanOutMatter(
      matter: matter, seen: seen,
      shares: Self.units.map { FanOutMatter.Share(unit: $0, due: $0.text == "shiqiao" ? Self.day : nil) },
      reason: Words("点多面广，按属地分别负责"))
  }

  @Test(arguments: TestEngine.all) func theWholeLeavesTheListsAndItsChildrenCome(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let (office, tong) = (test.office, try await test.officer("tong"))
      let matter = try await test.matterUnderway()
      try await test.act(test.handInFile(to: matter), by: "xiaofang.ban")
      try await test.act(SetCycle(matter: matter, seen: nil, cycle: .weekly, anyway: true), by: "tong")
      let children = try await test.act(divide(matter), by: "tong")
      let whole = try #require(try await test.matter(matter))
      #expect(whole.children.map(\.matter) == children && whole.phase == .underway && whole.evidence.count == 1)
      let parts = try await children.asyncMap { try #require(try await test.matter($0)) }
      #expect(parts.map(\.number) == ["QH-2026-0001-01", "QH-2026-0001-02", "QH-2026-0001-03"])
      // In the official order, whatever order they were named in.
      #expect(parts.map(\.lead.text) == ["xiaofang", "shiqiao", "liuwan"])
      #expect(parts.map(\.due?.day.iso) == ["2026-03-20", "2026-03-12", "2026-03-20"])
      #expect(parts.allSatisfy { $0.text.text == whole.text.text && $0.source == whole.source && $0.evidence.isEmpty })

      func listed(_ filter: MatterFilter) async throws -> [MatterID] {
        try await office.matterList(filter, for: tong, limit: 100).rows.map(\.matter.id)
      }
      #expect(Set(try await listed(MatterFilter())) == Set(children))
      #expect(Set(try await listed(MatterFilter(words: "人员密集"))) == Set(children))
      #expect(try await listed(MatterFilter(words: "QH-2026-0001")).contains(matter) == false)
      #expect(try await office.matterList(MatterFilter(), for: tong).total == .exact(3))
      let counters = try await test.phases()
      #expect(counters[.assigned] == 3 && counters[.underway, default: 0] == 0)

      let sheet = try #require(try await office.matterSheet(matter, for: tong))
      #expect(sheet.children.map(\.unit.id) == parts.map(\.lead) && sheet.evidence.count == 1)
      #expect(sheet.story.map(\.happening.kind) == [.fannedOut, .cycleSet, .evidenceAdded, .acknowledged, .issued])
      guard case .fannedOut(let told, let reason) = sheet.story[0].happening else { throw Missing() }
      #expect(told.map(\.id) == parts.map(\.lead) && reason.text == "点多面广，按属地分别负责")
      #expect(!sheet.offers.contains { $0.act == .fanOut } && sheet.beside.cycle == nil)
      let part = try #require(try await office.matterSheet(children[1], for: tong))
      #expect(part.parent?.id == matter && !part.offers.contains { $0.act == .fanOut })
      #expect(try await test.wrong() == [])
      await #expect(throws: Refusal.self) { try await test.act(divide(children[0]), by: "tong") }
      await #expect(throws: Refusal.self) { try await test.act(divide(matter), by: "tong") }
    }
  }

  @Test(arguments: TestEngine.all) func itIsReadyOnceItsChildrenAreDone(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let (office, tong) = (test.office, try await test.officer("tong"))
      let matter = try await test.matterUnderway()
      let children = try await test.act(divide(matter), by: "tong")
      let cancel = Cancel(matter: children[2], seen: nil, reason: Words("柳湾镇没有此类场所"), authority: Words("区安委办"))
      try await test.act(cancel, by: "tong")
      for child in children.prefix(2) {
        let unit = try #require(try await test.matter(child)).lead
        try await test.act(Acknowledge(matter: child, seen: nil, handler: nil, onBehalf: nil), by: "\(unit).zhang")
        try await test.act(test.handInFile(to: child), by: "\(unit).ban")
        try await test.act(Submit(matter: child, seen: nil, note: Words("已完成"), onBehalf: nil), by: "\(unit).ban")
        try await test.act(CloseOut(matter: child, seen: nil, conclusion: Words("属实"), onSite: true), by: "yan")
      }
      #expect(try await test.matter(matter)?.phase == .submitted)
      #expect(try await office.myDay(for: tong).myTurn.contains { $0.row.matter.id == matter })
      try await test.act(CloseOut(matter: matter, seen: nil, conclusion: Words("各单位均已完成"), onSite: false), by: "tong")
      #expect(try await test.matter(matter)?.phase == .closed)
      try await test.act(Reopen(matter: children[0], seen: nil, reason: Words("再次堵塞")), by: "yan")
      #expect(try await test.matter(matter)?.phase == .underway)
      #expect(try await test.wrong() == [])
    }
  }

  @Test(arguments: TestEngine.all) func figuresAndLadderForgetTheWhole(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let (office, tong) = (test.office, try await test.officer("tong"))
      let matter = try await test.matterUnderway()
      func stays() async throws -> Int {
        try await office.figureMatters(.stayAssigned, FigureFilter(), after: nil, for: tong).lines.count
      }
      #expect(try await stays() == 1)
      test.clock.advance(days: 15)
      _ = try await office.makeRound()
      #expect(try await test.matter(matter)?.escalation?.number == 1)
      try await test.act(divide(matter, seen: nil).without(Self.day), by: "tong")
      #expect(try await stays() == 0)
      let whole = try #require(try await test.matter(matter))
      #expect(whole.escalation == nil && whole.outcomes.isEmpty)
      // Each child climbs by itself; the whole does not.
      test.clock.advance(minutes: 60)
      _ = try await office.makeRound()
      let steps = try await whole.children.asyncMap { try await test.matter($0.matter)?.escalation?.number }
      #expect(steps == [1, 1, 1])
      #expect(try await test.matter(matter)?.version == whole.version)
      #expect(try await test.wrong() == [])
    }
  }

  @Test(arguments: TestEngine.all) func eachUnitIsToldAsAtIssue(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let matter = try await test.matterUnderway()
      let children = try await test.act(divide(matter), by: "tong")
      func told(_ officer: String) async throws -> [String] {
        let lines = try await test.office.messages(of: OfficerID(trusted: officer)).lines
        return lines.map { "\($0.kind) \($0.matter?.id.text ?? "")" }
      }
      #expect(try await told("shiqiao.ban") == ["issued \(children[1])"])
      #expect(try await told("liuwan.zhang") == ["issued \(children[2])"])
      #expect(try await told("xiaofang.ban").prefix(2) == ["issued \(children[0])", "fanned_out \(matter)"])
      #expect(try await told("tong").isEmpty)
    }
  }

  @Test func whatIsTypedPassesTheDoorAndAStalePageIsRefused() async throws {
    try await TestOffice.with(.sqlite) { test in
      let matter = try await test.matterUnderway()
      let size = try await test.office.ledgerStand().size
      let secret = FanOutMatter(
        matter: matter, seen: nil, shares: divide(matter).shares, reason: Words("机密★5年\n按要求分别办理"))
      for (act, officer) in [(secret, "tong"), (divide(matter, seen: 1), "tong"), (divide(matter), "xiaofang.zhang")] {
        await #expect(throws: Refusal.self, "\(act.reason.shown)") { try await test.act(act, by: officer) }
      }
      #expect(try await test.office.ledgerStand().size == size)
    }
  }

  /// A leader who leads no more is in charge of nothing new: whoever has the field today gets the parts, if anybody.
  @Test func theChildrenFallToWhoeverLeadsNow() async throws {
    try await TestOffice.with(.sqlite) { test in
      var drafts = [try await test.firstDraft()]
      drafts[0].leader = OfficerID(trusted: "lin")
      let meeting = try await test.receive(drafts)
      let matter = try await test.act(IssueClauses(meeting: meeting, clauses: [0]), by: "tong")[0]
      let lin = try await test.officer("lin")
      let left = Officer(
        id: lin.id, name: lin.name, post: lin.post, unit: lin.unit, roles: lin.roles, order: lin.order, hasLeft: true)
      try await test.act(
        SetDirectory([
          .officerSet(left), .portfolioSet(Portfolio(leader: OfficerID(trusted: "song"), fields: [.fire])),
        ]), by: .rule("rule.test"))
      let children = try await test.act(divide(matter), by: "tong")
      #expect(try await test.matter(children[0])?.leader?.text == "song")
      #expect(try await test.wrong() == [])
    }
  }
}

private struct Missing: Error {}

extension Array {
  fileprivate func asyncMap<T>(_ make: (Element) async throws -> T) async throws -> [T] {
    var made: [T] = []
    for element in self { made.append(try await make(element)) }
    return made
  }
}

extension FanOutMatter {
  /// The same, each unit by the whole's own day.
  fileprivate func without(_ day: CivilDate) -> FanOutMatter {
    FanOutMatter(matter: matter, seen: seen, shares: shares.map { Share(unit: $0.unit) }, reason: reason)
  }
}

extension TestOffice {
  fileprivate func firstDraft() async throws -> Draft {
    let day = CivilDate("2026-03-20")!
    return Draft(
      text: "要加强消防安全检查。", fields: [.fire], lead: UnitID(trusted: "xiaofang"), supporting: [], fanOut: [], leader: nil,
      due: DueDate(day: day, nominal: day, start: office.today, rule: .on(day), source: "stated"), urgency: .normal,
      standard: "paper", duty: nil, reasons: [], confirmed: true)
  }

  fileprivate func handInFile(to matter: MatterID) throws -> AddEvidence {
    let evidence = try office.evidence.store(
      Array("检查记录".utf8), name: "记录.txt", note: nil, type: "text/plain",
      id: EvidenceID(trusted: office.newIdentifier()), salt: office.secret(count: 16))
    return AddEvidence(matter: matter, seen: nil, evidence: evidence, onBehalf: nil, sent: evidence.digest)
  }

  fileprivate func phases() async throws -> [Phase: Int] {
    let district = office.district
    return try await office.ask { (session: any SQLSession) throws(StorageError) in
      try CounterStore(session, district).phases()
    }
  }
}
