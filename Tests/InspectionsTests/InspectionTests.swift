import Directory
import Ground
import Inspections
import Packs
import Subjects
import TestFields
import Testing

/// What an inspection must hold, who may record it, and when it is clean.
@Suite("Inspections")
struct InspectionTests {
  private static let today = Qinghe.today
  private static let matter = MatterID(trusted: "m1")

  /// Everything passes; the bureau's leader was there.
  static func inspection(
    subject: String = "s1", checklist: String = "site.restart@2", unit: String = "housing",
    inspectors: [String] = ["housing-lead"], day: CivilDate = today,
    answers: [(String, Inspection.Result)] = [
      ("fence", .pass), ("load", .number(2)), ("test", .validUntil(today)),
    ], findings: [Finding] = [], signature: Inspection.Signature = .signed, note: String? = nil,
    recordedFor: Inspection.Recording? = nil
  ) -> Inspection {
    Inspection(
      id: InspectionID(trusted: "i1"), subject: SubjectID(trusted: subject), checklist: checklist,
      unit: UnitID(trusted: unit), inspectors: inspectors.map { OfficerID(trusted: $0) }, day: day,
      answers: answers.map { Inspection.Answer(item: $0.0, result: $0.1) }, findings: findings, signature: signature,
      note: note.map { Words($0) }, recordedFor: recordedFor)
  }

  /// A finding that was put right on the spot, or one that becomes a matter.
  static func finding(
    _ item: String?, _ text: String = "围挡缺失三米", _ grade: HazardGrade = .ordinary, fixed: String? = nil
  ) -> Finding {
    Finding(
      item: item, text: Words(text), grade: grade, fixed: fixed.map { Words($0) }, matter: fixed == nil ? matter : nil)
  }

  static func refused(
    _ inspection: Inspection, of subject: Subject? = Qinghe.subject(), by officer: String = "housing-lead",
    existing: Inspection? = nil
  ) -> [ProblemCode] {
    refused(.record(inspection), on: existing, of: subject, by: officer)
  }

  static func refused(
    _ command: InspectionCommand, on inspection: Inspection?, of subject: Subject? = nil, by officer: String,
    in directory: Directory = Qinghe.directory
  ) -> [ProblemCode] {
    do throws(Refusal) {
      let actor = directory.officers[OfficerID(trusted: officer)].map { Actor.officer($0) } ?? .rule(officer)
      let events = try decide(
        command, on: inspection, of: subject, by: actor, at: Qinghe.morning, in: directory, packs: Qinghe.packs)
      #expect(events.count == 1 && events[0].by == officer && events[0].at == Qinghe.morning)
      return []
    } catch { return error.problems.map(\.code) }
  }

  /// Another unit without how it told of it is a slip of whoever records for it, not a matter of rights.
  @Test func aCoordinatorIsAskedHowItWasTold() {
    #expect(Self.refused(Self.inspection(inspectors: []), by: "coordinator") == [.inspectionChannel])
    #expect(Self.refused(Self.inspection(inspectors: [], recordedFor: .phone), by: "coordinator") == [])
    #expect(Self.refused(Self.inspection(), by: "liuwan-lead") == [.inspectionUnit])
  }

  @Test func aSoundOneIsTaken() {
    #expect(Self.refused(Self.inspection()) == [])
    #expect(Self.refused(Self.inspection(), existing: Self.inspection()) == [.inspectionExists])
  }

  @Test func theSubject() {
    #expect(Self.refused(Self.inspection(), of: nil) == [.inspectionSubject])
    #expect(Self.refused(Self.inspection(subject: "s2")) == [.inspectionSubject])
    let retired = Qinghe.subject(Qinghe.new(), [(.retired(reason: Words("拆除")), Self.today)])
    #expect(Self.refused(Self.inspection(), of: retired) == [.inspectionRetired])
    // One that stands still is inspected, or its gate could never open.
    let still = Qinghe.subject(Qinghe.new(), [(.suspended(reason: Words("停工")), Self.today)])
    #expect(Self.refused(Self.inspection(), of: still) == [])
  }

  @Test(arguments: ["site.restart@1", "site.restart@3", "site.restart", "site.gone@1", "", "@2"])
  func anotherVersionOfTheChecklist(_ checklist: String) {
    #expect(Self.refused(Self.inspection(checklist: checklist)) == [.inspectionChecklistGone])
  }

  @Test func aChecklistForOtherSubjects() {
    #expect(Self.refused(Self.inspection(checklist: "shop.fire@1")) == [.inspectionChecklist])
  }

