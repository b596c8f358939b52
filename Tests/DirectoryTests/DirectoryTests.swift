import Directory
import Ground
import Testing

@Suite("Who is who in a district")
struct DirectoryTests {
  private func directory() -> Directory {
    let district = District(
      id: DistrictID(trusted: "qh"), name: Words("清河区"), code: "QH", division: "219901", approver: nil)
    var directory = Directory(district: district)
    directory.apply(.unitSet(unit("shiqiao", "石桥镇", .town, 2)))
    directory.apply(.unitSet(unit("ajb", "安委办", .office, 1)))
    directory.apply(.officerSet(officer("li", "ajb", [.leader], 2)))
    directory.apply(.officerSet(officer("wang", "ajb", [.leader, .coordinator], 1)))
    directory.apply(.officerSet(officer("zhao", "shiqiao", [.unitLead], 3)))
    return directory
  }

  private func unit(_ id: String, _ name: String, _ kind: UnitKind, _ order: Int) -> Unit {
    Unit(id: UnitID(trusted: id), name: Words(name), aliases: [], kind: kind, parent: nil, order: order)
  }

  private func officer(_ id: String, _ unit: String, _ roles: [Role], _ order: Int, hasLeft: Bool = false) -> Officer {
    Officer(
      id: OfficerID(trusted: id), name: Words(id), post: Words("主任"), unit: UnitID(trusted: unit), roles: roles,
      order: order, hasLeft: hasLeft)
  }

  private func portfolio(_ id: String, _ fields: [Field]) -> DirectoryEvent {
    .portfolioSet(Portfolio(leader: OfficerID(trusted: id), fields: fields))
  }

  @Test("Units and officers come in the official order, not in that of entry")
  func order() {
    #expect(directory().unitsInOrder.map(\.id.text) == ["ajb", "shiqiao"])
    #expect(directory().officersInOrder.map(\.id.text) == ["wang", "li", "zhao"])
    #expect(directory().units(of: .town).map(\.id.text) == ["shiqiao"])
  }

  @Test("A field's leader is the first in order who still serves")
  func leader() {
    var directory = directory()
    #expect(directory.leader(of: .fire) == nil)
    directory.apply(portfolio("li", [.fire, .gas]))
    directory.apply(portfolio("wang", [.fire]))
    #expect(directory.leader(of: .fire)?.id.text == "wang")
    directory.apply(.officerSet(officer("wang", "ajb", [.leader], 1, hasLeft: true)))
    #expect(directory.leader(of: .fire)?.id.text == "li")
    #expect(directory.leader(of: .gas)?.id.text == "li")
  }

  @Test("Those who left are kept and no longer named")
  func left() {
    var directory = directory()
    #expect(directory.leads(of: UnitID(trusted: "shiqiao")).map(\.id.text) == ["zhao"])
    directory.apply(.officerSet(officer("zhao", "shiqiao", [.unitLead], 3, hasLeft: true)))
    #expect(directory.leads(of: UnitID(trusted: "shiqiao")).isEmpty)
    #expect(directory.officers.count == 3)
  }

  @Test("A rule holds no role; an officer holds those of the entry")
  func actor() {
    #expect(!Actor.rule("rule.ready").has(.coordinator))
    #expect(Actor.officer(officer("wang", "ajb", [.coordinator], 1)).has(.coordinator))
    #expect(!Actor.officer(officer("wang", "ajb", [.coordinator], 1)).has(.verifier))
    #expect(Actor.officer(officer("wang", "ajb", [], 1)).code == "wang")
    #expect(Actor.rule("rule.ready").code == "rule.ready")
  }
}
