import Ground
import Meetings

/// Cuts the bulletin's text into paragraphs, and those into runs that belong to one clause or to none.
struct BulletinPieces {
  private let bytes: [UInt8]
  private let marks: [(span: SourceSpan, clause: Int?)]

  private let damage: [SourceSpan]

  init(_ meeting: Meeting) {
    bytes = Array(meeting.record.text.shown.utf8)
    let clauses = meeting.clauses
    marks = meeting.standing.map { (span: clauses[$0].shown, clause: Int?.some($0)) }
    damage = meeting.record.damage.map(\.shown)
  }

  /// The words of a span as the text has them.
  func words(_ span: SourceSpan) -> String {
    span.end <= bytes.count ? String(decoding: bytes[span.start..<span.end], as: UTF8.self) : ""
  }

  var text: BulletinText {
    var paragraphs: [BulletinParagraph] = []
    var start = 0
    for end in bytes.indices where bytes[end] == UInt8(ascii: "\n") {
      paragraphs.append(paragraph(start, end))
      start = end + 1
    }
    paragraphs.append(paragraph(start, bytes.count))
    return BulletinText(paragraphs: paragraphs.filter { !$0.pieces.isEmpty })
  }

  private func paragraph(_ start: Int, _ end: Int) -> BulletinParagraph {
    var pieces: [BulletinPiece] = []
    var at = start
    // A clause that was merged over a line break has a piece in each of its paragraphs.
    for mark in marks where mark.span.start < end && mark.span.end > start {
      let from = max(mark.span.start, at)
      let to = min(mark.span.end, end)
      if from > at { pieces.append(piece(at, from, nil)) }
      if to > from { pieces.append(piece(from, to, mark.clause)) }
      at = max(at, to)
    }
    if at < end { pieces.append(piece(at, end, nil)) }
    return BulletinParagraph(pieces: pieces)
  }

  private func piece(_ start: Int, _ end: Int, _ clause: Int?) -> BulletinPiece {
    BulletinPiece(
      words: Words(String(decoding: bytes[start..<end], as: UTF8.self)), clause: clause,
      isDamaged: damage.contains { $0.start < end && $0.end > start }, at: start)
  }
}
