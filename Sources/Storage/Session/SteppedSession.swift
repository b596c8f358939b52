/// How an engine takes the three steps of a savepoint; what they add up to is the same on both.
package protocol SteppedSession: SQLSession {
  /// The error of the first failed statement that no rollback has undone yet.
  var failure: StorageError? { get set }
  /// Whether the engine has already ended the transaction, e.g. because the connection or the disk is gone.
  var isOver: Bool { get }

  /// Whether statements may wait for their answers at all.
  var hasPipeline: Bool { get }

  /// - Parameter isAwaited: whether errors of what was queued before are wanted now.
  func beginStep(isAwaited: Bool) throws(StorageError)
  /// Flushes what is queued, then keeps the savepoint's work.
  func keepStep(isAwaited: Bool) throws(StorageError)
  /// Waits for every answer that is still out.
  func confirm() throws(StorageError)
  /// Undoes everything since `beginStep`, whatever state the session is in.
  func undoStep() throws(StorageError)
}

extension SteppedSession {
  package func savepoint<T, E: Error>(
    isAwaited: Bool, _ body: () throws(E) -> T
  ) throws(StorageError) -> Result<T, SavepointFailure<E>> {
    if let failure { throw failure }
    try beginStep(isAwaited: isAwaited)
    let outcome: Result<T, SavepointFailure<E>>
    do {
      outcome = .success(try body())
    } catch {
      outcome = .failure(.thrown(error))
    }
    if case .success = outcome, failure == nil {
      do {
        try keepStep(isAwaited: isAwaited)
        return outcome
      } catch {
        failure = error
      }
    }
    let statement = failure
    if isOver { throw statement ?? StorageError(.gone, "the transaction ended inside a savepoint") }
    if !isAwaited && hasPipeline {
      // What failed may have been left out by an earlier savepoint, so undoing this one would not mend it.
      if let statement { throw statement }
      try confirm()
    }
    try undoStep()
    failure = nil
    switch (outcome, statement) {
    case (.success, let error?): return .failure(.statement(error))
    default: return outcome
    }
  }
}
