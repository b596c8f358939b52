package import Ground

/// How an officer wants to be told: by what, when, and at which hours not. Contact data; never in the ledger.
package struct Reach: Hashable, Sendable {
  package enum Channel: String, CaseIterable, Codable, Sendable {
    /// A mail to the officer's own address.
    case mail
    /// The robot in the work chat of the officer's unit.
    case robot
    /// The page of messages alone.
    case none
  }

  package enum Rhythm: String, CaseIterable, Codable, Sendable {
    /// Once a workday, when the offices open.
    case digest
    case atOnce = "at_once"
  }

  package let channel: Channel
  /// Empty where there is none.
  package let address: String
  package let rhythm: Rhythm
  package let quiet: QuietHours

  package init(channel: Channel, address: String, rhythm: Rhythm, quiet: QuietHours) {
    (self.channel, self.address, self.rhythm, self.quiet) = (channel, address, rhythm, quiet)
  }

  /// Of whoever has chosen nothing.
  package static let usual = Reach(channel: .robot, address: "", rhythm: .digest, quiet: .usual)
}

/// From one minute of the day to another, over midnight where the end is the earlier one, nobody is told anything. Both the
/// same: at no time.
package struct QuietHours: Hashable, Sendable {
  /// Minutes after midnight in Beijing; `from` is quiet, `to` no longer.
  package let from: Int
  package let to: Int

  package init(from: Int, to: Int) {
    precondition((0..<1440).contains(from) && (0..<1440).contains(to), "a minute of the day")
    (self.from, self.to) = (from, to)
  }

  /// 20:00–08:00.
  package static let usual = QuietHours(from: 1200, to: 480)

  package func contains(_ minute: Int) -> Bool {
    from <= to ? (from..<to).contains(minute) : minute >= from || minute < to
  }

  /// The moment itself, or the end of the quiet hours that it lies in.
  package func end(after moment: Instant) -> Instant {
    let minute = moment.minuteOfDay
    guard contains(minute) else { return moment }
    let day = moment.civilDate
    return Instant(minute < to ? day : day.adding(days: 1), minutes: to)
  }
}
