/// Action or slogan: take away attitude, study, bare responsibility and tails of purpose, then ask whether something
/// checkable is left.
struct TypeJudge: Sendable {
  let words: ReaderWords

  struct Verdict {
    let type: ClauseType
    let rule: String
    let isSure: Bool
  }

  func judge(_ script: Script, _ range: Range<Int>, isHeading: Bool, hasDeadline: Bool, fields: Int) -> Verdict {
    if isHeading { return Verdict(type: .slogan, rule: "type.heading", isSure: true) }
    let clauses = script.split(range) { $0 == .of("，") || $0 == .of("。") || $0 == .of("；") }
    var checkable = 0
    for (index, clause) in clauses.enumerated() where !isEmptied(script, clause, isFirst: index == 0) {
      checkable += actions(script, clause)
    }
    if checkable > 0 { return Verdict(type: .action, rule: "type.checkable", isSure: checkable > 1) }
    if fields >= 3 { return Verdict(type: .action, rule: "type.listed_work", isSure: false) }
    if hasDeadline, range.contains(where: { script.scalars[$0].isDigit }) {
      return Verdict(type: .action, rule: "type.dated", isSure: false)
    }
    let isSure = words.attitude.holds(script, in: range)
    return Verdict(type: .slogan, rule: "type.nothing_checkable", isSure: isSure)
  }

  /// A tail of purpose, or the study of documents.
  private func isEmptied(_ script: Script, _ clause: Range<Int>, isFirst: Bool) -> Bool {
    let clause = script.trimmed(clause)
    if !isFirst, script.begins(clause, withAny: TypeJudge.tails) != nil { return true }
    return script.holds(any: TypeJudge.study, in: clause) && script.holds(any: TypeJudge.studied, in: clause)
  }

  /// How many checkable verbs stand outside words of attitude.
  private func actions(_ script: Script, _ clause: Range<Int>) -> Int {
    var count = 0
    var index = clause.lowerBound
    while index < clause.upperBound {
      let attitude = words.attitude.match(script, at: index, before: clause.upperBound)
      let action = words.action.match(script, at: index, before: clause.upperBound)
      if let action, action.range.count >= attitude?.range.count ?? 0 {
        // 整治工作 as the object of 抓好 still names a task; 检查站 or 管理局 do not.
        if !isName(script, after: action.range.upperBound) { count += 1 }
        index = action.range.upperBound
      } else if let attitude {
        index = attitude.range.upperBound
      } else {
        index += 1
      }
    }
    return count
  }

  private static let nameEnds: ScalarSet = "局站队"
  /// 防范意识, 监管责任: qualities, not acts.
  private static let nouns: WordSet = ["意识", "责任", "能力"]

  private func isName(_ script: Script, after index: Int) -> Bool {
    TypeJudge.nameEnds.contains(script[index]) || TypeJudge.nouns.match(script, at: index, before: script.count) != nil
  }

  private static let tails: WordSet = [
    "确保", "坚决遏制", "坚决防止", "坚决杜绝", "坚决守住", "坚决避免", "坚决防范", "坚决维护", "坚决扛", "坚决克服", "坚决筑牢", "营造", "切实维护",
    "维护", "真正", "不断提升", "全力维护", "全力保障", "全力确保", "切实保障", "切实守护", "努力", "为", "以实际行动", "推动形成", "有效遏制",
    "保障", "筑牢", "守护",
  ]
  private static let study: WordSet = ["学习", "贯彻", "领会", "传达"]
  private static let studied: WordSet = ["精神", "论述", "讲话", "指示", "批示", "思想", "部署", "决策"]
}
