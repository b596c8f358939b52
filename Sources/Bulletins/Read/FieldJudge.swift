import Ground

/// Which field a clause belongs to: by its own words, then the head above it, then the meeting's title.
struct FieldJudge: Sendable {
  let words: ReaderWords

  struct Verdict {
    let field: Field?
    let also: [Field]
    let rule: String
  }

  /// What the words of a range say, apart by what they are.
  private struct Weighing {
    var topics = FieldSums()
    /// Kinds of places: in 对民宿、医院开展消防检查 they say where.
    var places = FieldSums()
    /// Words inside the names of bodies.
    var named = FieldSums()

    var namesADanger: Bool { topics.rows.contains { $0.weight >= 3 && FieldJudge.isSpecial($0.field) } }

    func sums(placesDividedBy share: Int) -> FieldSums {
      var sums = topics
      sums.add(places.mapped { $0 / share })
      // 教育局要…: whom it asks says what it is about only where nothing else does.
      return sums.isEmpty && places.isEmpty ? named.mapped { $0 / 2 } : sums
    }
  }

  private func weigh(_ script: Script, _ range: Range<Int>, namesCount: Bool = false) -> Weighing {
    var weighing = Weighing()
    words.fields.walk(script, in: range) { word, weights in
      let isNamed = !namesCount && isInName(script, word, range)
      for weight in weights {
        if isNamed {
          weighing.named.add(weight.weight, to: weight.field)
        } else if weight.isPlace {
          weighing.places.add(weight.weight, to: weight.field)
        } else {
          weighing.topics.add(weight.weight, to: weight.field)
        }
      }
    }
    return weighing
  }

  /// The weights that the words of `range` give to each field.
  func weights(_ script: Script, _ range: Range<Int>, namesCount: Bool = false) -> FieldSums {
    weigh(script, range, namesCount: namesCount).sums(placesDividedBy: 1)
  }

  /// One field of danger, and neither safety at large nor how the work is organised.
  private static func isSpecial(_ field: Field) -> Bool { field != .productionSafety && field != .organisation }

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
    let weighing = weigh(script, range)
    let isUnder = head.map(FieldJudge.isSpecial) ?? false
    let isInSpecial = title.map(FieldJudge.isSpecial) ?? false
    let share = weighing.namesADanger || isUnder || isInSpecial ? 3 : 1
    let own = weighing.sums(placesDividedBy: share)
    let clear = own.ranked.filter { $0.weight >= 3 && FieldJudge.isSpecial($0.field) }
    if clear.count >= 3, !clear.contains(where: { $0.field == title }),
      clear[0].weight < 2 * clear.reduce(0, { $0 + $1.weight }) / 3
    {
      return Verdict(field: .productionSafety, also: clear.map(\.field), rule: "field.several")
    }
    var scores = own.mapped { $0 * 2 }
    // 县教育局要…, 消防大队对…: whom it asks tips the scale.
    if !own.isEmpty { scores.add(weighing.named.mapped { $0 / 2 }) }
    // Words such as 隐患 belong to every field; they decide only where nothing else speaks.
    if let general = own[.productionSafety] {
      let isPassing = head == nil && own.rows.allSatisfy { $0.weight <= 1 || $0.field == .productionSafety }
      // In a meeting on fires 隐患整改 means those of fires.
      scores.set(.productionSafety, isInSpecial ? min(general, 3) : isPassing ? 2 * general + 2 : general)
    }
    if let head { scores.add(isUnder ? 5 : 2, to: head) }
    if let title, isInSpecial { scores.add(4, to: title) }
    // What a demand begins with is what it is about.
    let opening = range.lowerBound..<(range.first { script.scalars[$0] == .of("，") } ?? range.upperBound)
    if !isUnder, let lead = weigh(script, opening).sums(placesDividedBy: share).ranked.first, lead.weight >= 3,
      lead.field != .productionSafety
    {
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
