import Directory
import Duties
import Ground
import Operations
import Packs

/// A window that a subject owed, as looking finds it.
struct LookedWindow {
  let done: Int
  let times: Int
  let reason: WindowReason?
}

extension GroundAccount {
  /// Every window that ends on some days and that a subject owed, by looking at each day, duty and subject: how often it was
  /// done in it. By `duty subject first last times`.
  func windows(
    endingIn days: DayRange, _ duties: [DutyRule], fields: [String: Field]
  ) -> [Field: [String: LookedWindow]] {
    var found: [Field: [String: LookedWindow]] = [:]
    var usual: [Frequency: [CivilDate: DayRange]] = [:]
    for day in (0..<days.count).map({ days.first.adding(days: $0) }) {
      for every in Set(duties.map(\.pace.every)) { usual[every, default: [:]][day] = every.plainWindow(around: day) }
    }
    for duty in duties {
      for subject in subjects where duty.subjects.contains(subject.type) {
        let fits = duty.conditions.allSatisfy { subject.choices[$0.attribute].map($0.choices.contains) ?? false }
        // What nobody is there to do is owed by nobody.
        guard fits, !subject.owners(duty).isEmpty, let field = fields[subject.type] else {
          continue
        }
        for day in (0..<days.count).map({ days.first.adding(days: $0) }) {
          var asked: [(days: DayRange, times: Int)] = []
          if let window = usual[duty.pace.every]?[day] { asked.append((window, duty.pace.times)) }
          if let closer = periods.window(around: day, of: duty, field, subject.type, in: subject.territorial) {
            asked.append(closer)
          }
          asked += periods.windowsAround(day, of: duty, field, subject.type, in: subject.territorial)
          for window in asked where window.days.last == day && duty.isAsked(in: window.days) {
            let looked = subject.daysLookedAfter(in: window.days)
            guard looked >= 7 || looked * 2 >= window.days.count else { continue }
            let place = "\(duty.title.chinese) \(subject.id) \(window.days.first.iso) \(day.iso) \(window.times)"
            found[field, default: [:]][place] = LookedWindow(
              done: done(duty, subject, in: window.days), times: window.times,
              reason: reasons[duty.code]?[
                MissedWindow(subject: subject.id, first: window.days.first, last: day)])
          }
        }
      }
    }
    return found
  }

  private func done(_ duty: DutyRule, _ subject: LookedAfter, in days: DayRange) -> Int {
    let visits = inspections.filter {
      $0.isCounted && $0.subject == subject.id && $0.list == duty.checklist && days.contains($0.day)
    }
    let holders = subject.owners(duty)
    if duty.isJoint { return holders.map { holder in visits.count { $0.unit == holder } }.min() ?? 0 }
    return visits.count { holders.contains($0.unit) }
  }
}

extension DistrictYear {
  /// What was owed between the last meeting and today is what was done and what was missed, window by window.
  func compareFieldFigures() async throws {
    guard let tong = try await office.directory()?.officers[OfficerID(trusted: "tong")],
      let meeting = rules.series.last,
      let fields = try await office.reportSheet(meeting, at: nil, show: nil, for: tong)?.fields,
      let days = DayRange(fields.first, fields.last)
    else { return }
    let duties = office.shippedPacks.work.dutiesInOrder.filter {
      $0.checksOn == nil && $0.holds(on: days.first) && $0.holds(on: days.last)
    }
    let looked = rules.ground.windows(
      endingIn: days, duties, fields: office.shippedPacks.work.subjectTypes.mapValues(\.field))
    for row in fields.rows {
      if row[.done] + row[.missed] != row[.owed] {
        throw Breach("\(row.field): \(row[.owed]) planned, \(row[.done]) done, \(row[.missed]) missed")
      }
      let wanted = looked[row.field] ?? [:]
      let done = wanted.values.count { $0.done >= $0.times }
      if (row[.owed], row[.done]) != (wanted.count, done) {
        let shown = try await office.fieldFigure(
          meeting, at: nil, field: row.field, show: .owed, limit: 5000, for: tong)
        let listed = Set(
          (shown?.windows ?? []).map {
            "\($0.duty.chinese) \($0.subject.id) \($0.first.iso) \($0.last.iso) \($0.times)"
          })
        let wrong = listed.symmetricDifference(wanted.keys).sorted().prefix(3)
        throw Breach(
          "\(row.field), \(days.first.iso) to \(days.last.iso): \(row[.owed]) owed and \(row[.done]) done by the report, "
            + "\(wanted.count) and \(done) by looking; \(wrong)")
      }
      let explained = wanted.values.compactMap { $0.done < $0.times ? $0.reason : nil }
      let counts = ReasonCount.all(explained.reduce(into: [:]) { $0[$1, default: 0] += 1 })
      if row[.explained] != explained.count || row[.unexplained] != row[.missed] - explained.count
        || row.reasons != counts
      {
        throw Breach("\(row.field): \(row.reasons) by the report, \(counts) by looking")
      }
      for show in [FieldShow.owed, .done, .missed, .explained, .unexplained] {
        let list = try await office.fieldFigure(meeting, at: nil, field: row.field, show: show, limit: 1, for: tong)
        if list?.count != row[show] {
          throw Breach("\(row.field) counts \(row[show]) \(show), opens \(list?.count ?? -1)")
        }
      }
      count("field figure")
    }
    for (field, windows) in looked where !windows.isEmpty && !fields.rows.contains(where: { $0.field == field }) {
      throw Breach("\(field) owes \(windows.count) windows and has no figures")
    }
  }
}
