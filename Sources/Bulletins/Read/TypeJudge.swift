import Ground

/// Action or slogan: take away attitude, study, bare responsibility and tails of purpose, then ask whether something
/// checkable is left.
struct TypeJudge: Sendable {
  let words: ReaderWords

  struct Verdict {
    let type: ClauseType
    let rule: String
  }

  /// - Parameter narrower: the clause's field where the meeting is on another or on safety at large: 加强塔吊安全管理 there
  ///   names a thing to look after.
  func judge(
    _ script: Script, _ range: Range<Int>, isHeading: Bool, hasDeadline: Bool, isAddressed: Bool, fields: Int,
    narrower: Field?
  ) -> Verdict {
    if isHeading { return Verdict(type: .slogan, rule: "type.heading") }
    let clauses = script.split(range) { $0 == .of("，") || $0 == .of("。") || $0 == .of("；") }
    var (checkable, isConcrete) = (0, false)
    for (index, clause) in clauses.enumerated() where !isEmptied(script, clause, isFirst: index == 0) {
      checkable += actions(script, clause)
      if checkable > 1 { return Verdict(type: .action, rule: "type.checkable") }
      isConcrete = isConcrete || names(script, clause, isAddressed: isAddressed, narrower: narrower)
    }
    // 水务站对7座水库实行24小时蹲守: told to somebody or measurable, though no word of the lists says so.
    if isConcrete { return Verdict(type: .action, rule: "type.concrete") }
    if fields >= 3 { return Verdict(type: .action, rule: "type.listed_work") }
    if hasDeadline, range.contains(where: { script.scalars[$0].isDigit }) {
      return Verdict(type: .action, rule: "type.dated")
    }
    return Verdict(type: .slogan, rule: "type.nothing_checkable")
  }

  private func speaks(_ script: Script, _ clause: Range<Int>, of field: Field?) -> Bool {
    guard let field else { return false }
    var weight = 0
    words.fields.walk(script, in: clause) { _, weights in
      weight += weights.reduce(0) { $0 + ($1.field == field ? $1.weight : 0) }
    }
    return weight >= 4
  }

  /// Whether a clause has something of its own that is measured, told to a body, or of a narrower field.
  private func names(_ script: Script, _ clause: Range<Int>, isAddressed: Bool, narrower: Field?) -> Bool {
    if substance(script, clause) < 5 { return false }
    if isMeasured(script, clause) || speaks(script, clause, of: narrower) { return true }
    guard isAddressed else { return false }
    // Whom it asks is no substance: 各乡镇要做到警钟长鸣.
    let low = Modal.first(script, in: clause).map { min($0 + 1, clause.upperBound) } ?? clause.lowerBound
    return substance(script, low..<clause.upperBound) >= 5
  }

  /// Characters outside words of attitude.
  private func substance(_ script: Script, _ clause: Range<Int>) -> Int {
    var count = clause.count
    words.attitude.walk(script, in: clause) { word, _ in count -= word.count }
    return count
  }

  private func isMeasured(_ script: Script, _ clause: Range<Int>) -> Bool {
    holdsNumber(script, clause) || script.holds(any: TypeJudge.orders, in: clause)
  }

  /// A number that is no year: 做好2026年的工作 measures nothing.
  private func holdsNumber(_ script: Script, _ clause: Range<Int>) -> Bool {
    var index = clause.lowerBound
    while index < clause.upperBound {
      guard script.scalars[index].isDigit else {
        index += 1
        continue
      }
      let low = index
      while index < clause.upperBound, script.scalars[index].isDigit { index += 1 }
      if index - low != 4 || script[index] != .of("年") { return true }
    }
    return false
  }

  private static let orders = WordSet.list(
    "一律 不得 不准 逐一 逐户 逐台 逐家 逐处 逐项 每天 每日 每周 每月 随时 停止 停运 封库 同步 留存 聘请 播放 派 加派 送进 分流 通知 兜底 空库 保持距离 实行 用好 摸清 依法 严控 限流 劝阻 劝返 查控 拘留 送到 挂钩 备好 抽检 指导 用火 用电 安全关 清理 当天 当日 当场"
  )

  /// A tail of purpose, or the study of documents.
  private func isEmptied(_ script: Script, _ clause: Range<Int>, isFirst: Bool) -> Bool {
    let clause = script.trimmed(clause)
    if !isFirst, script.begins(clause, withAny: TypeJudge.tails) != nil { return true }
    if script.holds(any: TypeJudge.study, in: clause) && script.holds(any: TypeJudge.studied, in: clause) {
      return true
    }
    return isMindset(script, clause) || isBareResponsibility(script, clause) || isAim(script, clause, isFirst: isFirst)
  }

