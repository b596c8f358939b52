import Crypto
import Ground

/// A matter's version as `ETag` says it: its number, and a mark of the matter, so that one matter's version is never
/// taken for another's. Letters and digits alone, which every program can carry in a header.
struct VersionTag: Hashable, Sendable {
  let version: Int
  private let mark: String

  init(_ version: Int, of matter: MatterID) {
    self.version = version
    mark = hexadecimal(Array(SHA256.hash(data: Array("\(matter) \(version)".utf8)).prefix(4)))
  }

  /// Reads what `If-Match` says; many programs drop the quotes that RFC 9110 wants.
  init?(_ text: String) {
    var text = text[...]
    if text.first == "\"" { text = text.dropFirst() }
    if text.last == "\"" { text = text.dropLast() }
    let parts = text.split(separator: "v", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...9).contains(parts[0].utf8.count), parts[1].utf8.count == 8,
      parts[0].utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let version = Int(parts[0]), parts[1].utf8.allSatisfy(VersionTag.isDigit)
    else { return nil }
    (self.version, mark) = (version, String(parts[1]))
  }

  var text: String { "\"\(version)v\(mark)\"" }

  static let pattern = "^\"?[0-9]{1,9}v[0-9a-f]{8}\"?$"

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }
}
