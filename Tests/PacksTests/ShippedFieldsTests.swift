import Ground
import Packs
import Testing

@Suite("The shipped packs of the fields")
struct ShippedFieldsTests {
  private let packs: PackLibrary
  private var work: StandingWork { packs.work }

  init() throws { packs = try PackLibrary.load(files: shippedFiles()) }

  @Test func giveEveryTypeAChecklistAndADuty() {
    for type in work.typesInOrder {
      #expect(work.checklists.values.contains { $0.subjects.contains(type.code) }, "\(type.code)")
      #expect(work.duties.values.contains { $0.subjects.contains(type.code) }, "\(type.code)")
    }
    for list in work.checklists.values {
      let isGate = work.subjectTypes.values.contains { $0.gate == list.code }
      #expect(isGate || work.duties.values.contains { $0.checklist == list.code }, "\(list.code)")
      #expect(!list.subjects.isEmpty, "\(list.code)")
    }
  }

  @Test func nameOnlyWhatIsThere() {
    for duty in work.duties.values {
      #expect(work.checklists[duty.checklist] != nil && !duty.subjects.isEmpty, "\(duty.code)")
      #expect(duty.subjects.allSatisfy { work.subjectTypes[$0] != nil }, "\(duty.code)")
      #expect(duty.reference.map { packs.references[$0] != nil } ?? true, "\(duty.code)")
      // What is spot-checked must be under the duty whose work is checked.
      guard let first = duty.checksOn.flatMap({ work.duties[$0] }) else { continue }
      #expect(Set(duty.subjects).isSubset(of: first.subjects), "\(duty.code)")
      #expect(duty.checklist == first.checklist, "\(duty.code)")
    }
    for item in work.checklists.values.flatMap(\.items) {
      #expect(item.reference.map { packs.references[$0] != nil } ?? true, "\(item.code)")
    }
  }

