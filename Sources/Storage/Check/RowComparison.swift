import Crypto
import Directory
import Duties
import Ground
import Inspections
import Ledger
import Matters
import Meetings
import Subjects

/// Compares the rows that follow from the ledger with the rows that stand, table by table.
///
/// Matters come sorted by id, and so do their rows: both are walked together, a chunk at a time.
struct RowComparison {
  let session: any SQLSession
  let district: DistrictID
  private(set) var findings = Findings()
  private var matters: [Matter] = []
  private var figures: Set<FigureRow> = []
  private var silences: Set<SilenceRow> = []
  private var lastMatter = ""
  private var counts: [String: Int64] = [:]
  private let chunk = 1000
  private var lists: ListComparison

  init(_ session: any SQLSession, _ district: DistrictID) {
    (self.session, self.district) = (session, district)
    lists = ListComparison(session, district)
  }

  mutating func count(_ table: String, _ rows: Int) { counts[table, default: 0] += Int64(rows) }

  mutating func report(_ table: String, _ key: String, _ what: String) { findings.add(table, key, what) }

  mutating func add(_ projection: Projection) throws(StorageError) {
    if let matter = projection.matter {
      matters.append(matter)
      figures.formUnion(FigureRow.all(projection.figures, of: matter))
      if let silence = projection.silence { silences.insert(SilenceRow(silence, of: matter.id)) }
      counts["matters", default: 0] += 1
      counts["supporting", default: 0] += Int64(matter.supporting.count)
      if matters.count >= chunk { try compareMatters(upTo: matter.id.text) }
    }
    if let meeting = projection.meeting {
      try compareOne(
        "meetings", meeting.id.text, "SELECT district, id, number, day, undecided, version, state FROM meetings",
        "id", try MeetingStore.values(meeting, in: district))
      let carried = CarriedStore.rows(meeting)
      counts["carried", default: 0] += Int64(carried.count)
      if try CarriedStore(session, district).load(of: meeting.id) != carried {
        findings.add("carried", meeting.id.text, "differs from what the meeting's entries say")
      }
    }
    if let sitting = projection.sitting {
      try compareOne(
        "sittings", sitting.id.text,
        "SELECT district, id, day, stage, meeting, version, state, instructions FROM sittings", "id",
        try SittingStore.values(sitting, in: district))
      let reports = UnitReportRow.all(sitting)
      counts["unit_reports", default: 0] += Int64(reports.count)
      if try SittingStore(session, district).reports(of: sitting.id) != reports {
        findings.add("unit_reports", sitting.id.text, "differs from what the sitting's entries say")
      }
    }
    if let subject = projection.subject {
      try compareOne(
        "subjects", subject.id.text,
        """
        SELECT district, id, serial, type, status, risk, supervising, territorial, responsible, version, state
        FROM subjects
        """, "id", try SubjectStore.values(subject, in: district))
      try compareTerms(subject)
      try compareWords(of: subject)
      try compareOne(
        "counted_subjects", subject.id.text,
        "SELECT district, subject, type, supervising, territorial, responsible, choices, spans FROM counted_subjects",
        "subject", CountStore.values(subject, in: district))
    }
    if let (inspection, position) = projection.inspection {
      try compareOne(
        "inspections", inspection.id.text,
        """
        SELECT district, id, subject, checklist, unit, day, clean, annulled, state, reason, visitor, position, unserved
        FROM inspections
        """, "id", try InspectionStore.values(inspection, enteredAt: position, in: district))
      let first = try SpotCheckStore(session, district).first(of: inspection)
      if let values = SpotCheckStore.values(inspection, first: first, in: district) {
        try compareOne(
          "spot_checks", inspection.id.text, "SELECT \(SpotCheckStore.columns) FROM spot_checks", "inspection", values)
      }
      counts["findings", default: 0] += Int64(inspection.findings.count)
      if try CountStore(session, district).rows(of: inspection.id) != CountStore.values(inspection, in: district) {
        findings.add("findings", inspection.id.text, "differs from what the inspection's entries say")
      }
    }
    if let period = projection.period { try compare(period, projection.standby) }
    if let (draw, position) = projection.draw { try compare(draw, committedAt: position) }
    if let campaign = projection.campaign {
      try compareOne(
        "campaigns", campaign.id.text, "SELECT district, id, first_day, matter, closed, state FROM campaigns", "id",
        try CampaignStore.values(campaign, in: district))
      try compareMisses(campaign, projection.misses)
    }
    if let duty = projection.missedDuty { try compareReasons(of: duty, projection.reasons) }
    if let training = projection.training {
      try compareOne(
        "trainings", training.id.text,
        "SELECT district, id, course, organiser, day, stage, version, state FROM trainings", "id",
        try TrainingStore.values(training, in: district))
      try compareCounts(of: training)
    }
    for (file, owner) in projection.files {
      try compareOne(
        "files", file.id.text, "SELECT district, id, owner, digest, salt, size, type FROM files", "id",
        FileStore.values(file, owner: owner, in: district))
    }
    for wording in projection.wordings.values {
      try compareOne(
        "wordings", wording.digest, "SELECT district, digest, checklist, state FROM wordings", "digest",
        try WordingStore.values(wording, in: district))
    }
    for row in projection.templates.values {
      try compareOne(
        "templates", row.kind, "SELECT district, kind, file, digest, adopted_by, adopted_at FROM templates", "kind",
        TemplateStore.values(row, in: district))
    }
    if let (token, isRevoked) = projection.token {
      try compareOne(
        "tokens", token.id.text, "SELECT district, id, officer, digest, last_day, revoked, state FROM tokens", "id",
        try TokenStore.values(token, isRevoked: isRevoked, in: district))
    }
    for row in projection.directory.values { try compare(row) }
    for account in projection.accounts.values { try compare(account) }
    if let report = projection.report { try compare(report) }
  }

