import Directory
import Ground
import Ledger
import Storage

/// Whose story is told.
enum DirectorySubject {
  case unit(UnitID)
  /// `withAccount`: also when the account was set; an administrator's business.
  case officer(OfficerID, withAccount: Bool)
  case portfolios
}

extension Asking {
  /// The directory's entries as sentences about one unit, one officer or the portfolios, oldest first. Each entry of a unit
  /// or officer holds all of it, so what changed is told by the one before.
  func story(of subject: DirectorySubject) throws(StorageError) -> [DirectoryStoryLine] {
    var lines: [DirectoryStoryLine] = []
    var (units, officers): ([UnitID: Unit], [OfficerID: Officer]) = ([:], [:])
    for fact in try EntryStore(session, district).history(of: "directory") {
      guard case .directory(let event) = fact.event else { continue }
      var happenings: [DirectoryHappening] = []
      switch event {
      case .unitSet(let unit):
        let before = units.updateValue(unit, forKey: unit.id)
        if case .unit(let id) = subject {
          if id == unit.id { happenings = changes(before, unit) }
          if unit.ended?.successor == id, before?.ended == nil {
            happenings.append(.unitAbsorbed(UnitName(id: unit.id, name: unit.name)))
          }
        }
      case .officerSet(let officer):
        let before = officers.updateValue(officer, forKey: officer.id)
        if case .officer(officer.id, _) = subject { happenings = changes(before, officer) }
      case .portfolioSet(let portfolio):
        let isAsked =
          switch subject {
          case .portfolios: true
          case .officer(let id, _): id == portfolio.leader
          case .unit: false
          }
        if isAsked {
          happenings = [
            .portfolio(leader: officer(portfolio.leader), fields: portfolio.fields, since: portfolio.since)
          ]
        }
      case .standInSet(let standIn):
        if case .officer(let id, _) = subject, id == standIn.away || id == standIn.substitute {
          happenings = [happening(standIn)]
        }
      case .accountSet(let account):
        if case .officer(account.officer, true) = subject { happenings = [.account] }
      case .accountUnlocked(let id):
        if case .officer(id, true) = subject { happenings = [.accountUnlocked] }
      case .districtSet, .workYearSet, .wordsSet, .termSet, .readingSet: break
      }
      lines += happenings.map {
        DirectoryStoryLine(position: Int(fact.position), at: fact.at, by: author(fact.by), happening: $0)
      }
    }
    return lines
  }

  private func happening(_ standIn: StandIn) -> DirectoryHappening {
    let (away, substitute) = (officer(standIn.away), officer(standIn.substitute))
    guard standIn.endedOn == nil else { return .standInEnded(away: away, substitute: substitute) }
    return .standIn(
      away: away, substitute: substitute, first: standIn.first, last: standIn.last, reason: standIn.reason)
  }

  private func changes(_ before: Unit?, _ after: Unit) -> [DirectoryHappening] {
    guard let before else { return [.unitEntered] }
    var changes: [DirectoryHappening] = []
    if before.name != after.name { changes.append(.unitRenamed(before: before.name, after: after.name)) }
    if before.kind != after.kind { changes.append(.unitKind(after.kind)) }
    if before.parent != after.parent { changes.append(.unitMoved(to: after.parent.map(unit))) }
    if before.aliases != after.aliases { changes.append(.unitAliases(after.aliases)) }
    if before.order != after.order { changes.append(.unitOrdered(after.order)) }
    if let end = after.ended, before.ended == nil {
      changes.append(
        end.successor.map { .unitMerged(into: unit($0), on: end.day, reason: end.reason) }
          ?? .unitDissolved(on: end.day, reason: end.reason))
    }
    return changes
  }

  private func changes(_ before: Officer?, _ after: Officer) -> [DirectoryHappening] {
    guard let before else { return [.officerEntered(unit: unit(after.unit), post: after.post)] }
    var changes: [DirectoryHappening] = []
    if before.name != after.name { changes.append(.officerRenamed(before: before.name, after: after.name)) }
    if before.unit != after.unit { changes.append(.officerMoved(from: unit(before.unit), to: unit(after.unit))) }
    if before.post != after.post { changes.append(.officerPost(before: before.post, after: after.post)) }
    if before.roles != after.roles { changes.append(.officerRoles(after.roles)) }
    if before.order != after.order, before.unit == after.unit { changes.append(.officerOrdered(after.order)) }
    if before.hasLeft != after.hasLeft { changes.append(after.hasLeft ? .officerLeft : .officerReturned) }
    return changes
  }
}
