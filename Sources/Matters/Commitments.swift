package import Ground
import Packs

/// What the lead unit commits itself to before it puts a major hazard right (五落实: 责任、措施、资金、时限、预案).
package struct Commitments: Hashable, Codable, Sendable {
  /// Which department or post answers for it; never a person.
  package let responsibility: Words
  package let measures: Words
  package let funds: Words
  /// By when it is done: at the latest on the matter's due day, or today where that has passed.
  package let until: CivilDate
  /// What is done if it goes wrong meanwhile (应急预案).
  package let contingency: Words

  package init(responsibility: Words, measures: Words, funds: Words, until: CivilDate, contingency: Words) {
    (self.responsibility, self.measures, self.funds) = (responsibility, measures, funds)
    (self.until, self.contingency) = (until, contingency)
  }

  package var typed: [Words] { [responsibility, measures, funds, contingency] }

  /// Whether it says the same; texts of a ledger are sealed, those that were just typed are not.
  private func isSame(as other: Commitments) -> Bool {
    until == other.until && typed.map(\.text) == other.typed.map(\.text)
  }

  func problems(_ reason: Words?, on matter: Matter, today: CivilDate) -> [Problem] {
    let texts = [
      ("responsibility", responsibility), ("measures", measures), ("funds", funds), ("contingency", contingency),
    ].flatMap { TypedWords.problems($1, at: $0) }
    let before = matter.life.commitments
    let why = before == nil ? [] : TypedWords.problems(reason ?? Words(""), at: "reason")
    let same = before.map { $0.isSame(as: self) ? [Problem(.nothingChanges, at: "measures")] : [] } ?? []
    // What is overdue is promised for a day that is still to come.
    let last = matter.due.map { max(today, $0.day) } ?? until
    guard until < today || until > last else { return texts + why + same }
    return texts + why + same
      + [Problem(.commitmentsDay, at: "until", ["first": today.iso, "last": last.iso])]
  }
}

extension Decision {
  /// Why a matter whose procedure asks for the five commitments may not be submitted yet.
  func uncommitted(_ matter: Matter) -> [Problem] {
    let asked = context.packs.procedures[matter.procedure]?.asksCommitments ?? false
    return asked && matter.life.commitments == nil ? [Problem(.commitmentsMissing, at: "commitments")] : []
  }
}

extension ProblemCode {
  package static let commitmentsMissing = ProblemCode(
    "matter.commitments_missing", status: 409,
    message: Bilingual("重大隐患还没有登记“五落实”。", "The five commitments of this major hazard are not recorded."),
    hint: Bilingual(
      "请先登记责任、措施、资金、时限、预案，再申请销号。",
      "Record responsibility, measures, funds, time limit and contingency plan, then submit."))
  package static let commitmentsDay = ProblemCode(
    "matter.commitments_day", status: 422,
    message: Bilingual("落实时限应在{first}与{last}之间。", "The time limit lies between {first} and {last}."),
    hint: Bilingual(
      "请核对日期；期限不够的，先申请延期。", "Check the day; where the time is too short, ask for more first."))

  package static let dutiesUnknown = ProblemCode(
    "matter.duties_unknown", status: 422,
    message: Bilingual(
      "所选检查职责中有停用的、重复的或抽查职责，或超过{most}项。",
      "A duty is out of use, there twice or a spot check, or there are more than {most}."),
    hint: Bilingual("请从列出的检查职责中选择。", "Choose from the duties listed."))

  static let commitmentsCatalogue: [ProblemCode] = [.commitmentsMissing, .commitmentsDay, .dutiesUnknown]
}