  mutating func finish(_ tally: Tally) throws(StorageError) {
    try compareMatters(upTo: nil)
    try compare(tally)
    findings.add(lists.findings)
    counts.merge(lists.counts) { $1 }
    for table in [
      "matters", "meetings", "carried", "files", "directory", "stand_ins", "work_years", "own_words", "own_terms",
      "own_readings",
      "passwords",
      "reports", "supporting", "listed", "searched", "tokens", "templates", "sittings",
      "unit_reports", "subjects", "searched_subjects", "inspections", "key_periods", "duty_shifts", "daily_reports",
      "draws", "drawn",
      "spot_checks", "subject_terms", "subject_choices", "campaigns", "misses", "window_reasons", "trainings",
      "training_counts", "counted_subjects", "findings", "wordings",
    ] {
      let rows = try session.rows("SELECT COUNT(*) FROM \(table) WHERE district = $1", [.text(district.text)])
      let (count, expected) = (try rows[0].int(0), counts[table] ?? 0)
      if count != expected { findings.add(table, "*", "holds \(count) rows where the ledger knows \(expected)") }
    }
  }

  private mutating func compare(_ period: RegisteredPeriod, _ standby: StandbyRows) throws(StorageError) {
    try compareOne(
      "key_periods", period.id.text,
      "SELECT district, id, first_day, last_day, withdrawn, version, state FROM key_periods", "id",
      try PeriodStore.values(period, in: district))
    counts["duty_shifts", default: 0] += Int64(standby.shifts.count)
    counts["daily_reports", default: 0] += Int64(standby.reports.count)
    for (table, rows, expected) in [
      ("duty_shifts", "SELECT unit, day, shift, state FROM duty_shifts", try standby.shiftRows()),
      ("daily_reports", "SELECT day, unit, state FROM daily_reports", try standby.reportRows()),
    ] {
      let found = try session.rows(
        "\(rows) WHERE district = $1 AND period = $2", [.text(district.text), .text(period.id.text)])
      if Set(found.map(\.values)) != expected {
        findings.add(table, period.id.text, "differs from what the period's entries say")
      }
    }
  }

