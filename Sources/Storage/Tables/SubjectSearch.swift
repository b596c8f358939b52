import Ground
import Subjects

/// The words by which subjects are found: the pairs of characters of their names (decision 0009).
struct SubjectSearch {
  let session: any SQLSession
  let district: DistrictID

  init(_ session: any SQLSession, _ district: DistrictID) { (self.session, self.district) = (session, district) }

  /// Whatever stood there goes where it differs; a subject that is gone has no words.
  func save(_ id: SubjectID, of subject: Subject?) throws(StorageError) {
    let (stored, wanted) = (try words(of: id), subject.flatMap { SubjectSearch.words(of: $0, session.dialect) })
    guard stored != wanted else { return }
    let key: [SQLValue] = [.text(district.text), .text(id.text)]
    if stored != nil { try session.run("DELETE FROM searched_subjects WHERE district = $1 AND subject = $2", key) }
    guard let wanted else { return }
    try session.run(
      "INSERT INTO searched_subjects (district, subject, words) VALUES ($1, $2, $3)", key + [.text(wanted)])
  }

  /// Of subjects of which nothing is there yet: the index takes many rows of one statement far more quickly than one by one.
  func insert(_ subjects: [Subject]) throws(StorageError) {
    try session.insert(
      "searched_subjects (district, subject, words)",
      subjects.compactMap { subject in
        SubjectSearch.words(of: subject, session.dialect).map { words in
          [.text(district.text), .text(subject.id.text), .text(words)]
        }
      })
  }

  func words(of id: SubjectID) throws(StorageError) -> String? {
    try session.rows(
      "SELECT words FROM searched_subjects WHERE district = $1 AND subject = $2",
      [.text(district.text), .text(id.text)]
    ).first.map { (row) throws(StorageError) in try row.text(0) }
  }

  /// What may be found of a subject; nil where its name has no pair of characters.
  static func words(of subject: Subject, _ dialect: Dialect) -> String? {
    let words = SearchWords(subject.details.name.text ?? "")
    return words.isEmpty ? nil : words.column(dialect)
  }

  /// The subjects whose names hold the words, as a query: `$1` is the district.
  static func hits(_ words: String, _ dialect: Dialect) -> String {
    switch dialect {
    case .sqlite:
      """
      SELECT w.subject FROM searched_index_subjects i JOIN searched_subjects w ON w.row = i.rowid
      WHERE i.words MATCH \(words) AND w.district = $1
      """
    case .postgres:
      """
      SELECT w.subject FROM searched_subjects w
      WHERE w.district = $1 AND CAST(w.words AS tsvector) @@ CAST(\(words) AS tsquery)
      """
    }
  }

  /// Writes the words of subjects that were registered before there were any.
  ///
  /// - Returns: the last subject looked at; nil at the end.
  func fill(after last: String, limit: Int = 500) throws(StorageError) -> String? {
    let rows = try session.rows(
      """
      SELECT s.id, s.state FROM subjects s WHERE s.district = $1 AND s.id > $2
        AND NOT EXISTS (SELECT 1 FROM searched_subjects w WHERE w.district = s.district AND w.subject = s.id)
      ORDER BY s.id LIMIT $3
      """, [.text(district.text), .text(last), .int(Int64(limit))])
    var place: String?
    for row in rows {
      let subject = try State.decode(Subject.self, try row.text(1))
      try save(subject.id, of: subject)
      place = try row.text(0)
    }
    return place
  }
}
