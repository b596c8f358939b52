import Ground

/// Takes out the pinyin that a page put in brackets behind its characters: `區(qū)`, `安(an)`, `會(huì )`.
///
/// Known by place and shape alone: a bracket directly behind a Chinese character that holds one syllable. A real
/// bracket holds a word, a number or a capital, and stays: `（貨品）`, `(2)`, `(m)`.
enum PinyinNoise {
  /// The text without it; nil where there is none.
  static func removed(from text: MappedText, _ script: Script, remarks: inout [Remark]) -> MappedText? {
    var clean = MappedText()
    var kept = 0
    var index = 1
    while index < script.count {
      guard script.scalars[index].isOpenBracket, let end = noise(script, at: index) else {
        index += 1
        continue
      }
      if clean.bytes.isEmpty { clean.reserve(text.bytes.count) }
      clean.append(script.bytes(kept..<index), of: text)
      remarks.append(
        Remark(
          rule: "repair.pinyin", span: text.source(of: script.bytes(index..<end)),
          message: "pinyin behind a character taken out"))
      kept = end
      index = end
    }
    guard kept > 0 else { return nil }
    clean.append(script.bytes(kept..<script.count), of: text)
    return clean
  }

  /// The end of the injected bracket that opens at `open`.
  private static func noise(_ script: Script, at open: Int) -> Int? {
    guard script[open - 1].isHan else { return nil }
    var close = open + 1
    while close < min(script.count, open + 11), !script.scalars[close].isCloseBracket { close += 1 }
    guard close < script.count, script.scalars[close].isCloseBracket,
      let syllable = Pinyin.syllable(script, open + 1..<close)
    else { return nil }
    // One bare letter is more often a mark than a reading: 附件(a).
    return syllable.isToned || syllable.letters.utf8.count > 1 ? close + 1 : nil
  }
}

extension UInt32 {
  var isOpenBracket: Bool { self == 0x28 || self == 0xFF08 }
  var isCloseBracket: Bool { self == 0x29 || self == 0xFF09 }
}
