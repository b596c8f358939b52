import Directory
import Ground
import Matters
import Packs
import Storage

/// A matter's entries as sentences, oldest first, with what the page asks of them besides.
struct MatterStory {
  var lines: [StoryLine] = []
  /// The reason of the decision that last set the due date.
  var decision: Words?
  /// The position of the entry that last closed it.
  var closedAt: Int?
}

extension Asking {
  func history(_ id: MatterID) throws(StorageError) -> MatterStory {
    var (story, matter) = (MatterStory(), Matter?.none)
    for fact in try EntryStore(session, district).history(of: "matter:\(id)") {
      guard case .matter(_, let change) = fact.event else { continue }
      story.lines.append(
        StoryLine(
          position: Int(fact.position), at: fact.at, by: author(fact.by),
          happening: try happening(change, before: matter),
          onBehalf: change.handling?.onBehalf.map { OnBehalfLine(channel: $0.channel, day: $0.day) }))
      if let words = change.dueDecision { story.decision = words }
      switch change {
      case .closed, .closedWith: story.closedAt = Int(fact.position)
      default: break
      }
      if case .takenOver = change { story.closedAt = Int(fact.position) }
      matter = evolve(matter, with: MatterEvent(change, by: fact.by, at: fact.at))
    }
    return story
  }

  private func happening(_ change: MatterChange, before: Matter?) throws(StorageError) -> Happening {
    switch change {
    case .issued(let issue): .issued(lead: unit(issue.lead))
    case .takenOver(let taken): .takenOver(takenOver(taken))
    case .acknowledged(let handler, let handling):
      .acknowledged(unit: unit(handling.unit), handler: handler.map(officer))
    case .progressed(let note, let handling): .progressed(unit: unit(handling.unit), note: note)
    case .evidenceAdded(let file, let handling): .evidenceAdded(unit: unit(handling.unit), file: file.name)
    case .submitted(let note, let handling, let due):
      .submitted(unit: unit(handling.unit), note: note, verifyBy: due?.day)
    case .returned(let reasons): .returned(reasons: reasons)
    case .closed(let closure): .closed(conclusion: closure.conclusion, onSite: closure.onSite)
    case .reopened(let reason, let due): .reopened(reason: reason, due: due?.day)
    case .cancelled(let reason, let authority): .cancelled(reason: reason, authority: authority)
    case .reassigned(let lead, _, let reason, _):
      .reassigned(from: unit(before?.lead ?? lead), to: unit(lead), reason: reason)
    case .amended(let text, let reason): .amended(before: before?.text ?? text, after: text, reason: reason)
    case .dueChanged(let due, let reason):
      .dueChanged(before: before?.due?.day, after: due.day, reason: reason)
    case .childMoved(let child, let phase, _):
      .childMoved(
        child: MatterName(id: child, number: childNumber(child, of: before)),
        unit: unit(before?.children.first { $0.matter == child }?.unit ?? UnitID(trusted: "-")), phase: phase)
    default: try happeningBeside(change, before: before)
    }
  }

