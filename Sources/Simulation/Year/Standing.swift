import Directory
import Ground
import Matters
import Packs

/// A matter by the rules' own account, kept from its entries alone and by other code than the office's.
struct Standing {
  let id: MatterID
  let source: MatterSource?
  let parent: MatterID?
  let standard: String
  let procedure: String
  let field: Field
  private(set) var lead: UnitID
  private(set) var phase: Phase
  private(set) var due: CivilDate?
  private(set) var children: [MatterID: Phase]
  private(set) var version = 1
  /// Where it stood before it was objected to or suspended.
  private var before = Phase.assigned
  /// Officers who handled it, and their units (DESIGN §3).
  private(set) var handlers: Set<String> = []
  private(set) var units: Set<UnitID> = []
  /// The step of the ladder that was taken last, and from which due day.
  private var step: (due: CivilDate, number: Int)?
  private var isMerged = false
  /// The step taken last for each thing waited for, by its kind, unit and day.
  private var waitSteps: [String: Int] = [:]
  /// The periods that were called to mind and those that stand as missed, by their last days.
  private var reminded: Set<CivilDate> = []
  private var missed: Set<CivilDate> = []

  /// Whether a unit has to move it.
  var isInHand: Bool { Self.inHand.contains(phase) && !isParent && !isMerged }

  init(_ issue: Issue) {
    (id, source, parent, standard) = (issue.id, issue.source, issue.parent, issue.standard)
    procedure = issue.procedure
    (field, lead, phase, due) = (issue.fields[0], issue.lead, .assigned, issue.due?.day)
    children = Dictionary(uniqueKeysWithValues: issue.children.map { ($0.matter, .assigned) })
  }

  var isParent: Bool { !children.isEmpty }

  var isOpen: Bool { Self.open.contains(phase) }

  func isOverdue(on day: CivilDate) -> Bool {
    guard let due, phase != .closed, phase != .cancelled else { return false }
    return due < day
  }

  /// Moves along the arrows of DESIGN §3, or says which one is missing.
  mutating func follow(_ change: MatterChange, by actor: String, otherUnit: Bool) throws(Breach) {
    version += 1
    switch change {
    case .issued, .takenOver: throw Breach("\(id) was issued twice")
    case .acknowledged(_, let handling): try handle(handling, actor, from: .assigned, to: .underway)
    case .progressed(_, let handling), .evidenceAdded(_, let handling):
      try handle(handling, actor, from: .underway, to: .underway)
    case .submitted(_, let handling, _): try handle(handling, actor, from: .underway, to: .submitted)
    case .returned:
      try independent(actor)
      try move(from: [.submitted], to: .underway)
    case .closed(let closure):
      // What was handled before it was divided is not what is closed: its children were verified one by one.
      if !isParent { try independent(actor) }
      if otherUnit && units.contains(closure.unit) { throw Breach("\(id) was verified by a unit that handled it") }
      if isParent && !isSettled { throw Breach("\(id) was closed before its children") }
      try move(from: [.submitted], to: .closed)
    case .reopened(_, let newDue):
      try move(from: [.closed], to: .underway)
      due = newDue?.day ?? due
    case .cancelled: try move(from: Self.open, to: .cancelled)
    case .reassigned(let newLead, _, _, _):
      try move(from: [.assigned, .underway], to: newLead == lead ? phase : .assigned)
      lead = newLead
    case .amended: try move(from: Self.open, to: phase)
    case .dueChanged(let newDue, _):
      try move(from: Self.open, to: phase)
      due = newDue.day
    case .childMoved(let child, let childPhase, _): try follow(child, childPhase)
    case .fannedOut(let made, let reason): try divide(made, reason)
    default: try followBeside(change, by: actor)
    }
  }

  private static let open: [Phase] = [.assigned, .objected, .underway, .suspended, .submitted]
  private static let inHand: [Phase] = [.assigned, .underway]

  /// The arrows beside the main way.
  private mutating func followBeside(_ change: MatterChange, by actor: String) throws(Breach) {
    switch change {
    case .objected:
      before = phase
      try move(from: Self.inHand, to: .objected)
    case .objectionAnswered(let answer):
      try move(from: [.objected], to: answer.lead == nil ? before : .assigned)
      (lead, due) = (answer.lead ?? lead, answer.due?.day ?? due)
    case .suspended(let suspension, let newDue):
      before = phase
      try move(from: Self.inHand, to: .suspended)
      guard let newDue else { return }
      if let due, due >= suspension.since, newDue.day <= suspension.until {
        throw Breach("\(id) falls due while it is suspended")
      }
      due = newDue.day
    case .resumed(let newDue, _):
      try move(from: [.suspended], to: before)
      due = newDue?.day ?? due
    case .extensionDecided(let granted, _):
      try move(from: Self.inHand, to: phase)
      if let granted, let due, granted.day <= due { throw Breach("\(id) was extended to an earlier day") }
      due = granted?.day ?? due
    case .extensionAsked, .pressed, .partsSet, .cycleSet: try move(from: Self.inHand, to: phase)
    case .projectSet(_, _, let handling), .milestoneFinished(_, _, let handling), .conditionChecked(_, _, let handling),
      .measureChecked(_, _, let handling), .milestoneMoved(_, _, _, let handling), .committed(_, _, let handling):
      try handle(handling, actor, from: .underway, to: .underway)
    case .partFinished(_, _, let handling): try handle(handling, actor, from: .underway, to: .underway)
    case .listed(_, let newDue):
      try move(from: Self.inHand, to: phase)
      due = newDue?.day ?? due
    case .lookBackSet, .lookBackAssigned, .delisted: try move(from: [.closed], to: phase)
    case .lookedBack:
      try independent(actor)
      try move(from: [.closed], to: phase)
    case .dueRecounted(let newDue):
      try move(from: Self.open, to: phase)
      due = newDue.day
    case .closedWith: try move(from: Self.open, to: .closed)
    case .absorbed(_, let officers, let units):
      try move(from: Self.open, to: phase)
      handlers.formUnion(officers.map(\.text))
      self.units.formUnion(units)
    case .mergedInto, .separated:
      try move(from: Self.open, to: phase)
      isMerged = change.kind == .mergedInto
    case .escalated(let taken): try climb(taken, by: actor)
    case .passed:
      try independent(actor)
      try move(from: [.submitted], to: phase)
    case .noticeGiven, .noticeEnded: try move(from: [.submitted], to: phase)
    case .waitEscalated(let taken): try climb(taken, by: actor)
    case .reportReminded(let day): try count(period: day, isMissed: false)
    case .reportMissed(let day, _): try count(period: day, isMissed: true)
    case .dutiesLinked, .adopted, .published, .released, .settled, .raised, .lookedInto, .waitRecounted: break
    case .issued, .takenOver, .acknowledged, .progressed, .evidenceAdded, .submitted, .returned, .closed, .reopened,
      .cancelled, .reassigned, .amended, .dueChanged, .childMoved, .fannedOut:
      preconditionFailure("on the main way")
    }
  }

