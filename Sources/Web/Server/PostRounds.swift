import Ground
import Logging
import Operations
import ServiceLifecycle

/// Sends the postman round while the site is served. A round that fails, as when the database is away, is gone again with the
/// next one: what is due waits in the outbox.
struct PostRounds: Service {
  let postman: Postman
  let pause: Duration
  let logger = Logger(label: "bihuan.post")

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        do throws(Refusal) { try await postman.round() } catch {
          logger.warning(
            "a postman's round was not finished", metadata: ["problems": "\(error.problems.map(\.code.code))"])
        }
        do { try await Task.sleep(for: pause) } catch { return }
      }
    }
  }
}
