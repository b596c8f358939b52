import Directory
import Ground
import Packs

/// The acts beside the main way.
extension Decision {
  func sideAct(
    _ command: MatterCommand, _ matter: Matter, _ officer: Officer, _ may: [Problem]
  ) throws(Refusal) -> [MatterChange] {
    switch command {
    case .answerObjection(let lead, let supporting, let day, let reason):
      let due = day.map { decided($0, "decision") }
      let units = lead.map { ResponsibleUnits(directory: context.directory).problems(lead: $0, supporting: supporting) }
      try refuse(
        may + typed(reason, "reason") + (units ?? []) + unchanged(lead == matter.lead, "lead") + (due.map(past) ?? []))
      return [.objectionAnswered(ObjectionAnswer(lead: lead, supporting: supporting, due: due, reason: reason))]
    case .decideExtension(let isGranted, let day, let reason):
      let asked = day ?? matter.life.extensionAsked?.day
      let wrong = isGranted ? asked.map { notLater($0, matter) } ?? [] : []
      try refuse(may + typed(reason, "reason") + wrong)
      return [.extensionDecided(granted: isGranted ? asked.map { decided($0, "extension") } : nil, reason: reason)]
    case .suspend(let until, let reason, let authority):
      try refuse(may + typed(reason, "reason") + typed(authority, "authority") + unendingSuspension(until))
      let suspension = Suspension(since: today, until: until, reason: reason, authority: authority, from: matter.phase)
      return [.suspended(suspension, due: try paused(matter, by: suspension.pause))]
    case .resume(let reason):
      try refuse(may + typed(reason, "reason"))
      return [.resumed(due: try resumed(matter), reason: reason)]
    case .press(let note):
      try refuse(may + typed(note, "note"))
      return [.pressed(note: note)]
    case .lookInto(let note):
      try refuse(may + typed(note, "note"))
      return [.lookedInto(note: note)]
    case .setParts(let parts):
      try refuse(may + wrong(parts, matter))
      return [.partsSet(parts.map { keepingFinished($0, matter) })]
    case .fanOut(let children, let reason):
      try refuse(
        may + typed(reason, "reason") + FanOutRules(matter: matter, context: context).problems(children))
      return [.fannedOut(children.map(\.state), reason: reason)]
    case .adopt(let leader, let note): return [try adopted(leader, note, matter, officer, may)]
    case .list, .recordPublication, .delist: return [try listing(command, matter, may)]
    case .giveNotice, .endNotice: return try notice(command, matter, may)
    case .lookBack(let conclusion, let holds, let onSite, let day):
      let due = holds ? nil : dueAgain(matter, day)
      try refuse(may + typed(conclusion, "conclusion") + missingVisit(onSite, matter) + (due.map(past) ?? []))
      return [.lookedBack(conclusion: conclusion, holds: holds, onSite: onSite)]
        + (holds ? [] : [.reopened(reason: conclusion, due: due)])
    case .assignLookBack(let unit, let reason):
      try refuse(may + typed(reason, "reason") + wrongLooker(unit, matter))
      return [.lookBackAssigned(unit: unit, reason: reason)]
    case .merge(let target, let reason):
      try refuse(
        may + typed(reason, "reason") + unchanged(target.matter == matter.id, "target")
          + (matter.life.isListingOpen ? [Problem(.mergeListed, at: "target")] : []))
      return [.mergedInto(target, reason: reason)]
    case .separate(let reason):
      try refuse(may + typed(reason, "reason"))
      return [.separated(reason: reason)]
    case .setCycle(let cycle):
      try refuse(may + unchanged(cycle == matter.life.cycle, "cycle"))
      return [.cycleSet(cycle)]
    case .linkDuties(let codes):
      try refuse(may + Matter.problems(ofDuties: codes) + unchanged(codes == matter.life.duties, "duty"))
      return [.dutiesLinked(codes)]
    case .settle(let note):
      try refuse(may + typed(note, "note"))
      return [.settled(note: note)]
    case .issue, .acknowledge, .reportProgress, .addEvidence, .submit, .finishPart, .setProject, .finishMilestone,
      .moveMilestone, .checkCondition, .checkMeasure, .commit, .object, .askExtension,
      .returnForRework, .close, .reopen, .cancel, .reassign, .amend, .changeDue, .noteChild, .takeOver, .giveBack,
      .absorb, .release, .follow, .recount, .climb, .climbWaits, .followPeriods, .raise:
      preconditionFailure("not an act beside the main way")
    }
  }

  // MARK: Duplicates

