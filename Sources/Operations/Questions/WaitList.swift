package import Ground
package import Matters

/// What do matters wait for besides their due days, by when, at whom? The soonest first, one page of it.
package struct WaitList: Sendable {
  /// To which it is narrowed; nil for all.
  package let kind: Waiting.Kind?
  package let rows: [WaitRow]
  package let next: String?

  package init(kind: Waiting.Kind?, rows: [WaitRow], next: String?) {
    (self.kind, self.rows, self.next) = (kind, rows, next)
  }
}

/// A matter and one thing that it waits for.
package struct WaitRow: Hashable, Sendable {
  package let row: MatterRow
  package let kind: Waiting.Kind
  /// At which unit.
  package let unit: UnitName
  /// By when; nil where it has no day.
  package let by: DueLine?
  /// To which step of its ladder that day has come.
  package let step: Bilingual?
  /// The act that ends it; nil where the person looking may not do it now.
  package let act: MatterAct?

  package init(row: MatterRow, kind: Waiting.Kind, unit: UnitName, by: DueLine?, step: Bilingual?, act: MatterAct?) {
    (self.row, self.kind, self.unit, self.by, self.step, self.act) = (row, kind, unit, by, step, act)
  }
}

extension Waiting.Kind {
  /// The act that ends it.
  package var act: MatterAct {
    switch self {
    case .objection: .answerObjection
    case .extension: .decideExtension
    case .verification: .close
    case .suspension: .resume
    case .part: .finishPart
    case .milestone: .finishMilestone
    case .measure: .checkMeasure
    case .publication: .publish
    case .notice: .notice
    case .lookBack: .lookBack
    case .concern: .lookInto
    }
  }
}
