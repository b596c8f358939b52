import Ground

/// Which field a clause belongs to: by its own words, then the head above it, then the meeting's title.
struct FieldJudge: Sendable {
  let words: ReaderWords

  struct Verdict {
    let field: Field?
    let also: [Field]
    let rule: String
    /// Whether nothing but the meeting's title, or nothing at all, spoke.
    let isWeak: Bool
  }

  /// The weights that the words of `range` give to each field.
  func weights(_ script: Script, _ range: Range<Int>) -> [Field: Int] {
    var sums: [Field: Int] = [:]
    for match in words.fields.matches(script, in: range) {
      for weight in match.value { sums[weight.field, default: 0] += weight.weight }
    }
    return sums
  }

  /// The field that `range` speaks of most, when it speaks clearly; for heads and titles.
  func field(_ script: Script, _ range: Range<Int>) -> Field? { ranked(weights(script, range)).first { $0.1 >= 2 }?.0 }

  func judge(_ script: Script, _ range: Range<Int>, head: Field?, title: Field?) -> Verdict {
    let own = weights(script, range)
    let clear = own.filter { $0.value >= 3 && $0.key != .productionSafety && $0.key != .organisation }
    if clear.count >= 3, let top = ranked(clear).first, top.1 < 2 * clear.values.reduce(0, +) / 3 {
      return Verdict(field: .productionSafety, also: ranked(clear).map(\.0), rule: "field.several", isWeak: false)
    }
    var scores = own.mapValues { $0 * 2 }
    // Words such as 隐患 belong to every field; they decide only where nothing else speaks.
    if let general = own[.productionSafety], own.count > 1 || head != nil {
      let isPassing = head == nil && own.allSatisfy { $0.value <= 1 || $0.key == .productionSafety }
      scores[.productionSafety] = isPassing ? 2 * general + 1 : general
    }
    if let head { scores[head, default: 0] += 5 }
    let order = ranked(scores)
    guard let best = order.first, best.1 >= (title == nil ? 2 : 3) || best.0 == .productionSafety else {
      return Verdict(field: title, also: [], rule: title == nil ? "field.none" : "field.title", isWeak: true)
    }
    let also = order.dropFirst().filter { $0.1 >= 3 && $0.0 != .productionSafety }.map(\.0)
    let byHead = best.0 == head && (own[best.0] ?? 0) < 2
    return Verdict(field: best.0, also: also, rule: byHead ? "field.head" : "field.own", isWeak: false)
  }

  /// Heaviest first; equal ones in the fields' fixed order.
  private func ranked(_ weights: [Field: Int]) -> [(Field, Int)] {
    Field.allCases.compactMap { field in weights[field].map { (field, $0) } }.enumerated()
      .sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }.map(\.element)
  }
}