  /// The other matter's side of a merge; who may is asked of the one that merges.
  func otherSide(_ command: MatterCommand, _ matter: Matter) throws(Refusal) -> MatterChange {
    switch command {
    case .absorb(let other):
      // What was passed and is public is closed by what the verifier saw, who never saw the other one.
      let isFree = matter.life.mergedInto == nil && matter.life.notice == nil
      let isFit = matter.isOpen && !matter.isParent && isFree && matter.id != other.id
      let isAlike = matter.standard == other.standard
      try refuse(
        (isFit ? [] : [Problem(.mergeTarget, at: "target", ["number": matter.number])])
          + (isAlike ? [] : [Problem(.mergeStandard, at: "target", ["number": matter.number])]))
      return .absorbed(other.id, officers: other.handledBy, units: other.handlingUnits)
    case .release(let other): return .released(other)
    default: throw Refusal(.ruleOnly, at: "actor")
    }
  }

  // MARK: What rules do

  func ruled(_ command: MatterCommand, _ matter: Matter) throws(Refusal) -> [MatterChange] {
    switch command {
    case .follow(let target):
      if let closure = target.closure, matter.isOpen { return [.closedWith(target.id, closure.again)] }
      if target.isOpen, matter.phase == .closed {
        return [.reopened(reason: Words("随并入的事项反弹重开。"), due: dueAgain(matter, nil))]
      }
      return []
    case .recount: return try recounted(matter)
    case .climb: return nextStep(matter).map { [.escalated($0)] } ?? []
    case .climbWaits: return nextWaitSteps(matter).map { .waitEscalated($0) }
    case .followPeriods: return periods(matter)
    case .raise(let concern):
      let isFit = concern == .quiet ? matter.isWithItsUnit : matter.life.mergedInto == nil
      return isFit ? [.raised(concern)] : []
    default: throw Refusal(allowed(command.kind ?? .amend, on: matter, by: actor, in: context))
    }
  }

  // MARK: Clocks

  /// Its own due date while it is open, and what it waits for, by today's calendar.
  private func recounted(_ matter: Matter) throws(Refusal) -> [MatterChange] {
    var changes: [MatterChange] = []
    if let due = matter.due, matter.isOpen {
      let again = try context.clock.again(due, pauses: due.pauses)
      if again != due { changes.append(.dueRecounted(again)) }
    }
    for (kind, due) in matter.clocksBeside {
      let again = try context.clock.again(due, pauses: due.pauses)
      if again != due { changes.append(.waitRecounted(kind, due: again)) }
    }
    return changes
  }

  /// By when a matter that is open again is done: on the day that was named, else by the procedure's term where the day that
  /// stood has come or passed. A relapse that kept a day of the past would stand on the last step of its ladder at once.
  func dueAgain(_ matter: Matter, _ day: CivilDate?) -> DueDate? {
    day.map { decided($0, "reopening") } ?? context.reopening(of: matter)
  }

  /// A day that somebody decided on.
  func decided(_ day: CivilDate, _ source: String) -> DueDate {
    .named(day, on: today, source: source)
  }

  func extensionTerm(_ matter: Matter) -> String {
    matter.life.isListed ? "listed.extension_decide" : "extension.decide"
  }

  /// An extension goes beyond the day that stands, and beyond today.
  func notLater(_ day: CivilDate, _ matter: Matter) -> [Problem] {
    guard let due = matter.due, day > due.day, day >= today else {
      return [Problem(.extensionNotLater, at: "day", ["day": matter.due?.day.iso ?? ""])]
    }
    return []
  }

  private func unendingSuspension(_ until: CivilDate) -> [Problem] {
    let last = today.adding(days: 366)
    return until > today && until <= last ? [] : [Problem(.suspensionEnd, at: "until", ["last": last.iso])]
  }

  /// The due date with one more pause; nil where there is none.
  private func paused(_ matter: Matter, by pause: DayRun) throws(Refusal) -> DueDate? {
    guard let due = matter.due else { return nil }
    return try context.clock.again(due, pauses: due.pauses + [pause])
  }

  /// Whoever resumes before the end gives back the days that were not needed. A day that was set meanwhile stays.
  private func resumed(_ matter: Matter) throws(Refusal) -> DueDate? {
    guard let suspension = matter.life.suspension, let due = matter.due, today <= suspension.until,
      due.pauses.contains(where: { $0.contains(suspension.until) })
    else { return nil }
    let yesterday = today.adding(days: -1)
    let kept = due.pauses.compactMap { run -> DayRun? in
      guard run.last >= suspension.since else { return run }
      let last = min(run.last, yesterday)
      return run.first <= last ? DayRun(first: run.first, last: last) : nil
    }
    return try context.clock.again(due, pauses: kept)
  }

  // MARK: Parts

  private func wrong(_ parts: [Part], _ matter: Matter) -> [Problem] {
    let units = [matter.lead] + matter.supporting
    var (problems, seen): ([Problem], Set<UnitID>) = ([], [])
    for part in parts {
      problems += typed(part.task, "parts")
      if !units.contains(part.unit) || !seen.insert(part.unit).inserted {
        problems.append(Problem(.partsUnits, at: "parts", ["unit": context.directory.shownName(of: part.unit)]))
      }
      if let due = part.due, due < today || matter.due.map({ due > $0.day }) ?? false {
        problems.append(Problem(.partsDue, at: "parts", ["day": due.iso]))
      }
    }
    return problems + unchanged(parts.map { keepingFinished($0, matter) } == matter.life.parts, "parts")
  }

