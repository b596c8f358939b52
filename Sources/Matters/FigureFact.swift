package import Ground

/// One thing that the figures of a unit count: what, of which unit, on which day. Of units, never of persons (DESIGN §7).
package struct FigureFact: Hashable, Sendable {
  package let kind: Kind
  /// The lead unit of that moment.
  package let unit: UnitID
  /// The day by which it falls into a period.
  package let day: CivilDate
  /// Calendar days: of a stay how long it was; of a submission how long before its due day, below 0 after it; otherwise 0.
  package let days: Int
  /// The version that the matter had with the event that made it.
  package let step: Int

  package init(_ kind: Kind, unit: UnitID, day: CivilDate, days: Int = 0, step: Int) {
    (self.kind, self.unit, self.day, self.days, self.step) = (kind, unit, day, days, step)
  }

  package enum Kind: String, CaseIterable, Codable, Sendable {
    /// 销号.
    case closed
    /// 申请销号, not verified yet; becomes `onTime` or `late` by its close-out and is no figure before.
    case submitted
    /// Closed on a submission that came by its due day, as the day stood when it came.
    case onTime = "on_time"
    case late
    /// On time, after an extension was granted.
    case extended
    /// The first verification closed it, or returned it.
    case passedFirst = "passed_first"
    case returnedFirst = "returned_first"
    /// 反弹: a close-out after which it was open again; counted on the day of the close-out.
    case relapsed
    /// 回头看.
    case lookBackPassed = "look_back_passed"
    case lookBackFailed = "look_back_failed"
    /// A stay in a phase, on the day when it ended.
    case stayAssigned = "stay_assigned"
    case stayObjected = "stay_objected"
    case stayUnderway = "stay_underway"
    case staySuspended = "stay_suspended"
    case staySubmitted = "stay_submitted"

    /// What pages say and open.
    package static let figures = allCases.filter { $0 != .submitted }

    /// Nil for the phases that end a matter.
    package static func stay(in phase: Phase) -> Kind? {
      switch phase {
      case .assigned: .stayAssigned
      case .objected: .stayObjected
      case .underway: .stayUnderway
      case .suspended: .staySuspended
      case .submitted: .staySubmitted
      case .closed, .cancelled: nil
      }
    }

    /// Whether days are counted and not only occurrences.
    package var isStay: Bool {
      switch self {
      case .stayAssigned, .stayObjected, .stayUnderway, .staySuspended, .staySubmitted: true
      default: false
      }
    }
  }
}

/// What one event of a matter changes in the figures. The one place that says how figures count (decision 0021).
package struct FigureStep: Hashable, Sendable {
  package private(set) var added: [FigureFact] = []
  package private(set) var past: Past?

  /// What it changes in what was counted before; the earlier facts of the matter are needed for it.
  package enum Past: Hashable, Sendable {
    /// The submission that was waiting was confirmed by a close-out.
    case confirm(on: CivilDate, step: Int, isExtended: Bool)
    /// The submission that was waiting was returned.
    case drop
    /// The last close-out did not last.
    case relapse(step: Int)
    /// It does not count any more: cancelled, merged into another, or divided among units.
    case forget
  }

  package var isEmpty: Bool { added.isEmpty && past == nil }

  /// - Parameter before: nil where the event is the matter's first, which counts nothing.
  package init(_ event: MatterEvent, from before: Matter?, to after: Matter) {
    // A matter that fanned out has no figures: its children have. A merged one goes on with the other.
    if case .fannedOut = event.change, before?.isParent == false { past = .forget }
    guard let before, !after.isParent, before.life.mergedInto == nil else { return }
    let (day, step) = (event.at.civilDate, after.version)
    func add(_ kind: FigureFact.Kind, days: Int = 0) {
      added.append(FigureFact(kind, unit: before.lead, day: day, days: days, step: step))
    }
    switch event.change {
    case .cancelled, .mergedInto:
      past = .forget
      return
    case .submitted: if let due = before.due { add(.submitted, days: day.days(until: due.day)) }
    case .returned:
      if before.isFirstVerification { add(.returnedFirst) }
      past = .drop
    case .closed:
      add(.closed)
      if before.isFirstVerification { add(.passedFirst) }
      past = .confirm(on: day, step: step, isExtended: before.life.extensionsGranted > 0)
    case .reopened: past = .relapse(step: step)
    case .lookedBack(_, let holds, _): add(holds ? .lookBackPassed : .lookBackFailed)
    default: break
    }
    if let stay = before.stay(endedBy: after, on: day) { add(stay.kind, days: stay.days) }
  }

  /// The facts of a matter with this step behind them.
  package func follow(_ facts: inout [FigureFact]) {
    switch past {
    case nil: break
    case .forget: facts = []
    case .drop: facts.removeAll { $0.kind == .submitted }
    case .confirm(let day, let step, let isExtended):
      for waiting in facts where waiting.kind == .submitted {
        let isOnTime = waiting.days >= 0
        func add(_ kind: FigureFact.Kind, days: Int) {
          facts.append(FigureFact(kind, unit: waiting.unit, day: day, days: days, step: step))
        }
        add(isOnTime ? .onTime : .late, days: waiting.days)
        if isOnTime && isExtended { add(.extended, days: waiting.days) }
      }
      facts.removeAll { $0.kind == .submitted }
    case .relapse(let step):
      if let closed = facts.last(where: { $0.kind == .closed }) {
        facts.append(FigureFact(.relapsed, unit: closed.unit, day: closed.day, step: step))
      }
    }
    facts += added
  }
}

extension Matter {
  /// Whether nobody verified it before; what was done again after a return or a relapse is another verification.
  fileprivate var isFirstVerification: Bool { returns == 0 && reopenings == 0 }

  /// The stay in a phase that ends here, in calendar days since the unit has it in this phase and for itself.
  fileprivate func stay(endedBy after: Matter, on day: CivilDate) -> (kind: FigureFact.Kind, days: Int)? {
    guard after.phase != phase, let kind = FigureFact.Kind.stay(in: phase) else { return nil }
    // What a unit did not keep is not its stay; an objection is the coordinator's to answer, whoever gets the matter.
    guard after.lead == lead || phase == .objected else { return nil }
    // It began in an old register.
    if imported != nil && phaseSince == issuedAt { return nil }
    // Up to its separation it went with the other matter and was nobody's to move.
    let since = max(phaseSince.civilDate, assignedOn, life.separatedOn ?? assignedOn)
    return (kind, since.days(until: day))
  }
}
