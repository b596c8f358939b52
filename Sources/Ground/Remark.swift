/// A parser's or importer's note about one place in what it read. (A *finding* is an inspection's.)
package struct Remark: Hashable, Codable, Sendable {
  /// The rule that made it, e.g. `repair.pinyin`.
  package let rule: String
  package let span: SourceSpan
  package let message: String
  /// What the place may have said; never issued unconfirmed.
  package let suggestions: [String]

  package init(rule: String, span: SourceSpan, message: String, suggestions: [String] = []) {
    (self.rule, self.span, self.message, self.suggestions) = (rule, span, message, suggestions)
  }
}
