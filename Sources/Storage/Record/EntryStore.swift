package import Ground
package import Ledger

/// An entry as the table holds it, with its texts.
package struct StoredEntry: Sendable {
  package let position: Int64
  package let canonical: String
  package let nonce: [UInt8]
  package let entry: Entry
}

/// The entries of one district and the texts that they seal.
package struct EntryStore {
  let session: any SQLSession
  let district: DistrictID

  package init(_ session: any SQLSession, _ district: DistrictID) {
    (self.session, self.district) = (session, district)
  }

  /// An entry as it is stored, with the texts that it seals.
  struct Row: Sendable {
    let entry: Entry
    let canonical: [UInt8]
    let nonce: [UInt8]
    let texts: [SealedText]
  }

  func insert(_ rows: [Row]) throws(StorageError) {
    try session.insert(
      "entries (district, position, operation, op_index, kind, subject, canonical, nonce)",
      rows.map { row in
        let entry = row.entry
        return [
          .text(district.text), .int(entry.position), .text(entry.operation), .int(Int64(entry.index)),
          .text(entry.kind), .text(entry.subject), .text(String(decoding: row.canonical, as: UTF8.self)),
          .text(Hex.encode(row.nonce)),
        ]
      })
    try session.insert(
      "texts (district, position, seal, salt, body)",
      rows.flatMap { row in
        row.texts.map { text in
          [
            .text(district.text), .int(row.entry.position), .text(text.seal), .text(Hex.encode(text.salt)),
            .text(text.text),
          ]
        }
      })
  }

  /// Whether an operation has left entries.
  func knows(operation: String) throws(StorageError) -> Bool {
    try !session.rows(
      "SELECT 1 FROM entries WHERE district = $1 AND operation = $2 AND op_index = 0",
      [.text(district.text), .text(operation)]
    ).isEmpty
  }

  /// The subject's entries up to a ledger size, oldest first, with their texts.
  ///
  /// - Parameter kinds: only entries of these kinds; none: of every kind.
  package func history(
    of subject: String, kinds: [String] = [], below size: Int64 = .max
  ) throws(StorageError) -> [RecordedFact] {
    let isKind = kinds.isEmpty ? "" : " AND kind IN (\(Placeholders.list(kinds.count, from: 4)))"
    let values: [SQLValue] = [.text(district.text), .text(subject), .int(size)] + kinds.map { .text($0) }
    let entries = try session.rows(
      """
      SELECT position, canonical, nonce FROM entries
      WHERE district = $1 AND subject = $2 AND position < $3\(isKind) ORDER BY position
      """, values)
    // A join would let an engine without statistics walk every text of the district.
    let texts = try session.rows(
      """
      SELECT t.seal, t.body FROM texts t WHERE t.district = $1
        AND t.position IN
          (SELECT position FROM entries WHERE district = $1 AND subject = $2 AND position < $3\(isKind))
      """, values)
    var bodies: [String: String] = [:]
    for row in texts { bodies[try row.text(0)] = try row.text(1) }
    var facts: [RecordedFact] = []
    for row in entries { facts.append(try RecordedFact(stored: EntryStore.stored(row), texts: bodies)) }
    return facts
  }

  /// Of matters, how often they were re-inspected, and when and by whom the last time: closed or returned.
  package func reinspections(
    of matters: Set<MatterID>
  ) throws(StorageError) -> [MatterID: (count: Int, at: Instant, by: String)] {
    guard !matters.isEmpty else { return [:] }
    var found: [MatterID: (count: Int, at: Instant, by: String)] = [:]
    for row in try session.rows(
      """
      SELECT position, canonical, nonce FROM entries WHERE district = $1
        AND subject IN (\(Placeholders.list(matters.count, from: 2)))
        AND kind IN ('matter.returned', 'matter.closed') ORDER BY position
      """, [.text(district.text)] + matters.map { "matter:\($0)" }.sorted().map { .text($0) })
    {
      let entry = try EntryStore.stored(row).entry
      guard let colon = entry.subject.firstIndex(of: ":"),
        let matter = MatterID(String(entry.subject[entry.subject.index(after: colon)...]))
      else { continue }
      found[matter] = ((found[matter]?.count ?? 0) + 1, entry.at, entry.actor)
    }
    return found
  }

  /// Every entry about subjects and inspections below a ledger size, oldest first, without their texts.
  package func eachOfFields(
    below size: Int64, _ body: (RecordedFact) throws -> Void
  ) throws {
    var place: Int64 = -1
    while true {
      // '/' comes right after '.'.
      let rows = try session.rows(
        """
        SELECT position, canonical, nonce FROM entries
        WHERE district = $1 AND position > $2 AND position < $3
          AND ((kind >= 'inspection.' AND kind < 'inspection/') OR (kind >= 'subject.' AND kind < 'subject/')
            OR (kind >= 'missed.' AND kind < 'missed/'))
        ORDER BY position LIMIT 2000
        """, [.text(district.text), .int(place), .int(size)])
      for row in rows { try body(try RecordedFact(stored: EntryStore.stored(row), texts: [:])) }
      guard let last = rows.last else { return }
      place = try last.int(0)
    }
  }

  /// The last event of one kind that befell the subject, and how many there were; nil where there was none.
  package func last(of subject: String, kind: String) throws(StorageError) -> (fact: RecordedFact, count: Int)? {
    let rows = try session.rows(
      """
      SELECT position, canonical, nonce, COUNT(*) OVER () FROM entries
      WHERE district = $1 AND subject = $2 AND kind = $3 ORDER BY position DESC LIMIT 1
      """,
      [.text(district.text), .text(subject), .text(kind)])
    guard let row = rows.first else { return nil }
    var bodies: [String: String] = [:]
    for text in try session.rows(
      "SELECT seal, body FROM texts WHERE district = $1 AND position = $2",
      [.text(district.text), .int(try row.int(0))])
    {
      bodies[try text.text(0)] = try text.text(1)
    }
    return (try RecordedFact(stored: EntryStore.stored(row), texts: bodies), Int(try row.int(3)))
  }

  /// The entries with `first <= position < end`, oldest first.
  package func range(_ first: Int64, _ end: Int64) throws(StorageError) -> [StoredEntry] {
    let rows = try session.rows(
      """
      SELECT position, canonical, nonce FROM entries
      WHERE district = $1 AND position >= $2 AND position < $3 ORDER BY position
      """,
      [.text(district.text), .int(first), .int(end)])
    var entries: [StoredEntry] = []
    entries.reserveCapacity(rows.count)
    for row in rows { entries.append(try EntryStore.stored(row)) }
    return entries
  }

  /// The entry that came last; nil while there is none.
  package func last() throws(StorageError) -> StoredEntry? {
    try session.rows(
      "SELECT position, canonical, nonce FROM entries WHERE district = $1 ORDER BY position DESC LIMIT 1",
      [.text(district.text)]
    ).first.flatMap { try? EntryStore.stored($0) }
  }

  static func stored(_ row: SQLRow) throws(StorageError) -> StoredEntry {
    let canonical = try row.text(1)
    guard let nonce = Hex.decode(try row.text(2)) else { throw StorageError(.corrupt, "nonce of an entry") }
    do throws(FactError) {
      return StoredEntry(
        position: try position(row), canonical: canonical, nonce: nonce,
        entry: try Entry(canonical: Array(canonical.utf8)))
    } catch { throw StorageError(.corrupt, "entry: \(error.path): \(error.reason)") }
  }

  private static func position(_ row: SQLRow) throws(FactError) -> Int64 {
    guard let position = try? row.int(0) else { throw FactError(path: "position", reason: "not a number") }
    return position
  }

  /// The subjects of an operation's entries, in their order.
  package func subjects(of operation: OperationID) throws(StorageError) -> [String] {
    var subjects: [String] = []
    for row in try session.rows(
      "SELECT subject FROM entries WHERE district = $1 AND operation = $2 ORDER BY op_index",
      [.text(district.text), .text(operation.text)])
    {
      subjects.append(try row.text(0))
    }
    return subjects
  }

  /// The operation's event of one kind, without its texts; nil where there is none.
  package func event(of operation: OperationID, kind: String) throws(StorageError) -> RecordedFact? {
    try session.rows(
      """
      SELECT position, canonical, nonce FROM entries WHERE district = $1 AND operation = $2 AND kind = $3
      ORDER BY op_index LIMIT 1
      """, [.text(district.text), .text(operation.text), .text(kind)]
    ).first.map { (row) throws(StorageError) in try RecordedFact(stored: EntryStore.stored(row), texts: [:]) }
  }

  /// What a seal stands for; nil once erased.
  package func text(sealed seal: String) throws(StorageError) -> String? {
    try session.rows(
      "SELECT body FROM texts WHERE district = $1 AND seal = $2", [.text(district.text), .text(seal)]
    ).first?.text(0)
  }

  /// What the seals stand for; those erased are missing.
  package func texts(sealed seals: [String]) throws(StorageError) -> [String: String] {
    var found: [String: String] = [:]
    for start in stride(from: 0, to: seals.count, by: 200) {
      let part = seals[start..<min(start + 200, seals.count)]
      let rows = try session.rows(
        "SELECT seal, body FROM texts WHERE district = $1 AND seal IN (\(Placeholders.list(part.count, from: 2)))",
        [.text(district.text)] + part.map { .text($0) })
      for row in rows { found[try row.text(0)] = try row.text(1) }
    }
    return found
  }

  /// Removes a text and its salt; answers the subject whose entry sealed it, nil where there is no such text.
  ///
  /// What is remembered of requests goes too: the digest of one that brought the text would confirm a guess, and drafts
  /// brought it under other operations. The entries still refuse a repetition.
  func erase(seal: String) throws(StorageError) -> String? {
    let rows = try session.rows(
      """
      SELECT e.subject FROM texts t JOIN entries e ON e.district = t.district AND e.position = t.position
      WHERE t.district = $1 AND t.seal = $2
      """,
      [.text(district.text), .text(seal)])
    guard let row = rows.first else { return nil }
    let subject = try row.text(0)
    try session.run("DELETE FROM requests WHERE district = $1", [.text(district.text)])
    try session.run("DELETE FROM texts WHERE district = $1 AND seal = $2", [.text(district.text), .text(seal)])
    return subject
  }
}

/// An event as it stands in the ledger: where, when, by whom, in which operation.
package struct RecordedFact: Hashable, Sendable {
  package let position: Int64
  package let at: Instant
  package let by: String
  package let operation: String
  package let event: RecordedEvent

  init(stored: StoredEntry, texts: [String: String]) throws(StorageError) {
    position = stored.position
    at = stored.entry.at
    by = stored.entry.actor
    operation = stored.entry.operation
    event = try EventCodec.decode(
      kind: stored.entry.kind, subject: stored.entry.subject, body: stored.entry.body, texts: texts)
  }
}
