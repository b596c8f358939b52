import Ground
import Packs
import Testing

/// The slips of somebody who writes a first pack: each is named where it stands, with what to write instead.
@Suite("Slips in pack files")
struct PackSlipTests {
  private static let pack = """
    pack: chargers
    subjects:
      - code: charger
        title: {zh: 充电场所, en: Charging place}
        field: fire
        place: required
        gate: charger.safety
        attributes:
          - code: kind
            title: {zh: 类型, en: Kind}
            kind: choice
            choices:
              - {code: shed, title: {zh: 车棚, en: Shed}}
              - {code: indoor, title: {zh: 室内, en: Indoor}}
          - {code: sockets, title: {zh: 插口数, en: Sockets}, kind: number, max: 2000}
    checklists:
      - code: charger.safety
        version: 1
        title: {zh: 安全检查, en: Safety}
        subjects: [charger]
        source: 本地方案
        checked: none
        items:
          - {code: wiring, title: {zh: 无飞线, en: No loose wires}}
          - {code: lobby, title: {zh: 门厅无停放, en: Lobby is free}}
    duties:
      - code: charger.town
        title: {zh: 镇街检查, en: Towns inspect}
        subjects: [charger]
        where: {kind: [shed]}
        checklist: charger.safety
        every: month
        level: town
        units: [territorial]
        source: 本地方案
        checked: none
        valid_to: 2027-03-31
    """

  @Test(arguments: [
    ("2027-03-31", "2027-02-30", ProblemCode.packNoSuchDay, 37, "day", "2027-02-30"),
    ("2027-03-31", "2027.3.31", .packWrongType, 37, "form", "valid_to: 2026-12-31"),
    ("units: [territorial]", "units: territorial", .packWrongType, 34, "form", "units: [territorial]"),
    ("title: {zh: 镇街检查, en: Towns inspect}", "title: 镇街检查", .packWrongType, 28, "form", "title: {zh: …, en: …}"),
    ("en: Indoor", "en: Indoor, open ground", .packComma, 14, "key", "open ground"),
    ("every: month", "every： month", .packColon, 32, "text", "every："),
    ("{zh: 镇街检查,", "{zh：镇街检查,", .packColon, 28, "text", "zh：镇街检查"),
    ("    every: month", "\tevery: month", .packTab, 32, "", ""),
    ("every: month", "every:month", .packNoBlank, 32, "text", "every:month"),
    ("en: Sockets}, kind: number", "en: Sockets}, kind: number， max: 1", .packFullComma, 15, "", ""),
    ("units: [territorial]", "weekdays: [mon，tue]\n    units: [territorial]", .packFullComma, 34, "text", "mon，tue"),
    ("    level: town", "     level: town", .packIndent, 33, "here", "5"),
    ("max: 2000", "max: 50天", .packWrongType, 15, "form", "max: 50"),
    ("    level: town", "    level: town\n    every: week", .packDuplicate, 34, "first", "slip.yaml:32"),
    ("kind: number, max: 2000", "kind: text", .packPersons, 15, "word", "联系人"),
    ("where: {kind: [shed]}", "where: {sockets: [10]}", .packNotAChoice, 30, "kind", "number"),
    ("where: {kind: [shed]}", "where: {kind: [shed, hut, barn]}", .packUnknownValue, 30, "value", "barn”、“hut"),
    ("checklist: charger.safety", "checklist: charger.saftey", .packNearCode, 31, "near", "charger.safety"),
    ("checklist: charger.safety", "checklist: pools.weekly", .packUnknownCode, 31, "code", "pools.weekly"),
    ("code: lobby", "code: wiring", .packDuplicate, 25, "first", "slip.yaml:24"),
    ("code: sockets", "code: kind", .packDuplicate, 15, "first", "slip.yaml:9"),
    ("zh: 插口数", "zh: 看管人电话", .packPersons, 15, "attribute", "看管人电话"),
    ("        checked: none\n        valid_to", "        valid_to", .packMissing, 27, "kind", "statute / copy / none"),
    (
      "checked: none\n        valid_to", "checked: unread\n        valid_to", .packUnknownValue, 36, "known",
      "statute, copy, none"
    ),
  ])
  func isNamedWhereItStands(
    old: String, new: String, code: ProblemCode, line: Int, key: String, value: String
  ) throws {
    // In free words the title names whom to call.
    let pack =
      code == .packPersons && new == "kind: text" ? Self.pack.replacing("zh: 插口数", with: "zh: 现场联系人") : Self.pack
    let (old, new) = (old.replacing("        ", with: "    "), new.replacing("        ", with: "    "))
    let yaml = pack.replacing(old, with: new, maxReplacements: 1)
    #expect(yaml != pack)
    var files = try shippedFiles()
    files.append(("slip.yaml", yaml))
    let problem = PackLibrary.problems(in: files).first
    #expect(problem?.code == code && problem?.place == "slip.yaml:\(line)", "\(new): \(String(describing: problem))")
    if !key.isEmpty { #expect(problem?.values[key] == value, "\(String(describing: problem?.values))") }
  }

  /// Every message and hint is filled in.
  @Test func noHintHasAHole() {
    for (old, new) in [("every: month", "every: 3"), ("version: 1", "version: x"), ("2027-03-31", "soon")] {
      for problem in PackLibrary.problems(in: [("slip.yaml", Self.pack.replacing(old, with: new))]) {
        for language in Language.allCases {
          #expect(!problem.hint(in: language).contains("{form}"))
          #expect(!problem.message(in: language).contains("{kind}"))
        }
      }
    }
  }
}
