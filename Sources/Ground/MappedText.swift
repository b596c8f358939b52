/// A text in which every byte knows the source byte it came from, so that a span can always be shown in the source.
package struct MappedText: Sendable {
  /// UTF-8.
  package private(set) var bytes: [UInt8] = []
  /// Where the bytes came from: in order, the first at 0, and none empty.
  private var runs: [Run] = []

  /// Bytes side by side that came from the source in one way.
  private struct Run {
    /// The run's first byte in the text.
    let first: Int
    /// Where in the source what it came from starts.
    let start: Int
    /// Where the place of the source ends that all its bytes came from; nil where each is a copy of a byte of its own.
    let end: Int?

    /// Where `part` of the run lies in the source.
    func source(of part: Range<Int>) -> Range<Int> {
      if let end { return start..<end }
      return start + part.lowerBound - first..<start + part.upperBound - first
    }
  }

  package init() {}

  /// A text that is its own source.
  package init(_ source: [UInt8]) {
    bytes = source
    if !source.isEmpty { runs = [Run(first: 0, start: 0, end: nil)] }
  }

  package mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  /// Appends bytes that all came from the one place `origin` of the source, e.g. `气` from `氣`.
  package mutating func append(_ new: some Sequence<UInt8>, from origin: SourceSpan) {
    let first = bytes.count
    bytes.append(contentsOf: new)
    if bytes.count > first { runs.append(Run(first: first, start: origin.start, end: origin.end)) }
  }

  /// Appends a part of another mapped text, each byte with the origin it has there.
  package mutating func append(_ part: Range<Int>, of other: MappedText) {
    let shift = bytes.count - part.lowerBound
    bytes.append(contentsOf: other.bytes[part])
    other.walk(part) { piece, run in
      let start = run.source(of: piece).lowerBound
      append(Run(first: piece.lowerBound + shift, start: start, end: run.end))
    }
  }

  /// A copy that goes on where the last one ended is one with it.
  private mutating func append(_ run: Run) {
    let goesOn = runs.last.map { $0.end == nil && run.end == nil && run.start - $0.start == run.first - $0.first }
    if goesOn != true { runs.append(run) }
  }

  /// Where `range` of this text lies in the source; an empty range lies where its next byte starts.
  package func source(of range: Range<Int>) -> SourceSpan {
    guard !range.isEmpty else {
      let next = min(range.lowerBound, bytes.count - 1)
      guard next >= 0 else { return SourceSpan(start: 0, end: 0) }
      let byte = source(of: next..<next + 1)
      let at = next == range.lowerBound ? byte.start : byte.end
      return SourceSpan(start: at, end: at)
    }
    var (start, end) = (Int.max, 0)
    walk(range) { piece, run in
      let source = run.source(of: piece)
      (start, end) = (min(start, source.lowerBound), max(end, source.upperBound))
    }
    return SourceSpan(start: start, end: end)
  }

  /// The bytes of this text that came from `span` of the source.
  package func range(ofSource span: SourceSpan) -> Range<Int> {
    var first: Int?
    var end: Int?
    walk(0..<bytes.count) { piece, run in
      let source = run.source(of: piece)
      if first == nil, source.upperBound > span.start {
        first = piece.lowerBound + (run.end == nil ? max(0, span.start - source.lowerBound) : 0)
      }
      if source.lowerBound < span.end {
        end = run.end == nil ? min(piece.upperBound, piece.lowerBound + span.end - source.lowerBound) : piece.upperBound
      }
    }
    let low = first ?? bytes.count
    return low..<max(low, end ?? low)
  }

  package func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Gives each piece of `range` that lies in one run, in order.
  private func walk(_ range: Range<Int>, _ take: (Range<Int>, Run) -> Void) {
    precondition(range.upperBound <= bytes.count, "a range lies in its text")
    guard !range.isEmpty else { return }
    var number = run(at: range.lowerBound)
    var low = range.lowerBound
    while low < range.upperBound {
      let end = number + 1 < runs.count ? runs[number + 1].first : bytes.count
      let high = min(end, range.upperBound)
      take(low..<high, runs[number])
      (low, number) = (high, number + 1)
    }
  }

  /// The number of the run that holds the byte at `index`.
  private func run(at index: Int) -> Int {
    var (low, high) = (0, runs.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle].first <= index { low = middle } else { high = middle }
    }
    return low
  }
}
