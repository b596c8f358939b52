package import Directory
package import Ground

/// What happened to a unit or an officer, who recorded it, when, and where that stands in the ledger?
package struct DirectoryStoryLine: Sendable {
  package let position: Int
  package let at: Instant
  package let by: StoryAuthor
  package let happening: DirectoryHappening

  package init(position: Int, at: Instant, by: StoryAuthor, happening: DirectoryHappening) {
    (self.position, self.at, self.by, self.happening) = (position, at, by, happening)
  }
}

/// What changed in the directory, with the names that the sentence needs.
package enum DirectoryHappening: Sendable {
  case unitEntered
  case unitRenamed(before: Words, after: Words)
  case unitKind(UnitKind)
  case unitMoved(to: UnitName?)
  case unitAliases([Words])
  case unitOrdered(Int)
  case unitMerged(into: UnitName, on: CivilDate, reason: Words)
  case unitDissolved(on: CivilDate, reason: Words)
  case unitAbsorbed(UnitName)
  case officerEntered(unit: UnitName, post: Words)
  case officerRenamed(before: Words, after: Words)
  case officerPost(before: Words, after: Words)
  case officerMoved(from: UnitName, to: UnitName)
  case officerRoles([Role])
  case officerOrdered(Int)
  case officerLeft
  case officerReturned
  case portfolio(leader: OfficerName, fields: [Field], since: CivilDate?)
  case standIn(away: OfficerName, substitute: OfficerName, first: CivilDate, last: CivilDate, reason: Words)
  case standInEnded(away: OfficerName, substitute: OfficerName)
  case account
  case accountUnlocked
}
