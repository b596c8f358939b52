import Ground
import Registers

/// How far it came with a long list that is read, comes in or goes back.
package struct ListProgress: Hashable, Sendable {
  package let work: Work
  /// Rows or subjects, of how many.
  package var done = 0
  package let total: Int

  package enum Work: String, CaseIterable, Sendable { case reading, taking, givingBack }

  package init(_ work: Work, of total: Int, done: Int = 0) { (self.work, self.total, self.done) = (work, total, done) }
}

/// What is being done with long lists just now. Nothing of it needs to be kept: what came in stands in the ledger, and what
/// was cut off goes on from there.
actor ListRuns {
  private struct Run {
    var progress: ListProgress
    var task: Task<Void, Never>?
  }

  /// A list as it was read, and the ledger's size then.
  struct Reading {
    let reading: SubjectReading
    let officer: OfficerID
    let size: Int
    let at: Instant
  }

  private var runs: [OperationID: Run] = [:]
  private var readings: [OperationID: Reading] = [:]
  private var refusals: [OperationID: Refusal] = [:]
  private var isClosed = false

  /// So many readings are kept; each names some hundred rows.
  private static let kept = 20

  /// Does something with a list, unless something is being done with it already.
  func start(
    _ id: OperationID, _ progress: ListProgress, _ body: @escaping @Sendable () async throws(Refusal) -> Void
  ) {
    guard runs[id] == nil, !isClosed else { return }
    refusals[id] = nil
    runs[id] = Run(progress: progress)
    runs[id]?.task = Task {
      var refusal: Refusal?
      do throws(Refusal) { try await body() } catch { refusal = error }
      end(id, refusal)
    }
  }

  private func end(_ id: OperationID, _ refusal: Refusal?) {
    runs[id] = nil
    refusals[id] = refusal
  }

  func report(_ id: OperationID, done: Int) { runs[id]?.progress.done = done }

  func progress(of id: OperationID) -> ListProgress? { runs[id]?.progress }

  /// Waits for what is being done with a list, so long as somebody waits for a page.
  ///
  /// - Throws: why it was not done to its end, once.
  func wait(for id: OperationID, _ patience: Duration) async throws(Refusal) {
    let clock = ContinuousClock()
    let end = clock.now + patience
    while runs[id] != nil, clock.now < end { try? await Task.sleep(for: .milliseconds(20)) }
    if let refusal = refusals.removeValue(forKey: id) { throw refusal }
  }

  func keep(_ reading: Reading, of id: OperationID) {
    if readings.count >= ListRuns.kept, let oldest = readings.min(by: { $0.value.at < $1.value.at })?.key {
      readings[oldest] = nil
    }
    readings[id] = reading
  }

  /// As the list was read for the officer, since what may be registered is judged for who looks.
  func reading(of id: OperationID, for officer: OfficerID) -> Reading? {
    readings[id].flatMap { $0.officer == officer ? $0 : nil }
  }

  func forget(_ id: OperationID) { readings[id] = nil }

  /// Ends everything after the chunk that is just being written.
  func close() async {
    isClosed = true
    let tasks = runs.values.compactMap(\.task)
    for task in tasks { task.cancel() }
    for task in tasks { await task.value }
  }
}
