/// The same numbers for the same seed, on every machine: SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
package struct SeededSource: RandomNumberGenerator, Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// 0 ..< `count`.
  package mutating func roll(_ count: Int) -> Int { Int(next() % UInt64(count)) }

  package mutating func chance(percent: Int) -> Bool { roll(100) < percent }

  package mutating func pick<T>(_ items: [T]) -> T? { items.isEmpty ? nil : items[roll(items.count)] }
}
