/// 会议强调, 某某要求, 提出三点要求: where a text begins to demand, and who speaks.
struct Cue: Equatable {
  /// Where what is demanded begins.
  let bodyStart: Int
  /// The person named before the verb; nil where the meeting speaks.
  let speaker: Range<Int>?
  /// Of 江副县长: the person is called by it and the post.
  let surname: UInt32?
  /// 他, 她: the person named last goes on speaking.
  let isPronoun: Bool
  /// After 要求, 强调, 部署 a sentence without any 要 is a requirement as well; after 指出, 认为 it states.
  let isStrong: Bool

  /// The first cue of a sentence.
  static func find(_ script: Script, _ sentence: Range<Int>) -> Cue? {
    var hasActor = false
    for clause in script.split(
      sentence, where: { $0 == .of("，") || $0 == .of("：") || $0 == .of("；") || $0 == .of("。") })
    {
      if let cue = cue(script, clause, sentence, hasActor: hasActor) { return cue }
      hasActor = hasActor || script.holds(any: actors, in: clause)
    }
    return nil
  }

  private static func cue(_ script: Script, _ clause: Range<Int>, _ sentence: Range<Int>, hasActor: Bool) -> Cue? {
    for index in clause {
      guard let verb = verbs.match(script, at: index, before: clause.upperBound) else { continue }
      let end = index + verb.count
      // Who speaks stands close before the verb.
      let prefix = max(clause.lowerBound, index - 60)..<index
      guard isVerb(script, verb, prefix, end, clause),
        isSpoken(
          script, prefix, hasActor: hasActor, opensSentence: index == sentence.lowerBound && opening.contains(verb))
      else { continue }
      var body = end
      while body < sentence.upperBound, skipped.contains(script.scalars[body]) { body += 1 }
      let speaker = speaker(script, prefix)
      return Cue(
        bodyStart: body, speaker: speaker, surname: speaker == nil ? surname(script, prefix) : nil,
        isPronoun: script.holds(any: pronouns, in: prefix),
        isStrong: !weak.contains(verb))
    }
    return nil
  }

  /// 要求 and 部署 are nouns in 按照…要求, 工作部署, 的要求; 提出…要求 is a cue.
  private static func isVerb(
    _ script: Script, _ verb: Word, _ prefix: Range<Int>, _ end: Int, _ clause: Range<Int>
  ) -> Bool {
    if script.begins(prefix, withAny: referring) != nil { return false }
    // 会议时间另行确定 speaks of the meeting.
    if verb == fixing, script.holds(any: setLater, in: prefix) { return false }
    // 讲了重要意见：, 发表讲话：
    if sayings.contains(verb) {
      return end == clause.upperBound && script[end] == .of("：") && script.holds(any: giving, in: prefix)
    }
    if verb == demanding || verb == arranging || verb == deciding, !prefix.isEmpty {
      // 作了详细的部署 tells.
      if script[prefix.upperBound - 1] == .of("的") || verb == arranging && script.holds(done, in: prefix) {
        return false
      }
      if script.holds(proposing, in: prefix) || verb == arranging && script.holds(about, in: prefix) {
        return end == clause.upperBound
      }
      if nounBefore.contains(script[prefix.upperBound - 1]) { return false }
    }
    if verb == proposing {
      // 提出三点要求 is found at 要求; 提出 itself speaks only before a comma.
      return end == clause.upperBound
    }
    return end == clause.upperBound || Modal.length(script, at: end) != nil || Enumerator.at(end, script) != nil
      || verb == demanding && !afterNoun.contains(script[end]) || verb == stressing && script[end] != .of("了")
  }

  private static func isSpoken(
    _ script: Script, _ prefix: Range<Int>, hasActor: Bool, opensSentence: Bool
  ) -> Bool {
    if script.holds(any: speakers, in: prefix) || Names.trailing(script, stripped(script, prefix)) != nil {
      return true
    }
    if Posts.lastEnd(script, in: prefix) != nil { return true }
    // 牟俊仪要求，: alone before the verb stands a name.
    if isName(script, prefix) { return true }
    // 要求各成员单位…: who spoke was said in the sentence before.
    if prefix.isEmpty, opensSentence { return true }
    return hasActor && (prefix.isEmpty || script.begins(prefix, withAny: goingOn) != nil)
  }

