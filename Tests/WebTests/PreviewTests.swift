import Foundation
import Ground
import Testing
import Web

@Suite("Pages written to a folder, to be looked at")
struct PreviewTests {
  /// `PREVIEW_DIR=… swift test --filter PreviewTests`; said to be skipped without it.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["PREVIEW_DIR"] != nil, "skipped: PREVIEW_DIR is not set"))
  func writeAll() throws {
    let folder = URL(fileURLWithPath: try #require(ProcessInfo.processInfo.environment["PREVIEW_DIR"]))
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for language in Language.allCases {
      for page in try everyPage(locale(language)) {
        let text = page.html.string.replacing("\"/static/", with: "\"static/")
        try text.write(
          to: folder.appendingPathComponent("\(page.name).\(language.rawValue).html"), atomically: true, encoding: .utf8
        )
      }
    }
  }
}
