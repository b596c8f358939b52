package import Ground

/// Something in a calendar: a day on which something is due, or a meeting (VEVENT, RFC 5545 §3.6.1).
package struct CalendarEvent: Hashable, Sendable {
  package enum When: Hashable, Sendable {
    /// Whole days, the last included. They take nobody's time: a due day does not make one busy.
    case days(CivilDate, through: CivilDate)
    case moments(Instant, until: Instant)
  }

  package enum Status: String, CaseIterable, Sendable {
    case tentative = "TENTATIVE"
    case confirmed = "CONFIRMED"
    case cancelled = "CANCELLED"
  }

  /// Unique in the world and kept over revisions, e.g. `matter-7@qinghe.example`; visible ASCII of at most 255 bytes.
  package let uid: String
  /// When this state of the event was written.
  package let stamp: Instant
  /// 0, and one more with each revision that moves or cancels it.
  package let sequence: Int
  package let when: When
  package let summary: String
  package let status: Status
  package var description = ""
  package var location = ""
  package var categories: [String] = []
  /// `http(s)://` in ASCII.
  package var link: String?
  /// A post or a unit, never a person.
  package var organizer: CalendarParty?
  package var attendees: [CalendarParty] = []
  /// Minutes from the beginning to the reminder, negative before it; a day begins at midnight where the reader is.
  package var reminder: Int?

  package init(
    uid: String, stamp: Instant, sequence: Int = 0, when: When, summary: String, status: Status = .confirmed
  ) {
    switch when {
    case .days(let first, let last): precondition(first <= last, "days run forward")
    case .moments(let start, let end): precondition(start <= end, "moments run forward")
    }
    precondition(sequence >= 0, "revisions are counted from zero")
    (self.uid, self.stamp, self.sequence, self.when) = (uid, stamp, sequence, when)
    (self.summary, self.status) = (summary, status)
  }
}

/// Who calls or is called to a meeting: a post or a unit with its mail address.
package struct CalendarParty: Hashable, Sendable {
  package let name: String
  let mail: String

  /// Fails for an address that would need escaping in a `mailto:` (RFC 6068 §2).
  package init(name: String, mail: String) throws(Problem) {
    let parts = mail.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, mail.utf8.count <= 254,
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(CalendarParty.isPlain) })
    else { throw Problem(.calendarMail, at: "mail") }
    (self.name, self.mail) = (name, mail)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-._~+".utf8.contains(byte)
    }
  }
}

extension CalendarEvent {
  func write(to lines: inout CalendarLines) throws(Problem) {
    guard (1...255).contains(uid.utf8.count), uid.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw Problem(.calendarUID, at: uid)
    }
    if let link, !CalendarEvent.isLink(link) { throw Problem(.calendarLink, at: uid) }
    lines.add("BEGIN", "VEVENT")
    lines.add("UID", text: uid)
    lines.add("DTSTAMP", CalendarTime.utc(stamp))
    lines.add("SEQUENCE", String(sequence))
    writeTimes(to: &lines)
    lines.add("SUMMARY", text: summary)
    if !description.isEmpty { lines.add("DESCRIPTION", text: description) }
    if !location.isEmpty { lines.add("LOCATION", text: location) }
    if !categories.isEmpty { lines.add("CATEGORIES", texts: categories) }
    if let link { lines.add("URL", link) }
    lines.add("STATUS", status.rawValue)
    if let organizer { lines.add("ORGANIZER", party: organizer) }
    for attendee in attendees { lines.add("ATTENDEE", party: attendee) }
    if let reminder { writeAlarm(reminder, to: &lines) }
    lines.add("END", "VEVENT")
  }

  /// The end is not part of the event (RFC 5545 §3.6.1), so that of whole days is the day after.
  private func writeTimes(to lines: inout CalendarLines) {
    switch when {
    case .days(let first, let last):
      lines.add("DTSTART;VALUE=DATE", CalendarTime.day(first))
      lines.add("DTEND;VALUE=DATE", CalendarTime.day(last.adding(days: 1)))
      lines.add("TRANSP", "TRANSPARENT")
    case .moments(let start, let end):
      lines.add("DTSTART", CalendarTime.utc(start))
      lines.add("DTEND", CalendarTime.utc(end))
    }
  }

  /// RFC 5545 §3.6.6: one that is shown has a description.
  private func writeAlarm(_ minutes: Int, to lines: inout CalendarLines) {
    lines.add("BEGIN", "VALARM")
    lines.add("ACTION", "DISPLAY")
    lines.add("TRIGGER", "\(minutes < 0 ? "-" : "")PT\(minutes.magnitude)M")
    lines.add("DESCRIPTION", text: summary)
    lines.add("END", "VALARM")
  }

  /// A URL is written as it is (RFC 5545 §3.8.4.6), so nothing may stand in it that ends a line.
  private static func isLink(_ link: String) -> Bool {
    ["https://", "http://"].contains { link.hasPrefix($0) && link.utf8.count > $0.utf8.count }
      && link.utf8.count <= 2000 && link.utf8.allSatisfy { (0x21...0x7E).contains($0) }
  }
}

/// Days and moments in the basic form of ISO 8601 (RFC 5545 §3.3.4 and §3.3.5).
private enum CalendarTime {
  static func day(_ day: CivilDate) -> String { day.iso.filter { $0 != "-" } }

  static func utc(_ instant: Instant) -> String {
    // Beijing's clock, eight hours back: what it shows then is UTC now.
    let shifted = instant.adding(milliseconds: -8 * 3_600_000)
    let (date, minute) = (shifted.civilDate, shifted.minuteOfDay)
    let second = (shifted.milliseconds - Instant(date, minutes: minute).milliseconds) / 1000
    let time = [minute / 60, minute % 60, Int(second)].map { $0 < 10 ? "0\($0)" : String($0) }
    return "\(day(date))T\(time.joined())Z"
  }
}
