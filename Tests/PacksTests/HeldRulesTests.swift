import Foundation
import Ground
import Packs
import Testing

/// What a rule demanded while matters were issued by it, it demands of them for good (DESIGN §3.4): a shipped entry is not
/// edited in place; what changes gets an entry of its own with the day from which it holds.
@Suite struct HeldRulesTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  private static let held = folder.appendingPathComponent("HeldRules.txt")
  private static let packs = folder.appendingPathComponent("../../Resources/packs")

  /// `UPDATE_GOLDEN=1` writes down the rules that are new, and changes none that stands.
  @Test func noShippedRuleIsEditedInPlace() throws {
    let rules = try Self.rules()
    let text = (try? String(contentsOf: Self.held, encoding: .utf8)) ?? ""
    var stood: [String: String] = [:]
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
      stood[parts[0]] = parts[1]
    }
    for (rule, demand) in rules {
      if let before = stood[rule] {
        #expect(
          demand == before, "\(rule) held as it was; add an entry with valid_from beside it, and valid_to to this one")
      } else if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != "1" {
        Issue.record("\(rule) is new; UPDATE_GOLDEN=1 writes it down")
      }
      stood[rule] = stood[rule] ?? demand
    }
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      let lines = stood.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\n" }
      try lines.joined().write(to: Self.held, atomically: true, encoding: .utf8)
    }
  }

  /// Every rule with the day from which it holds, and what it demands; its words may be mended.
  private static func rules() throws -> [String: String] {
    let files = try FileManager.default.contentsOfDirectory(atPath: packs.path).filter { $0.hasSuffix(".yaml") }
      .sorted()
    let library = try PackLibrary.load(
      files: files.map { ($0, try String(contentsOf: packs.appendingPathComponent($0), encoding: .utf8)) })
    var rules: [String: String] = [:]
    func name(_ kind: String, _ code: String, _ from: CivilDate?) -> String {
      "\(kind) \(code.split(separator: "@")[0]) \(from?.iso ?? "always")"
    }
    for code in library.termCodes {
      for term in library.versions(of: code) {
        rules[name("term", term.code, term.validFrom)] = "\(term.rule)" + (term.roll.map { " \($0.rawValue)" } ?? "")
      }
    }
    for ladder in library.ladders.values {
      let steps = ladder.steps.map { step in
        let marks = (step.showsCard ? " card" : "") + (step.isForMeeting ? " meeting" : "")
        return "\(step.code) \(step.workdays) \(step.tells.map(\.rawValue).joined(separator: "+"))\(marks)"
      }
      rules[name("ladder", ladder.code, ladder.validFrom)] = steps.joined(separator: ", ")
    }
    let oldest = try #require(CivilDate("1949-10-01"))
    for standard in library.standards.values {
      for version in [standard, library.standard(standard.code, issuedOn: oldest) ?? standard] {
        let marks = (version.onSite ? " on site" : "") + (version.otherUnit ? " other unit" : "")
        rules[name("standard", version.code, version.validFrom)] =
          "evidence \(version.minimumEvidence)\(marks)" + (version.lookBack.map { ", look-back by \($0)" } ?? "")
      }
    }
    return rules
  }
}
