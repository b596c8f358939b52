import Ground
import Packs
import Testing

/// A pack of a field with a type, a checklist, a duty and a spot check on it; and the words that a roster is known by.
private let soundPack = """
  pack: towers
  subjects:
    - code: tower
      title: {zh: 水塔, en: Water tower}
      field: production_safety
      place: required
      gate: tower.yearly
      attributes:
        - {code: height, title: {zh: 高度, en: Height}, kind: number, max: 80, unit: {zh: 米, en: m}}
        - code: use
          title: {zh: 用途, en: Use}
          kind: choice
          required: true
          choices:
            - {code: drink, title: {zh: 饮用, en: Drinking}}
            - {code: fire, title: {zh: 消防, en: Fire}}
    - code: mast
      title: {zh: 桅杆, en: Mast}
      field: production_safety
      place: optional
  checklists:
    - code: tower.yearly
      version: 2
      title: {zh: 年检, en: Yearly}
      subjects: [tower]
      source: 通行做法
      checked: none
      items:
        - {code: ladder, title: {zh: 爬梯牢固, en: Sound ladder}, grade: major, reference: law.1}
        - {code: tilt, title: {zh: 倾斜, en: Tilt}, answer: number, max: 3, unit: {zh: 厘米, en: cm}}
        - {code: report, title: {zh: 检测报告有效至, en: Report good until}, answer: valid_until, clause: 第三条}
  duties:
    - code: tower.yearly
      title: {zh: 检查水塔, en: Inspect towers}
      subjects: [tower]
      where: {use: [drink]}
      checklist: tower.yearly
      every: year
      times: 2
      key_periods: {every: month}
      alerts:
        orange: {every: day, times: 2}
        gale:
          yellow: {every: week}
      level: town
      units: [territorial]
      source: 各地可调
      checked: none
    - code: tower.spot
      title: {zh: 抽查, en: Spot check}
      subjects: [tower]
      checklist: tower.yearly
      every: year
      level: county
      units: [supervising]
      checks_on: tower.yearly
      share: 10
      source: 各地可调
      checked: none
  references:
    - {code: law.1, title: {zh: 某法, en: Some Law}, article: 第一条, checked: copy}

  """

@Suite("A pack of a field")
struct FieldPackTests {
  /// What the sound pack raises with one text put in the place of another.
  private func problem(_ right: String, _ wrong: String) throws -> Problem? {
    try #require(soundPack.contains(right), "\(right)")
    return packProblem(soundPack.replacing(right, with: wrong))
  }

