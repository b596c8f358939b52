import Ground
import Packs
import Testing

@Suite("How an article stands on a day")
struct LegalStandingTests {
  private static let law = """
    pack: law
    references:
      - {code: old, title: {zh: 旧条例, en: Old Rules}, article: 第一条, valid_to: 2026-04-30, replaced_by: law, checked: none}
      - {code: law, title: {zh: 某法, en: Some Law}, article: 第二条, valid_from: 2026-05-01, valid_to: 2027-12-31, replaced_by: next, checked: none}
      - {code: next, title: {zh: 某法典, en: Some Code}, article: 第三条, valid_from: 2028-01-01, checked: none}
      - {code: gone, title: {zh: 废止办法, en: Repealed Measures}, article: 第四条, valid_to: 2026-04-30, checked: none}

    """

  @Test(arguments: [
    ("old", "2026-04-30", LegalStandingTests.Told.inForce), ("old", "2026-05-01", .now("law")),
    ("old", "2028-01-01", .now("next")), ("law", "2026-04-30", .from("2026-05-01")), ("law", "2026-05-01", .inForce),
    ("next", "2028-01-01", .inForce), ("gone", "2026-05-01", .now(nil)), ("nowhere", "2026-05-01", .unknown),
  ])
  func isOneAnswer(code: String, day: String, told: Told) throws {
    let packs = try PackLibrary.load(files: [("law.yaml", Self.law)])
    let standing = packs.standing(of: code, on: try #require(CivilDate(day)))
    switch told {
    case .inForce: #expect(standing == .inForce)
    case .from(let first): #expect(standing == .coming(from: try #require(CivilDate(first))))
    case .now(let other):
      let old = try #require(packs.references[code])
      #expect(standing == .ended(old, now: other.flatMap { packs.references[$0] }))
    case .unknown: #expect(standing == nil)
    }
  }

  enum Told: Sendable {
    case inForce, unknown
    case from(String)
    case now(String?)
  }

  /// A shipped checklist names no article that has ended: the regulation on chemicals did with April 2026.
  @Test(arguments: ["2026-05-01", "2026-11-28"]) func theShippedListsNameNoneThatHasEnded(day: String) throws {
    let packs = try PackLibrary.load(files: shippedFiles())
    let today = try #require(CivilDate(day))
    for list in packs.work.checklists.values { #expect(packs.standings(of: list, on: today) == [:], "\(list.code)") }
    let references =
      packs.work.duties.values.compactMap(\.reference) + packs.work.campaigns.values.compactMap(\.reference)
    for code in references { #expect(packs.standing(of: code, on: today) == .inForce, "\(code)") }
  }
}
