package import Ground

/// What did others do to a matter since a version of it was shown?
package struct MatterNews: Sendable {
  package let matter: MatterID
  package let version: Int
  /// Oldest first.
  package let lines: [StoryLine]

  package init(matter: MatterID, version: Int, lines: [StoryLine]) {
    (self.matter, self.version, self.lines) = (matter, version, lines)
  }
}

/// What did others do at an intake since it was shown?
package struct IntakeNews: Sendable {
  /// Oldest first.
  package let lines: [Line]

  package init(lines: [Line]) { self.lines = lines }

  package struct Line: Sendable {
    /// The clause's number from 0.
    package let clause: Int
    package let by: OfficerName
    package let at: Instant
    package let state: IntakeState

    package init(clause: Int, by: OfficerName, at: Instant, state: IntakeState) {
      (self.clause, self.by, self.at, self.state) = (clause, by, at, state)
    }
  }
}
