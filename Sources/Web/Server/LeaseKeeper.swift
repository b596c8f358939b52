import Operations
import ServiceLifecycle

/// Keeps the office's lease while the site is served: renews it, and ends the site when another process has taken over.
/// Once a day it lets the office forget what it need not keep.
struct LeaseKeeper: Service {
  let office: Office
  let pause: Duration

  func run() async throws {
    try await cancelWhenGracefulShutdown {
      var tidied = office.today
      while true {
        do { try await Task.sleep(for: pause) } catch { return }
        try await office.renewLease()
        guard office.today > tidied else { continue }
        tidied = office.today
        // What could not be done today is done tomorrow.
        try? await office.tidy()
      }
    }
  }
}
