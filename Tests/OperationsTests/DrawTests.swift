import Directory
import Ground
import Inspections
import Ledger
import Operations
import Packs
import Storage
import Subjects
import TestDatabases
import TestOffice
import Testing

/// Spot checks and draws of one's own, from the population to what came of it.
@Suite struct DrawTests {
  @Test(arguments: TestEngine.all) func aSpotCheckIsDrawnAndMade(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let sites = try await test.roundedSites(11)
      // Nobody looked at this one, and a large site is not the towns' to go round.
      try await test.register(Site.form(name: "未查工地"))
      let large = try await test.register(Site.form(name: "大型工地", kind: "housing"))
      try await test.inspect(Site.inspection(of: large), by: "shiqiao.ban")
      let sheet = try await test.drawn(test.request())
      let commitment = sheet.draw.commitment
      #expect(commitment.population.map(\.subject) == sites, "those that were inspected, in the register's order")
      #expect(commitment.count == 2, "ten of a hundred of eleven, rounded up")
      #expect(commitment.due == Frequency.quarter.window(of: test.office.today).last)
      #expect(commitment.inspectors.candidates.map(\.text) == ["zhujian.zhang", "zhujian.ban"])
      #expect(Set(sheet.lines.map(\.id)).count == 2 && sheet.lines.allSatisfy { $0.inspectors.count == 2 })
      #expect(sheet.lines.allSatisfy { $0.first?.unit.id.text == "shiqiao" && $0.done == nil })
      let drawn = sheet.lines.compactMap(\.subject?.serial)
      #expect(try await test.owedChecks("zhujian.ban") == drawn)
      #expect(try await test.owedChecks("shiqiao.ban") == [], "the unit that is checked hears nothing of it")
      // The town's own next round settles nothing; the bureau's inspection does, whoever of it records it.
      let first = sheet.lines[0].id
      try await test.inspect(Site.inspection(of: first), by: "shiqiao.ban")
      #expect(try await test.owedChecks("zhujian.ban") == drawn)
      let check = try await test.inspect(
        Site.inspection(of: first, findings: [Site.found("edges", "临边无防护", fixed: "当场装上")]), by: "zhujian.ban")
      #expect(try await test.owedChecks("zhujian.ban") == Array(drawn.dropFirst()))
      let line = try await test.draw(sheet.draw.id).lines[0]
      #expect(line.done?.id == check && line.disagreements == 1 && line.isByOthers, "both were drawn, one came")
      let page = try #require(try await test.office.inspectionSheet(check, for: try await test.officer("tong")))
      #expect(page.check?.first?.id == line.first?.id && page.check?.items?.count == 1)
      #expect(page.check?.draw.serial == 1)
      let firstPage = try await test.office.inspectionSheet(
        try #require(line.first?.id), for: try await test.officer("tong"))
      #expect(firstPage?.checkedBy.map(\.id) == [check] && firstPage?.check == nil)
      // A void one brings it back.
      try await test.act(AnnulInspection(inspection: check, reason: Words("登记错误")), by: "zhujian.ban")
      #expect(try await test.owedChecks("zhujian.ban") == drawn)
      #expect(try await test.differences() == [])
    }
  }

