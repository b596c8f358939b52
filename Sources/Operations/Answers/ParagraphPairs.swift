import Ground

/// Writes the file's text beside the shown text, paragraph by paragraph, cut wherever one differs from the other.
struct ParagraphPairs {
  let repaired: MappedText
  let source: [UInt8]
  /// Places of the source that could not be repaired, in order.
  let damage: [SourceSpan]

  /// Nobody compares a book by eye: paragraphs beyond this are left out.
  static let most = 2000
  /// What was taken out at one place is shown up to this length, in bytes.
  private static let longest = 240

  func pairs(_ paragraphs: [Range<Int>]) -> [ParagraphPair] { paragraphs.prefix(ParagraphPairs.most).map(pair) }

  private func pair(_ paragraph: Range<Int>) -> ParagraphPair {
    var pieces: [ParagraphPair.Piece] = []
    var reached: Int?
    var at = paragraph.lowerBound
    while at < paragraph.upperBound {
      let next = min(at + ParagraphPairs.width(repaired.bytes[at]), paragraph.upperBound)
      let span = repaired.source(of: at..<next)
      let shown = repaired.string(at..<next)
      let before = reached ?? span.start
      if span.start > before { add("", from: before..<span.start, .repaired, to: &pieces) }
      // Several characters may come from one place of the source; its bytes are written once.
      let fresh = max(span.start, before)..<max(span.end, before)
      let isSame = span.start >= before && source[fresh].elementsEqual(repaired.bytes[at..<next])
      add(shown, from: fresh, isDamaged(span) ? .damaged : isSame ? .same : .repaired, to: &pieces)
      reached = max(span.end, before)
      at = next
    }
    return ParagraphPair(pieces: pieces)
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

  private func isDamaged(_ span: SourceSpan) -> Bool {
    var (low, high) = (0, damage.count)
    while low < high {
      let middle = (low + high) / 2
      if damage[middle].end > span.start { high = middle } else { low = middle + 1 }
    }
    return low < damage.count && damage[low].start < span.end
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
