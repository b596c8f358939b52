import Ground

/// Takes out what the page left in its text (`</p>`, `&nbsp;`, `????` indents, doubled marks) and sets marks and
/// digits in the width that Chinese text has.
enum PageRemains {
  /// The text without them; nil where there are none.
  static func removed(from text: MappedText, _ script: Script, remarks: inout [Remark]) -> MappedText? {
    var clean = MappedText()
    var kept = 0
    var index = 0
    while index < script.count {
      guard let change = change(script, at: index, isLineStart: index == 0 || script[index - 1].isNewline) else {
        index += 1
        continue
      }
      if kept == 0 { clean.reserve(text.bytes.count) }
      clean.append(script.bytes(kept..<index), of: text)
      let end = index + change.length
      let origin = text.source(of: script.bytes(index..<end))
      clean.append(change.replacement.utf8, from: origin)
      if let rule = change.rule {
        remarks.append(Remark(rule: rule, span: origin, message: "left over from the page, taken out"))
      }
      kept = end
      index = end
    }
    guard kept > 0 else { return nil }
    clean.append(script.bytes(kept..<script.count), of: text)
    return clean
  }

  private struct Change {
    let length: Int
    let replacement: String
    let rule: String?
  }

  private static func change(_ script: Script, at index: Int, isLineStart: Bool) -> Change? {
    let scalar = script.scalars[index]
    switch scalar {
    case .of("<"), .of("?"), .of("&"), .of("/"):
      return tag(script, index) ?? entity(script, index) ?? questionMarks(script, index, isLineStart)
    case .of("，"), .of(","), .of("。"), .of("；"), .of("、"), .of("："):
      // `。。`, `，。` and `，、`: the stronger of doubled marks stays, which is the last.
      let next = script[index + 1]
      let isComma = scalar == .of("，") || scalar == .of(",")
      guard next == scalar || isComma && afterComma.contains(next) else {
        return isComma ? width(script, index).map { Change(length: 1, replacement: $0, rule: nil) } : nil
      }
      return Change(length: 1, replacement: "", rule: "repair.doubled_mark")
    case 0x21...0x7E, 0xFF01...0xFF5E:
      guard let width = width(script, index) else { return nil }
      return Change(length: 1, replacement: width, rule: nil)
    case 0x3000 where isSpelled(script, index): return Change(length: 1, replacement: "", rule: nil)
    case 0x20:
      return isSpacing(script, index) || isSpelled(script, index) ? Change(length: 1, replacement: "", rule: nil) : nil
    // 1️⃣ is a numbered point; other pictures say nothing.
    case 0xFE0F, 0x20E3: return Change(length: 1, replacement: scalar == 0x20E3 ? "、" : "", rule: nil)
    case 0x1F300...0x1FAFF, 0x2600...0x26FF, 0x2700...0x2775, 0x2B00...0x2BFF:
      return Change(length: 1, replacement: "", rule: "repair.picture")
    case 0xA0, 0xFEFF, 0x200B:
      return Change(length: 1, replacement: scalar == 0xA0 ? " " : "", rule: nil)
    default: return nil
    }
  }

  /// `</p>`, `<br/>`, `<p style="…">`, and `?/p>`, whose `<` fell to a bad decoding.
  private static func tag(_ script: Script, _ index: Int) -> Change? {
    var at = index
    if script[at] == .of("<") || script[at] == .of("?") { at += 1 }
    guard at > index || script[at + 1] == .of("p") || script[at + 1] == .of("d") else { return nil }
    let isClosing = script[at] == .of("/")
    guard isClosing || script[index] == .of("<") else { return nil }
    if isClosing { at += 1 }
    let name = at
    while at < min(script.count, name + 10), script.scalars[at].isLatin || script.scalars[at].isDigit { at += 1 }
    guard at > name else { return nil }
    let isBlock = blocks.contains(script.string(name..<at).lowercased())
    guard script[index] == .of("<") || isBlock else { return nil }
    while at < min(script.count, name + 400), script.scalars[at] != .of(">"), !script.scalars[at].isNewline { at += 1 }
    guard script[at] == .of(">") else { return nil }
    return Change(length: at + 1 - index, replacement: isBlock ? "\n" : "", rule: "repair.html")
  }

