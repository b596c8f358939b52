package import Ground

/// Where does a sitting stand?
package enum SittingStage: String, CaseIterable, Sendable {
  case planned, open, held
  case calledOff = "called_off"
}

/// How does a unit report to a sitting?
package enum ReportMode: String, CaseIterable, Codable, Sendable { case oral, written }

/// How far is a unit's report to a sitting?
package enum ReportState: String, CaseIterable, Sendable { case asked, submitted, read }

/// Who came for a unit: its head, somebody in the head's place, nobody with an excuse, or nobody?
package enum PresenceKind: String, CaseIterable, Codable, Sendable {
  case lead
  case standIn = "stand_in"
  case excused, absent
}

/// Who came for one unit, by post and without a name (DESIGN §7)?
package struct PresenceLine: Hashable, Codable, Sendable {
  package let unit: UnitID
  package let kind: PresenceKind
  /// The stand-in's post.
  package let post: Words?

  package init(unit: UnitID, kind: PresenceKind, post: Words?) {
    (self.unit, self.kind, self.post) = (unit, kind, post)
  }
}

/// Which sitting is meant?
package struct SittingName: Hashable, Sendable {
  package let id: SittingID
  package let title: Words
  package let day: CivilDate

  package init(id: SittingID, title: Words, day: CivilDate) { (self.id, self.title, self.day) = (id, title, day) }
}
