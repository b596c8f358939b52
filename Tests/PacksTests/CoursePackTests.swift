import Ground
import Packs
import Testing

/// A pack with a course of training, and what is wrong with some by line.
@Suite("Courses of packs")
struct CoursePackTests {
  private static let pack = """
    pack: towers
    subjects:
      - code: tower
        title: {zh: 水塔, en: Water tower}
        field: production_safety
        place: required
    courses:
      - code: tower.keepers
        title: {zh: 水塔管护培训, en: Keepers of towers}
        field: production_safety
        units: [town, contractor]
        subjects: [tower]
        seen_to_by: supervising
        posts:
          - {code: keeper, title: {zh: 管护岗, en: Keeper}}
          - {code: climber, title: {zh: 登高岗, en: Climber}}
        refresher_months: 6
        notice_days: 45
        hours: 4
        source: 各地可调
        checked: none
        valid_from: 2026-03-01
        valid_to: 2026-12-31
    """

  @Test func isReadWhole() throws {
    let course = try #require(
      try PackLibrary.load(files: [("towers.yaml", Self.pack)]).work.courses["tower.keepers"])
    #expect(course.units == [.town, .contractor] && course.subjects == ["tower"] && course.role == .supervising)
    #expect(course.posts.map(\.code) == ["keeper", "climber"] && course.post("keeper")?.title.english == "Keeper")
    #expect(course.refresherMonths == 6 && course.noticeDays == 45 && course.hours == 4)
    #expect(course.validFrom == CivilDate("2026-03-01") && course.validTo == CivilDate("2026-12-31"))
  }

  @Test func takesTheUsualForWhatIsNotSaid() throws {
    var yaml = Self.pack
    for line in ["refresher_months: 6", "notice_days: 45", "hours: 4", "seen_to_by: supervising", "subjects: [tower]"] {
      yaml = yaml.replacing("    \(line)\n", with: "")
    }
    let course = try #require(try PackLibrary.load(files: [("towers.yaml", yaml)]).work.courses["tower.keepers"])
    #expect(course.refresherMonths == nil && course.noticeDays == 30 && course.hours == nil)
    #expect(course.role == .territorial && course.subjects.isEmpty)
  }

  /// Each mistake by file and line.
  @Test(arguments: [
    ("units: [town, contractor]", "units: [village]", ProblemCode.packUnknownValue, 11),
    ("units: [town, contractor]", "units: [town, town]", .packDuplicate, 11),
    ("subjects: [tower]\n    seen", "subjects: [castle]\n    seen", .packUnknownCode, 12),
    ("seen_to_by: supervising", "seen_to_by: mayor", .packUnknownValue, 13),
    ("code: climber", "code: keeper", .packDuplicate, 16), ("code: climber", "code: Climber", .packWrongType, 16),
    ("refresher_months: 6", "refresher_months: 0", .packWrongType, 17),
    ("refresher_months: 6", "refresher_months: 121", .packWrongType, 17),
    ("notice_days: 45", "notice_days: 181", .packWrongType, 18), ("hours: 4", "hours: 201", .packWrongType, 19),
    ("hours: 4", "hour: 4", .packUnknownKey, 19), ("valid_to: 2026-12-31", "valid_to: 2026-01-31", .packWrongType, 23),
    ("zh: 登高岗", "zh: 重点人员", .packPersons, 8),
  ])
  func namesEachMistake(part: String, wrong: String, code: ProblemCode, line: Int) throws {
    let yaml = Self.pack.replacing(part, with: wrong)
    #expect(yaml != Self.pack, "\(part) is not in the pack")
    var files = [("towers.yaml", yaml)]
    if code == .packPersons { files += try shippedFiles().filter { $0.name == "words.yaml" } }
    let found = PackLibrary.problems(in: files)
    #expect(found.map(\.code) == [code] && found.first?.place == "towers.yaml:\(line)", "\(found)")
  }
}
