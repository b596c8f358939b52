import Bulletins
import Foundation
import Ground
import Testing

/// The real bulletin, where it is at hand, against what is expected of it. Nothing of it is kept here.
@Suite(.enabled(if: hasSeed)) struct RealBulletinTests {
  struct Expected: Decodable {
    struct Item: Decodable {
      let starts, ends, type, domain: String
      let persons: Bool
      let domainAlso: [String]?
      let units: [String]
      let deadlineOrPeriod: String?
      let optional: Bool?
    }
    let kind, date, chair: String
    let attendeesNamed: Int
    let units: [String]
    let damagedWords: [String: String]
    let items: [Item]
  }

  let expected: Expected
  let source: [UInt8]
  let reading: Reading

  init() throws {
    let folder = try #require(seedFolder)
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    expected = try decoder.decode(
      Expected.self, from: Data(contentsOf: folder.appendingPathComponent("expected.json")))
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".txt") }
    source = [UInt8](try Data(contentsOf: folder.appendingPathComponent(try #require(files.first))))
    reading = reader.read(MappedText(source))
  }

  @Test func factsAreRight() {
    let minutes = reading.minutes
    #expect(minutes.kind.code == expected.kind)
    #expect(minutes.date == expected.date)
    #expect(minutes.chair == expected.chair)
    #expect(minutes.attendees.count == expected.attendeesNamed)
    #expect(Set(minutes.units) == Set(expected.units))
    #expect(minutes.instructions.count == 1 && minutes.heard.count == 1 && minutes.circulated.count == 1)
    #expect(minutes.reported.count { $0.mode == .oral } == 9)
    #expect(minutes.reported.filter { $0.mode == .written }.map(\.unit) == ["各街镇"])
  }

  @Test func everyRequirementIsReadOnce() throws {
    var left = reading.minutes.items
    for item in expected.items {
      let matching = left.indices.filter {
        bare(left[$0].text).hasPrefix(item.starts) && bare(left[$0].text).hasSuffix(item.ends)
      }
      if item.optional == true, matching.isEmpty { continue }
      #expect(matching.count == 1, "\(item.starts)…\(item.ends)")
      guard let index = matching.first else { continue }
      let clause = left.remove(at: index)
      #expect(clause.type.rawValue == item.type, "\(item.starts)")
      #expect(clause.persons == item.persons, "\(item.starts)")
      #expect(clause.field?.rawValue == item.domain, "\(item.starts)")
      #expect(clause.units == item.units, "\(item.starts)")
      #expect(clause.deadline == item.deadlineOrPeriod, "\(item.starts)")
    }
    #expect(left.isEmpty, "\(left.map(\.text))")
  }

  @Test func everyItemLiesInTheSource() {
    for item in reading.minutes.items {
      #expect(item.span.start < item.span.end && item.span.end <= source.count)
      let text = String(decoding: source[item.span.start..<item.span.end], as: UTF8.self)
      #expect(!text.contains("\u{FFFD}"), "a span cuts a character")
      #expect(reading.repaired.string(item.shown) == item.text)
    }
  }

  @Test func damagedWordsAreProvenOrSuggested() {
    let text = reading.repaired.string(0..<reading.repaired.bytes.count)
    for stated in expected.damagedWords.values {
      let suggested = reading.minutes.damage.flatMap(\.suggestions).contains { bare(stated).contains(bare($0)) }
      #expect(text.contains(stated) || suggested, "\(stated)")
    }
    #expect(reading.remarks.count { $0.rule == "repair.mojibake" } == 3)
    #expect(reading.minutes.damage.isEmpty)
  }
}
