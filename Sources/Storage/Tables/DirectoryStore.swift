package import Directory
package import Ground

/// The directory table: a row each for the district, its units, officers, portfolios and accounts; those of stand-ins,
/// years of holidays, and the district's own words and terms.
package struct DirectoryStore {
  let session: any SQLSession
  let district: DistrictID

  package init(_ session: any SQLSession, _ district: DistrictID) {
    (self.session, self.district) = (session, district)
  }

  /// Nil while the district has not been set up.
  package func load() throws(StorageError) -> Directory? {
    var events: [DirectoryEvent] = []
    var home: District?
    for row in try session.rows(
      "SELECT kind, state FROM directory WHERE district = $1 ORDER BY kind, id", [.text(district.text)])
    {
      let state = try row.text(1)
      switch try row.text(0) {
      case "district": home = try State.decode(District.self, state)
      case "unit": events.append(.unitSet(try State.decode(Unit.self, state)))
      case "officer": events.append(.officerSet(try State.decode(Officer.self, state)))
      case "portfolio": events.append(.portfolioSet(try State.decode(Portfolio.self, state)))
      default: break
      }
    }
    guard let home else { return nil }
    events += try states("stand_ins", StandIn.self).map(DirectoryEvent.standInSet)
    events += try states("work_years", WorkYear.self).map(DirectoryEvent.workYearSet)
    events += try states("own_words", OwnWords.self).map(DirectoryEvent.wordsSet)
    events += try states("own_terms", OwnTerm.self).map(DirectoryEvent.termSet)
    events += try states("own_readings", OwnReading.self).map(DirectoryEvent.readingSet)
    return Directory(district: home, events)
  }

  private func states<Value: Decodable>(_ table: String, _ type: Value.Type) throws(StorageError) -> [Value] {
    var values: [Value] = []
    for row in try session.rows(
      "SELECT state FROM \(table) WHERE district = $1 ORDER BY id", [.text(district.text)])
    {
      values.append(try State.decode(type, try row.text(0)))
    }
    return values
  }

  package func accounts() throws(StorageError) -> [Account] {
    var accounts: [Account] = []
    for row in try session.rows(
      "SELECT state FROM directory WHERE district = $1 AND kind = 'account' ORDER BY id", [.text(district.text)])
    {
      accounts.append(try State.decode(Account.self, try row.text(0)))
    }
    return accounts
  }

  package func account(of officer: OfficerID) throws(StorageError) -> Account? {
    try state(of: Row(kind: "account", id: officer.text, state: "")).map { (state) throws(StorageError) in
      try State.decode(Account.self, state)
    }
  }

  struct Row: Equatable {
    let kind: String
    let id: String
    let state: String

    var table: String {
      switch kind {
      case "stand_in": "stand_ins"
      case "work_year": "work_years"
      case "own_words": "own_words"
      case "own_term": "own_terms"
      case "own_reading": "own_readings"
      default: "directory"
      }
    }
    /// What a difference names it by.
    var key: String { table == "directory" ? "\(kind)/\(id)" : id }
  }

  /// The row that an event leaves; nil where it leaves none.
  static func row(_ event: DirectoryEvent) throws(StorageError) -> Row? {
    switch event {
    case .districtSet(let district):
      Row(kind: "district", id: district.id.text, state: try State.encode(district))
    case .unitSet(let unit): Row(kind: "unit", id: unit.id.text, state: try State.encode(unit))
    case .officerSet(let officer): Row(kind: "officer", id: officer.id.text, state: try State.encode(officer))
    case .portfolioSet(let portfolio):
      Row(kind: "portfolio", id: portfolio.leader.text, state: try State.encode(portfolio))
    case .accountSet(let account): Row(kind: "account", id: account.officer.text, state: try State.encode(account))
    case .standInSet(let standIn): Row(kind: "stand_in", id: standIn.id.text, state: try State.encode(standIn))
    case .workYearSet(let year): Row(kind: "work_year", id: String(year.year), state: try State.encode(year))
    case .wordsSet(let words): Row(kind: "own_words", id: words.list, state: try State.encode(words))
    case .termSet(let term): Row(kind: "own_term", id: term.id, state: try State.encode(term))
    case .readingSet(let reading): Row(kind: "own_reading", id: reading.id, state: try State.encode(reading))
    case .accountUnlocked: nil
    }
  }

  /// What stands in the row's place; nil where nothing does.
  func state(of row: Row) throws(StorageError) -> String? {
    let rows =
      row.table == "directory"
      ? try session.rows(
        "SELECT state FROM directory WHERE district = $1 AND kind = $2 AND id = $3",
        [.text(district.text), .text(row.kind), .text(row.id)])
      : try session.rows(
        "SELECT state FROM \(row.table) WHERE district = $1 AND id = $2", [.text(district.text), .text(row.id)])
    return try rows.first?.text(0)
  }

  func save(_ row: Row) throws(StorageError) {
    if row.table == "directory" {
      try session.run(
        """
        INSERT INTO directory (district, kind, id, state) VALUES ($1, $2, $3, $4)
        ON CONFLICT (district, kind, id) DO UPDATE SET state = excluded.state
        """, [.text(district.text), .text(row.kind), .text(row.id), .text(row.state)])
    } else {
      try session.run(
        """
        INSERT INTO \(row.table) (district, id, state) VALUES ($1, $2, $3)
        ON CONFLICT (district, id) DO UPDATE SET state = excluded.state
        """, [.text(district.text), .text(row.id), .text(row.state)])
    }
  }
}
