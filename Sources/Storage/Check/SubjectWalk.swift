import Crypto
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

  private struct Row {
    let subject: String
    let stored: StoredEntry
  }

  private struct Text {
    let seal: String
    let salt: [UInt8]
    let body: String
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
    var groups: [SubjectHistory] = []
    var facts: [RecordedFact] = []
    var current = first
    for row in rows {
      let subject = try row.text(6)
      if subject != current {
        groups.append(SubjectHistory(subject: current, facts: facts))
        (current, facts) = (subject, [])
      }
      if let fact = try fact(row, texts: texts) { facts.append(fact) }
    }
    groups.append(SubjectHistory(subject: current, facts: facts))
    last = final
    ready = groups.reversed()
  }

  private func texts(from first: String, to final: String) throws(StorageError) -> [Int64: [Text]] {
    var texts: [Int64: [Text]] = [:]
    for row in try session.rows(
      """
      SELECT t.position, t.seal, t.salt, t.body FROM entries e
      JOIN texts t ON t.district = e.district AND t.position = e.position
      WHERE e.district = $1 AND e.subject >= $2 AND e.subject <= $3
      """, [.text(district.text), .text(first), .text(final)])
    {
      texts[try row.int(0), default: []].append(
        Text(seal: try row.text(1), salt: Hex.decode(try row.text(2)) ?? [], body: try row.text(3)))
    }
    return texts
  }

  private func fact(_ row: SQLRow, texts: [Int64: [Text]]) throws(StorageError) -> RecordedFact? {
    entriesSeen += 1
    let position = try row.int(0)
    let stored: StoredEntry
    do { stored = try EntryStore.stored(row) } catch {
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
    let bodies = try check(texts[position] ?? [], of: entry, at: position)
    do { return try RecordedFact(stored: stored, texts: bodies) } catch {
      findings.add("entries", String(position), "says something unknown: \(error.message)")
      return nil
    }
  }

  /// The texts by seal; each must be sealed by this entry, and every seal must have its text or its erasure.
  private func check(_ texts: [Text], of entry: Entry, at position: Int64) throws(StorageError) -> [String: String] {
    let seals = Set(entry.body.seals)
    var bodies: [String: String] = [:]
    for text in texts {
      textsSeen += 1
      var hash = SHA256()
      hash.update(data: text.salt)
      hash.update(data: Array(text.body.utf8))
      if Hex.encode(hash.finalize()) != text.seal {
        findings.add("texts", "\(position)/\(text.seal)", "does not match its seal")
      } else if !seals.contains(text.seal) {
        findings.add("texts", "\(position)/\(text.seal)", "no entry seals it")
      } else if erased.contains(text.seal) {
        findings.add("texts", "\(position)/\(text.seal)", "was erased and is there again")
      }
      bodies[text.seal] = text.body
    }
    for seal in seals where bodies[seal] == nil {
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
