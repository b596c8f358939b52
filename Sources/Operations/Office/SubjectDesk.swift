import Crypto
package import Directory
import Formats
package import Ground
import Ledger
import Packs
package import Registers
import Storage
import Subjects

/// A list of subjects that was uploaded and waits: its cells as read, and how they are to be understood.
struct StagedSubjects: Codable, Sendable {
  let name: String
  /// SHA-256 of the file, in hexadecimal.
  let digest: String
  /// The code of the subjects' type.
  let type: String
  /// Who uploaded it.
  let officer: OfficerID
  let file: TableFile
  var options: SubjectOptions

  /// Each sheet with the number of its rows.
  var sheets: [String] { file.tables.map { "\($0.name.isEmpty ? name : $0.name)（\($0.rows.count)）" } }

  var table: Table {
    file.tables.indices.contains(options.sheet) ? file.tables[options.sheet] : Table(name: "", rows: [])
  }
}

extension Office {
  private static let listLimits: Limits = {
    var limits = Limits()
    // With titles, headings and totals besides the subjects.
    limits.tableRows = SubjectReader.limit + 500
    return limits
  }()
  private static let allListRows = 2 * SubjectReader.limit

  /// Takes a list of subjects of one type in to be looked at; nothing of it is registered yet.
  package func stageSubjects(
    _ bytes: [UInt8], name: String, type code: String, by officer: Officer, operation: OperationID
  ) async throws(Refusal) -> OperationID {
    guard try await packs().work.subjectTypes[code] != nil else {
      throw Refusal(.subjectType, at: "type", ["type": String(code.prefix(64))])
    }
    let file = try await openSubjects(bytes, name: name)
    let digest = Hex.encode(SHA256.hash(data: bytes))
    if let waiting = try await stagedSubjects(operation) {
      // The same form sent twice; another file under its id is somebody else's doing.
      guard waiting.digest == digest, waiting.officer == officer.id else { throw Refusal(.operationConflict) }
      return operation
    }
    let reader = try await subjectReader(code, for: officer)
    let sheet =
      file.tables.firstIndex { !$0.notes.isHidden && reader.knows($0) } ?? file.tables.firstIndex(where: reader.knows)
    let staged = StagedSubjects(
      name: name, digest: digest, type: code, officer: officer.id, file: file,
      options: SubjectOptions(sheet: sheet ?? 0))
    let (district, now, state, by) = (district, now, try encoded(staged), officer.id)
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

  /// Takes a staged list over, chunk by chunk; one that was cut off goes on where it stopped.
  ///
  /// - Parameter onlySound: rows with problems stay outside; without it they keep everything outside.
  /// - Returns: how many subjects came in.
  @discardableResult
  package func takeSubjects(
    _ id: OperationID, onlySound: Bool, for officer: Officer, by reference: ActorReference
  ) async throws(Refusal) -> Int {
    let before = try await subjectImport(id)
    // The same form sent twice finds its own import.
    if let before, before.isWhole, before.isOpen(to: officer) { return before.subjects }
    let staged = try await requiredSubjects(id, for: officer)
    let reading = try await read(staged, id, for: officer)
    guard reading.problems.isEmpty else { throw Refusal(reading.problems) }
    let (sound, unsound) = (reading.sound, reading.unsound.count)
    guard unsound == 0 || onlySound || before != nil else {
      throw Refusal(.subjectListUnsound, at: "only_sound", ["count": "\(unsound)"])
    }
    guard !sound.isEmpty else { throw Refusal(.subjectListNothing) }
    var (rest, came) = (sound.filter { $0.number > before?.last ?? 0 }[...], before?.subjects ?? 0)
    let (total, refused) = (before?.total ?? sound.count, before?.refused ?? unsound)
    while !rest.isEmpty {
      let part = rest.prefix(TakeSubjects.size)
      rest = rest.dropFirst(part.count)
      came = try await perform(
        TakeSubjects(
          staged: id, name: staged.name, file: staged.digest, type: staged.type,
          rows: part.compactMap { TakeSubjects.Row($0) }, total: total, refused: refused),
        by: reference, operation: newOperation())
    }
    return came
  }

  /// Takes an import back, chunk by chunk; one that was cut off goes on where it stopped.
  package func giveSubjectsBack(
    _ id: OperationID, reason: Words, by reference: ActorReference
  ) async throws(Refusal) {
    var chunk = (try await subjectImport(id)?.back?.chunks ?? 0) + 1
    while try await perform(
      GiveSubjectsBack(imported: id, reason: reason, chunk: chunk), by: reference, operation: newOperation()) > 0
    { chunk += 1 }
  }

  // MARK: What waits

  /// Opens a list at the door: type, size, secrecy marks, lists of persons. Nothing is stored.
  private func openSubjects(_ bytes: [UInt8], name: String) async throws(Refusal) -> TableFile {
    let door = try await packs().door
    do throws(Problem) {
      let file = try TableFile.open(bytes, name: name, limits: Office.listLimits)
      try door.inspect(bytes, FileKind.sniff(bytes) == .xlsx ? .xlsx : .csv, name: name)
      let rows = file.tables.reduce(0) { $0 + $1.rows.count }
      guard rows <= Office.allListRows else {
        throw Problem(.listOfSubjectsLong, ["rows": "\(rows)", "limit": "\(SubjectReader.limit)"])
      }
      return file
    } catch { throw Refusal([error]) }
  }

  private func stagedSubjects(_ id: OperationID) async throws(Refusal) -> StagedSubjects? {
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

  private func requiredSubjects(_ id: OperationID, for officer: Officer) async throws(Refusal) -> StagedSubjects {
    guard let staged = try await stagedSubjects(id, for: officer) else { throw Refusal(.subjectListGone) }
    return staged
  }

  func subjectImport(_ id: OperationID) async throws(Refusal) -> SubjectImports.Import? {
    let district = district
    return try await ask { (session: any SQLSession) throws(StorageError) in
      try SubjectImports(EntryStore(session, district)).find(id)
    }
  }

  /// What the officer may register is judged for the officer who looks.
  func read(_ staged: StagedSubjects, _ id: OperationID, for officer: Officer) async throws(Refusal) -> SubjectReading {
    let known = try await knownSubjects(staged.type, besides: id)
    return try await subjectReader(staged.type, for: officer).read(staged.table, staged.options, known: known)
  }

  private func subjectReader(_ code: String, for officer: Officer) async throws(Refusal) -> SubjectReader {
    guard let directory = try await directory() else { throw Refusal(.districtMissing) }
    let packs = packDesk.packs(of: directory)
    guard let type = packs.work.subjectTypes[code] else { throw Refusal(.subjectType, at: "type", ["type": code]) }
    return SubjectReader(type: type, directory: directory, packs: packs, actor: .officer(officer), at: now)
  }

  /// The subjects of a type that are looked after, by their keys, besides those of one import.
  private func knownSubjects(
    _ code: String, besides id: OperationID
  ) async throws(Refusal) -> [String: String] {
    guard let type = try await packs().work.subjectTypes[code] else { return [:] }
    let district = district
    return try await ask { (session: any SQLSession) throws(StorageError) in
      let store = SubjectStore(session, district)
      var (known, serial, selection) = ([String: String](), 0, SubjectSelection())
      selection.types = [code]
      while true {
        let page = try store.page(selection, after: serial, limit: 1000)
        for subject in page where subject.status.code != .retired && subject.imported?.operation != id {
          let keys = SubjectKeys(subject.details, of: type)
          for key in [keys.name] + keys.codes { known[key] = subject.details.name.shown }
        }
        guard page.count == 1000, let last = page.last else { return known }
        serial = last.serial
      }
    }
  }

  private func encoded(_ staged: StagedSubjects) throws(Refusal) -> String {
    do { return try StateJSON.encode(staged) } catch { throw Refusal(any: error) }
  }
}
