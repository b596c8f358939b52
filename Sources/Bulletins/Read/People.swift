/// Who chaired and who was there, with their posts.
struct People: Sendable {
  private(set) var chair: String?
  private(set) var attendees: [Attendee] = []
  /// Sentences that say who was there; their bodies are units of the document.
  private(set) var attendance: [Range<Int>] = []
  private var known: Set<String> = []
  /// The post that a run of names in one sentence shares.
  private var shared = ""

  init() {}

  init(_ script: Script, _ paragraphs: [Paragraph]) {
    for paragraph in paragraphs {
      if labelled(script, paragraph.range) { continue }
      for sentence in paragraph.sentences { read(script, sentence) }
    }
    for paragraph in paragraphs.prefix(4) {
      for sentence in paragraph.sentences.prefix(3) { readHolder(script, sentence) }
    }
  }

  private mutating func read(_ script: Script, _ sentence: Range<Int>) {
    if let at = script.find(People.presiding, in: sentence), !script.holds(People.presidingText, in: sentence) {
      readChair(script, sentence, at)
    }
    guard let verb = attendVerb(script, sentence) else { return }
    readAttendance(script, sentence.lowerBound..<verb)
    // 各所负责人参加了会议，县住建局派员到会指导.
    if let comma = (verb..<sentence.upperBound).first(where: { script.scalars[$0] == .of("，") }),
      let next = attendVerb(script, comma + 1..<sentence.upperBound)
    {
      readAttendance(script, comma + 1..<next)
    }
  }

  /// 区城管局召开推进会: the bureau that holds it is there.
  private mutating func readHolder(_ script: Script, _ sentence: Range<Int>) {
    for clause in Segments.clauses(script, sentence) {
      guard let verb = script.find(People.holding, in: clause), verb > clause.lowerBound else { continue }
      var holder = afterDay(script, clause.lowerBound..<verb)
      for word in People.arranging where script.ends(holder, with: word) && word.count < holder.count {
        holder = holder.lowerBound..<holder.upperBound - word.count
      }
      if People.bureaus.contains(script[holder.upperBound - 1]), holder.count <= 14 { attendance.append(holder) }
    }
  }

  private static let holding: Word = "召开"
  private static let arranging: [Word] = ["组织", "专题", "及时", "迅速", "紧急", "联合"]
  private static let bureaus: ScalarSet = "局队司"

  private mutating func readAttendance(_ script: Script, _ list: Range<Int>) {
    if Cue.find(script, list) != nil || script.holds(any: People.absent, in: list) { return }
    var clauses = script.split(list, where: { $0 == .of("，") || $0 == .of("；") || $0 == .of("：") })
    // 主持召开会议，听取…汇报，调研员某某参加会议: who was there stands behind what was done.
    if let told = clauses.lastIndex(where: { script.holds(any: People.done, in: $0) }) {
      clauses.removeSubrange(...told)
    }
    guard let first = clauses.first, let last = clauses.last else { return }
    attendance.append(first.lowerBound..<last.upperBound)
    shared = ""
    for clause in clauses { add(script, clause) }
  }

  private mutating func readChair(_ script: Script, _ sentence: Range<Int>, _ at: Int) {
    guard chair == nil else { return }
    if script.has(People.presidingWho, at: at) {
      readNamedBehind(script, at + People.presidingWho.count..<sentence.upperBound)
      return
    }
    var low = at
    while low > sentence.lowerBound, script[low - 1] != .of("，"), script[low - 1] != .of("。"),
      script[low - 1] != .of("；")
    { low -= 1 }
    var clause = afterDay(script, low..<at)
    if clause.isEmpty || script.begins(clause, withAny: ["并", "出席"]) != nil, low > sentence.lowerBound {
      // 祝美娟出席会议，并主持…
      clause = script.split(sentence.lowerBound..<low - 1, where: { $0 == .of("，") }).last ?? clause
    }
    let isShared = script.ends(clause, with: People.together)
    for word in People.besides {
      if let cut = script.find(word, in: clause), cut > clause.lowerBound { clause = clause.lowerBound..<cut }
    }
    for word in People.by {
      if let cut = script.find(word, in: clause) { clause = cut + word.count..<clause.upperBound }
    }
    clause = withoutBracket(script, clause)
    guard let name = Names.trailing(script, clause) ?? nameBeforePost(script, clause) else { return }
    chair = script.string(name)
    shared = ""
    add(script, clause)
    // 县委书记某、县长某共同主持会议.
    if isShared {
      let first = attendees.dropLast().last { $0.name != chair }
      chair = [first?.name, chair].compactMap { $0 }.joined(separator: "、")
    }
  }

