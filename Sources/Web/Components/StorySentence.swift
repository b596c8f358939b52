import Ground
import Matters
import Operations

/// One line of a matter's story, as a plain sentence with its day, its words and its place in the ledger.
///
/// Said a second time on a page, it is no anchor.
func storyLine(_ line: StoryLine, _ viewer: Viewer, _ locale: Locale, isAnchor: Bool = true) -> HTML {
  """
  <li\(" id=\"entry-\(line.position)\"", if: isAnchor) class="\(line.happening.kind.rawValue)">
  <p class="when">\(locale.moment(line.at, seenOn: viewer.today)) \
  <span class="position">\(locale("ledger.position", ["n": "\(line.position)"]))</span></p>
  <p>\(sentence(line, locale))\(recorded(line, viewer, locale))</p>
  \(words(line.happening, viewer, locale))
  </li>
  """
}

private func author(_ line: StoryLine, _ locale: Locale) -> HTML { authorText(line.by, locale) }

/// Whoever stood in is named with whom they stood in for.
func authorText(_ author: StoryAuthor, _ locale: Locale) -> HTML {
  switch author {
  case .officer(let officer): officerText(officer)
  case .standIn(let substitute, let away):
    locale("people.in_place_of", ["substitute": officerText(substitute), "away": officerText(away)])
  case .rule(let rule): locale("story.rule", ["rule": "\(rule)"])
  }
}

private func sentence(_ line: StoryLine, _ locale: Locale) -> HTML {
  let by = author(line, locale)
  switch line.happening {
  case .issued(let lead): return locale("story.issued", ["by": by, "unit": "\(lead.name)"])
  case .acknowledged(let unit, nil): return locale("story.acknowledged", ["unit": "\(unit.name)"])
  case .acknowledged(let unit, let handler?):
    return locale("story.acknowledged_named", ["unit": "\(unit.name)", "handler": "\(handler.post) \(handler.name)"])
  case .progressed(let unit, _): return locale("story.progressed", ["unit": "\(unit.name)"])
  case .evidenceAdded(let unit, let file):
    return locale("story.evidence_added", ["unit": "\(unit.name)", "file": "\(file)"])
  case .submitted(let unit, _, let due):
    guard let due else { return locale("story.submitted", ["unit": "\(unit.name)"]) }
    return locale("story.submitted_by", ["unit": "\(unit.name)", "day": locale.fullDay(due)])
  case .returned: return locale("story.returned", ["by": by])
  case .closed(_, true): return locale("story.closed_on_site", ["by": by])
  case .closed(_, false): return locale("story.closed", ["by": by])
  case .reopened(_, let due?): return locale("story.reopened_due", ["by": by, "day": locale.fullDay(due)])
  case .reopened: return locale("story.reopened", ["by": by])
  case .cancelled(_, let authority): return locale("story.cancelled", ["by": by, "authority": "\(authority)"])
  case .reassigned(let from, let to, _) where from.id == to.id:
    return locale("story.reassigned_within", ["by": by, "to": "\(to.name)"])
  case .reassigned(let from, let to, _):
    return locale("story.reassigned", ["by": by, "from": "\(from.name)", "to": "\(to.name)"])
  case .amended: return locale("story.amended", ["by": by])
  case .dueChanged: return locale("story.due_changed", ["by": by])
  case .childMoved(let child, let unit, let phase):
    return locale(
      "story.child_moved", ["unit": "\(unit.name)", "child": "\(child.number)", "phase": locale.name(phase)])
  case .takenOver(let taken):
    return locale("story.taken_over", ["by": by, "row": "\(taken.row)", "unit": "\(taken.lead.name)"])
  default: return sentenceBeside(line.happening, by, locale)
  }
}

/// `（区安委办电话代录，3月2日）` behind an act that somebody else recorded.
private func recorded(_ line: StoryLine, _ viewer: Viewer, _ locale: Locale) -> HTML {
  guard let onBehalf = line.onBehalf else { return stoodIn(line, locale) }
  return locale(
    "story.on_behalf",
    [
      "by": author(line, locale), "channel": locale.name(onBehalf.channel),
      "day": locale.shortDay(onBehalf.day, seenOn: viewer.today),
    ])
}

/// A unit's act is told by the unit; where somebody stood in, both are named behind it.
private func stoodIn(_ line: StoryLine, _ locale: Locale) -> HTML {
  guard case .standIn = line.by else { return "" }
  switch line.happening {
  case .acknowledged, .progressed, .evidenceAdded, .submitted, .partFinished, .objected, .projectSet,
    .milestoneFinished, .milestoneMoved, .conditionChecked, .measureChecked, .committed:
    return " <span class=\"about\">\(author(line, locale))</span>"
  default: return ""
  }
}

