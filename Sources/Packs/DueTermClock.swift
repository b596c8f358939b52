package import Ground

extension DueClock {
  /// A due date by a dated rule. Only an article that somebody read in the statute is written beside it (DESIGN §3.10).
  package func due(
    _ term: DueTerm, from start: CivilDate, at moment: Instant? = nil, pauses: [DayRun] = [], in packs: PackLibrary
  ) throws(Refusal) -> DueDate {
    try due(
      term.rule, from: start, at: moment, pauses: pauses, roll: term.roll, source: term.code,
      article: term.reference.flatMap { packs.references[$0]?.checked == .statute ? $0 : nil })
  }

  /// The same after something of today, which was now, or of a day of which no more is known: its hours run from its end.
  package func due(
    _ term: DueTerm, from start: CivilDate, now: Instant, in packs: PackLibrary
  ) throws(Refusal) -> DueDate {
    try due(term, from: start, at: start == now.civilDate ? now : Instant(start.adding(days: 1)), in: packs)
  }
}