  /// 主持会议的县长某指出….
  private mutating func readNamedBehind(_ script: Script, _ rest: Range<Int>) {
    let end = rest.first {
      script.scalars[$0] == .of("，") || People.speaking.match(script, at: $0, before: rest.upperBound) != nil
    }
    guard let name = Names.trailing(script, rest.lowerBound..<(end ?? rest.upperBound)) else { return }
    chair = script.string(name)
    add(script, rest.lowerBound..<(end ?? rest.upperBound))
  }

  /// Without a bracket behind the name: 某某（兼安委会主任）.
  private func withoutBracket(_ script: Script, _ clause: Range<Int>) -> Range<Int> {
    guard let last = clause.last, script.scalars[last].isCloseBracket,
      let open = clause.last(where: { script.scalars[$0].isOpenBracket })
    else { return clause }
    return clause.lowerBound..<open
  }

  /// 由某某副镇长主持: the post stands behind the name.
  private func nameBeforePost(_ script: Script, _ clause: Range<Int>) -> Range<Int>? {
    for low in (max(clause.lowerBound, clause.upperBound - 8)..<clause.upperBound)
    where low > clause.lowerBound && Posts.length(script, at: low) == clause.upperBound - low {
      let before = clause.lowerBound..<low
      let start = before.last { script.scalars[$0] == .of("的") }.map { $0 + 1 } ?? before.lowerBound
      let name = start..<low
      return Names.isName(script, name) || Names.isUnusual(script, name) ? name : nil
    }
    return nil
  }

  private static let presidingWho: Word = "主持会议的"
  private static let together: Word = "共同"
  private static let speaking: WordSet = ["指出", "强调", "要求", "表示", "说", "在", "对", "就"]

  /// `主持人：…` and `出席：…` of a set of minutes.
  private mutating func labelled(_ script: Script, _ range: Range<Int>) -> Bool {
    if let label = script.begins(range, withAny: People.chairLabels) {
      let rest = script.trimmed(range.lowerBound + label.count..<range.upperBound)
      if let name = name(script, rest) { chair = script.string(name) }
      add(script, rest)
      return true
    }
    guard let label = script.begins(range, withAny: People.attendanceLabels) else { return false }
    let rest = range.lowerBound + label.count..<range.upperBound
    attendance.append(rest)
    shared = ""
    for clause in script.split(rest, where: { $0 == .of("，") || $0 == .of("；") || $0 == .of("。") || $0.isBlank }) {
      add(script, clause)
    }
    return true
  }

  /// Without 出席并讲话 and 等领导 behind the names.
  private func attending(_ script: Script, _ clause: Range<Int>) -> Range<Int> {
    var clause = clause
    if let verb = People.attending.find(script, in: clause)?.at, verb > clause.lowerBound {
      clause = clause.lowerBound..<verb
    }
    for ending in People.andOthers where script.ends(clause, with: ending) && ending.count < clause.count {
      return clause.lowerBound..<clause.upperBound - ending.count
    }
    return clause
  }

