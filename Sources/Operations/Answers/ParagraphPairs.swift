import Ground

/// Writes the file's text beside the shown text, paragraph by paragraph, cut wherever one differs from the other.
struct ParagraphPairs {
  let repaired: MappedText
  let source: [UInt8]
  /// Places of the source that could not be repaired.
  let damage: SpansInOrder

  /// Nobody compares a book by eye: paragraphs beyond this are left out.
  static let most = 2000
  /// What was taken out at one place is shown up to this length, in bytes.
  private static let longest = 240

  func pairs(_ paragraphs: [Range<Int>]) -> [ParagraphPair] {
    var pairs: [ParagraphPair] = []
    var reached = 0
    for paragraph in paragraphs.prefix(ParagraphPairs.most) {
      var pieces: [ParagraphPair.Piece] = []
      let start = max(reached, repaired.source(of: paragraph.lowerBound..<paragraph.lowerBound).start)
      // What was taken out behind a line's end belongs to that line, the rest to the one that follows.
      let lineEnd = source[reached..<start].firstIndex(of: UInt8(ascii: "\n")) ?? reached
      if let last = pairs.popLast() {
        var before = last.pieces
        takeOut(reached..<lineEnd, from: &before)
        pairs.append(ParagraphPair(pieces: before))
      }
      takeOut((pairs.isEmpty ? reached : lineEnd)..<start, from: &pieces)
      reached = write(paragraph, from: start, to: &pieces)
      pairs.append(ParagraphPair(pieces: pieces))
    }
    if paragraphs.count <= ParagraphPairs.most, let last = pairs.popLast() {
      var pieces = last.pieces
      takeOut(reached..<max(reached, source.count), from: &pieces)
      pairs.append(ParagraphPair(pieces: pieces))
    }
    return pairs
  }

  /// Blanks between lines are no repair.
  private func takeOut(_ range: Range<Int>, from pieces: inout [ParagraphPair.Piece]) {
    let bytes = source[range]
    guard let first = bytes.firstIndex(where: { $0 > 0x20 }), let last = bytes.lastIndex(where: { $0 > 0x20 }) else {
      return
    }
    add("", from: first..<last + 1, .repaired, to: &pieces)
  }

  /// Answers how far the source is written.
  private func write(_ paragraph: Range<Int>, from start: Int, to pieces: inout [ParagraphPair.Piece]) -> Int {
    var reached = start
    var at = paragraph.lowerBound
    while at < paragraph.upperBound {
      let next = min(at + ParagraphPairs.width(repaired.bytes[at]), paragraph.upperBound)
      let span = repaired.source(of: at..<next)
      let shown = repaired.string(at..<next)
      let before = reached
      if span.start > before { add("", from: before..<span.start, .repaired, to: &pieces) }
      // Several characters may come from one place of the source; its bytes are written once.
      let fresh = max(span.start, before)..<max(span.end, before)
      let isSame = span.start >= before && source[fresh].elementsEqual(repaired.bytes[at..<next])
      add(shown, from: fresh, damage.touch(span) ? .damaged : isSame ? .same : .repaired, to: &pieces)
      reached = max(span.end, before)
      at = next
    }
    return reached
  }

  private func add(
    _ shown: String, from range: Range<Int>, _ kind: ParagraphPair.Kind, to pieces: inout [ParagraphPair.Piece]
  ) {
    let bytes = source[range.clamped(to: 0..<source.count)]
    let isLong = bytes.count > ParagraphPairs.longest
    let written = String(decoding: isLong ? bytes.prefix(ParagraphPairs.longest) : bytes, as: UTF8.self)
    // What was taken out is no part of what was replaced beside it.
    if let last = pieces.last, last.kind == kind, last.shown.isEmpty == shown.isEmpty {
      pieces[pieces.count - 1].source += written
      pieces[pieces.count - 1].shown += shown
    } else {
      pieces.append(ParagraphPair.Piece(source: written, shown: shown, kind: kind))
    }
    if isLong { pieces[pieces.count - 1].source += "…" }
  }

  /// How many bytes a character takes that begins with this one (RFC 3629, §3).
  static func width(_ first: UInt8) -> Int {
    switch first {
    case 0xF0...: 4
    case 0xE0...: 3
    case 0xC0...: 2
    default: 1
    }
  }
}
