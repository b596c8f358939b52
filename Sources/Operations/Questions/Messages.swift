package import Ground

/// What have I been told, and how was it sent?
package struct MessagePage: Sendable {
  /// Newest first.
  package let lines: [MessageLine]
  /// To which they are narrowed.
  package let show: MessageShow?
  /// Where the next page begins.
  package let next: String?

  package init(lines: [MessageLine], show: MessageShow? = nil, next: String?) {
    (self.lines, self.show, self.next) = (lines, show, next)
  }
}

/// What happened, to which matter, sitting or key period, when, and did it go out?
package struct MessageLine: Sendable {
  /// The entry's place in the ledger.
  package let position: Int64
  /// The raw value of the change's kind, or of what is told of a sitting.
  package let kind: String
  /// A closed code that says more; empty where there is none.
  package let detail: String
  /// The step of the ladder, where that is what it tells of.
  package let step: Bilingual?
  package let matter: MatterName?
  /// The sitting that it tells of, and what more is told.
  package let sitting: SittingLine?
  /// The key period or alert that it tells of.
  package let period: PeriodName?
  package let at: Instant
  package let state: State
  package let sending: Sending
  /// When it is to be sent, or tried again; once it is settled, when that was.
  package let due: Instant
  /// Whether the officer has not opened it before.
  package let isNew: Bool

  package init(
    position: Int64, kind: String, detail: String, step: Bilingual? = nil, matter: MatterName?,
    sitting: SittingLine? = nil, period: PeriodName? = nil, at: Instant, state: State, sending: Sending, due: Instant,
    isNew: Bool
  ) {
    (self.position, self.kind, self.detail, self.step) = (position, kind, detail, step)
    (self.matter, self.sitting, self.period, self.at) = (matter, sitting, period, at)
    (self.state, self.sending, self.due, self.isNew) = (state, sending, due, isNew)
  }

  /// Which sitting, the due day of the report that is owed to it, and the unit whose report came in.
  package struct SittingLine: Hashable, Sendable {
    package let sitting: SittingName
    package let due: CivilDate?
    package let unit: UnitName?

    package init(sitting: SittingName, due: CivilDate?, unit: UnitName?) {
      (self.sitting, self.due, self.unit) = (sitting, due, unit)
    }
  }

  package enum State: String, CaseIterable, Sendable {
    case waiting
    /// An attempt failed, another one follows.
    case held
    case sent
    /// It stands on the page alone.
    case kept
    /// Given up.
    case failed
  }
}
