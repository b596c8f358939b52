package import Directory
package import Ground
package import Packs
package import Subjects

/// A small fictional district with what it looks after, for the rooms of standing work.
package enum Qinghe {
  package static let today = CivilDate(dayNumber: 20_514)  // 2026-03-02, a Monday
  package static let morning = Instant(today, minutes: 9 * 60)

  package static let directory: Directory = {
    let district = District(
      id: DistrictID(trusted: "qinghe"), name: Words("清河区"), code: "QH", division: "999901", approver: nil)
    var directory = Directory(district: district)
    let units: [(id: String, name: String, kind: UnitKind, parent: String?)] = [
      ("gov", "区政府", .government, nil), ("office", "区安委办", .office, nil), ("housing", "区住建局", .department, nil),
      ("fire", "区消防大队", .department, nil), ("shiqiao", "石桥镇", .town, nil), ("liuwan", "柳湾镇", .town, nil),
      ("qingshi", "青石村", .community, "shiqiao"), ("gas", "清河燃气公司", .contractor, nil),
    ]
    for (order, unit) in units.enumerated() {
      directory.apply(
        .unitSet(
          Unit(
            id: UnitID(trusted: unit.id), name: Words(unit.name), aliases: [], kind: unit.kind,
            parent: unit.parent.map { UnitID(trusted: $0) }, order: order)))
    }
    directory.apply(
      .unitSet(
        Unit(
          id: UnitID(trusted: "dahe"), name: Words("大河镇"), aliases: [], kind: .town, parent: nil, order: 9,
          ended: UnitEnd(day: today, successor: UnitID(trusted: "shiqiao"), reason: Words("撤并")))))
    let officers: [(id: String, unit: String, role: Role)] = [
      ("leader", "gov", .leader), ("coordinator", "office", .coordinator), ("administrator", "office", .administrator),
      ("auditor", "gov", .auditor), ("verifier", "housing", .verifier), ("housing-lead", "housing", .unitLead),
      ("fire-handler", "fire", .handler), ("shiqiao-lead", "shiqiao", .unitLead), ("liuwan-lead", "liuwan", .unitLead),
      ("qingshi-handler", "qingshi", .handler), ("gas-handler", "gas", .handler), ("dahe-handler", "dahe", .handler),
    ]
    for (order, officer) in officers.enumerated() {
      directory.apply(.officerSet(Qinghe.officer(officer.id, officer.unit, officer.role, order: order)))
    }
    directory.apply(.officerSet(officer("gone", "shiqiao", .unitLead, order: 99, hasLeft: true)))
    return directory
  }()

  package static func officer(
    _ id: String, _ unit: String, _ role: Role, order: Int, hasLeft: Bool = false
  ) -> Officer {
    Officer(
      id: OfficerID(trusted: id), name: Words(id), post: Words("干事"), unit: UnitID(trusted: unit), roles: [role],
      order: order, hasLeft: hasLeft)
  }

  package static func actor(_ id: String) -> Actor {
    directory.officers[OfficerID(trusted: id)].map { .officer($0) } ?? .rule(id)
  }

  /// A site with a gate and every kind of attribute, a place without a gate, and a bus that lies nowhere; a checklist with
  /// every kind of answer.
  package static let packs: PackLibrary = {
    do {
      return try PackLibrary.load(files: [(name: "test.yaml", yaml: yaml)])
    } catch {
      preconditionFailure("\(error)")
    }
  }()

  package static func details(
    name: String = "青石村安置房工地", address: String? = "青石村三组", position: Position? = nil,
    supervising: String = "housing", territorial: String = "shiqiao", responsible: String? = nil,
    attributes: [String: AttributeValue] = ["stage": .choice("pit")]
  ) -> SubjectDetails {
    SubjectDetails(
      name: Words(name), address: address.map { Words($0) }, position: position,
      supervising: UnitID(trusted: supervising), territorial: UnitID(trusted: territorial),
      responsible: responsible.map { UnitID(trusted: $0) }, attributes: attributes)
  }

  package static func new(
    _ details: SubjectDetails = details(), type: String = "site", risk: RiskGrading? = nil,
    imported: Subject.Imported? = nil
  ) -> NewSubject {
    NewSubject(
      id: SubjectID(trusted: "s1"), serial: 1, type: type, details: details, risk: risk, imported: imported)
  }

  /// What these changes, each on its day, made of a new subject.
  package static func subject(
    _ new: NewSubject = new(), on first: CivilDate = today, _ changes: [(SubjectChange, CivilDate)] = []
  ) -> Subject? {
    ([(.registered(new), first)] + changes).reduce(Subject?.none) { subject, next in
      evolve(subject, with: SubjectEvent(next.0, by: "coordinator", at: Instant(next.1, minutes: 600)))
    }
  }

  private static let yaml = """
    pack: test
    subjects:
      - code: site
        title: {zh: 工地, en: Site}
        field: construction
        place: required
        gate: site.restart
        attributes:
          - code: stage
            title: {zh: 阶段, en: Stage}
            kind: choice
            required: true
            choices:
              - {code: pit, title: {zh: 基坑, en: Pit}}
              - {code: structure, title: {zh: 主体, en: Structure}}
          - {code: permit, title: {zh: 许可证号, en: Permit}, kind: text, limit: 5}
          - {code: builder, title: {zh: 信用代码, en: Credit code}, kind: credit_code}
          - {code: depth, title: {zh: 深度, en: Depth}, kind: number, min: 1, max: 60, unit: {zh: 米, en: m}}
          - {code: formwork, title: {zh: 高支模, en: Formwork}, kind: flag}
          - {code: finish, title: {zh: 竣工, en: Finish}, kind: day}
          - {code: truck, title: {zh: 车牌, en: Plate}, kind: plate}
          - {code: division, title: {zh: 区划代码, en: Division}, kind: division_code}
      - code: shop
        title: {zh: 门店, en: Shop}
        field: fire
        place: optional
      - code: bus
        title: {zh: 校车, en: School bus}
        field: traffic
        place: none
    checklists:
      - code: site.restart
        version: 2
        title: {zh: 复工核查, en: Restart}
        subjects: [site]
        source: 测试
        checked: none
        items:
          - {code: fence, title: {zh: 围挡, en: Fence}}
          - {code: load, title: {zh: 荷载, en: Load}, answer: number, min: 2, max: 9, unit: {zh: 吨, en: t}}
          - {code: test, title: {zh: 检测有效期至, en: Test until}, answer: valid_until, grade: major}
      - code: shop.fire
        version: 1
        title: {zh: 门店检查, en: Shop}
        subjects: [shop, bus]
        source: 测试
        checked: none
        items:
          - {code: exit, title: {zh: 出口, en: Exit}}
      - code: site.old
        version: 1
        title: {zh: 旧检查表, en: Old list}
        subjects: [site]
        source: 测试
        checked: none
        valid_from: 2020-01-01
        valid_to: 2025-12-31
        items:
          - {code: fence, title: {zh: 围挡, en: Fence}}
    """
}
