import Formats
import Ground
import Testing

/// Cells that an office merged are read wherever the part says so, and however it is encoded.
@Suite struct MergedAreaTests {
  private func rows(_ sheet: [UInt8]) throws -> [[String]] {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let book = """
      <workbook xmlns="\(main)" xmlns:r="\(relations)"><sheets><sheet name="一" sheetId="1" r:id="rId1"/></sheets></workbook>
      """
    let links = """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" \
      Target="worksheets/sheet1.xml"/></Relationships>
      """
    let bytes = try zip([
      ("[Content_Types].xml", Array("<Types/>".utf8)), ("xl/workbook.xml", Array(book.utf8)),
      ("xl/_rels/workbook.xml.rels", Array(links.utf8)), ("xl/worksheets/sheet1.xml", sheet),
    ])
    let file = try TableStream(bytes, name: "a.xlsx", limits: Limits())
    var rows: [[String]] = []
    _ = try file.walk(0) { row in rows.append(row.cells.map(\.text)) }
    return rows
  }

  private func sheet(padding: Int = 0) -> String {
    func cell(_ place: String, _ text: String) -> String {
      "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
    }
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return """
      <worksheet xmlns="\(main)"><sheetData><row r="1">\(cell("A1", "石桥镇"))\(cell("B1", "甲"))</row>\
      <row r="2">\(cell("B2", "乙"))</row></sheetData>\(String(repeating: " ", count: padding))\
      <mergeCells><mergeCell ref="A1:A2"/></mergeCells></worksheet>
      """
  }

  private let filled = [["石桥镇", "甲"], ["石桥镇", "乙"]]

  /// The word that tells of them may lie across the pieces in which a part is inflated, 65,536 bytes each.
  @Test func acrossPieces() throws {
    let plain = Array(sheet().utf8)
    let word = try #require(plain.firstRange(of: Array("mergeCell".utf8))).lowerBound
    for before in 0...10 {
      let text = sheet(padding: 65_536 - word - before)
      #expect(try rows(Array(text.utf8)) == filled, "\(before)")
    }
  }

  @Test(arguments: [true, false]) func inUTF16(isLittle: Bool) throws {
    let text = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + sheet()
    let units = [0xFEFF] + Array(text.utf16)
    let bytes = units.flatMap { unit in
      isLittle ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    }
    #expect(try rows(bytes) == filled)
  }

  @Test func withoutAny() throws {
    let text = sheet().replacing(/<mergeCells>.*<\/mergeCells>/, with: "")
    #expect(try rows(Array(text.utf8)) == [["石桥镇", "甲"], ["", "乙"]])
  }
}
