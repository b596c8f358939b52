import Foundation
import Ground
import Packs
import Testing

/// The packs that the repository ships.
func shippedFiles() throws -> [(name: String, yaml: String)] {
  let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  let folder = root.appendingPathComponent("Resources/packs")
  return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map {
    ($0, try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8))
  }
}

@Suite("The shipped packs")
struct ShippedPacksTests {
  @Test func loadTogether() throws {
    let files = try shippedFiles()
    var library: PackLibrary?
    let took = try ContinuousClock().measure { library = try PackLibrary.load(files: files) }
    print("packs: \(files.map(\.yaml.utf8.count).reduce(0, +)) bytes in \(took)")
    let packs = try #require(library)
    #expect(packs.procedures["directive"]?.terms["normal"] == "directive.default")
    #expect(packs.terms["directive.default"]?.rule == .calendarDays(20))
    #expect(packs.terms["directive.urgent"]?.rule == .workdays(5))
    #expect(packs.terms["directive.immediate"]?.rule == .workdays(3))
  }

  /// A rule that nothing starts a clock by says so; acts name the rules that they are said to use.
  @Test func holdNoDeadTerm() throws {
    let packs = try PackLibrary.load(files: shippedFiles())
    #expect(packs.unusedTerms == [])
    for code in packs.usedTerms { #expect(packs.versions(of: code).allSatisfy { !$0.isOnlyReckoned }, "\(code)") }
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    var sources = ""
    for folder in ["Sources/Matters", "Sources/Operations/Acts/Sittings"] {
      let files = try FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(folder).path)
      for file in files.sorted() where file.hasSuffix(".swift") {
        sources += try String(
          contentsOf: root.appendingPathComponent(folder).appendingPathComponent(file), encoding: .utf8)
      }
    }
    for code in PackLibrary.actTerms {
      #expect(sources.contains("\"\(code)\"") && !packs.versions(of: code).isEmpty, "\(code)")
    }
  }

  /// What a regulation fixes no district sets; what says 各地可调 or is this system's own default, it may.
  @Test func letDistrictsSetWhatIsTheirChoice() throws {
    let packs = try PackLibrary.load(files: shippedFiles())
    for code in packs.termCodes {
      for term in packs.versions(of: code) where term.source?.contains("各地可调") ?? false {
        #expect(term.isAdjustable, "\(code)")
      }
    }
    let fixed = packs.termCodes.filter { !packs.isAdjustable($0) }
    #expect(
      fixed.filter { !$0.hasPrefix("petition.") }
        == ["hazard.equipment_review", "hazard.fire_review", "hazard.major", "hazard.review"])
    #expect(packs.termCodes.filter { $0.hasPrefix("petition.") }.allSatisfy { fixed.contains($0) })
  }

  @Test func claimNoStatuteThatNobodyRead() throws {
    let packs = try PackLibrary.load(files: shippedFiles())
    #expect(packs.references.values.allSatisfy { $0.checked != .statute })
    #expect(packs.terms.values.allSatisfy { $0.checked != .statute && $0.source != nil })
  }

  @Test func sendFieldsOfDangerToTheSite() throws {
    let packs = try PackLibrary.load(files: shippedFiles())
    let directive = try #require(packs.procedures["directive"])
    for field in Field.allCases {
      let standard = try #require(packs.standards[directive.standard(for: field)])
      let onSite: Set<Field> = [.fire, .chemicals, .construction, .gas, .equipment, .traffic]
      #expect(standard.onSite == onSite.contains(field), "\(field)")
      #expect(standard.otherUnit == (onSite.contains(field) || field == .petitions), "\(field)")
      #expect(standard.minimumEvidence == 1)
    }
  }

  /// The intake asks the pack, not the program, who usually answers for a field and how a demand runs.
  @Test func sayHowABulletinsDemandsRun() throws {
    let packs = try PackLibrary.load(files: shippedFiles())
    #expect(packs.intake?.code == "directive")
    for field in Field.allCases { #expect(packs.departments[field]?.isEmpty == false, "\(field)") }
  }

  @Test func nameEveryFieldAndItsWords() throws {
    let words = try PackLibrary.load(files: shippedFiles()).words
    for field in Field.allCases {
      #expect(words.fieldNames[field] != nil)
      #expect(words.fieldWords[field]?.isEmpty == false)
    }
    #expect(words.lawfulDuties.map(\.code).contains("leader_takes_case"))
    #expect(words.tiers["各街镇"] == "town")
    #expect(words.personWords.contains("稳控"))
  }

  /// A duty offered instead must not itself be about persons.
  @Test func offerDutiesWithoutPersonWords() throws {
    let words = try PackLibrary.load(files: shippedFiles()).words
    for duty in words.lawfulDuties {
      #expect(!words.personWords.contains { duty.text.chinese.contains($0) }, "\(duty.code)")
    }
  }
}
