import Ground

/// Which field a clause belongs to: by its own words, then the head above it, then the meeting's title.
struct FieldJudge: Sendable {
  let words: ReaderWords

  struct Verdict {
    let field: Field?
    let also: [Field]
    let rule: String
  }

  /// The weights that the words of `range` give to each field.
  func weights(_ script: Script, _ range: Range<Int>, namesCount: Bool = false) -> FieldSums {
    var sums = FieldSums()
    var named = FieldSums()
    words.fields.walk(script, in: range) { word, weights in
      if !namesCount, isInName(script, word, range) {
        for weight in weights { named.add(weight.weight, to: weight.field) }
      } else {
        for weight in weights { sums.add(weight.weight, to: weight.field) }
      }
    }
    // 教育局要…: whom it asks says what it is about only where nothing else does.
    return sums.isEmpty ? named.mapped { $0 / 2 } : sums
  }

  /// Whether a word is part of a body's name: 县农业局, 市场监督管理局, 消防救援大队.
  private func isInName(_ script: Script, _ word: Range<Int>, _ range: Range<Int>) -> Bool {
    var end = word.upperBound
    while end < min(range.upperBound, word.upperBound + 8), script.scalars[end].isHan {
      if let name = FieldJudge.bodies.match(script, at: end, before: range.upperBound) {
        // 燃气安全工作格局 names no body.
        if name == FieldJudge.bureau, FieldJudge.notBodies.contains(script[end - 1]) { return false }
        // 气象局势 is none, and 农村办证 neither.
        return name.count > 1 || FieldJudge.afterBody.contains(script[end + 1]) || !script[end + 1].isHan
      }
      end += 1
    }
    return false
  }

  private static let bodies: WordSet = [
    "局", "委", "办", "管理局", "监管局", "监管所", "管理部", "救援大队", "大队", "支队", "派出所", "救援站", "工作站", "办公室", "指挥部", "委员会", "服务中心",
    "防火办", "卫生院", "委员会",
  ]
  private static let bureau: Word = "局"
  private static let notBodies: ScalarSet = "格布大结全当"
  private static let afterBody: ScalarSet = "要会牵负对在和与及及等按每组联派将从把于应同实落建严加抓盯做分各定开完制根配立主提指督推继"

  /// The field that `range` speaks of most, when it speaks clearly; for heads and titles.
  func field(_ script: Script, _ range: Range<Int>, namesCount: Bool = false) -> Field? {
    weights(script, range, namesCount: namesCount).ranked.first { $0.weight >= 2 }?.field
  }

  func judge(_ script: Script, _ range: Range<Int>, head: Field?, title: Field?) -> Verdict {
    let own = weights(script, range)
    let ranked = own.ranked
    let clear = ranked.filter { $0.weight >= 3 && $0.field != .productionSafety && $0.field != .organisation }
    if clear.count >= 3, !clear.contains(where: { $0.field == title }),
      clear[0].weight < 2 * clear.reduce(0, { $0 + $1.weight }) / 3
    {
      return Verdict(field: .productionSafety, also: clear.map(\.field), rule: "field.several")
    }
    var scores = own.mapped { $0 * 2 }
    // Words such as 隐患 belong to every field; they decide only where nothing else speaks.
    if let general = own[.productionSafety] {
      let isPassing = head == nil && own.rows.allSatisfy { $0.weight <= 1 || $0.field == .productionSafety }
      scores.set(.productionSafety, isPassing ? 2 * general + 2 : general)
    }
    if let head { scores.add(head == .organisation || head == .productionSafety ? 2 : 5, to: head) }
    if let title, title != .productionSafety, title != .organisation { scores.add(4, to: title) }
    // What a demand begins with is what it is about.
    let opening = range.lowerBound..<(range.first { script.scalars[$0] == .of("，") } ?? range.upperBound)
    let isUnder = head.map { $0 != .organisation && $0 != .productionSafety } ?? false
    if !isUnder, let lead = weights(script, opening).ranked.first, lead.weight >= 3, lead.field != .productionSafety {
      scores.add(4, to: lead.field)
    }
    let order = scores.ranked
    guard let best = order.first, best.weight >= (title == nil ? 2 : 3) || best.field == .productionSafety else {
      return Verdict(field: title, also: [], rule: title == nil ? "field.none" : "field.title")
    }
    let also = order.dropFirst().filter { $0.weight >= 3 && $0.field != .productionSafety }.map(\.field)
    let byHead = best.field == head && (own[best.field] ?? 0) < 2
    return Verdict(field: best.field, also: also, rule: byHead ? "field.head" : "field.own")
  }
}
