import Formats
import Ground
import Testing

/// A small generator so that a failure's seed can be run again.
struct Dice: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  /// SplitMix64 (Steele, Lea, Flood 2014).
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

func mutate(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
  var bytes = bytes
  for _ in 0..<Int.random(in: 1...8, using: &dice) where !bytes.isEmpty {
    let at = Int.random(in: 0..<bytes.count, using: &dice)
    switch Int.random(in: 0..<4, using: &dice) {
    case 0: bytes[at] = UInt8.random(in: 0...255, using: &dice)
    case 1: bytes.remove(at: at)
    case 2: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + 16)], at: at)
    default: bytes.removeLast(min(bytes.count / 4, at / 8))
    }
  }
  return bytes
}

/// Damage that leaves the text's encoding whole, so that the readers behind it are reached.
func mutate(_ text: String, _ dice: inout Dice) -> String {
  let signs = Array("<>&;\"'=/!-#x \n会。".unicodeScalars)
  var scalars = Array(text.unicodeScalars)
  for _ in 0..<Int.random(in: 1...8, using: &dice) where !scalars.isEmpty {
    let at = Int.random(in: 0..<scalars.count, using: &dice)
    switch Int.random(in: 0..<4, using: &dice) {
    case 0: scalars[at] = signs[Int.random(in: 0..<signs.count, using: &dice)]
    case 1: scalars.remove(at: at)
    case 2: scalars.insert(contentsOf: scalars[at..<min(scalars.count, at + 16)], at: at)
    default: scalars.removeLast(min(scalars.count / 4, at / 8))
    }
  }
  var text = String.UnicodeScalarView()
  text.append(contentsOf: scalars)
  return String(text)
}

@Suite("Damaged files")
struct MutationTests {
  static let seed = UInt64.random(in: 0...UInt64.max)
  static let door = RosterDoor(names: ["姓名"], columns: ["身份证"], watch: ["稳控"])

  @Test func neverCrashAndKeepTheirSpansInside() throws {
    print("damaged files: seed \(MutationTests.seed)")
    var dice = Dice(seed: MutationTests.seed)
    let originals = [
      try docx(paragraph("清河区会议纪要") + paragraph("要检查校车。")), Array(HTMLTests.page.utf8),
      try xlsx([["序号", "单位"], ["1", "石桥镇"]]), try encode(bulletin), Array(bulletin.utf8),
    ]
    var opened = 0
    for round in 0..<3_000 {
      let bytes: [UInt8] =
        switch round % 8 {
        case 5: Array(mutate(HTMLTests.page, &dice).utf8)
        case 6: try docx(mutate(paragraph("甲") + paragraph("要检查校车。"), &dice))
        case 7: Array(mutate(bulletin, &dice).utf8)
        default: mutate(originals[round % 8], &dice)
        }
      _ = FileKind.sniff(bytes)
      for kind in [FileKind.docx, .xlsx, .csv] { try? MutationTests.door.inspect(bytes, kind) }
      guard let document = try? SourceDocument.open(bytes, name: nil) else { continue }
      opened += 1
      let text = document.text
      #expect(isUTF8(text.bytes), "seed \(MutationTests.seed) round \(round)")
      for at in stride(from: 0, to: text.bytes.count, by: 7) {
        let span = text.source(of: at..<min(text.bytes.count, at + 11))
        #expect(
          span.start <= span.end && span.end <= document.source.count, "seed \(MutationTests.seed) round \(round)")
      }
    }
    #expect(opened > 600, "seed \(MutationTests.seed)")
  }

  private func isUTF8(_ bytes: [UInt8]) -> Bool { String(validating: bytes, as: UTF8.self) != nil }
}
