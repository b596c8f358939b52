package import Ground

/// An iCalendar object (RFC 5545): a calendar that phones subscribe to, or an invitation.
package struct CalendarFile: Hashable, Sendable {
  /// RFC 5546 §1.4.
  package enum Method: String, CaseIterable, Sendable {
    case publish = "PUBLISH"
    case request = "REQUEST"
    case cancel = "CANCEL"
  }

  package let method: Method
  /// What a phone calls the calendar.
  package let name: String
  package let events: [CalendarEvent]

  package init(method: Method, name: String, events: [CalendarEvent]) {
    (self.method, self.name, self.events) = (method, name, events)
  }

  /// The file in UTF-8. Control characters are left out, line separators of any kind become one.
  ///
  /// Fails where an event's UID or link is none; the place is the UID.
  package func bytes() throws(Problem) -> [UInt8] {
    var lines = CalendarLines()
    lines.add("BEGIN", "VCALENDAR")
    lines.add("VERSION", "2.0")
    lines.add("PRODID", "-//Bihuan//Bihuan//ZH")
    lines.add("CALSCALE", "GREGORIAN")
    lines.add("METHOD", method.rawValue)
    // RFC 7986 §5.1, and the older name that most programs read.
    lines.add("NAME", text: name)
    lines.add("X-WR-CALNAME", text: name)
    for event in events { try event.write(to: &lines) }
    lines.add("END", "VCALENDAR")
    return lines.bytes
  }
}
