import Storage
import Synchronization

/// A real engine that notes which questions were asked of it.
final class RecordingEngine: SQLEngine {
  private let real: any SQLEngine
  private let noted = Mutex<[String]>([])

  init(_ real: any SQLEngine) { self.real = real }

  var dialect: Dialect { real.dialect }

  /// The questions since the last time.
  func takeAsked() -> [String] {
    noted.withLock { asked in
      defer { asked = [] }
      return asked
    }
  }

  func read<T: Sendable>(
    _ body: @escaping @Sendable (any SQLSession) throws(StorageError) -> T
  ) async throws(StorageError) -> T {
    let (value, asked) = try await real.read { (session: any SQLSession) throws(StorageError) in
      let recorder = PlanRecorder(session)
      let value = try body(recorder)
      return (value, recorder.plans.map(\.sql))
    }
    noted.withLock { $0 += asked }
    return value
  }

  func write<T: Sendable>(
    _ body: @escaping @Sendable (any SQLSession) throws(StorageError) -> T
  ) async throws(StorageError) -> T {
    try await real.write(body)
  }

  func close() async { await real.close() }
}
