import Ground
import Packs
import Testing

/// A pack with a campaign, and what is wrong with some by line.
@Suite("Campaigns of packs")
struct CampaignPackTests {
  private static let pack = """
    pack: towers
    subjects:
      - code: tower
        title: {zh: 水塔, en: Water tower}
        field: production_safety
        place: required
        attributes:
          - code: use
            title: {zh: 用途, en: Use}
            kind: choice
            choices:
              - {code: drink, title: {zh: 饮用, en: Drinking}}
              - {code: fire, title: {zh: 消防, en: Fire}}
      - code: mast
        title: {zh: 桅杆, en: Mast}
        field: production_safety
        place: optional
    checklists:
      - code: tower.yearly
        version: 1
        title: {zh: 年检, en: Yearly}
        subjects: [tower]
        source: 通行做法
        checked: none
        items:
          - {code: ladder, title: {zh: 爬梯牢固, en: Sound ladder}}
    campaigns:
      - code: tower.drive
        title: {zh: 水塔专项行动, en: Tower drive}
        field: production_safety
        subjects: [tower]
        where: {use: [drink]}
        checklist: tower.yearly
        times: 2
        level: town
        units: [supervising, territorial]
        joint: true
        target: 95
        dormant: true
        source: 各地可调
        checked: none
        valid_from: 2026-03-01
        valid_to: 2026-12-31
    """

  @Test func isReadWhole() throws {
    let rule = try #require(
      try PackLibrary.load(files: [("towers.yaml", Self.pack)]).work.campaigns["tower.drive"])
    #expect(rule.field == .productionSafety && rule.subjects == ["tower"] && rule.checklist == "tower.yearly")
    #expect(rule.conditions == [DutyRule.Condition(attribute: "use", choices: ["drink"])] && rule.times == 2)
    #expect(rule.level == .town && rule.units == [.supervising, .territorial] && rule.isJoint && rule.isDormant)
    #expect(rule.target == 95 && rule.validFrom == CivilDate("2026-03-01") && rule.validTo == CivilDate("2026-12-31"))
  }

  @Test func takesTheUsualForWhatIsNotSaid() throws {
    var yaml = Self.pack
    for line in ["times: 2", "joint: true", "target: 95", "dormant: true", "where: {use: [drink]}"] {
      yaml = yaml.replacing("    \(line)\n", with: "")
    }
    let rule = try #require(try PackLibrary.load(files: [("towers.yaml", yaml)]).work.campaigns["tower.drive"])
    #expect(rule.times == 1 && rule.target == 100 && !rule.isJoint && !rule.isDormant && rule.conditions.isEmpty)
  }

  /// Each mistake by file and line.
  @Test(arguments: [
    ("times: 2", "times: 0", ProblemCode.packWrongType, 34), ("times: 2", "times: 13", .packWrongType, 34),
    ("target: 95", "target: 101", .packWrongType, 38), ("level: town", "level: street", .packUnknownValue, 35),
    ("units: [supervising, territorial]", "units: []", .packWrongType, 36),
    ("units: [supervising, territorial]", "units: [owner]", .packUnknownValue, 36),
    ("units: [supervising, territorial]", "units: [territorial, territorial]", .packWrongType, 36),
    ("joint: true", "joint: often", .packWrongType, 37), ("dormant: true", "asleep: true", .packUnknownKey, 39),
    ("subjects: [tower]\n    where", "subjects: []\n    where", .packMissing, 31),
    ("subjects: [tower]\n    where", "subjects: [bridge]\n    where", .packUnknownCode, 31),
    ("subjects: [tower]\n    where", "subjects: [tower, mast]\n    where", .packOtherSubject, 31),
    ("where: {use: [drink]}", "where: {use: [swim]}", .packUnknownValue, 32),
    ("where: {use: [drink]}", "where: {height: [tall]}", .packNoSuchChoice, 32),
    ("checklist: tower.yearly", "checklist: tower.daily", .packUnknownCode, 33),
    ("valid_to: 2026-12-31", "valid_to: 2026-02-28", .packWrongType, 43),
    ("field: production_safety\n    subjects", "subjects", .packMissing, 28),
    ("source: 各地可调\n    checked: none\n    valid", "checked: none\n    valid", .packMissing, 28),
    ("code: tower.drive", "code: Tower.Drive", .packWrongType, 28),
  ])
  func aMistakeIsNamedByItsLine(old: String, new: String, code: ProblemCode, line: Int) {
    let yaml = Self.pack.replacing(old, with: new, maxReplacements: 1)
    #expect(yaml != Self.pack)
    let problem = PackLibrary.problems(in: [("towers.yaml", yaml)]).first
    #expect(problem?.code == code && problem?.place == "towers.yaml:\(line)", "\(new): \(String(describing: problem))")
  }

  @Test func twoOfOneCodeAreRefused() {
    let other =
      "pack: more\n"
      + Self.pack.split(separator: "\n", omittingEmptySubsequences: false)
      .drop { $0 != "campaigns:" }.joined(separator: "\n")
    let problem = PackLibrary.problems(in: [("towers.yaml", Self.pack), ("more.yaml", other)]).first
    #expect(problem?.code == .packDuplicate && problem?.place.map { $0.hasPrefix("more.yaml:") } == true)
  }

  /// Every campaign that the bulletins name is there, and whatever sleeps says so.
  @Test func theShippedOnesAreWhole() throws {
    let packs = try PackLibrary.load(files: shippedFiles())
    let rules = packs.work.campaignsInOrder
    #expect(Set(rules.map(\.field)) == Set(packs.work.subjectTypes.values.map(\.field)))
    for rule in rules {
      #expect(packs.work.checklists[rule.checklist] != nil && !rule.subjects.isEmpty, "\(rule.code)")
      #expect(rule.isDormant == (rule.field == .health), "\(rule.code)")
      #expect(rule.code.hasPrefix(rule.checklist.split(separator: ".")[0]), "\(rule.code)")
    }
  }
}