  private static func speaker(_ script: Script, _ prefix: Range<Int>) -> Range<Int>? {
    let prefix = stripped(script, prefix)
    guard !script.holds(meeting, in: prefix) || Posts.lastEnd(script, in: prefix) != nil else { return nil }
    return Names.trailing(script, prefix) ?? (isName(script, prefix) ? prefix : nil)
  }

  /// Two or three characters that fill a clause up to the verb, a comma or colon behind it.
  private static func isName(_ script: Script, _ prefix: Range<Int>) -> Bool {
    guard Names.isUnusual(script, prefix), let verb = verbs.match(script, at: prefix.upperBound, before: script.count)
    else { return false }
    let (before, after) = (script[prefix.lowerBound - 1], script[prefix.upperBound + verb.count])
    return !before.isHan && (after == .of("，") || after == .of("：")) && script.begins(prefix, withAny: referring) == nil
      && script.begins(prefix, withAny: goingOn) == nil
  }

  private static func surname(_ script: Script, _ prefix: Range<Int>) -> UInt32? {
    let prefix = stripped(script, prefix)
    guard prefix.count >= 3, prefix.count <= 6, Posts.length(script, at: prefix.lowerBound + 1) == prefix.count - 1
    else { return nil }
    return script.scalars[prefix.lowerBound]
  }

  /// Without the adverbs between a name and its verb: 祝美娟在讲话中特别 → 祝美娟.
  private static func stripped(_ script: Script, _ prefix: Range<Int>) -> Range<Int> {
    var prefix = prefix
    for opener in openers {
      if let at = script.find(opener, in: prefix), at > prefix.lowerBound { prefix = prefix.lowerBound..<at }
    }
    var changed = true
    while changed {
      changed = false
      for word in adverbs where script.ends(prefix, with: word) && word.count < prefix.count {
        prefix = prefix.lowerBound..<prefix.upperBound - word.count
        changed = true
      }
    }
    return prefix
  }

  private static let demanding: Word = "要求"
  private static let arranging: Word = "部署"
  private static let deciding: Word = "决定"
  private static let fixing: Word = "确定"
  private static let stressing: Word = "强调"
  private static let proposing: Word = "提出"
  private static let sayings: [Word] = ["意见", "讲话", "几句"]
  private static let done: Word = "了"
  private static let about: Word = "就"
  private static let meeting: Word = "会议"
  private static let setLater: WordSet = ["会议时间", "会议地点", "另行"]
  private static let verbs: WordSet = [
    "强调", "指出", "要求", "提出", "明确", "议定", "部署", "认为", "决定", "确定", "叮嘱", "意见", "讲话", "几句",
  ]
  private static let opening: Set<Word> = ["要求", "强调", "指出"]
  private static let giving: WordSet = ["讲", "提", "谈", "发表", "作", "做"]
  private static let weak: Set<Word> = ["指出", "认为", "提出", "明确", "确定"]
  private static let openers: [Word] = ["在", "就", "对", "出席", "主持", "作", "最后"]
  private static let pronouns: WordSet = ["他", "她"]
  private static let speakers: WordSet = ["会议", "会上", "他", "她", "同志", "讲话", "领导", "各位副"]
  private static let actors: WordSet = ["会议", "会上", "主持", "讲话", "他", "她", "出席", "听取", "参加"]
  private static let goingOn: WordSet = ["并", "还", "同时", "再次", "特别", "进一步", "最后", "随后", "一致", "现场"]
  private static let adverbs: [Word] = [
    "还", "再次", "特别", "着重", "进一步", "反复", "同时", "并", "郑重", "严肃", "明确", "最后", "要", "也", "分别", "会上",
  ]
  private static let referring: WordSet = [
    "按照", "根据", "落实", "贯彻", "严格", "对照", "围绕", "确保", "达到", "符合", "全面", "遵照", "依据", "各项", "执行", "结合", "对标", "不符合",
  ]
  private static let nounBefore = ScalarSet(stringLiteral: "的项关定级照按合程范准作体全理务控设展管治策")
  private static let afterNoun = ScalarSet(stringLiteral: "的落，、和到达，")
  private static let skipped = ScalarSet(stringLiteral: "，：:,")
}
