import Foundation
import Ground
import Packs
import Testing

/// `docs/PACKS.md` is what a stranger writes a pack by.
@Suite("The description of packs")
struct PackDocumentTests {
  private let text: String

  init() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    text = try String(contentsOf: root.appendingPathComponent("docs/PACKS.md"), encoding: .utf8)
  }

  private var example: String {
    get throws {
      let start = try #require(text.firstRange(of: "```yaml\n")).upperBound
      let end = try #require(text[start...].firstRange(of: "```")).lowerBound
      return String(text[start..<end])
    }
  }

  @Test func hasAnExampleThatIsTakenIn() throws {
    let work = try PackLibrary.load(files: shippedFiles() + [("pools.yaml", example)]).work
    #expect(work.subjectTypes["swimming_pool"]?.gate == "pools.safety")
    #expect(work.checklists["pools.safety"]?.items.count == 4)
    #expect(work.duties["pools.town"]?.keyPeriodPace == DutyRule.Pace(every: .month))
    #expect(work.duties["pools.spot_check"]?.checksOn == "pools.town")
    let summer = try #require(work.campaigns["pools.summer"])
    #expect(summer.times == 2 && summer.target == 95 && summer.units == [.territorial] && !summer.isJoint)
    #expect(work.courses["pools.lifeguards"]?.posts.map(\.code) == ["lifeguard"])
    #expect(summer.conditions == [DutyRule.Condition(attribute: "kind", choices: ["outdoor"])])
  }

  /// The smaller examples are parts of a file.
  @Test func hasPartsThatAreTakenIn() throws {
    let blocks = text.components(separatedBy: "```yaml\n").dropFirst(2).compactMap {
      $0.components(separatedBy: "```").first
    }
    #expect(blocks.count >= 2)
    for block in blocks {
      #expect(PackLibrary.problems(in: try shippedFiles() + [("part.yaml", "pack: part\n" + block)]) == [], "\(block)")
    }
  }

  @Test func namesEveryProblem() {
    for code in ProblemCode.packsCatalogue { #expect(text.contains("| `\(code.code)` |"), "\(code.code)") }
  }

  /// The reader says itself which keys it knows wherever it meets one that it does not.
  @Test(arguments: [
    "zzz: 1\npack: x", "pack: x\nsubjects: [{zzz: 1}]", "pack: x\nsubjects: [{code: a, attributes: [{zzz: 1}]}]",
    "pack: x\nchecklists: [{zzz: 1}]", "pack: x\nchecklists: [{code: a, subjects: [], items: [{zzz: 1}]}]",
    "pack: x\nduties: [{zzz: 1}]", "pack: x\ncampaigns: [{zzz: 1}]",
    "pack: x\ncourses: [{zzz: 1}]", "pack: x\nvisits: {zzz: 1}", "pack: x\nwaits: {zzz: 1}",
    "pack: x\nreferences: [{zzz: 1}]", "pack: x\nterms: [{zzz: 1}]",
    "pack: x\nstandards: [{zzz: 1}]", "pack: x\nprocedures: [{zzz: 1}]",
    "pack: x\nprocedures: [{code: a, stages: [{zzz: 1}]}]", "pack: x\nladders: [{zzz: 1}]",
    "pack: x\nladders: [{steps: [{zzz: 1}]}]", "pack: x\nagendas: [{zzz: 1}]",
  ])
  func namesEveryKey(yaml: String) throws {
    let found = try #require(packProblem(yaml))
    #expect(found.code == .packUnknownKey, "\(yaml)")
    for key in try #require(found.values["known"]).split(separator: ", ") {
      #expect(text.contains("`\(key)`"), "\(key)")
    }
  }

  @Test func namesEveryShippedFile() throws {
    for (name, _) in try shippedFiles() { #expect(text.contains("`\(name)`"), "\(name)") }
  }
}
