import Ground
import Packs
import Testing

@Suite("How a hazard runs, in the packs")
struct HazardPackTests {
  private static let line = "hazards: {ordinary: hazard_ordinary, major: hazard_major}"

  /// The shipped packs with the line put otherwise.
  private static func files(_ other: String) throws -> [(name: String, yaml: String)] {
    let files = try shippedFiles()
    try #require(files.contains { $0.yaml.contains(line) })
    return files.map { ($0.name, $0.yaml.replacing(line, with: other)) }
  }

  @Test func eachGradeHasItsProcedure() throws {
    let packs = try PackLibrary.load(files: shippedFiles())
    #expect(packs.work.hazards == [.ordinary: "hazard_ordinary", .major: "hazard_major"])
    for grade in HazardGrade.allCases {
      let procedure = try #require(packs.work.hazards[grade].flatMap { packs.procedures[$0] })
      // Without a term a hazard would never be due, without a standard never be struck off.
      #expect(procedure.terms["normal"].flatMap { packs.term($0, on: CivilDate(dayNumber: 20_514)) } != nil)
      for field in Field.allCases { #expect(packs.standards[procedure.standard(for: field)] != nil) }
    }
  }

  @Test(
    arguments: [
      ("hazards: {ordinary: hazard_ordinary}", ProblemCode.packMissing),
      ("hazards: {ordinary: hazard_ordinary, major: no_such}", .packUnknownCode),
      ("hazards: {ordinary: hazard_ordinary, major: hazard_major, grave: hazard_major}", .packUnknownKey),
      ("hazards: hazard_ordinary", .packWrongType),
      ("\(line)\n\(line)", .packDuplicate),
    ]) func isRefused(_ other: String, _ code: ProblemCode) throws
  {
    let problem = try PackLibrary.problems(in: Self.files(other)).first
    #expect(problem?.code == code && problem?.place?.hasPrefix("hazard.yaml") == true, "\(String(describing: problem))")
  }

  /// Every type closes by a standard of its own field, both grades on the site and by another unit; what nothing asks for
  /// would close nothing.
  @Test func eachTypeHasItsCloseOut() throws {
    let packs = try PackLibrary.load(files: shippedFiles())
    #expect(packs.unusedStandards == [])
    for type in packs.work.typesInOrder {
      let ordinary = try #require(packs.rule(ofHazard: .ordinary, at: type.code), "\(type.code)")
      let major = try #require(packs.rule(ofHazard: .major, at: type.code), "\(type.code)")
      #expect(ordinary.standard != "hazard_site", "\(type.code)")
      for standard in [ordinary, major].compactMap({ packs.standards[$0.standard] }) {
        #expect(standard.onSite && standard.otherUnit && standard.minimumEvidence > 0, "\(type.code)")
      }
      let deep: Set<Field> = [.fire, .construction, .gas]
      #expect((major.standard == "hazard_major_site") == !(deep.contains(type.field) || !type.closeOut.isEmpty))
    }
    for reach in ["river_reach", "outfall"] {
      #expect(packs.rule(ofHazard: .ordinary, at: reach)?.standard == "river_site")
      #expect(packs.rule(ofHazard: .major, at: reach)?.standard == "river_major_site")
    }
    #expect(packs.rule(ofHazard: .ordinary, at: "feedback_site")?.standard == "feedback_site")
    #expect(packs.rule(ofHazard: .ordinary, at: "waste_producer")?.standard == "environment_site")
    // Of a type that no pack has any more, by what its procedure asks for.
    #expect(packs.rule(ofHazard: .ordinary, at: "gone")?.standard == "hazard_site")
  }

  @Test(arguments: [
    ("{ordinary: no_such}", ProblemCode.packUnknownCode), ("{grave: paper}", .packUnknownKey),
    ("paper", .packWrongType),
  ])
  func aTypeNamesItsStandardsOrIsRefused(_ closeOut: String, _ code: ProblemCode) throws {
    let line = "subjects:\n  - {code: a, title: {zh: 甲, en: A}, field: fire, place: none, close_out: \(closeOut)}\n"
    let problems = try PackLibrary.problems(in: shippedFiles() + [("zz.yaml", "pack: zz\n\(line)")])
    #expect(problems.map(\.code) == [code] && problems.first?.place == "zz.yaml:3")
  }

  /// Two files that both say it contradict one another.
  @Test func isSaidOnce() throws {
    let more = (name: "zz.yaml", yaml: "pack: zz\n\(Self.line)\n")
    #expect(try PackLibrary.problems(in: shippedFiles() + [more]).map(\.code) == [.packDuplicate])
  }
}