  private func happeningBeside(_ change: MatterChange, before: Matter?) throws(StorageError) -> Happening {
    switch change {
    case .objected(let objection):
      .objected(unit: unit(objection.unit), reason: objection.reason, answerBy: objection.answerBy?.day)
    case .objectionAnswered(let answer):
      .objectionAnswered(to: answer.lead.map(unit), due: answer.due?.day, reason: answer.reason)
    case .extensionAsked(let request):
      .extensionAsked(until: request.day, reason: request.reason, answerBy: request.answerBy?.day)
    case .extensionDecided(let due, let reason):
      .extensionDecided(before: before?.due?.day, granted: due?.day, reason: reason)
    case .suspended(let suspension, let due):
      .suspended(until: suspension.until, due: due?.day, reason: suspension.reason, authority: suspension.authority)
    case .resumed(let due, let reason): .resumed(due: due?.day, reason: reason)
    case .pressed(let note): .pressed(note: note)
    case .partsSet(let parts): .partsSet(parts.map(part))
    case .partFinished(let unit, let note, _): .partFinished(unit: self.unit(unit), note: note)
    case .projectSet, .milestoneFinished, .milestoneMoved, .conditionChecked, .measureChecked:
      happeningOfProject(change, before?.life.project)
    case .committed(let commitments, let reason, let handling):
      .committed(unit: unit(handling.unit), commitments: commitments, reason: reason)
    case .adopted(let leader, let note): .adopted(leader: officer(leader), note: note)
    case .listed(let listing, let due):
      .listed(authority: listing.authority, due: due?.day, publishBy: listing.publishBy?.day)
    case .passed(let closure, _): .passed(conclusion: closure.conclusion, onSite: closure.onSite)
    case .noticeGiven(let given): .noticeGiven(place: given.place, day: given.day, until: given.until?.day)
    case .noticeEnded(let note, let holds): .noticeEnded(note: note, holds: holds)
    case .published(let publication): .published(place: publication.place, day: publication.day)
    case .delisted(let delisting): .delisted(reason: delisting.reason, publishBy: delisting.publishBy?.day)
    case .lookBackSet(let lookBack): .lookBackSet(lookBack.due.day, at: lookBack.unit.map(unit))
    case .lookBackAssigned(let unit, let reason): .lookBackAssigned(to: self.unit(unit), reason: reason)
    case .lookedBack(let conclusion, let holds, let onSite):
      .lookedBack(conclusion: conclusion, holds: holds, onSite: onSite)
    case .mergedInto(let target, let reason):
      .mergedInto(MatterName(id: target.matter, number: target.number), reason: reason)
    case .absorbed(let other, _, _): .absorbed(try named(other))
    case .separated(let reason): .separated(reason: reason)
    case .released(let other): .released(try named(other))
    case .closedWith(let target, _): .closedWith(try named(target))
    case .cycleSet(let cycle): .cycleSet(cycle)
    case .reportReminded(let until): .reportReminded(until: until)
    case .reportMissed(let last, let periods): .reportMissed(last: last, periods: periods)
    case .dutiesLinked(let codes): .dutiesLinked(codes.map(dutyTitle))
    case .settled(let note): .settled(note: note)
    case .dueRecounted(let due): .dueRecounted(before: before?.due?.day, after: due.day)
    case .waitRecounted(let kind, let due):
      .waitRecounted(kind, before: before?.clocksBeside.first { $0.kind == kind }?.due.day, after: due.day)
    case .escalated(let step): .escalated(rung(step), due: step.due)
    case .waitEscalated(let step):
      .waitEscalated(
        step.kind, unit(step.unit), packs.step(step.code) ?? Bilingual(step.step, step.step), due: step.due)
    case .raised(let concern): .raised(concern)
    case .lookedInto(let note): .lookedInto(note: note)
    case .fannedOut(let children, let reason): .fannedOut(units: children.map { unit($0.unit) }, reason: reason)
    case .issued, .takenOver, .acknowledged, .progressed, .evidenceAdded, .submitted, .returned, .closed, .reopened,
      .cancelled, .reassigned, .amended, .dueChanged, .childMoved:
      preconditionFailure("on the main way")
    }
  }

  /// What the step is called; its code where the ladder was changed since.
  func rung(_ step: Escalation) -> Bilingual {
    packs.step(step.code) ?? Bilingual(step.step, step.step)
  }

  func part(_ part: Part) -> PartLine {
    PartLine(unit: unit(part.unit), task: part.task, due: part.due, finished: part.finished)
  }

  /// A matter by its number, which anybody may know; its page keeps to who may see it.
  func named(_ id: MatterID) throws(StorageError) -> MatterName {
    MatterName(id: id, number: try MatterStore(session, district).load(id)?.number ?? id.text)
  }

  private func takenOver(_ taken: TakenOver) -> TakenOverLine {
    TakenOverLine(
      lead: unit(taken.issue.lead), issuedOn: taken.issuedOn, closedOn: taken.closure?.at.civilDate,
      formerNumber: taken.formerNumber, origin: taken.origin, progress: taken.progress,
      conclusion: taken.closure?.conclusion, row: taken.row)
  }

  /// A child's number is its parent's with its place in the fan-out.
  private func childNumber(_ child: MatterID, of parent: Matter?) -> String {
    guard let parent, let index = parent.children.firstIndex(where: { $0.matter == child }) else { return child.text }
    return RegisterNumber.child(of: parent.number, index: index)
  }
}

extension MatterChange {
  /// Who handled the matter by this change; nil for what is not a unit's act.
  var handling: Handling? {
    switch self {
    case .acknowledged(_, let handling), .progressed(_, let handling), .evidenceAdded(_, let handling),
      .submitted(_, let handling, _), .partFinished(_, _, let handling),
      .projectSet(_, _, let handling), .milestoneFinished(_, _, let handling), .milestoneMoved(_, _, _, let handling),
      .conditionChecked(_, _, let handling), .measureChecked(_, _, let handling), .committed(_, _, let handling):
      handling
    default: nil
    }
  }
}
