/// A classification mark (密级) on a text: 秘密, 机密 or 绝密.
///
/// A mark stands alone on a line, before a ★, after 密级, or in brackets at the start of a line; words such as
/// 保守国家秘密 and 商业秘密 are no mark. (Marking: 国家秘密标志 "密级★保密期限"; GB/T 9704-2012, 7.2.2.)
package enum SecrecyMark: String, CaseIterable, Hashable, Sendable {
  case secret = "秘密"
  case confidential = "机密"
  case topSecret = "绝密"

  /// How far down a text a mark may stand alone on its line; further down it is an entry of a list.
  fileprivate static let headLines = 40

  /// The first mark of a text and its offset in the text's UTF-8 bytes.
  package static func find(in text: String) -> (mark: SecrecyMark, offset: Int)? {
    var look = SecrecyLook()
    return look.find(in: text)
  }

  /// The mark in a file's name: in brackets anywhere, before a ★, or first in the name and followed by a space or `-`.
  package static func find(inFileName name: String) -> SecrecyMark? {
    let line = CompactLine(Array(name.utf8))
    return allCases.first { mark in
      line.text.contains("\(mark.rawValue)★")
        || brackets.contains { line.text.contains("\($0.0)\(mark.rawValue)\($0.1)") }
        || ["-", "_", " ", "—"].contains { name.hasPrefix("\(mark.rawValue)\($0)") } || line.stem == mark.rawValue
    }
  }

  private static let brackets = [("【", "】"), ("[", "]"), ("〔", "〕"), ("（", "）"), ("(", ")"), ("〖", "〗"), ("《", "》")]

  fileprivate static func find(inLine line: CompactLine, isHead: Bool) -> (mark: SecrecyMark, offset: Int)? {
    for mark in allCases {
      let word = mark.rawValue
      if let at = line.range(of: "\(word)★") ?? line.range(of: "\(word)☆") ?? line.range(of: "\(word)*") {
        return (mark, line.offset(at))
      }
      for label in ["密级：", "密级:", "密级为", "保密等级：", "保密等级:", "定密：", "定密:"] {
        if let at = line.range(of: label + word) { return (mark, line.offset(at + label.utf8.count)) }
      }
      for (open, close) in brackets where line.text.hasPrefix(open + word + close) {
        return (mark, line.offset(open.utf8.count))
      }
      if isHead, line.isOnly(word), let at = line.range(of: word) { return (mark, line.offset(at)) }
    }
    return nil
  }
}

/// One look at a text that comes in pieces, each of whole lines.
struct SecrecyLook {
  private var lines = 0
  private var offset = 0

  /// The first mark of the piece, and its offset in all that was looked at.
  mutating func find(in text: String) -> (mark: SecrecyMark, offset: Int)? {
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if line.contains(0xAF),
        let found = SecrecyMark.find(inLine: CompactLine(Array(line)), isHead: lines < SecrecyMark.headLines)
      {
        return (found.mark, offset + found.offset)
      }
      lines += 1
      offset += line.count + 1
    }
    return nil
  }
}

/// A line without its spaces, knowing where each byte stood.
private struct CompactLine {
  let text: String
  private let bytes: [UInt8]
  private let origins: [Int]

  init(_ line: [UInt8]) {
    var bytes: [UInt8] = []
    var origins: [Int] = []
    var at = 0
    while at < line.count {
      // Ideographic space E3 80 80, no-break space C2 A0, byte-order mark EF BB BF.
      let lead = line[at]
      if lead == 0xE3 && line[at...].starts(with: [0xE3, 0x80, 0x80])
        || lead == 0xEF && line[at...].starts(with: utf8Mark)
      {
        at += 3
      } else if lead == 0xC2 && line[at...].starts(with: [0xC2, 0xA0]) {
        at += 2
      } else if lead == 0xC2 && line[at...].starts(with: [0xC2, 0xAD]) {
        at += 2
      } else if let width = CompactLine.invisible(line[at...]) {
        at += width
      } else if line[at] <= 0x20 {
        at += 1
      } else if let plain = CompactLine.simplified(line[at...]) {
        bytes += plain
        origins += [at, at + 1, at + 2]
        at += 3
      } else {
        bytes.append(line[at])
        origins.append(at)
        at += 1
      }
    }
    (self.bytes, self.origins) = (bytes, origins)
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// Zero-width signs U+200B–U+200F and U+2060: E2 80 8B–8F, E2 81 A0.
  private static func invisible(_ rest: ArraySlice<UInt8>) -> Int? {
    guard rest.first == 0xE2, rest.count >= 3 else { return nil }
    let (second, third) = (rest[rest.startIndex + 1], rest[rest.startIndex + 2])
    return second == 0x80 && (0x8B...0x8F).contains(third) || second == 0x81 && third == 0xA0 ? 3 : nil
  }

  /// 機, 絕 and 祕 as 机, 绝 and 秘.
  private static func simplified(_ rest: ArraySlice<UInt8>) -> [UInt8]? {
    // Asked of every byte of every text, so the bytes are compared as they stand.
    guard rest.count >= 3 else { return nil }
    return switch (rest[rest.startIndex], rest[rest.startIndex + 1], rest[rest.startIndex + 2]) {
    case (0xE6, 0xA9, 0x9F): [0xE6, 0x9C, 0xBA]
    case (0xE7, 0xB5, 0x95): [0xE7, 0xBB, 0x9D]
    case (0xE7, 0xA5, 0x95): [0xE7, 0xA7, 0x98]
    default: nil
    }
  }

  /// The name before its last dot.
  var stem: Substring { text.lastIndex(of: ".").map { text[..<$0] } ?? text[...] }

  func range(of needle: String) -> Int? { firstRange(of: Array(needle.utf8), in: bytes)?.lowerBound }

  func offset(_ at: Int) -> Int { origins[at] }

  /// Whether the line says the mark and at most a copy number, an urgency and a term.
  func isOnly(_ mark: String) -> Bool {
    guard bytes.count <= 60 else { return false }
    var rest = text
    for part in [mark, "特急", "加急", "平急", "特提", "急件", "长期", "份号", "年", "个月"] {
      rest = rest.split(separator: part, maxSplits: 1, omittingEmptySubsequences: false).joined()
    }
    return text.contains(mark)
      && rest.unicodeScalars.allSatisfy { "0123456789.．-—.:：No№【】[]（）()〔〕▲".unicodeScalars.contains($0) }
  }
}
