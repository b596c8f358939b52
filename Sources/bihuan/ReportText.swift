import Ground
import Matters
import Operations
import Reports

/// A frozen follow-through report as plain text: figures, register, digest, checkpoint.
struct ReportText {
  private let report: FrozenReport
  private let language: Language

  init(_ report: FrozenReport, in language: Language) { (self.report, self.language) = (report, language) }

  var text: String {
    let model = report.model
    let opening = ["\(model.title.shown)  \(model.day.iso)  №\(model.number)", "@\(model.size)  \(model.asOf.iso)", ""]
    let aside = model.noAction.map { "\($0.clause + 1)  \($0.text.shown)  — \($0.reason.shown)" }
    let end = ["", "sha256 \(report.digest)", "", report.checkpoint]
    return (opening + figures(model.totals) + [""] + model.register.map(line) + aside + end).joined(separator: "\n")
  }

  private func figures(_ totals: Totals) -> [String] {
    let rows: [(Bilingual, Int)] = [
      (Bilingual("交办", "issued"), totals.issued), (Bilingual("待签收", "assigned"), totals.assigned),
      (Bilingual("承办", "under way"), totals.underway), (Bilingual("申请销号", "submitted"), totals.submitted),
      (Bilingual("销号", "closed"), totals.closed), (Bilingual("按期销号", "closed on time"), totals.closedOnTime),
      (Bilingual("撤销", "cancelled"), totals.cancelled), (Bilingual("逾期", "overdue"), totals.overdue),
      (Bilingual("退办", "returned"), totals.returned), (Bilingual("反弹", "reopened"), totals.reopened),
    ]
    return rows.map { "\($0.0[language])\t\($0.1)" }
  }

  private func line(_ line: Line) -> String {
    let state = line.overdue ? Bilingual("逾期", "overdue")[language] : line.phase.rawValue
    return [line.number, state, line.due?.iso ?? "–", line.unitName.shown, line.text.shown].joined(separator: "\t")
  }
}
