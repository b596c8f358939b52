import Foundation
import Synchronization

/// How a character is read. The only place that asks Foundation (ICU), which knows one reading of each.
enum Readings {
  /// The trail bytes of the characters with this lead byte that are read `letters` (without tone, `ü` as `v`).
  static func trails(lead: UInt16, letters: String) -> [UInt16] {
    row(lead).filter { $0.letters == letters }.map(\.trail)
  }

  /// The reading of a character with its tone mark; nil where it has none.
  static func toned(_ scalar: UInt32) -> [UInt32]? {
    guard let unicode = Unicode.Scalar(scalar),
      let latin = String(Character(unicode)).applyingTransform(.mandarinToLatin, reverse: false),
      latin.unicodeScalars.allSatisfy({ Pinyin.plain($0.value) != nil })
    else { return nil }
    return latin.unicodeScalars.map(\.value)
  }

  private struct Reading: Sendable {
    let trail: UInt16
    let letters: String
  }

  /// Rows asked for before, by lead byte.
  private static let rows = Mutex<[UInt16: [Reading]]>([:])

  private static func row(_ lead: UInt16) -> [Reading] {
    if let known = rows.withLock({ $0[lead] }) { return known }
    var readings: [Reading] = []
    for trail in UInt16(0x40)...0xFE where GBKTable.isTrail(trail) {
      guard let scalar = Unicode.Scalar(GBKTable.shared.scalar(lead << 8 | trail)), scalar.value.isHan,
        let latin = String(Character(scalar)).applyingTransform(.mandarinToLatin, reverse: false)
      else { continue }
      var letters: [UInt8] = []
      for part in latin.unicodeScalars {
        if let plain = Pinyin.plain(part.value) { letters.append(plain.letter) }
      }
      readings.append(Reading(trail: trail, letters: String(decoding: letters, as: UTF8.self)))
    }
    rows.withLock { $0[lead] = readings }
    return readings
  }
}
