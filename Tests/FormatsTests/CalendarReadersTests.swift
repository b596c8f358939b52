import Formats
import Foundation
import Ground
import TestPython
import Testing

private let why = "skipped: no Python with icalendar and khal in BIHUAN_PYTHON or .build/venv"

/// Programs of others read what we write: the icalendar package, and khal, which people keep their calendars with.
@Suite("Calendars in other programs", .enabled(if: Python.has("icalendar, khal"), "\(why)"))
struct CalendarReadersTests {
  private struct Party: Decodable, Equatable {
    let name: String
    let mail: String
  }

  private struct Event: Decodable {
    let uid: String
    let stamp: String
    let sequence: Int
    let start: String
    let end: String
    let summary: String
    let status: String
    let description: String
    let location: String
    let transparency: String
    let categories: [String]
    let link: String?
    let organizer: Party?
    let attendees: [Party]
    let reminder: Int?
    let errors: [String]
  }

  private struct Calendar: Decodable {
    let name: String
    let shown: String
    let method: String
    let events: [Event]
  }

  private struct Khal: Decodable {
    let kept: [String]
    let listed: [String]
  }

  private static let signs = [
    "会", "议", "校车", "a", "Z", "0", " ", ",", ";", ":", "\\", "\\n", "\\,", "\"", "'", "=", "^", "\n", "\r\n", "\r",
    "\t", "\0", "\u{7}", "\u{7F}", "\u{85}", "\u{2028}", "é", "e\u{301}", "👨‍👩‍👧", "𠮷", "🇨🇳", "\u{202E}", "END:VEVENT",
    "BEGIN:VALARM",
  ]

  private static func text(_ dice: inout Dice, upTo length: Int) -> String {
    (0..<Int.random(in: 0...length, using: &dice)).map { _ in signs.randomElement(using: &dice)! }.joined()
  }

  /// What is left of a text once it has been written: no controls, one kind of line end.
  private static func written(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.replacing("\r\n", with: "\n").unicodeScalars {
      switch scalar.value {
      case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: scalars.append("\n")
      case 0x09: scalars.append(scalar)
      case 0..<0x20, 0x7F...0x9F: break
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  private static func read<T: Decodable>(_ events: [CalendarEvent], _ arguments: [String] = []) throws -> T {
    let bytes = try CalendarFile(method: .publish, name: "清河区到期", events: events).bytes()
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast() {
      #expect(line.last == UInt8(ascii: "\r") && line.count <= 76)
      #expect(String(validating: line, as: UTF8.self) != nil)
    }
    let file = FileManager.default.temporaryDirectory.appending(path: "calendar-\(UUID().uuidString).ics")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "calendar_reader.py").path
    return try JSONDecoder().decode(T.self, from: Python.run([script] + arguments + [file.path]))
  }

  private static func same(_ left: String, _ right: String) -> Bool {
    left.unicodeScalars.elementsEqual(right.unicodeScalars)
  }

  @Test func hostileTextsComeBackAsTheyWere() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("calendars: seed \(seed)")
    var dice = Dice(seed: seed)
    let events = (0..<200).map { number in
      let first = CalendarTests.day.adding(days: Int.random(in: -900...900, using: &dice))
      let last = first.adding(days: Int.random(in: 0...5, using: &dice))
      var event = CalendarEvent(
        uid: "matter-\(number)@qinghe.example", stamp: CalendarTests.stamp, sequence: number,
        when: .days(first, through: last), summary: CalendarReadersTests.text(&dice, upTo: 60),
        status: CalendarEvent.Status.allCases.randomElement(using: &dice)!)
      event.description = CalendarReadersTests.text(&dice, upTo: 120)
      event.location = CalendarReadersTests.text(&dice, upTo: 20)
      return event
    }
    let calendar: Calendar = try CalendarReadersTests.read(events)
    #expect(calendar.name == "清河区到期" && calendar.shown == "清河区到期" && calendar.method == "PUBLISH")
    #expect(calendar.events.count == events.count, "seed \(seed)")
    for (event, read) in zip(events, calendar.events) {
      let place: Comment = "seed \(seed) \(event.uid)"
      for (text, found) in [
        (event.summary, read.summary), (event.description, read.description), (event.location, read.location),
      ] { #expect(CalendarReadersTests.same(CalendarReadersTests.written(text), found), place) }
      #expect(read.uid == event.uid && read.sequence == event.sequence && read.status == event.status.rawValue, place)
      #expect(read.stamp == "2026-03-05T23:05:09+00:00" && read.transparency == "TRANSPARENT", place)
      if case .days(let first, let last) = event.when {
        #expect(read.start == first.iso && read.end == last.adding(days: 1).iso, place)
      }
      #expect(read.errors.isEmpty && read.attendees.isEmpty && read.reminder == nil, place)
    }
  }

  @Test func aMeetingIsReadInFull() throws {
    var event = CalendarEvent(
      uid: "meeting-3@qinghe.example", stamp: CalendarTests.stamp,
      when: .moments(
        Instant(CalendarTests.day, minutes: 9 * 60), until: Instant(CalendarTests.day, minutes: 10 * 60 + 30)),
      summary: "调度会")
    event.categories = ["会议", "a,b;c"]
    event.link = "https://bihuan.qinghe.example/meetings/3?a,b;c"
    event.organizer = try CalendarParty(name: "安委办; 甲", mail: "office@qinghe.example")
    event.attendees = [
      try CalendarParty(name: "石桥镇值班室", mail: "duty@shiqiao.example"),
      try CalendarParty(name: "柳湾镇值班室", mail: "duty@liuwan.example"),
    ]
    event.reminder = -30
    let calendar: Calendar = try CalendarReadersTests.read([event])
    let read = try #require(calendar.events.first)
    #expect(read.start == "2026-03-06T01:00:00+00:00" && read.end == "2026-03-06T02:30:00+00:00")
    #expect(read.categories == event.categories && read.link == event.link && read.reminder == -30)
    #expect(read.organizer == Party(name: "安委办; 甲", mail: "mailto:office@qinghe.example"))
    #expect(
      read.attendees == [
        Party(name: "石桥镇值班室", mail: "mailto:duty@shiqiao.example"),
        Party(name: "柳湾镇值班室", mail: "mailto:duty@liuwan.example"),
      ])
    #expect(read.errors.isEmpty)
  }

  @Test func khalKeepsAndListsThem() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("calendars: seed \(seed)")
    var dice = Dice(seed: seed)
    var events = (0..<40).map { number in
      CalendarEvent(
        uid: "matter-\(number)@qinghe.example", stamp: CalendarTests.stamp,
        when: .days(CalendarTests.day, through: CalendarTests.day),
        summary: "第\(number)件" + CalendarReadersTests.text(&dice, upTo: 60))
    }
    events.append(
      CalendarEvent(
        uid: "meeting-3@qinghe.example", stamp: CalendarTests.stamp,
        when: .moments(
          Instant(CalendarTests.day, minutes: 9 * 60), until: Instant(CalendarTests.day, minutes: 10 * 60)),
        summary: "调度会, 第一次; 三楼"))
    let khal: Khal = try CalendarReadersTests.read(events, ["--khal"])
    #expect(Set(khal.kept) == Set(events.map(\.uid)), "seed \(seed)")
    #expect(khal.listed.contains("2026-03-06|09:00|调度会, 第一次; 三楼"), "\(khal.listed)")
    for number in 0..<40 {
      #expect(khal.listed.contains { $0.hasPrefix("2026-03-06||第\(number)件") }, "seed \(seed) \(number)")
    }
  }
}
