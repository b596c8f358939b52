import Directory
import Formats
import Foundation
import Ground
import Inspections
import Matters
import Operations
import Packs
import Storage
import Subjects
import TestDatabases
import TestOffice
import Testing

/// The inspector says by when a hazard is put right, within the term of its grade.
@Suite struct OrderedTermTests {
  private static func found(_ grade: HazardGrade, _ ordered: OrderedTerm?, fixed: String? = nil)
    -> RecordInspection.FoundThing
  {
    RecordInspection.FoundThing(
      item: "pit", text: Words("基坑边坡开裂"), grade: grade, fixed: fixed.map { Words($0) }, noPicture: .conditions,
      ordered: ordered)
  }

  @Test(arguments: TestEngine.all) func theInspectorNamesTheDay(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let today = test.office.today
      let site = try await test.register(Site.form(responsible: "huanguan"))
      func issued(_ found: RecordInspection.FoundThing) async throws -> Matter {
        let id = try await test.inspect(Site.inspection(of: site, findings: [found]), by: "zhujian.ban")
        let sheet = try await test.office.inspectionSheet(id, for: try await test.officer("tong"))
        #expect(sheet?.inspection.findings.first?.ordered == found.ordered)
        let matter = try #require(sheet?.inspection.findings.first?.matter)
        return try #require(try await test.matter(matter))
      }
      // The grade's own term where nothing is said, 180 days for a major hazard; never later, as early as the same day.
      let usual = try await issued(Self.found(.major, nil))
      #expect(usual.due?.source == "hazard.major" && usual.urgency == .normal)
      let last = try #require(usual.due?.day)
      #expect(last >= today.adding(days: 180))
      let soon = try await issued(Self.found(.major, .by(today.adding(days: 10))))
      #expect(soon.due?.day == today.adding(days: 10) && soon.due?.rule == .on(today.adding(days: 10)))
      #expect(soon.due?.source == "order" && soon.due?.start == today)
      #expect(try await issued(Self.found(.major, .by(last))).due?.day == last)
      #expect(try await issued(Self.found(.ordinary, .by(today))).due?.day == today)
      // At once: the pack says how soon that is.
      let atOnce = try await issued(Self.found(.ordinary, .atOnce))
      #expect(atOnce.due?.source == "hazard.at_once" && atOnce.due?.day == today.adding(days: 1))
      #expect(atOnce.urgency == .critical)
      #expect(try await issued(Self.found(.major, .atOnce)).due?.day == today.adding(days: 1))
      #expect(try await test.wrong() == [])
    }
  }

  @Test func whatIsNoTermIsRefused() async throws {
    try await TestOffice.with(.sqlite) { test in
      let today = test.office.today
      let site = try await test.register(Site.form(responsible: "huanguan"))
      func codes(_ found: RecordInspection.FoundThing, day: CivilDate? = nil) async throws -> [String] {
        do {
          try await test.inspect(
            Site.inspection(of: site, day: day ?? today, findings: [found]), by: "zhujian.ban")
          return []
        } catch let refusal as Refusal { return refusal.problems.map { "\($0.code.code) \($0.place ?? "")" } }
      }
      let place = "finding.pit.due"
      #expect(try await codes(Self.found(.ordinary, .by(today.adding(days: 40)))) == ["inspection.order_day \(place)"])
      #expect(try await codes(Self.found(.ordinary, .by(today.adding(days: -1)))) == ["inspection.order_day \(place)"])
      #expect(
        try await codes(Self.found(.ordinary, .atOnce, fixed: "当场支护")) == ["inspection.order_fixed \(place)"])
      #expect(throws: Refusal([Problem(.inspectionOrderBoth, at: "due")])) {
        _ = try OrderedTerm(day: today, isAtOnce: true, at: "due")
      }
      // Written down later: the day is counted from the inspection, what is to be done at once from today.
      let before = today.adding(days: -2)
      #expect(try await codes(Self.found(.ordinary, .by(before)), day: before) == [])
      #expect(try await codes(Self.found(.ordinary, .atOnce), day: before) == [])
    }
  }

  /// The form says the terms of the grades, and the order prints what was named.
  @Test func theFormAndTheOrder() async throws {
    try await TestOffice.with(.sqlite) { test in
      let (today, viewer) = (test.office.today, try await test.officer("zhujian.ban"))
      let site = try await test.register(Site.form(responsible: "huanguan"))
      let form = try #require(
        try await test.office.inspectionForm(site, checklist: "construction.site", for: viewer))
      #expect(form.terms[.ordinary] == CivilDate("2026-03-17"))
      #expect(form.terms[.major].map { $0 > today.adding(days: 179) } == true)
      let id = try await test.inspect(
        Site.inspection(of: site, findings: [Self.found(.major, .atOnce)]), by: "zhujian.ban")
      let order = try #require(try await test.office.rectificationOrderPaper(id, for: viewer))
      let package = try OfficePackage(order.bytes)
      let bytes = try #require(package["word/document.xml"])
      let text = String(decoding: bytes, as: UTF8.self).replacing(/<[^>]*>/, with: "")
      #expect(text.contains("立即整改，最迟2026年3月3日"))
    }
  }
}
