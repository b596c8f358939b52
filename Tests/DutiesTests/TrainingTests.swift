import Directory
import Duties
import Ground
import Matters
import Packs
import TestFields
import Testing

/// What may be written down of a session of training, by whom and until when.
@Suite struct TrainingTests {
  static let course = Course(
    code: "fire.keepers", title: Bilingual("消防培训", "Fire training"), field: .fire, units: [.town],
    posts: [
      Course.Post(code: "head", title: Bilingual("责任人", "Head")),
      Course.Post(code: "keeper", title: Bilingual("管理人", "Keeper")),
    ], refresherMonths: 12, source: "各地可调", checked: .none)

  static func line(
    _ unit: String, _ post: String = "head", _ attended: Int? = 5, of owed: Int? = 6
  ) -> TrainingTerms.Line {
    TrainingTerms.Line(unit: UnitID(trusted: unit), post: post, attended: attended, owed: owed)
  }

  static func terms(
    _ lines: [TrainingTerms.Line] = [line("shiqiao")], ago: Int = 3, place: String = "镇政府二楼", hours: Int = 4
  ) -> TrainingTerms {
    TrainingTerms(day: Qinghe.today.adding(days: -ago), place: Words(place), hours: hours, lines: lines)
  }

  static func start(_ terms: TrainingTerms = terms(), by unit: String = "fire") -> TrainingStart {
    TrainingStart(course: course.code, organiser: UnitID(trusted: unit), terms: terms)
  }

  private static let id = TrainingID(trusted: "training-1")
  private static let planned = terms([line("shiqiao", "head", nil)], ago: -5)

  private static func training(_ changes: [TrainingChange]) -> Training? {
    changes.reduce(Training?.none) {
      evolve($0, of: id, with: TrainingEvent($1, by: "fire-handler", at: Qinghe.morning))
    }
  }

  private static func sheet(_ type: String) -> Evidence {
    Evidence(
      id: EvidenceID(trusted: "e"), name: Words("签到表"), note: nil, type: type, size: 9, digest: "d", salt: "s")
  }

  private func problems(
    _ command: TrainingCommand, on training: Training? = nil, by officer: String = "fire-handler",
    _ course: Course? = course
  ) -> [String] {
    do throws(Refusal) {
      _ = try decide(
        command, on: training, course, by: Qinghe.actor(officer), at: Qinghe.morning, in: Qinghe.directory)
      return []
    } catch { return error.problems.map(\.code.code) }
  }

  @Test func whoMayWriteItDown() {
    for officer in ["fire-handler", "coordinator"] {
      #expect(problems(.record(Self.start()), by: officer) == [])
    }
    for officer in ["housing-lead", "leader", "administrator", "auditor", "verifier", "gone", "rule.ready"] {
      #expect(problems(.record(Self.start()), by: officer) == ["training.clerk"], "\(officer)")
    }
    let held = Self.training([.recorded(Self.start())])
    for command: TrainingCommand in [
      .correct(Self.terms(), reason: Words("笔误")), .annul(reason: Words("重复")), .addSheet(Self.sheet("image/png")),
    ] {
      #expect(problems(command, on: held, by: "shiqiao-lead") == ["training.clerk"])
      #expect(problems(command, on: held, by: "coordinator") == [])
      #expect(problems(command) == ["training.unknown"])
    }
  }

  /// A department trains everybody's people, a town its own circle's.
  @Test func whosePeopleAreCounted() {
    let both = Self.terms([Self.line("shiqiao"), Self.line("qingshi"), Self.line("liuwan")])
    #expect(problems(.record(Self.start(both))) == [])
    #expect(problems(.record(Self.start(both, by: "shiqiao")), by: "shiqiao-lead") == ["training.reach"])
    // The office records for the town no more than the town could.
    #expect(problems(.record(Self.start(both, by: "shiqiao")), by: "coordinator") == ["training.reach"])
    let own = Self.terms([Self.line("shiqiao"), Self.line("qingshi")])
    #expect(problems(.record(Self.start(own, by: "shiqiao")), by: "shiqiao-lead") == [])
  }