  /// What the act drew is what the entries alone give again, with a public number and without.
  @Test(arguments: ["", "0512193307"]) func aDrawIsReproduced(_ number: String) async throws {
    try await TestOffice.with(.sqlite) { test in
      _ = try await test.roundedSites(7)
      let draw = try await test.drawn(test.request(), number: number).draw
      let shown = try #require(draw.revelation)
      let (nonce, root) = (try #require(Digest32(hex: shown.nonce)), try #require(Digest32(hex: shown.root)))
      #expect(DrawStream.commitment(to: nonce).hex == draw.commitment.nonceDigest && shown.number == number)
      let lot = DrawLot(draw.commitment, nonce: nonce, root: root, number: number)
      #expect(lot.choices == shown.choices && lot.seed == shown.seed)
      let district = test.office.district
      let (kept, isGone) = try await test.office.ask { (session: any SQLSession) throws(StorageError) in
        let tree = TreeStore(session, district)
        let size = try tree.head()?.size ?? 0
        return (try tree.root(at: shown.size, of: size), try DrawSecretStore(session, district).load(draw.id) == nil)
      }
      #expect(kept == root && isGone, "the root is the ledger's, and the secret is kept no more")
      #expect(shown.size > draw.commitment.after)
    }
  }

  @Test(arguments: TestEngine.all) func aWindowIsDrawnOnce(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      _ = try await test.roundedSites(3)
      let first = try await test.drawn(test.request())
      await refused(.drawAgain) { try await test.drawn(test.request()) }
      await refused(.drawAgain) { try await test.drawn(test.request(), by: "tong") }
      await refused(.drawAgainActor) { try await test.drawn(test.request(), again: "漏列") }
      #expect(try await test.owedChecks("zhujian.ban").count == 1)
      let second = try await test.drawn(test.request(), by: "tong", again: "一处对象漏登记")
      #expect(second.draw.commitment.round == 2 && second.before?.id == first.draw.id)
      #expect(second.draw.commitment.reason?.text == "一处对象漏登记")
      let old = try await test.draw(first.draw.id)
      #expect(old.row.stage == .replaced && old.after?.id == second.draw.id && !old.mayDrawAgain)
      #expect(old.draw.revelation != nil, "what it came to stays in sight")
      #expect(try await test.owedChecks("zhujian.ban") == second.lines.compactMap(\.subject?.serial))
      await refused(.drawReplaced) {
        try await test.act(RevealDraw(draw: first.draw.id, number: "", witness: nil), by: "tong")
      }
      await refused(.drawRevealed) {
        try await test.act(RevealDraw(draw: second.draw.id, number: "", witness: nil), by: "tong")
      }
      // The next window asks anew, for what was inspected since.
      test.clock.advance(days: 31)
      await refused(.drawEmpty) { try await test.drawn(test.request(), by: "tong", again: "x") }
      #expect(try await test.differences() == [])
    }
  }

  @Test func nothingIsShownBeforeALaterRoot() async throws {
    try await TestOffice.with(.sqlite) { test in
      _ = try await test.roundedSites(2)
      try await test.office.publisher.publish()
      let id = try await test.act(CommitDraw(test.request(), again: nil), by: "zhujian.zhang")
      func reveal(_ officer: String = "zhujian.zhang", number: String = "", witness: String? = nil) async throws {
        try await test.act(
          RevealDraw(draw: id, number: number, witness: witness.map { Words($0) }), by: officer)
      }
      await refused(.drawTooSoon) { try await reveal() }
      #expect(try await test.owedChecks("zhujian.ban") == [])
      try await test.office.publisher.publish()
      for officer in ["zhujian.ban", "shiqiao.zhang", "shen", "yan", "lin"] {
        await refused(.drawActor) { try await reveal(officer) }
      }
      await refused(.drawWitness) { try await reveal(number: "12") }
      try await reveal(number: "12", witness: "见证人")
      #expect(try await test.owedChecks("zhujian.ban").count == 1)
    }
  }

  /// A foreign secret is found before it can do anything.
  @Test func anAlteredSecretIsRefused() async throws {
    try await TestOffice.with(.sqlite) { test in
      _ = try await test.roundedSites(2)
      let id = try await test.act(CommitDraw(test.request(), again: nil), by: "zhujian.zhang")
      try await test.office.publisher.publish()
      let foreign = String(repeating: "0", count: 64)
      try await test.office.engine.write { (session: any SQLSession) throws(StorageError) in
        try session.run("UPDATE draw_secrets SET nonce = $1", [.text(foreign)])
      }
      await refused(.drawSecret) {
        try await test.act(RevealDraw(draw: id, number: "", witness: nil), by: "zhujian.zhang")
      }
    }
  }

