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
      Member("authority", .optional(.words)) { $0.happening.told.authority },
      Member("text_before", .optional(.words)) { $0.happening.told.textBefore },
      Member("text_after", .optional(.words)) { $0.happening.told.textAfter },
      Member("due_before", .optional(.day)) { $0.happening.told.dueBefore },
      Member("due_after", .optional(.day)) { $0.happening.told.dueAfter },
      Member("on_site", .optional(.flag)) { $0.happening.told.onSite },
      Member("child", .optional(matter)) { $0.happening.told.child },
      Member("phase", .optional(.choice())) { $0.happening.told.phase },
      Member("on_behalf", .optional(onBehalf)) { $0.onBehalf },
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
  var authority: Words?
  var textBefore: Words?
  var textAfter: Words?
  var dueBefore: CivilDate?
  var dueAfter: CivilDate?
  var onSite: Bool?
  var child: MatterName?
  var phase: Phase?
}

extension Happening {
  fileprivate var told: Told {
    switch self {
    case .issued(let lead): Told(unit: lead)
    case .acknowledged(let unit, let handler): Told(unit: unit, handler: handler)
    case .progressed(let unit, let words), .evidenceAdded(let unit, let words), .submitted(let unit, let words):
      Told(unit: unit, words: words)
    case .returned(let words), .reopened(let words): Told(words: words)
    case .closed(let words, let onSite): Told(words: words, onSite: onSite)
    case .cancelled(let words, let authority): Told(words: words, authority: authority)
    case .reassigned(let from, let to, let words): Told(unit: to, fromUnit: from, words: words)
    case .amended(let before, let after, let words): Told(words: words, textBefore: before, textAfter: after)
    case .dueChanged(let before, let after, let words): Told(words: words, dueBefore: before, dueAfter: after)
    case .childMoved(let child, let unit, let phase): Told(unit: unit, child: child, phase: phase)
    case .takenOver(let taken): Told(unit: taken.lead, words: taken.progress)
    }
  }
}
