import Bulletins
import Formats
import Foundation
import Ground
import Testing

/// The reader against our own labelled texts. Those under `open` were looked at while its rules were written, those
/// under `held` were not.
struct ScoreTests {
  @Test func readsTheTextsItsRulesWereWrittenBy() throws {
    let scores = try Self.scores("open")
    #expect(scores.boundaries >= 0.94 && scores.type.value >= 0.96 && scores.field.value >= 0.92)
    #expect(Scores.f(scores.itemUnitsRead, scores.itemUnits) >= 0.90)
    #expect(scores.kind.value == 1 && scores.outOfNothing == 0)
  }

  /// The goals of docs/READING.md for texts that no rule was written by.
  @Test func readsTheTextsHeldBack() throws {
    let scores = try Self.scores("held")
    #expect(scores.boundaries >= 0.94 && scores.type.value >= 0.92 && scores.field.value >= 0.92)
    #expect(Scores.f(scores.itemUnitsRead, scores.itemUnits) >= 0.90)
    #expect(scores.kind.value >= 0.94 && scores.outOfNothing == 0)
  }

  /// What the reader says of its own sureness is how often it is right: where it says 80, four of five.
  @Test func sureness() throws {
    let all = try Self.scores("open").sureness + Self.scores("held").sureness
    for band in [0..<80, 80..<88, 88..<101] {
      let items = all.filter { band.contains($0.confidence) }
      let said = Double(items.reduce(0) { $0 + $1.confidence }) / Double(100 * items.count)
      let right = Double(items.count { $0.isRight }) / Double(items.count)
      print("sure \(band): \(items.count) items, said \(said), right \(right)")
      #expect(items.count >= 40 && abs(said - right) <= 0.08)
    }
  }

  /// Reads every text of a folder and prints the table; BIHUAN_MISTAKES=1 prints what was wrong as well.
  static func scores(_ folder: String) throws -> Scores {
    let path = LabelledTextTests.folder.appendingPathComponent(folder)
    var scores = Scores()
    let names = try FileManager.default.contentsOfDirectory(atPath: path.path).filter { $0.hasSuffix(".labels") }
      .sorted()
    #expect(!names.isEmpty)
    for name in names.map({ String($0.dropLast(7)) }) {
      let labels = Labels(try String(contentsOf: path.appendingPathComponent("\(name).labels"), encoding: .utf8))
      let file = try #require(
        ["txt", "html"].map { "\(name).\($0)" }.first {
          FileManager.default.fileExists(atPath: path.appendingPathComponent($0).path)
        })
      let bytes = [UInt8](try Data(contentsOf: path.appendingPathComponent(file)))
      scores.add(name, labels, reader.read(try SourceDocument.open(bytes, name: file).text))
    }
    print("\(folder): \(names.count) texts | \(Scores.titles)\n\(folder): \(names.count) | \(scores.row)")
    if ProcessInfo.processInfo.environment["BIHUAN_MISTAKES"] == "1" { print(scores.mistakes.joined(separator: "\n")) }
    return scores
  }
}
