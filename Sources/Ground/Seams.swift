/// Where the time comes from. Operations alone holds one; everything below takes an `Instant`.
package protocol Clock: Sendable {
  var now: Instant { get }
}

/// Where ids, salts and nonces come from. Operations alone holds one.
package protocol IDSource: Sendable {
  /// A fresh id, unique in the deployment, sortable by the time it was made.
  func identifier() -> String
  /// `count` bytes that nobody can guess.
  func secret(count: Int) -> [UInt8]
}
