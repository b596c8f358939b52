import Glibc
package import Ground
import Storage

/// Who serves a database. One server at a time: it takes the lease, renews it, and gives it back.
package struct ServerLease: Hashable, Sendable {
  /// `host:pid`.
  package let holder: String

  /// In milliseconds. Renew it three times as often.
  package static let length: Int64 = 30_000
  static let name = "serve"

  package init(holder: String) { self.holder = holder }

  /// This process.
  package static var own: ServerLease { ServerLease(holder: "\(host):\(getpid())") }

  private static var host: String {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return "localhost" }
    return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Whether `holder` is a process of this host that is gone; of another host nobody can tell.
  static func isDead(_ holder: String) -> Bool {
    guard let colon = holder.lastIndex(of: ":"), holder[..<colon] == host,
      let process = pid_t(holder[holder.index(after: colon)...]), process > 0
    else { return false }
    return kill(process, 0) != 0 && errno == ESRCH
  }
}

extension Office {
  /// Takes the lease before serving. A dead process of this host is taken over at once, any other when its lease ends.
  ///
  /// - Throws: `lease.held`, naming the process that serves.
  package func takeLease(_ lease: ServerLease = .own) async throws(Refusal) {
    if let other = try await claim(lease) {
      throw Refusal(.leaseHeld, ["holder": other.holder, "until": other.until.clock])
    }
  }

  /// - Throws: `lease.lost` when another process has taken over meanwhile.
  package func renewLease(_ lease: ServerLease = .own) async throws(Refusal) {
    if let other = try await claim(lease) { throw Refusal(.leaseLost, ["holder": other.holder]) }
  }

  package func releaseLease(_ lease: ServerLease = .own) async throws(Refusal) {
    try await change { (session: any SQLSession) throws(StorageError) in
      try LeaseStore(session).release(ServerLease.name, holder: lease.holder)
    }
  }

  /// Nil once the lease is ours; otherwise whose it is.
  private func claim(_ lease: ServerLease) async throws(Refusal) -> LeaseStore.Lease? {
    let now = now
    do throws(StorageError) {
      return try await engine.write { (session: any SQLSession) throws(StorageError) in
        let store = LeaseStore(session)
        let held = try store.load(ServerLease.name)
        let dead = held.flatMap { ServerLease.isDead($0.holder) ? $0.holder : nil }
        let taken = try store.take(
          ServerLease.name, holder: lease.holder, now: now, until: now.adding(milliseconds: ServerLease.length),
          dead: dead)
        return taken ? nil : try store.load(ServerLease.name)
      }
    } catch { throw Refusal(storage: error) }
  }
}

extension Instant {
  /// Beijing time to the second, for messages.
  fileprivate var clock: String {
    let seconds = (milliseconds / 1000 + 8 * 3600) % 86_400
    let parts = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(civilDate.iso) \(parts.joined(separator: ":"))"
  }
}
