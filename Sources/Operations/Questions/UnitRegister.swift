package import Directory
package import Ground

/// Which units and posts does the district have, and which fields is each leader in charge of?
package struct UnitRegister: Sendable {
  /// In the official order.
  package let rows: [UnitRow]

  package init(rows: [UnitRow]) { self.rows = rows }
}

/// Which unit is it, and who serves in it?
package struct UnitRow: Sendable {
  package let unit: UnitName
  package let kind: UnitKind
  /// How many units it lies beneath.
  package let depth: Int
  package let hasEnded: Bool
  /// The unit that answers for it since it was merged.
  package let successor: UnitName?
  /// In the official order, those who left excluded.
  package let officers: [PostLine]

  package init(
    unit: UnitName, kind: UnitKind, depth: Int = 0, hasEnded: Bool = false, successor: UnitName? = nil,
    officers: [PostLine]
  ) {
    (self.unit, self.kind, self.depth, self.officers) = (unit, kind, depth, officers)
    (self.hasEnded, self.successor) = (hasEnded, successor)
  }
}

/// Which post does an officer hold, with which roles and fields?
package struct PostLine: Sendable {
  package let officer: OfficerName
  package let roles: [Role]
  /// The fields in the officer's charge (分管).
  package let fields: [Field]

  package init(officer: OfficerName, roles: [Role], fields: [Field]) {
    (self.officer, self.roles, self.fields) = (officer, roles, fields)
  }
}
