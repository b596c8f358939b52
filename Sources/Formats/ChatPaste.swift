import Ground

/// Text that was copied out of a chat group: who wrote when stands on lines of its own, between messages whose lines may
/// be broken anywhere. What is left is the messages that could be a bulletin, each with its paragraphs whole.
enum ChatPaste {
  /// Characters of Chinese that a message must have to be kept.
  private static let shortest = 40

  /// Nil where the text does not look like a chat.
  static func messages(of text: MappedText) -> MappedText? {
    let bytes = text.bytes
    var lines: [Range<Int>] = []
    var from = 0
    for at in 0...bytes.count where at == bytes.count || bytes[at] == 0x0A {
      lines.append(from..<at)
      from = at + 1
    }
    let heads = lines.map { isHead(bytes, $0) }
    guard heads.count(where: { $0 }) >= 2 else { return nil }
    var kept = MappedText()
    kept.reserve(bytes.count)
    var message: [Range<Int>] = []
    func put() {
      let han = message.reduce(0) { $0 + scalars(bytes, $1).count { (0x4E00...0x9FFF).contains($0.value) } }
      let isCall = message.first.map { bytes[$0].first == UInt8(ascii: "@") } ?? true
      guard han >= shortest, !isCall || message.count > 1 else { return }
      for (number, line) in message.enumerated() where !(number == 0 && isCall) {
        append(line, joins: number > 0 && goesOn(bytes, message[number - 1], line), of: text, to: &kept)
      }
      kept.append([0x0A], from: text.source(of: bytes.count..<bytes.count))
    }
    for (line, isHead) in zip(lines, heads) {
      if isHead {
        put()
        message = []
      } else if !line.isEmpty {
        message.append(line)
      }
    }
    put()
    return kept.bytes.isEmpty ? nil : kept
  }

  private static func append(_ line: Range<Int>, joins: Bool, of text: MappedText, to kept: inout MappedText) {
    if !joins, !kept.bytes.isEmpty, kept.bytes.last != 0x0A {
      kept.append([0x0A], from: text.source(of: line.lowerBound..<line.lowerBound))
    }
    // 【…】 in front of a message is its title.
    let close = Array("】".utf8)
    if text.bytes[line].starts(with: Array("【".utf8)),
      let end = firstRange(of: close, in: Array(text.bytes[line]))?.lowerBound, end < 150
    {
      let at = line.lowerBound + end
      kept.append(line.lowerBound + close.count..<at, of: text)
      kept.append([0x0A], from: text.source(of: at..<at + close.count))
      kept.append(at + close.count..<line.upperBound, of: text)
    } else {
      kept.append(line, of: text)
    }
  }

  /// A line that ends in the middle of a sentence, before one that begins no point.
  private static func goesOn(_ bytes: [UInt8], _ line: Range<Int>, _ next: Range<Int>) -> Bool {
    let last = scalars(bytes, line).last { !$0.properties.isWhitespace }
    guard let last, !"。！？；：!?;:】".unicodeScalars.contains(last) else { return false }
    return !WrappedLines.opensPoint(bytes, next)
  }

  /// `党政办 周  20:41`, `安委办-小郭  2023/4/26 18:07:33`, `————  6月3日  ————`, `[图片]`.
  private static func isHead(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    let scalars = scalars(bytes, line).filter { !$0.properties.isWhitespace }
    guard (2...40).contains(scalars.count) else { return false }
    if scalars.first == "[", scalars.last == "]", scalars.count <= 8 { return true }
    if scalars.count(where: { "—-─".unicodeScalars.contains($0) }) * 2 > scalars.count { return true }
    guard !scalars.contains(where: { "，。；！？、,".unicodeScalars.contains($0) }) else { return false }
    // Ends in a time of day.
    let tail = Array(scalars.suffix(5))
    guard tail.count == 5, tail[2] == ":" || tail[2] == "：", [0, 1, 3, 4].allSatisfy({ isDigit(tail[$0]) }) else {
      return false
    }
    return true
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }

  private static func scalars(_ bytes: [UInt8], _ range: Range<Int>) -> [Unicode.Scalar] {
    Array(String(decoding: bytes[range], as: UTF8.self).unicodeScalars)
  }
}
