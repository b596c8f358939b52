import Directory
package import Ground

/// The other ways in which bulletins write a unit's name; its keepers see them first where a bulletin was misread.
package struct SetAliases: Act {
  package let unit: UnitID
  package let seen: Int?
  package let aliases: [String]

  package init(unit: UnitID, seen: Int?, aliases: [String]) {
    (self.unit, self.seen, self.aliases) = (unit, seen, aliases)
  }

  package func perform(in room: ActRoom) throws -> Done {
    try room.requireKeeper()
    let before = try room.unit(unit, seen: seen)
    guard aliases.count <= 30, Set(aliases).count == aliases.count else { throw Refusal(.aliasesMany, at: "aliases") }
    for other in try room.directory().unitsInOrder where other.id != unit {
      for name in [other.name] + other.aliases where name.text.map(aliases.contains) == true {
        throw Refusal(.aliasTaken, at: "aliases", ["name": name.shown, "unit": other.name.shown])
      }
    }
    let words = aliases.map { text in before.aliases.first { $0.text == text } ?? Words(text) }
    try room.record(.unitSet(before.with(aliases: words)))
    return Done()
  }
}
