import Foundation
import TestOffice
import Testing

/// `bihuan pack check`, as whoever writes a pack types it.
@Suite struct PackCommandTests {
  private static let pack = """
    pack: pools
    subjects:
      - {code: pool, title: {zh: 泳池, en: Pool}, field: culture_schools, place: required}
    checklists:
      - code: pools.safety
        version: 1
        title: {zh: 泳池检查, en: Pool inspection}
        subjects: [pool]
        source: 通行做法
        checked: none
        items:
          - {code: depth, title: {zh: 水深标识清楚, en: Depths are marked}}
          - {code: drains, title: {zh: 回水口牢固, en: Drains are firm}, grade: major}

    """

  /// Writes the files into a folder of their own and checks them there.
  private func check(_ files: [String: Data], language: String = "C") throws -> (status: Int32, output: String) {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "packs-\(ProcessInfo.processInfo.globallyUniqueString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, data) in files { try data.write(to: folder.appendingPathComponent(name)) }
    return try Program.run(
      Program.built("bihuan").path, ["pack", "check"] + files.keys.sorted(), in: folder,
      environment: ["BIHUAN_RESOURCES": TestOffice.resources, "LC_ALL": language])
  }

  @Test func saysWhatIsInASoundFile() throws {
    let sound = ["pools.yaml": Data(Self.pack.utf8)]
    let english = try check(sound)
    let said = "pools.yaml: 1 type, 1 checklist (2 items), 0 duties, 0 campaigns, 0 courses, 0 projects\n"
    let chinese = "pools.yaml：对象类型 1，检查表 1（2 项），职责 0，专项行动 0，培训课程 0，项目模板 0\n"
    #expect(english.status == 0 && english.output == said + chinese, "\(english.output)")
    #expect(try check(sound, language: "zh_CN.UTF-8").output == chinese + said)
  }

  @Test func namesEachProblemInBothLanguages() throws {
    let broken = Self.pack.replacing("field: culture_schools", with: "field: swimming")
      .replacing("      - {code: drains", with: "      - {code: depth")
    let done = try check(["pools.yaml": Data(broken.utf8)])
    #expect(done.status == 1)
    #expect(done.output.contains("pools.yaml:3: pack.unknown_value\n  “field”不能是“swimming”。\n"), "\(done.output)")
    #expect(done.output.contains("→ Use one of: fire, chemicals"))
    #expect(done.output.contains("pools.yaml:13: pack.duplicate"), "\(done.output)")
  }

  /// A file takes the place of the shipped one of its name; under another name it defines everything twice.
  @Test func readsAFileInThePlaceOfAShippedOne() throws {
    let fire = try Data(contentsOf: URL(filePath: "\(TestOffice.resources)/packs/fire.yaml"))
    let same = try check(["fire.yaml": fire])
    #expect(same.status == 0 && same.output.hasPrefix("fire.yaml: "), "\(same.output)")
    #expect(same.output.contains("takes the place of the shipped fire.yaml; all its codes are still there"))
    let less = try check(["fire.yaml": Data("pack: fire\n".utf8)])
    #expect(
      less.output.contains("no longer there: ") && less.output.contains("campaign fire.crowded.drive"), "\(less.output)"
    )
    #expect(less.output.contains("取代随附的 fire.yaml，以下不再有"))
    let other = try check(["our-fire.yaml": fire])
    #expect(other.status == 1 && other.output.contains("pack.duplicate"))
    // The shipped spot checks of others' packs still find what they point to, or say what is gone.
    let gone = try check(["burning.yaml": Data("pack: burning\n".utf8)])
    #expect(gone.status == 1 && gone.output.contains("environment.yaml:") && gone.output.contains("burning_area"))
  }

  /// A close-out standard that nothing asks for closes nothing: said, but no fault.
  @Test func namesAStandardThatNothingUses() throws {
    let standard =
      "standards:\n  - {code: pools.seen, title: {zh: 现场, en: Seen}, evidence: 1, on_site: true, other_unit: true}\n"
    let unused = try check(["pools.yaml": Data((Self.pack + standard).utf8)])
    #expect(unused.status == 0 && unused.output.contains("close-out standard pools.seen"), "\(unused.output)")
    #expect(unused.output.contains("没有程序、也没有对象类型采用销号标准 pools.seen"))
    let named = (Self.pack + standard).replacing(
      "place: required}", with: "place: required, close_out: {major: pools.seen}}")
    let used = try check(["pools.yaml": Data(named.utf8)])
    #expect(used.status == 0 && !used.output.contains("pools.seen"), "\(used.output)")
  }

  @Test func refusesWhatIsNoText() throws {
    let done = try check(["pools.yaml": Data([0xFF, 0xFE, 0x70])])
    #expect(done.status == 1 && done.output.contains("pools.yaml:1: pack.not_utf8"))
    #expect(done.output.contains("UTF-8（不选 GBK、ANSI）") && done.output.contains("Save it as UTF-8"))
    #expect(try check([:]).status != 0)
    let gone = try Program.run(
      Program.built("bihuan").path, ["pack", "check", "nowhere.yaml"], in: FileManager.default.temporaryDirectory,
      environment: ["BIHUAN_RESOURCES": TestOffice.resources, "LC_ALL": "C"])
    #expect(gone.status != 0 && gone.output.contains("cannot read nowhere.yaml"), "\(gone.output)")
    #expect(gone.output.contains("读不到文件 nowhere.yaml"))
  }
}
