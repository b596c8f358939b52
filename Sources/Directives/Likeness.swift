/// How alike two demands are: the share of pairs of neighbouring characters that they have in common (Dice, 0–1), after
/// words that every demand has are taken away.
///
/// Worth a person's look from 0.6; nothing is decided by it.
package struct Likeness: Sendable {
  private let pairs: Set<UInt64>

  package init(_ text: String) {
    let scalars = text.unicodeScalars.filter(\.properties.isIdeographic).map { UInt64($0.value) }
      .filter { !Likeness.empty.contains($0) }
    pairs = Set(zip(scalars, scalars.dropFirst()).map { $0 << 32 | $1 })
  }

  package static let worthALook = 0.6

  package func share(with other: Likeness) -> Double {
    // Two short demands meet by chance.
    guard min(pairs.count, other.pairs.count) >= 4 else { return 0 }
    return Double(2 * pairs.count(where: other.pairs.contains)) / Double(pairs.count + other.pairs.count)
  }

  /// 要加强对…的…，进一步…: characters that say nothing about what is asked.
  private static let empty = Set("要的对和与及了各将把".unicodeScalars.map { UInt64($0.value) })
}
