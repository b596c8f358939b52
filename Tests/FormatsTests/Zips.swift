import CLibzip
import Foundation

/// Archives made for the tests by libzip, as an office program would make them.
func zip(_ parts: [(name: String, content: [UInt8])], password: String? = nil) throws -> [UInt8] {
  let path = NSTemporaryDirectory() + "bihuan-\(UUID().uuidString).zip"
  defer { try? FileManager.default.removeItem(atPath: path) }
  var code: Int32 = 0
  guard let archive = zip_open(path, ZIP_CREATE | ZIP_EXCL, &code) else { throw TestFailure("zip_open \(code)") }
  var kept: [UnsafeMutableBufferPointer<UInt8>] = []
  defer { for buffer in kept { buffer.deallocate() } }
  for part in parts {
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, part.content.count))
    _ = buffer.initialize(from: part.content)
    kept.append(buffer)
    let source = zip_source_buffer(archive, buffer.baseAddress, zip_uint64_t(part.content.count), 0)
    let index = zip_file_add(archive, part.name, source!, zip_flags_t(ZIP_FL_ENC_UTF_8))
    if let password { zip_file_set_encryption(archive, zip_uint64_t(index), UInt16(ZIP_EM_AES_256), password) }
  }
  guard zip_close(archive) == 0 else { throw TestFailure("zip_close") }
  return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
}

struct TestFailure: Error {
  let why: String
  init(_ why: String) { self.why = why }
}

let wordNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

/// A .docx whose body is `body` in Word's own XML.
func docx(_ body: String, extra: [(name: String, content: [UInt8])] = []) throws -> [UInt8] {
  let document =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document xmlns:w=\"\(wordNamespace)\"><w:body>\(body)</w:body></w:document>"
  return try zip(
    [
      ("[Content_Types].xml", Array("<Types/>".utf8)), ("word/document.xml", Array(document.utf8)),
    ] + extra)
}

func paragraph(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }

/// An .xlsx with one sheet whose cells are shared strings.
func xlsx(_ rows: [[String]]) throws -> [UInt8] {
  let strings = rows.flatMap { $0 }
  var index = 0
  let sheet = rows.map { row in
    "<row>"
      + row.map { _ in
        defer { index += 1 }
        return "<c t=\"s\"><v>\(index)</v></c>"
      }.joined() + "</row>"
  }.joined()
  return try zip([
    ("[Content_Types].xml", Array("<Types/>".utf8)), ("xl/workbook.xml", Array("<workbook/>".utf8)),
    ("xl/sharedStrings.xml", Array("<sst>\(strings.map { "<si><t>\($0)</t></si>" }.joined())</sst>".utf8)),
    (
      "xl/worksheets/sheet1.xml",
      Array("<worksheet><sheetData>\(sheet)</sheetData></worksheet>".utf8)
    ),
  ])
}
