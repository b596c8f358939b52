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

/// Which due dates were counted again by this edition of a calendar?
package struct RecountLine: Sendable {
  package let edition: String
  package let chunks: Int
  package let isDone: Bool
  package let count: Int
  /// Those whose day moved, the first few.
  package let moved: [Moved]
  package let movedCount: Int

  package init(edition: String, chunks: Int, isDone: Bool, count: Int, moved: [Moved], movedCount: Int) {
    (self.edition, self.chunks, self.isDone, self.count) = (edition, chunks, isDone, count)
    (self.moved, self.movedCount) = (moved, movedCount)
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