  @Test func aChecklistThatIsOver() {
    let old = Self.inspection(checklist: "site.old@1", answers: [("fence", .pass)])
    #expect(Self.refused(old) == [.inspectionChecklistOver])
  }

  /// The unit's own people and its verifiers; the office only where it says that it records for it.
  @Test func whoRecords() {
    let own: Set = ["housing-lead", "verifier"]
    for officer in Qinghe.directory.officersInOrder.map(\.id.text) + ["rule.test"] {
      #expect(
        Self.refused(Self.inspection(), by: officer)
          == (own.contains(officer) ? [] : officer == "coordinator" ? [.inspectionChannel] : [.inspectionUnit]),
        "\(officer)")
      #expect(
        Self.refused(Self.inspection(inspectors: [], recordedFor: .phone), by: officer)
          == (own.contains(officer) ? [.inspectionInspectors] : officer == "coordinator" ? [] : [.inspectionUnit]),
        "\(officer)")
    }
    // What is not the own unit's to look after is another's to inspect, however much of the district one sees.
    #expect(
      Self.refused(Self.inspection(unit: "liuwan", inspectors: ["liuwan-lead"]), by: "liuwan-lead")
        == [.inspectionOthers])
    #expect(Self.refused(Self.inspection(unit: "office", inspectors: ["coordinator"]), by: "coordinator") == [])
  }

  @Test func theUnitMustBeThere() {
    #expect(Self.refused(Self.inspection(unit: "dahe", inspectors: []), by: "dahe-handler") == [.inspectionUnitEnded])
    #expect(
      Self.refused(Self.inspection(unit: "nobody", inspectors: [], recordedFor: .paper), by: "coordinator")
        == [.inspectionUnitEnded])
    #expect(
      Self.refused(Self.inspection(unit: "gov", inspectors: [], recordedFor: .paper), by: "coordinator")
        == [.inspectionUnitEnded])
  }

  @Test(
    arguments: [
      [], ["nobody"], ["housing-lead", "gone"], ["housing-lead", "housing-lead"],
      [
        "housing-lead", "verifier", "leader", "coordinator", "administrator", "auditor", "fire-handler", "shiqiao-lead",
        "liuwan-lead", "qingshi-handler", "gas-handler",
      ],
    ]) func inspectorsAreOneToTenServingOfficers(_ inspectors: [String])
  {
    #expect(Self.refused(Self.inspection(inspectors: inspectors)) == [.inspectionInspectors])
    #expect(
      Self.refused(Self.inspection(inspectors: Array(inspectors.prefix(10)))).isEmpty == (inspectors.count > 10))
  }

  @Test func theDay() {
    for (days, codes) in [(1, [ProblemCode.inspectionDay]), (0, []), (-31, []), (-32, [.inspectionDay])] {
      let day = Self.today.adding(days: days)
      let answers: [(String, Inspection.Result)] = [
        ("fence", .pass), ("load", .number(2)), ("test", .validUntil(Self.today.adding(days: 9))),
      ]
      #expect(Self.refused(Self.inspection(day: day, answers: answers)) == codes, "\(days)")
    }
  }

  @Test func eachItemOnceAndInItsKind() {
    func codes(_ answers: [(String, Inspection.Result)]) -> [ProblemCode] {
      Self.refused(Self.inspection(answers: answers))
    }
    let (fence, load, test): ((String, Inspection.Result), (String, Inspection.Result), (String, Inspection.Result)) =
      (("fence", .pass), ("load", .number(2)), ("test", .validUntil(Self.today)))
    #expect(codes([test, fence, load]) == [])
    #expect(codes([fence, load]) == [.inspectionUnanswered])
    #expect(codes([]) == [.inspectionUnanswered, .inspectionUnanswered, .inspectionUnanswered])
    #expect(codes([fence, load, test, fence]) == [.inspectionAnswer])
    #expect(codes([fence, load, test, ("roof", .pass)]) == [.inspectionAnswer])
    let others: [(String, Inspection.Result)] = [
      ("fence", .number(2)), ("fence", .validUntil(Self.today)), ("load", .pass), ("load", .fail),
      ("load", .validUntil(Self.today)), ("test", .pass), ("test", .fail), ("test", .number(2)),
    ]
    for wrong in others {
      let answers = [fence, load, test].map { $0.0 == wrong.0 ? wrong : $0 }
      #expect(codes(answers) == [.inspectionAnswer], "\(wrong)")
    }
    #expect(
      codes([("fence", .notApplicable), ("load", .notApplicable), ("test", .notApplicable)]) == [.inspectionNothing])
  }

  /// Both ends of a range pass, and the last valid day.
  @Test(
    arguments: [
      ("fence", Inspection.Result.pass, false), ("fence", .fail, true), ("fence", .notApplicable, false),
      ("load", .number(1), true), ("load", .number(2), false), ("load", .number(9), false), ("load", .number(10), true),
      ("test", .validUntil(today), false), ("test", .validUntil(today.adding(days: -1)), true),
    ]) func whatFailsIsDescribedAndNothingElse(_ item: String, _ result: Inspection.Result, _ fails: Bool) throws
  {
    let checklist = try #require(Qinghe.packs.work.checklists["site.restart"])
    #expect(try #require(checklist.item(item)).fails(result, on: Self.today) == fails)
    let passing: [(String, Inspection.Result)] = [
      ("fence", .pass), ("load", .number(2)), ("test", .validUntil(Self.today)),
    ]
    let answers = passing.map { $0.0 == item ? (item, result) : $0 }
    #expect(Self.refused(Self.inspection(answers: answers)) == (fails ? [.inspectionNotDescribed] : []))
    #expect(
      Self.refused(Self.inspection(answers: answers, findings: [Self.finding(item)]))
        == (fails ? [] : [.inspectionPassed]))
  }

  /// Validity is measured on the day of the inspection, not on that of the record.
  @Test func anEarlierDayIsItsOwn() {
    let day = Self.today.adding(days: -3)
    let answers: [(String, Inspection.Result)] = [("fence", .pass), ("load", .number(2)), ("test", .validUntil(day))]
    #expect(Self.refused(Self.inspection(day: day, answers: answers)) == [])
    #expect(Self.refused(Self.inspection(answers: answers)) == [.inspectionNotDescribed])
  }

  @Test func findings() {
    func codes(_ findings: [Finding]) -> [ProblemCode] { Self.refused(Self.inspection(findings: findings)) }
    #expect(codes([Self.finding(nil), Self.finding(nil, fixed: "当场补齐")]) == [])
    #expect(codes([Self.finding(nil, "边坡开裂", .major)]) == [])
    #expect(codes([Self.finding(nil, "边坡开裂", .major, fixed: "已加固")]) == [.inspectionMajorFixed])
    let loose = Finding(item: nil, text: Words("问题"), grade: .ordinary, fixed: nil, matter: nil)
    let both = Finding(item: nil, text: Words("问题"), grade: .ordinary, fixed: Words("已改"), matter: Self.matter)
    #expect(codes([loose]) == [.inspectionLoose] && codes([both]) == [.inspectionLoose])
    #expect(codes(Array(repeating: Self.finding(nil), count: 50)) == [])
    #expect(codes(Array(repeating: Self.finding(nil), count: 51)) == [.inspectionFull])
    #expect(codes([Self.finding("roof")]) == [.inspectionPassed])
  }

  @Test func words() {
    let long = String(repeating: "字", count: 501)
    #expect(Self.refused(Self.inspection(signature: .refused(Words(" ")))) == [.inspectionBlank])
    #expect(Self.refused(Self.inspection(signature: .refused(Words(long)))) == [.inspectionLong])
    #expect(Self.refused(Self.inspection(signature: .refused(Words("拒绝签字，两人在场见证。")))) == [])
    #expect(Self.refused(Self.inspection(signature: .absent)) == [])
    #expect(Self.refused(Self.inspection(findings: [Self.finding(nil, "\u{3000}")])) == [.inspectionBlank])
    #expect(Self.refused(Self.inspection(findings: [Self.finding(nil, long)])) == [.inspectionLong])
    #expect(Self.refused(Self.inspection(findings: [Self.finding(nil, fixed: "\u{200B}")])) == [.inspectionBlank])
    #expect(Self.refused(Self.inspection(note: "")) == [.inspectionBlank])
    #expect(Self.refused(Self.inspection(note: long)) == [])
    #expect(Self.refused(Self.inspection(note: String(repeating: "字", count: 1001))) == [.inspectionLong])
  }

  @Test func aCleanOneLeftNothingToBePutRight() throws {
    #expect(Self.inspection().isClean)
    #expect(Self.inspection(findings: [Self.finding(nil, fixed: "已改")]).isClean)
    #expect(!Self.inspection(findings: [Self.finding(nil, fixed: "已改"), Self.finding(nil)]).isClean)
    let void = try #require(
      evolve(
        Self.inspection(),
        with: InspectionEvent(.annulled(reason: Words("登记错误")), by: "housing-lead", at: Qinghe.morning)))
    #expect(!void.isClean && void.annulled?.text == "登记错误")
    #expect(Self.inspection().checklistCode == "site.restart")
  }
}

