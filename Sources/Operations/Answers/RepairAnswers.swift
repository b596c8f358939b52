import Bulletins
import Formats
package import Ground
import Meetings
import Storage

extension Office {
  /// What was repaired, from the file as it came in; nil where there is no such meeting.
  package func bulletinRepairs(_ id: MeetingID) async throws(Refusal) -> BulletinRepairs? {
    let district = district
    let found = try await ask { (session: any SQLSession) throws(StorageError) in
      try MeetingStore(session, district).load(id)
    }
    guard let meeting = found else { return nil }
    let document = try await sourceDocument(of: meeting)
    let reading = packDesk.reader(of: try await directory()).read(document.text)
    let lines = reading.remarks.prefix(1000).map { RepairLine($0, source: document.source, reading.repaired) }
    return BulletinRepairs(
      meeting: id, title: meeting.record.title, damage: lines.filter { $0.rule.hasPrefix("damage.") },
      repairs: lines.filter { !$0.rule.hasPrefix("damage.") },
      simplified: Simplified.characters(reading.repaired, source: document.source),
      paragraphs: ParagraphPairs(
        repaired: reading.repaired, source: document.source,
        damage: SpansInOrder(reading.minutes.damage.map(\.span).sorted { $0.start < $1.start })
      ).pairs(reading.minutes.paragraphs),
      leftOut: max(0, reading.minutes.paragraphs.count - ParagraphPairs.most))
  }
}

extension RepairLine {
  fileprivate init(_ remark: Remark, source: [UInt8], _ repaired: MappedText) {
    let end = min(remark.span.end, source.count)
    let start = min(remark.span.start, end)
    let shown = repaired.range(ofSource: remark.span)
    self.init(
      rule: remark.rule, span: remark.span, source: RepairLine.short(source[start..<end]),
      shown: RepairLine.short(repaired.bytes[shown]), suggestions: remark.suggestions)
  }

  private static func short(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    return text.count > 80 ? text.prefix(80) + "…" : text
  }
}

/// Which characters became simplified ones: the shown ones that differ from the one character they came from.
private enum Simplified {
  static func characters(_ repaired: MappedText, source: [UInt8]) -> [(from: String, to: String, count: Int)] {
    var counts: [String: (to: String, count: Int)] = [:]
    var at = 0
    while at < repaired.bytes.count {
      let length = ParagraphPairs.width(repaired.bytes[at])
      let range = at..<min(at + length, repaired.bytes.count)
      let span = repaired.source(of: range)
      at = range.upperBound
      guard length == 3, span.end - span.start == 3, span.end <= source.count,
        source[span.start..<span.end] != repaired.bytes[range]
      else { continue }
      let from = String(decoding: source[span.start..<span.end], as: UTF8.self)
      counts[from] = (repaired.string(range), (counts[from]?.count ?? 0) + 1)
    }
    return counts.map { (from: $0.key, to: $0.value.to, count: $0.value.count) }
      .sorted { ($1.count, $0.from) < ($0.count, $1.from) }
  }
}
