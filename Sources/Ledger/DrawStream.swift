import Crypto

/// The random choice of a draw as docs/DRAWS.md tells strangers to compute it: numbers made from a seed, one after the other.
package struct DrawStream: Sendable {
  private let seed: [UInt8]
  private var counter: UInt64 = 0

  /// - Parameter seed: 32 bytes.
  package init(seed: Digest32) { self.seed = seed.bytes }

  /// SHA-256(nonce ‖ root ‖ public number in ASCII digits). The office committed itself to the nonce before the root could be
  /// known, and the public number was given by somebody else after both.
  package static func seed(nonce: Digest32, root: TreeHash, number: String) -> Digest32 {
    Digest32 { $0.update(data: nonce.bytes + root.bytes + Array(number.utf8)) }
  }

  /// What is committed of a nonce before it is shown.
  package static func commitment(to nonce: Digest32) -> Digest32 { Digest32 { $0.update(data: nonce.bytes) } }

  /// Some of the items, each order of them as likely as any other: the first steps of a Fisher–Yates shuffle.
  package mutating func choose<Item>(_ count: Int, of items: [Item]) -> [Item] {
    var items = items
    let count = min(count, items.count)
    for place in 0..<count { items.swapAt(place, place + number(below: items.count - place)) }
    return Array(items.prefix(count))
  }

  /// A number from 0 to `limit - 1`, each as likely as the others.
  package mutating func number(below limit: Int) -> Int {
    precondition(limit > 0, "a choice needs something to choose from")
    let limit = UInt64(limit)
    // Values past the last whole multiple of the limit would make the small numbers likelier.
    let rest = (UInt64.max % limit + 1) % limit
    while true {
      let value = next()
      if value <= UInt64.max - rest { return Int(value % limit) }
    }
  }

  /// The first eight bytes of SHA-256(seed ‖ counter), both numbers big-endian; the counter begins with 0.
  private mutating func next() -> UInt64 {
    let place = (0..<8).map { UInt8(truncatingIfNeeded: counter >> (56 - 8 * UInt64($0))) }
    counter += 1
    return Digest32 { $0.update(data: seed + place) }.bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }
}
