import COpenCC
import Ground
import Synchronization

/// OpenCC, opened once; both directions are used, `t2s` on every text and `s2t` on the vocabulary of damaged ones.
struct Simplifier: Sendable {
  static let toSimplified = Simplifier(configuration: "t2s.json")
  static let toTraditional = Simplifier(configuration: "s2t.json")

  /// `opencc_convert_utf8` only reads the converter, so one serves every thread (opencc.h names the error text as
  /// the one call that does not).
  private nonisolated(unsafe) let converter: opencc_t?

  private init(configuration: String) {
    let opened = opencc_open(configuration)
    // opencc.h: on error the value is (opencc_t) -1.
    converter = opened == UnsafeMutableRawPointer(bitPattern: -1) ? nil : opened
  }

  var isReady: Bool { converter != nil }

  /// The converted bytes, or nil where OpenCC cannot.
  func convert(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    guard let converter, !bytes.isEmpty else { return bytes.isEmpty ? [] : nil }
    return bytes.withUnsafeBytes { raw -> [UInt8]? in
      let start = raw.bindMemory(to: CChar.self).baseAddress
      guard let converted = opencc_convert_utf8(converter, start, raw.count) else { return nil }
      defer { opencc_convert_utf8_free(converted) }
      var length = 0
      while converted[length] != 0 { length += 1 }
      return UnsafeRawBufferPointer(start: converted, count: length).map { $0 }
    }
  }
}

/// Traditional characters become simplified ones, each keeping its place in the source.
enum Simplification {
  static func of(_ scalars: [UInt32]) -> String {
    let bytes = Script.utf8(scalars)
    return String(decoding: Simplifier.toSimplified.convert(bytes[...]) ?? bytes, as: UTF8.self)
  }

  /// The text with simplified characters; nil where it has no others.
  static func applied(to text: MappedText, _ script: Script, remarks: inout [Remark]) -> MappedText? {
    guard Simplifier.toSimplified.isReady else {
      let whole = text.source(of: 0..<text.bytes.count)
      remarks.append(Remark(rule: "repair.no_opencc", span: whole, message: "OpenCC's data is missing"))
      return nil
    }
    var writing = Writing(text, script)
    known.withLock { known in
      var index = 0
      while index < script.count {
        let scalar = script.scalars[index]
        guard scalar.isHan else {
          index += 1
          continue
        }
        // OpenCC's phrases are of Chinese characters only, so a run of them converts alike alone and in its text.
        let run = index..<hanEnd(script, index)
        if run.contains(where: { dependent.contains(script.scalars[$0]) || script.scalars[$0] > 0xFFFF }) {
          writing.convert(run)
        } else {
          for at in run {
            let simple = simple(script.scalars[at], &known)
            if simple == asks { writing.convert(at..<at + 1) } else { writing.replace(at, with: simple) }
          }
        }
        index = run.upperBound
      }
    }
    return writing.finished()
  }

  /// What OpenCC makes of a character by itself, asked once: 0 where not asked yet.
  private static let known = Mutex([UInt16](repeating: 0, count: 0x10000))
  /// A character whose simplified form `known` cannot hold.
  private static let asks: UInt16 = 1

  /// The only characters that OpenCC 1.1's TSPhrases converts otherwise in a phrase than alone: 憑藉, 瞭解, 乾坤, 關於.
  private static let dependent: ScalarSet = "么乾俱吒噁彷徵於昇沈濛牴畫瞭薹藉衹覆鉅鍊鍾麼麽"

  /// The end of the run of Chinese characters; a run past 256 is converted in pieces.
  private static func hanEnd(_ script: Script, _ start: Int) -> Int {
    var end = start + 1
    while end < script.count, end - start < 256, script.scalars[end].isHan { end += 1 }
    return end
  }

  private static func simple(_ scalar: UInt32, _ known: inout [UInt16]) -> UInt16 {
    let before = known[Int(scalar)]
    if before != 0 { return before }
    let converted = Simplifier.toSimplified.convert(Script.utf8([scalar])[...]).map { Script($0).scalars }
    let simple = converted?.count == 1 && converted?[0] ?? 0 < 0x10000 ? UInt16(converted?[0] ?? 0) : asks
    known[Int(scalar)] = simple
    return simple
  }

  /// The simplified text while it is written: what does not change is copied in runs.
  private struct Writing {
    let text: MappedText
    let script: Script
    var simplified = MappedText()
    var kept = 0

    init(_ text: MappedText, _ script: Script) {
      (self.text, self.script) = (text, script)
    }

    mutating func replace(_ index: Int, with simple: UInt16) {
      guard UInt32(simple) != script.scalars[index] else { return }
      flush(to: index)
      // Every character between U+0800 and U+FFFF takes three bytes (RFC 3629).
      let bytes = [0xE0 | UInt8(simple >> 12), 0x80 | UInt8(simple >> 6 & 0x3F), 0x80 | UInt8(simple & 0x3F)]
      simplified.append(bytes, from: text.source(of: script.bytes(index..<index + 1)))
      kept = index + 1
    }

    /// Converts `range` by OpenCC: character by character where they pair up, else as one place.
    mutating func convert(_ range: Range<Int>) {
      guard let converted = Simplifier.toSimplified.convert(text.bytes[script.bytes(range)]) else { return }
      let new = Script(converted)
      guard new.count == range.count else {
        flush(to: range.lowerBound)
        simplified.append(converted, from: text.source(of: script.bytes(range)))
        kept = range.upperBound
        return
      }
      for (offset, index) in range.enumerated() where new.scalars[offset] != script.scalars[index] {
        flush(to: index)
        simplified.append(
          converted[new.bytes(offset..<offset + 1)], from: text.source(of: script.bytes(index..<index + 1)))
        kept = index + 1
      }
    }

    mutating func finished() -> MappedText? {
      guard kept > 0 else { return nil }
      flush(to: script.count)
      return simplified
    }

    private mutating func flush(to index: Int) {
      if kept == 0 { simplified.reserve(text.bytes.count) }
      simplified.append(script.bytes(kept..<index), of: text)
    }
  }
}
