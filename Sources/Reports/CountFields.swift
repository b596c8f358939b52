package import Directory
package import Duties
package import Ground
package import Inspections
package import Matters
import Packs
package import Subjects

/// What figures of the fields are counted from, wherever it was read.
package struct FieldFacts: Sendable {
  package let groups: [SubjectGroup]
  /// Inspections that count, by checklist, over the days of the checklist's windows.
  package let rounds: [String: [SubjectRounds]]
  /// How many inspections that count were made on the plan's days, by the subjects' type.
  package let inspections: [String: Int]
  package let found: [FoundFact]
  /// What was found before on the same subjects by the same items.
  package let earlier: [CountedFinding]
  /// Of the matters of `earlier`, when they were closed.
  package let closedOn: [MatterID: CivilDate]
  /// The reasons given for windows that end on the plan's days.
  package let stated: [StatedWindow]

  package init(
    groups: [SubjectGroup], rounds: [String: [SubjectRounds]], inspections: [String: Int], found: [FoundFact],
    earlier: [CountedFinding], closedOn: [MatterID: CivilDate], stated: [StatedWindow]
  ) {
    self.stated = stated
    (self.groups, self.rounds, self.inspections) = (groups, rounds, inspections)
    (self.found, self.earlier, self.closedOn) = (found, earlier, closedOn)
  }
}

/// Something found on the plan's days, with how its matter stands.
package struct FoundFact: Hashable, Sendable {
  package let finding: CountedFinding
  /// The subject's type.
  package let type: String
  /// Nil where it became no matter.
  package let phase: Phase?
  package let due: CivilDate?

  package init(finding: CountedFinding, type: String, phase: Phase?, due: CivilDate?) {
    (self.finding, self.type, self.phase, self.due) = (finding, type, phase, due)
  }

  /// Whether its matter is open past its day.
  package func isOverdue(on day: CivilDate) -> Bool {
    (phase?.isOpen ?? false) && due.map { Matters.isOverdue(due: $0, on: day) } ?? false
  }
}

/// The fields' figures against a plan. Pure: the same facts give the same figures.
package func fieldWork(_ plan: FieldPlan, _ facts: FieldFacts, directory: Directory, asOf: CivilDate) -> FieldWork {
  let fields = Dictionary(plan.types.map { ($0.type, $0.field) }, uniquingKeysWith: { first, _ in first })
  var counting = DutyCounting(directory)
  let byType = Dictionary(grouping: facts.groups, by: \.subject.type)
  var tallies: [Field: DutyTally] = [:]
  var reasons: [Field: [WindowReason: Int]] = [:]
  let stated = Dictionary(grouping: facts.stated, by: \.duty)
  for duty in plan.duties {
    let rounds = facts.rounds[duty.checklist] ?? []
    let each = counting.tallies(of: duty, among: byType[duty.type] ?? [], rounds: rounds)
    tallies[duty.field] = each.reduce(tallies[duty.field] ?? DutyTally(), +)
    for (_, counts) in counting.reasons(of: duty, stated: stated[duty.duty] ?? [], rounds: rounds) {
      reasons[duty.field, default: [:]].merge(counts, uniquingKeysWith: +)
    }
  }
  let again = recurrences(facts, fields)
  let rows = Field.allCases.compactMap { field -> FieldRow? in
    let found = facts.found.filter { fields[$0.type] == field }
    let row = FieldRow(
      field: field, owed: tallies[field]?.owed ?? 0, done: tallies[field]?.done ?? 0,
      inspections: facts.inspections.reduce(0) { fields[$1.key] == field ? $0 + $1.value : $0 },
      ordinary: found.count { $0.finding.grade == .ordinary }, major: found.count { $0.finding.grade == .major },
      fixed: found.count(where: \.finding.isFixed), closed: found.count { $0.phase == .closed },
      overdue: found.count { $0.isOverdue(on: asOf) }, recurred: again.count { $0.field == field },
      reasons: reasons[field].map(ReasonCount.all))
    return row.isEmpty ? nil : row
  }
  return FieldWork(first: plan.first, last: plan.last, rows: rows, recurrences: again)
}

/// By the day on which it was found again, then by inspection and place.
private func recurrences(_ facts: FieldFacts, _ fields: [String: Field]) -> [Recurrence] {
  let earlier = Dictionary(grouping: facts.earlier, by: \.subject)
  let found = facts.found.sorted { left, right in
    let (a, b) = (left.finding, right.finding)
    return (a.day, a.inspection, a.place) < (b.day, b.inspection, b.place)
  }
  return found.compactMap { fact in
    let again = fact.finding
    guard let field = fields[fact.type], let item = again.item,
      let before = again.repeated(among: earlier[again.subject] ?? [], closedOn: facts.closedOn)
    else { return nil }
    return Recurrence(
      field: field, subject: again.subject, checklist: again.checklist, item: item, again: .init(again),
      before: .init(before), closedOn: before.matter.flatMap { facts.closedOn[$0] })
  }
}

extension Recurrence.Found {
  package init(_ finding: CountedFinding) {
    self.init(inspection: finding.inspection, day: finding.day, matter: finding.matter)
  }
}
