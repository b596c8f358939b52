/// The hours of a workday in which a district's offices are open (工作时间), as minutes after midnight in Beijing.
package struct WorkHours: Hashable, Sendable {
  package let spans: [Span]

  package struct Span: Hashable, Sendable {
    /// Minutes after midnight; `first` is open, `last` is closed again.
    package let first: Int
    package let last: Int

    package init(first: Int, last: Int) { (self.first, self.last) = (first, last) }

    package var minutes: Int { last - first }
  }

  /// 08:30–12:00 and 13:00–17:30: eight hours.
  package static let usual = WorkHours(unchecked: [Span(first: 510, last: 720), Span(first: 780, last: 1050)])

  private static let mostSpans = 4

  private init(unchecked spans: [Span]) { self.spans = spans }

  /// - Throws: where there are none or more than four spans, or they do not follow each other within one day.
  package init(spans: [Span]) throws(Refusal) {
    let ends = zip(spans, spans.dropFirst())
    let isSound =
      (1...WorkHours.mostSpans).contains(spans.count)
      && spans.allSatisfy { $0.first >= 0 && $0.first < $0.last && $0.last <= 1440 }
      && ends.allSatisfy { $0.last < $1.first }
    guard isSound else { throw Refusal(.workHoursUnsound, at: "hours") }
    self.spans = spans
  }

  /// Reads `08:30-12:00 13:00-17:30`, as an office writes it: a dash or 至 within a span, blanks or commas between spans.
  package init(text: String) throws(Refusal) {
    let plain = String(
      text.map { sign -> Character in
        switch sign {
        case "：": ":"
        case "—", "–", "－", "~", "～", "至": "-"
        case "、", "，", "；", ",", ";": " "
        default: sign
        }
      })
    let spans = plain.split(whereSeparator: \.isWhitespace).map { word -> Span? in
      let ends = word.split(separator: "-", omittingEmptySubsequences: false).map { WorkHours.minute($0) }
      guard ends.count == 2, let first = ends[0], let last = ends[1] else { return nil }
      return Span(first: first, last: last)
    }
    guard !spans.contains(nil) else { throw Refusal(.workHoursUnsound, at: "hours") }
    try self.init(spans: spans.compactMap { $0 })
  }

  /// `08:30-12:00 13:00-17:30`.
  package var text: String {
    spans.map { "\(WorkHours.clock($0.first))-\(WorkHours.clock($0.last))" }.joined(separator: " ")
  }

  /// Whether the offices are open at this moment, were its day a workday.
  package func contains(_ moment: Instant) -> Bool {
    spans.contains { $0.first <= moment.minuteOfDay && moment.minuteOfDay < $0.last }
  }

  /// Whether less than an hour is left of a workday at this moment, or nothing.
  package func isLastHour(_ moment: Instant) -> Bool {
    spans.last.map { moment.minuteOfDay >= $0.last - 60 } ?? false
  }

  /// How long a workday is, in minutes.
  package var minutes: Int { spans.reduce(0) { $0 + $1.minutes } }

  /// Minutes open between two minutes of one day.
  package func minutes(from first: Int, to last: Int) -> Int {
    spans.reduce(0) { $0 + max(0, min($1.last, last) - max($1.first, first)) }
  }

  /// `HH:mm` of a minute of the day; 24:00 for its end.
  package static func clock(_ minute: Int) -> String {
    let (hour, rest) = minute.quotientAndRemainder(dividingBy: 60)
    return "\(hour < 10 ? "0" : "")\(hour):\(rest < 10 ? "0" : "")\(rest)"
  }

  /// The minute of the day that `HH:mm` names, `H:mm` as well; nil for anything else.
  package static func minute(_ text: some StringProtocol) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }), let hour = Int(parts[0]),
      let minute = Int(parts[1]), minute < 60, hour * 60 + minute <= 1440
    else { return nil }
    return hour * 60 + minute
  }
}

extension WorkHours: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    do { try self.init(text: text) } catch {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not opening hours: \(text)")
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
