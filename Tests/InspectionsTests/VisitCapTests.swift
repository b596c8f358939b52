import Directory
import Ground
import Inspections
import Packs
import Subjects
import TestFields
import Testing

/// When one more unit says why it comes.
@Suite("The cap on visits")
struct VisitCapTests {
  private static let others = ["shiqiao", "emergency"].map { OtherVisit(unit: UnitID(trusted: $0), day: Qinghe.today) }

  private static func shop(responsible: String? = nil) -> Subject? {
    Qinghe.subject(Qinghe.new(Qinghe.details(responsible: responsible, attributes: [:]), type: "shop"))
  }

  private static func visit(reason: VisitReason? = nil, checks: Inspection.Check? = nil) -> Inspection {
    Inspection(
      id: InspectionID(trusted: "i1"), subject: SubjectID(trusted: "s1"), checklist: "shop.fire@1",
      unit: UnitID(trusted: "housing"), inspectors: [OfficerID(trusted: "housing-lead")], day: Qinghe.today,
      answers: [Inspection.Answer(item: "exit", result: .pass)], findings: [], signature: .signed, note: nil,
      recordedFor: nil, checks: checks, reason: reason)
  }

  private static func refused(
    _ inspection: Inspection, after others: [OtherVisit] = others, of subject: Subject? = shop()
  ) -> [ProblemCode] {
    InspectionTests.refused(.record(inspection, others: others), on: nil, of: subject, by: "housing-lead")
  }

  @Test func oneMoreSaysWhy() {
    #expect(Self.refused(Self.visit()) == [.inspectionCrowded])
    #expect(Self.refused(Self.visit(), after: Array(Self.others.prefix(1))) == [])
    for reason in VisitReason.allCases { #expect(Self.refused(Self.visit(reason: reason)) == []) }
    // A reason that was not needed does no harm.
    #expect(Self.refused(Self.visit(reason: .complaint), after: []) == [])
  }

  @Test func saysWhoCameAndHowManyMay() {
    do throws(Refusal) {
      let lead = Qinghe.directory.officers[OfficerID(trusted: "housing-lead")]
      _ = try decide(
        .record(Self.visit(), others: Self.others), on: nil, of: Self.shop(),
        by: lead.map { .officer($0) } ?? .rule("x"), at: Qinghe.morning,
        in: Qinghe.directory, packs: Qinghe.packs)
      Issue.record("it was taken")
    } catch {
      let problem = error.problems[0]
      #expect(problem.place == "reason" && problem.values["units"] == "2" && problem.values["days"] == "7")
      #expect(problem.values["visits"]?.contains(Qinghe.today.iso) == true)
    }
  }

  /// A gate, a draw, and whoever runs the place burden nobody.
  @Test func someVisitsBurdenNobody() {
    let gate = InspectionTests.inspection()
    #expect(Self.refused(gate, of: Qinghe.subject()) == [])
    let check = Inspection.Check(draw: DrawID(trusted: "d1"), duty: nil, first: nil, due: Qinghe.today)
    #expect(Self.refused(Self.visit(checks: check)) == [])
    #expect(Self.refused(Self.visit(), of: Self.shop(responsible: "housing")) == [])
    #expect(Self.refused(Self.visit(), of: Self.shop(responsible: "shiqiao")) == [.inspectionCrowded])
  }
}
