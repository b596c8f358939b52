/// Tells what a text demands from what it states, tells or leads in.
enum Statements {
  /// Whether a clause states (安全是…, 当前…, 仍存在…) and so is cut off from the requirement behind it.
  static func isStatement(_ script: Script, _ clause: Range<Int>) -> Bool {
    if script.begins(clause, withAny: openings) != nil { return true }
    if script.holds(any: signs, in: clause) { return true }
    return clause.contains { script.scalars[$0] == .of("是") && isCopula(script, $0) }
  }

  /// Whether a sentence tells what was conveyed, heard, reported, arranged or done.
  static func isNarrative(_ script: Script, _ sentence: Range<Int>) -> Bool {
    script.begins(sentence, withAny: tellings) != nil || script.holds(any: tells, in: sentence)
  }

  /// Whether what is said without 要 was done already or holds anyway: 确保了…, 2019年全县未发生…, …是当前的任务.
  static func isTold(_ script: Script, _ segment: Range<Int>) -> Bool {
    if script.holds(any: standing, in: segment) { return true }
    // 下一步，某街道将继续抓好…: announced, not asked.
    if script.holds(any: announcing, in: segment) { return true }
    var index = segment.lowerBound
    while script[index].isDigit { index += 1 }
    if index - segment.lowerBound == 4, script[index] == .of("年"), index < segment.upperBound { return true }
    return segment.contains { at in
      script.scalars[at] == .of("了") && !notDone.contains(script[at - 1]) && !notAspect.contains(script[at + 1])
    } || Segments.clauses(script, segment).dropFirst().contains { script.begins($0, withAny: copulas) != nil }
  }

  /// 全省安全生产电视电话会议要求: what a meeting above asked was conveyed here, not decided.
  static func isAbove(_ script: Script, _ opening: Range<Int>) -> Bool {
    guard let clause = Segments.clauses(script, opening).last else { return false }
    return script.holds(any: above, in: clause) && script.holds("会", in: clause)
      && !script.holds(any: conveyed, in: clause)
  }

  private static let above: WordSet = ["全国", "全省", "国务院", "省政府", "省委", "全自治区"]
  private static let conveyed: WordSet = ["传达", "贯彻", "落实", "就", "按照", "参加", "收看", "收听"]

  /// （一）沙正义汇报…: a numbered point that tells who reported.
  static func isReported(_ script: Script, _ range: Range<Int>) -> Bool {
    (2...4).contains { length in
      script.has(report, at: range.lowerBound + length)
        && Names.isName(script, range.lowerBound..<range.lowerBound + length)
    }
  }

  /// 但也要清醒看到…: what is so, though 要 stands in it.
  static func concedes(_ script: Script, _ clause: Range<Int>) -> Bool {
    script.begins(clause, withAny: concessions) != nil
  }

  private static let concessions = WordSet.list(
    "但也要清醒 但也要看到 但要清醒 但要看到 也要清醒看到 也要清醒认识 也要看到 但也必须看到 也必须看到 同时也要看到 但同时也要看到 但我们也要")
  private static let report: Word = "汇报"
  private static let announcing: WordSet = ["将继续", "将进一步", "将持续", "将以此次", "将严格按照", "将按照", "将认真", "将切实", "将坚决", "将全力"]
  private static let copulas: WordSet = ["是", "就是"]
  private static let standing = WordSet.list("总体稳定 总体平稳 已全面 已完成 已到位 已基本 永远在路上 未发生 没有发生 同比 下降 充分肯定 给予肯定")
  /// 为了, 除了; 了解.
  private static let notDone: ScalarSet = "为除明未"
  private static let notAspect: ScalarSet = "解然"

  /// Whether a clause begins with a verb that asks: 加大…, 严格…, 做好….
  static func asks(_ script: Script, _ clause: Range<Int>) -> Bool { script.begins(clause, withAny: asking) != nil }

  /// Whether a clause only leads to the one behind it: 对…, 针对…, 按照…, 围绕….
  static func leadsIn(_ script: Script, _ clause: Range<Int>) -> Bool {
    script.begins(clause, withAny: leads) != nil
  }

  /// 消防安全方面: whose field everything behind it has.
  static func isHead(_ script: Script, _ clause: Range<Int>) -> Bool {
    clause.count <= 24 && headEnds.contains { script.ends(clause, with: $0) } && Modal.first(script, in: clause) == nil
      && !asks(script, clause)
  }

