/// A text in which every byte knows the source byte it came from, so that a span can always be shown in the source.
package struct MappedText: Sendable {
  /// UTF-8.
  package private(set) var bytes: [UInt8] = []
  /// For each byte of `bytes`, the offset in the source where what it came from starts.
  private var starts: [Int32] = []
  /// For each byte of `bytes`, the offset in the source where what it came from ends.
  private var ends: [Int32] = []

  package init() {}

  /// A text that is its own source.
  package init(_ source: [UInt8]) {
    bytes = source
    starts = (0..<Int32(source.count)).map { $0 }
    ends = (0..<Int32(source.count)).map { $0 + 1 }
  }

  package mutating func reserve(_ count: Int) {
    bytes.reserveCapacity(count)
    starts.reserveCapacity(count)
    ends.reserveCapacity(count)
  }

  /// Appends bytes that all came from the one place `origin` of the source, e.g. `气` from `氣`.
  package mutating func append(_ new: some Sequence<UInt8>, from origin: SourceSpan) {
    for byte in new {
      bytes.append(byte)
      starts.append(Int32(origin.start))
      ends.append(Int32(origin.end))
    }
  }

  /// Appends a part of another mapped text, each byte with the origin it has there.
  package mutating func append(_ part: Range<Int>, of other: MappedText) {
    bytes.append(contentsOf: other.bytes[part])
    starts.append(contentsOf: other.starts[part])
    ends.append(contentsOf: other.ends[part])
  }

  /// Where `range` of this text lies in the source; an empty range lies where its next byte starts.
  package func source(of range: Range<Int>) -> SourceSpan {
    guard !range.isEmpty else {
      let at = range.lowerBound < starts.count ? Int(starts[range.lowerBound]) : Int(ends.last ?? 0)
      return SourceSpan(start: at, end: at)
    }
    let start = starts[range].min() ?? 0
    let end = ends[range].max() ?? start
    return SourceSpan(start: Int(start), end: Int(end))
  }

  /// The bytes of this text that came from `span` of the source.
  package func range(ofSource span: SourceSpan) -> Range<Int> {
    let first = starts.indices.first { Int(ends[$0]) > span.start } ?? bytes.count
    let end = starts.indices.last { Int(starts[$0]) < span.end }.map { $0 + 1 } ?? first
    return first..<max(first, end)
  }

  package func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
