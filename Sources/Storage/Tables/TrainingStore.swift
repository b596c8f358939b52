package import Duties
package import Ground
import Packs

/// The tables `trainings` and `training_counts`: a row a session with its state as JSON, and a row for each unit and post of it.
package struct TrainingStore {
  private let session: any SQLSession
  private let district: DistrictID

  package init(_ session: any SQLSession, _ district: DistrictID) {
    (self.session, self.district) = (session, district)
  }

  package func load(_ id: TrainingID) throws(StorageError) -> Training? {
    try trainings("AND t.id = $2", [.text(id.text)]).first
  }

  /// The newest first, behind one.
  package func page(
    _ selection: TrainingSelection, after place: (day: CivilDate, id: TrainingID)?, limit: Int
  ) throws(StorageError) -> [Training] {
    var (conditions, values) = ("", [SQLValue]())
    func add(_ value: SQLValue) -> String {
      values.append(value)
      return "$\(values.count + 1)"
    }
    if let course = selection.course { conditions += " AND t.course = \(add(.text(course)))" }
    if let stage = selection.stage { conditions += " AND t.stage = \(add(.text(stage.rawValue)))" }
    for units in [selection.units, selection.asked].compactMap({ $0 }) {
      guard !units.isEmpty else { return [] }
      let list = units.sorted().map { add(.text($0.text)) }.joined(separator: ", ")
      conditions += """
         AND (t.organiser IN (\(list)) OR EXISTS (SELECT 1 FROM training_counts c
          WHERE c.district = t.district AND c.training = t.id AND c.unit IN (\(list))))
        """
    }
    if let place {
      let (day, id) = (add(.text(place.day.iso)), add(.text(place.id.text)))
      conditions += " AND (t.day < \(day) OR (t.day = \(day) AND t.id < \(id)))"
    }
    let limit = add(.int(Int64(limit)))
    return try trainings("\(conditions) ORDER BY t.day DESC, t.id DESC LIMIT \(limit)", values)
  }

  /// The last session that counts of each course, unit and post.
  ///
  /// - Parameter course: nil: of all courses.
  package func last(of course: String?) throws(StorageError) -> [TrainingRow] {
    let values: [SQLValue] = [.text(district.text)] + (course.map { [.text($0)] } ?? [])
    return try session.rows(
      """
      SELECT training, unit, post, course, day, attended, owed FROM (
        SELECT training, unit, post, course, day, attended, owed,
          ROW_NUMBER() OVER (PARTITION BY course, unit, post ORDER BY day DESC, training DESC) AS place
        FROM training_counts WHERE district = $1 AND counts = 1\(course == nil ? "" : " AND course = $2")
      ) AS newest WHERE place = 1
      """, values
    ).map { (row) throws(StorageError) in try TrainingRow(row) }
  }

  func save(_ training: Training) throws(StorageError) {
    try session.run(
      """
      INSERT INTO trainings (district, id, course, organiser, day, stage, version, state)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      ON CONFLICT (district, id) DO UPDATE SET day = excluded.day, stage = excluded.stage, version = excluded.version,
        state = excluded.state
      """, try TrainingStore.values(training, in: district))
    try session.run(
      "DELETE FROM training_counts WHERE district = $1 AND training = $2",
      [.text(district.text), .text(training.id.text)])
    for values in TrainingStore.counts(training, in: district) {
      try session.run(
        """
        INSERT INTO training_counts (district, training, unit, post, course, day, counts, attended, owed)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """, values)
    }
  }

  static func values(_ training: Training, in district: DistrictID) throws(StorageError) -> [SQLValue] {
    [
      .text(district.text), .text(training.id.text), .text(training.course), .text(training.organiser.text),
      .text(training.terms.day.iso), .text(training.stage.rawValue), .int(Int64(training.version)),
      .text(try State.encode(training)),
    ]
  }

  /// By unit, then by post.
  static func counts(_ training: Training, in district: DistrictID) -> [[SQLValue]] {
    training.terms.lines.sorted { ($0.unit, $0.post) < ($1.unit, $1.post) }.map { line in
      [
        .text(district.text), .text(training.id.text), .text(line.unit.text), .text(line.post), .text(training.course),
        .text(training.terms.day.iso), .int(training.counts(line) ? 1 : 0),
        line.attended.map { .int(Int64($0)) } ?? .null, line.owed.map { .int(Int64($0)) } ?? .null,
      ]
    }
  }

  /// The counts of a session as they stand, in the order of `counts`.
  func counts(of training: TrainingID) throws(StorageError) -> [[SQLValue]] {
    try session.rows(
      """
      SELECT district, training, unit, post, course, day, counts, attended, owed FROM training_counts
      WHERE district = $1 AND training = $2 ORDER BY unit, post
      """, [.text(district.text), .text(training.text)]
    ).map(\.values)
  }

  private func trainings(_ tail: String, _ values: [SQLValue]) throws(StorageError) -> [Training] {
    try session.rows(
      "SELECT t.state FROM trainings t WHERE t.district = $1 \(tail)", [.text(district.text)] + values
    ).map { (row) throws(StorageError) in try State.decode(Training.self, try row.text(0)) }
  }
}

/// Which sessions a list shows. What is nil does not narrow it.
package struct TrainingSelection: Hashable, Sendable {
  package var course: String?
  package var stage: TrainingStage?
  /// Those that one of these units holds or takes part in; empty picks none.
  package var units: Set<UnitID>?
  /// And one of these besides, as a filter asks.
  package var asked: Set<UnitID>?

  package init() {}
}

/// How many of a unit's post were at a session that counts.
package struct TrainingRow: Hashable, Sendable {
  package let unit: UnitID
  package let post: String
  package let course: String
  package let last: LastTraining

  init(_ row: SQLRow) throws(StorageError) {
    guard let day = CivilDate(try row.text(4)) else { throw StorageError(.corrupt, "training_counts day") }
    unit = UnitID(trusted: try row.text(1))
    post = try row.text(2)
    course = try row.text(3)
    last = LastTraining(
      training: TrainingID(trusted: try row.text(0)), day: day, attended: Int(try row.int(5)),
      owed: try row.optionalInt(6).map(Int.init))
  }
}