  /// 此外, 同时: no part of an item. Gives where the item begins.
  static func afterConnective(_ script: Script, _ range: Range<Int>) -> Int {
    if let word = script.begins(range, withAny: connectives) {
      let end = range.lowerBound + word.count
      return script[end] == .of("，") || script[end] == .of("、") ? end + 1 : end
    }
    return range.lowerBound
  }

  private static func isCopula(_ script: Script, _ index: Int) -> Bool {
    let before = script[index - 1]
    let after = script[index + 1]
    if after == .of("否") || after == .of("非") { return false }
    return !notCopula.contains(before)
  }

  private static let notCopula = ScalarSet(stringLiteral: "别其要凡但于只还一二三四五六七八九十就若可乃")
  private static let openings = WordSet.list(
    "今年 去年 上半年 下半年来 前三季度 一季度 上年 上月 本月来 当前 目前 近期 近日 今年以来 去年 近年来 随着 由于 鉴于 一些 部分 个别 有的 从 据 截至 自 此次 本次 这次 年初以来 入冬以来 入夏以来 春节将至 现在 虽然 尽管 我区 全区共 时值 正值 眼下"
  )
  private static let signs = WordSet.list(
    "但也要清醒 仍有发生 仍然存在 不容回避 还没有根除 摆在眼前 值得肯定 一失万无 容不得 等不得 拖不起 不可掉以轻心 教训深刻 警钟 敲响了 仍存在 依然存在 还存在 形势严峻 形势依然 取得了 事关 关系到 关乎 责任重大 意义重大 已经 至关重要 重于泰山 不容乐观 不容忽视 风险高 易发 多发 即将 叠加 以来"
  )
  private static let tellings = WordSet.list(
    "会议传达 会上传达 会议听取 会上听取 会议通报 会上通报 会议审议 会议观看 会上观看 会议学习 会议还听取 会议还传达 会议组织 据悉 据了解 会前 会后 近年来 今年以来 截至 随后 参会人员 与会人员 会议宣读 会议由 会议以 会议分析 会议总结 会议回顾 会议研究 会上"
  )
  private static let tells = WordSet.list(
    "分析研判情况 作重要讲话 做重要讲话 发表讲话 发表重要讲话 作了讲话 做了讲话 递交了 签订了责任 宣读了 作表态 作经验交流 参加会议 参加了会议 列席会议 出席会议 分别汇报 作了汇报 进行了汇报 作了发言 交流发言 表态发言 参加此次 参加活动 作了安排 作出安排 作了部署 进行了部署 进行安排部署 做了安排 安排部署工作 作出部署 进行部署"
  )
  private static let asking = WordSet.list(
    """
    加强 加大 加快 强化 严格 严肃 严厉 落实 开展 做好 抓好 抓紧 抓实 抓细 抓牢 全面 进一步 切实 持续 深入 扎实 全力 坚持 坚决 统筹 完善 建立 健全 突出 紧盯 聚焦 组织 推进 推动 督促 提高 提升 压实
    压紧 规范 及时 充分 积极 认真 牢固 树牢 确保 迅速 立即 深化 巩固 严防 严禁 严查 紧紧 做到 发挥 广泛 精准 细化 加密 增强 防范 排查 杜绝 牢牢 抢抓 制定 明确 定期 常态化 集中 从严 从快 全覆盖
    高度重视 高标准 高质量 大力 着力 注重 力争 保持 保证 保障 用好 管好 守好 盯紧 盯牢 紧扣 把 将 按照 对 继续 提前 逐一 逐项 主动 配齐 备足 储备 清理 整改 整治 检查 拆除 关停 报送 上报 督导 印发 召开 宣传
    培训 演练 值班 落细 夯实 筑牢 织密 守住 严守 守牢 严把 严管 重点 科学 合理 妥善 有效 有序 依法 畅通 优化 倒排 限期 加固 修订 编制 设立 成立 联合 对照 围绕 结合 针对 以 深刻 克服 务实 凝聚 密切 强力 优先 尽快 尽早 抓住 抓 做实 创新 探索 合力 时刻 始终 汲取 吸取
    """)
  private static let leads = WordSet.list("对 针对 按照 根据 围绕 结合 依据 以 在 为 就 特别是 尤其是 遇有 遇到 发现 如 凡 对于 通过 本着 坚持以")
  private static let headEnds: [Word] = ["方面", "领域", "工作上", "工作中", "问题上"]
  private static let connectives = WordSet.list("此外 同时 另外 与此同时 除此之外 还要求 特别要 最后")
}
