import Bulletins
import Foundation
import Ground
import Operations
import Packs
import Simulation

/// Reads millions of broken pieces of bulletins; whatever comes, the reader answers, and points nowhere outside of it.
enum FuzzRead {
  struct Outside: Error, CustomStringConvertible {
    let description: String
  }

  static func run(_ inputs: Int, seed: UInt64, into table: inout BenchTable) async throws {
    let resources = try Resources(path: BenchFolder.resources)
    let reader = Reader(words: resources.packs.words)
    let samples = try samples()
    var dice = SeededSource(seed: seed)
    let (_, time) = try await seconds {
      for number in 0..<inputs {
        let source = broken(samples[dice.roll(samples.count)], &dice)
        let reading = reader.read(MappedText(source))
        let spans = reading.minutes.items.map(\.span) + reading.remarks.map(\.span)
        guard spans.allSatisfy({ 0 <= $0.start && $0.start <= $0.end && $0.end <= source.count }),
          reading.minutes.items.allSatisfy({ $0.shown.upperBound <= reading.repaired.bytes.count })
        else { throw Outside(description: "seed \(seed), input \(number): a span outside the source") }
      }
    }
    table.add(
      "reading broken texts", data: "\(inputs) inputs, seed \(seed)", figure: "\(whole(time)) s",
      beside: "\(whole(Double(inputs) / time)) inputs/s")
  }

  /// The labelled texts of the tests and the samples.
  private static func samples() throws -> [[UInt8]] {
    let folders = [
      "\(BenchFolder.resources)/samples", "\(BenchFolder.resources)/../Tests/BulletinsTests/labelled",
      "\(BenchFolder.resources)/../Tests/BulletinsTests/labelled/open",
    ]
    return try folders.flatMap { folder in
      try FileManager.default.contentsOfDirectory(atPath: folder).sorted().filter { $0.hasSuffix(".txt") }.compactMap {
        FileManager.default.contents(atPath: "\(folder)/\($0)").map { [UInt8]($0) }
      }
    }
  }

  /// Up to 240 bytes from anywhere, some of them changed, cut out, doubled, or swapped for what readers stumble over.
  private static func broken(_ sample: [UInt8], _ dice: inout SeededSource) -> [UInt8] {
    let at = dice.roll(sample.count)
    var bytes = Array(sample[at..<min(sample.count, at + 1 + dice.roll(240))])
    for _ in 0...dice.roll(4) where !bytes.isEmpty {
      let place = dice.roll(bytes.count)
      switch dice.roll(5) {
      case 0: bytes[place] = UInt8(dice.roll(256))
      case 1: bytes.removeSubrange(place..<min(bytes.count, place + 1 + dice.roll(20)))
      case 2: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + dice.roll(30))], at: place)
      default: bytes.insert(contentsOf: stumbling[dice.roll(stumbling.count)], at: place)
      }
    }
    return bytes
  }

  private static let stumbling = [
    "?xì)", "(", ")", "（", "）", "，，", "。", "；", "要", "一、", "（一）", "3月", "<p", "&nbsp", "\n", "\u{FEFF}", "?", "各", "局",
    "、", "会议强调，",
    "1️⃣", "12:30", "【", "】", "确？！皩弻H？",
  ].map { Array($0.utf8) }
}
