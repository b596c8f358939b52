import Ground

/// A requirement as the text bounds it, before field, type and units are judged.
struct ItemDraft {
  var range: Range<Int>
  var rule: String
  var speaker: String?
  /// The nearest head above it: `X方面`, else the block's heading, else the section's.
  var heads: [Range<Int>]
  /// A short head whose body has requirements of its own (LABELLING 5).
  var isHeading = false
  /// 责任单位：…；完成时限：…, which stand outside its words.
  var annotations: [Range<Int>] = []
}

/// Walks the paragraphs and bounds every requirement (LABELLING 1–6).
struct ItemReader {
  let script: Script
  let isMinutes: Bool
  private let units: UnitScanner
  private let people: People
  private(set) var drafts: [ItemDraft] = []

  private var isOpen = false
  private var isStrong = false
  private var speaker: String?
  private var lastNamed: String?
  private var sectionHead: Range<Int>?
  private var blockHead: Range<Int>?
  /// The row of points that the block's head is one of; the next point of that row ends the block.
  private var blockRow: UInt32?
  private var row: UInt32?
  private var sentenceHead: Range<Int>?
  private var sentenceRow: UInt32?
  private var sentenceStart = 0
  /// The numbered point whose body may still go on.
  private var openPoint: Int?
  /// Whether a sentence of the open point's body asks by itself, this one or a later one.
  private var restDemands = false
  /// How many drafts there were before the paragraph's first.
  private var paragraphStart = 0

  /// - Parameter people: who was there; a pronoun before anybody spoke is the chair, 江副县长 is whose surname it is.
  init(_ script: Script, isMinutes: Bool, people: People, units: UnitScanner) {
    (self.script, self.isMinutes, self.people, self.units) = (script, isMinutes, people, units)
    lastNamed = people.chair
  }

  mutating func read(_ paragraphs: [Paragraph]) {
    for (number, paragraph) in paragraphs.enumerated() {
      let next = number + 1 < paragraphs.count ? paragraphs[number + 1] : nil
      read(paragraph, next: next)
    }
  }

  private mutating func read(_ paragraph: Paragraph, next: Paragraph?) {
    if Annotations.begins(script, paragraph.range) {
      if !drafts.isEmpty { drafts[drafts.count - 1].annotations.append(paragraph.range) }
      return
    }
    if isListing(paragraph.range) || isImprint(paragraph.range) { return }
    (sentenceHead, openPoint, paragraphStart, row) = (nil, nil, drafts.count, nil)
    if isHeading(paragraph, next: next) {
      (sectionHead, blockHead) = (paragraph.range, nil)
      return
    }
    if Enumerator.at(paragraph.range.lowerBound, script) == nil || Cue.find(script, paragraph.range) != nil {
      blockHead = nil
    }
    for (index, sentence) in paragraph.sentences.enumerated() {
      restDemands = openPoint != nil && bodyDemands(paragraph.sentences[index...])
      read(sentence, isFirst: index == 0)
    }
    markHeadings()
  }

  /// 出席：…, 记录：…: lists of a set of minutes.
  private func isListing(_ range: Range<Int>) -> Bool {
    let low = range.lowerBound + (Enumerator.at(range.lowerBound, script)?.length ?? 0)
    return script.begins(min(low, range.upperBound)..<range.upperBound, withAny: ItemReader.listings) != nil
      && !script.holds("要", in: range.lowerBound..<min(range.upperBound, range.lowerBound + 6))
  }

  /// 区政府办公室 2022年6月20日印发.
  private func isImprint(_ range: Range<Int>) -> Bool {
    range.count <= 40 && script.holds("印", in: range.upperBound - min(2, range.count)..<range.upperBound)
      && script.holds("年", in: range)
  }

