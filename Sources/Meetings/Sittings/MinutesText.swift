package import Directory
import Ground

/// The minutes of a sitting in the form of a bulletin, for a person to go over: what the reader of bulletins makes its
/// facts and clauses of.
package struct MinutesText {
  private let sitting: Sitting
  private let opening: Opening
  private let directory: Directory

  /// Nil for a sitting that was never opened.
  package init?(_ sitting: Sitting, in directory: Directory) {
    guard let opening = sitting.opening else { return nil }
    (self.sitting, self.opening, self.directory) = (sitting, opening, directory)
  }

  package var text: String { ([title, "", head, business] + demands).filter { $0 != "。" }.joined(separator: "\n") }

  private var title: String { sitting.plan.title.shown }

  private var head: String {
    let day = sitting.plan.day
    let called = title.hasPrefix(directory.district.name.shown) ? title : directory.district.name.shown + title
    var text = "\(day.year)年\(day.month)月\(day.day)日，\(person(opening.chair))在\(sitting.plan.place.shown)主持召开\(called)。"
    if !opening.leaders.isEmpty { text += opening.leaders.map(person).joined(separator: "、") + "出席会议。" }
    let leads = units(.lead)
    if !leads.isEmpty { text += leads.joined(separator: "、") + "主要负责同志参加会议。" }
    let others = opening.presences.filter { $0.kind == .standIn }.map { name($0.unit) + ($0.post.map(\.shown) ?? "") }
    if !others.isEmpty { text += others.joined(separator: "、") + "派员参加会议。" }
    return text
  }

  private var business: String {
    var parts: [String] = []
    if !sitting.instructions.isEmpty {
      parts.append("会议传达了\(sitting.instructions.map(\.source.shown).joined(separator: "、"))")
    }
    if opening.circulated != nil { parts.append("通报了上次会议要求的落实情况") }
    let oral = reporting(.oral)
    if !oral.isEmpty { parts.append("听取了\(oral.joined(separator: "、"))的口头汇报") }
    let written = reporting(.written)
    if !written.isEmpty { parts.append("\(written.joined(separator: "、"))作了书面汇报") }
    return parts.joined(separator: "，") + "。"
  }

  /// A paragraph for each speaker, in the order in which they first spoke.
  private var demands: [String] {
    var order: [OfficerID?] = []
    for decision in sitting.decisions where !order.contains(decision.speaker) { order.append(decision.speaker) }
    return order.map { speaker in
      let said = sitting.decisions.filter { $0.speaker == speaker }.map { clause($0) }
      return "\(speaker.map(person) ?? "会议")要求，\(said.joined())"
    }
  }

  /// 应急管理局、石桥镇要…，3月底前完成。
  private func clause(_ decision: SittingDecision) -> String {
    var text = decision.text.shown
    while let last = text.last, last.isWhitespace || "。；;，,.".contains(last) { text.removeLast() }
    // Whoever typed the whole sentence named the units already.
    let units = decision.units.map(name).filter { !text.contains($0) }
    if !units.isEmpty { text = units.joined(separator: "、") + (text.hasPrefix("要") ? text : "要" + text) }
    if units.isEmpty, !text.contains("要") { text = "要" + text }
    if let deadline = decision.deadline?.shown, !text.contains(deadline) {
      text += "，\(deadline)" + (deadline.contains("完成") ? "" : "完成")
    }
    return text + "。"
  }

  private func reporting(_ mode: Reported.Mode) -> [String] {
    sitting.reports.filter { $0.mode == mode && $0.submission != nil }.map { name($0.unit) }
  }

  private func units(_ kind: Presence.Kind) -> [String] {
    opening.presences.filter { $0.kind == kind }.map { name($0.unit) }
  }

  private func name(_ unit: UnitID) -> String { directory.shownName(of: unit) }

  private func person(_ id: OfficerID) -> String {
    directory.officers[id].map { $0.post.shown + $0.name.shown } ?? id.text
  }
}
