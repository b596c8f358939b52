import Directory
import Ground
import Hummingbird
import Operations

private let page = "/directory/units/:unit"

/// Units: the tree's order, one unit, and what its keepers change.
let unitRoutes: [Route] = [
  .get("/directory/order", .keepers) { visit in
    visit.page(unitOrderPage(try await visit.office.unitOrder(), visit.viewer(), visit.locale))
  },
  .post("/directory/order", on: "/directory/order", .keepers) { visit in
    let parent = try visit.form.id("parent", of: UnitTag.self)
    let group = visit.directory?.units(under: parent).map(\.id) ?? []
    return try await visit.perform(
      SetUnitOrder(parent: parent, units: visit.form.sequence(of: group), seen: try visit.form.seen()), saying: .acted)
  },
  .get("/directory/units/new", .administrators) { visit in
    let units = visit.directory?.unitsInOrder.filter { $0.ended == nil }.map { UnitName(id: $0.id, name: $0.name) }
    return visit.page(newUnitPage(units ?? [], parent: visit.query("parent"), visit.viewer(), visit.locale))
  },
  .post("/directory/units", on: "/directory/units/new", .administrators) { visit in
    let unit = try await visit.office.perform(
      try visit.form.unit(nil), by: try visit.actor(), operation: try visit.form.operation())
    return visit.redirect(to: "/directory/units/\(unit)", saying: .acted)
  },
  .get(page, .officers) { visit in
    let sheet = try await visit.office.unitSheet(try visit.id("unit"), for: try visit.officer())
    return visit.page(unitSheetPage(try found(sheet), visit.viewer(), visit.locale))
  },
  .post(page, on: page, .administrators) { visit in
    try await visit.perform(try visit.form.unit(try visit.id("unit")), saying: .acted)
  },
  .post(page + "/aliases", on: page, .keepers) { visit in
    let lines = visit.form.text("aliases").split(separator: "\n").map(String.init)
    let aliases = lines.map { $0.filter { !$0.isWhitespace } }.filter { !$0.isEmpty }
    return try await visit.perform(
      SetAliases(unit: try visit.id("unit"), seen: try visit.form.seen(), aliases: aliases), saying: .acted)
  },
  .post(page + "/order", on: page, .keepers) { visit in
    let unit = try visit.id("unit", of: UnitTag.self)
    let group = visit.directory?.officersInOrder.filter { $0.unit == unit && !$0.hasLeft }.map(\.id) ?? []
    return try await visit.perform(
      SetOfficerOrder(unit: unit, officers: visit.form.sequence(of: group), seen: try visit.form.seen()),
      saying: .acted)
  },
  .post(page + "/end", on: page, .administrators) { visit in
    guard let day = try visit.form.day("day") else { throw Refusal(.fieldMissing, at: "day") }
    return try await visit.perform(
      EndUnit(
        unit: try visit.id("unit"), seen: try visit.form.seen(), day: day, successor: try visit.form.id("successor"),
        reason: try visit.form.required("reason")), saying: .acted)
  },
  .post(page + "/matters", on: page, .coordinators) { visit in
    try await visit.perform(
      MoveMatters(unit: try visit.id("unit"), reason: try visit.form.required("reason")), saying: .acted)
  },
]

extension SubmittedForm {
  fileprivate func unit(_ id: UnitID?) throws(Refusal) -> SetUnit {
    guard let kind = try choice("kind", UnitKind.self) else { throw Refusal(.fieldMissing, at: "kind") }
    return SetUnit(
      unit: id, seen: try seen(), name: try required("name"), kind: kind, parent: try self.id("parent"))
  }

  /// The ids in the order that the numbers `place.<id>` give them. Of two at one place, the one that was moved up comes
  /// first, the one that was moved down last.
  fileprivate func sequence<Owner>(of ids: [Identifier<Owner>]) -> [Identifier<Owner>] {
    let places = ids.enumerated().map { index, id -> (place: Int, turn: Int, index: Int, id: Identifier<Owner>) in
      let place = min(max(Int(text("place.\(id)")) ?? index + 1, 0), 10_000)
      return (place, (place - index - 1).signum(), index, id)
    }
    return places.sorted { ($0.place, $0.turn, $0.index) < ($1.place, $1.turn, $1.index) }.map(\.id)
  }
}
