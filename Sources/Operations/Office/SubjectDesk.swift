import Crypto
package import Directory
import Formats
package import Ground
import Ledger
import Packs
package import Registers
import Storage
import Subjects

/// A list of subjects that was uploaded and waits: what is known of it beside its rows, and how they are to be understood.
struct StagedSubjects: Codable, Sendable {
  let name: String
  /// SHA-256 of the file, in hexadecimal.
  let digest: String
  /// The code of the subjects' type.
  let type: String
  /// Who uploaded it.
  let officer: OfficerID
  let sheets: [Sheet]
  var options: SubjectOptions

  struct Sheet: Codable, Sendable {
    let name: String
    let rows: Int
    let notes: TableNotes
  }

  /// Each sheet with the number of its rows.
  var titles: [String] { sheets.map { "\($0.name.isEmpty ? name : $0.name)（\($0.rows)）" } }

  /// The sheet that is read.
  var sheet: Sheet {
    sheets.indices.contains(options.sheet) ? sheets[options.sheet] : Sheet(name: "", rows: 0, notes: TableNotes())
  }
}

extension Office {
  private static let listLimits: Limits = {
    var limits = Limits()
    // With titles, headings and totals besides the subjects.
    limits.tableRows = SubjectReader.limit + 500
    // A sheet's part is read as it is inflated and held by nobody.
    (limits.partBytes, limits.inflatedBytes, limits.saidBytes) = (300 << 20, 400 << 20, 100 << 20)
    return limits
  }()
  private static let allListRows = 2 * SubjectReader.limit

  /// Takes a list of subjects of one type in to be looked at; nothing of it is registered yet.
  package func stageSubjects(
    _ bytes: [UInt8], name: String, type code: String, by officer: Officer, operation: OperationID
  ) async throws(Refusal) -> OperationID {
    guard let type = try await packs().work.subjectTypes[code] else {
      throw Refusal(.subjectType, at: "type", ["type": String(code.prefix(64))])
    }
    if try await isAsleep(type) { throw Refusal(.subjectAsleep, at: "type", ["type": type.title.chinese]) }
    let digest = Hex.encode(SHA256.hash(data: bytes))
    if let waiting = try await stagedSubjects(operation) {
      // The same form sent twice; another file under its id is somebody else's doing.
      guard waiting.digest == digest, waiting.officer == officer.id else { throw Refusal(.operationConflict) }
      return operation
    }
    let reader = try await subjectReader(code, for: officer)
    let opened = try await open(bytes, name: name, for: reader)
    let known = opened.indices.filter { reader.knows(opened[$0].head) }
    let staged = StagedSubjects(
      name: name, digest: digest, type: code, officer: officer.id,
      sheets: opened.map { StagedSubjects.Sheet(name: $0.head.name, rows: $0.rows, notes: $0.head.notes) },
      options: SubjectOptions(sheet: known.first { !opened[$0].head.notes.isHidden } ?? known.first ?? 0))
    let (district, now, state, by) = (district, now, try encoded(staged), officer.id)
    for (sheet, table) in opened.enumerated() {
      for start in stride(from: 0, to: table.chunks.count, by: Office.chunksAtOnce) {
        let part = Array(table.chunks.enumerated().dropFirst(start).prefix(Office.chunksAtOnce))
        try await change { (session: any SQLSession) throws(StorageError) in
          let rows = StagedRowStore(session, district, of: operation)
          for (chunk, text) in part { try rows.insert(text, sheet: sheet, chunk: chunk, at: now) }
        }
      }
    }
    // The list comes last: one that is there has all its rows.
    try await change { (session: any SQLSession) throws(StorageError) in
      try StagedListStore(session, district, .subjects).insert(operation, at: now, by: by, name: name, state: state)
    }
    return operation
  }

  /// Another sheet, other columns, or the units that the file leaves out; not once it has begun to come in.
  package func setSubjects(
    _ id: OperationID, _ options: SubjectOptions, by officer: Officer
  ) async throws(Refusal) {
    var staged = try await requiredSubjects(id, for: officer)
    guard try await subjectImport(id) == nil else { throw Refusal(.subjectListBegun) }
    var options = options
    // Columns were chosen for the sheet that was shown.
    if options.sheet != staged.options.sheet { options.columns = [] }
    staged.options = options
    await lists.forget(id)
    let (district, state) = (district, try encoded(staged))
    try await change { (session: any SQLSession) throws(StorageError) in
      try StagedListStore(session, district, .subjects).update(id, state: state)
    }
  }