/// What happened beside the main way.
private func sentenceBeside(_ happening: Happening, _ by: HTML, _ locale: Locale) -> HTML {
  func day(_ day: CivilDate?) -> HTML { day.map(locale.fullDay) ?? "–" }
  switch happening {
  case .objected(let unit, _, let answerBy):
    return locale("story.objected", ["unit": "\(unit.name)", "day": day(answerBy)])
  case .objectionAnswered(let unit?, _, _): return locale("story.objection_upheld", ["by": by, "unit": "\(unit.name)"])
  case .objectionAnswered(nil, _, _): return locale("story.objection_refused", ["by": by])
  case .extensionAsked(let until, _, _): return locale("story.extension_asked", ["by": by, "day": day(until)])
  case .extensionDecided(_, let granted?, _):
    return locale("story.extension_granted", ["by": by, "day": day(granted)])
  case .extensionDecided(_, nil, _): return locale("story.extension_refused", ["by": by])
  case .suspended(let until, let due, _, let authority):
    return locale(
      "story.suspended", ["by": by, "until": day(until), "due": day(due), "authority": "\(authority)"])
  case .resumed(let due?, _): return locale("story.resumed_due", ["by": by, "due": day(due)])
  case .resumed(nil, _): return locale("story.resumed", ["by": by])
  case .pressed: return locale("story.pressed", ["by": by])
  case .partsSet: return locale("story.parts_set", ["by": by])
  case .partFinished(let unit, _): return locale("story.part_finished", ["unit": "\(unit.name)"])
  case .projectSet, .milestoneFinished, .milestoneMoved, .conditionChecked, .measureChecked:
    return projectSentence(happening, locale)
  case .committed(let unit, _, _): return locale("story.committed", ["unit": "\(unit.name)"])
  case .adopted(let leader, _): return locale("story.adopted", ["leader": officerText(leader)])
  case .listed(let authority, let due, let publishBy):
    return locale(
      "story.listed", ["by": by, "authority": "\(authority)", "due": day(due), "day": day(publishBy)])
  case .published(let place, let on): return locale("story.published", ["by": by, "place": "\(place)", "day": day(on)])
  case .passed(_, let onSite):
    return locale("story.passed", ["by": by, "site": onSite ? locale("act.on_site") : ""])
  case .noticeGiven(let place, let on, let until):
    return locale("story.notice_given", ["by": by, "place": "\(place)", "day": day(on), "until": day(until)])
  case .noticeEnded(_, true): return locale("story.notice_held", ["by": by])
  case .noticeEnded(_, false): return locale("story.notice_failed", ["by": by])
  case .delisted(_, let publishBy): return locale("story.delisted", ["by": by, "day": day(publishBy)])
  case .lookBackSet(let due, let unit?):
    return locale("story.look_back_set_at", ["day": day(due), "unit": "\(unit.name)"])
  case .lookBackSet(let due, nil): return locale("story.look_back_set", ["day": day(due)])
  case .lookBackAssigned(let unit, _):
    return locale("story.look_back_assigned", ["by": by, "unit": "\(unit.name)"])
  case .lookedBack(_, let holds, let onSite):
    let site = onSite ? locale("act.on_site") : ""
    return holds
      ? locale("story.look_back_holds", ["by": by, "site": site])
      : locale("story.look_back_fails", ["by": by, "site": site])
  case .mergedInto(let target, _): return locale("story.merged_into", ["by": by, "number": matterLink(target)])
  case .absorbed(let other): return locale("story.absorbed", ["number": matterLink(other)])
  case .separated: return locale("story.separated", ["by": by])
  case .released(let other): return locale("story.released", ["number": matterLink(other)])
  case .closedWith(let other): return locale("story.closed_with", ["number": matterLink(other)])
  case .dutiesLinked(let titles):
    return titles.isEmpty
      ? locale("story.duties_unlinked", ["by": by])
      : locale("story.duties_linked", ["by": by, "duties": locale.list(titles.map(locale.text))])
  case .reportReminded(let until): return locale("story.report_reminded", ["day": day(until)])
  case .reportMissed(let last, let periods):
    return locale.count("story.report_missed", periods, ["day": day(last)])
  case .cycleSet(let cycle):
    return locale("story.cycle_set", ["by": by, "cycle": cycle.map(locale.name) ?? locale("cycle.none")])
  case .settled: return locale("story.settled", ["by": by])
  case .dueRecounted(let before, let after):
    return locale("story.due_recounted", ["before": day(before), "after": day(after)])
  case .waitRecounted(let kind, let before, let after):
    return locale(
      "story.wait_recounted", ["what": locale.name(kind), "before": day(before), "after": day(after)])
  case .escalated(let step, let due):
    return locale("story.escalated", ["step": "\(locale.text(step))", "day": day(due)])
  case .waitEscalated(let kind, _, let step, let due):
    return locale(
      "story.wait_escalated", ["what": locale.name(kind), "step": "\(locale.text(step))", "day": day(due)])
  case .raised(let concern): return locale("story.raised", ["concern": locale.name(concern)])
  case .lookedInto: return locale("story.looked_into", ["by": by])
  case .fannedOut(let units, _):
    let names = locale.list(units.map { "\($0.name)" })
    return locale.count("story.fanned_out", units.count, ["by": by, "units": names])
  case .issued, .acknowledged, .progressed, .evidenceAdded, .submitted, .returned, .closed, .reopened, .cancelled,
    .reassigned, .amended, .dueChanged, .childMoved, .takenOver:
    return ""
  }
}