@Suite("Inspections that open a gate")
struct OpeningTests {
  private func list(essential: Bool) -> Checklist {
    Checklist(
      code: "site.restart", version: 2, title: Bilingual("复工", "Restart"), subjects: ["site"],
      items: ["fence", "load", "test"].map { code in
        Checklist.Item(
          code: code, title: Bilingual(code, code), answer: .pass, grade: .ordinary, clause: nil, reference: nil,
          photo: nil, isEssential: essential && code == "fence")
      }, source: "test", checked: .none)
  }

  @Test func whatIsEssentialWasLookedAt() {
    func opens(_ fence: Inspection.Result, _ rest: Inspection.Result, essential: Bool) -> Bool {
      InspectionTests.inspection(answers: [("fence", fence), ("load", rest), ("test", rest)])
        .opens(list(essential: essential))
    }
    #expect(opens(.pass, .notApplicable, essential: true))
    #expect(!opens(.notApplicable, .pass, essential: true))
    #expect(opens(.notApplicable, .pass, essential: false))
    #expect(!opens(.notApplicable, .notApplicable, essential: false))
    // One of an older version that did not ask for it yet.
    #expect(!InspectionTests.inspection(answers: [("load", .pass)]).opens(list(essential: true)))
    #expect(!InspectionTests.inspection(findings: [InspectionTests.finding(nil)]).opens(list(essential: true)))
  }
}

