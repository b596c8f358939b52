/// What was conveyed, heard, circulated and reported before anything was asked for.
struct Agenda: Sendable {
  private(set) var instructions: [String] = []
  private(set) var heard: [String] = []
  private(set) var circulated: [String] = []
  private(set) var reported: [UnitReportLine] = []
  private var known: Set<String> = []
  /// Named bodies that reported.
  private(set) var units: [UnitScanner.Found] = []

  init() {}

  init(_ script: Script, _ paragraphs: [Paragraph], _ scanner: UnitScanner) {
    for paragraph in paragraphs {
      for sentence in paragraph.sentences {
        guard script.holds(any: Agenda.tellings, in: sentence) else { continue }
        // What stands behind a cue is demanded and not told.
        let cue = script.holds(Agenda.conveyance, in: sentence) ? nil : Cue.find(script, sentence)
        let told = sentence.lowerBound..<(cue?.bodyStart ?? sentence.upperBound)
        for part in script.split(told, where: { $0 == .of("；") || $0 == .of("，") || $0 == .of("。") }) {
          read(script, part)
        }
        readReports(script, told, scanner)
      }
    }
  }

  private mutating func read(_ script: Script, _ part: Range<Int>) {
    if Modal.first(script, in: part) != nil { return }
    if let text = object(script, part, after: Agenda.conveying) {
      instructions.append(text)
    }
    if let text = object(script, part, after: Agenda.hearing) { heard.append(text) }
    if let text = object(script, part, after: Agenda.circulating) {
      circulated.append(text)
    }
  }

  private static let conveyance: Word = "会议传达"
  private static let writing: Word = "书面"
  private static let tellings: WordSet = ["传达", "听取", "通报", "汇报", "发言", "报告了", "反馈了", "发了言", "说明", "补充", "交流"]
  private static let reporting: WordSet = [
    "汇报", "通报了", "通报", "作了发言", "分别作", "作交流发言", "作表态发言", "作了表态", "表态发言", "递交了", "作了交流", "依次", "报告了", "反馈了", "先后发", "发了言",
    "作了检讨", "作检讨", "作了说明", "作说明", "作了补充", "作补充", "作书面", "作经验",
  ]
  private static let conveying: [Word] = ["传达学习贯彻了", "传达学习贯彻", "传达学习了", "传达学习", "传达了", "传达"]
  private static let hearing: [Word] = ["听取和审议了", "听取并审议了", "听取了", "听取"]
  private static let circulating: [Word] = ["通报了", "会议通报", "会上通报"]

  private func object(_ script: Script, _ part: Range<Int>, after verbs: [Word]) -> String? {
    guard let verb = verbs.first(where: { script.holds($0, in: part) }), let at = script.find(verb, in: part) else {
      return nil
    }
    let rest = script.trimmed(at + verb.count..<part.upperBound)
    return rest.count >= 4 ? script.string(rest) : nil
  }

  /// Who reported: in each part that 汇报 ends; units of the parts before it count with it.
  private mutating func readReports(_ script: Script, _ sentence: Range<Int>, _ scanner: UnitScanner) {
    for part in script.split(sentence, where: { $0 == .of("；") || $0 == .of("。") }) {
      guard Modal.first(script, in: part) == nil else { continue }
      var low = part.lowerBound
      for clause in script.split(part, where: { $0 == .of("，") }) {
        guard let at = Agenda.reporting.find(script, in: clause)?.at else { continue }
        let isWritten = script.holds(Agenda.writing, in: low..<clause.upperBound)
        for body in scanner.scan(script, reporters(script, low..<max(low, at)), isList: true) where !body.isTitle {
          add(body, isWritten ? .written : .oral)
        }
        low = clause.upperBound
      }
    }
  }

  private static let reports: WordSet = ["的口头汇报", "的书面汇报", "的汇报", "的工作汇报", "的专题汇报", "的情况汇报"]

  /// 听取了应急局、住建局关于…的汇报, 听取了应急局、住建局的口头汇报.
  private func reporters(_ script: Script, _ who: Range<Int>) -> Range<Int> {
    guard let hearing = script.find("听取", in: who) else { return who }
    let low = script[hearing + 2] == .of("了") ? hearing + 3 : hearing + 2
    guard low < who.upperBound else { return low..<low }
    let rest = low..<who.upperBound
    let end = script.find("关于", in: rest) ?? script.find("就", in: rest)
    // The verb of the reporting is not in the range any more.
    return low..<(end ?? Agenda.reports.find(script, in: low..<min(rest.upperBound + 2, script.count))?.at ?? low)
  }

  private mutating func add(_ body: UnitScanner.Found, _ mode: UnitReportLine.Mode) {
    if known.insert(body.name).inserted {
      reported.append(UnitReportLine(unit: body.name, mode: mode))
    }
    if !body.isTier { units.append(body) }
  }
}
