import Directory
import Foundation
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

extension TestOffice {
  /// Three small sites that the town went round, one of which was drawn and found to be otherwise; the draw was made twice.
  @discardableResult
  func drawSpotChecks() async throws -> DrawID {
    let checklist = office.shippedPacks.work.checklists["construction.site"]
    func inspection(_ site: SubjectID, failing: String?) -> RecordInspection {
      RecordInspection(
        subject: site, checklist: checklist?.edition ?? "", unit: nil, others: [], day: office.today,
        answers: (checklist?.items ?? []).map {
          Inspection.Answer(item: $0.code, result: $0.code == failing ? .fail : .pass)
        },
        findings: failing.map {
          [
            RecordInspection.FoundThing(
              item: $0, text: Words("配电箱未上锁"), grade: .ordinary, fixed: Words("当场上锁"), noPicture: .conditions)
          ]
        } ?? [], signature: .signed, note: nil, recordedFor: nil)
    }
    for number in 1...3 {
      let form = SubjectForm(
        name: Words("农村公路养护工地\(number)"), address: Words("石桥镇"), position: nil,
        supervising: UnitID(trusted: "zhujian"), territorial: UnitID(trusted: "shiqiao"), responsible: nil,
        attributes: ["kind": "small", "stage": "structure"])
      let site = try await act(
        RegisterSubject(type: "construction_site", form: form, risk: nil, riskReason: nil), by: "zhujian.ban")
      try await act(inspection(site, failing: nil), by: "shiqiao.ban")
    }
    let request = DrawRequest(
      what: .duty("construction.site.spot_check"), unit: UnitID(trusted: "zhujian"), each: 1,
      excluded: [.init(officer: OfficerID(trusted: "zhujian.zhang"), reason: .conflict)])
    func draw(again: String?) async throws -> DrawID {
      let id = try await act(CommitDraw(request, again: again.map { Words($0) }), by: "tong")
      try await office.publisher.publish()
      try await act(RevealDraw(draw: id, number: "0512193307", witness: Words("当日开奖号码")), by: "tong")
      return id
    }
    _ = try await draw(again: nil)
    let id = try await draw(again: "回避人员有误")
    let viewer = try await officer("tong")
    let lines = try await office.drawSheet(id, for: viewer)?.lines ?? []
    // A second inspection of the same one leaves another draw's row open.
    let filter = DrawFilter(types: ["construction_site"], areas: [], risks: [], conditions: [])
    let free = try await act(
      CommitDraw(
        DrawRequest(
          what: .filter(filter, checklist: "construction.site", count: 2, due: office.today.adding(days: 9)),
          unit: UnitID(trusted: "zhujian"), each: 0, excluded: []), again: nil), by: "tong")
    try await office.publisher.publish()
    for line in lines { try await act(inspection(line.id, failing: "power"), by: "zhujian.ban") }
    try await act(RevealDraw(draw: free, number: "", witness: nil), by: "tong")
    return id
  }
}

/// Draws stand in the ledger: made anew from it, and recomputed by the check.
@Suite struct RecordedDrawsTests {
  @Test(arguments: TestEngine.all) func aRestoreDrawsTheSame(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let id = try await test.drawSpotChecks()
      #expect(findings(try await test.office.check()) == [])
      let viewer = try await test.officer("tong")
      let sheet = try #require(try await test.office.drawSheet(id, for: viewer))
      #expect(sheet.draw.commitment.round == 2 && sheet.lines.count == 1 && sheet.lines[0].disagreements == 1)
      let backup = Backup(folder: "\(test.database.folder.path)/backup")
      _ = try await backup.make(of: test.office)
      try await engine.withDatabase { other in
        let premises = test.otherPremises(on: other)
        _ = try await premises.restore(backup, clock: test.clock)
        let office = try await premises.open(clock: test.clock)
        let restored = try #require(try await office.drawSheet(id, for: viewer))
        #expect(restored.draw == sheet.draw && restored.lines.map(\.done?.id) == sheet.lines.map(\.done?.id))
        let (before, after) = (
          try await test.office.workList(for: viewer).checks, try await office.workList(for: viewer).checks
        )
        #expect(before.map(\.draw) == after.map(\.draw))
        #expect(findings(try await office.check()) == [])
        try await office.close()
      }
    }
  }

  /// Whoever rewrites what was drawn, with every hash of the entry made right again, is found by the recomputation.
  @Test(arguments: TestEngine.all) func aForgedDrawIsRecomputed(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let id = try await test.drawSpotChecks()
      let district = test.office.district
      let tables = Tables(engine: test.office.engine)
      try await tables.release("entries")
      let draw = try #require(try await test.office.drawSheet(id, for: try await test.officer("tong"))).draw
      let shown = try #require(draw.revelation)
      let drawn = Set(shown.choices.map(\.subject))
      let other = try #require(draw.commitment.population.map(\.subject).first { !drawn.contains($0) })
      let chosen = try #require(shown.choices.first?.subject)
      let entered = try #require(draw.commitment.population.first?.entered)
      for (what, from, to, named) in [
        (
          "another subject", "\"choices\":[{\"inspectors\":[\"zhujian.ban\"],\"subject\":\"\(chosen)\"",
          "\"choices\":[{\"inspectors\":[\"zhujian.ban\"],\"subject\":\"\(other)\"", "another choice"
        ),
        ("another number", "\"number\":\"0512193307\"", "\"number\":\"0512193308\"", "another choice"),
        ("another secret", "\"nonce\":\"\(shown.nonce)\"", "\"nonce\":\"\(shown.seed)\"", "another secret"),
        ("another span", "\"first\":0}", "\"first\":1}", "since the draw before it"),
        (
          "an inspection of elsewhere", "\"entered\":\(entered)", "\"entered\":\(entered - 1)",
          "not entered in its span"
        ),
        ("another root", "\"root\":\"\(shown.root)\"", "\"root\":\"\(shown.seed)\"", "names a root"),
      ] {
        let before = try await tables.content(of: "entries")
        try await tables.run("UPDATE entries SET canonical = replace(canonical, '\(from)', '\(to)')")
        #expect(try await tables.content(of: "entries") != before, "\(what): \(from)")
        let found = try await test.office.ask { (session: any SQLSession) throws(StorageError) in
          var check = TableCheck(session, district)
          return try check.run().findings.differences
        }
        #expect(
          found.contains { $0.table == "draws" && $0.key == id.text && $0.what.contains(named) }, "\(what) \(found)")
        try await tables.put(before, into: "entries")
      }
      #expect(findings(try await test.office.check()) == [])
    }
  }
}
