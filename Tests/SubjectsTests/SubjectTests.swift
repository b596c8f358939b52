import Directory
import Ground
import Packs
import Subjects
import TestFields
import Testing

/// Who may do what with a subject, what is refused, and what becomes of it.
@Suite("Subjects")
struct SubjectTests {
  private static func decided(
    _ command: SubjectCommand, on subject: Subject?, by actor: Actor = Qinghe.actor("coordinator"),
    in directory: Directory = Qinghe.directory
  ) throws(Refusal) -> SubjectChange? {
    try decide(command, on: subject, by: actor, at: Qinghe.morning, in: directory, packs: Qinghe.packs).first?.change
  }

  private static func refused(
    _ command: SubjectCommand, on subject: Subject?, by officer: String = "coordinator"
  ) -> [ProblemCode] {
    do throws(Refusal) {
      _ = try decided(command, on: subject, by: Qinghe.actor(officer))
      return []
    } catch { return error.problems.map(\.code) }
  }

  private static let reason = Words("原因")

  private static let commands: [String: SubjectCommand] = [
    "register": .register(Qinghe.new(), isAwake: true), "amend": .amend(Qinghe.details(name: "二期"), reason: reason),
    "grade": .grade(.red, reason: reason), "suspend": .suspend(reason: reason),
    "resume": .resume(passed: InspectionID(trusted: "i1"), reason: reason), "retire": .retire(reason: reason),
    "give_back": .giveBack,
  ]

  /// A subject on which the command does something.
  private static func before(_ command: String) -> Subject? {
    switch command {
    case "register": nil
    case "resume": Qinghe.subject(Qinghe.new(), [(.suspended(reason: reason), Qinghe.today)])
    case "give_back":
      Qinghe.subject(Qinghe.new(imported: Subject.Imported(operation: OperationID(trusted: "o1"), row: 2)))
    default: Qinghe.subject()
    }
  }

  /// Of a site of the housing bureau in Shiqiao: the office, the bureau, the town and nobody else; a village of the town
  /// only for what it has to do with itself, the town for what its village has.
  @Test(arguments: commands.keys.sorted()) func whoMay(_ name: String) throws {
    let command = try #require(Self.commands[name])
    let may: Set = ["coordinator", "housing-lead", "shiqiao-lead"]
    for officer in Qinghe.directory.officersInOrder.map(\.id.text) + ["rule.test"] {
      let codes = Self.refused(command, on: Self.before(name), by: officer)
      #expect(codes == (may.contains(officer) ? [] : [.subjectKeeper]), "\(name) \(officer) \(codes)")
    }
  }

  @Test func aTownKeepsWhatItsVillagesHave() {
    let village = SubjectCommand.register(
      Qinghe.new(Qinghe.details(territorial: "qingshi", responsible: "gas")), isAwake: true)
    for officer in ["shiqiao-lead", "qingshi-handler", "gas-handler", "housing-lead"] {
      #expect(Self.refused(village, on: nil, by: officer) == [], "\(officer)")
    }
    #expect(Self.refused(village, on: nil, by: "liuwan-lead") == [.subjectKeeper])
  }

  /// Nobody hands a subject to others in one step and out of the own sight.
  @Test func nobodyGivesASubjectAwayAltogether() {
    let away = SubjectCommand.amend(Qinghe.details(supervising: "fire", territorial: "liuwan"), reason: Self.reason)
    #expect(Self.refused(away, on: Qinghe.subject(), by: "shiqiao-lead") == [.subjectKeeper])
    #expect(Self.refused(away, on: Qinghe.subject()) == [])
  }