  // MARK: The ladder

  /// Each step once for each due day, upwards, by the rule alone.
  private mutating func climb(_ taken: Escalation, by actor: String) throws(Breach) {
    try move(from: Self.inHand, to: phase)
    if actor != "rule.ladder" { throw Breach("\(id) took a step by \(actor)") }
    if taken.due != due { throw Breach("\(id) took a step from \(taken.due.iso), due \(due?.iso ?? "–")") }
    if let step, step.due == taken.due, step.number >= taken.number {
      throw Breach("\(id) took step \(taken.number) after \(step.number)")
    }
    step = (taken.due, taken.number)
  }

  /// The same of what it waits for, none before its day.
  private mutating func climb(_ taken: WaitStep, by actor: String) throws(Breach) {
    if actor != "rule.ladder" { throw Breach("\(id) took a step of a wait by \(actor)") }
    let key = "\(taken.kind.rawValue) \(taken.unit) \(taken.due.iso)"
    if taken.number <= waitSteps[key] ?? 0 {
      throw Breach("\(id) took step \(taken.number) of \(key) after \(waitSteps[key] ?? 0)")
    }
    waitSteps[key] = taken.number
  }

  /// Each period once.
  private mutating func count(period last: CivilDate, isMissed: Bool) throws(Breach) {
    if phase != .underway { throw Breach("\(id) is asked for a report while it is \(phase)") }
    let isNew = isMissed ? missed.insert(last).inserted : reminded.insert(last).inserted
    if !isNew { throw Breach("\(id) counts the period to \(last.iso) twice") }
  }

  /// Says where it stands on another step than the days demand.
  func compareStep(with ladder: Ladder, on day: CivilDate, _ calendar: WorkCalendar) throws(Breach) {
    guard let due, isInHand else { return }
    let demanded = ladder.steps.count { step in
      step.workdays < 0
        ? calendar.workdays(after: day, through: due) <= -step.workdays
        : step.workdays == 0 ? due <= day : calendar.workdays(after: due, through: day) >= step.workdays
    }
    let number = step.map { $0.due == due ? $0.number : 0 } ?? 0
    if number != demanded {
      throw Breach("\(id), due \(due.iso), stands on step \(number) on \(day.iso), not on \(demanded)")
    }
  }

  private mutating func handle(_ handling: Handling, _ actor: String, from: Phase, to: Phase) throws(Breach) {
    try move(from: [from], to: to)
    handlers.formUnion(handling.officers.map(\.text) + [actor])
    units.formUnion(handling.units + [handling.unit])
  }

  /// Whoever handled it cannot verify it (DESIGN §3.3).
  private func independent(_ actor: String) throws(Breach) {
    if handlers.contains(actor) { throw Breach("\(id) was verified by \(actor), who handled it") }
  }

  private mutating func move(from: [Phase], to: Phase) throws(Breach) {
    guard from.contains(phase) else { throw Breach("\(id) went from \(phase) to \(to), where there is no arrow") }
    phase = to
  }

  /// Once, a whole, among units that differ, none of which has begun.
  private mutating func divide(_ made: [ChildState], _ reason: Words) throws(Breach) {
    try move(from: Self.inHand, to: phase)
    if isParent || parent != nil || isMerged { throw Breach("\(id) was divided, and may not be") }
    if Set(made.map(\.unit)).count != made.count || !(2...60).contains(made.count) {
      throw Breach("\(id) was divided among \(made.count) units")
    }
    children = Dictionary(uniqueKeysWithValues: made.map { ($0.matter, $0.phase) })
    if children.values.contains(where: { $0 != .assigned }) {
      throw Breach("a child of \(id) began before it was issued")
    }
  }

  private var isSettled: Bool {
    children.values.allSatisfy { $0 == .closed || $0 == .cancelled } && children.values.contains(.closed)
  }

  private mutating func follow(_ child: MatterID, _ childPhase: Phase) throws(Breach) {
    guard children[child] != nil else { throw Breach("\(id) heard of \(child), which is no child of it") }
    children[child] = childPhase
    let isOver = children.values.allSatisfy { $0 == .closed || $0 == .cancelled }
    switch phase {
    case .cancelled: return
    case .closed: if !isOver { phase = .underway }
    case .assigned, .objected, .underway, .suspended, .submitted:
      if isSettled {
        phase = .submitted
      } else if phase == .submitted || children.values.contains(where: { $0 != .assigned }) {
        phase = .underway
      }
    }
  }
}
