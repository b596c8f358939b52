import Ground
import Packs
import Testing

/// A standard or a ladder that changes gets a second entry; what was issued before keeps the first.
@Suite struct VersionTests {
  private static let pack = """
    pack: x
    terms:
      - {code: x.term, title: {zh: 期限, en: Term}, workdays: 5, checked: none}
      - {code: x.later, title: {zh: 回头看, en: Look-back}, workdays: 20, checked: none}
    standards:
      - {code: x.seen, title: {zh: 现场, en: Seen}, evidence: 1, on_site: false, other_unit: false, valid_to: 2026-12-31}
      - {code: x.seen, title: {zh: 现场, en: Seen}, evidence: 3, on_site: true, other_unit: true, look_back: x.later, valid_from: 2027-01-01}
    ladders:
      - code: x.calls
        title: {zh: 催办, en: Calls}
        source: 本系统默认
        valid_to: 2026-12-31
        steps: [{code: due, title: {zh: 到期, en: Due}, workdays: 0, tells: [handler]}]
      - code: x.calls
        title: {zh: 催办, en: Calls}
        source: 本系统默认
        valid_from: 2027-01-01
        steps:
          - {code: near, title: {zh: 临期, en: Near}, workdays: -3, tells: [handler]}
          - {code: late, title: {zh: 逾期, en: Late}, workdays: 2, tells: [leader]}
    procedures:
      - {code: x.run, title: {zh: 办理, en: Run}, stages: [], terms: {normal: x.term}, standard: x.seen, standards: {}, ladder: x.calls}
    waits: {verification: x.calls}
    """

  private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  @Test func holdByTheDayOfIssue() throws {
    let packs = try PackLibrary.load(files: [("x.yaml", Self.pack)])
    let (before, after) = (try day("2026-12-31"), try day("2027-01-01"))
    #expect(packs.standard("x.seen", issuedOn: before)?.minimumEvidence == 1)
    #expect(packs.standard("x.seen", issuedOn: before)?.lookBack == nil)
    #expect(packs.standard("x.seen", issuedOn: after)?.minimumEvidence == 3)
    #expect(packs.standards["x.seen"]?.lookBack == "x.later")
    #expect(packs.standard("x.seen", issuedOn: try day("1999-01-01"))?.minimumEvidence == 1)
    #expect(packs.ladder(of: "x.run", issuedOn: before)?.code == "x.calls@0")
    #expect(packs.ladder(of: "x.run", issuedOn: after)?.code == "x.calls@2027-01-01")
    #expect(packs.ladder(waitingFor: "verification", issuedOn: before)?.steps.count == 1)
    #expect(packs.ladders(of: "x.run").map(\.steps.count) == [1, 2])
    // Steps that were taken by either say what they are called.
    #expect(packs.step("x.calls@0.due")?.chinese == "到期" && packs.step("x.calls.late")?.chinese == "逾期")
    #expect(packs.ladders["x.calls"]?.steps.count == 2)
    #expect(packs.unusedTerms == [])
  }

  @Test func followEachOtherWithoutOverlap() {
    for end in ["2027-01-01", "2030-01-01"] {
      let problems = PackLibrary.problems(in: [
        ("x.yaml", Self.pack.replacing("valid_to: 2026-12-31", with: "valid_to: \(end)"))
      ])
      #expect(problems.map(\.code) == [.packDuplicate, .packDuplicate], "\(end)")
    }
  }
}
