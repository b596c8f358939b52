/// A moment, in milliseconds since 1970-01-01T00:00:00Z.
package struct Instant: Hashable, Comparable, Sendable {
  package let milliseconds: Int64

  package init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// Civil dates are Beijing time: a fixed eight hours ahead of UTC, no daylight saving since 1991.
  private static let beijingOffset: Int64 = 8 * 3_600_000
  private static let dayLength: Int64 = 86_400_000

  /// The day in Beijing at this moment.
  package var civilDate: CivilDate {
    let local = milliseconds + Instant.beijingOffset
    return CivilDate(
      dayNumber: Int(
        (local - ((local % Instant.dayLength) + Instant.dayLength) % Instant.dayLength) / Instant.dayLength))
  }

  /// Minutes since midnight in Beijing, 0–1439.
  package var minuteOfDay: Int {
    let local = milliseconds + Instant.beijingOffset
    return Int((((local % Instant.dayLength) + Instant.dayLength) % Instant.dayLength) / 60_000)
  }

  /// Midnight in Beijing at the start of `date`, plus `minutes`.
  package init(_ date: CivilDate, minutes: Int = 0) {
    milliseconds = Int64(date.dayNumber) * Instant.dayLength - Instant.beijingOffset + Int64(minutes) * 60_000
  }

  package func adding(milliseconds delta: Int64) -> Instant { Instant(milliseconds: milliseconds + delta) }

  package static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }
}

extension Instant: Codable {
  package init(from decoder: any Decoder) throws {
    milliseconds = try decoder.singleValueContainer().decode(Int64.self)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(milliseconds)
  }
}