  /// Whoever runs it stays named as such until somebody else says otherwise: else it could open its own gate.
  @Test func nobodyStrikesItselfOff() {
    let run = Qinghe.subject(Qinghe.new(Qinghe.details(territorial: "qingshi", responsible: "gas")))
    let off = SubjectCommand.amend(Qinghe.details(territorial: "qingshi"), reason: Self.reason)
    #expect(Self.refused(off, on: run, by: "gas-handler") != [])
    let other = SubjectCommand.amend(
      Qinghe.details(name: "二期", territorial: "qingshi", responsible: "gas"), reason: Self.reason)
    #expect(Self.refused(other, on: run, by: "gas-handler") == [])
    let town = Qinghe.subject(Qinghe.new(Qinghe.details(territorial: "shiqiao", responsible: "shiqiao")))
    let freed = SubjectCommand.amend(Qinghe.details(territorial: "shiqiao"), reason: Self.reason)
    #expect(Self.refused(freed, on: town, by: "shiqiao-lead") == [.subjectOverseer])
    #expect(Self.refused(freed, on: town, by: "housing-lead") == [])
    #expect(Self.refused(freed, on: town) == [])
  }

  @Test(arguments: commands.keys.filter { $0 != "register" }.sorted()) func onNothing(_ name: String) throws {
    #expect(Self.refused(try #require(Self.commands[name]), on: nil) == [.subjectUnknown])
  }

  @Test(arguments: commands.keys.filter { !["register", "give_back"].contains($0) }.sorted())
  func onARetiredOne(_ name: String) throws {
    let retired = Qinghe.subject(Qinghe.new(), [(.retired(reason: Self.reason), Qinghe.today)])
    #expect(Self.refused(try #require(Self.commands[name]), on: retired) == [.subjectRetired])
  }

  @Test func itsStatusDecides() {
    let active = Qinghe.subject()
    let suspended = Self.before("resume")
    #expect(Self.refused(.register(Qinghe.new(), isAwake: true), on: active) == [.subjectExists])
    #expect(Self.refused(.suspend(reason: Self.reason), on: suspended) == [.subjectSuspended])
    #expect(Self.refused(.resume(passed: nil, reason: Self.reason), on: active) == [.subjectActive])
    #expect(Self.refused(.amend(Qinghe.details(), reason: Self.reason), on: active) == [.subjectSame])
    #expect(Self.refused(.giveBack, on: active) == [.subjectMoved])
    let moved = Qinghe.subject(
      Qinghe.new(imported: Subject.Imported(operation: OperationID(trusted: "o1"), row: 2)),
      [(.suspended(reason: Self.reason), Qinghe.today)])
    #expect(Self.refused(.giveBack, on: moved) == [.subjectMoved])
  }

  /// A site needs a clean inspection; a shop has no gate.
  @Test func theGate() {
    #expect(Self.refused(.resume(passed: nil, reason: Self.reason), on: Self.before("resume")) == [.subjectGate])
    let shop = Qinghe.subject(
      Qinghe.new(Qinghe.details(attributes: [:]), type: "shop"), [(.suspended(reason: Self.reason), Qinghe.today)])
    #expect(Self.refused(.resume(passed: nil, reason: Self.reason), on: shop) == [])
  }

  @Test(
    arguments: [
      (Qinghe.details(name: " "), "site", ProblemCode.subjectBlank),
      (Qinghe.details(name: String(repeating: "字", count: 101)), "site", .subjectLong),
      (Qinghe.details(address: nil), "site", .subjectAddress),
      (Qinghe.details(address: "\u{3000}"), "site", .subjectBlank),
      (Qinghe.details(address: String(repeating: "字", count: 201)), "site", .subjectLong),
      (
        Qinghe.details(
          position: Position(latitude: 41, longitude: 122, in: .wgs84), attributes: [:]), "bus", .subjectMobile
      ),
      (Qinghe.details(attributes: [:]), "site", .subjectAttributeMissing),
      (Qinghe.details(), "shop", .subjectAttribute),
      (Qinghe.details(), "aeroplane", .subjectType), (Qinghe.details(supervising: "nobody"), "site", .subjectUnit),
      (Qinghe.details(territorial: "dahe"), "site", .subjectUnitEnded),
      (Qinghe.details(responsible: "dahe"), "site", .subjectUnitEnded),
      (Qinghe.details(supervising: "liuwan"), "site", .subjectUnitKind),
      (Qinghe.details(supervising: "gas"), "site", .subjectUnitKind),
      (Qinghe.details(territorial: "fire"), "site", .subjectUnitKind),
      (Qinghe.details(responsible: "gov"), "site", .subjectUnitKind),
    ]) func whatIsNotSound(_ details: SubjectDetails, _ type: String, _ code: ProblemCode)
  {
    #expect(Self.refused(.register(Qinghe.new(details, type: type), isAwake: true), on: nil) == [code])
  }