  /// What a unit has finished stays finished while its task is the same.
  private func keepingFinished(_ part: Part, _ matter: Matter) -> Part {
    let before = matter.life.parts.first { $0.unit == part.unit && $0.task.text == part.task.text }
    var part = part
    part.finished = before?.finished
    return part
  }

  func unfinishedPart(of unit: UnitID, _ matter: Matter) -> [Problem] {
    let isOpen = matter.life.parts.contains { $0.unit == unit && $0.finished == nil }
    return isOpen ? [] : [Problem(.noPartOfUnit, at: "unit", ["unit": context.directory.shownName(of: unit)])]
  }

  // MARK: Leaders and lists

  private func adopted(
    _ leader: OfficerID, _ note: Words, _ matter: Matter, _ officer: Officer, _ may: [Problem]
  ) throws(Refusal) -> MatterChange {
    let named = context.directory.officers[leader]
    let isLeader = named.map { $0.roles.contains(.leader) && !$0.hasLeft } ?? false
    // A leader takes a matter in their own name; a coordinator writes down who took it.
    let isOwn = officer.id == leader || officer.roles.contains(.coordinator)
    try refuse(
      may + typed(note, "note") + (isLeader ? [] : [Problem(.leaderUnknown, at: "leader")])
        + (isOwn || !may.isEmpty ? [] : [Problem(.adoptsOnlySelf, at: "leader")])
        + unchanged(leader == matter.life.adoptedBy, "leader")
    )
    return .adopted(leader: leader, note: note)
  }

  private func listing(
    _ command: MatterCommand, _ matter: Matter, _ may: [Problem]
  ) throws(Refusal) -> MatterChange {
    switch command {
    case .list(let authority, let day):
      // The rule's term is the longest there is; a day that stands and is nearer stays.
      let longest = context.due("listed.rectify", from: today)
      let standsNearer = matter.due.map { due in longest.map { due.day <= $0.day } ?? true } ?? false
      let due = day.map { decided($0, "listing") } ?? (standsNearer ? nil : longest)
      try refuse(may + typed(authority, "authority") + (due.map(past) ?? []))
      let listing = Listing(
        authority: authority, on: today, publishBy: context.due("listed.publish", from: today))
      return .listed(listing, due: due)
    case .recordPublication(let place, let day):
      let since = matter.publicationOwed?.since ?? today
      let wrong = day < since || day > today
      try refuse(
        may + typed(place, "place")
          + (wrong ? [Problem(.publicationDay, at: "day", ["first": since.iso, "last": today.iso])] : []))
      return .published(Listing.Publication(place: place, day: day))
    case .delist(let reason):
      try refuse(may + typed(reason, "reason"))
      return .delisted(
        Listing.Delisting(
          reason: reason, on: today, publishBy: context.due("listed.delist", from: today), published: nil))
    default: preconditionFailure("not about a list")
    }
  }

  // MARK: Public notice

  private func notice(_ command: MatterCommand, _ matter: Matter, _ may: [Problem]) throws(Refusal) -> [MatterChange] {
    guard let notice = matter.life.notice else { throw Refusal(may) }
    switch command {
    case .giveNotice(let place, let day):
      let since = notice.passed.at.civilDate
      let wrong = day < since || day > today
      try refuse(
        may + typed(place, "place")
          + (wrong ? [Problem(.publicationDay, at: "day", ["first": since.iso, "last": today.iso])] : []))
      let term = context.packs.procedures[matter.procedure]?.notice
      let until = term.flatMap { context.due($0, from: day) }
      if let term, until == nil { throw Refusal(.noticeTerm, at: "day", ["term": term]) }
      return [.noticeGiven(CloseOutNotice.Given(place: place, day: day, until: until))]
    case .endNotice(let note, let holds):
      let last = notice.given.map { $0.until?.day ?? $0.day }
      let runs = holds && last.map { today <= $0 } ?? false
      try refuse(
        may + typed(note, "note") + (runs ? [Problem(.noticeRuns, at: "holds", ["day": last?.iso ?? ""])] : []))
      let ended = MatterChange.noticeEnded(note: note, holds: holds)
      guard holds else { return [ended, .returned(reasons: note.again)] }
      let passed = notice.passed
      let closure = Closure(
        by: passed.by, unit: passed.unit, conclusion: passed.conclusion.again, onSite: passed.onSite, at: now,
        publishBy: context.publication(of: matter))
      return [ended, .closed(closure)] + lookBack(after: matter, closure, notice.verifiers)
    default: preconditionFailure("not about a public notice")
    }
  }
}