private func words(_ happening: Happening, _ viewer: Viewer, _ locale: Locale) -> HTML {
  switch happening {
  case .progressed(_, let words), .submitted(_, let words, _), .returned(let words), .closed(let words, _),
    .passed(let words, _), .noticeEnded(let words, _),
    .reopened(let words, _), .cancelled(let words, _), .reassigned(_, _, let words), .objected(_, let words, _),
    .objectionAnswered(_, _, let words), .extensionAsked(_, let words, _), .extensionDecided(_, _, let words),
    .suspended(_, _, let words, _), .resumed(_, let words), .pressed(let words), .partFinished(_, let words),
    .adopted(_, let words), .delisted(let words, _), .lookedBack(let words, _, _), .lookBackAssigned(_, let words),
    .mergedInto(_, let words),
    .separated(let words), .settled(let words), .lookedInto(let words),
    .fannedOut(_, let words):
    return "<blockquote>\(words)</blockquote>"
  case .amended(let before, let after, let reason):
    return """
      <blockquote>\(reason)</blockquote>
      <p class="change"><del>\(before)</del> <ins>\(after)</ins></p>
      """
  case .dueChanged(let before, let after, let reason):
    let old = before.map { day -> HTML in "<del>\(locale.day(day, seenOn: viewer.today))</del>" }
    return """
      <blockquote>\(reason)</blockquote>
      <p class="change">\(old) <ins>\(locale.day(after, seenOn: viewer.today))</ins></p>
      """
  case .takenOver(let taken): return takenOver(taken, viewer, locale)
  case .partsSet(let parts): return partList(parts, viewer, locale)
  case .projectSet(_, let plan, let reason): return plannedMilestones(plan, reason, viewer, locale)
  case .committed(_, let commitments, let reason):
    return "\(reason.map { "<blockquote>\($0)</blockquote>" as HTML })\(commitmentList(commitments, viewer, locale))"
  case .milestoneFinished(_, _, _, let words), .milestoneMoved(_, _, _, _, let words):
    return "<blockquote>\(words)</blockquote>"
  case .conditionChecked(_, _, let look), .measureChecked(_, _, let look):
    return "<blockquote>\(look.note)</blockquote>"
  case .issued, .acknowledged, .evidenceAdded, .childMoved, .listed, .published, .noticeGiven, .lookBackSet, .absorbed,
    .released, .closedWith, .cycleSet, .dutiesLinked, .dueRecounted, .waitRecounted, .escalated, .waitEscalated,
    .reportReminded, .reportMissed, .raised:
    return ""
  }
}

/// What the old register said of it, and that nobody verified here what it had closed.
private func takenOver(_ taken: TakenOverLine, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let lines: [(HTML, HTML?)] = [
    (locale("taken.number"), taken.formerNumber.map { "\($0)" }),
    (locale("taken.origin"), taken.origin.map { "\($0)" }),
    (locale("taken.issued"), locale.day(taken.issuedOn, seenOn: viewer.today)),
    (locale("taken.progress"), taken.progress.map { "\($0)" }),
    (locale("taken.closed"), taken.closedOn.map { locale.day($0, seenOn: viewer.today) }),
    (locale("taken.conclusion"), taken.conclusion.map { "\($0)" }),
  ]
  let rows = lines.compactMap { line -> HTML? in line.1.map { "<dt>\(line.0)</dt><dd>\($0)</dd>" } }
  let unverified: HTML = "<p><strong>\(locale("taken.unverified"))</strong></p>"
  return "<dl class=\"taken\">\(rows)</dl>\(unverified, if: taken.closedOn != nil)"
}