  @Test func bothEndsOfTheLimitsAreAllowed() {
    let full = Qinghe.details(
      name: String(repeating: "字", count: 100), address: String(repeating: "字", count: 200), supervising: "office",
      territorial: "qingshi", responsible: "fire")
    #expect(Self.refused(.register(Qinghe.new(full), isAwake: true), on: nil) == [])
    let words = Words(String(repeating: "字", count: 500))
    #expect(Self.refused(.retire(reason: words), on: Qinghe.subject()) == [])
    let bus = Qinghe.details(address: nil, attributes: [:])
    #expect(Self.refused(.register(Qinghe.new(bus, type: "bus"), isAwake: true), on: nil) == [])
  }

  @Test(arguments: commands.keys.filter { !["register", "give_back"].contains($0) }.sorted())
  func everyReasonIsWritten(_ name: String) throws {
    for (reason, code) in [
      (Words(""), ProblemCode.subjectBlank), (Words(String(repeating: "字", count: 501)), .subjectLong),
    ] {
      let command: SubjectCommand =
        switch try #require(Self.commands[name]) {
        case .amend(let details, _): .amend(details, reason: reason)
        case .grade(let grade, _): .grade(grade, reason: reason)
        case .suspend: .suspend(reason: reason)
        case .resume(let passed, _): .resume(passed: passed, reason: reason)
        default: .retire(reason: reason)
        }
      #expect(Self.refused(command, on: Self.before(name)) == [code])
    }
    let risk = RiskGrading(grade: .red, reason: Words(" "), on: Qinghe.today)
    #expect(Self.refused(.register(Qinghe.new(risk: risk), isAwake: true), on: nil) == [.subjectBlank])
  }

  /// All at once, so that nobody mends one mistake after the other.
  @Test func everyMistakeIsNamed() {
    let details = Qinghe.details(name: "", address: nil, supervising: "gas", attributes: [:])
    #expect(
      Self.refused(.register(Qinghe.new(details), isAwake: true), on: nil) == [
        .subjectBlank, .subjectAddress, .subjectUnitKind, .subjectAttributeMissing,
      ])
  }

  /// A merged unit's subject is kept by its successor, who must name a unit that is there.
  @Test func aSubjectOfAnEndedUnit() {
    let orphan = Qinghe.subject(Qinghe.new(Qinghe.details(territorial: "dahe")))
    #expect(Self.refused(.grade(.red, reason: Self.reason), on: orphan, by: "shiqiao-lead") == [])
    let kept = SubjectCommand.amend(Qinghe.details(name: "二期", territorial: "dahe"), reason: Self.reason)
    #expect(Self.refused(kept, on: orphan, by: "shiqiao-lead") == [.subjectUnitEnded])
    #expect(Self.refused(.amend(Qinghe.details(), reason: Self.reason), on: orphan, by: "shiqiao-lead") == [])
  }

  @Test func whatHappensIsWhatBecomesOfIt() throws {
    var subject = try #require(Qinghe.subject())
    #expect(subject.status == .active && subject.risk == nil && subject.version == 1)
    for (name, expected) in [("grade", 2), ("amend", 3), ("suspend", 4), ("resume", 5), ("retire", 6)] {
      let command = try #require(Self.commands[name])
      let change = try #require(try Self.decided(command, on: subject))
      subject = try #require(evolve(subject, with: SubjectEvent(change, by: "coordinator", at: Qinghe.morning)))
      #expect(subject.version == expected)
    }
    #expect(subject.details.name.text == "二期")
    #expect(subject.risk == RiskGrading(grade: .red, reason: Self.reason, on: Qinghe.today))
    #expect(subject.status == .retired(reason: Self.reason, on: Qinghe.today))
    #expect(Qinghe.subject(Qinghe.new(), [(.givenBack, Qinghe.today)]) == nil)
    #expect(evolve(nil, with: SubjectEvent(.graded(try #require(subject.risk)), by: "x", at: Qinghe.morning)) == nil)
  }
}

