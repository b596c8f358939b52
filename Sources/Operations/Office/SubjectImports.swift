import Directory
import Ground
import Storage

/// The imports of lists of subjects, as the ledger tells of them: each came in and goes back in chunks.
struct SubjectImports {
  struct Import {
    let id: OperationID
    let by: String
    let at: Instant
    let file: Words
    let name: Words
    let type: String
    /// How many came in so far, of how many, and how many rows stay outside.
    var subjects = 0
    var total: Int
    var refused: Int
    /// The last row that came in, and the number of chunks.
    var last = 0
    var chunks = 0
    /// Under which operations the chunks came.
    var operations: [OperationID] = []
    var back: Back?

    /// Whether everything that was to come in did.
    var isWhole: Bool { subjects == total }
    /// Whether nothing of it is left.
    var isGone: Bool { back?.left == 0 }

    struct Back {
      let at: Instant
      let by: String
      let reason: Words
      var chunks: Int
      var left: Int
    }

    /// Whether the officer may see it and take it back: who brought it, and coordinators.
    func isOpen(to officer: Officer) -> Bool { SubjectImports.isOpen(by, to: officer) }
  }

  static func isOpen(_ by: String, to officer: Officer) -> Bool {
    officer.roles.contains(.coordinator) || Actor.officers(in: by)?.who == officer.id
  }

  private static let kinds = ["record.subjectsTaken", "record.subjectsGivenBack"]
  private let entries: EntryStore

  init(_ entries: EntryStore) { self.entries = entries }

  /// The newest first.
  func all() throws(StorageError) -> [Import] {
    var imports: [Import] = []
    for fact in try entries.history(of: "record", kinds: SubjectImports.kinds) {
      switch fact.event {
      case .record(.subjectsTaken(let chunk)):
        if !imports.contains(where: { $0.id == chunk.imported }) {
          imports.append(
            Import(
              id: chunk.imported, by: fact.by, at: fact.at, file: chunk.file ?? Words(""),
              name: chunk.name ?? Words(""),
              type: chunk.type, total: chunk.total, refused: chunk.refused))
        }
        guard let index = imports.firstIndex(where: { $0.id == chunk.imported }) else { continue }
        imports[index].subjects += chunk.subjects
        (imports[index].last, imports[index].chunks) = (chunk.last, chunk.number)
        // The last chunk knows what the first could not: rows may have changed while they came.
        (imports[index].total, imports[index].refused) = (chunk.total, chunk.refused)
        imports[index].operations.append(OperationID(trusted: fact.operation))
      case .record(.subjectsGivenBack(let chunk)):
        guard let index = imports.firstIndex(where: { $0.id == chunk.imported }) else { continue }
        imports[index].back = Import.Back(
          at: fact.at, by: fact.by, reason: chunk.reason, chunks: chunk.number, left: chunk.left)
      default: continue
      }
    }
    return imports.reversed()
  }

  func find(_ id: OperationID) throws(StorageError) -> Import? { try all().first { $0.id == id } }

  /// The chunk that came last of all, where it is of this import and none was taken back since: while a long list comes in
  /// its chunks follow each other, and nobody reads all of them for each.
  func latest(of id: OperationID) throws(StorageError) -> SubjectsTaken? {
    let (taken, back) = (
      try entries.last(of: "record", kind: SubjectImports.kinds[0])?.fact,
      try entries.last(of: "record", kind: SubjectImports.kinds[1])?.fact
    )
    guard let taken, case .record(.subjectsTaken(let chunk)) = taken.event, chunk.imported == id,
      (back?.position ?? -1) < taken.position
    else { return nil }
    return chunk
  }

  /// The chunk that came under an operation, by whom, and what of its import went back just before: nothing of any other import
  /// did since, so that a long list goes back without all of its chunks being read for each.
  func next(
    to operation: OperationID, of id: OperationID
  ) throws(StorageError) -> (chunk: SubjectsTaken, by: String, back: SubjectsGivenBack)? {
    guard let taken = try entries.event(of: operation, kind: SubjectImports.kinds[0]),
      case .record(.subjectsTaken(let chunk)) = taken.event, chunk.imported == id,
      let last = try entries.last(of: "record", kind: SubjectImports.kinds[1])?.fact,
      case .record(.subjectsGivenBack(let back)) = last.event, back.imported == id, back.taken == chunk.number + 1
    else { return nil }
    return (chunk, taken.by, back)
  }

  /// The first subjects that came with it, in the order of the file; those taken back too.
  func subjects(of found: Import, first limit: Int) throws(StorageError) -> [SubjectID] {
    var subjects: [SubjectID] = []
    for operation in found.operations where subjects.count < limit { subjects += try self.subjects(of: operation) }
    return Array(subjects.prefix(limit))
  }

  /// Those that came with one chunk.
  func subjects(of operation: OperationID) throws(StorageError) -> [SubjectID] {
    try entries.subjects(of: operation).compactMap { subject in
      subject.hasPrefix("subject:") ? SubjectID(String(subject.dropFirst("subject:".count))) : nil
    }
  }
}
