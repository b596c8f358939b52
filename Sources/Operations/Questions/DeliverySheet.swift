package import Ground

/// Through whom does the district send, what waits, and what failed? Never a secret, a message's text or an officer.
package struct DeliverySheet: Sendable {
  package let site: Setting<String>?
  package let mail: Setting<MailSettings>?
  /// In the official order of their units.
  package let robots: [RobotLine]
  /// Units that can have a robot.
  package let units: [UnitName]
  package let waiting: Int
  /// What waits after failed attempts.
  package let held: [HeldLine]
  /// What was given up, the latest first.
  package let failures: [FailureLine]

  /// Failures past the first thousand are not looked at.
  package static let failureLimit = 1000

  package init(
    site: Setting<String>?, mail: Setting<MailSettings>?, robots: [RobotLine], units: [UnitName], waiting: Int,
    held: [HeldLine], failures: [FailureLine]
  ) {
    (self.site, self.mail, self.robots, self.units) = (site, mail, robots, units)
    (self.waiting, self.held, self.failures) = (waiting, held, failures)
  }

  /// A setting, who set it last and when.
  package struct Setting<Value: Sendable>: Sendable {
    package let value: Value
    /// The sealed secret does not open any more.
    package let isSecretLost: Bool
    package let by: OfficerName
    package let at: Instant

    package init(value: Value, isSecretLost: Bool = false, by: OfficerName, at: Instant) {
      (self.value, self.isSecretLost, self.by, self.at) = (value, isSecretLost, by, at)
    }
  }

  package struct RobotLine: Sendable {
    package let unit: UnitName
    package let setting: Setting<RobotSettings>

    package init(unit: UnitName, setting: Setting<RobotSettings>) { (self.unit, self.setting) = (unit, setting) }
  }

  package struct HeldLine: Sendable {
    package let sending: Sending
    package let count: Int
    /// When the first of them is tried again.
    package let next: Instant

    package init(sending: Sending, count: Int, next: Instant) {
      (self.sending, self.count, self.next) = (sending, count, next)
    }
  }

  /// What was given up for one unit by one way for one reason.
  package struct FailureLine: Sendable {
    package let unit: UnitName
    package let sending: Sending
    package let count: Int
    package let last: Instant

    package init(unit: UnitName, sending: Sending, count: Int, last: Instant) {
      (self.unit, self.sending, self.count, self.last) = (unit, sending, count, last)
    }

    /// What a request to send these again says.
    package var code: String { "\(sending.way) \(sending.reason ?? "")" }
  }
}