  @Test func nobodyAndOneToDrawFrom() async throws {
    try await TestOffice.with(.sqlite) { test in
      await refused(.drawEmpty) { try await test.drawn(test.request()) }
      await refused(.drawDuty) { try await test.drawn(test.request("construction.site.town"), by: "tong") }
      await refused(.drawDuty) { try await test.drawn(test.request("no.such"), by: "tong") }
      let site = try await test.roundedSites(1)[0]
      await refused(.drawCandidates) { try await test.drawn(test.request(excluding: [("zhujian.ban", .conflict)])) }
      await refused(.drawOfficer) { try await test.drawn(test.request(excluding: [("shiqiao.ban", .conflict)])) }
      let sheet = try await test.drawn(test.request(each: 1, excluding: [("zhujian.ban", .conflict)]))
      #expect(sheet.lines.map(\.id) == [site] && sheet.lines[0].inspectors.map(\.id.text) == ["zhujian.zhang"])
      #expect(sheet.excluded.map(\.reason) == [.conflict])
    }
  }

  /// What the bureau inspected itself is nothing of others' to check, and whoever was there checks nothing.
  @Test(arguments: TestEngine.all) func theFirstUnitAndItsInspectorsCheckNothing(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let own = try await test.register(Site.form(name: "自查工地"))
      try await test.inspect(Site.inspection(of: own), by: "zhujian.ban")
      await refused(.drawEmpty) { try await test.drawn(test.request()) }
      // The town's inspection with somebody of the bureau beside it.
      let site = try await test.register(Site.form())
      try await test.inspect(Site.inspection(of: site, others: ["zhujian.ban"]), by: "shiqiao.ban")
      await refused(.drawCandidates) { try await test.drawn(test.request()) }
      let sheet = try await test.drawn(test.request(each: 1))
      #expect(sheet.draw.commitment.population.map(\.subject) == [site])
      #expect(sheet.excluded.map(\.officer.id.text) == ["zhujian.ban"] && sheet.excluded[0].reason == .inspectedFirst)
      try await test.inspect(Site.inspection(of: site), by: "zhujian.ban")
      #expect(try await test.owedChecks("zhujian.zhang") == [2], "who was there the first time settles nothing")
      try await test.inspect(Site.inspection(of: site), by: "zhujian.zhang")
      #expect(try await test.owedChecks("zhujian.zhang") == [])
    }
  }

  @Test func whatIsRetiredMeanwhileIsOwedNoMore() async throws {
    try await TestOffice.with(.sqlite) { test in
      let site = try await test.roundedSites(1)[0]
      let sheet = try await test.drawn(test.request())
      #expect(try await test.owedChecks("zhujian.ban") == [1])
      try await test.act(RetireSubject(subject: site, seen: nil, reason: Words("竣工")), by: "zhujian.ban")
      #expect(try await test.owedChecks("zhujian.ban") == [])
      let line = try await test.draw(sheet.draw.id).lines[0]
      #expect(line.subject?.status == .retired && line.done == nil)
      #expect(try await test.differences() == [])
    }
  }

  @Test(arguments: TestEngine.all) func theSameOperationTwiceIsOnce(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      _ = try await test.roundedSites(3)
      let (first, second) = (test.office.newOperation(), test.office.newOperation())
      let lead = ActorReference.officer(OfficerID(trusted: "zhujian.zhang"))
      var ids: [DrawID] = []
      for _ in 0..<2 {
        ids.append(
          try await test.office.perform(CommitDraw(test.request(), again: nil), by: lead, operation: first))
      }
      #expect(ids[0] == ids[1])
      try await test.office.publisher.publish()
      var shown: [DrawRevelation?] = []
      for _ in 0..<2 {
        _ = try await test.office.perform(
          RevealDraw(draw: ids[0], number: "", witness: nil), by: lead, operation: second)
        shown.append(try await test.draw(ids[0]).draw.revelation)
      }
      #expect(shown[0] != nil && shown[0] == shown[1])
      let register = try await test.office.drawRegister(for: try await test.officer("tong"))
      #expect(register.rows.map(\.id) == [ids[0]])
    }
  }

  /// A coordinator's own draw over a filter, once a month unless it says why.
  @Test(arguments: TestEngine.all) func aDrawOfOnesOwn(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let sites = try await [test.register(Site.form(name: "一")), test.register(Site.form(name: "二"))]
      let large = try await test.register(Site.form(name: "三", kind: "housing"))
      try await test.act(SuspendSubject(subject: sites[1], seen: nil, reason: Words("停工")), by: "zhujian.ban")
      let sheet = try await test.drawn(test.own(2), by: "tong")
      #expect(sheet.draw.commitment.population.map(\.subject) == [sites[0], large], "what runs, inspected or not")
      #expect(sheet.lines.allSatisfy { $0.first == nil } && sheet.checked == nil)
      await refused(.drawAgain) { try await test.drawn(test.own(1), by: "tong") }
      let small = try await test.drawn(test.own(1, conditions: [("kind", "small")]), by: "tong")
      #expect(small.draw.commitment.population.map(\.subject) == [sites[0]])
      #expect(small.narrowed.map(\.english).count == 2 && sheet.narrowed.count == 1)
      await refused(.drawEmpty) { try await test.drawn(test.own(areas: ["liuwan"]), by: "tong") }
      await refused(.drawCount) { try await test.drawn(test.own(9, areas: ["shiqiao"]), by: "tong") }
      // Twice the same, or in another order, is one filter; what is none of the choices is refused, and so is a unit's lead.
      await refused(.drawAgain) {
        try await test.drawn(test.own(1, conditions: [("kind", "small"), ("kind", "small")]), by: "tong")
      }
      await refused(.drawFilter) { try await test.drawn(test.own(1, conditions: [("kind", "无此项")]), by: "tong") }
      await refused(.drawFilter) { try await test.drawn(test.own(1, areas: ["xiaofang"]), by: "tong") }
      await #expect(throws: Refusal.self) { try await test.drawn(test.own(1), by: "zhujian.zhang") }
      // Both draws name the site: each inspection settles the one that is due first.
      #expect(try await test.owedChecks("zhujian.ban").count == 3)
      try await test.inspect(Site.inspection(of: sites[0]), by: "zhujian.ban")
      #expect(try await test.owedChecks("zhujian.ban").count == 2)
      #expect(try await test.differences() == [])
    }
  }

  @Test func whoSeesADraw() async throws {
    try await TestOffice.with(.sqlite) { test in
      _ = try await test.roundedSites(1)
      let id = try await test.drawn(test.request()).draw.id
      for officer in ["tong", "zhujian.ban", "zhujian.zhang", "yan", "shen", "lin"] {
        #expect(try await test.office.drawSheet(id, for: try await test.officer(officer)) != nil, "\(officer)")
      }
      for officer in ["shiqiao.zhang", "xiaofang.zhang", "guan"] {
        let viewer = try await test.officer(officer)
        #expect(try await test.office.drawSheet(id, for: viewer) == nil, "\(officer)")
        #expect(try await test.office.drawRegister(for: viewer).rows.isEmpty, "\(officer)")
        await refused(.drawOutOfScope) { try await test.office.requireInScope(draw: id, for: viewer) }
      }
      let lead = try await test.office.drawRegister(for: try await test.officer("zhujian.zhang"))
      #expect(lead.offers.map(\.duty.code) == [TestOffice.spotCheck] && lead.offers[0].drawn?.id == id)
      #expect(lead.checklists.isEmpty)
      #expect(try await test.office.drawRegister(for: try await test.officer("shen")).offers.isEmpty)
    }
  }
}
