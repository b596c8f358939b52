package import Ground
package import Packs
package import Subjects

/// What is looked after in the district, as far as the person looking may see it?
package struct SubjectRegister: Sendable {
  package let rows: [SubjectRow]
  /// Where the next page begins; nil on the last one.
  package let next: String?
  /// How many the filter picks.
  package let count: Int
  package let types: [SubjectType]
  package let units: [UnitName]
  /// Whether the person looking may register a subject.
  package let mayRegister: Bool
  /// Whether the words were too short to be looked for, so that they narrow nothing.
  package let isTooShort: Bool

  package init(
    rows: [SubjectRow], next: String?, count: Int, types: [SubjectType], units: [UnitName], mayRegister: Bool,
    isTooShort: Bool = false
  ) {
    (self.rows, self.next, self.count, self.types) = (rows, next, count, types)
    (self.units, self.mayRegister, self.isTooShort) = (units, mayRegister, isTooShort)
  }
}

/// What is the subject, where, and whose?
package struct SubjectRow: Hashable, Sendable {
  package let id: SubjectID
  package let serial: Int
  package let type: Bilingual
  package let name: Words
  package let address: Words?
  package let risk: RiskGrade?
  package let status: Subject.Status.Code
  package let supervising: UnitName
  package let territorial: UnitName

  package init(
    id: SubjectID, serial: Int, type: Bilingual, name: Words, address: Words?, risk: RiskGrade?,
    status: Subject.Status.Code, supervising: UnitName, territorial: UnitName
  ) {
    (self.id, self.serial, self.type, self.name, self.address) = (id, serial, type, name, address)
    (self.risk, self.status, self.supervising, self.territorial) = (risk, status, supervising, territorial)
  }
}

/// Which subjects? Every part that is nil asks nothing. Written into the page's address and read back from it.
package struct SubjectFilter: Hashable, Sendable {
  package var type: String?
  package var unit: UnitID?
  package var status: Subject.Status.Code?
  package var risk: RiskGrade?
  /// Words of the name, `q` in the address; two characters at least.
  package var words: String?

  package init(
    type: String? = nil, unit: UnitID? = nil, status: Subject.Status.Code? = nil, risk: RiskGrade? = nil,
    words: String? = nil
  ) {
    (self.type, self.unit, self.status, self.risk, self.words) = (type, unit, status, risk, words)
  }

  /// Reads an address's query; what it does not know asks nothing.
  package init(query: String) {
    self.init()
    for (name, value) in QueryText.parse(query) where !value.isEmpty {
      switch name {
      case "type": type = value.utf8.count <= 64 ? value : nil
      case "unit": unit = UnitID(value)
      case "status": status = Subject.Status.Code(rawValue: value)
      case "risk": risk = RiskGrade(rawValue: value)
      case "q": words = String(value.prefix(100))
      default: break
      }
    }
  }

  /// The address's query, empty where nothing is asked.
  package var query: String {
    let parts = [
      ("type", type), ("unit", unit?.text), ("status", status?.rawValue), ("risk", risk?.rawValue),
      ("q", words),
    ]
    return QueryText.write(parts.compactMap { name, value in value.map { (name, $0) } })
  }
}

/// Which unit can have which role for a subject?
package struct SubjectUnitChoice: Hashable, Sendable {
  package let unit: UnitName
  package let roles: Set<DutyRule.UnitRole>

  package init(
    unit: UnitName, roles: Set<DutyRule.UnitRole>
  ) {
    (self.unit, self.roles) = (unit, roles)
  }
}