  private mutating func compareMatters(upTo last: String?) throws(StorageError) {
    try lists.compare(matters, after: lastMatter, upTo: last)
    let rows = try session.rows(
      """
      SELECT district, id, number, phase, lead, leader, field, due, due_key, meeting, clause, parent, fanned,
        version, state, planned, adopter
      FROM matters WHERE district = $1 AND id > $2 AND id <= $3 ORDER BY id
      """, [.text(district.text), .text(lastMatter), .text(last ?? "\u{10FFFF}")])
    var stored: [String: SQLRow] = [:]
    for row in rows { stored[try row.text(1)] = row }
    let district = district
    let wanted = SideBySide.map(matters) { matter in
      Result { () throws(StorageError) in try MatterStore.values(matter, in: district) }
    }
    for (matter, wanted) in zip(matters, wanted) {
      try compareSupporting(matter)
      guard let row = stored.removeValue(forKey: matter.id.text) else {
        findings.add("matters", matter.id.text, "is missing")
        continue
      }
      if row.values != (try wanted.get()) {
        findings.add("matters", matter.id.text, "differs from what its entries say")
      }
    }
    for id in stored.keys.sorted() { findings.add("matters", id, "no entry made it") }
    try compareOutcomes(upTo: last)
    try compareWaiting(upTo: last)
    try compareLadder(upTo: last)
    try comparePeriodic(upTo: last)
    try compareFigures(upTo: last)
    try compareSilences(upTo: last)
    matters.removeAll(keepingCapacity: true)
    figures.removeAll(keepingCapacity: true)
    silences.removeAll(keepingCapacity: true)
    lastMatter = last ?? lastMatter
  }

  private mutating func compareOutcomes(upTo last: String?) throws(StorageError) {
    let rows = try OutcomeStore(session, district).rows(after: lastMatter, through: last ?? "\u{10FFFF}")
    let expected = Set(matters.flatMap(OutcomeRow.all))
    compare("outcomes", rows, with: expected) { "\($0.matter)/\($0.outcome)" }
  }

  private mutating func compareWaiting(upTo last: String?) throws(StorageError) {
    let rows = try WaitingStore(session, district).rows(after: lastMatter, through: last ?? "\u{10FFFF}")
    let expected = Set(matters.flatMap(WaitingRow.all))
    compare("waiting", rows, with: expected) { "\($0.matter)/\($0.kind)" }
  }

  private mutating func compareLadder(upTo last: String?) throws(StorageError) {
    let rows = try LadderStore(session, district).rows(after: lastMatter, through: last ?? "\u{10FFFF}")
    let expected = Set(matters.compactMap(LadderRow.init))
    compare("ladder", rows, with: expected, name: \.matter)
  }

  private mutating func comparePeriodic(upTo last: String?) throws(StorageError) {
    let rows = try PeriodicStore(session, district).rows(after: lastMatter, through: last ?? "\u{10FFFF}")
    let expected = Set(matters.compactMap(PeriodicRow.init))
    compare("periodic", rows, with: expected, name: \.matter)
  }

  private mutating func compareFigures(upTo last: String?) throws(StorageError) {
    let rows = try FigureStore(session, district).rows(after: lastMatter, through: last ?? "\u{10FFFF}")
    compare("figures", rows, with: figures) { "\($0.matter)/\($0.step)/\($0.fact)" }
  }

  private mutating func compareSilences(upTo last: String?) throws(StorageError) {
    let rows = try SilenceStore(session, district).rows(after: lastMatter, through: last ?? "\u{10FFFF}")
    compare("silences", rows, with: silences, name: \.matter)
  }

  private mutating func compare<Row: Hashable & Comparable>(
    _ table: String, _ rows: Set<Row>, with expected: Set<Row>, name: (Row) -> String
  ) {
    for row in rows.symmetricDifference(expected).sorted() {
      findings.add(table, name(row), expected.contains(row) ? "is missing" : "is wrong")
    }
  }

  private mutating func compareSupporting(_ matter: Matter) throws(StorageError) {
    guard !matter.supporting.isEmpty else { return }
    var units: Set<String> = []
    for row in try session.rows(
      "SELECT unit FROM supporting WHERE district = $1 AND matter = $2", [.text(district.text), .text(matter.id.text)])
    {
      units.insert(try row.text(0))
    }
    if units != Set(matter.supporting.map(\.text)) {
      findings.add("supporting", matter.id.text, "differs from what the matter's entries say")
    }
  }

  private mutating func compareWords(of subject: Subject) throws(StorageError) {
    let wanted = SubjectSearch.words(of: subject, session.dialect)
    let stored = try SubjectSearch(session, district).words(of: subject.id)
    if wanted != nil { counts["searched_subjects", default: 0] += 1 }
    if stored != wanted {
      findings.add(
        "searched_subjects", subject.id.text, stored == nil ? "is missing" : "differs from what its entries say")
    }
  }