  private static let presiding: Word = "主持"
  /// What the chair reads out.
  private static let presidingText: Word = "主持词"
  private static let andOthers: [Word] = ["等区领导", "等县领导", "等市领导", "等领导同志", "等领导", "等同志", "等"]
  private static let absent: WordSet = ["未参加", "没有参加"]
  private static let done: WordSet = ["传达", "听取", "主持", "研究", "研判", "通报"]
  private static let chairLabels: WordSet = ["主持人：", "主持：", "会议主持：", "会议主持人："]
  private static let attendanceLabels: WordSet = [
    "出席：", "列席：", "参加：", "出席人员：", "列席人员：", "参会人员：", "参加人员：", "参会：", "出席领导：", "参会单位：", "参加单位：", "列席单位：", "出席单位：",
    "与会单位：", "参会部门：", "参会领导：",
    "与会人员：", "参加会议：", "出席会议：", "列席会议：", "到会：", "参加人：", "参会人：", "出席人：", "列席人：",
  ]

  /// A name with its post before or behind it: 区长李明, 李明 区长.
  private func name(_ script: Script, _ range: Range<Int>) -> Range<Int>? {
    if let name = Names.trailing(script, range) { return name }
    return script.split(range, where: { $0.isBlank || $0.isOpenBracket || $0 == .of("，") }).first {
      Names.isName(script, $0)
    }
  }

  /// Adds the persons of one clause; a run of names shares the post in front of it.
  private mutating func add(_ script: Script, _ clause: Range<Int>) {
    var posts: [String] = []
    for piece in script.split(
      attending(script, afterDay(script, clause)), where: { People.between.contains($0) })
    {
      let piece = script.trimmed(piece)
      let end = Posts.lastEnd(script, in: piece)
      if let end, end == piece.upperBound {
        posts.append(script.string(piece))
      } else if let name = Names.trailing(script, piece) {
        if let end { shared = (posts + [script.string(piece.lowerBound..<end)]).joined(separator: "、") }
        posts = []
        if end != nil || !shared.isEmpty { add(script.string(name), shared) }
      } else {
        (posts, shared) = ([], "")
      }
    }
  }

  private mutating func add(_ name: String, _ post: String) {
    if known.insert(name).inserted { attendees.append(Attendee(name: name, post: post)) }
  }

  private static let attendVerbs: [Word] = [
    "参加会议", "出席会议", "列席会议", "参加了会议", "参加此次会议", "参加本次会议", "参加调度会", "参加会", "参会", "到会", "列席", "出席", "参加",
  ]
  private static let attending: WordSet = ["参加", "出席", "列席", "参会", "到会"]

  /// Where the verb of attending stands, when the sentence says who attended.
  private func attendVerb(_ script: Script, _ sentence: Range<Int>) -> Int? {
    guard script.holds(any: People.attending, in: sentence) else { return nil }
    for verb in People.attendVerbs {
      guard let at = script.find(verb, in: sentence), at > sentence.lowerBound else { continue }
      // 组织人员参加培训 is no attendance.
      let isShort = verb.count == 2
      if isShort, script.holds("培训", in: sentence) || Modal.first(script, in: sentence) != nil { continue }
      return at
    }
    return nil
  }

  private static let besides: [Word] = [
    "出席会议并", "出席并", "参加并", "到会并", "受", "在", "召集会议并", "召集并", "组织并", "亲自", "共同", "联合", "以视频", "以电视", "以现场", "代表", "代为",
    "通过", "现场", "全程",
  ]
  private static let by: [Word] = ["会议由", "由"]
  private static let between: ScalarSet = "、及和与"
  private static let hours: [Word] = ["上午", "下午", "晚上", "晚", "，"]

  /// Without the day in front: 2月28日下午区长…
  private func afterDay(_ script: Script, _ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    for index in range.prefix(14) where script.scalars[index] == .of("日") && script[index - 1].isDigit {
      low = index + 1
    }
    for word in People.hours where script.has(word, at: low) { low += word.count }
    return low..<max(low, range.upperBound)
  }
}
