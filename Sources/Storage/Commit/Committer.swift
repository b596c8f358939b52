package import Directory
package import Ground
import Ledger
import Matters

/// The one place through which acts of a district reach the record (DESIGN §5, "one committer per district").
///
/// Acts that wait are taken together, up to `groupLimit`, into one transaction with a savepoint each. Every answer,
/// also a refusal, leaves after the commit; if the transaction is gone, all acts of the group fail as retryable.
package actor Committer {
  package typealias Work = @Sendable (OpenAct) -> Result<any Sendable, any Error>

  private struct Waiting: Sendable {
    let operation: OperationID
    let work: Work
    let answer: CheckedContinuation<Result<any Sendable, any Error>, Never>
  }

  private let engine: any SQLEngine
  private let district: DistrictID
  private let clock: any Clock
  private let secrets: any IDSource
  private let groupLimit: Int
  private var waiting: [Waiting] = []
  private var running = false
  /// What the last commit left; nil until the first act, and again whenever a transaction was lost.
  private var state: CommittedState?

  package init(
    engine: any SQLEngine, district: DistrictID, clock: any Clock, secrets: any IDSource, groupLimit: Int = 32
  ) {
    (self.engine, self.district, self.clock, self.secrets) = (engine, district, clock, secrets)
    self.groupLimit = groupLimit
  }

  /// Runs an act in the next group; answers once that group is durable.
  package func perform(_ operation: OperationID, _ work: @escaping Work) async -> Result<any Sendable, any Error> {
    await withCheckedContinuation { answer in
      waiting.append(Waiting(operation: operation, work: work, answer: answer))
      guard !running else { return }
      running = true
      Task { await drain() }
    }
  }

  /// The directory as the last commit left it.
  package func directory() async throws(StorageError) -> Directory? {
    if let state { return state.directory }
    let district = district
    return try await engine.read { (session: any SQLSession) throws(StorageError) in
      try DirectoryStore(session, district).load()
    }
  }

  private func drain() async {
    while !waiting.isEmpty {
      let group = Array(waiting.prefix(groupLimit))
      waiting.removeFirst(group.count)
      let answers = await commit(group)
      for (act, answer) in zip(group, answers) { act.answer.resume(returning: answer) }
    }
    running = false
  }

  private func commit(_ group: [Waiting]) async -> [Result<any Sendable, any Error>] {
    let (district, secrets, known, now) = (district, secrets, state, clock.now)
    do throws(StorageError) {
      let (answers, next) = try await engine.write { (session: any SQLSession) throws(StorageError) in
        let transaction = try GroupTransaction(
          session, district, known: known, now: now, secrets: secrets, operations: group.map(\.operation))
        var answers: [Result<any Sendable, any Error>] = []
        for act in group { answers.append(try transaction.run(act.operation, act.work)) }
        return (answers, try transaction.close())
      }
      state = next
      return answers
    } catch {
      state = nil
      return group.map { _ in .failure(error) }
    }
  }
}

/// What a commit leaves for the next one.
struct CommittedState: Sendable {
  var size: Int64
  var lastAt: Instant
  var directory: Directory?
  var tree: TileBuilder
  /// The matters that moved last, as their rows stand; saves reading them back.
  private(set) var matters: [MatterID: Matter] = [:]

  init(size: Int64, lastAt: Instant, directory: Directory?, tree: TileBuilder) {
    (self.size, self.lastAt, self.directory, self.tree) = (size, lastAt, directory, tree)
  }

  mutating func remember(_ moved: [Matter]) {
    if matters.count + moved.count > 512 { matters = [:] }
    for matter in moved { matters[matter.id] = matter }
  }

  mutating func forgetMatters() { matters = [:] }
}
