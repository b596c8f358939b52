package import Duties
package import Ground
package import Inspections
package import Matters
import Packs
package import Subjects

/// The tables `counted_subjects` and `findings`: what figures of the fields are counted from.
package struct CountStore {
  let session: any SQLSession
  let district: DistrictID

  package init(_ session: any SQLSession, _ district: DistrictID) {
    (self.session, self.district) = (session, district)
  }

  /// Subjects of some types, those that agree in everything that counts together.
  package func groups(of types: [String]) throws(StorageError) -> [SubjectGroup] {
    guard !types.isEmpty else { return [] }
    return try session.rows(
      """
      SELECT type, supervising, territorial, responsible, choices, spans, COUNT(*) FROM counted_subjects
      WHERE district = $1 AND type IN (\(Placeholders.list(types.count, from: 2)))
      GROUP BY type, supervising, territorial, responsible, choices, spans
      """, [.text(district.text)] + types.map { .text($0) }
    ).map { (row) throws(StorageError) in
      SubjectGroup(try CountStore.subject(row, from: 0), count: Int(try row.int(6)))
    }
  }

  /// Subjects of some types one by one, in the order of their ids.
  ///
  /// - Parameter units: only those with which one of these units has to do; nil: all.
  package func subjects(
    of types: [String], with units: Set<UnitID>?
  ) throws(StorageError) -> [(id: SubjectID, subject: CountedSubject)] {
    guard !types.isEmpty, units?.isEmpty != true else { return [] }
    var values: [SQLValue] = [.text(district.text)] + types.map { .text($0) }
    var narrowed = ""
    if let units {
      let places = Placeholders.list(units.count, from: values.count + 1)
      narrowed = " AND (supervising IN (\(places)) OR territorial IN (\(places)) OR responsible IN (\(places)))"
      values += units.sorted().map { .text($0.text) }
    }
    return try session.rows(
      """
      SELECT subject, type, supervising, territorial, responsible, choices, spans FROM counted_subjects
      WHERE district = $1 AND type IN (\(Placeholders.list(types.count, from: 2)))\(narrowed) ORDER BY subject
      """, values
    ).map { (row) throws(StorageError) in
      (try CountStore.id(try row.text(0)), try CountStore.subject(row, from: 1))
    }
  }

  /// Inspections that count with some checklists on some days, subject by subject, by checklist.
  ///
  /// - Parameter subjects: only at these; nil: at all.
  package func rounds(
    _ checklists: [String], at subjects: Set<SubjectID>? = nil, on days: DayRange
  ) throws(StorageError) -> [String: [SubjectRounds]] {
    guard !checklists.isEmpty, subjects?.isEmpty != true else { return [:] }
    let ids = subjects?.map(\.text).sorted() ?? []
    let narrowed =
      ids.isEmpty ? "" : "AND i.subject IN (\(Placeholders.list(ids.count, from: 4 + checklists.count)))"
    var known: [String: CountedSubject] = [:]
    var rounds: [String: [String: SubjectRounds]] = [:]
    for row in try session.rows(
      """
      SELECT i.checklist, i.subject, i.unit, i.day, c.type, c.supervising, c.territorial, c.responsible, c.choices,
        c.spans
      FROM inspections i JOIN counted_subjects c ON c.district = i.district AND c.subject = i.subject
      WHERE i.district = $1 AND i.day >= $2 AND i.day <= $3 AND i.annulled = 0
        AND i.checklist IN (\(Placeholders.list(checklists.count, from: 4))) \(narrowed)
      """, [.text(district.text), .text(days.first.iso), .text(days.last.iso)] + (checklists + ids).map { .text($0) })
    {
      let (checklist, id) = (try row.text(0), try row.text(1))
      let subject = if let subject = known[id] { subject } else { try CountStore.subject(row, from: 4) }
      known[id] = subject
      let visit = Visit(unit: try CountStore.id(try row.text(2)), day: try CountStore.day(row, 3))
      let fresh = SubjectRounds(id: try CountStore.id(id), subject: subject, visits: [])
      rounds[checklist, default: [:]][id, default: fresh].visits.append(visit)
    }
    return rounds.mapValues { Array($0.values) }
  }

  /// The reasons given for missed windows that end on some days, each with its subject as it counts.
  package func stated(on days: DayRange) throws(StorageError) -> [StatedWindow] {
    try session.rows(
      """
      SELECT w.duty, w.subject, w.first_day, w.last_day, w.reason, c.type, c.supervising, c.territorial, c.responsible,
        c.choices, c.spans
      FROM window_reasons w JOIN counted_subjects c ON c.district = w.district AND c.subject = w.subject
      WHERE w.district = $1 AND w.last_day >= $2 AND w.last_day <= $3
      """, [.text(district.text), .text(days.first.iso), .text(days.last.iso)]
    ).map { (row) throws(StorageError) in
      guard let reason = WindowReason(rawValue: try row.text(4)) else {
        throw StorageError(.corrupt, "a reason in window_reasons")
      }
      let window = MissedWindow(
        subject: try CountStore.id(try row.text(1)), first: try CountStore.day(row, 2), last: try CountStore.day(row, 3)
      )
      return StatedWindow(
        duty: try row.text(0), window: window, subject: try CountStore.subject(row, from: 5), reason: reason)
    }
  }

  /// How many inspections that count were made on some days, by the subjects' type.
  package func inspections(on days: DayRange) throws(StorageError) -> [String: Int] {
    var counts: [String: Int] = [:]
    for row in try session.rows(
      """
      SELECT c.type, COUNT(*) FROM inspections i
      JOIN counted_subjects c ON c.district = i.district AND c.subject = i.subject
      WHERE i.district = $1 AND i.day >= $2 AND i.day <= $3 AND i.annulled = 0 GROUP BY c.type
      """, [.text(district.text), .text(days.first.iso), .text(days.last.iso)])
    {
      counts[try row.text(0)] = Int(try row.int(1))
    }
    return counts
  }

  /// What was found on some days by inspections that count, with the subject's type and how its matter stands.
  package func found(on days: DayRange) throws(StorageError) -> [FoundRow] {
    try session.rows(
      """
      SELECT f.inspection, f.place, f.subject, f.checklist, f.item, f.grade, f.fixed, f.matter, f.day, c.type, m.phase,
        m.due
      FROM findings f JOIN counted_subjects c ON c.district = f.district AND c.subject = f.subject
      LEFT JOIN matters m ON m.district = f.district AND m.id = f.matter
      WHERE f.district = $1 AND f.day >= $2 AND f.day <= $3 AND f.annulled = 0
      """, [.text(district.text), .text(days.first.iso), .text(days.last.iso)]
    ).map { (row) throws(StorageError) in
      let due = try row.optionalText(11).flatMap { CivilDate($0) }
      return FoundRow(
        finding: try CountStore.finding(row), type: try row.text(9),
        phase: try row.optionalText(10).flatMap(Phase.init(rawValue:)), due: due)
    }.sorted { $0.finding < $1.finding }
  }

  /// What had been found before, on the same subjects by the same items, as what was found on some days.
  package func earlier(than days: DayRange) throws(StorageError) -> [CountedFinding] {
    let rows = try session.rows(
      """
      SELECT g.inspection, g.place, g.subject, g.checklist, g.item, g.grade, g.fixed, g.matter, g.day
      FROM findings f JOIN findings g ON g.district = f.district AND g.subject = f.subject
        AND g.checklist = f.checklist AND g.item = f.item AND g.day < f.day AND g.annulled = 0
      WHERE f.district = $1 AND f.day >= $2 AND f.day <= $3 AND f.annulled = 0
      """, [.text(district.text), .text(days.first.iso), .text(days.last.iso)]
    ).map { (row) throws(StorageError) in try CountStore.finding(row) }
    // One for each later finding.
    return Array(Set(rows))
  }

  /// Everything that inspections which count found at a subject, the earliest first.
  package func found(at subject: SubjectID) throws(StorageError) -> [CountedFinding] {
    try session.rows(
      """
      SELECT inspection, place, subject, checklist, item, grade, fixed, matter, day FROM findings
      WHERE district = $1 AND subject = $2 AND annulled = 0 ORDER BY day, inspection, place
      """, [.text(district.text), .text(subject.text)]
    ).map { (row) throws(StorageError) in try CountStore.finding(row) }
  }

  /// Every inspection of a subject that counts: with which checklist, by which unit, on which day.
  package func visits(of subject: SubjectID) throws(StorageError) -> [(checklist: String, visit: Visit)] {
    try session.rows(
      "SELECT checklist, unit, day FROM inspections WHERE district = $1 AND subject = $2 AND annulled = 0 ORDER BY day",
      [.text(district.text), .text(subject.text)]
    ).map { (row) throws(StorageError) in
      (try row.text(0), Visit(unit: try CountStore.id(try row.text(1)), day: try CountStore.day(row, 2)))
    }
  }

  /// Inspections that count on some days of subjects of some types, the latest first.
  package func inspected(
    on days: DayRange, types: [String], with units: Set<UnitID>?
  ) throws(StorageError) -> [InspectionID] {
    guard !types.isEmpty, units?.isEmpty != true else { return [] }
    var values: [SQLValue] = [.text(district.text), .text(days.first.iso), .text(days.last.iso)]
    values += types.map { .text($0) }
    var narrowed = ""
    if let units {
      let places = Placeholders.list(units.count, from: values.count + 1)
      narrowed = " AND (c.supervising IN (\(places)) OR c.territorial IN (\(places)) OR c.responsible IN (\(places)))"
      values += units.sorted().map { .text($0.text) }
    }
    return try session.rows(
      """
      SELECT i.id FROM inspections i JOIN counted_subjects c ON c.district = i.district AND c.subject = i.subject
      WHERE i.district = $1 AND i.day >= $2 AND i.day <= $3 AND i.annulled = 0
        AND c.type IN (\(Placeholders.list(types.count, from: 4)))\(narrowed)
      ORDER BY i.day DESC, i.id DESC
      """, values
    ).map { (row) throws(StorageError) in try CountStore.id(try row.text(0)) }
  }
}

