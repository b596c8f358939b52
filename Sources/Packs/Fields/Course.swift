package import Ground

/// A course of training (培训课程) as a pack describes it: which units owe it for which posts, and when it is due again. No
/// person is named in it, and nothing of persons is counted but how many of a post were there.
package struct Course: Dated, Hashable, Sendable {
  /// E.g. `fire.keepers`.
  package let code: String
  package let title: Bilingual
  package let field: Field
  /// Units of these kinds owe it for their own people.
  package let units: [UnitGroup]
  /// Whoever looks after subjects of these types owes it for the posts there.
  package let subjects: [String]
  /// Who looks after them: which of the subjects' units sees to the training.
  package let role: DutyRule.UnitRole
  package let posts: [Post]
  /// After so many months it is due again; nil: once is enough.
  package let refresherMonths: Int?
  /// So many days before it is due it is called due soon, so that a session can still be arranged.
  package let noticeDays: Int
  /// How many class hours it takes; nil where the source does not say.
  package let hours: Int?
  /// The article among the packs' references that it rests on.
  package let reference: String?
  package let source: String
  package let checked: LegalReference.Checked
  package let validFrom: CivilDate?
  package let validTo: CivilDate?

  /// Whose people: a post (岗位), never a person.
  package struct Post: Hashable, Sendable {
    package let code: String
    package let title: Bilingual

    package init(code: String, title: Bilingual) { (self.code, self.title) = (code, title) }
  }

  /// A kind of units, called as the directory calls it.
  package enum UnitGroup: String, CaseIterable, Sendable { case office, department, town, community, contractor }

  package func post(_ code: String) -> Post? { posts.first { $0.code == code } }

  package init(
    code: String, title: Bilingual, field: Field, units: [UnitGroup] = [], subjects: [String] = [],
    role: DutyRule.UnitRole = .territorial, posts: [Post], refresherMonths: Int?, noticeDays: Int = 30,
    hours: Int? = nil, reference: String? = nil, source: String, checked: LegalReference.Checked,
    validFrom: CivilDate? = nil, validTo: CivilDate? = nil
  ) {
    (self.code, self.title, self.field, self.units, self.subjects) = (code, title, field, units, subjects)
    (self.role, self.posts, self.refresherMonths, self.noticeDays) = (role, posts, refresherMonths, noticeDays)
    (self.hours, self.reference, self.source, self.checked) = (hours, reference, source, checked)
    (self.validFrom, self.validTo) = (validFrom, validTo)
  }
}
