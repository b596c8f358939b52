import FoundationEssentials
import Ground

/// The encodings of mail.
enum MailText {
  /// A header field that may hold any text: `Name: ` and encoded words of UTF-8 in base64 (RFC 2047 §2), each of at most
  /// 75 bytes on a line of at most 76, none ending inside a character (§5).
  static func field(_ name: String, text: String, tail: String = "") -> String {
    var words: [String] = []
    var word: [UInt8] = []
    for scalar in text.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      // 39 bytes are 52 in base64, 64 with `=?UTF-8?B?` and `?=`.
      if word.count + bytes.count > 39 {
        words.append(encoded(word))
        word = []
      }
      word += bytes
    }
    if !word.isEmpty { words.append(encoded(word)) }
    if !tail.isEmpty { words.append(tail) }
    // A field's name and its first word share the first line.
    return "\(name): " + words.joined(separator: "\r\n ") + "\r\n"
  }

  /// Base64 in lines of 76 (RFC 2045 §6.8).
  static func base64(_ text: String) -> String {
    let options: Data.Base64EncodingOptions = [
      .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
    ]
    return Data(text.utf8).base64EncodedString(options: options) + "\r\n"
  }

  /// RFC 5322 §3.3, in Beijing time.
  static func date(_ instant: Instant) -> String {
    let date = instant.civilDate
    let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let minute = instant.minuteOfDay
    let second = (instant.milliseconds - Instant(date, minutes: minute).milliseconds) / 1000
    let time = [minute / 60, minute % 60, Int(second)].map { $0 < 10 ? "0\($0)" : String($0) }
    return "\(days[date.weekday - 1]), \(date.day) \(months[date.month - 1]) \(date.year) "
      + time.joined(separator: ":") + " +0800"
  }

  private static func encoded(_ bytes: [UInt8]) -> String { "=?UTF-8?B?\(Data(bytes).base64EncodedString())?=" }
}
