import Documents
import Foundation
import Ground
import Testing

/// The templates that ship are made by `Tools/TemplateWriter` and hold no tag that their paper does not have.
@Suite struct ShippedTemplateTests {
  static let folder: URL = {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { folder.deleteLastPathComponent() }
    return folder.appendingPathComponent("Resources/documents")
  }()

  @Test(arguments: PaperKind.allCases) func holdsOnlyTagsOfItsPaper(_ kind: PaperKind) throws {
    let bytes = [UInt8](try Data(contentsOf: Self.folder.appendingPathComponent(kind.file)))
    #expect(throws: Never.self) { try WordTemplate(bytes, shape: kind.shape) }
  }

  @Test(arguments: PaperKind.allCases) func printsTheTemplatesDigest(_ kind: PaperKind) throws {
    let bytes = try Data(contentsOf: Self.folder.appendingPathComponent(kind.file))
    // Stored, not packed: the tags can be read in the file.
    #expect(bytes.range(of: Data("{{template}}".utf8)) != nil)
  }

  @Test func isWhatTheWriterWrites() throws {
    let writer = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
      .appendingPathComponent("TemplateWriter")
    let process = Process()
    let said = Pipe()
    (process.executableURL, process.arguments) = (writer, ["--check", Self.folder.path])
    process.standardError = said
    try process.run()
    let words = String(decoding: try said.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(words)")
  }

  @Test func everyFieldOfEveryPaperHasANameOfItsOwn() {
    func names(_ shape: PaperShape) -> [[String]] {
      var all = [shape.fields.map(\.name)]
      for field in shape.fields {
        if case .rows(let rows) = field.kind { all += names(rows) }
      }
      return all
    }
    for kind in PaperKind.allCases {
      for list in names(kind.shape) { #expect(Set(list).count == list.count, "\(kind) \(list)") }
    }
  }
}
