package import Ground

/// What a checklist asked at the time of an inspection, word by word; kept once, however many inspections went through it.
package struct ChecklistWording: Hashable, Codable, Sendable {
  /// SHA-256 of the text, lower-case hexadecimal; inspections name it.
  package let digest: String
  /// The version that called itself so, e.g. `fire.crowded@2`.
  package let checklist: String
  /// Titles, clauses and kinds of answers as JSON.
  package let text: Words

  package init(digest: String, checklist: String, text: Words) {
    (self.digest, self.checklist, self.text) = (digest, checklist, text)
  }
}
