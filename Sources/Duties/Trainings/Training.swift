package import Ground
package import Matters

/// A session of training (培训): which course, by whom, when and where, and how many of each unit's posts were there. It
/// knows no person: who signed stands on the signed sheet (签到表) alone, which is kept and never read.
package struct Training: Hashable, Codable, Sendable {
  package let id: TrainingID
  /// The code of the packs' course.
  package let course: String
  /// The unit that arranges it.
  package let organiser: UnitID
  package internal(set) var terms: TrainingTerms
  package internal(set) var isHeld: Bool
  /// Scans of the signed sheet, the oldest first.
  package internal(set) var sheets: [Evidence]
  /// Why it counts no more; nil while it does.
  package internal(set) var annulled: Words?
  /// How many events of people made it; a reminder changes nothing that they see.
  package internal(set) var version: Int
  /// Whose refreshers that are counted from it were told, and how far they were; nil where none was.
  package internal(set) var reminders: [RefresherReminder]?

  package var stage: TrainingStage { annulled != nil ? .annulled : isHeld ? .held : .planned }

  /// Whether somebody of the line's post was there, so that the course is not due again before its time.
  package func counts(_ line: TrainingTerms.Line) -> Bool { stage == .held && (line.attended ?? 0) > 0 }
}

package enum TrainingStage: String, CaseIterable, Codable, Sendable { case planned, held, annulled }

/// What is written down of a session, planned or held.
package struct TrainingTerms: Hashable, Codable, Sendable {
  package let day: CivilDate
  package let place: Words
  /// Class hours (学时).
  package let hours: Int
  package let lines: [Line]

  /// The people of one unit who hold one post, as a number.
  package struct Line: Hashable, Codable, Sendable {
    package let unit: UnitID
    /// The code of one of the course's posts.
    package let post: String
    /// How many were there (实训); nil of a session that is only planned.
    package let attended: Int?
    /// How many had to be (应训); nil where nobody knows.
    package let owed: Int?

    package init(unit: UnitID, post: String, attended: Int?, owed: Int?) {
      (self.unit, self.post, self.attended, self.owed) = (unit, post, attended, owed)
    }
  }

  package init(day: CivilDate, place: Words, hours: Int, lines: [Line]) {
    (self.day, self.place, self.hours, self.lines) = (day, place, hours, lines)
  }
}

/// What happened to a session; the entry's kind is `training.` and the case's name.
package enum TrainingChange: Hashable, Codable, Sendable {
  case planned(TrainingStart)
  /// Written down after the fact, without having been planned here.
  case recorded(TrainingStart)
  /// What was planned took place.
  case held(TrainingTerms)
  case sheetAdded(Evidence)
  case corrected(TrainingTerms, reason: Words)
  case annulled(reason: Words)
  /// A unit is told of refreshers that are counted from this session.
  case reminded(RefresherReminder)
}

/// How a session comes into the record.
package struct TrainingStart: Hashable, Codable, Sendable {
  package let course: String
  package let organiser: UnitID
  package let terms: TrainingTerms

  package init(course: String, organiser: UnitID, terms: TrainingTerms) {
    (self.course, self.organiser, self.terms) = (course, organiser, terms)
  }
}

package struct TrainingEvent: Hashable, Sendable {
  package let change: TrainingChange
  package let by: String
  package let at: Instant

  package init(_ change: TrainingChange, by: String, at: Instant) { (self.change, self.by, self.at) = (change, by, at) }
}

/// What an event makes of a session. Pure; acts, rebuilding and `check` share it.
package func evolve(_ training: Training?, of id: TrainingID, with event: TrainingEvent) -> Training? {
  switch event.change {
  case .planned(let start): return Training(id, start, isHeld: false)
  case .recorded(let start): return Training(id, start, isHeld: true)
  case .held, .sheetAdded, .corrected, .annulled, .reminded: break
  }
  guard var next = training else { return nil }
  if case .reminded(let reminder) = event.change {
    next.reminders = (next.reminders ?? []) + [reminder]
    return next
  }
  next.version += 1
  switch event.change {
  case .held(let terms): (next.terms, next.isHeld) = (terms, true)
  case .sheetAdded(let sheet): next.sheets.append(sheet)
  case .corrected(let terms, _): next.terms = terms
  case .annulled(let reason): next.annulled = reason
  case .planned, .recorded, .reminded: break
  }
  return next
}

extension Training {
  fileprivate init(_ id: TrainingID, _ start: TrainingStart, isHeld: Bool) {
    self.init(
      id: id, course: start.course, organiser: start.organiser, terms: start.terms, isHeld: isHeld, sheets: [],
      annulled: nil, version: 1, reminders: nil)
  }
}
