package import Ground

/// Decides what goes to one robot now, so that it gets at most 20 texts in any minute (WeCom and DingTalk; Feishu takes
/// 100) and short messages share one.
package struct Batching<ID: Hashable & Sendable>: Sendable {
  package struct Waiting: Sendable {
    package let id: ID
    package let message: OutgoingMessage

    package init(id: ID, message: OutgoingMessage) { (self.id, self.message) = (id, message) }
  }

  package struct Sending: Hashable, Sendable {
    package let text: RobotText
    /// The messages that are out in full once this text is. A message longer than a text ends in a later sending, so
    /// after a failure the rest of the plan is not sent: what is not complete waits again.
    package let completes: [ID]
  }

  package struct Plan: Hashable, Sendable {
    /// To be sent one after the other.
    package let sendings: [Sending]
    /// When the rest may go; nil when nothing is left.
    package let comeBack: Instant?
  }

  package static var perMinute: Int { 20 }
  private static var minute: Int64 { 60_000 }

  /// - Parameters:
  ///   - waiting: for one robot, the oldest first.
  ///   - sent: when texts went to it lately, in any order; those after `now` tell of a clock that was put back, and are passed over.
  package static func plan(_ waiting: [Waiting], to kind: Robot.Kind, sent: [Instant], at now: Instant) -> Plan {
    let texts = texts(waiting, limit: kind.textLimit)
    let recent = sent.filter { $0 > now.adding(milliseconds: -minute) && $0 <= now }.sorted()
    let sendings = Array(texts.prefix(max(0, perMinute - recent.count)))
    guard sendings.count < texts.count else { return Plan(sendings: sendings, comeBack: nil) }
    // All 20 places are taken; the first to come free is that of the oldest text.
    let places = (recent + sendings.map { _ in now }).suffix(perMinute)
    return Plan(sendings: sendings, comeBack: places.first?.adding(milliseconds: minute))
  }

  /// Fills texts in order. A message begins a new one rather than be split, unless no single text could hold it.
  private static func texts(_ waiting: [Waiting], limit: Int) -> [Sending] {
    var full: [Sending] = []
    var open = OpenText(limit: limit)
    func close() {
      if let sending = open.sending { full.append(sending) }
      open = OpenText(limit: limit)
    }
    for entry in waiting {
      let lines = entry.message.robotLines(within: limit)
      let size = lines.reduce(0) { $0 + OpenText.size($1) }
      if open.room < size + OpenText.size("") { close() }
      open.part()
      for line in lines {
        if open.room < OpenText.size(line) { close() }
        open.append(line)
      }
      open.completes.append(entry.id)
    }
    close()
    return full
  }

  /// A text that is being filled.
  private struct OpenText {
    var completes: [ID] = []
    /// In bytes, each line with the line feed before it; the first has none.
    private(set) var room: Int
    private var lines: [String] = []

    init(limit: Int) { room = limit + 1 }

    static func size(_ line: String) -> Int { line.utf8.count + 1 }

    var sending: Sending? {
      lines.isEmpty ? nil : Sending(text: RobotText(lines: lines), completes: completes)
    }

    /// An empty line before the next message.
    mutating func part() {
      if !lines.isEmpty { append("") }
    }

    mutating func append(_ line: String) {
      lines.append(line)
      room -= OpenText.size(line)
    }
  }
}