@Suite("Inspections declared void")
struct AnnulTests {
  private static let command = InspectionCommand.annul(reason: Words("登记错误"))

  @Test func byTheOwnUnitAlone() {
    let own: Set = ["housing-lead", "verifier"]
    for officer in Qinghe.directory.officersInOrder.map(\.id.text) + ["rule.test"] {
      #expect(
        InspectionTests.refused(Self.command, on: InspectionTests.inspection(), by: officer)
          == (own.contains(officer) ? [] : [.inspectionUnit]), "\(officer)")
    }
    let forOthers = InspectionTests.inspection(inspectors: [], recordedFor: .phone)
    #expect(InspectionTests.refused(Self.command, on: forOthers, by: "coordinator") == [])
  }

  @Test func onceAndWithAReason() {
    #expect(InspectionTests.refused(Self.command, on: nil, by: "housing-lead") == [.inspectionUnknown])
    let event = InspectionEvent(.annulled(reason: Words("登记错误")), by: "housing-lead", at: Qinghe.morning)
    let void = evolve(InspectionTests.inspection(), with: event)
    #expect(InspectionTests.refused(Self.command, on: void, by: "housing-lead") == [.inspectionAnnulled])
    for (reason, code) in [
      (" ", ProblemCode.inspectionBlank), (String(repeating: "字", count: 501), .inspectionLong),
    ] {
      #expect(
        InspectionTests.refused(.annul(reason: Words(reason)), on: InspectionTests.inspection(), by: "housing-lead")
          == [code])
    }
  }

  /// Of a unit that has ended: by whoever works for the unit that took over; where none did, by the office.
  @Test func afterTheUnitEndedByItsHeirOrTheOffice() throws {
    var directory = Qinghe.directory
    let inspection = InspectionTests.inspection()
    let heir = try #require(
      directory.officersInOrder.first { $0.isUnitOfficer && !$0.hasLeft && $0.unit != inspection.unit })
    #expect(!mayAnnul(inspection, .officer(heir), in: directory))
    let unit = try #require(directory.units[inspection.unit])
    func may(_ successor: UnitID?) -> [Officer] {
      directory.apply(
        .unitSet(unit.with(ended: UnitEnd(day: Qinghe.today, successor: successor, reason: Words("撤并")))))
      return directory.officersInOrder.filter { mayAnnul(inspection, .officer($0), in: directory) }
    }
    let ofHeir = may(heir.unit)
    #expect(ofHeir.contains(heir) && ofHeir.allSatisfy { $0.unit == heir.unit })
    #expect(may(nil).map(\.roles) == [[.coordinator]])
    #expect(!mayAnnul(inspection, .rule("rule.test"), in: directory))
  }

  /// Who was there may have left since; a mistake is none the less one.
  @Test func evenAfterTheInspectorLeft() {
    let old = InspectionTests.inspection(inspectors: ["gone"])
    #expect(InspectionTests.refused(Self.command, on: old, by: "housing-lead") == [])
  }
}
