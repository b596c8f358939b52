package import Ground

/// Which unit is meant? Its id and the name to show.
package struct UnitName: Hashable, Sendable {
  package let id: UnitID
  package let name: Words

  package init(id: UnitID, name: Words) { (self.id, self.name) = (id, name) }
}

/// Which officer is meant? Shown by post and name, for the duty held, never counted (DESIGN §7).
package struct OfficerName: Hashable, Sendable {
  package let id: OfficerID
  package let name: Words
  package let post: Words
  package let unit: UnitName

  package init(id: OfficerID, name: Words, post: Words, unit: UnitName) {
    (self.id, self.name, self.post, self.unit) = (id, name, post, unit)
  }
}

/// Which meeting is meant? Its id, title and day.
package struct MeetingName: Hashable, Sendable {
  package let id: MeetingID
  package let title: Words
  package let day: CivilDate

  package init(id: MeetingID, title: Words, day: CivilDate) { (self.id, self.title, self.day) = (id, title, day) }
}

/// Which matter is meant? Its id and register number.
package struct MatterName: Hashable, Sendable {
  package let id: MatterID
  package let number: String

  package init(id: MatterID, number: String) { (self.id, self.number) = (id, number) }
}
