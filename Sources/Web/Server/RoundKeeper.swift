import Ground
import Logging
import Operations
import ServiceLifecycle

/// Makes the office's rounds while the site is served: at its start, and again after each pause.
struct RoundKeeper: Service {
  let office: Office
  let pause: Duration
  let logger = Logger(label: "bihuan.round")

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while true {
        // What could not be done now is done the next time.
        do throws(Refusal) { _ = try await office.makeRound() } catch {
          logger.warning("a round was not finished", metadata: ["problems": "\(error.problems.map(\.code.code))"])
        }
        do { try await Task.sleep(for: pause) } catch { return }
      }
    }
  }
}
