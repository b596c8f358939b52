/// Finds bodies as a text writes them: named ones (应急管理局, 市监、商务部门) and concrete tiers (各街镇).
struct UnitScanner: Sendable {
  let words: ReaderWords

  struct Found: Hashable {
    let name: String
    let isTier: Bool
    /// What stands right behind it in its piece of the list; a post makes it part of a person's title.
    let isTitle: Bool
    /// Written with a suffix of a public body or as X部门, so that it counts among the document's units.
    let isPublic: Bool
  }

  /// Bodies in `range`, in order, each once.
  func scan(_ script: Script, _ range: Range<Int>) -> [Found] {
    var found: [Found] = []
    var seen: Set<String> = []
    for clause in script.split(range, where: { UnitScanner.clauseEdges.contains($0) }) {
      for body in bodies(script, clause) where seen.insert(body.name).inserted { found.append(body) }
      // 各镇（街道）要: the bracket is part of the word.
      if let last = found.last, last.isTier, let wide = bracketed(script, clause),
        script.ends(clause, with: Word(last.name))
      {
        found[found.count - 1] = Found(name: last.name + wide, isTier: true, isTitle: false, isPublic: false)
      }
    }
    return found
  }

  /// `（街道）` behind a tier at the end of a clause.
  private func bracketed(_ script: Script, _ clause: Range<Int>) -> String? {
    guard script[clause.upperBound].isOpenBracket else { return nil }
    let inside = clause.upperBound + 1
    guard let word = UnitScanner.brackets.match(script, at: inside, before: script.count),
      script[inside + word.count].isCloseBracket
    else { return nil }
    return script.string(clause.upperBound..<inside + word.count + 1)
  }

  /// Whether a clause begins with a body or tier that something is asked of, and where that name ends.
  func leads(_ script: Script, _ clause: Range<Int>) -> Bool {
    guard clause.count >= 5 else { return false }
    let head = clause.lowerBound..<min(clause.upperBound, clause.lowerBound + 40)
    let end = head.first { separator(script, $0) != nil } ?? head.upperBound
    guard end > head.lowerBound else { return false }
    let part = part(script, head.lowerBound..<end)
    if department(part) != nil { return true }
    guard let body = body(part) else { return false }
    return !body.isTitle
  }

  private static let brackets: WordSet = [
    "街道", "镇", "乡", "办", "社区", "村", "街", "开发区", "园区", "区", "场", "局", "办事处", "居", "管委会",
  ]

  private func bodies(_ script: Script, _ clause: Range<Int>) -> [Found] {
    var found: [Found] = []
    var waiting: [Script] = []
    // A body inside a list counts only when those before it are bodies: 加快北岗镇、柳湾镇消防站建设 asks nobody by name.
    var isListed = true
    for (piece, isOpened) in pieces(script, clause) {
      if isOpened { isListed = true }
      let part = part(script, piece)
      if let name = department(part) {
        for short in waiting where short.count <= 4 {
          found.append(Found(name: short.string(0..<short.count), isTier: false, isTitle: false, isPublic: true))
        }
        found.append(Found(name: name, isTier: false, isTitle: false, isPublic: true))
        waiting = []
      } else if isListed, let body = body(part) {
        // 农业服务中心、社会事务办备足…: what stands before a body in its list is one as well.
        for short in waiting where isSoftName(short) {
          found.append(Found(name: short.string(0..<short.count), isTier: false, isTitle: false, isPublic: true))
        }
        found.append(body)
        waiting = []
        isListed = body.isTitle || body.name.unicodeScalars.count == part.count
      } else if (2...12).contains(part.count), part.scalars.allSatisfy(\.isHan), part.count <= 4 || isSoftName(part) {
        waiting.append(part)
      } else {
        waiting = []
        isListed = false
      }
    }
    return found
  }

