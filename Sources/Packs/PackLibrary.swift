package import Ground

/// Everything the packs say, read once at start.
package struct PackLibrary: Hashable, Sendable {
  package let standards: [String: CloseOutStandard]
  package let terms: [String: DueTerm]
  package let references: [String: LegalReference]
  package let procedures: [String: Procedure]
  package let words: WordLists
  /// How a demand of a bulletin runs once it is issued.
  package let intake: Procedure?
  /// Which departments commonly have a field, the likeliest first; a district's directory says what they are called.
  package let departments: [Field: [String]]

  package init(
    standards: [String: CloseOutStandard], terms: [String: DueTerm], references: [String: LegalReference],
    procedures: [String: Procedure] = [:], words: WordLists = WordLists(), intake: Procedure? = nil,
    departments: [Field: [String]] = [:]
  ) {
    (self.standards, self.terms, self.references) = (standards, terms, references)
    (self.procedures, self.words, self.intake, self.departments) = (procedures, words, intake, departments)
  }
}
