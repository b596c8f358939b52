import Bulletins
import Foundation
import Ground
import Testing

/// Our own texts under `labelled/`, read and held against their labels and their golden answers.
struct LabelledTextTests {
  static let folder = repository.appendingPathComponent("Tests/BulletinsTests/labelled")
  static let meetings = ["news", "minutes", "noise", "speakers", "passive"]

  struct Label {
    let type, field, starts, ends: String
    let persons, isOptional: Bool
    let units: [String]
    let deadline: String?
  }

  static func text(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appendingPathComponent("\(name).txt")))
  }

  static func labels(_ name: String) throws -> [Label] {
    let file = try String(contentsOf: folder.appendingPathComponent("\(name).labels"), encoding: .utf8)
    return file.split(separator: "\n").map { line in
      let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      return Label(
        type: parts[0], field: parts[2], starts: parts[5], ends: parts[6], persons: parts[1] == "yes",
        isOptional: parts.count > 7, units: parts[3].split(separator: "、").map(String.init),
        deadline: parts[4].isEmpty ? nil : parts[4])
    }
  }

  @Test(arguments: meetings) func everyLabelIsReadOnce(name: String) throws {
    let minutes = reader.read(MappedText(try Self.text(name))).minutes
    var left = minutes.items
    for label in try Self.labels(name) {
      guard
        let index = left.firstIndex(where: {
          bare($0.text).hasPrefix(label.starts) && bare($0.text).hasSuffix(label.ends)
        })
      else {
        #expect(label.isOptional, "\(label.starts)…\(label.ends) is not read")
        continue
      }
      let item = left.remove(at: index)
      #expect(item.type.rawValue == label.type, "\(item.text)")
      #expect(item.persons == label.persons, "\(item.text)")
      #expect(
        item.field?.rawValue == label.field || item.alsoFields.contains { $0.rawValue == label.field }, "\(item.text)")
      #expect(item.units == label.units, "\(item.text)")
      #expect(item.deadline == label.deadline, "\(item.text)")
    }
    #expect(left.isEmpty, "\(left.map(\.text))")
  }

  @Test(arguments: [("law", "law"), ("inspection", "inspection"), ("lecture", "lecture"), ("visit", "inspection")])
  func aTextThatIsNoMeetingIsRefusedWithAReason(name: String, reason: String) throws {
    let reading = reader.read(MappedText(try Self.text(name)))
    #expect(reading.minutes.kind.code == "not_meeting")
    #expect(reading.minutes.items.isEmpty)
    #expect(reading.refusal?.code == .notAMeeting)
    #expect(reading.refusal?.values["reason_code"] == reason)
  }

  @Test(arguments: meetings + ["law", "inspection", "lecture", "visit"]) func theAnswerIsTheGoldenOne(name: String)
    throws
  {
    let answer = MinutesJSON.bytes(reader.read(MappedText(try Self.text(name))).minutes)
    let golden = Self.folder.appendingPathComponent("\(name).json")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" { try Data(answer).write(to: golden) }
    #expect(answer == [UInt8](try Data(contentsOf: golden)), "\(name).json differs; UPDATE_GOLDEN=1 rewrites it")
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(answer)) }
  }

  @Test func factsOfSeveralSpeakers() throws {
    let minutes = reader.read(MappedText(try Self.text("speakers"))).minutes
    #expect(minutes.date == "2025-06-01")
    #expect(minutes.chair == "何景行")
    #expect(minutes.items.map(\.speaker) == ["周启明", "周启明", "何景行", "何景行", "何景行"])
    #expect(minutes.items.first?.isUrgent == true)
  }

  @Test func factsOfMinutes() throws {
    let minutes = reader.read(MappedText(try Self.text("minutes"))).minutes
    #expect(minutes.kind == .minutes)
    #expect(minutes.date == "2026-04-16")
    #expect(minutes.chair == "周启明")
    #expect(minutes.attendees.map(\.name) == ["周启明", "林若溪", "何景行", "陆知微"])
  }

  @Test func factsOfAMeetingThatIsSaidToBeHeld() throws {
    let minutes = reader.read(MappedText(try Self.text("passive"))).minutes
    #expect(minutes.title == "全县防汛工作调度会召开")
    #expect(minutes.date == "08-09")
    #expect(minutes.chair == "董一鸣")
    #expect(minutes.attendees.map(\.name) == ["董一鸣", "江知远", "王晓川", "伍清泉"])
    #expect(minutes.attendees.last?.post == "县领导")
    #expect(minutes.reported.map(\.unit) == ["县水务局", "县农业农村局"])
    #expect(minutes.units == ["县水务局", "县农业农村局", "县防汛办"])
  }
}
