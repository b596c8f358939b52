import Ground
import Logging
import Operations
import ServiceLifecycle

/// Something that is done while the site is served: at its start, and again after each pause. A round that fails, as when the
/// database is away, is gone again with the next one.
struct Rounds: Service {
  private let logger: Logger
  private let pause: Duration
  private let round: @Sendable () async throws(Refusal) -> Void

  init(_ label: String, each pause: Duration, _ round: @escaping @Sendable () async throws(Refusal) -> Void) {
    (logger, self.pause, self.round) = (Logger(label: label), pause, round)
  }

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        do throws(Refusal) { try await round() } catch {
          logger.warning("a round was not finished", metadata: ["problems": "\(error.problems.map(\.code.code))"])
        }
        do { try await Task.sleep(for: pause) } catch { return }
      }
    }
  }
}
