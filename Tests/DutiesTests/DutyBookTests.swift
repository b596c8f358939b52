import Duties
import Ground
import Packs
import Subjects
import TestFields
import Testing

@Suite("The book of duties")
struct DutyBookTests {
  private static func duty(
    _ code: String, subjects: [String] = ["site"], conditions: [DutyRule.Condition] = []
  ) -> DutyRule {
    DutyRule(
      code: code, title: Bilingual("检查", "Inspect"), subjects: subjects, conditions: conditions,
      checklist: "site.restart", pace: DutyRule.Pace(every: .month), keyPeriodPace: DutyRule.Pace(every: .day),
      level: .county, units: [.supervising], source: "测试", checked: .none)
  }

  @Test("A subject falls under what meets every condition") func conditions() {
    let pit = DutyRule.Condition(attribute: "stage", choices: ["pit", "structure"])
    let deep = DutyRule.Condition(attribute: "depth", choices: ["deep"])
    let (both, one) = (Self.duty("both", conditions: [pit, deep]), Self.duty("one", conditions: [pit]))
    #expect(both.matches(["stage": .choice("pit"), "depth": .choice("deep")]))
    #expect(
      !both.matches(["stage": .choice("pit")]) && !both.matches(["stage": .choice("roof"), "depth": .choice("deep")]))
    #expect(one.matches(["stage": .choice("structure")]) && !one.matches(["stage": .words(Words("pit"))]))
    #expect(!one.matches([:]) && Self.duty("all").matches([:]))
  }

  @Test("Duties are those of the type, in the order of their codes") func ofType() throws {
    let work = try PackLibrary.load(files: [(name: "duties.yaml", yaml: Self.yaml)]).work
    let book = DutyBook(work: work, periods: [], directory: Qinghe.directory)
    #expect(book.duties(of: "lake", ["size": .choice("big")]).map(\.code) == ["lake.all", "lake.big"])
    #expect(book.duties(of: "lake", ["size": .choice("small")]).map(\.code) == ["lake.all"])
    #expect(book.duties(of: "pond", [:]).map(\.code) == ["pond.all"] && book.duties(of: "sea", [:]) == [])
  }

  private static let yaml = """
    pack: waters
    subjects:
      - code: lake
        title: {zh: 湖, en: Lake}
        field: flood_weather
        place: required
        attributes:
          - code: size
            title: {zh: 规模, en: Size}
            kind: choice
            choices:
              - {code: big, title: {zh: 大, en: Big}}
              - {code: small, title: {zh: 小, en: Small}}
      - {code: pond, title: {zh: 塘, en: Pond}, field: flood_weather, place: required}
    checklists:
      - code: waters
        version: 1
        title: {zh: 巡查, en: Patrol}
        subjects: [lake, pond]
        source: 测试
        checked: none
        items: [{code: dam, title: {zh: 坝体, en: Dam}}]
    duties:
      - {code: pond.all, title: {zh: 塘, en: Ponds}, subjects: [pond], checklist: waters, every: month, level: town, units: [territorial], source: 测试, checked: none}
      - {code: lake.big, title: {zh: 大湖, en: Big lakes}, subjects: [lake], where: {size: [big]}, checklist: waters, every: week, level: town, units: [territorial], source: 测试, checked: none}
      - {code: lake.all, title: {zh: 湖, en: Lakes}, subjects: [lake], checklist: waters, every: month, level: town, units: [territorial], source: 测试, checked: none}
    """

  /// A town's period reaches its village's subjects, not the next town's; another field's reaches none.
  @Test("Key periods reach the towns that they name") func areas() throws {
    let day = DayRange(Qinghe.today)
    func closer(_ period: KeyPeriod, _ area: String) -> Int {
      DutyBook(work: Qinghe.packs.work, periods: [period], directory: Qinghe.directory)
        .windows(of: Self.duty("test"), type: "site", area: UnitID(trusted: area), in: day)
        .filter { $0.cause == .keyPeriod }.count
    }
    let town = KeyPeriod(days: day, areas: [UnitID(trusted: "shiqiao")])
    #expect(closer(town, "shiqiao") == 1 && closer(town, "qingshi") == 1 && closer(town, "liuwan") == 0)
    let village = KeyPeriod(days: day, areas: [UnitID(trusted: "qingshi")])
    #expect(closer(village, "qingshi") == 1 && closer(village, "shiqiao") == 0)
    #expect(closer(KeyPeriod(days: day, fields: [.construction]), "liuwan") == 1)
    #expect(closer(KeyPeriod(days: day, fields: [.fire]), "liuwan") == 0)
    let book = DutyBook(work: Qinghe.packs.work, periods: [], directory: Qinghe.directory)
    #expect(book.windows(of: Self.duty("test"), type: "ship", area: UnitID(trusted: "liuwan"), in: day) == [])
  }
}

@Suite("Whether a subject owes a window")
struct OwedTests {
  private static let first = CivilDate(dayNumber: 20_513)  // 2026-03-01

  private static func span(_ from: Int, _ to: Int?) -> Subject.Span {
    Subject.Span(first: first.adding(days: from), last: to.map { first.adding(days: $0) })
  }

  private static func isOwed(_ days: Int, _ spans: [Subject.Span]) -> Bool {
    OwedWindow(days: DayRange(first, first.adding(days: days - 1)) ?? DayRange(first), times: 1, cause: .usual)
      .isOwed(by: spans)
  }

  @Test func atLeastHalfOfTheDaysOrSeven() {
    #expect(Self.isOwed(31, [Self.span(0, nil)]) && !Self.isOwed(31, []))
    // Seven of 31 days, then six.
    #expect(Self.isOwed(31, [Self.span(24, nil)]) && !Self.isOwed(31, [Self.span(25, nil)]))
    #expect(Self.isOwed(31, [Self.span(-9, 6)]) && !Self.isOwed(31, [Self.span(-9, 5)]))
    // Exactly half of a short one counts: five of ten days, four of seven.
    #expect(Self.isOwed(10, [Self.span(5, nil)]) && !Self.isOwed(10, [Self.span(6, nil)]))
    #expect(Self.isOwed(7, [Self.span(3, nil)]) && !Self.isOwed(7, [Self.span(4, nil)]))
    #expect(Self.isOwed(1, [Self.span(0, 0)]) && !Self.isOwed(1, [Self.span(1, nil)]))
    #expect(!Self.isOwed(31, [Self.span(31, nil)]) && !Self.isOwed(31, [Self.span(-20, -1)]))
  }

  /// Days of several spans add up; against counting each day.
  @Test func daysAddUp() {
    var dice = Seeded(7)
    for _ in 0..<2000 {
      let days = Int.random(in: 1...40, using: &dice)
      var (spans, at) = ([Subject.Span](), Int.random(in: -20...10, using: &dice))
      for _ in 0..<Int.random(in: 0...4, using: &dice) {
        let last = at + Int.random(in: 0...12, using: &dice)
        spans.append(Self.span(at, last))
        at = last + Int.random(in: 1...8, using: &dice)
      }
      if Bool.random(using: &dice) { spans.append(Self.span(at, nil)) }
      let looked = (0..<days).count { offset in
        let day = Self.first.adding(days: offset)
        return spans.contains { $0.first <= day && $0.last.map { day <= $0 } ?? true }
      }
      #expect(Self.isOwed(days, spans) == (looked >= 7 || Double(looked) >= Double(days) / 2), "\(days) \(spans)")
    }
  }
}