/// Days on which a subject was looked after.
@Suite("Spans of a subject")
struct SpanTests {
  private static let off = SubjectChange.suspended(reason: Words("停工"))
  private static let on = SubjectChange.resumed(passed: nil, reason: Words("复工"))
  private static let gone = SubjectChange.retired(reason: Words("拆除"))

  private static func spans(_ changes: [(SubjectChange, Int)]) -> [[Int?]]? {
    let first = Qinghe.today
    return Qinghe.subject(Qinghe.new(), changes.map { ($0.0, first.adding(days: $0.1)) })?.spans.map {
      [first.days(until: $0.first), $0.last.map { first.days(until: $0) }]
    }
  }

  @Test func onOtherDays() {
    #expect(Self.spans([]) == [[0, nil]])
    #expect(Self.spans([(Self.off, 3)]) == [[0, 2]])
    #expect(Self.spans([(Self.off, 3), (Self.on, 5)]) == [[0, 2], [5, nil]])
    #expect(Self.spans([(Self.off, 3), (Self.on, 5), (Self.gone, 9)]) == [[0, 2], [5, 8]])
    #expect(Self.spans([(Self.off, 3), (Self.gone, 9)]) == [[0, 2]])
  }

  @Test func onTheSameDay() {
    #expect(Self.spans([(Self.off, 0)]) == [])
    #expect(Self.spans([(Self.gone, 0)]) == [])
    #expect(Self.spans([(Self.off, 0), (Self.on, 0)]) == [[0, nil]])
    #expect(Self.spans([(Self.off, 4), (Self.on, 4)]) == [[0, 3], [4, nil]])
    #expect(Self.spans([(Self.off, 4), (Self.on, 4), (Self.off, 4)]) == [[0, 3]])
    #expect(Self.spans([(Self.off, 4), (Self.on, 6), (Self.gone, 6)]) == [[0, 3]])
    #expect(Self.spans([(Self.off, 4), (Self.on, 6), (Self.off, 7), (Self.on, 7)]) == [[0, 3], [6, 6], [7, nil]])
  }

  /// Whatever happens in whatever order: spans are in order, never overlap, and only the last is open, while it is active.
  @Test func alwaysInOrder() throws {
    var dice = Seeded(6)
    for _ in 0..<2000 {
      var (day, changes, isActive) = (0, [(SubjectChange, Int)](), true)
      var looked: Set<Int> = []
      for _ in 0..<Int.random(in: 0..<8, using: &dice) {
        let next = day + Int.random(in: 0...2, using: &dice)
        // Looked after on the days before the change, by brute force.
        if isActive { looked.formUnion(day..<next) }
        (day, isActive) = (next, !isActive)
        changes.append((isActive ? Self.on : Self.off, day))
      }
      if isActive { looked.formUnion(day..<100) }
      let spans = try #require(Self.spans(changes))
      #expect(Set(spans.flatMap { Array(($0[0] ?? 0)...($0[1] ?? 99)) }) == looked, "\(changes) \(spans)")
      #expect(spans.dropLast().allSatisfy { $0[1] != nil } && (spans.last.map { $0[1] == nil } ?? false) == isActive)
      for (left, right) in zip(spans, spans.dropFirst()) { #expect((left[1] ?? .max) < (right[0] ?? .min)) }
    }
  }
}
