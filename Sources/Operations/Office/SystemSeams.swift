import Glibc
package import Ground

/// The machine's clock.
package struct SystemClock: Clock {
  package init() {}

  package var now: Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }
}

/// Ids that sort by the time they were made, and secrets from the kernel.
package struct SystemIDs: IDSource {
  private let clock: any Clock

  package init(clock: any Clock = SystemClock()) { self.clock = clock }

  package func identifier() -> String { Sortable.identifier(at: clock.now, random: secret(count: 10)) }

  package func secret(count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      // 256 bytes are the most that getentropy(3) gives at once.
      while filled < count {
        let part = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...].prefix(256))
        guard getentropy(part.baseAddress, part.count) == 0 else {
          preconditionFailure("the kernel gives no random bytes")
        }
        filled += part.count
      }
    }
  }
}

/// 26 characters of Crockford's base 32, lower case: 48 bits of milliseconds, then 80 random bits (the ULID layout).
package enum Sortable {
  package static func identifier(at now: Instant, random: [UInt8]) -> String {
    precondition(random.count == 10, "an id takes 80 random bits")
    var value = UInt128(UInt64(bitPattern: now.milliseconds) & 0xFFFF_FFFF_FFFF) << 80
    for (index, byte) in random.enumerated() { value |= UInt128(byte) << UInt128(72 - 8 * index) }
    var characters = [UInt8](repeating: 0, count: 26)
    for index in stride(from: 25, through: 0, by: -1) {
      characters[index] = alphabet[Int(truncatingIfNeeded: value & 31)]
      value >>= 5
    }
    return String(decoding: characters, as: UTF8.self)
  }

  private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
}