  private static let listings = WordSet.list(
    "参会单位： 参加单位： 列席单位： 出席单位： 与会单位： 参会部门： 参会领导： 与会人员： 参加会议： 出席会议： 列席会议： 到会： 参加人： 参会人： 出席人： 列席人： 参会： 出席领导： 记录人： 签发： 签发人： 出席： 列席： 参加： 请假： 缺席： 记录： 主持： 主持人： 时间： 地点： 参会人员： 参加人员： 出席人员： 列席人员： 会议时间： 会议地点： 会议议题： 议题： 讨论内容： 讨论事项： 汇报单位： 抄送： 主送： 报： 送： 发："
  )

  /// A short paragraph without a full stop that stands over others.
  private func isHeading(_ paragraph: Paragraph, next: Paragraph?) -> Bool {
    guard !paragraph.isClosed, paragraph.range.count <= 40, script[paragraph.range.upperBound - 1] != .of("；") else {
      return false
    }
    // What stands above the text is its title or the page's.
    guard isMinutes || isOpen || Enumerator.at(paragraph.range.lowerBound, script) != nil else { return false }
    guard script[paragraph.range.upperBound - 1] != .of("：") else { return Cue.find(script, paragraph.range) == nil }
    guard let next, !Annotations.begins(script, next.range) else { return false }
    guard Enumerator.at(paragraph.range.lowerBound, script) != nil else {
      return Modal.first(script, in: paragraph.range) == nil
    }
    // A run of short numbered lines is a list of points, not a pile of headings.
    return Enumerator.style(paragraph.range.lowerBound, script) != Enumerator.style(next.range.lowerBound, script)
  }

  /// Whether what follows a point up to the next one asks by itself.
  private func bodyDemands(_ sentences: ArraySlice<Range<Int>>) -> Bool {
    for sentence in sentences {
      for segment in Segments.of(script, sentence) {
        if segment.point != nil { return false }
        if Segments.clauses(script, segment.range).contains(where: { demandStart($0) != nil }) { return true }
      }
    }
    return false
  }

  private mutating func read(_ sentence: Range<Int>, isFirst: Bool) {
    sentenceStart = sentence.lowerBound
    // （庄鹏）: who wrote it.
    if sentence.count <= 24, script[sentence.lowerBound].isOpenBracket, script[sentence.upperBound - 1].isCloseBracket,
      Enumerator.at(sentence.lowerBound, script) == nil, !Annotations.begins(script, sentence)
    {
      return
    }
    var body = sentence
    var isCued = false
    if let cue = Cue.find(script, sentence) {
      if cue.speaker == nil, Statements.isAbove(script, sentence.lowerBound..<cue.bodyStart) {
        (isOpen, openPoint) = (false, nil)
        return
      }
      open(cue)
      body = min(cue.bodyStart, sentence.upperBound)..<sentence.upperBound
      isCued = cue.isStrong
      // 各副主任提出要求；区长作了安排部署: told, not asked.
      if Statements.isNarrative(script, body), !demands(body) { return }
    } else {
      if Statements.isNarrative(script, sentence), !demands(sentence) {
        isOpen = false
        openPoint = nil
        return
      }
      if !isOpen {
        let hasModal = demands(sentence)
        let isPoint = Enumerator.at(sentence.lowerBound, script) != nil
        let asks = isMinutes ? isPoint || hasModal || openPoint != nil : isFirst && hasModal && opensByItself(sentence)
        guard asks else { return }
        if !isMinutes { (isOpen, speaker) = (true, nil) }
      }
    }
    body = script.trimmed(body)
    if Annotations.begins(script, body) {
      if !drafts.isEmpty { drafts[drafts.count - 1].annotations.append(body) }
      return
    }
    if !body.isEmpty { readBody(body, isCued: isCued) }
  }

  /// 各有关单位要…, at the head of a paragraph, asks though nobody is said to speak.
  private func opensByItself(_ sentence: Range<Int>) -> Bool {
    script[sentence.lowerBound] == .of("各") || Modal.length(script, at: sentence.lowerBound) != nil
  }

