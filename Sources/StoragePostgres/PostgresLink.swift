import CLibpq
import Storage

/// A connection to the server, always in libpq's pipeline mode (postgresql.org/docs/15/libpq-pipeline-mode.html):
/// statements are sent at once and their answers read together at the next `settle`.
final class PostgresLink {
  /// What was sent and not yet answered, in order.
  private enum Sent {
    case preparation(of: String)
    case statement
    /// Where the server stops skipping after an error.
    case sync
  }

  private let handle: OpaquePointer
  private var statements = PreparedStatements()
  private var arguments = ArgumentBuffer()
  private var sent: [Sent] = []
  private let isWriting: Bool
  /// Whether the server or the way to it is gone; the transaction went with it.
  private(set) var isLost = false
  private var isSpent = false

  /// Connects, which takes a few milliseconds, and refuses a server or database that the house rules exclude.
  init(_ settings: PostgresSettings, isWriting: Bool) throws(StorageError) {
    self.isWriting = isWriting
    let keywords = ["dbname", "client_encoding", "application_name", "connect_timeout"]
    let values = [settings.address, "UTF8", "bihuan", "5"]
    let opened = withCStrings(keywords) { keywords in
      withCStrings(values) { values in PQconnectdbParams(keywords, values, 1) }
    }
    guard let opened else { throw StorageError(.gone, "no memory for a connection") }
    handle = opened
    guard PQstatus(handle) == CONNECTION_OK else { throw StorageError(.gone, connectionMessage) }
    PQsetNoticeProcessor(handle, { _, _ in }, nil)
    try ServerCheck.run(on: handle, settings)
    guard PQenterPipelineMode(handle) == 1 else { throw StorageError(.other, connectionMessage) }
  }

  deinit { PQfinish(handle) }

  /// Whether the next transaction may use this link. After a lost connection, or a plan that a changed schema has
  /// made useless, a fresh one is opened instead.
  var isUsable: Bool { !isLost && !isSpent }

  /// Looks, without a round trip, whether the server has hung up. The second look sees the end behind a last message.
  func isAlive() -> Bool {
    PQconsumeInput(handle) == 1 && PQconsumeInput(handle) == 1 && PQstatus(handle) == CONNECTION_OK
  }

  /// Whether anything was sent since the last `settle` began or ended.
  var hasUnsettled: Bool {
    if case .sync? = sent.last { false } else { !sent.isEmpty }
  }

  // MARK: - Sending

  /// Sends a statement that will be used again: prepared once per text and link.
  func send(_ sql: String, _ values: [SQLValue]) throws(StorageError) {
    arguments.fill(values)
    let (statement, isNew) = statements.find(sql, values)
    if isNew {
      do throws(StorageError) { try expectCount(sql, values) } catch {
        statements.forget(sql)
        throw error
      }
      let code = statement.types.withUnsafeBufferPointer { types in
        PQsendPrepare(handle, statement.name, sql, Int32(types.count), types.baseAddress)
      }
      try expectSent(code)
      sent.append(.preparation(of: sql))
    }
    let code = arguments.withPointers { pointers in
      PQsendQueryPrepared(handle, statement.name, Int32(values.count), pointers, nil, nil, 0)
    }
    try expectSent(code)
    sent.append(.statement)
    if sent.count >= PostgresLink.limit { try settle() }
  }

  /// How many answers may be out: bounds what libpq and the server hold for each other.
  private static let limit = 1024
  /// How many questions may be asked together, each perhaps with its preparation.
  static let portion = 256

  /// Sees to it that the next `count` statements are sent without a `settle` between them.
  func makeRoom(for count: Int) throws(StorageError) {
    if sent.count + count * 2 >= PostgresLink.limit { try settle() }
  }

  /// Sends what libpq has gathered, without waiting; it gathers up to 64 KB by itself.
  func flush() throws(StorageError) {
    if PQflush(handle) < 0 { throw lost() }
  }

  /// Sends a statement that is used once.
  func sendOnce(_ sql: String, _ values: [SQLValue] = []) throws(StorageError) {
    try expectCount(sql, values)
    arguments.fill(values)
    let types = values.map(PreparedStatements.type)
    let code = arguments.withPointers { pointers in
      PQsendQueryParams(handle, sql, Int32(values.count), types, pointers, nil, nil, 0)
    }
    try expectSent(code)
    sent.append(.statement)
  }

