import Ground
import Inspections
import Matters
import Operations
import Packs
import Subjects
import TestOffice
import Testing

/// A small building site in Shiqiao, and what its inspections hold.
enum Site {
  static func form(
    name: String = "青石村安置房工地", address: String? = "青石村三组", position: SubjectForm.TypedPosition? = nil,
    responsible: String? = nil, kind: String = "small", permit: String = ""
  ) -> SubjectForm {
    SubjectForm(
      name: Words(name), address: address.map { Words($0) }, position: position,
      supervising: UnitID(trusted: "zhujian"), territorial: UnitID(trusted: "shiqiao"),
      responsible: responsible.map { UnitID(trusted: $0) },
      attributes: ["kind": kind, "stage": "structure", "permit": permit])
  }

  private static let items = [
    "earlier", "posts", "certificates", "plan", "pit", "formwork", "scaffold", "lifting", "edges", "height", "objects",
    "power", "hot_work", "confined", "demolition", "lodging", "weather", "training",
  ]
  private static let restartItems = [
    "procedures", "supervised", "posts", "own_check", "training", "cranes", "formwork", "pit", "scaffold", "power",
    "hot_work", "confined", "dust", "lodging", "plan",
  ]

  static func found(
    _ item: String?, _ text: String, grade: HazardGrade = .ordinary, fixed: String? = nil,
    noPicture: NoPicture? = .conditions
  ) -> RecordInspection.FoundThing {
    RecordInspection.FoundThing(
      item: item, text: Words(text), grade: grade, fixed: fixed.map { Words($0) }, noPicture: noPicture)
  }

  /// Everything passes but what was found.
  static func inspection(
    of site: SubjectID, checklist: String = "construction.site@2", others: [String] = [],
    day: CivilDate = CivilDate(dayNumber: 20_514), findings: [RecordInspection.FoundThing] = [],
    signature: Inspection.Signature = .signed, note: String? = nil, reason: VisitReason? = nil, partners: [String] = [],
    joins: InspectionID? = nil, pictures: [TakenPicture] = []
  ) -> RecordInspection {
    let failing = Set(findings.compactMap(\.item))
    let items = checklist.hasPrefix("construction.restart") ? restartItems : items
    return RecordInspection(
      subject: site, checklist: checklist, unit: nil, others: others.map { OfficerID(trusted: $0) }, day: day,
      answers: items.map { Inspection.Answer(item: $0, result: failing.contains($0) ? .fail : .pass) },
      findings: findings, signature: signature, note: note.map { Words($0) }, recordedFor: nil, reason: reason,
      partners: partners.map { UnitID(trusted: $0) }, joins: joins, pictures: pictures)
  }

  /// By the checklist that opens the gate.
  static func restart(_ site: SubjectID, failing: [String] = []) -> RecordInspection {
    inspection(of: site, checklist: "construction.restart@2", findings: failing.map { found($0, "未落实") })
  }
}

extension TestOffice {
  @discardableResult
  func register(_ form: SubjectForm, by officer: String = "zhujian.ban") async throws -> SubjectID {
    try await act(RegisterSubject(type: "construction_site", form: form, risk: nil, riskReason: nil), by: officer)
  }

  @discardableResult
  func inspect(_ inspection: RecordInspection, by officer: String) async throws -> InspectionID {
    try await act(inspection, by: officer)
  }

  func sheet(_ subject: SubjectID, _ officer: String) async throws -> SubjectSheet? {
    try await office.subjectSheet(subject, for: try await self.officer(officer))
  }

  /// By the duty's code, the numbers of the subjects that are owed.
  func owed(_ officer: String) async throws -> [String: [Int]] {
    let list = try await office.workList(for: try await self.officer(officer))
    return Dictionary(list.groups.map { ($0.duty.code, $0.rows.map(\.serial)) }, uniquingKeysWith: +)
  }

  /// The first choice of everything that must be told, but for some.
  func attributes(of type: String, with some: [String: String]) throws -> [String: String] {
    var attributes = some
    for attribute in try #require(office.shippedPacks.work.subjectTypes[type]).attributes
    where attribute.isRequired && attributes[attribute.code] == nil {
      switch attribute.kind {
      case .choice(let choices): attributes[attribute.code] = choices[0].code
      case .number(let range, _): attributes[attribute.code] = "\(range.lowerBound)"
      case .flag: attributes[attribute.code] = "是"
      case .creditCode: attributes[attribute.code] = "91999901MA0QH0011A"
      case .plate: attributes[attribute.code] = "辽K00001"
      default: attributes[attribute.code] = "2026-12-31"
      }
    }
    return attributes
  }

  /// An inspection with a shipped checklist at which nothing was found.
  func passing(_ code: String, of subject: SubjectID) throws -> RecordInspection {
    let checklist = try #require(office.shippedPacks.work.checklists[code])
    return RecordInspection(
      subject: subject, checklist: checklist.edition, unit: nil, others: [], day: office.today,
      answers: checklist.items.map { Inspection.Answer(item: $0.code, result: $0.soundAnswer(on: office.today)) },
      findings: [],
      signature: .absent, note: nil, recordedFor: nil)
  }

  /// Signed for, evidenced, submitted by the unit, and struck off by somebody else.
  func rectify(_ matter: MatterID, unit: String, by verifier: String) async throws {
    let handler = "\(unit).ban"
    try await act(
      Acknowledge(matter: matter, seen: nil, handler: OfficerID(trusted: handler), onBehalf: nil), by: "\(unit).zhang")
    if try await self.matter(matter)?.procedure == "hazard_major" {
      try await commit(matter, by: handler)
      try await keepInCheck(matter, by: unit)
    }
    for _ in 0..<2 { try await act(photo(for: matter), by: handler) }
    try await act(Submit(matter: matter, seen: nil, note: Words("防护已装"), onBehalf: nil), by: handler)
    try await act(
      CloseOut(matter: matter, seen: nil, conclusion: Words("现场核查属实"), onSite: true), by: verifier)
  }
}

extension TestOffice {
  /// One interim measure, kept by the unit that leads.
  func keepInCheck(_ matter: MatterID, by unit: String) async throws {
    let measure = InterimMeasure(number: 1, text: Words("坡顶卸载"), keeper: UnitID(trusted: unit), everyDays: 30)
    try await act(
      SetProject(
        matter: matter, seen: nil, plan: ProjectPlan(milestones: [], measures: [measure]), reason: nil, onBehalf: nil),
      by: "\(unit).ban")
  }

  func commit(_ matter: MatterID, by officer: String, reason: String? = nil, measures: String = "停工卸载") async throws {
    let commitments = Commitments(
      responsibility: Words("项目总监岗"), measures: Words(measures), funds: Words("施工单位12万元"), until: office.today,
      contingency: Words("设警戒，专岗值守"))
    try await act(
      RecordCommitments(
        matter: matter, seen: nil, commitments: commitments, reason: reason.map { Words($0) }, onBehalf: nil),
      by: officer)
  }
}

extension Checklist.Item {
  /// An answer that leaves nothing to be put right.
  func soundAnswer(on day: CivilDate) -> Inspection.Result {
    switch answer {
    case .pass: .pass
    case .number(let range, _): .number(range.lowerBound)
    case .validUntil: .validUntil(day.adding(days: 90))
    }
  }
}
