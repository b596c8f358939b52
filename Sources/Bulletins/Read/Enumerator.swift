/// 一是, 二要, 三、, （四）, 5., ⑥, 第七: what numbers a point.
enum Enumerator {
  struct Found: Equatable {
    /// Scalars that the enumerator takes; what follows is the point. In 二要 the 要 governs and is left.
    let length: Int
    /// Whether it may only open a sentence or paragraph: 一、 inside a sentence is a list of things.
    let opensOnlySentence: Bool
  }

  static func at(_ index: Int, _ script: Script) -> Found? {
    let first = script[index]
    if first == .of("第"), numerals.contains(script[index + 1]) {
      let end = run(script, index + 1, numerals)
      if script[end] == .of("，") || script[end] == .of("、") {
        return Found(length: end + 1 - index, opensOnlySentence: false)
      }
      if script[end] == .of("是") { return Found(length: end + 1 - index, opensOnlySentence: false) }
      return nil
    }
    if numerals.contains(first) { return chinese(index, script) }
    if first.isOpenBracket { return bracketed(index, script) }
    if first.isDigit { return arabic(index, script) }
    if (0x2460...0x2473).contains(first) { return Found(length: 1, opensOnlySentence: false) }
    for word in ordinals where script.has(word, at: index) && script[index + word.count] == .of("，") {
      return Found(length: word.count + 1, opensOnlySentence: true)
    }
    return nil
  }

  /// Tells 一是 from （一） and 1.: points of one row share it.
  static func style(_ index: Int, _ script: Script) -> UInt32? {
    guard let found = at(index, script) else { return nil }
    let (first, last) = (script[index], script[index + found.length - 1])
    let ending = numerals.contains(last) || (0x2460...0x2473).contains(last) ? 0 : last
    return (first.isDigit ? 1 : first.isOpenBracket ? 2 : 3) * 0x11_0000 + ending
  }

  private static func chinese(_ index: Int, _ script: Script) -> Found? {
    let end = run(script, index, numerals)
    guard end - index <= 3 else { return nil }
    switch script[end] {
    case .of("是"):
      return Found(length: end + 1 - index, opensOnlySentence: false)
    case .of("要") where Modal.length(script, at: end) != nil:
      return Found(length: end - index, opensOnlySentence: false)
    case .of("、"), .of("．"):
      return Found(length: end + 1 - index, opensOnlySentence: true)
    default: return nil
    }
  }

  private static func bracketed(_ index: Int, _ script: Script) -> Found? {
    let digits = numerals.contains(script[index + 1]) ? run(script, index + 1, numerals) : run(script, index + 1, nil)
    guard digits > index + 1, digits - index <= 4, script[digits].isCloseBracket else { return nil }
    var end = digits + 1
    if script[end] == .of("、") || script[end] == .of("，") { end += 1 }
    return Found(length: end - index, opensOnlySentence: true)
  }

  private static func arabic(_ index: Int, _ script: Script) -> Found? {
    if index > 0, script[index - 1].isDigit { return nil }
    let end = run(script, index, nil)
    guard end - index <= 2 else { return nil }
    switch script[end] {
    case .of("."), .of("．"):
      return script[end + 1].isDigit ? nil : Found(length: end + 1 - index, opensOnlySentence: true)
    case .of("、"), .of(")"), .of("）"):
      return Found(length: end + 1 - index, opensOnlySentence: true)
    default: return nil
    }
  }

  /// The end of the run of numerals (digits when nil) from `index`.
  private static func run(_ script: Script, _ index: Int, _ set: ScalarSet?) -> Int {
    var end = index
    while end < script.count, set.map({ $0.contains(script.scalars[end]) }) ?? script.scalars[end].isDigit { end += 1 }
    return end
  }

  private static let numerals = ScalarSet(stringLiteral: "一二三四五六七八九十")
  private static let ordinals: [Word] = ["首先", "其次", "再次", "最后"]
}
