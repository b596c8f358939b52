import Directory
import Ground
import Ledger
import Matters

/// A group of acts in one transaction: the head row locked first, the tree's tiles written last.
final class GroupTransaction {
  private let session: any SQLSession
  private let district: DistrictID
  private let secrets: any IDSource
  private let now: Instant
  private var state: CommittedState
  private var leaves: [TreeHash] = []
  /// What was answered before, asked once for the whole group.
  private var answered: [OperationID: RequestStore.Answered] = [:]
  /// By how much each counter moves; written once for all acts.
  private var counted: [CounterKey: Int64] = [:]
  private var figured: [FigureSumKey: Int64] = [:]
  private let isAwaited: Bool

  /// - Parameters:
  ///   - matters: those that the acts are known to read.
  ///   - isAwaited: whether each act waits for the answers to its own statements.
  init(
    _ session: any SQLSession, _ district: DistrictID, known: CommittedState?, now: Instant, secrets: any IDSource,
    operations: [OperationID], matters: [MatterID], isAwaited: Bool
  ) throws(StorageError) {
    (self.session, self.district, self.secrets, self.isAwaited) = (session, district, secrets, isAwaited)
    let unread = Set(matters.filter { known?.matter($0) == nil }).sorted()
    // One journey: the lock first, then what is asked under it.
    let answers = try session.answers(
      [TreeStore.lock(district)] + operations.map { RequestStore.question($0, in: district) }
        + unread.map { MatterStore.question($0, in: district) })
    let head = try TreeStore.lockedHead(answers[0], of: district)
    if let known, known.size == head.size {
      state = known
    } else {
      state = CommittedState(
        size: head.size, lastAt: head.lastAt, directory: try DirectoryStore(session, district).load(),
        tree: try TreeStore(session, district).builder(size: head.size))
    }
    self.now = max(now, head.lastAt)
    for (operation, rows) in zip(operations, answers.dropFirst()) {
      if let row = rows.first { answered[operation] = try RequestStore.answered(row) }
    }
    // A row that cannot be read is the affair of the act that needs it.
    state.remember(
      answers.dropFirst(1 + operations.count).joined().compactMap { row in
        (try? row.text(0)).flatMap { try? MatterStore.matter($0) }
      })
  }

  /// Runs one act in its savepoint; a refused act leaves nothing behind.
  func run(_ operation: OperationID, _ work: Committer.Work) throws(StorageError) -> Result<any Sendable, any Error> {
    let act = OpenAct(
      session: session, district: district, now: now, operation: operation, directory: state.directory,
      position: state.size, secrets: secrets, known: { [unowned self] in self.state.matter($0) },
      answered: answered[operation])
    let end: Result<any Sendable, SavepointFailure<any Error>> = try session.savepoint(isAwaited: isAwaited) {
      () throws(any Error) in
      let outcome = try work(act).get()
      try act.flush()
      return outcome
    }
    switch end {
    case .failure(.thrown(let error)): return .failure(error)
    case .failure(.statement(let error)): return .failure(error)
    case .success(let outcome):
      keep(act)
      return .success(outcome)
    }
  }

  private func keep(_ act: OpenAct) {
    state.size = act.size
    leaves.append(contentsOf: act.leaves)
    if act.touchedDirectory { state.directory = act.directory }
    if act.erased { state.forgetMatters() } else { state.remember(act.moved) }
    answered[act.operation] = act.answered
    counted.merge(act.counted, uniquingKeysWith: +)
    figured.merge(act.figured, uniquingKeysWith: +)
  }

  /// Writes head and tiles; the caller commits.
  func close() throws(StorageError) -> CommittedState {
    state.bound()
    guard !leaves.isEmpty else { return state }
    state.lastAt = now
    for leaf in leaves { state.tree.append(leaf) }
    let store = TreeStore(session, district)
    try store.save(state.tree.takeChanged())
    try CounterStore(session, district).add(counted)
    try FigureStore(session, district).add(figured)
    try store.moveHead(size: state.size, lastAt: now)
    return state
  }
}
