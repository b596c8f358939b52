package import Directory

/// What may I see and do, and why?
package struct PermissionSheet: Sendable {
  package let roles: [Role]
  package let unit: UnitName
  package let scope: ScopeLine
  package let openness: Openness
  /// Who can show a matter that I may not see, in the official order.
  package let coordinators: [OfficerName]
  package let mark: Int

  package init(
    roles: [Role], unit: UnitName, scope: ScopeLine, openness: Openness, coordinators: [OfficerName], mark: Int
  ) {
    (self.roles, self.unit, self.scope, self.openness) = (roles, unit, scope, openness)
    (self.coordinators, self.mark) = (coordinators, mark)
  }
}

/// Which matters are within sight?
package enum ScopeLine: Sendable {
  case all
  /// In the official order.
  case units([UnitName])
  case nothing
}
