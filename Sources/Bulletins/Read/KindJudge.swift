/// Whether a text reports a meeting that was held, is its minutes, or is something else, and what.
enum KindJudge {
  static func judge(_ script: Script, _ paragraphs: [Paragraph], title: Range<Int>?) -> Minutes.Kind {
    let han = script.scalars.lazy.filter(\.isHan).count
    guard han >= 30 else { return .notMeeting(.tooShort) }
    if articles(script, paragraphs) >= 3 { return .notMeeting(.law) }
    let spoken = spokenCues(script, paragraphs)
    // A rule about meetings, a plan or a year's report tells of meetings and is none.
    if let title, KindJudge.otherPapers.contains(where: { script.ends(title, with: $0) }) {
      return .notMeeting(.noMeeting)
    }
    // 同志们：今天我们召开…: what somebody said there, and no report of it.
    if paragraphs.prefix(3).contains(where: {
      script.holds(any: addresses, in: $0.range) || $0.range.count <= 60 && script.ends($0.range, with: "上的讲话")
    }) {
      return .notMeeting(.noMeeting)
    }
    let isHeld = held(script, paragraphs, title)
    let isMinutes = isMinutes(script, paragraphs)
    if !isMinutes, let refusal = letter(script, paragraphs, title) { return .notMeeting(refusal) }
    if let title, script.holds("纪要", in: title), isHeld || spoken > 0 || paragraphs.count > 3 { return .minutes }
    if isMinutes, isHeld || spoken > 0 { return .minutes }
    let opening = title ?? paragraphs.first?.range ?? 0..<0
    if script.holds(any: lectures, in: opening), spoken < 2 { return .notMeeting(.lecture) }
    if isHeld, spoken > 0 || hasDemandSpeaker(script, paragraphs) { return .meeting }
    if spoken >= 2 { return .meeting }
    if spoken == 1, hasDemandSpeaker(script, paragraphs) { return .meeting }
    if isHeld, demands(script, paragraphs) >= 2, title.map({ !script.holds(any: inspections, in: $0) }) ?? true {
      return .meeting
    }
    if paragraphs.prefix(3).contains(where: { script.holds(any: lectures, in: $0.range) }) {
      return .notMeeting(.lecture)
    }
    if paragraphs.prefix(3).contains(where: { script.holds(any: inspections, in: $0.range) }) {
      return .notMeeting(.inspection)
    }
    return .notMeeting(.noMeeting)
  }

  /// Paragraphs that begin with 第…条.
  private static func articles(_ script: Script, _ paragraphs: [Paragraph]) -> Int {
    paragraphs.count { paragraph in
      guard script[paragraph.range.lowerBound] == .of("第") else { return false }
      let near = paragraph.range.lowerBound..<min(paragraph.range.upperBound, paragraph.range.lowerBound + 8)
      return script.holds("条", in: near) || script.holds("章", in: near)
    }
  }

  /// How often the meeting itself is said to do something: 会议指出, 会议由…主持, 会议听取.
  private static func spokenCues(_ script: Script, _ paragraphs: [Paragraph]) -> Int {
    var count = 0
    for paragraph in paragraphs {
      for sentence in paragraph.sentences {
        for clause in Segments.clauses(script, sentence) where script.begins(clause, withAny: meetings) != nil {
          let near = clause.lowerBound..<min(clause.upperBound, clause.lowerBound + 8)
          if script.holds(any: verbs, in: near) { count += 1 }
        }
        if script.holds(any: chairing, in: sentence) { count += 1 }
      }
    }
    return count
  }

  private static func held(_ script: Script, _ paragraphs: [Paragraph], _ title: Range<Int>?) -> Bool {
    let openings = paragraphs.prefix(4).flatMap { $0.sentences.prefix(3) }
    return openings.contains { sentence in
      if script.holds(any: attended, in: sentence) { return true }
      return holds(script, sentence)
    }
  }

  private static let attended: WordSet = ["出席会议并", "参加会议并"]

  private static func holds(_ script: Script, _ sentence: Range<Int>) -> Bool {
    sentence.contains { index in
      guard let verb = holding.match(script, at: index, before: sentence.upperBound) else { return false }
      // 应当召开, 定期召开, 要尽快召开: a rule or a demand about meetings, not a meeting.
      if ruleBefore.contains(where: { script.ends(sentence.lowerBound..<index, with: $0) }) { return false }
      if Modal.first(script, in: max(sentence.lowerBound, index - 12)..<index) != nil { return false }
      // 全县抗旱工作调度会召开.
      if script[index - 1] == .of("会") || script.has("会议", at: index - 2) { return true }
      let after = index + verb.count
      let near = after..<min(sentence.upperBound, after + 40)
      return near.contains {
        script.scalars[$0] == .of("会") && script[$0 + 1] != .of("员") && script[$0 - 1] != .of("社")
      }
    }
  }

