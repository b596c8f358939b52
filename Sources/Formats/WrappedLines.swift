package import Ground

/// Joins the lines of paragraphs that were broken at the right margin, as a PDF and many pasted texts have them.
package enum WrappedLines {
  private struct Line {
    /// Without the blanks at its ends.
    let range: Range<Int>
    /// In characters of the text's usual width: two signs of ASCII are as wide as one.
    let width: Int
    let isIndented: Bool
    let last: UInt32
  }

  /// Texts of fewer lines are left as they are.
  private static let fewest = 4
  /// A line that is shorter than this part of the usual one ends its paragraph.
  private static let full = 0.88

  /// The text with its paragraphs whole; unchanged where its lines are not of one width.
  ///
  /// - Parameter isPaged: whether lines that hold nothing but a page number are taken out.
  package static func joined(_ text: MappedText, isPaged: Bool) -> MappedText {
    let bytes = text.bytes
    var lines: [Line] = []
    var from = 0
    for at in 0...bytes.count where at == bytes.count || bytes[at] == 0x0A || bytes[at] == 0x0C {
      lines.append(line(bytes, from..<at))
      from = at + 1
    }
    if isPaged { lines = lines.filter { !isPageNumber(bytes, $0) } }
    guard let width = margin(lines) else { return isPaged ? put(lines, text, width: .max) : text }
    return put(lines, text, width: width)
  }

  private static func put(_ lines: [Line], _ text: MappedText, width: Int) -> MappedText {
    var joined = MappedText()
    joined.reserve(text.bytes.count)
    for (number, line) in lines.enumerated() {
      joined.append(line.range, of: text)
      guard number + 1 < lines.count else { break }
      if width < .max, goesOn(line, lines[number + 1], width, text.bytes) { continue }
      let end = line.range.upperBound
      let origin = SourceSpan(
        start: text.source(of: end..<end).start,
        end: text.source(of: lines[number + 1].range.lowerBound..<lines[number + 1].range.lowerBound).start)
      joined.append([0x0A], from: origin)
    }
    return joined
  }

  private static func goesOn(_ line: Line, _ next: Line, _ width: Int, _ bytes: [UInt8]) -> Bool {
    guard line.width > 0, next.width > 0, !next.isIndented else { return false }
    // Marks may hang over the margin or be pulled in, and a long word of digits goes to the next line.
    guard Double(line.width) >= full * Double(width) else { return false }
    return !stops.contains(line.last) && !opensPoint(bytes, next.range)
  }

  private static let stops: Set<UInt32> = [0x3002, 0xFF01, 0xFF1F, 0xFF1B, 0xFF1A]

  /// The width that lines break at: several do, in the middle of a sentence, and next to none is longer.
  private static func margin(_ lines: [Line]) -> Int? {
    let widths = lines.filter { $0.width > 0 }.map(\.width)
    guard widths.count >= fewest, let longest = widths.max(), (12...60).contains(longest) else { return nil }
    let full = lines.filter { Double($0.width) >= WrappedLines.full * Double(longest) }
    let open = full.count { !stops.contains($0.last) }
    return full.count >= 3 && open * 2 >= full.count ? longest : nil
  }

  private static func line(_ bytes: [UInt8], _ range: Range<Int>) -> Line {
    var (low, high) = (range.lowerBound, range.upperBound)
    var indent = 0
    while low < high, let blank = blank(bytes, at: low, before: high) {
      indent += blank == 3 ? 2 : 1
      low += blank
    }
    while high > low, bytes[high - 1] <= 0x20 { high -= 1 }
    var (narrow, wide, last) = (0, 0, UInt32(0))
    for scalar in String(decoding: bytes[low..<high], as: UTF8.self).unicodeScalars {
      if scalar.value < 0x80 { narrow += 1 } else { wide += 1 }
      last = scalar.value
    }
    return Line(
      range: low..<high, width: low < high ? wide + (narrow + indent + 1) / 2 : 0, isIndented: indent >= 2, last: last)
  }

  /// How many bytes the blank at `at` takes; U+3000 and U+00A0 are blanks as well.
  private static func blank(_ bytes: [UInt8], at: Int, before end: Int) -> Int? {
    if bytes[at] <= 0x20 { return 1 }
    if at + 2 < end, bytes[at] == 0xE3, bytes[at + 1] == 0x80, bytes[at + 2] == 0x80 { return 3 }
    return at + 1 < end && bytes[at] == 0xC2 && bytes[at + 1] == 0xA0 ? 2 : nil
  }

  /// `— 2 —`, `- 2 -`, `2`, `第2页 共5页`.
  private static func isPageNumber(_ bytes: [UInt8], _ line: Line) -> Bool {
    guard line.width > 0, line.range.count <= 30 else { return false }
    let scalars = String(decoding: bytes[line.range], as: UTF8.self).unicodeScalars
    return scalars.contains { ("0"..."9").contains($0) }
      && scalars.allSatisfy { ("0"..."9").contains($0) || "-—–－·第页共/ ".unicodeScalars.contains($0) }
  }

  /// 一、 （二） 3. ④: a point begins a line of its own.
  static func opensPoint(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let head = Array(
      String(decoding: bytes[range.lowerBound..<min(range.upperBound, range.lowerBound + 18)], as: UTF8.self)
        .unicodeScalars)
    let numerals = "一二三四五六七八九十".unicodeScalars
    guard let first = head.first else { return false }
    if (0x2460...0x2473).contains(first.value) { return true }
    if first == "（" || first == "(" {
      return head.dropFirst().first.map { numerals.contains($0) || ("0"..."9").contains($0) } ?? false
    }
    let number = head.prefix { numerals.contains($0) || ("0"..."9").contains($0) }
    guard !number.isEmpty, number.count <= 3, number.count < head.count else { return false }
    let sign = head[number.count]
    if sign == "、" { return true }
    // 3.2 goes on, 3.加强 begins.
    return (sign == "." || sign == "．") && number.count + 1 < head.count && head[number.count + 1].value > 0x7F
  }
}
