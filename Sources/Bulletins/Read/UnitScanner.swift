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
  ///
  /// - Parameter isList: whether it lists those who attend or are responsible; there a name needs no verb behind it.
  func scan(_ script: Script, _ range: Range<Int>, isList: Bool = false) -> [Found] {
    var found: [Found] = []
    var seen: Set<String> = []
    for clause in script.split(range, where: { UnitScanner.clauseEdges.contains($0) }) {
      for body in bodies(script, clause, isList: isList) where seen.insert(body.name).inserted { found.append(body) }
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
    // 由县城管局统筹…, 请融媒体中心制作….
    let low = clause.lowerBound + (script.begins(clause, withAny: UnitScanner.asking)?.count ?? 0)
    let head = low..<min(clause.upperBound, low + 40)
    let end = head.first { separator(script, $0) != nil } ?? head.upperBound
    guard end > head.lowerBound else { return false }
    let part = part(script, head.lowerBound..<end)
    if department(part) != nil || low > clause.lowerBound && company(part) != nil { return true }
    guard let body = body(part, isListed: acts(script, end)) else { return false }
    return !body.isTitle
  }

  private func bodies(_ script: Script, _ clause: Range<Int>, isList: Bool) -> [Found] {
    var found: [Found] = []
    var waiting: [Script] = []
    func named(_ name: String) { found.append(Found(name: name, isTier: false, isTitle: false, isPublic: true)) }
    // A body inside a list counts only when those before it are bodies: 加快北岗镇、柳湾镇消防站建设 asks nobody by name.
    var isListed = true
    for (piece, isOpened) in pieces(script, clause) {
      if isOpened { (isListed, waiting) = (true, []) }
      let part = part(script, piece)
      let isSure = isList || acts(script, piece.upperBound)
      if let name = department(part) {
        for short in waiting where short.count <= 4 { named(short.string(0..<short.count)) }
        named(name)
        waiting = []
      } else if isListed || isList, let body = body(part, isListed: isSure) {
        // 农业服务中心、社会事务办备足…: what stands before a body in its list is one as well.
        for short in waiting where isSoftName(short) { named(short.string(0..<short.count)) }
        found.append(body.isTier ? body : quoted(script, piece, body))
        waiting = []
        isListed = body.isTitle || body.name.unicodeScalars.count == part.count
      } else if isSure || namesCompanies(script, piece, waiting), let company = company(part) {
        for short in waiting where isSoftName(short) { named(short.string(0..<short.count)) }
        named(company)
        waiting = []
      } else if (2...12).contains(part.count), part.scalars.allSatisfy(\.isHan), part.count <= 4 || isSoftName(part) {
        waiting.append(part)
      } else {
        waiting = []
        // 县直各单位、各乡镇…: a collective closes no list.
        isListed = UnitScanner.collectiveWords.contains { part.ends(0..<part.count, with: $0) }
      }
    }
    return found
  }

  /// Whether what stands at `index` is a verb of asking, such as 牵头, that divided the piece from it.
  private func acts(_ script: Script, _ index: Int) -> Bool {
    UnitScanner.leading.match(script, at: index, before: script.count) != nil
  }

  /// A body's name with the quotation marks that stand in it: 县“两办”督查室.
  private func quoted(_ script: Script, _ piece: Range<Int>, _ body: Found) -> Found {
    guard piece.contains(where: { UnitScanner.quotes.contains(script.scalars[$0]) }) else { return body }
    var left = body.name.unicodeScalars.count
    var end = piece.lowerBound
    while end < piece.upperBound, left > 0 {
      if !UnitScanner.quotes.contains(script.scalars[end]) { left -= 1 }
      end += 1
    }
    // 环保“管家”: the quotation is the name's own end.
    if end < piece.upperBound, UnitScanner.quotes.contains(script.scalars[end]) { return body }
    var low = piece.lowerBound
    while low < end, UnitScanner.quotes.contains(script.scalars[low]) { low += 1 }
    return Found(name: script.string(low..<end), isTier: false, isTitle: body.isTitle, isPublic: body.isPublic)
  }

  /// 由金岸物流继续…; 永泰天然气公司、惠民燃气于…: behind 由 and behind a company.
  private func namesCompanies(_ script: Script, _ piece: Range<Int>, _ waiting: [Script]) -> Bool {
    script[piece.lowerBound - 1] == .of("由")
      || waiting.last.map { $0.ends(0..<$0.count, with: UnitScanner.companyEnd) } ?? false
  }

  /// A company named by its trade, 金岸物流, where only those that attend or are responsible stand.
  private func company(_ part: Script) -> String? {
    for end in 4...max(4, min(part.count, 8)) where end <= part.count {
      guard part[end - 1].isHan, let trade = UnitScanner.trades.first(where: { part.ends(2..<end, with: $0) }),
        end == part.count || UnitScanner.roles.match(part, at: end, before: part.count) != nil,
        !part.holds(any: UnitScanner.general, in: 0..<end - trade.count)
      else { continue }
      return part.string(0..<end)
    }
    return nil
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
    if UnitScanner.short.contains(part.string(whole)) { return true }
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
      guard let length = separator(script, index), !(index == from + 1 && script[index] == .of("和")) else {
        index += 1
        continue
      }
      if from < index { pieces.append((from..<index, isOpened)) }
      isOpened = length > 1 || script[index] == .of("由") || script[index] == .of("请")
      from = index + length
      index = from
    }
    if from < clause.upperBound { pieces.append((from..<clause.upperBound, isOpened)) }
    return pieces
  }

  private func separator(_ script: Script, _ index: Int) -> Int? {
    switch script[index] {
    case .of("、"), .of("及"), .of("由"): return 1
    case .of("请") where !script[index - 1].isHan: return 1
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
      if UnitScanner.bodyEnds.contains(script[end - 1]), script[end - 1] != .of("业") || script[end - 2] == .of("企") {
        return false
      }
    }
    return false
  }

  /// X部门, X等部门 at the start of a piece: X is the unit's short name.
  private func department(_ part: Script) -> String? {
    let whole = 0..<min(part.count, 9)
    guard let at = part.find(UnitScanner.departments, in: whole), at >= 2 else { return nil }
    let end = part[at - 1] == .of("等") ? at - 1 : at
    let low = part[0] == .of("各") ? 1 : 0
    guard end - low >= 2, end - low <= 5,
      part[at - 1] == .of("等") || !UnitScanner.collectives.contains(part.string(low..<end)),
      (low..<end).allSatisfy({ part.scalars[$0].isHan }),
      !UnitScanner.collectiveEnds.contains(where: { part.ends(low..<end, with: $0) }),
      part.begins(low..<end, withAny: UnitScanner.verbs) == nil
    else { return nil }
    return part.string(low..<end)
  }

  /// The body that a piece begins with.
  private func body(_ part: Script, isListed: Bool) -> Found? {
    let part = afterTime(part)
    if let tier = words.tiers.match(part, at: 0, before: part.count) {
      let more = UnitScanner.governments.first { part.has($0, at: tier.range.upperBound) }
      return tierFound(part, tier.range.lowerBound..<tier.range.upperBound + (more?.count ?? 0))
    }
    if part[0] == .of("各") { return otherTier(part) }
    // 全乡上下, 我县: a place and no body.
    if UnitScanner.wholes.contains(part[0]) { return nil }
    guard part[0].isHan, !UnitScanner.notFirst.contains(part[0]),
      part.begins(0..<part.count, withAny: UnitScanner.kinds) == nil
    else { return nil }
    var end = 2
    let limit = min(part.count, 16)
    while end <= limit {
      guard part[end - 1].isHan, !UnitScanner.never.contains(part[end - 1]) else { return nil }
      if let suffix = words.suffix(part, 0..<end), suffix.count < end || UnitScanner.complete.contains(suffix),
        !UnitScanner.members.contains(where: { part.has($0, at: end) }),
        isName(part, 0..<end, suffix, isListed: isListed), !continues(part, end)
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
        UnitScanner.schools.contains(longer) || isName(part, 0..<more, longer, isListed: false)
      {
        return true
      }
    }
    return false
  }

  private func isName(_ part: Script, _ range: Range<Int>, _ suffix: Word, isListed: Bool) -> Bool {
    if part.holds(any: UnitScanner.inside, in: range) { return false }
    // 县安委会2025年第一次全体会议 is the meeting's name.
    if (0..<4).allSatisfy({ part[range.upperBound + $0].isDigit })
      || UnitScanner.meetingNames.match(part, at: range.upperBound, before: part.count) != nil
    {
      return false
    }
    if UnitScanner.notUnits.contains(where: { part.ends(range, with: $0) }),
      !UnitScanner.leagues.contains(where: { part.ends(range, with: $0) })
    {
      return false
    }
    if UnitScanner.soft.contains(suffix) {
      // 社区卫生服务中心要…, 应急管理部牵头…: soft names are bodies where they are told to act.
      guard range.count >= 3,
        isListed && range.upperBound == part.count
          || UnitScanner.acting.match(part, at: range.upperBound, before: part.count) != nil
      else { return false }
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
    // 镇安监站负责人参加: the station was there.
    if let word = UnitScanner.someone.match(part, at: end, before: part.count) {
      let behind = end + word.count
      return behind < part.count && UnitScanner.acting.match(part, at: behind, before: part.count) == nil
        && UnitScanner.coming.match(part, at: behind, before: part.count) == nil
    }
    return Posts.length(part, at: end) != nil || (Posts.length(part, at: end - 1) ?? 0) > 1
  }

  /// 会后各乡镇…: without the time in front.
  private func afterTime(_ part: Script) -> Script {
    guard let word = part.begins(0..<part.count, withAny: UnitScanner.times), part[word.count] == .of("各") else {
      return part
    }
    return Script(scalars: Array(part.scalars[word.count..<part.count]))
  }

}
