import Directory
import Ground
import Testing

@Suite("An officer acts for another for a period")
struct StandInTests {
  private func officer(_ id: String, hasLeft: Bool = false) -> DirectoryEvent {
    .officerSet(
      Officer(
        id: OfficerID(trusted: id), name: Words(id), post: Words("科长"), unit: UnitID(trusted: "office"),
        roles: id == "chief" ? [.coordinator] : [], order: 1, hasLeft: hasLeft))
  }

  private let standIn = StandIn(
    id: StandInID(trusted: "s1"), away: OfficerID(trusted: "chief"), substitute: OfficerID(trusted: "deputy"),
    first: CivilDate("2026-03-02")!, last: CivilDate("2026-03-06")!, reason: Words("外出"))

  private func directory(_ standIn: StandIn) -> Directory {
    let district = District(
      id: DistrictID(trusted: "qh"), name: Words("清河区"), code: "QH", division: "999901", approver: nil)
    return Directory(district: district, [officer("chief"), officer("deputy"), .standInSet(standIn)])
  }

  private func actor(_ directory: Directory, on day: String) -> Actor? {
    directory.standIn(OfficerID(trusted: "deputy"), for: OfficerID(trusted: "chief"), on: CivilDate(day)!)
  }

  @Test(
    "The rights are lent from the first day to the last, both included",
    arguments: [("2026-03-01", false), ("2026-03-02", true), ("2026-03-06", true), ("2026-03-07", false)])
  func period(day: String, holds: Bool) {
    #expect((actor(directory(standIn), on: day) != nil) == holds)
  }

  @Test("Whoever stands in has the other's roles and not their own, and both are named")
  func rights() throws {
    let actor = try #require(self.actor(directory(standIn), on: "2026-03-03"))
    #expect(actor.has(.coordinator))
    #expect(actor.officer?.id.text == "chief" && actor.person?.id.text == "deputy")
    #expect(actor.code == "deputy/chief")
    let people = try #require(Actor.officers(in: actor.code))
    #expect(people.who.text == "deputy" && people.for?.text == "chief")
  }

  @Test("Codes of one officer and of rules are read too, and others are not")
  func codes() {
    #expect(Actor.officers(in: "tong")?.for == nil && Actor.officers(in: "tong")?.who.text == "tong")
    #expect(Actor.officers(in: "a/b/c") == nil && Actor.officers(in: "/b") == nil && Actor.officers(in: "a/") == nil)
  }

  @Test("Nobody stands in once it was ended, for somebody who left, or where nothing was entrusted")
  func over() {
    #expect(actor(directory(standIn.ended(on: CivilDate("2026-03-03")!)), on: "2026-03-03") == nil)
    var left = directory(standIn)
    left.apply(officer("chief", hasLeft: true))
    #expect(actor(left, on: "2026-03-03") == nil)
    var gone = directory(standIn)
    gone.apply(officer("deputy", hasLeft: true))
    #expect(actor(gone, on: "2026-03-03") == nil)
    #expect(
      directory(standIn).standIn(
        OfficerID(trusted: "chief"), for: OfficerID(trusted: "deputy"), on: CivilDate("2026-03-03")!) == nil)
  }
}
