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

  /// Two files that both say it contradict one another.
  @Test func isSaidOnce() throws {
    let more = (name: "zz.yaml", yaml: "pack: zz\n\(Self.line)\n")
    #expect(try PackLibrary.problems(in: shippedFiles() + [more]).map(\.code) == [.packDuplicate])
  }
}
