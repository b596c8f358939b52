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
