import Dispatch
import Synchronization

/// Threads that are allowed to block, each with a connection of its own; work waits its turn in the order it came.
///
/// The cooperative pool has as many threads as cores and must not wait on disks or servers, so all waiting happens here.
package final class Lanes<Connection: AnyObject>: Sendable {
  /// A connection and the one queue that may touch it.
  private final class Lane: @unchecked Sendable {
    let connection: Connection
    let queue: DispatchQueue

    init(_ connection: Connection, label: String) {
      self.connection = connection
      queue = DispatchQueue(label: label)
    }
  }

  private typealias Job = @Sendable (Connection) -> Void

  private struct State {
    var idle: [Lane]
    var waiting: [Job] = []
    /// Where the queue starts in `waiting`; what lies before has been taken.
    var first = 0
    var open: Int
    var closing: CheckedContinuation<Void, Never>?
    var isClosed = false

    /// Gives the place back in batches, so that a queue that never empties does not grow.
    mutating func takeFirst() -> Job {
      let job = waiting[first]
      first += 1
      if first >= 64, first * 2 >= waiting.count {
        waiting.removeFirst(first)
        first = 0
      }
      return job
    }
  }

  private let state: Mutex<State>
  private let dismantle: @Sendable (Connection) -> Void

  /// `dismantle` runs on the connection's own lane when the pool closes.
  package init(
    _ connections: sending [Connection], label: String, dismantle: @escaping @Sendable (Connection) -> Void
  ) {
    let lanes = connections.map { Lane($0, label: label) }
    state = Mutex(State(idle: lanes, open: lanes.count))
    self.dismantle = dismantle
  }

  /// Runs `job` on the next free lane.
  package func perform<T: Sendable>(
    _ job: @escaping @Sendable (Connection) -> Result<T, StorageError>
  ) async throws(StorageError) -> T {
    let outcome: Result<T, StorageError> = await withCheckedContinuation { continuation in
      let accepted = submit { connection in continuation.resume(returning: job(connection)) }
      if !accepted { continuation.resume(returning: .failure(StorageError(.gone, "the database is closed"))) }
    }
    return try outcome.get()
  }

  /// Lets the work that was accepted finish, then closes every connection.
  package func close() async {
    await withCheckedContinuation { continuation in
      let idle: [Lane]? = state.withLock { state in
        guard !state.isClosed else { return nil }
        state.isClosed = true
        state.closing = continuation
        defer { state.idle = [] }
        return state.idle
      }
      guard let idle else { return continuation.resume() }
      for lane in idle { lane.queue.async { self.retire(lane) } }
    }
  }

  private func submit(_ job: @escaping Job) -> Bool {
    let (accepted, lane): (Bool, Lane?) = state.withLock { state in
      guard !state.isClosed else { return (false, nil) }
      // The lane that was freed last has the warmest cache.
      if let lane = state.idle.popLast() { return (true, lane) }
      state.waiting.append(job)
      return (true, nil)
    }
    if let lane { lane.queue.async { self.work(on: lane, job) } }
    return accepted
  }

  private func work(on lane: Lane, _ job: Job) {
    job(lane.connection)
    while let next = next(for: lane) { next(lane.connection) }
  }

  /// The next job in turn; without one the lane goes idle, or closes.
  private func next(for lane: Lane) -> Job? {
    let (job, isClosed): (Job?, Bool) = state.withLock { state in
      if state.first < state.waiting.count {
        return (state.takeFirst(), false)
      }
      state.waiting.removeAll(keepingCapacity: true)
      state.first = 0
      if !state.isClosed { state.idle.append(lane) }
      return (nil, state.isClosed)
    }
    if isClosed { retire(lane) }
    return job
  }

  private func retire(_ lane: Lane) {
    dismantle(lane.connection)
    let closing: CheckedContinuation<Void, Never>? = state.withLock { state in
      state.open -= 1
      guard state.open == 0 else { return nil }
      defer { state.closing = nil }
      return state.closing
    }
    closing?.resume()
  }
}
