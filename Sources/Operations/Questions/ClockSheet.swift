package import Directory
package import Ground
package import Packs

/// By which hours, thresholds, calendars and dated rules are terms counted here, and what was counted again?
package struct ClockSheet: Sendable {
  package let clocks: Clocks
  /// Changes with every change of the district.
  package let mark: Int
  /// The editions of the calendars in force.
  package let calendars: [String]
  /// Every version of every rule, by code, the oldest first.
  package let rules: [RuleLine]
  /// How due days are called to mind and brought higher, by procedure.
  package let ladders: [LadderSheet]
  package let recounts: [RecountLine]
  /// So many days that moved stand with each run; its own page has all.
  package static let movedShown = 10

  package init(
    clocks: Clocks, mark: Int, calendars: [String], rules: [RuleLine], ladders: [LadderSheet] = [],
    recounts: [RecountLine]
  ) {
    (self.clocks, self.mark, self.calendars) = (clocks, mark, calendars)
    (self.rules, self.ladders, self.recounts) = (rules, ladders, recounts)
  }
}

/// Who is told when of due days of this procedure?
package struct LadderSheet: Sendable {
  package let procedure: Bilingual
  package let ladder: Ladder

  package init(procedure: Bilingual, ladder: Ladder) { (self.procedure, self.ladder) = (procedure, ladder) }
}

/// How long is this term, who says so, and does that hold today?
package struct RuleLine: Sendable {
  package let term: DueTerm
  package let reference: ReferenceLine?
  package let isInForce: Bool
  /// The district set its own in place of it.
  package let isReplaced: Bool

  package init(term: DueTerm, reference: ReferenceLine?, isInForce: Bool, isReplaced: Bool) {
    (self.term, self.reference) = (term, reference)
    (self.isInForce, self.isReplaced) = (isInForce, isReplaced)
  }
}

/// Which days did a run of counting again move, one page of them?
package struct RecountSheet: Sendable {
  package let line: RecountLine
  /// In the order in which they were counted; a matter that the viewer may not see is left out.
  package let moved: [RecountLine.Moved]
  /// Reports owed to sittings, on the first page.
  package let reports: [Report]
  /// Behind how many the next page begins; nil where there is none.
  package let next: Int?

  package struct Report: Sendable {
    package let sitting: SittingName
    package let unit: UnitName
    package let before: CivilDate
    package let after: CivilDate

    package init(sitting: SittingName, unit: UnitName, before: CivilDate, after: CivilDate) {
      (self.sitting, self.unit, self.before, self.after) = (sitting, unit, before, after)
    }
  }

  package init(line: RecountLine, moved: [RecountLine.Moved], reports: [Report], next: Int?) {
    (self.line, self.moved, self.reports, self.next) = (line, moved, reports, next)
  }
}

/// Which due dates were counted again by this edition of a calendar?
package struct RecountLine: Sendable {
  package let edition: String
  package let chunks: Int
  package let isDone: Bool
  package let count: Int
  /// Those whose day moved, the first few.
  package let moved: [Moved]
  package let movedCount: Int
  /// How many reports owed to sittings moved.
  package let reports: Int

  package init(
    edition: String, chunks: Int, isDone: Bool, count: Int, moved: [Moved], movedCount: Int, reports: Int = 0
  ) {
    (self.edition, self.chunks, self.isDone, self.count) = (edition, chunks, isDone, count)
    (self.moved, self.movedCount, self.reports) = (moved, movedCount, reports)
  }

  package struct Moved: Sendable {
    package let matter: MatterName
    package let before: CivilDate
    package let after: CivilDate

    package init(matter: MatterName, before: CivilDate, after: CivilDate) {
      (self.matter, self.before, self.after) = (matter, before, after)
    }
  }
}