  private mutating func open(_ cue: Cue) {
    isOpen = true
    (openPoint, sentenceHead, blockHead) = (nil, nil, nil)
    if let range = cue.speaker {
      speaker = script.string(range)
      lastNamed = speaker
    } else if let surname = cue.surname,
      let known = people.attendees.first(where: { $0.name.unicodeScalars.first?.value == surname })
    {
      (speaker, lastNamed) = (known.name, known.name)
    } else {
      speaker = cue.isPronoun ? lastNamed : nil
    }
  }

  private mutating func readBody(_ body: Range<Int>, isCued: Bool) {
    // 关于改制有关问题：一是… : what ends in a colon names what follows.
    let segments = Segments.of(script, body).filter { segment in
      let isHead = segment.range.count <= 40 && script[segment.range.upperBound - 1] == .of("：")
      if isHead { (sentenceHead, sentenceRow) = (segment.range, row) }
      return !isHead
    }
    var previousWasItem = false
    var from = 0
    if let first = segments.first, first.point == nil, let point = openPoint {
      openPoint = nil
      if !demands(first.range), !restDemands {
        drafts[point].range = drafts[point].range.lowerBound..<Segments.end(script, first.range)
        (from, previousWasItem) = (1, true)
        if segments.count == 1 { openPoint = point }
      } else {
        // LABELLING 5: a short head whose body asks by itself is a heading.
        if isPointHead(drafts[point].range) { drafts[point].isHeading = true }
        (blockHead, blockRow) = (drafts[point].range, row)
      }
    }
    for (number, segment) in segments.enumerated().dropFirst(from) {
      let before = drafts.count
      readSegment(segment, isCued: isCued && number == 0, follows: previousWasItem)
      previousWasItem = drafts.count > before
      if segment.point != nil, drafts.count == before + 1 {
        openPoint = drafts.count - 1
      } else if segment.point != nil {
        openPoint = nil
      }
    }
  }

  private mutating func readSegment(_ segment: Segments.Segment, isCued: Bool, follows: Bool) {
    if segment.point != nil {
      row = Enumerator.style(segment.pointStart, script)
      if row == blockRow { blockHead = nil }
      if row == sentenceRow { sentenceHead = nil }
    }
    var clauses = Segments.clauses(script, segment.range)
    guard !clauses.isEmpty else { return }
    clauses[0] = min(Statements.afterConnective(script, clauses[0]), clauses[0].upperBound)..<clauses[0].upperBound
    if clauses[0].isEmpty { clauses.removeFirst() }
    let firstDemand = clauses.firstIndex { demandStart($0) != nil }
    if segment.point != nil, firstDemand == nil {
      if Statements.isNarrative(script, segment.range) || Statements.isReported(script, segment.range) { return }
      // （一）关于临水临崖路段隐患治理: what the lines below are about.
      if segment.range.count <= 30, script.begins(segment.range, with: "关于") {
        (sentenceHead, sentenceRow) = (segment.range, row)
        return
      }
    }
    if firstDemand == nil, segment.point == nil, Statements.isTold(script, segment.range) { return }
    var walk = ClauseWalk(script: script, end: Segments.end(script, segment.range))
    for (index, clause) in clauses.enumerated() {
      if Statements.isHead(script, clause), index + 1 < clauses.count,
        clauses[index].upperBound < clauses[index + 1].lowerBound
      {
        walk.close(before: clause)
        take(&walk)
        (sentenceHead, sentenceRow) = (clause, row)
        continue
      }
      let (isDemand, asksFirst) = (demandStart(clause) != nil, asks(clause))
      if walk.start == nil {
        let isKept: Bool
        if isDemand {
          isKept = true
        } else if let firstDemand, index < firstDemand {
          // What stands before the first 要 is its lead-in, a demand of its own, or a statement to cut off.
          isKept =
            !Statements.isStatement(script, clause)
            && (asksFirst || Statements.leadsIn(script, clause) || isLead(clause)
              || isSubject(clause, before: index + 1 == firstDemand)
              || isCued && index == 0 && ItemReader.everybody.contains(script.scalars[clause.lowerBound]))
        } else {
          isKept = segment.point != nil || !Statements.isStatement(script, clause) && (isCued || asksFirst || follows)
        }
        guard isKept else { continue }
        let rule =
          segment.point != nil ? "item.point" : isDemand ? "item.modal" : isCued ? "item.cue" : "item.verb"
        walk.begin(
          clause, rule: rule,
          isLead: index != firstDemand && firstDemand != nil
            && (!asksByVerb(clause) && !isTreated(clause) || isLead(clause)))
      } else if splits(clause), !walk.isLead {
        walk.close(before: clause)
        walk.begin(clause, rule: "item.modal", isLead: false)
      } else {
        walk.isLead = !isDemand && isLead(clause)
      }
    }
    walk.close(before: nil)
    take(&walk)
  }

