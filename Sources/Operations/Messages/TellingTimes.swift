import Directory
import Ground

/// When an officer is told of something. Pure: the same moment and choice give the same answer.
struct TellingTimes {
  let opening: WorkHours
  let calendar: WorkCalendar

  /// The first opening hour of a workday after `moment`: when the daily digest goes out.
  func digest(after moment: Instant) -> Instant {
    let minute = opening.spans[0].first
    let day = calendar.nextWorkday(onOrAfter: moment.civilDate)
    let first = Instant(day, minutes: minute)
    return first > moment ? first : Instant(calendar.nextWorkday(after: day), minutes: minute)
  }

  /// What happened at `moment` is told at once or in the next digest, and never in the quiet hours.
  func time(of moment: Instant, isUrgent: Bool, for reach: Reach) -> Instant {
    let first = isUrgent || reach.rhythm == .atOnce ? moment : digest(after: moment)
    return reach.quiet.end(after: first)
  }

  /// No notice that is new at `now` is planned for later: quiet hours end within a day of the digest.
  func latest(at now: Instant) -> Instant { digest(after: now).adding(milliseconds: 86_400_000) }
}
