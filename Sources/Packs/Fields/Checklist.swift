package import Ground

/// What an inspection goes through (检查表), in one of its versions.
package struct Checklist: Dated, Hashable, Sendable {
  /// E.g. `fire.crowded`.
  package let code: String
  /// Counted up by whoever changes the pack; an inspection keeps the version that it used.
  package let version: Int
  package let title: Bilingual
  /// The types of subjects that it is for.
  package let subjects: [String]
  package let items: [Item]
  /// Where it was taken from.
  package let source: String
  package let checked: LegalReference.Checked
  /// The first and the last day on which something may be inspected by it.
  package let validFrom: CivilDate?
  package let validTo: CivilDate?

  package init(
    code: String, version: Int, title: Bilingual, subjects: [String], items: [Item], source: String,
    checked: LegalReference.Checked, validFrom: CivilDate? = nil, validTo: CivilDate? = nil
  ) {
    (self.code, self.version, self.title, self.subjects) = (code, version, title, subjects)
    (self.items, self.source, self.checked) = (items, source, checked)
    (self.validFrom, self.validTo) = (validFrom, validTo)
  }

  /// What an inspection names: `fire.crowded@2`.
  package var edition: String { "\(code)@\(version)" }

  package func item(_ code: String) -> Item? { items.first { $0.code == code } }

  /// One thing to look at.
  package struct Item: Hashable, Sendable {
    package let code: String
    package let title: Bilingual
    package let answer: Answer
    /// The grade of the hazard that is proposed where it does not pass; the inspector decides.
    package let grade: HazardGrade
    /// The article or clause of a standard, as the pack writes it; nil for good practice.
    package let clause: String?
    /// The article among the packs' references that it rests on.
    package let reference: String?
    /// Why a photo is needed; nil where none is asked for (DESIGN §7: only where the standard asks for one).
    package let photo: Bilingual?
    /// Whether a gate opens only where this was really looked at: "does not apply" does not open it.
    package let isEssential: Bool

    package init(
      code: String, title: Bilingual, answer: Answer, grade: HazardGrade, clause: String?, reference: String?,
      photo: Bilingual?, isEssential: Bool = false
    ) {
      (self.code, self.title, self.answer, self.grade) = (code, title, answer, grade)
      (self.clause, self.reference, self.photo, self.isEssential) = (clause, reference, photo, isEssential)
    }
  }

  /// How an item is answered. Every item may also be answered "does not apply".
  package enum Answer: Hashable, Sendable {
    /// In order or not.
    case pass
    /// A whole number; outside of the range it does not pass.
    case number(ClosedRange<Int>, unit: Bilingual?)
    /// The last day on which something is valid; before the day of the inspection it does not pass.
    case validUntil
  }
}

/// How grave a hazard is (隐患分级): what can be put right at once, or what needs a stop, time or others (DOMAIN §2.2).
package enum HazardGrade: String, CaseIterable, Codable, Sendable {
  case ordinary, major
}