  private mutating func compareOne(
    _ table: String, _ id: String, _ select: String, _ key: String, _ expected: [SQLValue]
  ) throws(StorageError) {
    counts[table, default: 0] += 1
    let rows = try session.rows("\(select) WHERE district = $1 AND \(key) = $2", [.text(district.text), .text(id)])
    guard let row = rows.first else { return findings.add(table, id, "is missing") }
    if row.values != expected { findings.add(table, id, "differs from what its entries say") }
  }

  private mutating func compare(_ draw: Draw, committedAt position: Int64) throws(StorageError) {
    try compareOne(
      "draws", draw.id.text, "SELECT \(DrawStore.columns) FROM draws", "id", try DrawStore.values(draw, in: district))
    let drawn = DrawStore.drawn(draw, in: district)
    counts["drawn", default: 0] += Int64(drawn.count)
    if try DrawStore(session, district).drawnRows(of: draw.id) != drawn {
      findings.add("drawn", draw.id.text, "differs from what the draw's entries say")
    }
    var check = DrawCheck(session, district)
    try check.check(draw, committedAt: position)
    findings.add(check.findings)
  }

  private mutating func compare(_ row: DirectoryStore.Row) throws(StorageError) {
    counts[row.table, default: 0] += 1
    guard let found = try DirectoryStore(session, district).state(of: row) else {
      return findings.add(row.table, row.key, "is missing")
    }
    if found != row.state { findings.add(row.table, row.key, "differs from what its entries say") }
  }

  private mutating func compare(_ account: Account) throws(StorageError) {
    counts["passwords", default: 0] += 1
    if try !PasswordStore(session, district).agrees(with: account) {
      findings.add("passwords", account.officer.text, "is not the password that the account's last entry names")
    }
  }

  private mutating func compare(_ report: ReportFrozen) throws(StorageError) {
    counts["reports", default: 0] += 1
    guard let frozen = try ReportStore(session, district).load(report.id) else {
      return findings.add("reports", report.id.text, "is missing")
    }
    let digest = Hex.encode(SHA256.hash(data: Array(frozen.model.utf8)))
    if (frozen.meeting, frozen.size, digest) != (report.meeting, report.size, report.digest) {
      findings.add("reports", report.id.text, "differs from the report that was frozen")
    }
  }

  private mutating func compare(_ tally: Tally) throws(StorageError) {
    var counters = tally.counters.filter { $0.value != 0 }
    for row in try session.rows(
      "SELECT unit, field, phase, due_key, amount FROM counters WHERE district = $1", [.text(district.text)])
    {
      let key = CounterKey(
        unit: try row.text(0), field: try row.text(1), phase: try row.text(2), dueKey: try row.text(3))
      let amount = try row.int(4)
      if counters.removeValue(forKey: key) ?? 0 != amount {
        findings.add(
          "counters", "\(key.unit)/\(key.field)/\(key.phase)/\(key.dueKey)", "counts \(amount), which is wrong")
      }
    }
    let sums = tally.figures.filter { $0.value != 0 }
    let stored = try FigureStore(session, district).allSums()
    for key in Set(sums.keys).union(stored.keys).sorted() where sums[key] ?? 0 != stored[key] ?? 0 {
      findings.add(
        "figure_sums", "\(key.unit)/\(key.field)/\(key.month)/\(key.fact)/\(key.days)",
        "counts \(stored[key] ?? 0), which is wrong")
    }
    for key in counters.keys.sorted() {
      findings.add("counters", "\(key.unit)/\(key.field)/\(key.phase)/\(key.dueKey)", "is missing")
    }
    var serials = tally.serials
    for row in try session.rows("SELECT year, used FROM serials WHERE district = $1", [.text(district.text)]) {
      let (year, used) = (try row.int(0), try row.int(1))
      if serials.removeValue(forKey: year) != used {
        findings.add("serials", String(year), "says \(used), which is wrong")
      }
    }
    for year in serials.keys.sorted() { findings.add("serials", String(year), "is missing") }
  }
}
