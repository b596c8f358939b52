/// Content lines as RFC 5545 §3.1 wants them: CRLF at their end, folded so that none has more than 75 octets and no
/// character of UTF-8 is parted.
struct CalendarLines {
  private(set) var bytes: [UInt8] = []

  private static let widest = 75

  /// - Parameter value: of a type that needs no escaping; it holds no control characters.
  mutating func add(_ name: String, _ value: String) { fold("\(name):\(value)") }

  mutating func add(_ name: String, text: String) { add(name, texts: [text]) }

  /// A list of texts.
  mutating func add(_ name: String, texts: [String]) {
    fold("\(name):" + texts.map(CalendarLines.escaped).joined(separator: ","))
  }

  mutating func add(_ name: String, party: CalendarParty) {
    let words = CalendarLines.escaped(party.name, isParameter: true)
    fold("\(name);CN=\"\(words)\":mailto:\(party.mail)")
  }

  private mutating func fold(_ line: String) {
    var width = 0
    for scalar in line.unicodeScalars {
      let octets = Array(String(scalar).utf8)
      if width + octets.count > CalendarLines.widest {
        bytes += Array("\r\n ".utf8)
        // The blank counts.
        width = 1
      }
      bytes += octets
      width += octets.count
    }
    bytes += Array("\r\n".utf8)
  }

  private static func escaped(_ text: String) -> String { escaped(text, isParameter: false) }

  /// RFC 5545 §3.3.11 for values. A parameter's value knows no escaping and no quotation mark (§3.2): marks become
  /// apostrophes, line ends blanks.
  private static func escaped(_ text: String, isParameter: Bool) -> String {
    var written = ""
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      defer { last = scalar }
      switch scalar {
      case "\n" where last == "\r": break
      // Some readers end a line at these, too.
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": written += isParameter ? " " : "\\n"
      case "\u{0}"..<" " where scalar != "\t", "\u{7F}"..."\u{9F}": break
      case "\"" where isParameter: written += "'"
      case "\\" where !isParameter, ";" where !isParameter, "," where !isParameter:
        written += "\\"
        written.unicodeScalars.append(scalar)
      default: written.unicodeScalars.append(scalar)
      }
    }
    return written
  }
}
