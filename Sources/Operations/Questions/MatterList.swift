package import Ground
package import Matters

/// Which matters answer a filter? One page of them.
package struct MatterList: Sendable {
  package let filter: MatterFilter
  package let rows: [MatterRow]
  /// What stands above a row, by the row's place on the page.
  package let headings: [Int: ListHeading]
  /// Of a search: the text of each row, cut where the words stand.
  package let hits: [MatterID: [HitPiece]]
  package let total: ListTotal
  /// By light, with the filter's other parts; nil where there are too many to count one by one.
  package let counts: StandingCounts?
  package let search: SearchState
  package let choices: ListChoices
  package let views: [SavedView]
  /// Where the next page starts; nil on the last.
  package let next: String?

  package init(
    filter: MatterFilter, rows: [MatterRow], headings: [Int: ListHeading] = [:], hits: [MatterID: [HitPiece]] = [:],
    total: ListTotal, counts: StandingCounts?, search: SearchState = .none, choices: ListChoices,
    views: [SavedView] = [], next: String?
  ) {
    (self.filter, self.rows, self.headings, self.hits, self.total) = (filter, rows, headings, hits, total)
    (self.counts, self.search, self.choices, self.views, self.next) = (counts, search, choices, views, next)
  }
}

/// How many answer the filter?
package enum ListTotal: Hashable, Sendable {
  case exact(Int)
  /// Counting stopped here.
  case moreThan(Int)
  /// Another officer's matters are shown and not counted (DESIGN §7).
  case uncounted
}

/// What came of the words looked for?
package enum SearchState: Hashable, Sendable {
  case none
  case found
  /// A search takes two characters at least; it narrowed nothing.
  case tooShort
  /// So many matters hold the words that only the newest were looked through.
  case newestOnly(Int)
}

/// A piece of a text, and whether it is what was looked for?
package struct HitPiece: Hashable, Sendable {
  package let text: String
  package let isHit: Bool

  package init(_ text: String, isHit: Bool) { (self.text, self.isHit) = (text, isHit) }
}

/// Which group begins here?
package enum ListHeading: Hashable, Sendable {
  case unit(UnitName)
  case field(Field)
  case meeting(MeetingLabel?)
  case due(DueBucket)
}

/// When are the matters of a group due?
package enum DueBucket: String, CaseIterable, Sendable {
  case overdue, week
  case nextWeek = "next_week"
  case later, none, settled
}

/// Which meeting is meant? Its number and day.
package struct MeetingLabel: Hashable, Sendable {
  package let id: MeetingID
  package let number: Int
  package let day: CivilDate

  package init(id: MeetingID, number: Int, day: CivilDate) { (self.id, self.number, self.day) = (id, number, day) }
}

/// What can a list be narrowed to?
package struct ListChoices: Sendable {
  /// In the official order.
  package let units: [UnitName]
  package let leaders: [OfficerName]
  /// The latest ones.
  package let meetings: [MeetingLabel]

  package init(units: [UnitName], leaders: [OfficerName], meetings: [MeetingLabel]) {
    (self.units, self.leaders, self.meetings) = (units, leaders, meetings)
  }
}

/// Which filter does the viewer keep under a name?
package struct SavedView: Hashable, Sendable {
  package let id: String
  package let name: String
  package let query: String

  package init(id: String, name: String, query: String) { (self.id, self.name, self.query) = (id, name, query) }
}

/// What does one line of a list say about a matter?
package struct MatterRow: Hashable, Sendable {
  package let matter: MatterName
  package let text: Words
  package let standing: Standing
  package let phase: Phase
  package let urgency: Urgency
  package let lead: UnitName
  package let supporting: Int
  package let due: DueLine?
  package let lastAct: LastAct?
  /// For a matter that fanned out.
  package let progress: ChildProgress?

  package init(
    matter: MatterName, text: Words, standing: Standing, phase: Phase, urgency: Urgency, lead: UnitName,
    supporting: Int, due: DueLine?, lastAct: LastAct?, progress: ChildProgress? = nil
  ) {
    (self.matter, self.text, self.standing, self.phase, self.urgency) = (matter, text, standing, phase, urgency)
    (self.lead, self.supporting, self.due, self.lastAct) = (lead, supporting, due, lastAct)
    self.progress = progress
  }
}

/// What happened last, and when?
package struct LastAct: Hashable, Sendable {
  package let kind: MatterChange.Kind
  package let day: CivilDate

  package init(kind: MatterChange.Kind, day: CivilDate) { (self.kind, self.day) = (kind, day) }
}

/// How many of a matter's children are closed or cancelled?
package struct ChildProgress: Hashable, Sendable {
  package let settled: Int
  package let total: Int

  package init(settled: Int, total: Int) { (self.settled, self.total) = (settled, total) }
}
