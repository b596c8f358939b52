package import Duties
package import Ground

/// The table `window_reasons`: a row for each missed window of a duty for which a reason was given.
package struct WindowReasonStore {
  private let session: any SQLSession
  private let district: DistrictID

  package init(_ session: any SQLSession, _ district: DistrictID) {
    (self.session, self.district) = (session, district)
  }

  /// The reasons given for windows that end on some days, by duty.
  package func reasons(
    on days: DayRange
  ) throws(StorageError) -> [String: [MissedWindow: StatedReason]] {
    try reasons("last_day >= $2 AND last_day <= $3", [.text(days.first.iso), .text(days.last.iso)])
  }

  /// Everything given for one subject, by duty.
  package func reasons(
    of subject: SubjectID
  ) throws(StorageError) -> [String: [MissedWindow: StatedReason]] {
    try reasons("subject = $2", [.text(subject.text)])
  }

  private func reasons(
    _ condition: String, _ values: [SQLValue]
  ) throws(StorageError) -> [String: [MissedWindow: StatedReason]] {
    var found: [String: [MissedWindow: StatedReason]] = [:]
    for row in try session.rows(
      """
      SELECT duty, subject, first_day, last_day, reason, unit, channel FROM window_reasons
      WHERE district = $1 AND \(condition)
      """, [.text(district.text)] + values)
    {
      guard let subject = SubjectID(try row.text(1)), let first = CivilDate(try row.text(2)),
        let last = CivilDate(try row.text(3)), let reason = WindowReason(rawValue: try row.text(4)),
        let unit = UnitID(try row.text(5))
      else { throw StorageError(.corrupt, "a row of window_reasons") }
      found[try row.text(0), default: [:]][MissedWindow(subject: subject, first: first, last: last)] = StatedReason(
        reason: reason, unit: unit,
        recordedFor: try row.optionalText(6).flatMap(StandbyChannel.init(rawValue:)))
    }
    return found
  }

  func follow(_ change: MissedChange, of duty: String) throws(StorageError) {
    for window in change.windows {
      if let stated = change.stated {
        try save(stated, of: duty, window)
      } else {
        try session.run(
          """
          DELETE FROM window_reasons
          WHERE district = $1 AND duty = $2 AND subject = $3 AND first_day = $4 AND last_day = $5
          """,
          [
            .text(district.text), .text(duty), .text(window.subject.text), .text(window.first.iso),
            .text(window.last.iso),
          ])
      }
    }
  }

  func save(_ stated: StatedReason, of duty: String, _ window: MissedWindow) throws(StorageError) {
    try session.run(
      """
      INSERT INTO window_reasons (district, duty, subject, first_day, last_day, reason, unit, channel)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      ON CONFLICT (district, duty, subject, first_day, last_day) DO UPDATE SET reason = excluded.reason,
        unit = excluded.unit, channel = excluded.channel
      """, WindowReasonStore.values(stated, of: duty, window, in: district))
  }

  static func values(
    _ stated: StatedReason, of duty: String, _ window: MissedWindow, in district: DistrictID
  ) -> [SQLValue] {
    [
      .text(district.text), .text(duty), .text(window.subject.text), .text(window.first.iso), .text(window.last.iso),
      .text(stated.reason.rawValue), .text(stated.unit.text),
      stated.recordedFor.map { .text($0.rawValue) } ?? .null,
    ]
  }

  /// The rows of a duty as they stand, by subject and days.
  func rows(of duty: String) throws(StorageError) -> [SQLRow] {
    try session.rows(
      """
      SELECT district, duty, subject, first_day, last_day, reason, unit, channel FROM window_reasons
      WHERE district = $1 AND duty = $2 ORDER BY subject, first_day, last_day
      """, [.text(district.text), .text(duty)])
  }
}
