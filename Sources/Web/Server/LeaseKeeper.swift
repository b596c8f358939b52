import Operations
import ServiceLifecycle

/// Keeps the office's lease while the site is served: renews it, and ends the site when another process has taken over.
struct LeaseKeeper: Service {
  let office: Office
  let pause: Duration

  func run() async throws {
    try await cancelWhenGracefulShutdown {
      while true {
        do { try await Task.sleep(for: pause) } catch { return }
        try await office.renewLease()
      }
    }
  }
}
