/// Pinyin as pages put it behind a character: how to know a syllable when it stands in brackets.
enum Pinyin {
  /// A syllable read from a text: its letters without tone marks, and whether it carried one.
  struct Syllable: Equatable {
    let letters: String
    let isToned: Bool
  }

  /// The syllable that fills `range`, blanks at its ends aside; nil when it holds anything else.
  static func syllable(_ script: Script, _ range: Range<Int>) -> Syllable? {
    let range = script.trimmed(range)
    guard !range.isEmpty, range.count <= 8 else { return nil }
    var letters: [UInt8] = []
    var isToned = false
    for index in range {
      let scalar = script.scalars[index]
      if (0x0300...0x030C).contains(scalar) {
        isToned = true
      } else if let (letter, toned) = plain(scalar) {
        letters.append(letter)
        isToned = isToned || toned
      } else {
        return nil
      }
    }
    return isSyllable(letters) ? Syllable(letters: String(decoding: letters, as: UTF8.self), isToned: isToned) : nil
  }

  /// The letter under a tone mark; `ü` is `v`, as on a keyboard.
  static func plain(_ scalar: UInt32) -> (letter: UInt8, toned: Bool)? {
    switch scalar {
    case 0x61...0x7A: (UInt8(scalar), false)
    case 0x101, 0xE1, 0x1CE, 0xE0: (UInt8(ascii: "a"), true)
    case 0x113, 0xE9, 0x11B, 0xE8: (UInt8(ascii: "e"), true)
    case 0x12B, 0xED, 0x1D0, 0xEC: (UInt8(ascii: "i"), true)
    case 0x14D, 0xF3, 0x1D2, 0xF2: (UInt8(ascii: "o"), true)
    case 0x16B, 0xFA, 0x1D4, 0xF9: (UInt8(ascii: "u"), true)
    case 0x1D6, 0x1D8, 0x1DA, 0x1DC: (UInt8(ascii: "v"), true)
    case 0xFC, 0xEA: (UInt8(ascii: "v"), false)
    case 0x251: (UInt8(ascii: "a"), false)
    case 0x261: (UInt8(ascii: "g"), false)
    case 0x144, 0x148, 0x1F9: (UInt8(ascii: "n"), true)
    default: nil
    }
  }

  /// An initial and a final of standard Mandarin (GB/T 16159); which pairs occur is not asked.
  private static func isSyllable(_ letters: [UInt8]) -> Bool {
    guard let first = letters.first, letters.count <= 6 else { return false }
    if finals.contains(packed(letters[...])) { return "aoe".utf8.contains(first) }
    for length in [2, 1] where letters.count > length {
      if initials.contains(packed(letters[..<length])), finals.contains(packed(letters[length...])) { return true }
    }
    return false
  }

  /// Up to six letters as one number.
  private static func packed(_ letters: some Sequence<UInt8>) -> UInt64 { letters.reduce(0) { $0 << 8 | UInt64($1) } }

  private static func packed(_ list: String) -> Set<UInt64> {
    Set(list.utf8.split(separator: UInt8(ascii: " ")).map { packed($0) })
  }

  private static let initials = packed("b p m f d t n l g k h j q x zh ch sh r z c s y w")
  private static let finals = packed(
    "a o e i u v ai ei ui ao ou iu ie ve ue er an en in un vn ang eng ing ong ia iao ian iang iong ua uo uai uan uang")
}
