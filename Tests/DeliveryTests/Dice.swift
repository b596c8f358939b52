/// SplitMix64 (Steele, Lea, Flood 2014): a failure's seed can be run again.
struct Dice: RandomNumberGenerator {
  let seed: UInt64
  private var state: UInt64

  init(seed: UInt64 = .random(in: 0...UInt64.max)) {
    print("seed \(seed)")
    (self.seed, state) = (seed, seed)
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A line out of characters that encodings stumble over; none of them is a control.
  mutating func line(upTo length: Int) -> String {
    let signs: [Character] = [
      "会", "议", "a", "Z", "0", " ", "=", "?", "_", ",", ";", ":", "\\", "\"", "'", "<", ">", "@", ".", "-", "é",
      "e\u{301}", "👨‍👩‍👧", "𠮷", "🇨🇳", "（", "\u{202E}", "\u{200B}", "\u{FEFF}",
    ]
    return String((0..<Int.random(in: 0...length, using: &self)).map { _ in signs.randomElement(using: &self)! })
  }
}
