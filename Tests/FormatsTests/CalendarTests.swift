import Formats
import Ground
import Testing

@Suite("Calendar files")
struct CalendarTests {
  static let day = CivilDate(year: 2026, month: 3, day: 6)!
  static let stamp = Instant(day, minutes: 7 * 60 + 5).adding(milliseconds: 9_999)

  private func due(_ summary: String, uid: String = "matter-7@qinghe.example") -> CalendarEvent {
    CalendarEvent(
      uid: uid, stamp: CalendarTests.stamp, when: .days(CalendarTests.day, through: CalendarTests.day), summary: summary
    )
  }

  private func text(_ events: [CalendarEvent], method: CalendarFile.Method = .publish) throws -> String {
    String(decoding: try CalendarFile(method: method, name: "清河区到期", events: events).bytes(), as: UTF8.self)
  }

  @Test func aDueDay() throws {
    #expect(
      try text([due("校车，检查; 石桥镇")]) == """
        BEGIN:VCALENDAR\r
        VERSION:2.0\r
        PRODID:-//Bihuan//Bihuan//ZH\r
        CALSCALE:GREGORIAN\r
        METHOD:PUBLISH\r
        NAME:清河区到期\r
        X-WR-CALNAME:清河区到期\r
        BEGIN:VEVENT\r
        UID:matter-7@qinghe.example\r
        DTSTAMP:20260305T230509Z\r
        SEQUENCE:0\r
        DTSTART;VALUE=DATE:20260306\r
        DTEND;VALUE=DATE:20260307\r
        TRANSP:TRANSPARENT\r
        SUMMARY:校车，检查\\; 石桥镇\r
        STATUS:CONFIRMED\r
        END:VEVENT\r
        END:VCALENDAR\r

        """)
  }

  @Test func aMeetingWithEverything() throws {
    var event = CalendarEvent(
      uid: "meeting-3@qinghe.example", stamp: CalendarTests.stamp, sequence: 2,
      when: .moments(
        Instant(CalendarTests.day, minutes: 9 * 60), until: Instant(CalendarTests.day, minutes: 10 * 60 + 30)),
      summary: "调度会", status: .cancelled)
    event.description = "一\n二"
    event.location = "三楼,西"
    event.categories = ["会议", "a,b"]
    event.link = "https://bihuan.qinghe.example/meetings/3?a,b;c"
    event.organizer = try CalendarParty(name: "安委办 \"甲\"\r\n", mail: "office@qinghe.example")
    event.attendees = [try CalendarParty(name: "石桥镇; 值班室", mail: "duty@shiqiao.example")]
    event.reminder = -30
    let text = try text([event], method: .request)
    for line in [
      "METHOD:REQUEST", "SEQUENCE:2", "DTSTART:20260306T010000Z", "DTEND:20260306T023000Z", "DESCRIPTION:一\\n二",
      "LOCATION:三楼\\,西", "CATEGORIES:会议,a\\,b", "URL:https://bihuan.qinghe.example/meetings/3?a,b;c",
      "STATUS:CANCELLED", "ORGANIZER;CN=\"安委办 '甲' \":mailto:office@qinghe.example",
      "ATTENDEE;CN=\"石桥镇; 值班室\":mailto:duty@shiqiao.example",
      "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT30M\r\nDESCRIPTION:调度会\r\nEND:VALARM",
    ] { #expect(text.contains("\r\n\(line)\r\n"), "\(line)") }
    #expect(!text.contains("TRANSP"))
  }

  @Test func noSummaryMakesAPropertyOfItsOwn() throws {
    for end in ["\r\n", "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}", "\u{B}", "\u{C}"] {
      let text = try text([due("甲\(end)END:VEVENT\(end)ATTENDEE:mailto:x@y.example")])
      #expect(text.split(separator: "\r\n").count { $0.hasPrefix("END:VEVENT") } == 1)
      #expect(!text.contains("\r\nATTENDEE"))
      #expect(text.unicodeScalars.allSatisfy { ![0x0B, 0x0C, 0x85, 0x2028, 0x2029].contains($0.value) })
    }
  }

  /// 75 octets stay on their line; with one more the last character goes to the next.
  @Test func linesAreFoldedBetweenCharacters() throws {
    let fits = "SUMMARY:" + String(repeating: "会", count: 22) + "a"
    #expect(try text([due(String(repeating: "会", count: 22) + "a")]).contains("\r\n\(fits)\r\n"))
    #expect(
      try text([due(String(repeating: "会", count: 22) + "ab")]).contains("\r\n\(fits)\r\n b\r\n"))
    #expect(
      try text([due(String(repeating: "会", count: 47))]).contains(
        "\r\nSUMMARY:\(String(repeating: "会", count: 22))\r\n \(String(repeating: "会", count: 24))\r\n 会\r\n"))
  }

  @Test(arguments: ["", "a b", "a\r\nX:y", "编号", String(repeating: "a", count: 256)])
  func aUIDThatIsNoneIsRefused(_ uid: String) {
    #expect(throws: Problem(.calendarUID, at: uid)) { try text([due("甲", uid: uid)]) }
  }

  @Test(arguments: [
    "", "https://", "ftp://a.example", "https://a.example/ b", "https://a.example/\r\nX:y",
    "https://会",
  ])
  func aLinkThatIsNoneIsRefused(_ link: String) {
    var event = due("甲")
    event.link = link
    #expect(throws: Problem(.calendarLink, at: event.uid)) { try text([event]) }
  }

  @Test(arguments: ["", "a", "@b", "a@", "a@b@c", "a b@c", "a@b\r\nX:y", "a\"@b", "a?subject=x@b", "会@b"])
  func aMailAddressThatIsNoneIsRefused(_ mail: String) {
    #expect(throws: Problem(.calendarMail, at: "mail")) { try CalendarParty(name: "甲", mail: mail) }
  }
}
