import Ground
import Packs
import Testing

@Suite("The dates and sources of the shipped packs")
struct ShippedDatesTests {
  private let packs: PackLibrary

  init() throws { packs = try PackLibrary.load(files: shippedFiles()) }

  @Test func everyListDutyAndCampaignHasItsSourceAndFirstDay() {
    let work = packs.work
    let lists = work.checklists.values.map { ($0.code, $0.source, $0.validFrom) }
    let duties = work.duties.values.map { ($0.code, $0.source, $0.validFrom) }
    let campaigns = work.campaigns.values.map { ($0.code, $0.source, $0.validFrom) }
    for (code, source, first) in lists + duties + campaigns {
      #expect(!source.isEmpty && first != nil, "\(code)")
    }
    // What a duty or a campaign goes by must hold when it begins.
    let first = CivilDate("2026-01-01")!
    for list in work.checklists.values { #expect(list.holds(on: first), "\(list.code)") }
  }

  @Test func everyArticleHasItsSourceAndFirstDay() {
    for reference in packs.references.values {
      #expect(reference.validFrom != nil && reference.source?.isEmpty == false, "\(reference.code)")
    }
    #expect(packs.references["fire.28"]?.validFrom == CivilDate("2021-04-29"))
    #expect(packs.references["gas_regulation.17"]?.validFrom == CivilDate("2011-03-01"))
    #expect(packs.references["special_equipment.40"]?.validFrom == CivilDate("2014-01-01"))
  }

  /// One that is said to begin later or to have ended is read so.
  @Test func theDaysOfAListAreRead() throws {
    let files = try shippedFiles().map { file in
      (
        file.name,
        file.yaml.replacing(
          "  - code: fire.small\n    version: ", with: "  - code: fire.small\n    valid_to: 2026-06-30\n    version: ")
      )
    }
    let list = try #require(try PackLibrary.load(files: files).work.checklists["fire.small"])
    #expect(list.validTo == CivilDate("2026-06-30"))
    #expect(list.holds(on: CivilDate("2026-06-30")!) && !list.holds(on: CivilDate("2026-07-01")!))
  }
}
