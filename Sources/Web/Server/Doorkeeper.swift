import Ground
import Operations

/// Keeps the door of the login: hashing a password costs 64 MiB, so only so many may wait for it at once.
actor Doorkeeper {
  private var waiting = 0
  private let limit = 32

  /// Runs a login, or says that too many people are at the door.
  func admit<Answer: Sendable>(
    _ body: @Sendable () async throws(Refusal) -> Answer
  ) async throws(Refusal) -> Answer {
    guard waiting < limit else { throw Refusal(.busy) }
    waiting += 1
    defer { waiting -= 1 }
    return try await body()
  }
}
