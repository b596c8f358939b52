import Formats
import Ground
import Registers
import Storage

/// A list that waits, read from chunk to chunk as it is asked for (decision 0038).
struct StagedWalk: Sendable {
  private let office: Office
  private let staged: StagedSubjects
  private let id: OperationID
  private var walk: SubjectWalk
  private var rows: [TableRow]
  private var chunk = 0
  /// Sound rows that were read and not asked for yet.
  private var ready: [TakeSubjects.Row] = []
  /// How many rows were read.
  private(set) var done = 0

  init(
    _ office: Office, _ staged: StagedSubjects, _ id: OperationID, _ reader: SubjectReader, known: [String: String]
  ) async throws(Refusal) {
    (self.office, self.staged, self.id) = (office, staged, id)
    rows = try await StagedWalk.rows(of: staged, id, chunk: 0, in: office)
    var head = Table(name: staged.sheet.name, rows: rows)
    head.notes = staged.sheet.notes
    walk = reader.begin(head, staged.options, known: known)
  }

  /// The subjects of the next chunk; nil once all rows were read.
  mutating func next() async throws(Refusal) -> [SubjectRowReading]? {
    guard !rows.isEmpty else { return nil }
    // What follows is fetched while these are read.
    let (staged, id, office, behind) = (staged, id, office, chunk + 1)
    async let following = StagedWalk.rows(of: staged, id, chunk: behind, in: office)
    var subjects: [SubjectRowReading] = []
    for row in rows {
      if let subject = walk.take(row) { subjects.append(subject) }
    }
    (chunk, done) = (behind, done + rows.count)
    try Office.goOn()
    do { rows = try await following } catch { throw Refusal(any: error) }
    return subjects
  }

  /// The next sound rows behind one of the file, at most so many; none once all were read.
  mutating func sound(_ count: Int, after last: Int) async throws(Refusal) -> [TakeSubjects.Row] {
    while ready.count < count, let subjects = try await next() {
      ready += subjects.filter { $0.number > last }.compactMap { TakeSubjects.Row($0) }
    }
    defer { ready.removeFirst(min(count, ready.count)) }
    return Array(ready.prefix(count))
  }

  /// What all of it came to.
  consuming func finished() -> SubjectReading {
    walk.finish()
    return walk.reading
  }

  private static func rows(
    of staged: StagedSubjects, _ id: OperationID, chunk: Int, in office: Office
  ) async throws(Refusal) -> [TableRow] {
    let (district, sheet) = (office.district, staged.options.sheet)
    let text = try await office.ask { (session: any SQLSession) throws(StorageError) in
      try StagedRowStore(session, district, of: id).load(sheet: sheet, chunk: chunk)
    }
    do { return try text.map { try StagedRows.read($0) } ?? [] } catch { throw Refusal(any: error) }
  }
}
