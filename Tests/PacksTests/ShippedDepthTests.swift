import Ground
import Packs
import Testing

/// Five packs go deep, and each thing that the bulletin names has a campaign.
@Suite("The depth of the shipped packs")
struct ShippedDepthTests {
  private let packs: PackLibrary
  private var work: StandingWork { packs.work }

  init() throws { packs = try PackLibrary.load(files: shippedFiles()) }

  @Test(arguments: ["fire", "construction", "gas", "rivers", "feedback"])
  func goesDeep(pack: String) {
    let lists = work.checklists.values.filter { $0.code.hasPrefix("\(pack).") }
    #expect(!lists.isEmpty)
    for list in lists {
      for item in list.items { #expect(item.clause?.isEmpty == false, "\(list.code).\(item.code)") }
    }
    let levels = Set(work.duties.values.filter { $0.code.hasPrefix("\(pack).") }.map(\.level))
    #expect(levels == [.county, .town, .village])
  }

  /// A number of an article stands only where the packs have the article, or where a copy of the order named it.
  @Test func namesNoArticleOfItsOwn() throws {
    for list in work.checklists.values {
      for item in list.items where item.reference == nil {
        guard let clause = item.clause, clause.contains(/第[一二三四五六七八九十百]+条/) else { continue }
        #expect(clause.hasPrefix("公安部令第61号第二十"), "\(list.code).\(item.code): \(clause)")
      }
    }
  }

  @Test(arguments: [
    "fire.crowded.drive", "fire.prohibitions.drive", "fire.residential.drive", "fire.small.drive", "fire.station.drive",
    "burning.drive", "chemicals.store.drive", "traffic.school_bus.drive", "traffic.freight.drive",
    "construction.restart.drive", "construction.billboard.drive", "construction.facade.drive", "gas.screening",
    "gas.riser.screening", "gas.pipe.screening", "environment.risk.drive", "environment.waste.drive",
    "environment.air.drive", "environment.three_bans.drive", "rivers.drive", "rivers.outfall.drive", "feedback.drive",
    "health.venue.drive", "health.cold_store.drive", "health.lot.drive", "health.isolation.drive",
    "public_order.venue.drive", "food_drug.food.drive", "food_drug.drug.drive", "equipment.drive",
  ])
  func hasTheCampaign(code: String) throws {
    let campaign = try #require(work.campaigns[code])
    for subject in campaign.subjects {
      #expect(work.checklists[campaign.checklist]?.subjects.contains(subject) == true, "\(code)")
    }
    #expect(campaign.title.chinese.unicodeScalars.contains { $0.properties.isIdeographic })
    #expect(!campaign.title.english.unicodeScalars.contains { $0.properties.isIdeographic })
    // What touches on an epidemic sleeps until the law wakes it.
    #expect(campaign.isDormant == (campaign.field == .health))
  }

  /// Each type that is looked after can be gone through as a whole.
  @Test func leavesNoTypeOut() {
    let covered = Set(work.campaigns.values.flatMap(\.subjects))
    #expect(Set(work.subjectTypes.keys).subtracting(covered) == [])
  }

  /// Places of the health pack count rooms, posts and pieces; nobody is entered by name.
  @Test func healthHoldsPlacesOnly() {
    let types = work.subjectTypes.values.filter { $0.field == .health }
    let written = types.flatMap(\.attributes).filter { if case .text = $0.kind { true } else { false } }
    #expect(Set(written.map(\.code)) == ["goods", "lot"])
    #expect(work.subjectTypes["health_venue"]?.attribute("kind") != nil)
  }

  @Test func chemicalStoresGoByTheLawInForce() throws {
    let list = try #require(work.checklists["chemicals.store"])
    #expect(!list.items.contains { $0.reference?.hasPrefix("chemicals_regulation") == true })
    #expect(list.items.contains { $0.reference == "chemicals_law" && $0.clause == "危险化学品安全法" })
    #expect(packs.references["chemicals_law"]?.validFrom == CivilDate("2026-05-01"))
  }

  /// A title promises no more than its units: one of them is enough unless the duty is joint.
  @Test func promisesNoJointWorkThatIsNone() {
    for duty in work.duties.values where duty.title.chinese.contains("联合") { #expect(duty.isJoint, "\(duty.code)") }
  }
}
