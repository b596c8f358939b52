package import Ground
import Operations
import Synchronization

/// A clock that stands where it was set.
package final class SettableClock: Clock {
  private let time: Mutex<Instant>

  package init(_ start: Instant) { time = Mutex(start) }

  package var now: Instant { time.withLock { $0 } }

  package func set(_ instant: Instant) { time.withLock { $0 = instant } }

  package func advance(minutes: Int) {
    time.withLock { $0 = $0.adding(milliseconds: Int64(minutes) * 60_000) }
  }
}

/// Ids and secrets that follow from a seed: a whole life can be lived again, and nothing here is secret.
package final class SeededIDs: IDSource {
  private let clock: any Clock
  private let source: Mutex<SeededSource>

  package init(seed: UInt64, clock: any Clock) {
    self.clock = clock
    source = Mutex(SeededSource(seed: seed))
  }

  package func identifier() -> String { Sortable.identifier(at: clock.now, random: secret(count: 10)) }

  package func secret(count: Int) -> [UInt8] {
    source.withLock { source in
      var bytes: [UInt8] = []
      bytes.reserveCapacity(count + 8)
      while bytes.count < count { withUnsafeBytes(of: source.next().littleEndian) { bytes.append(contentsOf: $0) } }
      return Array(bytes.prefix(count))
    }
  }
}
