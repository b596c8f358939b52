import Ground
import Matters
import Operations
import Web

/// The intake's pages between two clerks, and what was repaired.
extension Pages {
  static let bothTyped = Qinghe.viewer(
    notice: .refused([Problem(.draftStale, ["clause": "2", "who": "周景行"])]),
    typed: TypedForm(
      form: "draft-1-form",
      values: ["text": ["我写的“新”内容"], "field": ["fire"], "lead": ["housing"], "due": ["2026-03-20"], "version": ["1"]]))

  static let staleTyped = Qinghe.viewer(
    notice: .refused([Problem(.pageStale)]),
    typed: TypedForm(form: "act-form-gone", values: ["note": ["刚写的进展"], "version": ["0"]]))

  static let repairs = BulletinRepairs(
    meeting: Qinghe.meeting.id, title: Qinghe.meeting.title,
    damage: [
      RepairLine(
        rule: "damage.mojibake", span: SourceSpan(start: 900, end: 905), source: "?!…H?", shown: "?!…H?",
        suggestions: ["专岗专人"])
    ],
    repairs: [
      RepairLine(rule: "repair.pinyin", span: SourceSpan(start: 12, end: 16), source: "(qū)", shown: ""),
      RepairLine(rule: "repair.html", span: SourceSpan(start: 40, end: 46), source: "&nbsp;", shown: " "),
    ], simplified: [(from: "會", to: "会", count: 12)],
    paragraphs: [
      ParagraphPair(pieces: [
        ParagraphPair.Piece(source: "清河區", shown: "清河区", kind: .repaired),
        ParagraphPair.Piece(source: "(qū)", shown: "", kind: .repaired),
        ParagraphPair.Piece(source: "召开", shown: "召开", kind: .same),
        ParagraphPair.Piece(source: "?!…H?", shown: "?!…H?", kind: .damaged),
      ])
    ])

  static let noRepairs = BulletinRepairs(
    meeting: Qinghe.meeting.id, title: Qinghe.meeting.title, damage: [], repairs: [], simplified: [])
}
