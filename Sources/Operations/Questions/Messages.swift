package import Ground

/// What have I been told, and how was it sent?
package struct MessagePage: Sendable {
  /// Newest first.
  package let lines: [MessageLine]
  /// Where the next page begins.
  package let next: String?

  package init(lines: [MessageLine], next: String?) { (self.lines, self.next) = (lines, next) }
}

/// What happened, to which matter, when, and did it go out?
package struct MessageLine: Sendable {
  /// The entry's place in the ledger.
  package let position: Int64
  /// The raw value of the change's kind.
  package let kind: String
  /// A closed code that says more; empty where there is none.
  package let detail: String
  /// The step of the ladder, where that is what it tells of.
  package let step: Bilingual?
  package let matter: MatterName?
  package let at: Instant
  package let state: State
  package let sending: Sending
  /// When it is to be sent, or tried again; once it is settled, when that was.
  package let due: Instant
  /// Whether the officer has not opened it before.
  package let isNew: Bool

  package init(
    position: Int64, kind: String, detail: String, step: Bilingual? = nil, matter: MatterName?, at: Instant,
    state: State, sending: Sending, due: Instant, isNew: Bool
  ) {
    (self.position, self.kind, self.detail, self.step) = (position, kind, detail, step)
    (self.matter, self.at) = (matter, at)
    (self.state, self.sending, self.due, self.isNew) = (state, sending, due, isNew)
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
