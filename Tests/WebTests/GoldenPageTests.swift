import Foundation
import Ground
import Testing
import Web

@Suite("Pages as they were last looked at")
struct GoldenPageTests {
  /// `UPDATE_GOLDEN=1` rewrites the files.
  @Test(arguments: ["meeting", "matter", "report"]) func pageIsAsItWas(name: String) throws {
    let page = try #require(try everyPage(locale(.chinese)).first { $0.name == name }).html.string
    let file = repository.appendingPathComponent("Tests/WebTests/Goldens/\(name).html")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try page.write(to: file, atomically: true, encoding: .utf8)
    }
    let golden = try String(contentsOf: file, encoding: .utf8)
    let differs = zip(page.split(separator: "\n"), golden.split(separator: "\n")).first { $0 != $1 }
    #expect(page == golden, "first difference: \(differs.map { "\($0) ≠ \($1)" } ?? "length")")
  }
}