/// Something that was found, with the subject's type and how its matter stands.
package struct FoundRow: Hashable, Sendable {
  package let finding: CountedFinding
  package let type: String
  /// Nil where it became no matter.
  package let phase: Phase?
  package let due: CivilDate?
}

extension CountStore {
  func set(_ id: SubjectID, to subject: Subject?) throws(StorageError) {
    guard let subject else {
      try session.run(
        "DELETE FROM counted_subjects WHERE district = $1 AND subject = $2", [.text(district.text), .text(id.text)])
      return
    }
    try session.run(
      """
      INSERT INTO counted_subjects (district, subject, type, supervising, territorial, responsible, choices, spans)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      ON CONFLICT (district, subject) DO UPDATE SET type = excluded.type, supervising = excluded.supervising,
        territorial = excluded.territorial, responsible = excluded.responsible, choices = excluded.choices,
        spans = excluded.spans
      """, CountStore.values(subject, in: district))
  }

  static func values(_ subject: Subject, in district: DistrictID) -> [SQLValue] {
    let counted = CountedSubject(subject)
    return [
      .text(district.text), .text(subject.id.text), .text(counted.type), .text(counted.supervising.text),
      .text(counted.territorial.text), counted.responsible.map { .text($0.text) } ?? .null,
      .text(counted.choicesText), .text(counted.spansText),
    ]
  }

