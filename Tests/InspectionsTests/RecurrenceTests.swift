import Ground
import Inspections
import Packs
import Testing

/// When something that is found was found before.
@Suite struct RecurrenceTests {
  private func found(
    _ day: String, _ item: String? = "edges", subject: String = "s1", checklist: String = "site", matter: String? = nil,
    place: Int = 0
  ) throws -> CountedFinding {
    CountedFinding(
      inspection: InspectionID(trusted: "i-\(day)"), place: place, subject: SubjectID(trusted: subject),
      checklist: checklist, item: item, grade: .ordinary, isFixed: matter == nil,
      matter: matter.map { MatterID(trusted: $0) }, day: try #require(CivilDate(day)))
  }

  @Test func withinTwelveMonths() throws {
    let again = try found("2026-03-02")
    let (inside, outside) = (try found("2025-03-02"), try found("2025-03-01"))
    #expect(again.repeated(among: [inside], closedOn: [:]) == inside)
    #expect(again.repeated(among: [outside], closedOn: [:]) == nil)
    // Of two, the later one.
    let later = try found("2026-01-05")
    #expect(again.repeated(among: [later, inside, outside], closedOn: [:]) == later)
    // A year before the 29th of February is the 28th.
    let leap = try found("2028-02-29")
    #expect(leap.repeated(among: [try found("2027-02-28")], closedOn: [:]) != nil)
    #expect(leap.repeated(among: [try found("2027-02-27")], closedOn: [:]) == nil)
  }

  @Test func afterItsMatterWasClosedHoweverLongAgo() throws {
    let again = try found("2026-03-02", matter: "m2")
    let old = try found("2023-05-01", matter: "m1")
    let matter = MatterID(trusted: "m1")
    func closed(_ day: String) throws -> [MatterID: CivilDate] { [matter: try #require(CivilDate(day))] }
    #expect(again.repeated(among: [old], closedOn: try closed("2026-03-02")) == old)
    #expect(again.repeated(among: [old], closedOn: try closed("2026-03-03")) == nil)
    #expect(again.repeated(among: [old], closedOn: [:]) == nil)
  }

  @Test func onlyTheSameThing() throws {
    let again = try found("2026-03-02")
    let others = [
      try found("2026-02-01", "power"), try found("2026-02-01", subject: "s2"),
      try found("2026-02-01", checklist: "dust"), try found("2026-02-01", nil), try found("2026-03-02", place: 1),
      try found("2026-03-03"),
    ]
    #expect(again.repeated(among: others, closedOn: [:]) == nil)
    // What no item asks about is nothing that could be told apart.
    #expect(try found("2026-03-02", nil).repeated(among: [try found("2026-02-01", nil)], closedOn: [:]) == nil)
  }
}
