import Directory
package import Ground
import Packs
import Storage
package import Subjects

/// Something is taken into the register of what is looked after (登记监管对象).
package struct RegisterSubject: Act {
  package let type: String
  package let form: SubjectForm
  package let risk: RiskGrade?
  package let riskReason: Words?

  package init(type: String, form: SubjectForm, risk: RiskGrade?, riskReason: Words?) {
    (self.type, self.form, self.risk, self.riskReason) = (type, form, risk, riskReason)
  }

  package func perform(in room: ActRoom) throws -> SubjectID {
    guard let kind = room.packs.work.subjectTypes[type] else {
      throw Refusal(.subjectType, at: "type", ["type": String(type.prefix(64))])
    }
    // A reason without a grade would be lost.
    if risk == nil, riskReason?.isBlank == false { throw Refusal(.subjectBlank, at: "risk") }
    try room.inspect(form.typed + [riskReason])
    try PersonsRule.check(form.name, packs: room.packs)
    let id = SubjectID(trusted: room.open.identifier())
    let new = NewSubject(
      id: id, serial: try SubjectStore(room.open.session, room.open.district).nextSerial(), type: type,
      details: try form.details(of: kind),
      risk: risk.map { RiskGrading(grade: $0, reason: riskReason ?? Words(""), on: room.today) }, imported: nil)
    let events = try decide(
      .register(new, isAwake: try room.isAwake(kind, in: form.territorial, on: room.today)), on: nil, by: room.actor,
      at: room.now,
      in: try room.directory(), packs: room.packs)
    try room.open.append(events, to: id)
    return id
  }
}

/// What somebody typed about a subject; read by the rules of its type.
package struct SubjectForm: Hashable, Codable, Sendable {
  package let name: Words
  package let address: Words?
  package let position: TypedPosition?
  package let supervising: UnitID
  package let territorial: UnitID
  package let responsible: UnitID?
  /// By the attribute's code; what is blank says nothing.
  package let attributes: [String: String]

  package init(
    name: Words, address: Words?, position: TypedPosition?, supervising: UnitID, territorial: UnitID,
    responsible: UnitID?, attributes: [String: String]
  ) {
    (self.name, self.address, self.position) = (name, address, position)
    (self.supervising, self.territorial, self.responsible) = (supervising, territorial, responsible)
    self.attributes = attributes
  }

  /// Coordinates as they were typed, in decimal degrees.
  package struct TypedPosition: Hashable, Codable, Sendable {
    package let latitude: String
    package let longitude: String
    package let system: CoordinateSystem

    package init(latitude: String, longitude: String, system: CoordinateSystem) {
      (self.latitude, self.longitude, self.system) = (latitude, longitude, system)
    }
  }

  /// Everything in it that a person wrote.
  var typed: [Words?] { [name, address] + attributes.sorted { $0.key < $1.key }.map { Words($0.value) } }

  /// - Throws: every attribute that cannot be read, and coordinates that lie nowhere here.
  func details(of type: SubjectType) throws(Refusal) -> SubjectDetails {
    let rules = AttributeRules(type: type)
    var (values, problems) = ([String: AttributeValue](), [Problem]())
    for (code, text) in attributes.sorted(by: { $0.key < $1.key }) {
      guard let attribute = type.attribute(code) else {
        problems.append(Problem(.subjectAttribute, at: String(code.prefix(64)), ["attribute": String(code.prefix(64))]))
        continue
      }
      do throws(Problem) { if let value = try rules.read(text, of: attribute) { values[code] = value } } catch {
        problems.append(error)
      }
    }
    var place: Position?
    if let position {
      place = position.read
      if place == nil { problems.append(Problem(.subjectPosition, at: "latitude")) }
    }
    guard problems.isEmpty else { throw Refusal(problems) }
    return SubjectDetails(
      name: name, address: address, position: place, supervising: supervising, territorial: territorial,
      responsible: responsible, attributes: values)
  }
}

extension SubjectForm.TypedPosition {
  fileprivate var read: Position? {
    guard latitude.utf8.count <= 20, longitude.utf8.count <= 20, let north = Double(latitude),
      let east = Double(longitude)
    else { return nil }
    return Position(latitude: north, longitude: east, in: system)
  }
}