  func save(_ inspection: Inspection) throws(StorageError) {
    for values in CountStore.values(inspection, in: district) {
      try session.run(
        """
        INSERT INTO findings (district, inspection, place, subject, checklist, item, grade, fixed, matter, day, annulled)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        ON CONFLICT (district, inspection, place) DO UPDATE SET annulled = excluded.annulled
        """, values)
    }
  }

  /// A row for each finding, in their order.
  static func values(_ inspection: Inspection, in district: DistrictID) -> [[SQLValue]] {
    CountedFinding.all(of: inspection).map { found in
      [
        .text(district.text), .text(found.inspection.text), .int(Int64(found.place)), .text(found.subject.text),
        .text(found.checklist), found.item.map { .text($0) } ?? .null, .text(found.grade.rawValue),
        .int(found.isFixed ? 1 : 0), found.matter.map { .text($0.text) } ?? .null, .text(found.day.iso),
        .int(inspection.annulled == nil ? 0 : 1),
      ]
    }
  }

  /// The rows of an inspection's findings as they stand.
  func rows(of inspection: InspectionID) throws(StorageError) -> [[SQLValue]] {
    try session.rows(
      """
      SELECT district, inspection, place, subject, checklist, item, grade, fixed, matter, day, annulled FROM findings
      WHERE district = $1 AND inspection = $2 ORDER BY place
      """, [.text(district.text), .text(inspection.text)]
    ).map(\.values)
  }

  static func subject(_ row: SQLRow, from column: Int) throws(StorageError) -> CountedSubject {
    guard
      let subject = CountedSubject(
        type: try row.text(column), supervising: try CountStore.id(try row.text(column + 1)),
        territorial: try CountStore.id(try row.text(column + 2)),
        responsible: try row.optionalText(column + 3).map { (text) throws(StorageError) in try CountStore.id(text) },
        choicesText: try row.text(column + 4), spansText: try row.text(column + 5))
    else { throw StorageError(.corrupt, "a row of counted_subjects") }
    return subject
  }

  private static func finding(_ row: SQLRow) throws(StorageError) -> CountedFinding {
    guard let grade = HazardGrade(rawValue: try row.text(5)) else {
      throw StorageError(.corrupt, "a grade in findings")
    }
    return CountedFinding(
      inspection: try CountStore.id(try row.text(0)), place: Int(try row.int(1)),
      subject: try CountStore.id(try row.text(2)), checklist: try row.text(3), item: try row.optionalText(4),
      grade: grade, isFixed: try row.bool(6),
      matter: try row.optionalText(7).map { (text) throws(StorageError) in try CountStore.id(text) },
      day: try day(row, 8))
  }

  static func id<Tag>(_ text: String) throws(StorageError) -> Identifier<Tag> {
    guard let id = Identifier<Tag>(text) else { throw StorageError(.corrupt, "an id in what is counted") }
    return id
  }

  private static func day(_ row: SQLRow, _ column: Int) throws(StorageError) -> CivilDate {
    guard let day = CivilDate(try row.text(column)) else { throw StorageError(.corrupt, "a day in what is counted") }
    return day
  }
}