  /// A piece of a list without its quotation marks.
  private func part(_ script: Script, _ piece: Range<Int>) -> Script {
    let scalars = script.scalars[piece]
    let isQuoted = scalars.contains(where: UnitScanner.quotes.contains)
    return Script(scalars: isQuoted ? scalars.filter { !UnitScanner.quotes.contains($0) } : Array(scalars))
  }

  private func isSoftName(_ part: Script) -> Bool {
    let whole = 0..<part.count
    guard let suffix = words.suffix(part, whole), UnitScanner.soft.contains(suffix), part.count >= 3,
      suffix.count < part.count || UnitScanner.complete.contains(suffix)
    else { return false }
    return !part.holds(any: UnitScanner.inside, in: whole) && part.begins(whole, withAny: UnitScanner.verbs) == nil
      && !UnitScanner.notUnits.contains { part.ends(whole, with: $0) }
  }

  /// The parts of a list; 由 and 会同 open a new one.
  private func pieces(_ script: Script, _ clause: Range<Int>) -> [(Range<Int>, isOpened: Bool)] {
    var pieces: [(Range<Int>, isOpened: Bool)] = []
    var isOpened = true
    var from = clause.lowerBound
    var index = clause.lowerBound
    while index < clause.upperBound {
      guard let length = separator(script, index) else {
        index += 1
        continue
      }
      if from < index { pieces.append((from..<index, isOpened)) }
      isOpened = length > 1 || script[index] == .of("由")
      from = index + length
      index = from
    }
    if from < clause.upperBound { pieces.append((from..<clause.upperBound, isOpened)) }
    return pieces
  }

  private func separator(_ script: Script, _ index: Int) -> Int? {
    switch script[index] {
    case .of("、"), .of("及"), .of("由"): return 1
    case .of("和") where UnitScanner.insideNames.contains(where: { script.has($0, at: index - $0.count) }): return nil
    case .of("和") where joinsName(script, index): return nil
    case .of("和"): return script[index + 1] == .of("谐") || script[index - 1] == .of("共") ? nil : 1
    case .of("与") where joinsName(script, index): return nil
    case .of("与"): return script[index - 1] == .of("参") ? nil : 1
    default: return UnitScanner.openers.match(script, at: index, before: script.count)?.count
    }
  }

  /// 水利和湖泊局: what stands before 和 is no body by itself, and soon behind it a bureau ends.
  private func joinsName(_ script: Script, _ index: Int) -> Bool {
    guard index >= 2, script[index - 1].isHan, !UnitScanner.bodyEnds.contains(script[index - 1]) else { return false }
    for end in index + 3...index + 7 where script[end - 1].isHan {
      if script[end - 1] == .of("局") { return UnitScanner.notAfterName[.of("局")]?.contains(script[end]) != true }
      if UnitScanner.bodyEnds.contains(script[end - 1]) { return false }
    }
    return false
  }

  private static let bodyEnds: ScalarSet = "局委办会镇乡街道院部站所队厅村社区府门业位"

  /// X部门, X等部门 at the start of a piece: X is the unit's short name.
  private func department(_ part: Script) -> String? {
    let whole = 0..<min(part.count, 9)
    guard let at = part.find(UnitScanner.departments, in: whole), at >= 2 else { return nil }
    let end = part[at - 1] == .of("等") ? at - 1 : at
    let low = part[0] == .of("各") ? 1 : 0
    guard end - low >= 2, end - low <= 5, !UnitScanner.collectives.contains(part.string(low..<end)),
      (low..<end).allSatisfy({ part.scalars[$0].isHan }),
      !UnitScanner.collectiveEnds.contains(where: { part.ends(low..<end, with: $0) }),
      part.begins(low..<end, withAny: UnitScanner.verbs) == nil
    else { return nil }
    return part.string(low..<end)
  }

