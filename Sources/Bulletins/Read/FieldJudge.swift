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
  func weights(_ script: Script, _ range: Range<Int>, namesCount: Bool = false) -> [Field: Int] {
    var sums: [Field: Int] = [:]
    var named: [Field: Int] = [:]
    for match in words.fields.matches(script, in: range) {
      for weight in match.value {
        if !namesCount, isInName(script, match.range, range) {
          named[weight.field, default: 0] += weight.weight
        } else {
          sums[weight.field, default: 0] += weight.weight
        }
      }
    }
    // 教育局要…: whom it asks says what it is about only where nothing else does.
    return sums.isEmpty ? named.mapValues { $0 / 2 } : sums
  }

  /// Whether a word is part of a body's name: 县农业局, 市场监督管理局, 消防救援大队.
  private func isInName(_ script: Script, _ word: Range<Int>, _ range: Range<Int>) -> Bool {
    var end = word.upperBound
    while end < min(range.upperBound, word.upperBound + 8), script.scalars[end].isHan {
      if let name = FieldJudge.bodies.match(script, at: end, before: range.upperBound) {
        // 燃气安全工作格局 names no body.
        if name == "局", FieldJudge.notBodies.contains(script[end - 1]) { return false }
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
  private static let notBodies: ScalarSet = "格布大结全当"
  private static let afterBody: ScalarSet = "要会牵负对在和与及及等按每组联派将从把于应同实落建严加抓盯做分各定开完制根配立主提指督推继"

  /// The field that `range` speaks of most, when it speaks clearly; for heads and titles.
  func field(_ script: Script, _ range: Range<Int>, namesCount: Bool = false) -> Field? {
    ranked(weights(script, range, namesCount: namesCount)).first { $0.1 >= 2 }?.0
  }

  func judge(_ script: Script, _ range: Range<Int>, head: Field?, title: Field?) -> Verdict {
    let own = weights(script, range)
    let clear = own.filter { $0.value >= 3 && $0.key != .productionSafety && $0.key != .organisation }
    if clear.count >= 3, title.map({ clear[$0] == nil }) ?? true, let top = ranked(clear).first,
      top.1 < 2 * clear.values.reduce(0, +) / 3
    {
      return Verdict(field: .productionSafety, also: ranked(clear).map(\.0), rule: "field.several")
    }
    var scores = own.mapValues { $0 * 2 }
    // Words such as 隐患 belong to every field; they decide only where nothing else speaks.
    if let general = own[.productionSafety], own.count > 1 || head != nil {
      let isPassing = head == nil && own.allSatisfy { $0.value <= 1 || $0.key == .productionSafety }
      scores[.productionSafety] = isPassing ? 2 * general + 2 : general
    }
    if own.count == 1, head == nil, let general = own[.productionSafety] { scores[.productionSafety] = 2 * general + 2 }
    if let head { scores[head, default: 0] += head == .organisation || head == .productionSafety ? 2 : 5 }
    if let title, title != .productionSafety, title != .organisation { scores[title, default: 0] += 4 }
    // What a demand begins with is what it is about.
    let opening = range.lowerBound..<(range.first { script.scalars[$0] == .of("，") } ?? range.upperBound)
    let isUnder = head.map { $0 != .organisation && $0 != .productionSafety } ?? false
    if !isUnder, let lead = ranked(weights(script, opening)).first, lead.1 >= 3, lead.0 != .productionSafety {
      scores[lead.0, default: 0] += 4
    }
    let order = ranked(scores)
    guard let best = order.first, best.1 >= (title == nil ? 2 : 3) || best.0 == .productionSafety else {
      return Verdict(field: title, also: [], rule: title == nil ? "field.none" : "field.title")
    }
    let also = order.dropFirst().filter { $0.1 >= 3 && $0.0 != .productionSafety }.map(\.0)
    let byHead = best.0 == head && (own[best.0] ?? 0) < 2
    return Verdict(field: best.0, also: also, rule: byHead ? "field.head" : "field.own")
  }

  /// Heaviest first; equal ones in the fields' fixed order.
  private func ranked(_ weights: [Field: Int]) -> [(Field, Int)] {
    Field.allCases.compactMap { field in weights[field].map { (field, $0) } }.enumerated()
      .sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }.map(\.element)
  }
}