  /// Marks the place up to which an error skips what follows. Does not wait.
  func sync() throws(StorageError) {
    try expectSent(PQpipelineSync(handle))
    sent.append(.sync)
  }

  /// Runs a text of several statements by the simple protocol, which has no pipeline.
  func runScript(_ text: String) throws(StorageError) {
    try settle()
    guard PQexitPipelineMode(handle) == 1 else { throw lost() }
    let result = PQexec(handle, text)
    defer { PQclear(result) }
    let failure = PostgresFailure.storageError(result)
    if PQstatus(handle) != CONNECTION_OK || PQenterPipelineMode(handle) != 1 { throw lost(failure?.message) }
    if let failure { throw failure }
  }

  // MARK: - Reading

  /// Reads every answer that is still out; gives the last statement's.
  /// The first error among them is thrown, and everything sent after it has been skipped by the server.
  @discardableResult
  func settle() throws(StorageError) -> PostgresAnswer? { try settle(last: 1).last }

  /// The same, and gives the answers of the last `count` statements.
  func settle(last count: Int) throws(StorageError) -> [PostgresAnswer] {
    if hasUnsettled { try sync() }
    var unread = sent.reduce(0) { if case .statement = $1 { $0 + 1 } else { $0 } }
    var answers: [PostgresAnswer] = []
    var failure: StorageError?
    for item in sent {
      guard !isLost else { break }
      guard let answer = nextAnswer() else {
        failure = lost(failure?.message)
        break
      }
      guard let error = answer.failure else {
        guard case .statement = item else { continue }
        if unread <= count { answers.append(answer) }
        unread -= 1
        continue
      }
      if case .preparation(let sql) = item { statements.forget(sql) }
      if answer.isStalePlan { isSpent = true }
      if PQstatus(handle) != CONNECTION_OK {
        failure = lost((failure ?? error).message)
      } else if failure == nil {
        failure = meaning(of: answer, error)
      }
    }
    sent.removeAll(keepingCapacity: true)
    if let failure { throw failure }
    return answers
  }

  /// One result; libpq follows each but a sync by a null (libpq-pipeline-mode.html, §34.5.1.2).
  private func nextAnswer() -> PostgresAnswer? {
    guard let result = PQgetResult(handle) else { return nil }
    let answer = PostgresAnswer(result)
    guard answer.status != PGRES_PIPELINE_SYNC else { return answer }
    while PQstatus(handle) == CONNECTION_OK, let more = PQgetResult(handle) { PQclear(more) }
    return answer
  }

  /// A server that says it shuts down, or that turned read-only, is gone; to a reader read-only is the rule.
  private func meaning(of answer: PostgresAnswer, _ error: StorageError) -> StorageError {
    if answer.isReadOnly && !isWriting { return StorageError(.other, "a read may not write: \(error.message)") }
    return error.kind == .gone ? lost(error.message) : error
  }

  /// The server would take more arguments than there are places, and calls fewer a broken protocol.
  private func expectCount(_ sql: String, _ values: [SQLValue]) throws(StorageError) {
    let wanted = Placeholders.highest(in: sql)
    guard wanted == values.count else {
      throw StorageError(.other, "the statement has \(wanted) placeholders and \(values.count) arguments")
    }
  }

  private func expectSent(_ code: Int32) throws(StorageError) {
    if code != 1 { throw PQstatus(handle) == CONNECTION_OK ? StorageError(.other, connectionMessage) : lost() }
  }

  private func lost(_ message: String? = nil) -> StorageError {
    isLost = true
    return StorageError(.gone, message ?? connectionMessage)
  }

  private var connectionMessage: String {
    PostgresFailure.oneLine(PQerrorMessage(handle))
  }
}

/// Lends a null-terminated array of C strings to `body`.
private func withCStrings<R>(_ texts: [String], _ body: ([UnsafePointer<CChar>?]) -> R) -> R {
  func lend(_ index: Int, _ pointers: [UnsafePointer<CChar>?]) -> R {
    guard index < texts.count else { return body(pointers + [nil]) }
    return texts[index].withCString { lend(index + 1, pointers + [$0]) }
  }
  return lend(0, [])
}