  private mutating func take(_ walk: inout ClauseWalk) {
    for (range, rule) in walk.items { append(range, rule) }
    walk.items = []
  }

  /// 加大…; 区教育局组织…; 边境一线一律…: a demand without 要.
  private func asks(_ clause: Range<Int>) -> Bool { asksByVerb(clause) || units.leads(script, clause) }

  private func asksByVerb(_ clause: Range<Int>) -> Bool {
    Statements.asks(script, clause) || script.holds(any: ItemReader.orders, in: clause)
  }

  private static let orders = WordSet.list(
    "一律 不得 不准 严禁 禁止 必须 务必 逐一 逐户 逐人 逐台 逐家 逐处 逐项 每天 每日 每周 每月 日前 月底前 天内 日内 小时内 不少于 不低于 全部 负责 牵头 实行 组织 安排 设置 张贴 立即 马上 凡是 配备 留存 同步"
  )

  private mutating func append(_ range: Range<Int>, _ rule: String) {
    let isPast = sentenceHead.map { $0.upperBound <= sentenceStart } ?? false
    let isGeneral = isPast && script.begins(range, withAny: ItemReader.general) != nil
    let isUnder = blockHead.map { isGeneral && $0.lowerBound > sentenceHead?.lowerBound ?? 0 } ?? false
    let heads = [isGeneral ? nil : sentenceHead, isUnder ? nil : blockHead, sectionHead].compactMap { $0 }
    drafts.append(ItemDraft(range: range, rule: rule, speaker: speaker, heads: heads))
    // The first requirement of a block, when it is short, names what the block is about.
    if blockHead == nil, isShortHead(range) { (blockHead, blockRow) = (range, row) }
  }

  /// 消防方面，要…。要压实责任…: behind the full stop that speaks of all again.
  private static let general = WordSet.list(
    "要压实 要夯实 要压紧 要层层 要强化责任 要落实责任 要严格责任 要加强组织 要强化组织 要加强领导 要提高 要强化督 要加强督 要严肃 要加强统筹 要加强协 要强化协 各级 各部门 各单位 各地各 各有关")

  /// The paragraph's first requirement is a heading when it is one bare clause and others follow.
  private mutating func markHeadings() {
    // 要强化社会治理。坚持…，开展…: what follows without 要 says what the short demand means.
    for index in paragraphStart..<max(paragraphStart, drafts.count - 1) where drafts[index + 1].rule == "item.verb" {
      guard drafts[index].rule == "item.modal", isShortHead(drafts[index].range),
        script[drafts[index].range.upperBound] == .of("。")
      else { continue }
      drafts[index].isHeading = true
    }
    guard drafts.count > paragraphStart + 1, isShortHead(drafts[paragraphStart].range),
      drafts[paragraphStart].rule == "item.modal" || drafts[paragraphStart].rule == "item.cue"
    else { return }
    // 务必安排专人守夜 is no head.
    drafts[paragraphStart].isHeading =
      script[drafts[paragraphStart].range.upperBound] == .of("。")
      && (Modal.length(script, at: drafts[paragraphStart].range.lowerBound) ?? 1) == 1
  }

