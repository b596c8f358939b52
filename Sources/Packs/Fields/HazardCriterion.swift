package import Ground

/// What makes a hazard a major one: one rule of a dated standard (重大事故隐患判定标准).
package struct HazardCriterion: Dated, Hashable, Sendable {
  /// E.g. `gas.major.licence`.
  package let code: String
  /// What must be the case.
  package let title: Bilingual
  /// The types of subjects that it is for.
  package let subjects: [String]
  /// The standard's name and number, e.g. 《城镇燃气经营安全重大隐患判定标准》.
  package let standard: Bilingual
  /// Article, paragraph and number, as the standard counts.
  package let clause: String
  /// Where it was read, and how; anything but `.statute` shows 待核.
  package let source: String
  package let checked: LegalReference.Checked
  package let validFrom: CivilDate?
  package let validTo: CivilDate?
  /// Its place among all in the packs, which follow their standards.
  let order: Int
}

extension StandingWork {
  /// Those for a type of subjects that hold on a day, in the order of their packs.
  package func criteria(of type: String, on day: CivilDate) -> [HazardCriterion] {
    criteria.values.filter { $0.subjects.contains(type) && $0.holds(on: day) }.sorted { $0.order < $1.order }
  }
}

extension PackLoad {
  mutating func addCriterion(_ node: PackNode) throws(Problem) {
    let fields = try node.fields([
      "code", "title", "subjects", "standard", "clause", "source", "checked", "valid_from", "valid_to",
    ])
    let code = try fields.code()
    try define(code, .criterion, at: node)
    let subjects = try fields.required("subjects", "[…]")
    for subject in try subjects.list() { try point(from: subject, to: .subject) }
    work.criteria[code] = HazardCriterion(
      code: code, title: try fields.bilingual("title"), subjects: try subjects.words(),
      standard: try fields.bilingual("standard"), clause: try fields.text("clause"), source: try fields.text("source"),
      checked: try fields.required("checked").choice(LegalReference.Checked.self),
      validFrom: try fields["valid_from"]?.day(), validTo: try fields["valid_to"]?.day(), order: work.criteria.count)
  }
}
