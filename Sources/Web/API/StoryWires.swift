import Ground
import Matters
import Operations

extension Wires {
  /// One entry of a matter's story; what does not belong to its kind is null.
  static let story = Wire<StoryLine>.record(
    "StoryLine",
    [
      Member("position", .count) { $0.position }, Member("at", .moment) { $0.at },
      Member("kind", .choice()) { $0.happening.kind }, Member("officer", .optional(officer)) { $0.by.officer },
      Member("in_place_of", .optional(officer)) { $0.by.away }, Member("rule", .optional(.text)) { $0.by.rule },
      Member("unit", .optional(unit)) { $0.happening.told.unit },
      Member("from_unit", .optional(unit)) { $0.happening.told.fromUnit },
      Member("handler", .optional(officer)) { $0.happening.told.handler },
      Member("words", .optional(.words)) { $0.happening.told.words },
      Member("about", .optional(.words)) { $0.happening.told.about },
      Member("authority", .optional(.words)) { $0.happening.told.authority },
      Member("text_before", .optional(.words)) { $0.happening.told.textBefore },
      Member("text_after", .optional(.words)) { $0.happening.told.textAfter },
      Member("due_before", .optional(.day)) { $0.happening.told.dueBefore },
      Member("due_after", .optional(.day)) { $0.happening.told.dueAfter },
      Member("on_site", .optional(.flag)) { $0.happening.told.onSite },
      Member("child", .optional(matter)) { $0.happening.told.child },
      Member("answer_by", .optional(.day)) { $0.happening.told.answerBy },
      Member("is_granted", .optional(.flag)) { $0.happening.told.isGranted },
      Member("cycle", .optional(.choice())) { $0.happening.told.cycle },
      Member("parts", .list(partLine)) { $0.happening.told.parts },
      Member("units", .list(unit)) { $0.happening.told.units },
      Member("phase", .optional(.choice())) { $0.happening.told.phase },
      Member("step", .optional(.both)) { $0.happening.told.step },
      Member("concern", .optional(.choice())) { $0.happening.told.concern },
      Member("on_behalf", .optional(onBehalf)) { $0.onBehalf },
    ])

  static let partLine = Wire<PartLine>.record(
    "Part",
    [
      Member("unit", unit) { $0.unit }, Member("task", .words) { $0.task }, Member("due", .optional(.day)) { $0.due },
      Member("finished", .optional(.words)) { $0.finished },
    ])

  private static let onBehalf = Wire<OnBehalfLine>.record(
    "OnBehalf", [Member("channel", .choice()) { $0.channel }, Member("day", .day) { $0.day }])
}

extension StoryAuthor {
  var officer: OfficerName? {
    switch self {
    case .officer(let officer), .standIn(let officer, _): officer
    case .rule: nil
    }
  }
  /// In whose place the officer acted.
  var away: OfficerName? { if case .standIn(_, let away) = self { away } else { nil } }
  var rule: String? { if case .rule(let rule) = self { rule } else { nil } }
}

/// The parts of a happening, whichever it has.
private struct Told {
  var unit: UnitName?
  var fromUnit: UnitName?
  var handler: OfficerName?
  /// The note, the reason or the conclusion.
  var words: Words?
  /// The milestone, condition or measure.
  var about: Words?
  var authority: Words?
  var textBefore: Words?
  var textAfter: Words?
  var dueBefore: CivilDate?
  var dueAfter: CivilDate?
  var onSite: Bool?
  var child: MatterName?
  /// By when somebody answers or makes it public.
  var answerBy: CivilDate?
  var isGranted: Bool?
  var cycle: ReportCycle?
  var parts: [PartLine] = []
  /// Among which it was divided.
  var units: [UnitName] = []
  var phase: Phase?
  var step: Bilingual?
  var concern: Concern?
}