  /// The body that a piece begins with.
  private func body(_ part: Script) -> Found? {
    if let tier = words.tiers.match(part, at: 0, before: part.count) {
      let more = UnitScanner.governments.first { part.has($0, at: tier.range.upperBound) }
      return tierFound(part, tier.range.lowerBound..<tier.range.upperBound + (more?.count ?? 0))
    }
    if part[0] == .of("各") { return otherTier(part) }
    // 全乡上下, 我县: a place and no body.
    if UnitScanner.wholes.contains(part[0]) { return nil }
    guard part[0].isHan else { return nil }
    var end = 2
    let limit = min(part.count, 16)
    while end <= limit {
      guard part[end - 1].isHan, !UnitScanner.never.contains(part[end - 1]) else { return nil }
      if let suffix = words.suffix(part, 0..<end), suffix.count < end || UnitScanner.complete.contains(suffix),
        !UnitScanner.members.contains(where: { part.has($0, at: end) }),
        isName(part, 0..<end, suffix), !continues(part, end)
      {
        let end = branch(part, end)
        return Found(
          name: part.string(0..<end), isTier: false, isTitle: isTitle(part, end),
          isPublic: suffix != UnitScanner.steward)
      }
      end += 1
    }
    return nil
  }

  /// The end with a branch that goes on behind it: 县公安局|交警大队, 市生态环境局|沛原分局, 县纪委|监委.
  private func branch(_ part: Script, _ end: Int) -> Int {
    if part.has(UnitScanner.supervision, at: end) { return end + 2 }
    guard part[end - 1] == .of("局") else { return end }
    for more in end + 3...end + 7 where more <= part.count {
      guard part[more - 1].isHan, UnitScanner.acting.match(part, at: more - 1, before: part.count) == nil else {
        return end
      }
      if let branch = UnitScanner.branches.first(where: { part.ends(0..<more, with: $0) }),
        more - branch.count >= end
      {
        return more
      }
    }
    return end
  }

  private static let departments: Word = "部门"
  private static let supervision: Word = "监委"
  private static let steward: Word = "管家"
  private static let anyUnit: Word = "单位"
  private static let branches: [Word] = ["交警大队", "大队", "支队", "中队", "分局"]

  /// Whether a longer suffix goes on: 应急管理|局, 石桥镇|人民政府, 生态环境|分局.
  private func continues(_ part: Script, _ end: Int) -> Bool {
    // 区环委|办, not 区环委|办理.
    if part[end] == .of("办"), part[end - 1] == .of("委"),
      UnitScanner.notAfterName[.of("办")]?.contains(part[end + 1]) != true
    {
      return true
    }
    for more in end + 1...end + 4 where more <= part.count {
      if let longer = words.suffix(part, 0..<more), more - longer.count <= end, longer.count > 1,
        isName(part, 0..<more, longer)
      {
        return true
      }
    }
    return false
  }

  private func isName(_ part: Script, _ range: Range<Int>, _ suffix: Word) -> Bool {
    if part.holds(any: UnitScanner.inside, in: range) { return false }
    // 县安委会2025年第一次全体会议 is the meeting's name.
    if (0..<4).allSatisfy({ part[range.upperBound + $0].isDigit })
      || UnitScanner.meetingNames.match(part, at: range.upperBound, before: part.count) != nil
    {
      return false
    }
    if UnitScanner.notUnits.contains(where: { part.ends(range, with: $0) }) { return false }
    if UnitScanner.soft.contains(suffix) {
      // 社区卫生服务中心要…, 应急管理部牵头…: soft names are bodies where they are told to act.
      guard range.count >= 3, UnitScanner.acting.match(part, at: range.upperBound, before: part.count) != nil else {
        return false
      }
    }
    if suffix.count == 1 {
      let last = part.scalars[range.upperBound - 1]
      if last == .of("办") {
        return range.count >= 3 && UnitScanner.notAfterName[last]?.contains(part[range.upperBound]) != true
      }
      if UnitScanner.notAfterName[last]?.contains(part[range.upperBound]) == true { return false }
    }
    let action = range.count > 6 ? words.action.match(part, at: range.lowerBound, before: range.upperBound) : nil
    return action?.range.count != 2
      && (part.begins(range, withAny: UnitScanner.verbs) == nil || UnitScanner.short.contains(part.string(range)))
  }

