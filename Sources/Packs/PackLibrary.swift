import Ground

/// Everything the packs say, read once at start.
package struct PackLibrary: Hashable, Sendable {
  package let standards: [String: CloseOutStandard]
  package let terms: [String: DueTerm]
  package let references: [String: LegalReference]
  package let procedures: [String: Procedure]
  package let words: WordLists

  package init(
    standards: [String: CloseOutStandard], terms: [String: DueTerm], references: [String: LegalReference],
    procedures: [String: Procedure] = [:], words: WordLists = WordLists()
  ) {
    (self.standards, self.terms, self.references) = (standards, terms, references)
    (self.procedures, self.words) = (procedures, words)
  }
}