  /// 切实杜绝各类事故发生; 做到思想上早准备，措施上早制定.
  private func isAim(_ script: Script, _ clause: Range<Int>, isFirst: Bool) -> Bool {
    if script.holds(any: TypeJudge.earlier, in: clause) || isQuality(script, clause) { return true }
    // 把校园周边整治作为重点工作来抓.
    if let end = TypeJudge.regarded.first(where: { script.ends(clause, with: $0) }),
      script.holds(any: TypeJudge.regarding, in: clause.lowerBound..<clause.upperBound - end.count)
    {
      return true
    }
    return !isFirst && script.holds(TypeJudge.accident, in: clause)
      && script.holds(any: TypeJudge.preventing, in: clause)
  }

  /// 排查要有精度, 宣传有温度.
  private func isQuality(_ script: Script, _ clause: Range<Int>) -> Bool {
    clause.count <= 10 && TypeJudge.qualities.contains(script[clause.upperBound - 1])
      && script.holds("有", in: max(clause.lowerBound, clause.upperBound - 4)..<clause.upperBound)
  }

  private static let qualities: ScalarSet = "度力"
  private static let regarding: WordSet = ["作为", "当作", "摆在", "放在"]
  private static let regarded: [Word] = [
    "来抓", "重点工作", "重要工作", "重要任务", "首要任务", "头等大事", "重中之重", "重要抓手", "位置", "首位", "第一位", "心上", "首要", "前列",
  ]
  private static let accident: Word = "事故"
  private static let earlier: WordSet = [
    "上早", "上再", "上更", "上要再", "要再提高", "要再提升", "要再压实", "要再加密", "要再加力", "要再加强", "要再加大",
    "要再加压", "要再强化", "要再深化", "要再聚焦", "要再细化", "要再夯实", "要再升级", "要再拧紧", "要再发力",
  ]
  private static let preventing: WordSet = ["杜绝", "遏制", "防止", "防范", "减少", "避免", "预防"]

  /// 提高政治站位, 增强做好安全生产工作的紧迫感, 紧绷道路交通安全这根弦: how to think of it, and no act.
  private func isMindset(_ script: Script, _ clause: Range<Int>) -> Bool {
    let near = clause.lowerBound..<min(clause.upperBound, clause.lowerBound + 24)
    guard let verb = TypeJudge.minding.find(script, in: near) else { return false }
    // 时刻牢记“…”: whatever it quotes.
    if script.holds(TypeJudge.remembering, in: verb.at..<near.upperBound) { return true }
    guard let mind = TypeJudge.minds.find(script, in: verb.at..<clause.upperBound) else { return false }
    // Nothing but the rest of the word stands behind it: 树立…理念，开展… divides at the comma, 增强…意识教育培训 does not end.
    return clause.upperBound - mind.at - mind.word.count <= 8
  }

  /// 夯实属地管理责任、部门监管责任.
  private func isBareResponsibility(_ script: Script, _ clause: Range<Int>) -> Bool {
    guard
      let verb = TypeJudge.bearing.find(
        script, in: clause.lowerBound..<min(clause.upperBound, clause.lowerBound + 16))
    else { return false }
    let rest = verb.at + verb.word.count..<clause.upperBound
    return TypeJudge.burdens.contains { script.ends(rest, with: $0) }
  }

  private static let remembering: Word = "牢记"
  private static let minding: WordSet = [
    "不得有", "不能有", "不可有",
    "提高", "强化", "增强", "树牢", "树立", "统一", "认清", "认识", "正视", "克服", "摒弃", "绷紧", "紧绷", "站稳", "保持", "坚定", "坚持", "牢记", "转变",
    "把握", "消除", "杜绝", "高度", "深刻", "清醒", "思想上", "提升", "扛起", "端正", "激发", "引起", "汲取", "吸取", "牢记", "时刻", "始终", "领导要", "切实把",
    "把身子", "真正把", "要把", "以背水", "站在", "以高度", "树好",
  ]
  private static let minds: WordSet = [
    "意识", "思想", "认识", "站位", "这根弦", "之弦", "安全弦", "弦”", "理念", "观念", "责任感", "紧迫感", "使命感", "心理", "形势", "重要性", "紧迫性", "必要性",
    "艰巨性",
    "严峻性", "复杂性", "长期性", "底线思维", "极限思维", "系统思维", "忧患", "警醒", "警觉", "警惕", "自觉性", "主动性", "重视", "精神状态", "情绪", "政治责任",
    "重要意义", "极端重要", "问题导向", "目标导向", "底线红线", "总体国家安全观", "高度", "信心", "决心", "教训", "心态", "脑子", "境界", "沉下去", "不松劲", "靠前指挥",
    "松懈", "懈怠", "马虎", "大意", "畏难", "担当", "要求上来", "部署上来", "突出位置", "首要位置", "重要位置", "首位", "议事日程",
  ]
  private static let bearing: WordSet = [
    "压实", "夯实", "压紧", "落实", "扛牢", "扛紧", "明确", "强化", "扛起", "履行", "严格责任", "拧紧", "厘清", "担负", "落实好", "严肃", "担起", "抓牢",
    "牢牢扛起",
  ]
  private static let burdens: [Word] = [
    "责任", "责任制", "职责", "责任落实", "责任链条", "责任体系", "责任追究", "追责问责", "问责", "担当", "使命", "“三管三必须”", "三管三必须", "要求", "责任担当",
    "责任措施", "责任闭环",
  ]

