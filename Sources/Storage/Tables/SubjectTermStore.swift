import Ground
import Subjects

/// The tables `subject_terms` and `subject_choices`: since when and until when a subject is in the register, and what it
/// chose of its type's choices, in columns that one question over very many subjects can ask.
struct SubjectTermStore {
  private let session: any SQLSession
  private let district: DistrictID

  init(_ session: any SQLSession, _ district: DistrictID) { (self.session, self.district) = (session, district) }

  func set(_ id: SubjectID, to subject: Subject?) throws(StorageError) {
    let key: [SQLValue] = [.text(district.text), .text(id.text)]
    try session.run("DELETE FROM subject_choices WHERE district = $1 AND subject = $2", key)
    guard let subject else {
      try session.run("DELETE FROM subject_terms WHERE district = $1 AND subject = $2", key)
      return
    }
    try session.run(
      """
      INSERT INTO subject_terms (district, subject, first_day, gone_day) VALUES ($1, $2, $3, $4)
      ON CONFLICT (district, subject) DO UPDATE SET first_day = excluded.first_day, gone_day = excluded.gone_day
      """, SubjectTermStore.term(subject, in: district))
    for values in SubjectTermStore.choices(subject, in: district) {
      try session.run(
        "INSERT INTO subject_choices (district, subject, attribute, choice) VALUES ($1, $2, $3, $4)", values)
    }
  }

  /// Of subjects of which nothing is there yet.
  func insert(_ subjects: [Subject]) throws(StorageError) {
    try session.insert(
      "subject_terms (district, subject, first_day, gone_day)", subjects.map { SubjectTermStore.term($0, in: district) }
    )
    try session.insert(
      "subject_choices (district, subject, attribute, choice)",
      subjects.flatMap { SubjectTermStore.choices($0, in: district) })
  }

  static func term(_ subject: Subject, in district: DistrictID) -> [SQLValue] {
    [
      .text(district.text), .text(subject.id.text), .text(subject.firstDay.iso),
      subject.goneDay.map { .text($0.iso) } ?? .null,
    ]
  }

  /// In the order of their attributes.
  static func choices(_ subject: Subject, in district: DistrictID) -> [[SQLValue]] {
    subject.details.attributes.sorted { $0.key < $1.key }.compactMap { attribute, value in
      guard case .choice(let choice) = value else { return nil }
      return [.text(district.text), .text(subject.id.text), .text(attribute), .text(choice)]
    }
  }

  /// As they stand.
  func rows(of id: SubjectID) throws(StorageError) -> (term: [SQLRow], choices: [SQLRow]) {
    let key: [SQLValue] = [.text(district.text), .text(id.text)]
    return (
      try session.rows(
        "SELECT district, subject, first_day, gone_day FROM subject_terms WHERE district = $1 AND subject = $2", key),
      try session.rows(
        """
        SELECT district, subject, attribute, choice FROM subject_choices WHERE district = $1 AND subject = $2
        ORDER BY attribute
        """, key)
    )
  }

  /// Makes the rows of subjects that are older than these tables, some at a time.
  ///
  /// - Returns: whether there may be more.
  func fill(_ limit: Int) throws(StorageError) -> Bool {
    let rows = try session.rows(
      """
      SELECT s.state FROM subjects s WHERE s.district = $1 AND NOT EXISTS
        (SELECT 1 FROM subject_terms t WHERE t.district = s.district AND t.subject = s.id)
      ORDER BY s.serial LIMIT $2
      """, [.text(district.text), .int(Int64(limit))])
    for row in rows {
      let subject = try State.decode(Subject.self, try row.text(0))
      try set(subject.id, to: subject)
    }
    return rows.count == limit
  }
}

extension Subject {
  /// The day from which it is in the register, whether it was looked after then or stood still.
  var firstDay: CivilDate {
    if let stillSince { return stillSince }
    if let first = spans.first?.first { return first }
    switch status {
    case .suspended(_, let since): return since
    case .retired(_, let on): return on
    case .active: preconditionFailure("what is looked after has a day on which that began")
    }
  }

  /// The day on which it left the register; nil while it is in it.
  var goneDay: CivilDate? { if case .retired(_, let on) = status { on } else { nil } }
}
