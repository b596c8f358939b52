import Ground
import Ledger

/// Everything that one subject's entries say, read back in order.
struct SubjectHistory {
  let subject: String
  let facts: [RecordedFact]
}

/// Walks the entries subject by subject, a bounded number of rows in memory, checking each on the way:
/// its columns against its canonical bytes, its texts against their seals.
final class SubjectWalk {
  private let session: any SQLSession
  private let district: DistrictID
  private let erased: Set<String>
  private let chunk: Int
  /// The last subject that was read whole.
  private(set) var last: String
  private var ready: [SubjectHistory] = []
  private var finished = false
  private(set) var findings = Findings()
  /// Rows of `entries` and `texts` seen, to tell whether either table holds others.
  private(set) var entriesSeen: Int64 = 0
  private(set) var textsSeen: Int64 = 0

  init(
    _ session: any SQLSession, _ district: DistrictID, erased: Set<String>, after last: String = "", chunk: Int = 4000
  ) {
    (self.session, self.district, self.erased) = (session, district, erased)
    (self.last, self.chunk) = (last, chunk)
  }

  /// The histories of one chunk of entries; empty at the end.
  func nextChunk() throws(StorageError) -> [SubjectHistory] {
    try load()
    defer { ready = [] }
    return ready.reversed()
  }

  func next() throws(StorageError) -> SubjectHistory? {
    while ready.isEmpty && !finished { try load() }
    return ready.popLast()
  }

  private func load() throws(StorageError) {
    var rows = try session.rows(
      """
      SELECT position, canonical, nonce, operation, op_index, kind, subject FROM entries
      WHERE district = $1 AND subject > $2 ORDER BY subject, position LIMIT $3
      """, [.text(district.text), .text(last), .int(Int64(chunk))])
    guard let first = try rows.first?.text(6), var final = try rows.last?.text(6) else {
      finished = true
      return
    }
    if rows.count == chunk {
      // The last subject may go on past this chunk: it waits for the next, or is read whole when it is alone.
      let cut = final
      if first == cut {
        rows = try session.rows(
          """
          SELECT position, canonical, nonce, operation, op_index, kind, subject FROM entries
          WHERE district = $1 AND subject = $2 ORDER BY position
          """, [.text(district.text), .text(cut)])
      } else {
        while try rows.last?.text(6) == cut { rows.removeLast() }
        final = try rows.last?.text(6) ?? first
      }
    }
    let texts = try texts(from: first, to: final)
    let seen = SideBySide.map(try rows.map { (row) throws(StorageError) in (row, texts[try row.int(0)] ?? []) }) {
      SeenEntry($0, texts: $1)
    }
    var groups: [SubjectHistory] = []
    var facts: [RecordedFact] = []
    var current = first
    for (row, seen) in zip(rows, seen) {
      let subject = try row.text(6)
      if subject != current {
        groups.append(SubjectHistory(subject: current, facts: facts))
        (current, facts) = (subject, [])
      }
      if let fact = try judge(seen, of: row) { facts.append(fact) }
    }
    groups.append(SubjectHistory(subject: current, facts: facts))
    last = final
    ready = groups.reversed()
  }

  private func texts(from first: String, to final: String) throws(StorageError) -> [Int64: [SQLRow]] {
    var texts: [Int64: [SQLRow]] = [:]
    for row in try session.rows(
      """
      SELECT t.position, t.seal, t.salt, t.body FROM entries e
      JOIN texts t ON t.district = e.district AND t.position = e.position
      WHERE e.district = $1 AND e.subject >= $2 AND e.subject <= $3
      """, [.text(district.text), .text(first), .text(final)])
    {
      texts[try row.int(0), default: []].append(row)
    }
    return texts
  }

  /// Says what is wrong with the entry, and gives what it says.
  private func judge(_ seen: SeenEntry, of row: SQLRow) throws(StorageError) -> RecordedFact? {
    entriesSeen += 1
    textsSeen += Int64(seen.texts.count)
    let position = try row.int(0)
    let stored: StoredEntry
    do { stored = try seen.stored.get() } catch {
      findings.add("entries", String(position), "cannot be read: \(error.message)")
      return nil
    }
    let entry = stored.entry
    let columns = (try row.text(3), try row.int(4), try row.text(5), try row.text(6))
    if columns != (entry.operation, Int64(entry.index), entry.kind, entry.subject) || entry.position != position
      || entry.district != district.text
    {
      findings.add("entries", String(position), "its columns differ from its canonical bytes")
    }
    for text in seen.texts {
      let key = "\(position)/\(text.seal)"
      if !text.matchesSeal {
        findings.add("texts", key, "does not match its seal")
      } else if !seen.seals.contains(text.seal) {
        findings.add("texts", key, "no entry seals it")
      } else if erased.contains(text.seal) {
        findings.add("texts", key, "was erased and is there again")
      }
    }
    do {
      if let fact = try seen.fact?.get() { return fact }
      return try RecordedFact(stored: stored, texts: try bodies(of: seen, at: position))
    } catch {
      findings.add("entries", String(position), "says something unknown: \(error.message)")
      return nil
    }
  }

  /// The bodies of all its texts, also of those that another entry brought; each seal must have its text or its erasure.
  private func bodies(of seen: SeenEntry, at position: Int64) throws(StorageError) -> [String: String] {
    var bodies = seen.bodies
    for seal in seen.seals where bodies[seal] == nil {
      if erased.contains(seal) { continue }
      guard let body = try EntryStore(session, district).text(sealed: seal) else {
        findings.add("texts", "\(position)/\(seal)", "is missing without an erasure entry")
        continue
      }
      bodies[seal] = body
    }
    return bodies
  }
}

/// An entry with its texts, as far as it can be looked at without the database; many are looked at at once.
private struct SeenEntry: Sendable {
  struct Text: Sendable {
    let seal: String
    let body: String
    let matchesSeal: Bool
  }

  let stored: Result<StoredEntry, StorageError>
  let texts: [Text]
  let seals: Set<String>
  /// Nil where a text is wanting that another entry may have brought.
  let fact: Result<RecordedFact, StorageError>?

  var bodies: [String: String] { Dictionary(texts.map { ($0.seal, $0.body) }) { $1 } }

  init(_ row: SQLRow, texts: [SQLRow]) {
    stored = Result { () throws(StorageError) in try EntryStore.stored(row) }
    self.texts = texts.compactMap { try? Text($0) }
    guard let stored = try? stored.get() else {
      (seals, fact) = ([], nil)
      return
    }
    seals = Set(stored.entry.body.seals)
    let bodies = Dictionary(self.texts.map { ($0.seal, $0.body) }) { $1 }
    guard seals.allSatisfy({ bodies[$0] != nil }) else {
      fact = nil
      return
    }
    fact = Result { () throws(StorageError) in try RecordedFact(stored: stored, texts: bodies) }
  }
}

extension SeenEntry.Text {
  fileprivate init(_ row: SQLRow) throws(StorageError) {
    (seal, body) = (try row.text(1), try row.text(3))
    matchesSeal = SealedText.seal(of: body, salt: Hex.decode(try row.text(2)) ?? []) == seal
  }
}
