package import Directory
package import Ground
package import Matters

/// What somebody asks of a sitting.
package enum SittingCommand: Hashable, Sendable {
  case call(id: SittingID, plan: PlannedMeeting, agenda: [AgendaItem])
  /// To another day, time or place; the due days of reports that move with an earlier day go with it.
  case move(PlannedMeeting, dues: [ReportDue])
  case setAgenda([AgendaItem])
  case askReports([UnitID], Reported.Mode, due: DueDate)
  case withdrawReport(UnitID)
  /// By a rule, where the due day is near.
  case remind([UnitID])
  case submitReport(UnitID, text: Words, onBehalf: OnBehalf?)
  case readReport(UnitID)
  case open(Opening)
  case setPresences([Presence])
  case convey(Instruction)
  /// The matter in which something is done about the instruction of this number, from 0.
  case linkInstruction(Int, MatterID)
  case dropInstruction(Int)
  /// No matter is needed, with the reason.
  case settleInstruction(Int, Words)
  case decide(SittingDecision)
  case dropDecision(Int)
  case minute(MeetingID)
  case callOff(reason: Words)
}

/// What happened to a sitting: what, who, when.
package struct SittingEvent: Hashable, Sendable {
  package let change: SittingChange
  package let by: String
  package let at: Instant

  package init(_ change: SittingChange, by: String, at: Instant) { (self.change, self.by, self.at) = (change, by, at) }
}

/// What changed; the ledger entry's kind is `sitting.` and the case's name.
package enum SittingChange: Hashable, Codable, Sendable {
  case called(id: SittingID, plan: PlannedMeeting, agenda: [AgendaItem])
  /// `dues` is nil where no due day moved.
  case moved(plan: PlannedMeeting, dues: [ReportDue]? = nil)
  case agendaSet(items: [AgendaItem])
  case reportsAsked(units: [UnitID], mode: Reported.Mode, due: DueDate, on: CivilDate)
  case reportWithdrawn(unit: UnitID)
  case reportsReminded(units: [UnitID], on: CivilDate)
  case reportSubmitted(unit: UnitID, text: Words, onBehalf: OnBehalf?)
  case reportRead(unit: UnitID)
  /// Counted again by a calendar that was published or changed.
  case reportsRecounted(dues: [ReportDue])
  case opened(Opening)
  case presencesSet(presences: [Presence])
  case instructionConveyed(Instruction)
  case instructionLinked(number: Int, matter: MatterID)
  case instructionDropped(number: Int)
  case instructionSettled(number: Int, reason: Words)
  case decided(SittingDecision)
  case decisionDropped(number: Int)
  case minuted(meeting: MeetingID)
  case calledOff(reason: Words)
}

/// What a sitting is after an event. A number that the sitting does not have changes nothing: only an altered entry
/// names one.
package func evolve(_ sitting: Sitting?, with event: SittingEvent) -> Sitting {
  if case .called(let id, let plan, let agenda) = event.change {
    return Sitting(
      id: id, plan: plan, stage: .planned, moves: 0, agenda: agenda, reports: [], opening: nil, instructions: [],
      decisions: [], meeting: nil, reason: nil, version: 1)
  }
  guard var sitting else { preconditionFailure("a sitting begins by being called") }
  sitting.version += 1
  switch event.change {
  case .called: preconditionFailure("answered above")
  case .moved(let plan, let dues):
    sitting.plan = plan
    sitting.moves += 1
    for moved in dues ?? [] { sitting.change(moved.unit) { ($0.due, $0.remindedOn) = (moved.due, nil) } }
  case .agendaSet(let items): sitting.agenda = items
  case .reportsAsked(let units, let mode, let due, let day):
    sitting.reports += units.map { UnitReport(unit: $0, mode: mode, due: due, askedOn: day) }
  case .reportWithdrawn(let unit): sitting.reports.removeAll { $0.unit == unit }
  case .reportsReminded(let units, let day): for unit in units { sitting.change(unit) { $0.remindedOn = day } }
  case .reportSubmitted(let unit, let text, let onBehalf):
    sitting.change(unit) {
      $0.submission = UnitReport.Submission(text: text, onBehalf: onBehalf, by: event.by, at: event.at)
    }
  case .reportsRecounted(let dues):
    for counted in dues { sitting.change(counted.unit) { ($0.due, $0.remindedOn) = (counted.due, nil) } }
  case .reportRead(let unit): sitting.change(unit) { $0.isRead = true }
  case .opened(let opening): (sitting.stage, sitting.opening) = (.open, opening)
  case .presencesSet(let presences): sitting.opening?.presences = presences
  case .instructionConveyed(let instruction): sitting.instructions.append(instruction)
  case .instructionLinked(let number, let matter):
    if sitting.instructions.indices.contains(number) { sitting.instructions[number].matters.append(matter) }
  case .instructionDropped(let number):
    if sitting.instructions.indices.contains(number) { sitting.instructions.remove(at: number) }
  case .instructionSettled(let number, let reason):
    if sitting.instructions.indices.contains(number) { sitting.instructions[number].settled = reason }
  case .decided(let decision): sitting.decisions.append(decision)
  case .decisionDropped(let number):
    if sitting.decisions.indices.contains(number) { sitting.decisions.remove(at: number) }
  case .minuted(let meeting): (sitting.stage, sitting.meeting) = (.held, meeting)
  case .calledOff(let reason): (sitting.stage, sitting.reason) = (.calledOff, reason)
  }
  return sitting
}

extension Sitting {
  fileprivate mutating func change(_ unit: UnitID, _ change: (inout UnitReport) -> Void) {
    for index in reports.indices where reports[index].unit == unit { change(&reports[index]) }
  }
}
