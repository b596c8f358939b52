package import Directory
package import Ground

/// Which post does this officer hold, with which roles and fields, who stands in, and what happened?
package struct OfficerSheet: Sendable {
  package let officer: OfficerName
  package let roles: [Role]
  package let hasLeft: Bool
  package let fields: [Field]
  package let fieldsSince: CivilDate?
  /// Both ways, those that are over included, the newest first.
  package let standIns: [StandInLine]
  /// Only for administrators.
  package let account: AccountLine?
  /// Oldest first.
  package let story: [DirectoryStoryLine]
  package let mark: Int
  package let portfolioMark: Int
  package let units: [UnitName]
  /// Who could stand in: everybody else who serves, in the official order.
  package let substitutes: [OfficerName]

  package init(
    officer: OfficerName, roles: [Role], hasLeft: Bool, fields: [Field], fieldsSince: CivilDate?,
    standIns: [StandInLine], account: AccountLine?, story: [DirectoryStoryLine], mark: Int, portfolioMark: Int,
    units: [UnitName], substitutes: [OfficerName]
  ) {
    (self.officer, self.roles, self.hasLeft, self.fields) = (officer, roles, hasLeft, fields)
    (self.fieldsSince, self.standIns, self.account, self.story) = (fieldsSince, standIns, account, story)
    (self.mark, self.portfolioMark, self.units, self.substitutes) = (mark, portfolioMark, units, substitutes)
  }
}

/// Does the officer have an account, and is it locked?
package struct AccountLine: Sendable {
  /// Nil where there is no account.
  package let login: Words?
  package let mustChange: Bool
  /// Until when wrong passwords keep it locked; nil where it is open.
  package let lockedUntil: Instant?

  package init(login: Words?, mustChange: Bool, lockedUntil: Instant?) {
    (self.login, self.mustChange, self.lockedUntil) = (login, mustChange, lockedUntil)
  }
}

/// Which leader is in charge of each field?
package struct PortfolioBoard: Sendable {
  package let rows: [Row]
  /// Oldest first.
  package let story: [DirectoryStoryLine]

  package init(rows: [Row], story: [DirectoryStoryLine]) { (self.rows, self.story) = (rows, story) }

  package struct Row: Sendable {
    package let field: Field
    /// The one who is asked first, then those who share the field; empty where nobody is in charge.
    package let leaders: [OfficerName]

    package init(field: Field, leaders: [OfficerName]) { (self.field, self.leaders) = (field, leaders) }
  }
}