  private static func hasDemandSpeaker(_ script: Script, _ paragraphs: [Paragraph]) -> Bool {
    paragraphs.contains { $0.sentences.contains { Cue.find(script, $0) != nil } }
  }

  /// How many clauses begin with a modal.
  private static func demands(_ script: Script, _ paragraphs: [Paragraph]) -> Int {
    paragraphs.reduce(0) { sum, paragraph in
      sum
        + Segments.clauses(script, paragraph.range).count { clause in
          let start = clause.lowerBound + (Enumerator.at(clause.lowerBound, script)?.length ?? 0)
          return Modal.length(script, at: start) != nil
        }
    }
  }

  private static func isNotice(_ script: Script, _ paragraphs: [Paragraph], _ title: Range<Int>?) -> Bool {
    if let title, script.holds(any: notices, in: title) { return true }
    return paragraphs.prefix(4).contains { script.holds(any: planned, in: $0.range) }
  }

  /// What a notice, circular or appeal is, unless it reports what was said at a meeting.
  private static func letter(_ script: Script, _ paragraphs: [Paragraph], _ title: Range<Int>?) -> Minutes.NotMeeting? {
    let marks = marks(script, paragraphs)
    let isToCome = isNotice(script, paragraphs, title) || marks >= 2
    guard isToCome || isLetter(script, title) else { return nil }
    // 会议要求：1.参会人员提前入场: a notice speaks of the meeting, and of nobody who spoke there.
    if speaks(script, paragraphs, byName: marks >= 3) { return nil }
    return isToCome ? .notice : .noMeeting
  }

  private static func isMinutes(_ script: Script, _ paragraphs: [Paragraph]) -> Bool {
    paragraphs.prefix(4).contains { $0.range.count < 40 && script.holds("纪要", in: $0.range) }
  }

  /// How many different things only a notice of a meeting to come says.
  private static func marks(_ script: Script, _ paragraphs: [Paragraph]) -> Int {
    var seen: Set<Word> = []
    for paragraph in paragraphs.prefix(40) {
      for index in paragraph.range {
        if let word = toCome.match(script, at: index, before: paragraph.range.upperBound) { seen.insert(word) }
      }
    }
    return seen.count
  }

  /// Whether the meeting or a person is reported to have said something: 会议强调，…; 某某指出，….
  private static func speaks(_ script: Script, _ paragraphs: [Paragraph], byName: Bool) -> Bool {
    paragraphs.contains { paragraph in
      paragraph.sentences.contains { sentence in
        guard let cue = Cue.find(script, sentence) else { return false }
        if cue.speaker != nil { return true }
        let before = script[cue.bodyStart - 1]
        return !byName && cue.bodyStart < paragraph.range.upperBound && (before == .of("，") || before == .of("："))
      }
    }
  }

  /// A circular, announcement or appeal; 会议纪要的通知 is none.
  private static func isLetter(_ script: Script, _ title: Range<Int>?) -> Bool {
    guard let title, !script.holds("纪要", in: title) else { return false }
    return letters.contains { script.ends(title, with: $0) }
  }

  private static let letters: [Word] = ["通知", "公告", "通告", "公示", "倡议书", "一封信", "预告"]
  private static let toCome = WordSet.list(
    "定于 拟于 将于 拟定于 请准时 准时参会 按时参会 准时参加 按时参加 准时出席 不得代会 不得请假 不得无故 代会 参会回执 回执 有关事项通知如下 相关事项通知如下 事宜通知如下 预通知 另行通知 入场 入座 签到 着正装 调至静音 参会名单 报送参会"
  )
  private static let holding: WordSet = ["召开", "举行", "召集", "收看", "收听"]
  private static let notices: WordSet = ["会议的通知", "会的通知", "会议通知"]
  private static let planned: WordSet = ["定于", "拟于", "将于", "请准时参加"]
  private static let chairing: WordSet = ["主持召开", "主持会议"]
  private static let meetings: WordSet = ["会议", "会上"]
  private static let verbs: WordSet = [
    "指出", "强调", "要求", "传达", "听取", "学习", "认为", "明确", "议定", "决定", "通报", "主持", "部署", "提出", "审议",
  ]
  private static let ruleBefore: [Word] = ["应当", "定期", "每季度", "每月", "可以", "适时", "每年", "及时", "至少", "应", "需要", "按时"]
  private static let otherPapers: [Word] = [
    "制度", "办法", "规则", "规定", "方案", "总结", "打算", "计划", "要点", "报告", "专访", "访谈", "细则", "指南", "意见", "预案", "清单", "讲话", "讲话稿",
    "发言稿", "主持词", "汇报材料", "心得体会", "工作规程",
  ]
  private static let addresses: WordSet = ["同志们：", "同志们，今天", "同志们！"]
  private static let lectures: WordSet = ["讲座", "培训班", "宣讲", "授课", "开班", "公开课", "专题辅导"]
  private static let inspections: WordSet = ["督导", "检查", "调研", "暗访", "走访", "巡查", "视察"]
}
