import Storage

/// A transaction on the server, on its connection's thread.
final class PostgresSession: SteppedSession {
  let dialect = Dialect.postgres
  var failure: StorageError?
  private let link: PostgresLink
  private let isWriting: Bool
  private var walks = 0
  /// Whether a `run` of this transaction may still be without its answer.
  private var hasQueued = false

  init(_ link: PostgresLink, isWriting: Bool) { (self.link, self.isWriting) = (link, isWriting) }

  var isOver: Bool { link.isLost }

  func rows(_ sql: String, _ arguments: [SQLValue]) throws(StorageError) -> [SQLRow] {
    try admit(arguments)
    return try attempt { () throws(StorageError) in
      try link.send(sql, arguments)
      return try settle()?.rows() ?? []
    }
  }

  func answers(_ questions: [SQLQuestion]) throws(StorageError) -> [[SQLRow]] {
    for question in questions { try admit(question.arguments) }
    return try attempt { () throws(StorageError) in
      var found: [[SQLRow]] = []
      for start in stride(from: 0, to: questions.count, by: PostgresLink.portion) {
        let part = questions[start..<min(start + PostgresLink.portion, questions.count)]
        try link.makeRoom(for: part.count)
        for question in part { try link.send(question.sql, question.arguments) }
        hasQueued = false
        for answer in try link.settle(last: part.count) { found.append(try answer.rows()) }
      }
      return found
    }
  }

  func run(_ sql: String, _ arguments: [SQLValue]) throws(StorageError) {
    try admit(arguments)
    hasQueued = true
    try attempt { () throws(StorageError) in try link.send(sql, arguments) }
  }

  /// A cursor, so that neither side holds more than one portion; `body` may use the link between portions.
  func each(
    _ sql: String, _ arguments: [SQLValue], _ body: (SQLRow) throws(StorageError) -> Void
  ) throws(StorageError) {
    try admit(arguments)
    walks += 1
    let cursor = "walk\(walks)"
    try attempt { () throws(StorageError) in
      try link.sendOnce("DECLARE \(cursor) NO SCROLL CURSOR FOR \(sql)", arguments)
    }
    defer { if failure == nil { try? attempt { () throws(StorageError) in try link.sendOnce("CLOSE \(cursor)") } } }
    while true {
      let portion = try attempt { () throws(StorageError) in
        try link.sendOnce("FETCH 500 FROM \(cursor)")
        return try settle()?.rows() ?? []
      }
      for row in portion {
        try body(row)
        // Stops the walk also when the body swallowed an error.
        if let failure { throw failure }
      }
      if portion.count < 500 { return }
    }
  }

  func define(_ schema: String) throws(StorageError) {
    try admit([])
    try attempt { () throws(StorageError) in try link.runScript(schema) }
  }

  // MARK: - The transaction

  /// Travels with the first statement.
  func begin() throws(StorageError) {
    try link.send(isWriting ? "BEGIN" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", [])
  }

  func commit() throws(StorageError) {
    if let failure { throw failure }
    try attempt { () throws(StorageError) in
      try link.send("COMMIT", [])
      guard isWriting || hasQueued else {
        // Nothing hangs on the answer: it is read with the next transaction's first.
        return try link.sync()
      }
      let answer = try settle()
      guard answer?.command == "COMMIT" else {
        throw StorageError(.other, "the server rolled back where a commit was asked for")
      }
    }
  }

  func rollback() {
    guard !isOver else { return }
    do throws(StorageError) {
      try drain()
      try link.send("ROLLBACK", [])
      try settle()
    } catch {
      // A lost link undoes everything by itself, and nothing else can fail here.
    }
  }

  // MARK: - Savepoints. All have one name: SQLite and PostgreSQL both mean the innermost.

  let hasPipeline = true

  func beginStep(isAwaited: Bool) throws(StorageError) {
    try attempt { () throws(StorageError) in
      // An error of what was queued before belongs to the transaction around the savepoint.
      if hasQueued && isAwaited { try settle() }
      try link.send("SAVEPOINT step", [])
    }
  }

  func keepStep(isAwaited: Bool) throws(StorageError) {
    try attempt { () throws(StorageError) in
      try link.send("RELEASE step", [])
      guard !isAwaited else {
        try settle()
        return
      }
      // The server works on this act while the next one is decided.
      hasQueued = true
      try link.flush()
    }
  }

  func confirm() throws(StorageError) {
    _ = try attempt { () throws(StorageError) in try settle() }
  }

  func undoStep() throws(StorageError) {
    try attempt { () throws(StorageError) in
      try drain()
      try link.send("ROLLBACK TO step", [])
      try link.send("RELEASE step", [])
      try settle()
    }
  }

  // MARK: - Private

  @discardableResult
  private func settle() throws(StorageError) -> PostgresAnswer? {
    hasQueued = false
    return try link.settle()
  }

  /// Reads what is still out before an undo, so that its errors, which no longer matter, do not skip the undo.
  private func drain() throws(StorageError) {
    guard link.hasUnsettled else { return }
    do throws(StorageError) {
      try settle()
    } catch  where !isOver {
    }
  }

  @discardableResult
  private func attempt<T>(_ step: () throws(StorageError) -> T) throws(StorageError) -> T {
    do throws(StorageError) {
      return try step()
    } catch {
      failure = error
      throw error
    }
  }

  private func admit(_ arguments: [SQLValue]) throws(StorageError) {
    if let failure { throw failure }
    for case .text(let text) in arguments where text.holdsNul {
      throw StorageError(.refusedText, "a text holds U+0000")
    }
  }
}
