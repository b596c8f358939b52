package import Ground

/// Under which login do I work, where am I logged in, and for whom may I stand in?
package struct MyAccount: Sendable {
  package let login: Words
  /// The newest first.
  package let sessions: [SessionLine]
  package let standIns: [StandInLine]
  /// For whom I stand in just now.
  package let standingFor: OfficerName?

  package init(login: Words, sessions: [SessionLine], standIns: [StandInLine], standingFor: OfficerName?) {
    (self.login, self.sessions, self.standIns, self.standingFor) = (login, sessions, standIns, standingFor)
  }
}

/// Since when is somebody logged in there, and is it this session?
package struct SessionLine: Sendable {
  /// The beginning of the stored token; enough to end the session, not to use it.
  package let name: String
  package let since: Instant
  /// What kind of browser, as it said itself; empty where it did not.
  package let device: String
  package let isThis: Bool

  package init(name: String, since: Instant, device: String, isThis: Bool) {
    (self.name, self.since, self.device, self.isThis) = (name, since, device, isThis)
  }

  static func name(_ token: String) -> String { String(token.prefix(16)) }
}

/// Who acts for whom, from which day to which, and why?
package struct StandInLine: Sendable {
  package let id: StandInID
  package let away: OfficerName
  package let substitute: OfficerName
  package let first: CivilDate
  package let last: CivilDate
  package let reason: Words
  package let endedOn: CivilDate?
  /// Whether it holds today.
  package let holds: Bool

  package init(
    id: StandInID, away: OfficerName, substitute: OfficerName, first: CivilDate, last: CivilDate, reason: Words,
    endedOn: CivilDate?, holds: Bool
  ) {
    (self.id, self.away, self.substitute, self.first, self.last) = (id, away, substitute, first, last)
    (self.reason, self.endedOn, self.holds) = (reason, endedOn, holds)
  }
}
