import Bulletins
import Foundation
import Glibc
import Ground
import Testing

/// What a hostile text may not do: crash the reader, point outside itself, or cost more than its length.
struct HostileTextTests {
  static let samples: [[UInt8]] = ["news", "minutes", "noise", "speakers", "passive"].compactMap {
    try? LabelledTextTests.text($0)
  }

  @Test func mutatedBulletinsAreReadOrRefused() {
    let seed: UInt64 = 20_260_412
    print("HostileTextTests seed \(seed)")
    var random = SplitMix(state: seed)
    for _ in 0..<3_000 {
      let source = mutated(Self.samples[random.below(Self.samples.count)], &random)
      let reading = reader.read(MappedText(source))
      let minutes = reading.minutes
      #expect(minutes.items.allSatisfy { isInside($0.span, source) && isInside($0.shown, reading.repaired.bytes) })
      #expect(minutes.damage.allSatisfy { isInside($0.span, source) })
      #expect(minutes.paragraphs.allSatisfy { isInside($0, reading.repaired.bytes) })
      #expect(reading.remarks.allSatisfy { isInside($0.span, source) })
    }
  }

  @Test(arguments: [
    "会", "要", "（", "）", "(", "?", "，", "\n", "强调", "?xì)", "<p", "&", "a", "、", "一、", "3月", "确？！皩弻H？", "A局、",
  ])
  func oneThingOverAndOverCostsNoMoreThanItsLength(unit: String) {
    let head = Array("5月1日，县长周启明主持召开安全生产会议。会议强调，要排查隐患。会议要求，".utf8)
    func milliseconds(_ bytes: Int) -> Double {
      let source = head + Array(String(repeating: unit, count: bytes / unit.utf8.count).utf8)
      let start = ThreadTime.now
      _ = reader.read(MappedText(source))
      return ThreadTime.now - start
    }
    let (small, large) = (milliseconds(30_000), milliseconds(120_000))
    print("\(unit): \(Int(small)) ms, \(Int(large)) ms for four times as much")
    // Linear is 4, quadratic 16.
    #expect(large < 10 * small + 20, "\(unit): \(small) ms → \(large) ms")
  }

  /// What this thread alone has worked, in milliseconds: tests beside it do not count.
  private enum ThreadTime {
    static var now: Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
    }
  }

  private func isInside(_ span: SourceSpan, _ source: [UInt8]) -> Bool {
    span.start >= 0 && span.start <= span.end && span.end <= source.count
  }

  private func isInside(_ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
    range.lowerBound >= 0 && range.upperBound <= bytes.count
  }

  /// Bytes changed, cut out, doubled, or swapped for what readers stumble over.
  private func mutated(_ source: [UInt8], _ random: inout SplitMix) -> [UInt8] {
    var bytes = source
    for _ in 0...random.below(6) {
      guard bytes.count > 8 else { break }
      let at = random.below(bytes.count - 4)
      switch random.below(5) {
      case 0: bytes[at] = UInt8(truncatingIfNeeded: random.next())
      case 1: bytes.removeSubrange(at..<min(bytes.count, at + random.below(60)))
      case 2: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + random.below(60))], at: at)
      case 3: bytes.insert(contentsOf: Self.stumbling[random.below(Self.stumbling.count)].utf8, at: at)
      default: bytes.swapAt(at, random.below(bytes.count))
      }
    }
    return bytes
  }

  private static let stumbling = [
    "要", "（", "）", "(xì)", "?xì)", "？！皩弻H？", "，", "。", "；", "一是", "二、", "3月", "各", "局", "会议强调，", "<p>", "&", "\n",
    "\u{0}",
  ]
}

/// SplitMix64, so that a printed seed gives the same run again.
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }
}
