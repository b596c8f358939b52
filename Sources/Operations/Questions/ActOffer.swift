package import Ground
package import Packs

/// May the person looking do this act; if not, why not and who could?
package struct ActOffer: Hashable, Sendable {
  package let act: MatterAct
  /// Empty when the act is allowed.
  package let refusals: [Problem]
  package let whoCould: [OfficerName]
  /// Whether it would be recorded for the unit (代录), because the person looking does not belong to it.
  package let onBehalf: Bool

  package init(act: MatterAct, refusals: [Problem] = [], whoCould: [OfficerName] = [], onBehalf: Bool = false) {
    (self.act, self.refusals, self.whoCould, self.onBehalf) = (act, refusals, whoCould, onBehalf)
  }

  package var isAllowed: Bool { refusals.isEmpty }
}

/// The acts that a matter's page offers; the raw value ends the address that the form posts to.
package enum MatterAct: String, CaseIterable, Sendable {
  case acknowledge, submit, progress, evidence
  /// A report that is owed, with nothing new to say.
  case unchanged
  case finishPart = "part"
  case finishMilestone = "milestone"
  case moveMilestone = "milestone-move"
  case checkMeasure = "measure"
  case checkCondition = "condition"
  case setProject = "project"
  case commit = "commitments"
  case object
  case askExtension = "extension"
  case close
  case notice
  case noticeEnd = "notice-end"
  case giveBack = "return"
  case lookBack = "look-back"
  case assignLookBack = "look-back-unit"
  case reopen
  case answerObjection = "objection"
  case decideExtension = "extension-decision"
  case press, adopt
  case lookInto = "look-into"
  case suspend, resume, parts
  case fanOut = "fan-out"
  case cycle
  case linkDuties = "duties"
  case list, publish, delist, settle, merge, separate
  case reassign, amend, due, cancel

  /// Whether it moves a matter along from issue to close-out; the side ways are never put first.
  package var isOnMainWay: Bool {
    switch self {
    case .acknowledge, .progress, .evidence, .submit, .giveBack, .close, .notice, .noticeEnd, .answerObjection, .resume,
      .lookBack,
      .lookInto:
      true
    case .unchanged, .finishPart, .finishMilestone, .moveMilestone, .checkMeasure, .checkCondition, .setProject,
      .commit,
      .object, .askExtension, .assignLookBack, .reopen, .decideExtension, .press, .adopt,
      .suspend, .parts, .fanOut, .cycle, .linkDuties, .list, .publish, .delist, .settle, .merge, .separate, .reassign,
      .amend, .due,
      .cancel:
      false
    }
  }
}

/// What the forms of a matter choose from.
package struct MatterChoices: Sendable {
  /// Officers of the lead unit who could handle it.
  package let handlers: [OfficerName]
  /// In the official order.
  package let units: [UnitName]
  /// Those of them that "every town" and "every department" mean.
  package let towns: [UnitID]
  package let departments: [UnitID]
  /// Units for which an act may be recorded on behalf: the lead and the supporting ones.
  package let actingUnits: [UnitName]
  /// Leaders who could take it.
  package let leaders: [OfficerName]
  /// The standing duties of the matter's fields.
  package let duties: [Duty]
  /// When it will be due if it is opened again and nobody names a day; nil for no day, and for what is not closed.
  package var dueAgain: CivilDate?
  /// Other units that could hold its look-back.
  package var lookers: [UnitName] = []
  /// The packs' project templates of the matter's fields.
  package var projects: [ProjectTemplate] = []
  /// The code of the one that the form is filled in from; nil: of none.
  package var project: String?

  package struct Duty: Hashable, Sendable {
    package let code: String
    package let title: Bilingual

    package init(code: String, title: Bilingual) { (self.code, self.title) = (code, title) }
  }

  package init(
    handlers: [OfficerName], units: [UnitName], actingUnits: [UnitName], leaders: [OfficerName] = [],
    duties: [Duty] = [], towns: [UnitID] = [], departments: [UnitID] = []
  ) {
    self.duties = duties
    (self.towns, self.departments) = (towns, departments)
    (self.handlers, self.units, self.actingUnits) = (handlers, units, actingUnits)
    self.leaders = leaders
  }
}
