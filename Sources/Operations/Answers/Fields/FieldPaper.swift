import Documents
import Duties
import Ground
import Packs

extension Asking {
  /// The fields' figures as the paper prints them.
  func write(_ fields: FieldFigures, on paper: inout FollowThroughPaper, year: Int) {
    func day(_ day: CivilDate) -> String { PaperWords.shortDay(day, in: year) }
    func found(_ found: RecurrenceLine.Found) -> String {
      [day(found.day), found.matter?.number].compactMap { $0 }.joined(separator: "，")
    }
    paper.fieldDays = "\(day(fields.first))至\(day(fields.last))"
    paper.fieldRows = fields.rows.map { row in
      FollowThroughPaper.FieldFigures(
        field: packs.words.fieldNames[row.field]?.chinese ?? row.field.rawValue,
        figures: FieldShow.allCases.map { row[$0] },
        reasons: row.reasons.map { "\(PaperWords.name($0.reason))\($0.count)" }.joined(separator: "、"))
    }
    paper.recurred = fields.recurrences.map { line in
      FollowThroughPaper.RecurredLine(
        subject: line.subject.name.shown, item: line.item.chinese, again: found(line.again), before: found(line.before))
    }
  }
}

extension PaperWords {
  static func name(_ reason: WindowReason) -> String {
    switch reason {
    case .notReached: "未到达"
    case .noAccess: "未能进入"
    case .closed: "停业停产停用"
    case .replaced: "专项行动或联合检查代替"
    case .emergency: "恶劣天气或突发事件"
    case .staffing: "检查力量不足"
    }
  }
}
