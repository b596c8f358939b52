import Crypto
import Directory
import Formats
package import Ground
import Ledger
package import Registers
import Storage

/// A register that was uploaded and waits: its cells as read, and how the clerk wants them understood.
struct StagedRegister: Codable, Sendable {
  let name: String
  /// SHA-256 of the file, in hexadecimal.
  let digest: String
  let file: TableFile
  var options: RegisterOptions

  /// Each sheet with the number of its rows.
  var sheets: [String] { file.tables.map { "\($0.name.isEmpty ? name : $0.name)（\($0.rows.count)）" } }
}

extension Office {
  /// Registers are small tables: what is larger is something else, or several years of it.
  private static let registerLimits: Limits = {
    var limits = Limits()
    limits.tableRows = 1_000
    return limits
  }()
  private static let allRows = 2_000

  /// Opens a register at the door: type, size, secrecy marks, lists of persons. Nothing is stored.
  func openRegister(_ bytes: [UInt8], name: String) async throws(Refusal) -> TableFile {
    let door = try await packs().door
    do throws(Problem) {
      let file = try TableFile.open(bytes, name: name, limits: Office.registerLimits)
      let kind = FileKind.sniff(bytes) == .xlsx ? FileKind.xlsx : .csv
      try door.inspect(bytes, kind, name: name)
      let rows = file.tables.reduce(0) { $0 + $1.rows.count }
      guard rows <= Office.allRows else {
        throw Problem(.registerTooLong, ["rows": "\(rows)", "limit": "\(Office.allRows)"])
      }
      return file
    } catch { throw Refusal([error]) }
  }

  /// Takes a register in to be looked at; nothing of it is a matter yet.
  package func stageRegister(
    _ bytes: [UInt8], name: String, operation: OperationID
  ) async throws(Refusal) -> OperationID {
    let file = try await openRegister(bytes, name: name)
    let digest = Hex.encode(SHA256.hash(data: bytes))
    if let waiting = try await stagedRegister(operation) {
      // The same form sent twice; another file under its id is somebody else's doing.
      guard waiting.digest == digest else { throw Refusal(.operationConflict) }
      return operation
    }
    let staged = StagedRegister(
      name: name, digest: digest, file: file,
      options: RegisterOptions(sheet: Office.likelySheet(file)))
    let (district, now, state) = (district, now, try encoded(staged))
    try await change { (session: any SQLSession) throws(StorageError) in
      try StagedListStore(session, district, .register).insert(operation, at: now, by: nil, name: name, state: state)
    }
    return operation
  }

  /// Another sheet, other columns, or the day and year that the file leaves out.
  package func setRegister(_ id: OperationID, _ options: RegisterOptions) async throws(Refusal) {
    guard var staged = try await stagedRegister(id) else { throw Refusal(.registerGone) }
    var options = options
    // Columns were chosen for the sheet that was shown.
    if options.sheet != staged.options.sheet { options.columns = [] }
    staged.options = options
    let (district, state) = (district, try encoded(staged))
    try await change { (session: any SQLSession) throws(StorageError) in
      try StagedListStore(session, district, .register).update(id, state: state)
    }
  }

  package func dropRegister(_ id: OperationID) async throws(Refusal) {
    let district = district
    try await change { (session: any SQLSession) throws(StorageError) in
      try StagedListStore(session, district, .register).delete(id)
    }
  }

  /// Takes over a staged register as it was shown.
  ///
  /// - Returns: how many matters came in.
  package func takeRegister(
    _ id: OperationID, again: Bool, by reference: ActorReference, operation: OperationID
  ) async throws(Refusal) -> Int {
    let before = try await registerImports().imports
    // The same form sent twice finds its own import.
    if let done = before.first(where: { $0.id == operation }) { return done.matters }
    guard let staged = try await stagedRegister(id) else { throw Refusal(.registerGone) }
    let reading = try await registerReader().read(Office.table(staged.file, staged.options), staged.options)
    guard reading.isSound else {
      let count = reading.problems.count + reading.rows.reduce(0) { $0 + $1.problems.count }
      throw Refusal(.registerUnsound, ["count": "\(count)"])
    }
    if !again, let same = try await imports(ofFile: staged.digest).first {
      throw Refusal(.registerSame, at: "again", ["day": same.at.civilDate.iso])
    }
    return try await perform(
      TakeRegister(
        staged: id, name: staged.name, file: staged.digest, rows: reading.rows.compactMap { TakeRegister.Row($0) }),
      by: reference, operation: operation)
  }

  // MARK: What waits

  func stagedRegister(_ id: OperationID) async throws(Refusal) -> StagedRegister? {
    let district = district
    let stored = try await ask { (session: any SQLSession) throws(StorageError) in
      try StagedListStore(session, district, .register).load(id)
    }
    do { return try stored.map { try StateJSON.decode(StagedRegister.self, from: $0) } } catch {
      throw Refusal(any: error)
    }
  }

  func registerReader() async throws(Refusal) -> RegisterReader {
    guard let directory = try await directory() else { throw Refusal(.districtMissing) }
    return RegisterReader(
      directory: directory, packs: packDesk.packs(of: directory), calendar: directory.calendar(over: shippedCalendar),
      today: today)
  }

  private func encoded(_ staged: StagedRegister) throws(Refusal) -> String {
    do { return try StateJSON.encode(staged) } catch { throw Refusal(any: error) }
  }

  static func table(_ file: TableFile, _ options: RegisterOptions) -> Table {
    file.tables.indices.contains(options.sheet) ? file.tables[options.sheet] : Table(name: "", rows: [])
  }

  /// The first visible sheet in which a register's titles stand.
  private static func likelySheet(_ file: TableFile) -> Int {
    file.tables.firstIndex { !$0.notes.isHidden && TitleRows($0) != nil }
      ?? file.tables.firstIndex { TitleRows($0) != nil } ?? 0
  }
}