  private static let short: Set<String> = ["建设局", "建设交通部", "建设交通局", "建设管理局", "组织部", "请示办"]
  /// What no body's name holds.
  private static let inside: WordSet = [
    "期间", "领导", "以后", "以来", "干部", "全体", "前几天", "邻镇", "挂点", "散会", "会后", "群众", "人员", "成员", "优先", "建立", "保障医", "坚决",
  ]
  private static let meetingNames: WordSet = ["第", "全体会议", "会议", "扩大会议", "专题会", "（扩大）"]

  private func tierFound(_ part: Script, _ range: Range<Int>) -> Found {
    Found(name: part.string(range), isTier: true, isTitle: false, isPublic: false)
  }

  /// 各 with a concrete body that the pack does not list: 各加油站, 各施工企业.
  private func otherTier(_ part: Script) -> Found? {
    for end in 2...max(2, min(part.count, 9)) where end <= part.count {
      // 各地要严格落实…村: whom it asks ends before 要.
      if part[1] == .of("级") || part[end - 1] == .of("要") { return nil }
      if let word = UnitScanner.tierEnds.first(where: { part.ends(1..<end, with: $0) }) {
        let isVague = word == UnitScanner.anyUnit && UnitScanner.collectives.contains(part.string(1..<end - 2))
        return isVague ? nil : tierFound(part, 0..<end)
      }
    }
    return nil
  }

  /// 应急局局长, 公安局长.
  private func isTitle(_ part: Script, _ end: Int) -> Bool {
    Posts.length(part, at: end) != nil || (Posts.length(part, at: end - 1) ?? 0) > 1
  }

