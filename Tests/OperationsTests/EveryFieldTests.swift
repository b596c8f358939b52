import Directory
import Ground
import Inspections
import Matters
import Operations
import Packs
import Reports
import Storage
import Subjects
import TestDatabases
import TestOffice
import Testing

/// Every type of subject that the shipped packs bring, from a meeting's demand in its field over the duty, the inspection and
/// the hazard to close-out and report. A pack that is added runs here without a line of code.
@Suite struct EveryFieldTests {
  /// What the bulletin that describes the system names.
  private static let named: Set<Field> = [
    .fire, .agricultureForestry, .chemicals, .traffic, .construction, .gas, .environment, .health, .publicOrder,
    .foodDrug, .equipment,
  ]

  @Test(arguments: TestEngine.all) func runsFromDemandToReport(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      try await test.addCommunities()
      let types = test.office.shippedPacks.work.typesInOrder
      let fields = Field.allCases.filter { field in types.contains { $0.field == field } }
      #expect(EveryFieldTests.named.subtracting(fields) == [])
      let meeting = try await test.receive(fields.map(EveryFieldTests.demand))
      let demands = try await test.act(IssueClauses(meeting: meeting, clauses: Array(fields.indices)), by: "tong")
      #expect(demands.count == fields.count)
      for type in types { try await test.run(type) }
      for demand in demands { try await test.rectify(demand, unit: "yingji", by: "yan") }
      let report = try await test.act(FreezeReport(meeting: meeting), by: "tong")
      let district = test.office.district
      let model = try await test.office.ask { (session: any SQLSession) throws(StorageError) in
        try ReportStore(session, district).load(report).map { (frozen) throws(StorageError) in
          try Composition(session, district, shippedCalendar: test.office.shippedCalendar).model(frozen.model)
        }
      }
      #expect(model?.totals.issued == fields.count && model?.totals.closed == fields.count)
      #expect(try await test.wrong() == [])
    }
  }

  private static func demand(_ field: Field) -> Draft {
    let day = CivilDate("2026-03-20")!
    return Draft(
      text: "要加强\(field.rawValue)领域的检查。", fields: [field], lead: UnitID(trusted: "yingji"), supporting: [], fanOut: [],
      leader: nil,
      due: DueDate(day: day, nominal: day, start: CivilDate("2026-03-02")!, rule: .on(day), source: "stated"),
      urgency: .normal, standard: "paper", duty: nil, reasons: [], confirmed: true)
  }
}

extension TestOffice {
  /// A subject of the type is registered, owed, inspected, found wanting, and its hazard is struck off.
  fileprivate func run(_ type: SubjectType) async throws {
    let work = office.shippedPacks.work
    // A spot check is owed for some of many; what ended with its measures is owed by nobody.
    let duty = work.dutiesInOrder.first { $0.subjects.contains(type.code) && $0.isOwedByEach(on: office.today) }
    let code = try #require(
      duty?.checklist
        ?? work.checklists.values.map(\.code).sorted().first { work.checklists[$0]!.subjects.contains(type.code) },
      "\(type.code) has no checklist")
    if type.isDormant { try await wake(type) }
    let subject = try await act(
      RegisterSubject(type: type.code, form: try form(of: type, owing: duty), risk: .yellow, riskReason: Words("首次登记")),
      by: "yingji.ban")
    let serial = try #require(try await sheet(subject, "yingji.ban")).subject.serial
    let inspector = duty.map { officer(of: $0) } ?? "yingji.ban"
    func isOwed() async throws -> Bool {
      guard let duty else { return false }
      return try await owed(inspector)[duty.code]?.contains(serial) ?? false
    }
    let before = try await isOwed()
    #expect(before == (duty != nil), "\(type.code): \(duty?.code ?? "no duty")")
    let checklist = try #require(work.checklists[code])
    let wanting = try #require(checklist.items.first { $0.answer == .pass }, "\(code) has nothing that may fail")
    for _ in 1..<(duty?.pace.times ?? 1) { try await act(inspection(checklist, of: subject), by: inspector) }
    let id = try await act(inspection(checklist, of: subject, failing: wanting), by: inspector)
    let after = try await isOwed()
    #expect(!after, "\(type.code) is still owed")
    let found = try #require(try await office.inspectionSheet(id, for: try await officer("tong")))
    let hazard = try #require(found.inspection.findings.first?.matter)
    let issued = try #require(try await matter(hazard))
    #expect(issued.fields == [type.field] && issued.lead.text == "huanguan")
    try await rectify(hazard, unit: "huanguan", by: "yan")
    #expect(try await matter(hazard)?.phase == .closed, "\(type.code)")
  }

  /// What sleeps is woken by the campaign that goes through it.
  private func wake(_ type: SubjectType) async throws {
    let rules = office.shippedPacks.work.campaignsInOrder.filter { $0.isDormant && $0.subjects.contains(type.code) }
    let rule = try #require(rules.first, "\(type.code) sleeps for good")
    try await start(
      rule.code, office: "weijian", name: type.title.chinese, basis: "传染病防治法第四十二条", purpose: "场所检查")
  }

  private func form(of type: SubjectType, owing duty: DutyRule?) throws -> SubjectForm {
    var told: [String: String] = [:]
    for condition in duty?.conditions ?? [] { told[condition.attribute] = condition.choices.sorted().first }
    return SubjectForm(
      name: Words("示例\(type.title.chinese)"), address: type.place == .none ? nil : Words("石桥镇示例路1号"), position: nil,
      supervising: UnitID(trusted: "yingji"),
      territorial: UnitID(trusted: duty?.level == .village ? "hedong" : "shiqiao"),
      responsible: UnitID(trusted: "huanguan"), attributes: try attributes(of: type.code, with: told))
  }

  /// Somebody of the unit on which the duty falls first.
  private func officer(of duty: DutyRule) -> String {
    switch duty.units[0] {
    case .supervising: "yingji.ban"
    case .territorial: duty.level == .village ? "hedong.ban" : "shiqiao.ban"
    case .responsible: "huanguan.ban"
    }
  }

  private func inspection(
    _ checklist: Checklist, of subject: SubjectID, failing wanting: Checklist.Item? = nil
  ) -> RecordInspection {
    RecordInspection(
      subject: subject, checklist: checklist.edition, unit: nil, others: [], day: office.today,
      answers: checklist.items.map { item in
        Inspection.Answer(item: item.code, result: item == wanting ? .fail : item.soundAnswer(on: office.today))
      },
      findings: wanting.map { [Site.found($0.code, "现场不符合要求")] } ?? [], signature: .signed, note: nil,
      recordedFor: nil)
  }
}
