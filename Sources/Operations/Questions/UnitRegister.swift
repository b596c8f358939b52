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
  /// In the official order, those who left excluded.
  package let officers: [PostLine]

  package init(unit: UnitName, kind: UnitKind, officers: [PostLine]) {
    (self.unit, self.kind, self.officers) = (unit, kind, officers)
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