  @Test func whatIsRefused() {
    func record(_ lines: [TrainingTerms.Line]) -> [String] { problems(.record(Self.start(Self.terms(lines)))) }
    #expect(problems(.record(Self.start()), nil) == ["training.course", "training.post"])
    #expect(problems(.record(Self.start(by: "dahe")), by: "coordinator").contains("training.organiser"))
    #expect(problems(.record(Self.start(Self.terms(place: " ")))) == ["training.blank"])
    #expect(problems(.record(Self.start(Self.terms(place: String(repeating: "长", count: 101))))) == ["training.long"])
    for hours in [0, 201] { #expect(problems(.record(Self.start(Self.terms(hours: hours)))) == ["training.hours"]) }
    #expect(record([]).contains("training.lines"))
    #expect(record((0..<151).map { Self.line("u\($0)") }).contains("training.lines"))
    #expect(record([Self.line("shiqiao", "head", 0)]) == ["training.nobody"])
    #expect(record([Self.line("shiqiao"), Self.line("shiqiao")]) == ["training.twice"])
    #expect(record([Self.line("nowhere")]) == ["training.unit"] && record([Self.line("dahe")]) == ["training.unit"])
    #expect(record([Self.line("shiqiao", "cook")]) == ["training.post"])
    #expect(record([Self.line("shiqiao", "head", 10_000, of: nil)]) == ["training.count"])
    #expect(record([Self.line("shiqiao", "head", 5, of: 0)]) == ["training.count"])
    #expect(record([Self.line("shiqiao", "head", 7, of: 6)]) == ["training.more"])
    #expect(record([Self.line("shiqiao", "head", 6, of: 6), Self.line("liuwan", "head", 3, of: nil)]) == [])
  }

  /// Both sides of each boundary.
  @Test func onWhichDays() {
    func held(_ ago: Int) -> [String] { problems(.record(Self.start(Self.terms(ago: ago)))) }
    #expect(held(0) == [] && held(1096) == [] && held(-1) == ["training.day"] && held(1097) == ["training.day"])
    func plan(_ ahead: Int) -> [String] {
      problems(.plan(Self.start(Self.terms([Self.line("shiqiao", "head", nil)], ago: -ahead))))
    }
    #expect(plan(0) == [] && plan(366) == [])
    #expect(plan(-1) == ["training.plan_day"] && plan(367) == ["training.plan_day"])
    #expect(problems(.plan(Self.start(Self.terms(ago: -3)))) == ["training.not_held"])
  }

  @Test func aPlanThenItsSession() {
    let plan = Self.training([.planned(Self.start(Self.planned))])
    #expect(plan?.stage == .planned && plan?.version == 1)
    #expect(problems(.addSheet(Self.sheet("image/jpeg")), on: plan) == ["training.not_held"])
    #expect(problems(.hold(Self.terms()), on: plan) == [])
    let held = Self.training([.planned(Self.start(Self.planned)), .held(Self.terms())])
    #expect(held?.stage == .held && held?.terms == Self.terms() && held?.version == 2)
    #expect(problems(.hold(Self.terms()), on: held) == ["training.held"])
    for type in ["image/png", "application/pdf"] { #expect(problems(.addSheet(Self.sheet(type)), on: held) == []) }
    #expect(problems(.addSheet(Self.sheet("application/zip")), on: held) == ["training.sheet_type"])
    let full = Self.training([.recorded(Self.start())] + (0..<5).map { _ in .sheetAdded(Self.sheet("image/png")) })
    #expect(problems(.addSheet(Self.sheet("image/png")), on: full) == ["training.sheets"])
  }

  @Test func whatWasAnnulledIsDone() throws {
    let gone = try #require(Self.training([.recorded(Self.start()), .annulled(reason: Words("重复登记"))]))
    #expect(gone.stage == .annulled && !gone.counts(Self.line("shiqiao")))
    for command: TrainingCommand in [
      .hold(Self.terms()), .correct(Self.terms(), reason: Words("x")), .annul(reason: Words("x")),
      .addSheet(Self.sheet("image/png")),
    ] { #expect(problems(command, on: gone) == ["training.annulled"]) }
    let held = Self.training([.recorded(Self.start())])
    #expect(problems(.annul(reason: Words(" ")), on: held) == ["training.blank"])
  }

  /// Lines that stand may stay, whatever became of pack and units; the day of a held session too, however old it is.
  @Test func whatStoodMayStay() {
    let old = Self.terms([Self.line("dahe", "gone_post")], ago: 2000)
    let held = Self.training([.recorded(Self.start(old))])
    let again = Self.terms([Self.line("dahe", "gone_post", 4)], ago: 2000)
    #expect(problems(.correct(again, reason: Words("少一人")), on: held, nil) == [])
    let moved = Self.terms([Self.line("dahe", "gone_post", 4)], ago: 2001)
    #expect(problems(.correct(moved, reason: Words("改日期")), on: held, nil) == ["training.day"])
  }

  @Test func whoOpensTheSignedSheet() throws {
    let held = try #require(Self.training([.recorded(Self.start())]))
    func may(_ id: String) -> Bool {
      Qinghe.directory.officers[OfficerID(trusted: id)].map { mayOpenSheets(of: held, $0) } ?? false
    }
    #expect(["fire-handler", "coordinator", "auditor"].allSatisfy(may))
    #expect(!["leader", "shiqiao-lead", "verifier", "administrator", "gone"].contains(where: may))
  }

  /// The directory's kinds of units and the packs' are called alike.
  @Test func unitsAreCalledAlike() {
    for group in Course.UnitGroup.allCases { #expect(UnitKind(rawValue: group.rawValue) != nil) }
  }
}
