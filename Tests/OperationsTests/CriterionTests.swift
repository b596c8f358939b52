import Documents
import Ground
import Inspections
import Operations
import Packs
import TestDatabases
import TestOffice
import Testing

/// A major hazard names the rule of the standard by which it is one.
@Suite struct CriterionTests {
  @Test(arguments: TestEngine.all) func theRuleIsOfTheDayAndTheType(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let lift = try await test.place("special_equipment", supervising: "shijian", town: "shiqiao")
      let shijian = try await test.officer("shijian.ban")
      let list = try #require(test.office.shippedPacks.work.checklists["equipment.inspection"])
      let form = try #require(try await test.office.inspectionForm(lift, checklist: list.code, for: shijian))
      let rule = try #require(form.criteria.first { $0.code == "equipment.major.devices" })
      #expect(form.criteria.allSatisfy { $0.subjects.contains("special_equipment") })
      func record(_ grade: HazardGrade, _ criterion: String?) async throws -> InspectionID {
        let found = RecordInspection.FoundThing(
          item: "safety_devices", text: Words("限速器失灵。"), grade: grade, fixed: nil, criterion: criterion)
        return try await test.act(
          RecordInspection(
            subject: lift, checklist: list.edition, unit: nil, others: [], day: test.office.today,
            answers: list.items.map { item in
              Inspection.Answer(
                item: item.code, result: item.code == "safety_devices" ? .fail : item.soundAnswer(on: test.office.today)
              )
            }, findings: [found], signature: .signed, note: nil, recordedFor: nil), by: "shijian.ban")
      }
      // An ordinary one has none; another type's and one that nobody wrote are no rules here.
      for (grade, code) in [(HazardGrade.ordinary, rule.code), (.major, "gas.major.licence"), (.major, "no.such")] {
        await refused(.inspectionCriterion) { _ = try await record(grade, code) }
      }
      let id = try await record(.major, rule.code)
      let sheet = try #require(try await test.office.inspectionSheet(id, for: shijian))
      #expect(sheet.inspection.findings.first?.criterion == rule.code && sheet.criteria[rule.code] == rule)
      #expect(try await test.wrong() == [])
    }
  }
}