  private static let governments: [Word] = ["人民政府", "政府", "党委政府", "办事处"]
  private static let clauseEdges = ScalarSet(stringLiteral: "，。；：！？（）()")
  /// 住房和城乡建设局, 人力资源和社会保障局: 和 inside a name.
  private static let insideNames: [Word] = ["住房", "人力资源", "工业", "文化", "发展", "资源", "城市管理"]
  private static let quotes = ScalarSet(stringLiteral: "“”‘’\"")
  private static let openers: WordSet = ["会同", "责成", "以及", "要求", "督促", "配合", "牵头", "确保", "联同"]
  private static let collectives: Set<String> = [
    "", "部门", "级部门", "级各部门", "参会", "与会", "党政", "直属", "相关", "有关", "职能", "主管", "成员", "行业", "监管", "分管", "属地", "执法", "责任",
    "哪个", "属于哪个", "每个", "任何", "该", "各级", "业务", "区直", "县直", "行业主管", "行业监管", "各", "上级",
    "各有关", "各相关", "相关职能", "有关职能", "负有安全监管职责", "多", "跨", "专业", "管理", "政府", "涉及", "部分", "区级", "县级", "市级", "各个",
  ]
  private static let collectiveEnds: [Word] = ["相关", "有关", "职能", "主管", "监管", "各", "的", "多个", "责任", "牵头"]
  private static let never = ScalarSet(stringLiteral: "的了在对将把向为以从到是使并让等按其该这那即且都也很最不于")
  private static let verbs: WordSet = [
    "按照", "努力", "实现", "根据", "相关", "有关", "会上", "全镇", "全县", "全市", "全街", "本镇", "我镇", "我县", "一镇", "两镇", "三镇", "各镇", "加强",
    "加快", "加大", "推进", "开展", "强化", "落实",
    "做好", "抓好", "建设", "提高", "全面", "深入", "进一步", "完善", "要", "全区", "形成", "构建",
    "打开", "营造", "会议", "原则", "同意",
    "请", "严", "紧", "组织", "支持", "推动", "提升", "重点", "持续", "有序", "坚持", "保障",
  ]
  private static let notUnits: [Word] = [
    "大局", "布局", "格局", "全局", "结局", "当局", "乡镇", "街镇", "城镇", "重镇", "镇街", "城乡", "返乡", "下乡", "家乡", "常委", "省委", "市委", "区委",
    "县委",
    "党委", "村委", "督办", "交办", "承办", "举办", "主办", "协办", "查办", "转办", "代办", "农村", "乡村", "社区", "全部", "干部", "内部", "为中心",
    "老龄委员", "外部",
    "街道社区", "法院判", "消防站", "加油站", "涉水景区", "委员会会议", "经办", "催办", "快办", "即办", "速办", "直办", "帮办", "创办", "接办",
  ]
  private static let soft: Set<Word> = [
    "村", "社区", "部", "院", "园区", "中心", "公司", "集团", "站", "所", "小学", "中学", "学校", "卫生院", "林场", "景区", "银行", "中心校",
  ]
  /// What a body does that is named as the subject.
  private static let acting = WordSet.list(
    "要 务必 必须 牵头 会同 负责 联合 配合 对 每 派 组织 逐 备足 留出 严格 加大 开展 立即 抓紧 尽快 及时 落实 做好 安排 明确 从 实行 应 于 按 加强 制定 建立 办理 设立 依法 具体 继续 持续 全面 抽调 提前 主动 定期 汇总 收到 负责人 主要负责 分管负责 负责同志 参加 汇报 发言 作了 作表态 分别 通报 反馈 依次 前 1 2 3 4 5 6 7 8 9 12月 有关负责 相关负责 等负责 选取 把 将 给 加密 配齐 派驻 同步 不得 随时 当场"
  )
  /// Names that need nothing in front of them.
  private static let complete: Set<Word> = [
    "派出所", "供电所", "农技站", "水务站", "市场监管所", "自然资源所", "国土所", "司法所", "财政所", "卫生院", "综治办", "消防工作站", "环保所", "交警大队", "消防大队",
    "综合执法大队", "消防救援站", "融媒体中心", "管委会", "安委办", "安委会", "检察院", "法院", "妇联", "总工会", "团委", "指挥部",
  ]
  /// 区安委会各成员单位 are its members, not the body.
  private static let members: [Word] = ["各成员单位", "成员单位", "各成员", "全体成员", "相关成员", "有关成员"]
  private static let wholes: ScalarSet = "全我本"
  private static let notAfterName: [UInt32: ScalarSet] = [
    .of("局"): ScalarSet(stringLiteral: "面势限部"), .of("委"): ScalarSet(stringLiteral: "员托会派"),
    .of("办"): ScalarSet(stringLiteral: "理公事法学案结"), .of("镇"): ScalarSet(stringLiteral: "村街区"),
    .of("乡"): ScalarSet(stringLiteral: "村镇"),
  ]
  private static let tierEnds: [Word] = [
    "企业", "学校", "苏木镇", "苏木", "嘎查", "嘎查村", "村社", "部室", "在建项目", "项目部", "检查站", "矿", "煤矿", "牧区", "团场", "连队", "经营户", "商户",
    "物业公司", "物业企业", "站所", "卫生院", "中小学", "幼儿园", "班组", "网点", "宾馆", "酒店", "餐饮单位", "管理区", "片区", "单位", "医院", "街道", "乡镇",
    "街镇", "镇街", "社区", "村", "镇", "副区长", "副县长", "河长", "加油站", "景区", "商场", "县区", "区县",
    "旗县",
    "养老机构", "医疗机构", "网格", "林场", "水库", "园区", "物业", "工地", "村居", "管区", "采石场", "乡镇政府", "镇政府", "乡政府", "街道办", "办事处", "养殖场",
    "门店", "小区", "库区",
  ]
}