  private func isShortHead(_ range: Range<Int>) -> Bool {
    range.count <= 18 && !range.contains { script.scalars[$0] == .of("，") || script.scalars[$0].isDigit }
  }

  /// The head of a numbered point may run over a comma: 二要压实责任，全面排查隐患。要紧盯….
  private func isPointHead(_ range: Range<Int>) -> Bool {
    isShortHead(range) || range.count <= 24 && !range.contains { script.scalars[$0].isDigit }
  }

  /// 各地各单位树牢…: whom the cue asks.
  private static let everybody: ScalarSet = "各全"
  private static let subjects: WordSet = ["局", "部门", "单位", "乡镇", "街镇", "街道"]

  private func isSubject(_ clause: Range<Int>, before isNext: Bool) -> Bool {
    isNext && clause.count <= 40
      && (script[clause.lowerBound] == .of("各") || script.holds(any: ItemReader.subjects, in: clause))
  }

  private func demands(_ sentence: Range<Int>) -> Bool {
    Segments.of(script, sentence).contains { segment in
      Segments.clauses(script, segment.range).contains { demandStart($0) != nil }
    }
  }

  /// The modal that governs the clause, when it stands near its beginning.
  private func demandStart(_ clause: Range<Int>) -> Int? {
    let near = clause.lowerBound..<min(clause.upperBound, clause.lowerBound + 22)
    guard let modal = Modal.first(script, in: near), !Statements.concedes(script, clause) else { return nil }
    // 务必 and 必须 deep inside a clause only stress it.
    let subject = clause.lowerBound..<modal
    return subject.count <= 3 || script[modal] == .of("要")
      || ItemReader.collectives.contains { script.ends(subject, with: $0) } || Aspect.isOnlyAspect(script, subject)
      ? modal : nil
  }

  /// Whether the comma in front of `clause` ends the item before it (LABELLING 1 and 3).
  private func splits(_ clause: Range<Int>) -> Bool {
    guard let modal = demandStart(clause) else { return false }
    let before = clause.lowerBound..<modal
    if script.begins(clause, withAny: ItemReader.continuing) != nil { return false }
    return Aspect.isOnlyAspect(script, before)
  }

  /// 对…, 发现问题, 造成不良影响的: what it says belongs to the demand behind its comma.
  private func isLead(_ clause: Range<Int>) -> Bool {
    script.begins(clause, withAny: ItemReader.continuing) != nil
      && !ItemReader.treatments.contains { script.ends(clause, with: $0) }
      || script.begins(clause, withAny: ItemReader.conditions) != nil
      || script[clause.upperBound - 1] == .of("的")
  }

  private func isTreated(_ clause: Range<Int>) -> Bool {
    ItemReader.treatments.contains { script.ends(clause, with: $0) }
  }

  /// 对超期贮存的从严处罚 is whole.
  private static let treatments: [Word] = [
    "处罚", "处理", "整改", "检查", "排查", "整治", "查处", "追责", "问责", "清理", "约谈", "通报", "曝光", "处置", "关停", "取缔", "抽查", "演练", "督查",
    "督导", "培训", "宣传", "登记", "建账", "评估", "检测", "监测", "巡查", "夜查",
  ]
  private static let conditions: WordSet = ["发现", "遇有", "遇到", "一旦", "凡", "如有"]
  private static let collectives: [Word] = ["上下", "部门", "单位", "同志", "企业", "街镇", "乡镇", "镇街", "干部", "人员"]
  private static let continuing: WordSet = ["对", "特别是", "尤其是", "针对", "又要", "也要", "既要", "就要", "都要", "并要"]
}
