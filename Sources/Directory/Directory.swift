package import Ground

/// Who is who in one district, as the ledger's events left it.
package struct Directory: Hashable, Sendable {
  package private(set) var district: District
  package private(set) var units: [UnitID: Unit] = [:]
  package private(set) var officers: [OfficerID: Officer] = [:]
  package private(set) var portfolios: [OfficerID: Portfolio] = [:]

  package init(district: District) { self.district = district }

  /// Units in the official order (位次).
  package var unitsInOrder: [Unit] { units.values.sorted { ($0.order, $0.id) < ($1.order, $1.id) } }

  /// Officers in the official order (位次), those who left included.
  package var officersInOrder: [Officer] { officers.values.sorted { ($0.order, $0.id) < ($1.order, $1.id) } }

  package func units(of kind: UnitKind) -> [Unit] { unitsInOrder.filter { $0.kind == kind } }

  /// The leader in whose portfolio the field is; the first by official order where two share it.
  package func leader(of field: Field) -> Officer? {
    officersInOrder.first { !$0.hasLeft && portfolios[$0.id]?.fields.contains(field) == true }
  }

  package func leads(of unit: UnitID) -> [Officer] { active(in: unit, with: .unitLead) }

  /// Those who still serve, hold `role`, and belong to `unit` (any unit when nil), in the official order.
  package func active(in unit: UnitID? = nil, with role: Role) -> [Officer] {
    officers.values.filter { !$0.hasLeft && $0.roles.contains(role) && (unit == nil || $0.unit == unit) }
      .sorted { ($0.order, $0.id) < ($1.order, $1.id) }
  }

  package mutating func apply(_ event: DirectoryEvent) {
    switch event {
    case .districtSet(let district): self.district = district
    case .unitSet(let unit): units[unit.id] = unit
    case .officerSet(let officer): officers[officer.id] = officer
    case .portfolioSet(let portfolio): portfolios[portfolio.leader] = portfolio
    case .accountSet: break
    }
  }
}

/// A district and what it decided for itself.
package struct District: Hashable, Codable, Sendable {
  package let id: DistrictID
  package let name: Words
  /// Starts every register number, e.g. `QH` in `QH-2026-0012`.
  package let code: String
  /// Division code (GB/T 2260), six digits.
  package let division: String
  /// The officer whose approval a batch needs before it issues (领导签批), where the district requires it.
  package let approver: OfficerID?

  package init(id: DistrictID, name: Words, code: String, division: String, approver: OfficerID?) {
    (self.id, self.name, self.code, self.division, self.approver) = (id, name, code, division, approver)
  }
}

/// What can happen to the directory; each is one ledger entry.
package enum DirectoryEvent: Hashable, Codable, Sendable {
  case districtSet(District)
  case unitSet(Unit)
  case officerSet(Officer)
  case portfolioSet(Portfolio)
  case accountSet(Account)
}

/// How an officer logs in. The password hash (PHC string, Argon2id) is sealed like any typed text.
package struct Account: Hashable, Codable, Sendable {
  package let officer: OfficerID
  package let login: Words
  package let passwordHash: Words

  package init(officer: OfficerID, login: Words, passwordHash: Words) {
    (self.officer, self.login, self.passwordHash) = (officer, login, passwordHash)
  }
}
