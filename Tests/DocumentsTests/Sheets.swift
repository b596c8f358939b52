import Documents
import Formats
import Ground

/// A paper of its own for the tests: a title, a condition, and rows with rows in them.
struct TestPaper: Sendable {
  var title = "标题"
  var isUrgent = false
  var rows: [TestRow] = []

  static let fields = PaperFields<TestPaper>([
    .text("title", "标题", "Title") { $0.title }, .flag("urgent", "是否紧急", "Whether it is urgent") { $0.isUrgent },
    .rows("rows", "事项", "Matters", TestRow.fields) { $0.rows },
  ])
}

struct TestRow: Sendable {
  var text = "检查"
  var units: [TestUnit] = []

  static let fields = PaperFields<TestRow>([
    .text("text", "内容", "Text") { $0.text }, .rows("units", "单位", "Units", TestUnit.fields) { $0.units },
  ])
}

struct TestUnit: Sendable {
  let name: String

  static let fields = PaperFields<TestUnit>([.text("name", "名称", "Name") { $0.name }])
}

/// Small .docx files with what a test needs in them.
enum Sheet {
  static func docx(_ body: String, more: [(String, String)] = []) throws -> [UInt8] {
    let space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    var parts = [
      ("[Content_Types].xml", "<Types/>"),
      ("word/document.xml", "<w:document \(space)><w:body>\(body)</w:body></w:document>"),
    ]
    parts += more.map {
      ($0.0, $0.1.split(separator: "SPACE", omittingEmptySubsequences: false).joined(separator: space))
    }
    return try OfficePackage(parts: parts.map { OfficePackage.Part(name: $0.0, bytes: Array($0.1.utf8)) }).archive()
  }

  static func paragraph(_ runs: String...) -> String {
    "<w:p>\(runs.map { "<w:r><w:rPr><w:b/></w:rPr><w:t>\($0)</w:t></w:r>" }.joined())</w:p>"
  }

  static func row(_ cells: String...) -> String {
    "<w:tr>\(cells.map { "<w:tc><w:tcPr><w:tcW w:w=\"9\"/></w:tcPr>\(paragraph($0))</w:tc>" }.joined())</w:tr>"
  }

  static func template(_ body: String, more: [(String, String)] = []) throws -> WordTemplate {
    try WordTemplate(try docx(body, more: more), shape: TestPaper.fields.shape)
  }

  /// The paragraphs of the filled document, `|` between a paragraph's runs left out, and how many rows it has.
  static func filled(
    _ body: String, _ paper: TestPaper, part: String = "word/document.xml", more: [(String, String)] = []
  )
    throws -> String
  {
    let bytes = try template(body, more: more).fill(TestPaper.fields, with: paper)
    return String(decoding: try OfficePackage(bytes)[part] ?? [], as: UTF8.self)
  }

  /// The words of each paragraph; an empty one is an empty string.
  static func lines(_ xml: String) -> [String] {
    xml.split(separator: "</w:p>", omittingEmptySubsequences: false).dropLast().map { piece in
      var (words, isTag) = ("", false)
      for character in piece.split(separator: "<w:br/>", omittingEmptySubsequences: false).joined(separator: "⏎") {
        if character == "<" {
          isTag = true
        } else if character == ">" {
          isTag = false
        } else if !isTag {
          words.append(character)
        }
      }
      return words
    }
  }

  /// Each reason why a template is refused: its code, and the words of its message.
  static func refusals(_ body: String, more: [(String, String)] = []) throws -> [Problem] {
    do {
      _ = try template(body, more: more)
      return []
    } catch let refusal as Refusal { return refusal.problems }
  }
}
