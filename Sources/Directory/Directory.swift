package import Ground

/// Who is who in one district, as the ledger's events left it.
package struct Directory: Hashable, Sendable {
  package private(set) var district: District
  package private(set) var units: [UnitID: Unit] = [:]
  package private(set) var officers: [OfficerID: Officer] = [:]
  package private(set) var portfolios: [OfficerID: Portfolio] = [:]
  package private(set) var standIns: [StandInID: StandIn] = [:]
  /// Years whose holidays the district took over itself.
  package private(set) var workYears: [Int: WorkYear] = [:]
  /// Word lists that the district changed, by their code.
  package private(set) var ownWords: [String: OwnWords] = [:]
  /// Default terms that the district set, by their code; each setting, the oldest first.
  package private(set) var ownTerms: [String: [OwnTerm]] = [:]
  /// What the office read at its official place, by the entry; the latest word on each.
  package private(set) var ownReadings: [String: OwnReading] = [:]
  /// The units in the official order, each before those beneath it.
  private var sequence: [UnitID] = []
  private var places: [UnitID: Int] = [:]

  package init(district: District, _ events: [DirectoryEvent] = []) {
    self.district = district
    for event in events { _ = keep(event) }
    arrange()
  }

  /// Units in the official order (位次), those that ended included; a unit comes before those beneath it.
  package var unitsInOrder: [Unit] { sequence.compactMap { units[$0] } }

  /// Units that can be made responsible today: not the government itself, and none that ended.
  package var responsibleUnits: [Unit] { unitsInOrder.filter { $0.kind != .government && $0.ended == nil } }

  /// Officers in the official order (位次) of their units and their own, those who left included.
  package var officersInOrder: [Officer] { inOrder(Array(officers.values)) }

  package func units(of kind: UnitKind) -> [Unit] { unitsInOrder.filter { $0.kind == kind && $0.ended == nil } }

  /// A unit's name as pages and refusals show it; the id of one that is unknown.
  package func shownName(of unit: UnitID) -> String { units[unit]?.name.shown ?? unit.text }

  /// The units directly beneath `parent`, in the official order.
  package func units(under parent: UnitID?) -> [Unit] { unitsInOrder.filter { $0.parent == parent } }

  /// How many units it lies beneath.
  package func depth(of unit: UnitID) -> Int {
    var (at, steps) = (units[unit]?.parent, 0)
    while let above = at.flatMap({ units[$0] }), steps <= units.count { (at, steps) = (above.parent, steps + 1) }
    return steps
  }

  /// Whether a unit lies somewhere beneath another.
  package func isBeneath(_ unit: UnitID, _ other: UnitID) -> Bool {
    var (at, steps) = (units[unit]?.parent, 0)
    while let above = at, steps <= units.count {
      if above == other { return true }
      (at, steps) = (units[above]?.parent, steps + 1)
    }
    return false
  }

  /// The unit that answers for it today: itself, or the last it was merged into; nil where that was dissolved.
  package func heir(of unit: Unit) -> Unit? {
    var (heir, steps) = (unit, 0)
    while let end = heir.ended {
      guard let next = end.successor.flatMap({ units[$0] }), steps <= units.count else { return nil }
      (heir, steps) = (next, steps + 1)
    }
    return heir
  }

  /// The same by its id; itself where it was dissolved or is not known.
  package func answering(for unit: UnitID) -> UnitID { units[unit].flatMap(heir)?.id ?? unit }

  /// The leader in whose portfolio the field is; the first by official order where two share it.
  package func leader(of field: Field) -> Officer? {
    inOrder(officers.values.filter { !$0.hasLeft && portfolios[$0.id]?.fields.contains(field) == true }).first
  }

  package func leads(of unit: UnitID) -> [Officer] { active(in: unit, with: .unitLead) }

  /// Those who still serve, hold `role`, and belong to `unit` (any unit when nil), in the official order.
  package func active(in unit: UnitID? = nil, with role: Role) -> [Officer] {
    inOrder(officers.values.filter { !$0.hasLeft && $0.roles.contains(role) && (unit == nil || $0.unit == unit) })
  }

  /// An officer's place in the official order: the unit's, then the officer's own.
  package func place(of officer: OfficerID) -> OfficialPlace {
    guard let officer = officers[officer] else { return OfficialPlace(unit: .max, order: .max) }
    return OfficialPlace(unit: places[officer.unit] ?? .max, order: officer.order)
  }

  package mutating func apply(_ event: DirectoryEvent) {
    if keep(event) { arrange() }
  }

  /// Answers whether the order of the units may be another now.
  private mutating func keep(_ event: DirectoryEvent) -> Bool {
    switch event {
    case .districtSet(let district): self.district = district
    case .unitSet(let unit):
      let before = units.updateValue(unit, forKey: unit.id)
      return before?.order != unit.order || before?.parent != unit.parent
    case .officerSet(let officer): officers[officer.id] = officer
    case .portfolioSet(let portfolio): portfolios[portfolio.leader] = portfolio
    case .standInSet(let standIn): standIns[standIn.id] = standIn
    case .workYearSet(let year): workYears[year.year] = year
    case .wordsSet(let words): ownWords[words.list] = words
    case .termSet(let term):
      ownTerms[term.code, default: []].append(term)
      ownTerms[term.code]?.sort { $0.serial < $1.serial }
    case .readingSet(let reading): ownReadings[reading.id] = reading
    case .accountSet, .accountUnlocked: break
    }
    return false
  }

  private func inOrder(_ officers: [Officer]) -> [Officer] {
    officers.sorted { (place(of: $0.id), $0.id) < (place(of: $1.id), $1.id) }
  }

  private mutating func arrange() {
    // A parent that is unknown is none.
    let children = Dictionary(grouping: units.values) { unit in unit.parent.flatMap { units[$0]?.id } }
      .mapValues { $0.sorted { ($0.order, $0.id) < ($1.order, $1.id) } }
    var waiting = Array((children[nil] ?? []).reversed())
    (sequence, places) = ([], [:])
    while let unit = waiting.popLast() {
      places[unit.id] = sequence.count
      sequence.append(unit.id)
      waiting += (children[unit.id] ?? []).reversed()
    }
  }
}

