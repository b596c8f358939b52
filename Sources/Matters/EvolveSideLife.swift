import Directory
import Ground

extension Matter {
  /// What an event leaves beside the main way.
  ///
  /// - Parameter before: the matter as it stood before the event moved it.
  mutating func note(_ event: MatterEvent, before: Matter) {
    var life = self.life
    life.follow(event.change, on: event.at.civilDate)
    side = life
    switch SilenceStep(event, from: before, to: self) {
    case .begins, .ends: life.concerns = life.concerns?.without(.quiet)
    case .none, .noticed: break
    }
    // What one unit asked for and did is not the next one's.
    if lead != before.lead { (life.parts, life.extensionAsked) = ([], nil) }
    life.parts.removeAll { $0.unit != lead && !supporting.contains($0.unit) }
    life.project = life.project?.held(by: [lead] + supporting, lead: lead)
    if phase == .submitted { life.extensionAsked = nil } else { (life.verifyBy, life.notice) = (nil, nil) }
    if phase == .closed || phase == .cancelled { (life.extensionAsked, life.suspension) = (nil, nil) }
    side = life == .none ? nil : life
  }
}

extension [ConcernMark] {
  /// Nil for none, as a matter keeps it.
  fileprivate func without(_ concern: Concern) -> [ConcernMark]? {
    let others = filter { $0.concern != concern }
    return others.isEmpty ? nil : others
  }
}

extension SideLife {
  mutating func follow(_ change: MatterChange, on day: CivilDate) {
    switch change {
    // Kept only where a report is owed: entries written before there were any leave no trace here.
    case .acknowledged, .progressed, .evidenceAdded: if cycle != nil { lastWord = day }
    case .submitted(_, _, let due):
      if cycle != nil { lastWord = day }
      verifyBy = due
    case .childMoved(_, _, let due): verifyBy = due ?? verifyBy
    case .reassigned(_, _, _, let since): assignedOn = since ?? assignedOn
    case .objected(let objection):
      self.objection = objection
      objections += 1
    case .objectionAnswered(let answer):
      objection = nil
      if answer.lead != nil { assignedOn = day }
    case .extensionAsked(let request):
      extensionAsked = request
      extensionsAsked += 1
    case .extensionDecided(let granted, _):
      extensionAsked = nil
      if granted != nil { extensionsGranted += 1 }
    case .suspended(let suspension, _): self.suspension = suspension
    case .resumed: suspension = nil
    case .pressed: presses += 1
    case .partsSet(let parts): self.parts = parts
    case .partFinished(let unit, let note, _):
      if cycle != nil { lastWord = day }
      for index in parts.indices where parts[index].unit == unit { parts[index].finished = note }
    case .projectSet, .milestoneFinished, .milestoneMoved, .conditionChecked, .measureChecked:
      if cycle != nil { lastWord = day }
      follow(project: change, on: day)
    case .committed(let made, _, _):
      if cycle != nil { lastWord = day }
      commitments = made
    case .adopted(let leader, _): adoptedBy = leader
    case .listed(let listing, _): self.listing = listing
    case .published(let publication): publish(publication)
    case .delisted(let delisting): listing?.delisted = delisting
    case .passed(let closure, let verifiers): notice = CloseOutNotice(passed: closure, verifiers: verifiers)
    case .noticeGiven(let given): notice?.given = given
    case .lookBackSet(let due): lookBack = due
    case .lookBackAssigned(let unit, _): lookBack?.unit = unit
    case .lookedBack(_, let holds, _):
      lookBack = nil
      lookBacks.held += 1
      if holds { lookBacks.passed += 1 }
    case .reopened: lookBack = nil
    case .mergedInto(let target, _): mergedInto = target
    case .separated: (mergedInto, separatedOn) = (nil, day)
    case .absorbed(let other, _, _): merged.append(other)
    case .released(let other): merged.removeAll { $0 == other }
    case .dutiesLinked(let codes): duties = codes
    case .cycleSet(let cycle):
      (self.cycle, cycleSince, lastWord) = (cycle, cycle.map { _ in day }, nil)
      (missedThrough, reportReminded) = (nil, nil)
    case .reportReminded(let until): reportReminded = until
    case .reportMissed(let last, let periods): (missedThrough, reportsMissed) = (last, (reportsMissed ?? 0) + periods)
    case .settled(let note): settlement = Settlement(note: note, on: day)
    case .escalated(let step):
      escalation = step
      if step.isForMeeting { forMeeting = day }
    case .waitEscalated(let step):
      let others = (waitSteps ?? []).filter { $0.kind != step.kind || $0.unit != step.unit }
      waitSteps = others + [step]
    case .raised(let concern):
      let others = (concerns ?? []).filter { $0.concern != concern }
      concerns = others + [ConcernMark(concern: concern, on: day)]
    case .lookedInto: concerns = nil
    case .waitRecounted(let kind, let due): recount(kind, due)
    // It is no unit's any more: what its unit owed and what was noticed of it goes; its children begin afresh.
    case .fannedOut:
      (cycle, cycleSince, lastWord, concerns) = (nil, nil, nil, nil)
      (missedThrough, reportReminded) = (nil, nil)
    case .noticeEnded, .issued, .takenOver, .returned, .closed, .closedWith, .cancelled, .amended, .dueChanged,
      .dueRecounted:
      break
    }
  }

  private mutating func follow(project change: MatterChange, on day: CivilDate) {
    switch change {
    case .projectSet(let plan, _, _): project = plan.keeping(project, on: day)
    case .milestoneFinished(let number, let end, _): project?.finish(number, end)
    case .milestoneMoved(let number, let planned, _, _): project?.move(number, to: planned)
    case .conditionChecked(let number, let look, _): project?.see(condition: number, look)
    case .measureChecked(let number, let look, _): project?.see(measure: number, look)
    default: break
    }
  }

  private mutating func recount(_ kind: Waiting.Kind, _ due: DueDate) {
    switch kind {
    case .objection: objection?.answerBy = due
    case .extension: extensionAsked?.answerBy = due
    case .verification: verifyBy = due
    case .publication where !owesListing: break
    case .publication where listing?.delisted != nil: listing?.delisted?.publishBy = due
    case .publication: listing?.publishBy = due
    case .notice where notice?.given == nil: verifyBy = due
    case .notice: notice?.given?.until = due
    case .lookBack: lookBack?.due = due
    case .suspension, .part, .milestone, .measure, .concern: break
    }
  }

  private mutating func publish(_ publication: Listing.Publication) {
    guard owesListing else { return }
    if listing?.delisted != nil {
      listing?.delisted?.published = publication
    } else {
      listing?.published = publication
    }
  }
}
