package import Ground
import Meetings
import Storage

/// A clerk confirms or corrects the day of a meeting whose bulletin names no year. Terms of drafts that nobody has touched
/// are counted from the day that holds then.
package struct SetMeetingDay: Act {
  package let meeting: MeetingID
  package let day: CivilDate

  package init(meeting: MeetingID, day: CivilDate) { (self.meeting, self.day) = (meeting, day) }

  package func perform(in room: ActRoom) throws -> Done {
    let before = try room.open.meeting(meeting)?.day
    let done = try room.decideMeeting(.setDay(day), meeting)
    guard let before, before != day else { return done }
    let clock = try room.clock()
    for (clause, kept) in try room.drafts(of: meeting).sorted(by: { $0.key < $1.key })
    where kept.draft.changedBy == nil && !kept.draft.confirmed {
      var draft = kept.draft
      draft.due = draft.due.flatMap { clock.moved($0, from: before, to: day) }
      guard draft != kept.draft else { continue }
      try room.draftStore.save(meeting, clause: clause, state: DraftText.encode(draft))
    }
    return done
  }
}

extension DueClock {
  /// The term of a demand whose meeting was on another day: counted anew; a day of a year goes with the year. Nil is left to a
  /// person: a key period before which it was due is another one then.
  fileprivate func moved(_ due: DueDate, from before: CivilDate, to day: CivilDate) -> DueDate? {
    let rule: DueRule
    switch due.rule {
    case .on(let named):
      let years = day.year - before.year
      guard let moved = CivilDate(year: named.year + years, month: named.month, day: named.day) else { return nil }
      rule = .on(moved)
    case .before: return nil
    case .calendarDays, .workdays, .endOfMonth, .months, .hours, .workHours: rule = due.rule
    }
    return try? self.due(
      rule, from: day, at: Instant(day.adding(days: 1)), roll: due.roll, source: due.source, article: due.article)
  }
}