  /// A gale is no reason to look for dust: what an alert brings closer is said by its kind.
  @Test func sayOfWhatAnAlertWarns() {
    for duty in work.duties.values { #expect(duty.alertPaces.isEmpty, "\(duty.code) names no kind of alert") }
  }

  /// A closer pace in a key period or an alert; a laxer one would never count.
  @Test func areCloserWhenItMatters() {
    for duty in work.duties.values {
      for pace in [duty.keyPeriodPace].compactMap({ $0 }) + duty.alertPaces.values
        + duty.alertKindPaces.values.flatMap(\.values)
      {
        #expect(perYear(pace) > perYear(duty.pace), "\(duty.code)")
      }
    }
  }

  private func perYear(_ pace: DutyRule.Pace) -> Int {
    let perYear: [Frequency: Int] = [
      .day: 730, .week: 104, .tenDays: 72, .month: 24, .quarter: 8, .halfYear: 4, .year: 2, .twoYears: 1,
    ]
    return pace.times * (perYear[pace.every] ?? 0)
  }

  @Test func areInBothLanguages() {
    var titles: [(String, Bilingual)] = []
    for type in work.subjectTypes.values {
      titles.append((type.code, type.title))
      for attribute in type.attributes {
        titles.append(("\(type.code).\(attribute.code)", attribute.title))
        if case .choice(let choices) = attribute.kind {
          titles += choices.map { ("\(type.code).\($0.code)", $0.title) }
        }
      }
    }
    for list in work.checklists.values {
      titles.append((list.code, list.title))
      for item in list.items {
        titles.append(("\(list.code).\(item.code)", item.title))
        if let photo = item.photo { titles.append(("\(list.code).\(item.code) photo", photo)) }
      }
    }
    titles += work.duties.values.map { ($0.code, $0.title) }
    for (code, title) in titles {
      #expect(title.chinese.unicodeScalars.contains { $0.properties.isIdeographic }, "\(code)")
      #expect(!title.english.unicodeScalars.contains { $0.properties.isIdeographic }, "\(code)")
    }
  }

  /// DESIGN §3.10 and §7: no statute that nobody read in the statute, no persons, no picture without a reason.
  @Test func claimNoMoreThanWasRead() {
    for list in work.checklists.values {
      #expect(list.checked != .statute, "\(list.code)")
      #expect(list.items.count { $0.photo != nil } * 3 <= list.items.count, "\(list.code)")
      for item in list.items where item.reference != nil { #expect(item.clause != nil, "\(list.code).\(item.code)") }
    }
    for duty in work.duties.values {
      #expect(duty.checked != .statute, "\(duty.code)")
      #expect(duty.checked == .none || duty.reference != nil, "\(duty.code)")
    }
  }

  @Test func holdNoWordAboutPersons() throws {
    for (name, yaml) in try shippedFiles() where name != "words.yaml" {
      for word in packs.words.personWords { #expect(!yaml.contains(word), "\(name): \(word)") }
    }
  }

  /// A law that is no longer in force says what took its place.
  @Test func pointOnFromOldLaw() {
    for reference in packs.references.values where reference.validTo != nil {
      #expect(reference.replacedBy.map { packs.references[$0] != nil } == true, "\(reference.code)")
    }
  }

  @Test func knowFireInDepth() throws {
    let crowded = try #require(work.checklists["fire.crowded"])
    #expect((10...25).contains(crowded.items.count))
    #expect(crowded.item("exits")?.grade == .major)
    #expect(crowded.item("facilities_test")?.answer == .validUntil)
    #expect(work.duties["fire.crowded.patrol"]?.checked == .copy)
    #expect(work.duties["fire.crowded.town"]?.alertKindPaces[.heat]?[.orange]?.every == .week)
    #expect(work.duties["fire.crowded.spot_check"]?.checksOn == "fire.crowded.town")
    #expect(work.checklists["fire.five_prohibitions"]?.items.count == 5)
    #expect(work.subjectTypes["fire_station"]?.attribute("posts") != nil)
  }

  /// What the bulletin names, each with something to inspect it by (DESIGN §1).
  @Test(arguments: [
    "fire.crowded", "fire.five_prohibitions", "fire.station", "burning.patrol", "chemicals.store", "chemicals.interim",
    "traffic.school_bus", "traffic.freight_source", "construction.restart", "construction.billboard",
    "construction.facade", "gas.riser", "environment.risk", "environment.waste", "environment.three_bans",
    "rivers.patrol",
    "feedback.site", "health.venue", "health.cold_store", "health.lot", "health.isolation", "public_order.venue",
    "food_drug.food",
    "food_drug.drug", "equipment.inspection",
  ])
  func answerTheBulletin(checklist: String) { #expect(work.checklists[checklist]?.items.isEmpty == false) }

  @Test func openASiteByItsGateOnly() throws {
    #expect(work.subjectTypes["construction_site"]?.gate == "construction.restart")
    let dust = try #require(work.checklists["construction.dust"])
    #expect(dust.items.count { $0.answer == .number(100...100, unit: Bilingual("%", "%")) } == 6)
    #expect(work.duties["construction.billboard.large"]?.alertKindPaces[.gale]?[.blue]?.every == .week)
  }

  /// The regulation names no number: each frequency is somebody's local rule.
  @Test func markFrequenciesOfGasAsLocal() {
    let duties = work.duties.values.filter { $0.code.hasPrefix("gas.") }
    #expect(!duties.isEmpty && duties.allSatisfy { $0.checked == .none && $0.source.contains("各地可调") })
  }

  @Test func walkRiversAtThreeLevelsAndCheckTheRounds() {
    #expect(work.duties["rivers.village"]?.level == .village && work.duties["rivers.town"]?.level == .town)
    #expect(work.duties["rivers.county"]?.level == .county)
    #expect(work.duties["rivers.bureau.spot_check"]?.units == [.supervising])
    #expect(work.duties["rivers.contractor.spot_check"]?.units == [.responsible])
    #expect(work.duties["rivers.contractor.spot_check"]?.checksOn == "rivers.village")
  }

  @Test func letPublicHealthSleep() throws {
    let today = try #require(CivilDate("2026-03-02"))
    let duties = work.duties.values.filter { $0.code.hasPrefix("health.") }
    #expect(duties.count == 5 && duties.allSatisfy { !$0.holds(on: today) })
    #expect(work.duties.values.count { $0.validTo.map { $0 < today } ?? false } == 5)
  }

  @Test func runHazardsAndFeedbackToTheirCloseOut() throws {
    let phases = ["assigned", "underway", "submitted", "closed"]
    for procedure in packs.procedures.values {
      let order = procedure.stages.compactMap { phases.firstIndex(of: $0.phase) }
      #expect(order.count == procedure.stages.count && order == order.sorted(), "\(procedure.code)")
      #expect(procedure.stages.last?.phase == "closed", "\(procedure.code)")
      for standard in Array(procedure.standards.values) + [procedure.standard] {
        #expect(packs.standards[standard] != nil, "\(procedure.code)")
      }
    }
    let ordinary = try #require(packs.procedures["hazard_ordinary"])
    let (usual, major) = (packs.standards[ordinary.standard], packs.standards["hazard_major_site"])
    #expect(usual?.onSite == true && usual?.otherUnit == false && ordinary.terms["normal"] == "hazard.ordinary")
    #expect(packs.procedures["hazard_major"]?.standard == "hazard_major_site")
    #expect(major?.onSite == true && major?.otherUnit == true && major?.lookBack == "look_back.major")
    #expect(packs.ladder(of: "hazard_major")?.code == "major")
    #expect(
      packs.procedures["feedback"]?.stages.map(\.code)
        == ["assign", "plan", "measures", "evidence", "apply", "site_check", "review", "notice", "close"])
  }
}
