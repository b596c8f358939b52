import Directory
import Ground
import Operations

extension Wires {
  /// One entry of what happened to a unit or an officer; what does not belong to its kind is null.
  static let directoryStory = Wire<DirectoryStoryLine>.record(
    "DirectoryStoryLine",
    [
      Member("position", .count) { $0.position }, Member("at", .moment) { $0.at },
      Member("officer", .optional(officer)) { $0.by.officer }, Member("in_place_of", .optional(officer)) { $0.by.away },
      Member("rule", .optional(.text)) { $0.by.rule }, Member("kind", .choice()) { $0.happening.told.kind },
      Member("before", .optional(.words)) { $0.happening.told.before },
      Member("after", .optional(.words)) { $0.happening.told.after },
      Member("unit_kind", .optional(.choice())) { $0.happening.told.unitKind },
      Member("from_unit", .optional(unit)) { $0.happening.told.fromUnit },
      Member("unit", .optional(unit)) { $0.happening.told.unit },
      Member("aliases", .list(.words)) { $0.happening.told.aliases },
      Member("order", .optional(.count)) { $0.happening.told.order },
      Member("first", .optional(.day)) { $0.happening.told.first },
      Member("last", .optional(.day)) { $0.happening.told.last },
      Member("reason", .optional(.words)) { $0.happening.told.reason },
      Member("roles", .list(.choice())) { $0.happening.told.roles },
      Member("whom", .optional(officer)) { $0.happening.told.whom },
      Member("substitute", .optional(officer)) { $0.happening.told.substitute },
      Member("portfolio", .list(.choice())) { $0.happening.told.fields },
    ])
}

/// What happened in the directory, as a closed code.
enum DirectoryKind: String, CaseIterable {
  case unitEntered = "unit_entered"
  case unitRenamed = "unit_renamed"
  case unitKind = "unit_kind"
  case unitMoved = "unit_moved"
  case unitAliases = "unit_aliases"
  case unitOrdered = "unit_ordered"
  case unitMerged = "unit_merged"
  case unitDissolved = "unit_dissolved"
  case unitAbsorbed = "unit_absorbed"
  case officerEntered = "officer_entered"
  case officerRenamed = "officer_renamed"
  case officerPost = "officer_post"
  case officerMoved = "officer_moved"
  case officerRoles = "officer_roles"
  case officerOrdered = "officer_ordered"
  case officerLeft = "officer_left"
  case officerReturned = "officer_returned"
  case portfolio
  case standIn = "stand_in"
  case standInEnded = "stand_in_ended"
  case account
  case accountUnlocked = "account_unlocked"
}

/// The parts of a happening, whichever it has.
private struct DirectoryTold {
  var kind: DirectoryKind
  var before: Words?
  var after: Words?
  var unitKind: UnitKind?
  var fromUnit: UnitName?
  var unit: UnitName?
  var aliases: [Words] = []
  var order: Int?
  var first: CivilDate?
  var last: CivilDate?
  var reason: Words?
  var roles: [Role] = []
  var whom: OfficerName?
  var substitute: OfficerName?
  var fields: [Field] = []

  init(_ kind: DirectoryKind) { self.kind = kind }

  init(_ kind: DirectoryKind, before: Words? = nil, after: Words?) {
    (self.kind, self.before, self.after) = (kind, before, after)
  }

  init(_ kind: DirectoryKind, from: UnitName? = nil, unit: UnitName?, after: Words? = nil) {
    (self.kind, fromUnit, self.unit, self.after) = (kind, from, unit, after)
  }

  init(_ kind: DirectoryKind, unit: UnitName? = nil, on day: CivilDate, reason: Words) {
    (self.kind, self.unit, first, self.reason) = (kind, unit, day, reason)
  }

  init(_ kind: DirectoryKind, order: Int) { (self.kind, self.order) = (kind, order) }

  init(_ kind: DirectoryKind, whom: OfficerName, substitute: OfficerName) {
    (self.kind, self.whom, self.substitute) = (kind, whom, substitute)
  }
}

extension DirectoryHappening {
  fileprivate var told: DirectoryTold {
    switch self {
    case .unitEntered: return DirectoryTold(.unitEntered)
    case .unitRenamed(let before, let after): return DirectoryTold(.unitRenamed, before: before, after: after)
    case .unitMoved(let parent): return DirectoryTold(.unitMoved, unit: parent)
    case .unitOrdered(let order): return DirectoryTold(.unitOrdered, order: order)
    case .unitMerged(let heir, let day, let reason):
      return DirectoryTold(.unitMerged, unit: heir, on: day, reason: reason)
    case .unitDissolved(let day, let reason): return DirectoryTold(.unitDissolved, on: day, reason: reason)
    case .unitAbsorbed(let unit): return DirectoryTold(.unitAbsorbed, unit: unit)
    case .officerEntered(let unit, let post): return DirectoryTold(.officerEntered, unit: unit, after: post)
    case .officerRenamed(let before, let after): return DirectoryTold(.officerRenamed, before: before, after: after)
    case .officerPost(let before, let after): return DirectoryTold(.officerPost, before: before, after: after)
    case .officerMoved(let from, let to): return DirectoryTold(.officerMoved, from: from, unit: to)
    case .officerOrdered(let order): return DirectoryTold(.officerOrdered, order: order)
    case .officerLeft: return DirectoryTold(.officerLeft)
    case .officerReturned: return DirectoryTold(.officerReturned)
    case .standInEnded(let away, let substitute):
      return DirectoryTold(.standInEnded, whom: away, substitute: substitute)
    case .account: return DirectoryTold(.account)
    case .accountUnlocked: return DirectoryTold(.accountUnlocked)
    case .unitKind, .unitAliases, .officerRoles, .portfolio, .standIn: return listed
    }
  }

  private var listed: DirectoryTold {
    var told = DirectoryTold(.standIn)
    switch self {
    case .unitKind(let kind): (told.kind, told.unitKind) = (.unitKind, kind)
    case .unitAliases(let aliases): (told.kind, told.aliases) = (.unitAliases, aliases)
    case .officerRoles(let roles): (told.kind, told.roles) = (.officerRoles, roles)
    case .portfolio(let leader, let fields, let since):
      (told.kind, told.whom, told.fields, told.first) = (.portfolio, leader, fields, since)
    case .standIn(let away, let substitute, let first, let last, let reason):
      (told.whom, told.substitute, told.first, told.last, told.reason) = (away, substitute, first, last, reason)
    default: break
    }
    return told
  }
}
