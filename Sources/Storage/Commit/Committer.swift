package import Directory
package import Ground
import Ledger
import Matters

/// The one place through which acts of a district reach the record (DESIGN §5, "one committer per district").
///
/// Acts that wait are taken together, up to `GroupLimits`, into one transaction with a savepoint each. Every answer,
/// also a refusal, leaves after the commit; if the transaction is gone, all acts of the group fail as retryable.
package actor Committer {
  package typealias Work = @Sendable (OpenAct) -> Result<any Sendable, any Error>

  private struct Waiting: Sendable {
    let operation: OperationID
    let matters: [MatterID]
    let work: Work
    let answer: CheckedContinuation<Result<any Sendable, any Error>, Never>
  }

  private let engine: any SQLEngine
  private let district: DistrictID
  private let clock: any Clock
  private let secrets: any IDSource
  private let limits: GroupLimits
  private var waiting: [Waiting] = []
  private var running = false
  /// What the last commit left; nil until the first act, and again whenever a transaction was lost.
  private var state: CommittedState?

  package init(
    engine: any SQLEngine, district: DistrictID, clock: any Clock, secrets: any IDSource,
    limits: GroupLimits = GroupLimits()
  ) {
    (self.engine, self.district, self.clock, self.secrets) = (engine, district, clock, secrets)
    self.limits = limits
  }

  /// Runs an act in the next group; answers once that group is durable.
  ///
  /// - Parameters:
  ///   - matters: those that the act is going to read, as far as that is known; the group reads them together.
  ///   - work: may be run again, in another transaction, where the first was lost.
  package func perform(
    _ operation: OperationID, reading matters: [MatterID] = [], _ work: @escaping Work
  ) async -> Result<any Sendable, any Error> {
    await withCheckedContinuation { answer in
      waiting.append(Waiting(operation: operation, matters: matters, work: work, answer: answer))
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
      let group = Array(waiting.prefix(limits.acts))
      let answers = await commit(group)
      // Acts that found no time stay at the head of the queue.
      waiting.removeFirst(answers.count)
      for (act, answer) in zip(group, answers) { act.answer.resume(returning: answer) }
    }
    running = false
  }

  /// The answers of as many acts of the group as found time, at least one.
  private func commit(_ group: [Waiting]) async -> [Result<any Sendable, any Error>] {
    do throws(StorageError) {
      do throws(StorageError) { return try await attempt(group, isAwaited: false) } catch {
        guard !error.isRetryable else { throw error }
        // One statement failed and nobody knows whose it was. Now each act waits for its own answers.
        state = nil
        return try await attempt(group, isAwaited: true)
      }
    } catch {
      state = nil
      return group.map { _ in .failure(error) }
    }
  }

  private func attempt(
    _ group: [Waiting], isAwaited: Bool
  ) async throws(StorageError) -> [Result<any Sendable, any Error>] {
    let (district, secrets, known, now, clock, limits) = (district, secrets, state, clock.now, clock, limits)
    let (answers, next) = try await engine.write { (session: any SQLSession) throws(StorageError) in
      let transaction = try GroupTransaction(
        session, district, known: known, now: now, secrets: secrets, operations: group.map(\.operation),
        matters: group.flatMap(\.matters), isAwaited: isAwaited)
      let end = clock.now.adding(milliseconds: limits.milliseconds)
      var answers: [Result<any Sendable, any Error>] = []
      for act in group {
        answers.append(try transaction.run(act.operation, act.work))
        if clock.now >= end { break }
      }
      return (answers, try transaction.close())
    }
    state = next
    return answers
  }
}

/// How much goes into one transaction, which everybody else waits for.
package struct GroupLimits: Hashable, Sendable {
  package var acts: Int
  /// No further act begins once so long has passed; 150 leaves the last one and the commit the rest of 200 (DESIGN §5).
  package var milliseconds: Int64

  package init(acts: Int = 32, milliseconds: Int64 = 150) { (self.acts, self.milliseconds) = (acts, milliseconds) }

  /// For data that can be made again, such as a benchmark's: large groups, and nobody who waits.
  package static let bulk = GroupLimits(acts: 10_000, milliseconds: 60_000)
}

/// What a commit leaves for the next one.
struct CommittedState: Sendable {
  var size: Int64
  var lastAt: Instant
  var directory: Directory?
  var tree: TileBuilder
  /// The matters that moved last, as their rows stand; saves reading them back.
  private var matters: [MatterID: Kept] = [:]

  /// A matter is some four hundred bytes with thirty references; the cache is copied once a group.
  private final class Kept: Sendable {
    let matter: Matter

    init(_ matter: Matter) { self.matter = matter }
  }

  init(size: Int64, lastAt: Instant, directory: Directory?, tree: TileBuilder) {
    (self.size, self.lastAt, self.directory, self.tree) = (size, lastAt, directory, tree)
  }

  mutating func remember(_ moved: [Matter]) {
    for matter in moved { matters[matter.id] = Kept(matter) }
  }

  func matter(_ id: MatterID) -> Matter? { matters[id]?.matter }

  mutating func forgetMatters() { matters = [:] }

  /// Once a group has ended.
  mutating func bound() { if matters.count > 512 { forgetMatters() } }
}
