/// 要, 务必, 必须 as the verb that demands, told apart from 重要, 需要, 要求, 纪要.
enum Modal {
  /// The length of the modal word at `index`, or nil.
  static func length(_ script: Script, at index: Int) -> Int? {
    switch script[index] {
    case .of("要"): isDemand(script, index) ? 1 : nil
    case .of("务"): script[index + 1] == .of("必") ? 2 : nil
    case .of("必"): script[index + 1] == .of("须") ? 2 : nil
    default: nil
    }
  }

  /// The first modal of `range`.
  static func first(_ script: Script, in range: Range<Int>) -> Int? {
    range.first { length(script, at: $0) != nil }
  }

  private static func isDemand(_ script: Script, _ index: Int) -> Bool {
    if notAfter.contains(script[index - 1]) { return false }
    let next = script[index + 1]
    // 要求真务实 is 要 + 求真务实.
    if next == .of("求") { return script[index + 2] == .of("真") }
    return !notBefore.contains(next)
  }

  private static let notAfter = ScalarSet(stringLiteral: "重主需必只纪首概摘紧简次扼想不")
  private static let notBefore = ScalarSet(stringLiteral: "点素害闻案道员塞么命")
}

/// What may stand between a comma and a modal without being its subject: a phrase of time or aspect.
enum Aspect {
  /// Whether `range`, which ends right before a modal, is empty or only says when or in what regard.
  static func isOnlyAspect(_ script: Script, _ range: Range<Int>) -> Bool {
    if range.isEmpty { return true }
    if range.count > 10 { return false }
    if script.begins(range, withAny: words)?.count == range.count { return true }
    if let word = script.begins(range, withAny: adverbs) {
      return isOnlyAspect(script, range.lowerBound + word.count..<range.upperBound)
    }
    return range.count >= 2 && endings.contains { script.ends(range, with: $0) }
  }

  private static let adverbs: WordSet = ["同时", "此外", "另外", "还", "更", "特别", "尤其", "其次", "最后", "首先"]
  private static let words = WordSet.list(
    """
    同时 还 更 都 此外 另外 下一步 下步 接下来 今后 当前 目前 近期 现阶段 下半年 上半年 年内 全天 全年 今年 明年 本月 下月 要 一定 也 最后 首先 其次 再次 特别 尤其 始终 切实
    """)
  private static let endings: [Word] = ["上", "中", "期间", "月", "月份", "前", "后", "季度", "阶段", "时", "方面", "日", "年"]
}
