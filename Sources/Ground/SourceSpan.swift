/// A half-open range of UTF-8 bytes of a source text.
package struct SourceSpan: Hashable, Codable, Sendable {
  package let start: Int
  package let end: Int

  package init(start: Int, end: Int) {
    precondition(start >= 0 && start <= end, "a span runs forward")
    (self.start, self.end) = (start, end)
  }

  package var isEmpty: Bool { start == end }
}

/// Places of a source that lie in order, none inside another.
package struct SpansInOrder: Sendable {
  private let spans: [SourceSpan]

  package init(_ spans: [SourceSpan]) { self.spans = spans }

  /// Whether one of them shares a byte with `span`.
  package func touch(_ span: SourceSpan) -> Bool {
    var (low, high) = (0, spans.count)
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].end > span.start { high = middle } else { low = middle + 1 }
    }
    return low < spans.count && spans[low].start < span.end
  }
}