  package func dropSubjects(_ id: OperationID, by officer: Officer) async throws(Refusal) {
    _ = try await requiredSubjects(id, for: officer)
    let district = district
    try await change { (session: any SQLSession) throws(StorageError) in
      try StagedListStore(session, district, .subjects).delete(id)
    }
  }

  // MARK: What waits

  /// So many chunks are kept by one short transaction.
  private static let chunksAtOnce = 20

  private struct Opened: Sendable {
    /// Its first rows, and what stands beside all of them.
    var head: Table
    var rows = 0
    var chunks: [String] = []
  }

  /// Opens a list at the door: type, size, secrecy marks, lists of persons. Nothing is stored.
  private func open(_ bytes: [UInt8], name: String, for reader: SubjectReader) async throws(Refusal) -> [Opened] {
    let (door, limits) = (try await packs().door, Office.listLimits)
    let file: TableStream
    do throws(Problem) { file = try TableStream(bytes, name: name, limits: limits) } catch { throw Refusal([error]) }
    // The door looks while the rows are read; what it says comes first.
    async let verdict = Result { () throws(Problem) in
      try door.inspect(bytes, FileKind.sniff(bytes) == .xlsx ? .xlsx : .csv, name: name, limits: limits)
    }
    let opened = Result { () throws(Refusal) in try rows(of: file, for: reader) }
    do throws(Problem) { try await verdict.get() } catch { throw Refusal([error]) }
    return try opened.get()
  }

  private func rows(of file: TableStream, for reader: SubjectReader) throws(Refusal) -> [Opened] {
    do throws(Problem) {
      var (opened, left) = ([Opened](), Office.allListRows)
      for (sheet, title) in file.sheets.enumerated() {
        var (table, chunk) = (Opened(head: Table(name: title, rows: [])), StagedRows())
        var (first, persons) = ([TableRow](), PersonalColumns?.none)
        func keep(_ row: TableRow, at place: Int, _ persons: PersonalColumns) throws(Problem) {
          let row = persons.without(row, at: place)
          if table.head.rows.count < StagedRows.size { table.head.rows.append(row) }
          chunk.add(row)
          if chunk.isFull { table.chunks.append(try chunk.close()) }
        }
        // Nothing is kept before it is known which columns name persons.
        func settle() throws(Problem) -> PersonalColumns {
          let found = PersonalColumns(first, reader)
          for (place, row) in first.enumerated() { try keep(row, at: place, found) }
          return found
        }
        table.head.notes = try file.walk(sheet) { (row) throws(Problem) in
          (table.rows, left) = (table.rows + 1, left - 1)
          guard left >= 0 else {
            throw Problem(
              .listOfSubjectsLong,
              ["rows": "> \(Office.allListRows)", "limit": "\(SubjectReader.limit)"])
          }
          if let persons { return try keep(row, at: table.rows - 1, persons) }
          first.append(row)
          if first.count == SubjectReader.head { persons = try settle() }
        }
        if persons == nil { _ = try settle() }
        if !chunk.isEmpty { table.chunks.append(try chunk.close()) }
        opened.append(table)
      }
      return opened
    } catch { throw Refusal([error]) }
  }

  func stagedSubjects(_ id: OperationID) async throws(Refusal) -> StagedSubjects? {
    let district = district
    let stored = try await ask { (session: any SQLSession) throws(StorageError) in
      try StagedListStore(session, district, .subjects).load(id)
    }
    do { return try stored.map { try StateJSON.decode(StagedSubjects.self, from: $0) } } catch {
      throw Refusal(any: error)
    }
  }

  /// What waits under the id, if the officer uploaded it or coordinates.
  func stagedSubjects(_ id: OperationID, for officer: Officer) async throws(Refusal) -> StagedSubjects? {
    guard let staged = try await stagedSubjects(id) else { return nil }
    return staged.officer == officer.id || officer.roles.contains(.coordinator) ? staged : nil
  }

  func requiredSubjects(_ id: OperationID, for officer: Officer) async throws(Refusal) -> StagedSubjects {
    guard let staged = try await stagedSubjects(id, for: officer) else { throw Refusal(.subjectListGone) }
    return staged
  }

  private func encoded(_ staged: StagedSubjects) throws(Refusal) -> String {
    do { return try StateJSON.encode(staged) } catch { throw Refusal(any: error) }
  }
}
