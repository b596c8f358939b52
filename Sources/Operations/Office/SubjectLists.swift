package import Directory
import Formats
package import Ground
import Ledger
import Packs
import Registers
import Storage
import Subjects

/// Lists of subjects that wait are read, come in and go back, chunk by chunk (decisions 0027 and 0038).
extension Office {
  /// A list of so many rows is read anew whenever somebody looks at it; a longer one is kept as it was read.
  static let readAtOnce = 2_000

  /// Takes a staged list over; one that was cut off goes on where it stopped.
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
    let reading = try await freshReading(staged, id, for: officer)
    try refuse(reading.problems)
    guard reading.unsound.count == 0 || onlySound || before != nil else {
      throw Refusal(.subjectListUnsound, at: "only_sound", ["count": "\(reading.unsound.count)"])
    }
    guard reading.sound.count > 0 || before != nil else { throw Refusal(.subjectListNothing) }
    var came = TakeSubjects.Came(chunks: before?.chunks ?? 0, subjects: before?.subjects ?? 0)
    @Sendable func take(
      _ rows: [TakeSubjects.Row], total: Int, after came: TakeSubjects.Came
    ) async throws(Refusal) -> TakeSubjects.Came {
      let subjects = try await perform(
        TakeSubjects(
          staged: id, name: staged.name, file: staged.digest, type: staged.type, rows: rows, total: total,
          refused: reading.unsound.count, before: came), by: reference, operation: newOperation())
      await lists.report(id, done: subjects)
      return TakeSubjects.Came(chunks: came.chunks + 1, subjects: subjects)
    }
    var walk = try await walk(through: staged, id, for: officer)
    let last = before?.last ?? 0
    var rows = try await walk.sound(TakeSubjects.size, after: last)
    while !rows.isEmpty {
      // The rows that follow are read while these come in.
      let (chunk, before) = (rows, came)
      async let taken = take(chunk, total: reading.sound.count, after: before)
      rows = try await walk.sound(TakeSubjects.size, after: last)
      do { came = try await taken } catch { throw Refusal(any: error) }
    }
    // Something changed since it was read, or since it was cut off: the last chunk says how many came.
    if came.subjects != reading.sound.count { came = try await take([], total: came.subjects, after: came) }
    return came.subjects
  }

  /// Takes an import back; one that was cut off goes on where it stopped.
  package func giveSubjectsBack(
    _ id: OperationID, reason: Words, by reference: ActorReference
  ) async throws(Refusal) {
    let before = try await subjectImport(id)
    if let before, before.back == nil, let directory = try await directory(),
      let officer = try reference.actor(in: directory, on: today).officer, before.isOpen(to: officer)
    {
      try await refuseTouched(before)
    }
    var chunk = (before?.back?.chunks ?? 0) + 1
    while true {
      let place = (before?.operations.count ?? 0) - chunk
      let left = try await perform(
        GiveSubjectsBack(
          imported: id, reason: reason, chunk: chunk, operation: place >= 0 ? before?.operations[place] : nil),
        by: reference, operation: newOperation())
      await lists.report(id, done: (before?.subjects ?? left) - left)
      guard left > 0 else { return }
      try Office.goOn()
      chunk += 1
    }
  }

  // MARK: While somebody waits

  /// Begins to take a list over, and waits for its end as long as a page may.
  ///
  /// - Throws: why it was refused, where that is known by then; else the list's page says it.
  package func beginTaking(
    _ id: OperationID, onlySound: Bool, for officer: Officer, by reference: ActorReference
  ) async throws(Refusal) -> ListProgress? {
    let staged = try await stagedSubjects(id, for: officer)
    // What is being done with a list is told to nobody else.
    if staged == nil, try await subjectImport(id)?.isOpen(to: officer) != true { throw Refusal(.subjectListGone) }
    return try await run(id, ListProgress(.taking, of: staged?.sheet.rows ?? 0)) { () throws(Refusal) in
      try await self.takeSubjects(id, onlySound: onlySound, for: officer, by: reference)
    }
  }

  /// Begins to take an import back, in the same way.
  package func beginGivingBack(
    _ id: OperationID, reason: Words, for officer: Officer, by reference: ActorReference
  ) async throws(Refusal) -> ListProgress? {
    guard let found = try await subjectImport(id), found.isOpen(to: officer) else { throw Refusal(.subjectListUnknown) }
    return try await run(id, ListProgress(.givingBack, of: found.subjects)) { () throws(Refusal) in
      try await self.giveSubjectsBack(id, reason: reason, by: reference)
    }
  }

  /// How far it came with a list that the officer may see, where something is being done with it; a long list that nobody has
  /// read yet begins to be read.
  ///
  /// - Throws: why what was begun was not done, once.
  package func subjectListProgress(
    _ id: OperationID, for officer: Officer
  ) async throws(Refusal) -> (name: String, progress: ListProgress)? {
    let begun = try await subjectImport(id)
    guard let staged = try await stagedSubjects(id, for: officer) else {
      guard let begun, begun.isOpen(to: officer) else { return nil }
      try await lists.wait(for: id, .zero)
      return await lists.progress(of: id).map { (begun.name.shown, $0) }
    }
    if begun?.isWhole != true, staged.sheet.rows > Office.readAtOnce,
      await lists.reading(of: id, for: officer.id) == nil, await lists.progress(of: id) == nil
    {
      _ = try await run(id, ListProgress(.reading, of: staged.sheet.rows)) { () throws(Refusal) in
        _ = try await self.freshReading(staged, id, for: officer)
      }
    } else {
      try await lists.wait(for: id, .zero)
    }
    return await lists.progress(of: id).map { (staged.name, $0) }
  }

  /// A page that waits longer looks broken.
  private static let patience = Duration.seconds(3)

  private func run(
    _ id: OperationID, _ progress: ListProgress, _ body: @escaping @Sendable () async throws(Refusal) -> Void
  ) async throws(Refusal) -> ListProgress? {
    await lists.start(id, progress, body)
    try await lists.wait(for: id, Office.patience)
    return await lists.progress(of: id)
  }

  // MARK: Reading

  /// As it was read last where that may be kept, else anew.
  func reading(
    _ staged: StagedSubjects, _ id: OperationID, for officer: Officer
  ) async throws(Refusal) -> (reading: SubjectReading, at: Instant) {
    if staged.sheet.rows > Office.readAtOnce, let kept = await lists.reading(of: id, for: officer.id) {
      return (kept.reading, kept.at)
    }
    return (try await freshReading(staged, id, for: officer), now)
  }

  /// As it stands now: what was kept counts as long as the ledger did not grow.
  private func freshReading(
    _ staged: StagedSubjects, _ id: OperationID, for officer: Officer
  ) async throws(Refusal) -> SubjectReading {
    let size = try await ledgerStand().size
    if let kept = await lists.reading(of: id, for: officer.id), kept.size == size { return kept.reading }
    let reading = try await eachRow(of: staged, id, for: officer, reports: true) { (_) throws(Refusal) in }
    if staged.sheet.rows > Office.readAtOnce {
      await lists.keep(ListRuns.Reading(reading: reading, officer: officer.id, size: size, at: now), of: id)
    }
    return reading
  }

  /// Reads a list row by row. What the officer may register is judged for the officer who looks.
  @discardableResult
  func eachRow(
    of staged: StagedSubjects, _ id: OperationID, for officer: Officer, reports: Bool = false,
    _ body: (SubjectRowReading) throws(Refusal) -> Void
  ) async throws(Refusal) -> SubjectReading {
    var walk = try await walk(through: staged, id, for: officer)
    while let rows = try await walk.next() {
      for row in rows { try body(row) }
      if reports { await lists.report(id, done: walk.done) }
    }
    return walk.finished()
  }

  private func walk(
    through staged: StagedSubjects, _ id: OperationID, for officer: Officer
  ) async throws(Refusal) -> StagedWalk {
    let reader = try await subjectReader(staged.type, for: officer)
    return try await StagedWalk(self, staged, id, reader, known: try await knownSubjects(staged.type, besides: id))
  }

  /// Where the program ends, what is being done with a list ends after a chunk, and goes on when somebody says so.
  static func goOn() throws(Refusal) {
    if Task.isCancelled { throw Refusal(.subjectListCutOff) }
  }

  func subjectReader(_ code: String, for officer: Officer) async throws(Refusal) -> SubjectReader {
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
    guard let directory = try await directory() else { return [:] }
    let (district, attributes) = (district, SubjectKeys.attributes(of: type))
    return try await ask { (session: any SQLSession) throws(StorageError) in
      var known: [String: String] = [:]
      try SubjectStore(session, district).known(of: type.code, attributes: attributes, besides: id) { subject in
        let keys = SubjectKeys(
          name: subject.name, town: directory.town(of: subject.territorial), attributes: attributes,
          saying: subject.saying)
        for key in keys.all { known[key] = Words(text: subject.name, seal: "").shown }
      }
      return known
    }
  }

  // MARK: Imports

  func subjectImport(_ id: OperationID) async throws(Refusal) -> SubjectImports.Import? {
    let district = district
    return try await ask { (session: any SQLSession) throws(StorageError) in
      try SubjectImports(EntryStore(session, district)).find(id)
    }
  }

  /// So many problems are named; the rest would fill pages.
  private static let named = 50

  /// Nothing goes back once a single subject was changed or inspected. Each chunk looks at its own again.
  private func refuseTouched(_ found: SubjectImports.Import) async throws(Refusal) {
    let district = district
    let touched = try await ask { (session: any SQLSession) throws(StorageError) in
      try SubjectStore(session, district).touched(since: found.operations, limit: Office.named)
    }
    try refuse(
      Array(
        touched.flatMap { touched in
          GiveSubjectsBack.problems(touched.subject, isMoved: touched.isMoved, isInspected: touched.isInspected)
        }.prefix(Office.named)))
  }
}