/// Where an officer stands in the official order (位次).
package struct OfficialPlace: Hashable, Comparable, Sendable {
  package let unit: Int
  package let order: Int

  package static func < (left: OfficialPlace, right: OfficialPlace) -> Bool {
    (left.unit, left.order) < (right.unit, right.order)
  }
}

/// A district and what it decided for itself.
package struct District: Hashable, Codable, Sendable {
  package let id: DistrictID
  package let name: Words
  /// Starts every register number, e.g. `QH` in `QH-2026-0012`.
  package let code: String
  /// Division code (GB/T 2260), six digits.
  package let division: String
  /// The officer whose approval a batch needs before it issues (领导签批), where the district requires it.
  package let approver: OfficerID?
  /// What units see of each other's matters; nil until it was decided, which is as `.units`.
  package var openness: Openness?
  /// The meeting that is called next; nil until one was.
  package var nextMeeting: PlannedMeeting?
  /// Nil until it was decided, which is as `Clocks.usual`.
  package var clocks: Clocks?

  package init(
    id: DistrictID, name: Words, code: String, division: String, approver: OfficerID?, openness: Openness? = nil,
    nextMeeting: PlannedMeeting? = nil, clocks: Clocks? = nil
  ) {
    (self.id, self.name, self.code, self.division, self.approver) = (id, name, code, division, approver)
    (self.openness, self.nextMeeting, self.clocks) = (openness, nextMeeting, clocks)
  }
}

/// A meeting that was called and has not been held: what its notice says.
package struct PlannedMeeting: Hashable, Codable, Sendable {
  package let title: Words
  package let day: CivilDate
  /// `09:30`; nil where it is not settled.
  package let time: String?
  package let place: Words

  package init(title: Words, day: CivilDate, time: String?, place: Words) {
    (self.title, self.day, self.time, self.place) = (title, day, time, place)
  }
}

/// What can happen to the directory; each is one ledger entry.
package enum DirectoryEvent: Hashable, Codable, Sendable {
  case districtSet(District)
  case unitSet(Unit)
  case officerSet(Officer)
  case portfolioSet(Portfolio)
  case accountSet(Account)
  case standInSet(StandIn)
  case workYearSet(WorkYear)
  case wordsSet(OwnWords)
  case termSet(OwnTerm)
  case readingSet(OwnReading)
  /// An administrator lifted the lock that wrong passwords had brought about.
  case accountUnlocked(OfficerID)
}

/// How an officer logs in. The password's hash lies apart, in `passwords`, and is overwritten when it changes; the ledger
/// keeps only which one it was.
package struct Account: Hashable, Codable, Sendable {
  package let officer: OfficerID
  package let login: Words
  /// SHA-256 of the hash (PHC string, Argon2id, with a salt that nobody can guess), lower-case hexadecimal.
  package let passwordDigest: String
  /// Somebody else set the password: its owner chooses another at the next login.
  package let mustChange: Bool

  package init(officer: OfficerID, login: Words, passwordDigest: String, mustChange: Bool) {
    (self.officer, self.login, self.passwordDigest, self.mustChange) = (officer, login, passwordDigest, mustChange)
  }
}