  /// Checkable verbs outside words of attitude, two for each; one for a verb that may be no more than an aim.
  private func actions(_ script: Script, _ clause: Range<Int>) -> Int {
    var count = 0
    var index = clause.lowerBound
    while index < clause.upperBound {
      let attitude = words.attitude.match(script, at: index, before: clause.upperBound)
      let action = words.action.match(script, at: index, before: clause.upperBound)
      if let action, action.range.count >= attitude?.range.count ?? 0 {
        // 整治工作 as the object of 抓好 still names a task; 检查站 or 管理局 do not.
        if !isName(script, after: action.range.upperBound) {
          let isWeak = TypeJudge.weak.match(script, at: index, before: clause.upperBound) != nil
          count += isWeak && !isCampaign(script, action.range, clause) ? 1 : 2
        }
        index = action.range.upperBound
      } else if let attitude {
        index = attitude.range.upperBound
      } else {
        if isRule(script, index, clause) { count += 2 }
        index += 1
      }
    }
    return count
  }

  /// 推进专项整治行动, 推进“三年行动”.
  private func isCampaign(_ script: Script, _ verb: Range<Int>, _ clause: Range<Int>) -> Bool {
    script.has(TypeJudge.advancing, at: verb.lowerBound)
      && TypeJudge.campaigns.contains { script.ends(verb.upperBound..<clause.upperBound, with: $0) }
  }

  private static let advancing: Word = "推进"
  private static let campaigns: [Word] = ["行动", "行动”", "攻坚战"]

  /// 逢车必检, 有掘必探.
  private func isRule(_ script: Script, _ index: Int, _ clause: Range<Int>) -> Bool {
    script.scalars[index] == .of("必") && index - 2 >= clause.lowerBound
      && TypeJudge.whenever.contains(script.scalars[index - 2]) && script[index + 1] != .of("须")
  }

  private static let whenever: ScalarSet = "逢凡有遇见"
  /// 消除事故 and 推进工作 name an act only together with another.
  private static let weak: WordSet = ["紧盯", "推进", "杜绝", "消除", "组织领导", "防范", "完成"]
  private static let nameEnds: ScalarSet = "局站队"
  /// 防范意识, 监管责任: qualities, not acts.
  private static let nouns: WordSet = ["意识", "责任", "能力"]

  private func isName(_ script: Script, after index: Int) -> Bool {
    if TypeJudge.nameEnds.contains(script[index]) { return true }
    guard let noun = TypeJudge.nouns.match(script, at: index, before: script.count) else { return false }
    // 签订责任书, 划定责任路段.
    return TypeJudge.papers.match(script, at: index + noun.count, before: script.count) == nil
  }

  private static let papers: WordSet = ["书", "状", "区", "路段", "清单", "台账", "田", "人", "制"]

  private static let tails: WordSet = [
    "确保", "坚决遏制", "坚决防止", "坚决杜绝", "坚决守住", "坚决避免", "坚决防范", "坚决维护", "坚决扛", "坚决克服", "坚决筑牢", "营造", "切实维护",
    "维护", "真正", "不断提升", "全力维护", "全力保障", "全力确保", "切实保障", "切实守护", "努力", "为", "以实际行动", "推动形成", "有效遏制",
    "保障", "筑牢", "守护", "坚决打赢", "坚决打好", "全力打好", "全力打赢", "打好", "打赢", "让", "以", "坚决确保", "坚决不", "力争", "形成", "凝聚", "严防",
    "推动形成",
    "有力保障", "有效防范", "最大限度", "做到心中有数", "切实增强", "切实提升", "进一步提升", "全面提升", "切实提高", "不断提高", "坚决", "助力", "促进", "实现", "继续保持",
    "持续保持", "推动", "切实做到", "全力维稳", "守牢", "守住", "牢牢守住",
  ]
  private static let study: WordSet = ["学习", "贯彻", "领会", "传达"]
  private static let studied: WordSet = ["精神", "论述", "讲话", "指示", "批示", "思想", "部署", "决策"]
}
