package import Directory

/// How am I told, and which ways are there?
package struct ReachSheet: Sendable {
  package let reach: Reach
  /// Whether the district has a mail server.
  package let hasMail: Bool
  package let unit: UnitName
  /// Whether the officer's unit has a robot in its work chat.
  package let hasRobot: Bool

  package init(reach: Reach, hasMail: Bool, unit: UnitName, hasRobot: Bool) {
    (self.reach, self.hasMail, self.unit, self.hasRobot) = (reach, hasMail, unit, hasRobot)
  }
}