  private static let blocks: Set<String> = ["p", "br", "div", "li", "tr", "h1", "h2", "h3", "h4", "table", "section"]

  private static func entity(_ script: Script, _ index: Int) -> Change? {
    guard script[index] == .of("&") else { return nil }
    for (name, replacement) in entities where script.has(name, at: index) {
      return Change(length: name.count, replacement: replacement, rule: "repair.html")
    }
    return nil
  }

  /// A blank between characters that stand apart to fill a line: 会　议　纪　要, 时　间：.
  private static func isSpelled(_ script: Script, _ index: Int) -> Bool {
    guard script[index - 1].isHan, script[index + 1].isHan else { return false }
    func isApart(_ scalar: UInt32) -> Bool { scalar == 0 || scalar.isBlank || scalar == .of("：") || scalar == .of(":") }
    return isApart(script[index - 2]) && isApart(script[index + 2])
  }

  /// A single blank inside a sentence, before or behind a Chinese character: 3 月底, 全 区.
  private static func isSpacing(_ script: Script, _ index: Int) -> Bool {
    let (before, after) = (script[index - 1], script[index + 1])
    if before.isDigit && after.isHan || before.isHan && after.isDigit { return true }
    guard before.isHan, after.isHan else { return false }
    // Between words of a line that is no sentence, a blank divides: 首页 新闻, 来源 区政府.
    func isMarked(_ range: some Sequence<Int>) -> Bool {
      for at in range {
        if sentenceMarks.contains(script[at]) { return true }
        if script[at].isBlank || script[at].isOpenBracket || script[at].isCloseBracket { return false }
      }
      return false
    }
    return isMarked(((index - 40)..<index).reversed()) && isMarked((index + 1)..<(index + 40))
  }

  /// A comma before one of these was doubled.
  private static let afterComma: ScalarSet = "，,。；;、：:"
  private static let sentenceMarks: ScalarSet = "，。、；,;"

  private static let entities: [(Word, String)] = [
    ("&nbsp;", " "), ("&ldquo;", "“"), ("&rdquo;", "”"), ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"),
    ("&quot;", "\""), ("&mdash;", "—"), ("&middot;", "·"), ("&emsp;", " "), ("&ensp;", " "), ("&hellip;", "…"),
  ]

  /// A run of `?` that was an indent of ideographic spaces.
  private static func questionMarks(_ script: Script, _ index: Int, _ isLineStart: Bool) -> Change? {
    var end = index
    while script[end] == .of("?") { end += 1 }
    guard end - index >= (isLineStart ? 1 : 3) else { return nil }
    return Change(length: end - index, replacement: isLineStart ? "" : "\n", rule: "repair.indent")
  }

  /// Marks beside Chinese characters are set wide, digits and letters narrow.
  private static func width(_ script: Script, _ index: Int) -> String? {
    let scalar = script.scalars[index]
    if (0xFF10...0xFF19).contains(scalar) || (0xFF21...0xFF3A).contains(scalar) || (0xFF41...0xFF5A).contains(scalar) {
      return Unicode.Scalar(scalar - 0xFEE0).map { String(Character($0)) }
    }
    guard let wide = wideMarks[scalar] else { return nil }
    if scalar == .of(")") {
      return opener(script, index).map { script[$0 - 1].isHan || script[$0 + 1].isHan ? wide : ")" }
    }
    let before = script[index - 1]
    let isBesideHan = before.isHan || before > 0x2000 || script[index + 1].isHan
    // 10,000 and 3:00 keep their marks.
    return isBesideHan && !(before.isDigit && script[index + 1].isDigit) ? wide : nil
  }

  /// The bracket that `close` closes: both are set in one width.
  private static func opener(_ script: Script, _ close: Int) -> Int? {
    var at = close - 1
    while at >= 0, at > close - 80, !script.scalars[at].isCloseBracket, !script.scalars[at].isNewline {
      if script.scalars[at] == .of("(") { return at }
      at -= 1
    }
    return nil
  }

  private static let wideMarks: [UInt32: String] = [
    .of(","): "，", .of(";"): "；", .of(":"): "：", .of("!"): "！", .of("("): "（", .of(")"): "）",
  ]
}
