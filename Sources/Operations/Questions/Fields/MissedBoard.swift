package import Duties
package import Ground

/// What of a unit's standing duties ended in a month: planned, done, missed with a reason and without?
package struct MissedBoard: Sendable {
  package let unit: UnitName
  /// Those whose board the person looking may open.
  package let units: [UnitName]
  package let month: DayRange
  /// How far back and ahead months may be opened.
  package let reach: DayRange
  /// In the order of the duties' codes; duties without a window here are left out.
  package let lines: [MissedLine]
  /// The duty that was opened.
  package let opened: MissedList?

  package init(
    unit: UnitName, units: [UnitName], month: DayRange, reach: DayRange, lines: [MissedLine], opened: MissedList?
  ) {
    (self.unit, self.units, self.month, self.reach) = (unit, units, month, reach)
    (self.lines, self.opened) = (lines, opened)
  }

  /// Any day of the month before, and of the month after; nil beyond the reach.
  package var before: CivilDate? { inReach(month.first.adding(days: -1)) }
  package var after: CivilDate? { inReach(month.last.adding(days: 1)) }

  private func inReach(_ day: CivilDate) -> CivilDate? { reach.contains(day) ? day : nil }
}

/// One duty's figures: owed is what is over, and done, missed with a reason and missed without make it up.
package struct MissedLine: Hashable, Sendable {
  package let duty: String
  package let title: Bilingual
  package let owed: Int
  package let done: Int
  package let reasons: [ReasonCount]
  /// Of windows that are not over: what is left, which is not missed.
  package let open: Int

  package init(duty: String, title: Bilingual, owed: Int, done: Int, reasons: [ReasonCount], open: Int) {
    (self.duty, self.title, self.owed, self.done) = (duty, title, owed, done)
    (self.reasons, self.open) = (reasons, open)
  }

  package var missed: Int { owed - done }
  package var explained: Int { reasons.total }
  package var unexplained: Int { missed - explained }
}

/// Which missed windows of a duty are shown?
package enum MissedShow: String, CaseIterable, Sendable { case unexplained, explained }

/// A duty's missed windows, one by one.
package struct MissedList: Sendable {
  package let duty: String
  package let title: Bilingual
  package let show: MissedShow?
  package let count: Int
  package let windows: [SubjectWindow]
  /// Behind how many the next page begins; nil on the last one.
  package let next: Int?
  /// How many have no reason yet, whatever is shown.
  package let unexplained: Int
  package let mayExplain: Telling?
  /// Whether people live at some of the places, so that the neutral reasons alone may be given there.
  package let hasHomes: Bool

  /// Whose reason the person looking may give: the own unit's, or another's, by saying how it told.
  package enum Telling: Sendable { case own, forUnit }

  package init(
    duty: String, title: Bilingual, show: MissedShow?, count: Int, windows: [SubjectWindow], next: Int?,
    unexplained: Int, mayExplain: Telling?, hasHomes: Bool
  ) {
    (self.duty, self.title, self.show, self.count) = (duty, title, show, count)
    (self.windows, self.next, self.unexplained) = (windows, next, unexplained)
    (self.mayExplain, self.hasHomes) = (mayExplain, hasHomes)
  }
}
