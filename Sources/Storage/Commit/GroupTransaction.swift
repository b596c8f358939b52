import Directory
import Ground
import Ledger

/// A group of acts in one transaction: the head row locked first, the tree's tiles written last.
final class GroupTransaction {
  private let session: any SQLSession
  private let district: DistrictID
  private let secrets: any IDSource
  private let now: Instant
  private var state: CommittedState
  private var leaves: [TreeHash] = []
  /// What was answered before, asked once for the whole group.
  private var answered: [OperationID: RequestStore.Answered]

  init(
    _ session: any SQLSession, _ district: DistrictID, known: CommittedState?, now: Instant, secrets: any IDSource,
    operations: [OperationID]
  ) throws(StorageError) {
    (self.session, self.district, self.secrets) = (session, district, secrets)
    let head = try TreeStore(session, district).lockHead()
    if let known, known.size == head.size {
      state = known
    } else {
      state = CommittedState(
        size: head.size, lastAt: head.lastAt, directory: try DirectoryStore(session, district).load(),
        tree: try TreeStore(session, district).builder(size: head.size))
    }
    self.now = max(now, head.lastAt)
    answered = try RequestStore(session, district).load(operations)
  }

  /// Runs one act in its savepoint; a refused act leaves nothing behind.
  func run(_ operation: OperationID, _ work: Committer.Work) throws(StorageError) -> Result<any Sendable, any Error> {
    let act = OpenAct(
      session: session, district: district, now: now, operation: operation, directory: state.directory,
      position: state.size, secrets: secrets, known: { [unowned self] in self.state.matters[$0] },
      answered: answered[operation])
    let end: Result<any Sendable, SavepointFailure<any Error>> = try session.savepoint { () throws(any Error) in
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
  }

  /// Writes head and tiles; the caller commits.
  func close() throws(StorageError) -> CommittedState {
    guard !leaves.isEmpty else { return state }
    state.lastAt = now
    for leaf in leaves { state.tree.append(leaf) }
    let store = TreeStore(session, district)
    try store.save(state.tree.takeChanged())
    try store.moveHead(size: state.size, lastAt: now)
    return state
  }
}
