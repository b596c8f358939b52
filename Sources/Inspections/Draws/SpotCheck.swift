package import Ground

extension Inspection {
  /// Which draw an inspection was made for, and what it looks at again.
  package struct Check: Hashable, Codable, Sendable {
    package let draw: DrawID
    /// The second-line duty; nil for a draw of its own.
    package let duty: String?
    package let first: DrawCommitment.First?
    /// Until when it was to be made; later, too much may have changed to compare.
    package let due: CivilDate

    package init(draw: DrawID, duty: String?, first: DrawCommitment.First?, due: CivilDate) {
      (self.draw, self.duty, self.first, self.due) = (draw, duty, first, due)
    }
  }

  /// The items that did not pass here and passed at the first inspection (不一致), by their codes in the order of the answers;
  /// nil where the two cannot be compared: one is void, the checklists differ, or this one came after its window.
  package func disagreements(with first: Inspection) -> [String]? {
    guard let checks, checks.first?.inspection == first.id, day <= checks.due, annulled == nil, first.annulled == nil,
      checklist == first.checklist
    else { return nil }
    let (found, known) = (Set(findings.compactMap(\.item)), Set(first.findings.compactMap(\.item)))
    // What did not apply was not passed; a finding that no item asks about has no counterpart.
    let passed = first.answers.filter { $0.result != .notApplicable && !known.contains($0.item) }.map(\.item)
    return passed.filter(found.contains)
  }
}
