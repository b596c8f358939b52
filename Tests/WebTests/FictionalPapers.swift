import Documents
import Ground
import Operations

extension Pages {
  static let papers = MeetingPapers(
    meeting: Qinghe.meeting,
    reports: [
      FrozenLine(
        meeting: Qinghe.meeting, position: 1204, day: Qinghe.day("2026-03-12"), issued: 29, closed: 14, overdue: 2,
        digest: String(repeating: "5e", count: 32))
    ],
    units: [UnitLoad(unit: Qinghe.emergency, matters: 3), UnitLoad(unit: Qinghe.shiqiao, matters: 1)],
    nextTitle: Words("清河区安全生产第8次调度会"))

  static let templates = TemplateDesk(
    rows: PaperKind.allCases.map { kind in
      TemplateRow(
        kind: kind, digest: String(repeating: "a1", count: 32),
        own: kind == .assignments ? TemplateRow.Adoption(by: Qinghe.zhou, on: Qinghe.day("2026-03-03")) : nil)
    })
}
