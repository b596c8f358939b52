import Directory
import Ground
import Testing

@Suite("Which matters an officer may see")
struct ScopeTests {
  private func unit(_ id: String, under parent: String? = nil, order: Int = 1, mergedInto heir: String? = nil) -> Unit {
    Unit(
      id: UnitID(trusted: id), name: Words(id), aliases: [], kind: .department,
      parent: parent.map { UnitID(trusted: $0) }, order: order,
      ended: heir.map {
        UnitEnd(day: CivilDate("2026-03-01")!, successor: UnitID(trusted: $0), reason: Words("机构改革"))
      })
  }

  private func officer(_ roles: [Role], in unit: String = "fire", hasLeft: Bool = false) -> Officer {
    Officer(
      id: OfficerID(trusted: "someone"), name: Words("某人"), post: Words("科员"), unit: UnitID(trusted: unit),
      roles: roles,
      order: 1, hasLeft: hasLeft)
  }

  private func directory(_ openness: Openness? = nil) -> Directory {
    let district = District(
      id: DistrictID(trusted: "qh"), name: Words("清河区"), code: "QH", division: "999901", approver: nil,
      openness: openness)
    let units = [
      unit("fire"), unit("station", under: "fire"), unit("crew", under: "station"), unit("town", order: 2),
      unit("oldfire", order: 3, mergedInto: "fire"), unit("oldpost", under: "oldfire"),
    ]
    return Directory(district: district, units.map { .unitSet($0) })
  }

  private let fireCircle: Scope = .units(
    Set(["fire", "station", "crew", "oldfire", "oldpost"].map { UnitID(trusted: $0) }))

  @Test("By role: the district, the own unit with those beneath and before it, or nothing", arguments: Role.allCases)
  func roles(role: Role) {
    let scope = directory().scope(of: officer([role]))
    switch role {
    case .coordinator, .leader, .verifier, .auditor: #expect(scope == .all)
    case .unitLead, .handler: #expect(scope == fireCircle)
    case .administrator: #expect(scope == .nothing)
    }
  }

  @Test("Several roles see what the widest of them sees; who left sees nothing")
  func several() {
    #expect(directory().scope(of: officer([.administrator, .handler])) == fireCircle)
    #expect(directory().scope(of: officer([.handler, .verifier])) == .all)
    #expect(directory().scope(of: officer([.coordinator], hasLeft: true)) == .nothing)
    #expect(directory().scope(of: officer([])) == .nothing)
  }

  @Test("An open district shows its units everything, and its administrators still nothing")
  func openness() {
    #expect(directory(.district).scope(of: officer([.handler])) == .all)
    #expect(directory(.units).scope(of: officer([.handler])) == fireCircle)
    #expect(directory(.district).scope(of: officer([.administrator])) == .nothing)
  }

  @Test("A unit beneath sees nothing of the one above")
  func beneath() {
    let scope = directory().scope(of: officer([.handler], in: "crew"))
    #expect(scope == .units([UnitID(trusted: "crew")]))
    let (fire, crew, town) = (UnitID(trusted: "fire"), UnitID(trusted: "crew"), UnitID(trusted: "town"))
    #expect(scope.covers(lead: crew, supporting: []))
    #expect(scope.covers(lead: town, supporting: [fire, crew]))
    #expect(!scope.covers(lead: fire, supporting: [town]))
    #expect(!Scope.nothing.covers(lead: crew, supporting: [crew]))
    #expect(Scope.all.covers(lead: town, supporting: []))
  }

  @Test("The order is the tree's: a unit, then those beneath it")
  func order() {
    #expect(
      directory().unitsInOrder.map(\.id.text) == ["fire", "station", "crew", "town", "oldfire", "oldpost"])
    #expect(directory().responsibleUnits.map(\.id.text) == ["fire", "station", "crew", "town", "oldpost"])
    #expect(directory().heir(of: unit("oldfire", mergedInto: "fire"))?.id.text == "fire")
    #expect(directory().isBeneath(UnitID(trusted: "crew"), UnitID(trusted: "fire")))
    #expect(!directory().isBeneath(UnitID(trusted: "fire"), UnitID(trusted: "crew")))
  }
}