extension Happening {
  fileprivate var told: Told {
    switch self {
    case .issued(let lead): Told(unit: lead)
    case .acknowledged(let unit, let handler): Told(unit: unit, handler: handler)
    case .progressed(let unit, let words), .evidenceAdded(let unit, let words): Told(unit: unit, words: words)
    case .submitted(let unit, let words, let due): Told(unit: unit, words: words, answerBy: due)
    case .returned(let words): Told(words: words)
    case .reopened(let words, let due): Told(words: words, dueAfter: due)
    case .closed(let words, let onSite): Told(words: words, onSite: onSite)
    case .cancelled(let words, let authority): Told(words: words, authority: authority)
    case .reassigned(let from, let to, let words): Told(unit: to, fromUnit: from, words: words)
    case .amended(let before, let after, let words): Told(words: words, textBefore: before, textAfter: after)
    case .dueChanged(let before, let after, let words): Told(words: words, dueBefore: before, dueAfter: after)
    case .childMoved(let child, let unit, let phase): Told(unit: unit, child: child, phase: phase)
    case .takenOver(let taken): Told(unit: taken.lead, words: taken.progress)
    case .objected(let unit, let words, let day): Told(unit: unit, words: words, answerBy: day)
    case .objectionAnswered(let unit, let due, let words):
      Told(unit: unit, words: words, dueAfter: due, isGranted: unit != nil)
    case .extensionAsked(let until, let words, let day): Told(words: words, dueAfter: until, answerBy: day)
    case .extensionDecided(let before, let granted, let words):
      Told(words: words, dueBefore: before, dueAfter: granted, isGranted: granted != nil)
    case .suspended(let until, let due, let words, let authority):
      Told(words: words, authority: authority, dueAfter: due, answerBy: until)
    case .resumed(let due, let words): Told(words: words, dueAfter: due)
    case .pressed(let words), .separated(let words), .settled(let words), .lookedInto(let words): Told(words: words)
    case .partsSet(let parts): Told(parts: parts)
    case .fannedOut(let units, let words): Told(words: words, units: units)
    case .partFinished(let unit, let words): Told(unit: unit, words: words)
    case .projectSet(let unit, _, let words): Told(unit: unit, words: words)
    case .milestoneFinished(let unit, let title, let day, let words):
      Told(unit: unit, words: words, about: title, dueAfter: day)
    case .milestoneMoved(let unit, let title, let before, let after, let words):
      Told(unit: unit, words: words, about: title, dueBefore: before, dueAfter: after)
    case .conditionChecked(let unit, let text, let look), .measureChecked(let unit, let text, let look):
      Told(unit: unit, words: look.note, about: text, dueAfter: look.day, isGranted: look.holds)
    case .committed(let unit, let made, let words): Told(unit: unit, words: words, dueAfter: made.until)
    case .adopted(let leader, let words): Told(handler: leader, words: words)
    case .listed(let authority, let due, let day): Told(authority: authority, dueAfter: due, answerBy: day)
    case .published(let place, let day): Told(words: place, dueAfter: day)
    case .passed(let words, let onSite): Told(words: words, onSite: onSite)
    case .noticeGiven(let place, let day, let until): Told(words: place, dueAfter: day, answerBy: until)
    case .noticeEnded(let words, let holds): Told(words: words, isGranted: holds)
    case .delisted(let words, let day): Told(words: words, answerBy: day)
    case .lookBackSet(let day, let unit): Told(unit: unit, answerBy: day)
    case .lookBackAssigned(let unit, let words): Told(unit: unit, words: words)
    case .lookedBack(let words, let holds, let onSite): Told(words: words, onSite: onSite, isGranted: holds)
    case .mergedInto(let target, let words): Told(words: words, child: target)
    case .absorbed(let other), .released(let other), .closedWith(let other): Told(child: other)
    case .cycleSet(let cycle): Told(cycle: cycle)
    case .dutiesLinked: Told()
    case .reportReminded(let day): Told(answerBy: day)
    case .reportMissed(let day, _): Told(answerBy: day)
    case .waitRecounted(_, let before, let after): Told(dueBefore: before, dueAfter: after)
    case .dueRecounted(let before, let after): Told(dueBefore: before, dueAfter: after)
    case .escalated(let step, let due): Told(dueBefore: due, step: step)
    case .waitEscalated(_, let unit, let step, let due): Told(unit: unit, dueBefore: due, step: step)
    case .raised(let concern): Told(concern: concern)
    }
  }
}
