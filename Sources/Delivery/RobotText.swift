/// A text for a robot, within its limit. Only `Batching` makes one, from messages that passed their guard.
package struct RobotText: Hashable, Sendable {
  package let text: String

  init(lines: [String]) { text = lines.joined(separator: "\n") }
}

extension OutgoingMessage {
  /// Subject and lines as a robot shows them, each within `limit` bytes of UTF-8: a longer one loses the end of its text
  /// for a `…` and keeps its link.
  ///
  /// Feishu reads `<at user_id="all">` in a text as a call to everybody, so no `<` leaves as it is.
  func robotLines(within limit: Int) -> [String] {
    ([Line(subject)] + lines).map { line in
      let tail = line.link.map { " " + $0 } ?? ""
      return shortened(line.text.replacing("<", with: "＜"), to: limit - tail.utf8.count) + tail
    }
  }
}

/// The text, or as many whole characters of it as fit before a `…`.
private func shortened(_ text: String, to limit: Int) -> String {
  guard text.utf8.count > limit else { return text }
  var kept = ""
  var room = limit - "…".utf8.count
  for character in text {
    room -= character.utf8.count
    guard room >= 0 else { break }
    kept.append(character)
  }
  return kept + "…"
}
