import Operations
import ServiceLifecycle

/// Sends the postman round while the site is served. A round that fails, as when the database is away, is gone again with the
/// next one: what is due waits in the outbox.
struct PostRounds: Service {
  let postman: Postman
  let pause: Duration

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        try? await postman.round()
        do { try await Task.sleep(for: pause) } catch { return }
      }
    }
  }
}
