import Ground
import Matters
import Meetings
import Storage

extension Asking {
  /// So many matters of each kind are told; a report is read.
  private static let told = 20

  /// What the ledger knows of a unit since the last meeting before it was asked, as the beginning of its report: what it
  /// closed and submitted, what is under way with the last word on it, what is overdue.
  func reportProposal(of report: UnitReport) throws(StorageError) -> String {
    let (unit, day) = (report.unit, today)
    let last = try MeetingStore(session, district).last(until: report.askedOn.adding(days: -1))
    let since = last?.day ?? report.askedOn.adding(days: -30)
    var settled: [(line: ListedMatter, day: CivilDate)] = []
    for line in try lines(unit, [.closed, .submitted], .lastAct(newestFirst: true)) {
      if let day = try settledOn(line), day >= since { settled.append((line, day)) }
    }
    let open = try lines(unit, [.assigned, .objected, .underway, .suspended], .due(latestFirst: false))
    let isLate = { (line: ListedMatter) in self.standing(phase: line.phase, due: line.due) == .overdue }
    var parts: [(title: String, lines: [String])] = []
    for (phase, title) in [(Phase.closed, "已销号"), (.submitted, "已申请销号")] {
      let own = settled.filter { $0.line.phase == phase }
      parts.append((title, own.map { "\(told($0.line))（\(short($0.day))）" }))
    }
    var underway: [String] = []
    for line in open where !isLate(line) { underway.append(try progress(line, since: since)) }
    parts.append(("正在办理", underway))
    var late: [String] = []
    for line in open where isLate(line) {
      let over = line.due.map { "，已超期\($0.days(until: day))天" } ?? ""
      late.append(try progress(line, since: since) + over)
    }
    parts.append(("逾期", late))
    let head = last == nil ? "最近一个月以来：" : "上次会议（\(short(since))）以来："
    let body = parts.filter { !$0.lines.isEmpty }.map { part in
      let items = part.lines.prefix(Asking.told).enumerated().map { "\($0 + 1). \($1)。" }
      return "【\(part.title)\(part.lines.count)项】\n" + items.joined(separator: "\n")
    }
    return ([head] + (body.isEmpty ? ["没有新办结的和在办的牵头事项。"] : body) + ["【下一步打算和需要协调的问题】\n"]).joined(separator: "\n")
  }

  /// When it was closed or submitted; what came after, such as a publication, does not move that.
  private func settledOn(_ line: ListedMatter) throws(StorageError) -> CivilDate? {
    let matter = try MatterStore(session, district).load(line.id)
    return (matter?.closure?.at ?? matter?.phaseSince)?.civilDate
  }

  private func lines(_ unit: UnitID, _ phases: [Phase], _ order: ListOrder) throws(StorageError) -> [ListedMatter] {
    try MatterListQuery(session, district).page(ListSelection(phases: phases, unit: unit), order, limit: 100)
  }

  private func told(_ line: ListedMatter) -> String {
    var text = line.text ?? Words.erasedMark
    while let last = text.last, "。；;".contains(last) { text.removeLast() }
    return "\(line.number) \(text)"
  }

  /// With the last word of the unit on it, where one came since.
  private func progress(_ line: ListedMatter, since: CivilDate) throws(StorageError) -> String {
    let due = line.due.map { "（期限\(short($0))）" } ?? ""
    let last = try EntryStore(session, district).last(of: "matter:\(line.id)", kind: "matter.progressed")
    guard let fact = last?.fact, fact.at.civilDate >= since, case .matter(_, .progressed(let note, _)) = fact.event,
      let text = note.text
    else { return told(line) + due }
    return "\(told(line))\(due)：\(short(fact.at.civilDate))报，\(text.prefix(120).trimmingStops)"
  }

  private func short(_ day: CivilDate) -> String { PaperWords.shortDay(day, in: today.year) }
}

extension Substring {
  fileprivate var trimmingStops: Substring {
    var text = self
    while let last = text.last, last.isWhitespace || "。；;".contains(last) { text.removeLast() }
    return text
  }
}
