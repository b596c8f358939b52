/// The parts of a sentence that `；` and enumerators divide, and their comma clauses.
enum Segments {
  struct Segment {
    let range: Range<Int>
    /// The enumerator it began with.
    let point: Enumerator.Found?
    /// Where that enumerator stands.
    let pointStart: Int
  }

  static func of(_ script: Script, _ sentence: Range<Int>) -> [Segment] {
    var segments: [Segment] = []
    var from = sentence.lowerBound
    var point: Enumerator.Found?
    var pointStart = from
    var depth = 0
    var isStart = true
    var index = sentence.lowerBound
    func cut(_ upper: Int) {
      let range = script.trimmed(from..<max(from, upper))
      if !range.isEmpty { segments.append(Segment(range: range, point: point, pointStart: pointStart)) }
    }
    while index < sentence.upperBound {
      let scalar = script.scalars[index]
      if isStart, depth == 0, let found = Enumerator.at(index, script),
        !found.opensOnlySentence || index == sentence.lowerBound || script[index - 1] == .of("；")
          || script[index - 1] == .of("：")
          || script[index - 1] == .of("。")
      {
        cut(index)
        (from, point, pointStart) = (min(index + found.length, sentence.upperBound), found, index)
        index = from
        continue
      }
      if scalar.isOpenBracket { depth += 1 }
      if scalar.isCloseBracket { depth = max(0, depth - 1) }
      if scalar == .of("；"), depth == 0 {
        cut(index)
        (from, point) = (index + 1, nil)
      }
      isStart = isEdge(scalar) || scalar == .of("：") || scalar.isBlank
      index += 1
    }
    cut(sentence.upperBound)
    return segments
  }

  /// Comma clauses; a comma inside brackets divides nothing.
  static func clauses(_ script: Script, _ range: Range<Int>) -> [Range<Int>] {
    var clauses: [Range<Int>] = []
    var from = range.lowerBound
    var depth = 0
    for index in range {
      let scalar = script.scalars[index]
      if scalar.isOpenBracket { depth += 1 }
      if scalar.isCloseBracket { depth = max(0, depth - 1) }
      if depth == 0, isEdge(scalar) {
        if from < index { clauses.append(from..<index) }
        from = index + 1
      }
    }
    if from < range.upperBound { clauses.append(from..<range.upperBound) }
    return clauses
  }

  /// Where `range` ends without its closing mark.
  static func end(_ script: Script, _ range: Range<Int>) -> Int {
    var upper = range.upperBound
    while upper > range.lowerBound, isEdge(script.scalars[upper - 1]) || script.scalars[upper - 1].isBlank {
      upper -= 1
    }
    return upper
  }

  static func isEdge(_ scalar: UInt32) -> Bool {
    scalar == .of("，") || scalar == .of("。") || scalar == .of("；") || scalar == .of("！")
  }
}

/// 责任单位：…, 完成时限：…: what minutes write beside a point.
enum Annotations {
  static func begins(_ script: Script, _ range: Range<Int>) -> Bool {
    var low = range.lowerBound
    if script[low].isOpenBracket || script[low] == .of("【") { low += 1 }
    guard low < range.upperBound else { return false }
    return script.begins(low..<range.upperBound, withAny: labels) != nil
  }

  /// What the annotations inside `range` say: everything from the first label on.
  static func inside(_ script: Script, _ range: Range<Int>) -> Range<Int>? {
    labels.find(script, in: range).map { $0.at..<range.upperBound }
  }

  static let labels = WordSet.list(
    "责任单位： 牵头单位： 配合单位： 责任部门： 牵头部门： 配合部门： 完成时限： 完成时间： 时限： 责任人： 责任领导： 整改时限： 办理时限： 落实单位： 协办单位： 承办单位： 主办单位： 牵头领导：")
}
