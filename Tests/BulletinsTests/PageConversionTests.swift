import Bulletins
import Foundation
import Ground
import Testing

/// Clean texts of our own, damaged as such pages damage them: what comes back is the clean text, or is marked.
struct PageConversionTests {
  @Test func noWordComesBackWrong() throws {
    var (texts, exact, repaired, marked) = (0, 0, 0, 0)
    for (name, clean) in try Self.texts() {
      for seed in 0..<12 {
        guard
          let page = PageConversion.page(of: clean, knows: { seed == 0 || ($0 &* 40_503 >> 7) % 12 != UInt16(seed) })
        else { continue }
        texts += 1
        let reading = read(page)
        let expected = bare(whole(read(clean)))
        let parts = undamaged(reading).map(bare)
        var rest = expected[...]
        for part in parts where !part.isEmpty {
          let found = rest.range(of: part)
          #expect(found != nil, "\(name), seed \(seed): \(difference(part, rest))")
          if let found { rest = rest[found.upperBound...] }
        }
        repaired += reading.remarks.count { $0.rule == "repair.mojibake" }
        marked += reading.minutes.damage.count
        if parts.count == 1, parts[0] == expected { exact += 1 }
      }
    }
    print("damaged texts: \(texts), whole again: \(exact); torn places put together: \(repaired), marked: \(marked)")
    #expect(texts > 50 && repaired > 100)
    #expect(marked * 3 < repaired)
  }

  private static func texts() throws -> [(String, String)] {
    let folder = LabelledTextTests.folder
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().filter {
      $0.hasSuffix(".txt") && $0 != "noise.txt"
    }.compactMap { name in
      let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      // What is noisy already is no clean text.
      return text.contains("?") || text.contains("(") ? nil : (name, text)
    }
  }

  private func whole(_ reading: Reading) -> String { reading.repaired.string(0..<reading.repaired.bytes.count) }

  /// The text between the places that are marked as damaged.
  private func undamaged(_ reading: Reading) -> [String] {
    let text = reading.repaired
    var parts: [String] = []
    var (from, at) = (0, 0)
    for damage in reading.remarks.filter({ $0.rule.hasPrefix("damage.") }) {
      while at < text.bytes.count, text.source(of: at..<at + 1).start < damage.span.start { at += 1 }
      parts.append(String(decoding: text.bytes[from..<at], as: UTF8.self))
      while at < text.bytes.count, text.source(of: at..<at + 1).start < damage.span.end { at += 1 }
      from = at
    }
    return parts + [String(decoding: text.bytes[from...], as: UTF8.self)]
  }

  private func difference(_ part: String, _ rest: Substring) -> String {
    var common = part.startIndex
    while common < part.endIndex, rest.contains(part[..<part.index(after: common)]) {
      common = part.index(after: common)
    }
    return "after …\(part[..<common].suffix(8)) comes \(part[common...].prefix(6))"
  }
}
