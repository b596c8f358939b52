import Directory
package import Ground

/// Which fields a leader is in charge of (分管领域), and since when.
package struct SetPortfolio: Act {
  package let leader: OfficerID
  package let seen: Int?
  package let fields: [Field]
  package let since: CivilDate?

  package init(leader: OfficerID, seen: Int?, fields: [Field], since: CivilDate?) {
    (self.leader, self.seen, self.fields, self.since) = (leader, seen, fields, since)
  }

  package func perform(in room: ActRoom) throws -> Done {
    try room.requireKeeper()
    let directory = try room.directory()
    guard let officer = directory.officers[leader], !officer.hasLeft, officer.roles.contains(.leader) else {
      throw Refusal(.notALeader, at: "field")
    }
    if let since, since > room.today { throw Refusal(.portfolioDay, at: "since") }
    try room.check(seen: seen, of: directory.portfolio(of: leader))
    try room.record(.portfolioSet(Portfolio(leader: leader, fields: fields, since: since)))
    return Done()
  }
}