  /// The line on which a text first stands.
  private func place(of text: String, in yaml: String = soundPack) throws -> String {
    let before = try #require(
      yaml.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains(text) })
    return "test.yaml:\(before + 1)"
  }

  @Test func isReadIntoItsTypes() throws {
    let work = try PackLibrary.load(files: [("towers.yaml", soundPack)]).work
    let tower = try #require(work.subjectTypes["tower"])
    #expect(
      tower.place == .required && tower.gate == "tower.yearly" && tower.attributes.map(\.code) == ["height", "use"])
    #expect(tower.attribute("height")?.kind == .number(0...80, unit: Bilingual("米", "m")))
    #expect(tower.attribute("use")?.isRequired == true)
    let list = try #require(work.checklists["tower.yearly"])
    #expect(list.edition == "tower.yearly@2")
    #expect(list.item("ladder")?.grade == .major && list.item("ladder")?.reference == "law.1")
    #expect(list.item("tilt")?.answer == .number(0...3, unit: Bilingual("厘米", "cm")))
    #expect(list.item("report")?.answer == .validUntil && list.item("report")?.clause == "第三条")
    let duty = try #require(work.duties["tower.yearly"])
    #expect(duty.pace == DutyRule.Pace(every: .year, times: 2) && duty.keyPeriodPace == DutyRule.Pace(every: .month))
    #expect(duty.alertPaces == [.orange: DutyRule.Pace(every: .day, times: 2)])
    #expect(duty.alertKindPaces == [.gale: [.yellow: DutyRule.Pace(every: .week)]])
    #expect(duty.conditions == [DutyRule.Condition(attribute: "use", choices: ["drink"])])
    #expect(work.duties["tower.spot"]?.share == 10)
  }

  @Test func readsTheDaysAroundPeriodsAndAlerts() throws {
    func duty(_ lines: String) throws -> DutyRule? {
      let text = soundPack.replacing("    key_periods:", with: "    \(lines)\n    key_periods:", maxReplacements: 1)
      return try PackLibrary.load(files: [("towers.yaml", text)]).work.duties["tower.yearly"]
    }
    #expect(try duty("before_periods: {days: 7}")?.beforePeriod == DutyRule.Around(days: 7))
    #expect(
      try duty("after_alerts: {days: 3, times: 2, level: orange, kinds: [gale]}")?.afterAlert
        == DutyRule.Around(days: 3, times: 2, level: .orange, kinds: [.gale]))
    #expect(try duty("weekdays: [sat, mon]")?.weekdays == [.saturday, .monday])
    for wrong in [
      "weekdays: []", "weekdays: [monday]", "before_periods: {days: 32}", "before_periods: {}",
      "after_alerts: {days: 3, level: black}",
    ] {
      #expect(throws: Problem.self) { _ = try duty(wrong) }
    }
  }

  @Test(arguments: [
    ("every: year\n    times: 2", "evry: year"), ("answer: number", "answr: number"),
    ("place: required", "plaze: required"),
  ])
  func namesAnUnknownKey(right: String, wrong: String) throws {
    let found = try problem(right, wrong)
    #expect(found?.code == .packUnknownKey)
    #expect(try found?.place == place(of: right.split(separator: "\n").first.map(String.init) ?? ""))
  }

  @Test(arguments: [
    ("    field: production_safety\n    place: required\n", "    place: required\n", "field"),
    ("    version: 2\n", "", "version"), ("    level: town\n", "", "level"),
    ("- code: tower.yearly\n    version", "- version", "code"),
    ("    checks_on: tower.yearly\n", "", "checks_on"), ("    share: 10\n", "", "share"),
    ("en: Sound ladder", "de: Leiter", ""),
  ])
  func namesAMissingKey(right: String, wrong: String, key: String) throws {
    let found = try #require(try problem(right, wrong))
    #expect(found.code == (key.isEmpty ? .packUnknownKey : .packMissing))
    #expect(key.isEmpty || found.values["key"] == key)
    #expect(found.place?.hasPrefix("test.yaml:") == true)
  }

  @Test(arguments: [
    ("version: 2", "version: two"), ("times: 2\n", "times: 49\n"), ("share: 10", "share: 101"),
    ("required: true", "required: 是"), ("units: [territorial]", "units: territorial"),
    ("units: [territorial]", "units: []"), ("title: {zh: 年检, en: Yearly}", "title: 年检"),
    ("max: 3,", "max: -1,"), ("          - {code: fire, title: {zh: 消防, en: Fire}}\n", ""),
  ])
  func namesAWrongType(right: String, wrong: String) throws {
    let found = try problem(right, wrong)
    #expect(found?.code == .packWrongType, "\(wrong)")
    #expect(found?.place?.hasPrefix("test.yaml:") == true)
  }

  @Test(arguments: [
    ("field: production_safety\n    place: required", "field: towers\n    place: required"),
    ("place: required", "place: somewhere"), ("grade: major", "grade: grave"),
    ("every: year\n    times", "every: decade\n    times"),
    ("orange:", "purple:"), ("gale:", "storm:"), ("yellow:", "pink:"), ("level: town", "level: province"),
    ("kind: number", "kind: phone"),
    ("answer: number", "answer: stars"), ("where: {use: [drink]}", "where: {use: [drink, swim]}"),
  ])
  func namesAValueThatIsNoneOfTheKnown(right: String, wrong: String) throws {
    let found = try problem(right, wrong)
    #expect(found?.code == .packUnknownValue, "\(wrong)")
    #expect(found?.values["known"]?.isEmpty == false)
  }

  /// `Alarm` or `检查` would have to be written differently in addresses and entries.
  @Test(arguments: ["Tower", "水塔", "water-tower", "a b"])
  func refusesACodeThatAddressesCannotCarry(code: String) throws {
    let found = try problem("- code: tower\n", "- code: \(code)\n")
    #expect(found?.code == .packWrongType)
    #expect(try found?.place == place(of: "- code: tower"))
  }

  @Test func namesAnItemThatIsThereTwice() throws {
    let found = try problem("{code: tilt", "{code: ladder")
    #expect(found?.code == .packDuplicate)
    #expect(try found?.place == place(of: "{code: tilt"))
  }

  @Test func namesAnAttributeATypeOrADutyThatIsThereTwice() throws {
    #expect(try problem("- code: use\n", "- code: height\n")?.code == .packDuplicate)
    #expect(try problem("- code: mast", "- code: tower")?.code == .packDuplicate)
    #expect(try problem("- code: tower.spot", "- code: tower.yearly")?.code == .packDuplicate)
  }

  @Test(arguments: [
    (
      "checklist: tower.yearly\n    every: year\n    times",
      "checklist: tower.daily\n    every: year\n    times"
    ),
    ("gate: tower.yearly", "gate: tower.gate"), ("reference: law.1", "reference: law.2"),
    ("checks_on: tower.yearly", "checks_on: tower.monthly"),
    ("    subjects: [tower]\n    source", "    subjects: [silo]\n    source"),
  ])
  func namesWhatIsNowhere(right: String, wrong: String) throws {
    let found = try problem(right, wrong)
    #expect(found?.code == .packUnknownCode, "\(wrong)")
    #expect(found?.place?.hasPrefix("test.yaml:") == true)
  }

  @Test func refusesADutyOnWhatItsChecklistIsNotFor() throws {
    let found = try problem("subjects: [tower]\n    where: {use: [drink]}", "subjects: [mast]")
    #expect(found?.code == .packOtherSubject)
    let yaml = soundPack.replacing("subjects: [tower]\n    where: {use: [drink]}", with: "subjects: [mast]")
    let lines = yaml.split(separator: "\n", omittingEmptySubsequences: false)
    let duty = try #require(lines.firstIndex { $0.contains("检查水塔") })
    #expect(found?.place == "test.yaml:\(duty + 2)")
    #expect(found?.values["subject"] == "mast")
  }

  /// Nobody could record the inspection that opens such a gate.
  @Test func refusesAGateThatIsNotForItsType() throws {
    let found = try problem("    place: optional\n", "    place: optional\n    gate: tower.yearly\n")
    #expect(found?.code == .packOtherSubject)
    let lines = soundPack.split(separator: "\n", omittingEmptySubsequences: false)
    let optional = try #require(lines.firstIndex { $0.contains("place: optional") })
    #expect(found?.place == "test.yaml:\(optional + 2)")
  }

  @Test func refusesAConditionOnAnAttributeWithoutChoices() throws {
    #expect(try problem("where: {use: [drink]}", "where: {height: [drink]}")?.code == .packNotAChoice)
    let unknown = try problem("where: {use: [drink]}", "where: {colour: [red]}")
    #expect(unknown?.code == .packNoSuchChoice && unknown?.values["attribute"] == "colour")
  }

  @Test func refusesASpotCheckOfASpotCheck() throws {
    #expect(try problem("checks_on: tower.yearly", "checks_on: tower.spot")?.code == .packCheckOfCheck)
    let second = soundPack.replacing(
      "    where: {use: [drink]}\n", with: "    checks_on: tower.spot\n    share: 5\n")
    #expect(packProblem(second)?.code == .packCheckOfCheck)
  }

  @Test(arguments: ["身份证号", "联系电话", "户主", "稳控责任人", "业主手机号"])
  func refusesAnAttributeAboutPersons(title: String) throws {
    let words = try #require(try shippedFiles().first { $0.name == "words.yaml" })
    do throws(Problem) {
      _ = try PackLibrary.load(files: [
        (words.name, words.yaml), ("test.yaml", soundPack.replacing("zh: 高度", with: "zh: \(title)")),
      ])
      Issue.record("\(title) was taken in")
    } catch {
      #expect(error.code == .packPersons)
      #expect(try error.place == place(of: "- {code: height"))
      #expect(error.values["attribute"] == title)
    }
  }

  @Test func refusesACircleOfReferences() throws {
    let line = "{code: law.1, title: {zh: 某法, en: Some Law}, article: 第一条, checked: copy}"
    let found = try problem(line, line.replacing("checked", with: "replaced_by: law.1, checked"))
    #expect(found?.code == .packCycle)
    #expect(try found?.place == place(of: "{code: law.1"))
  }

  @Test func refusesAChecklistWithoutItems() throws {
    let start = try #require(soundPack.firstRange(of: "    items:\n"))
    let end = try #require(soundPack.firstRange(of: "duties:\n"))
    let none = soundPack[..<start.lowerBound] + "    items: []\n" + soundPack[end.lowerBound...]
    #expect(packProblem(String(none))?.code == .packTooMany)
  }
}
