import Formats
import Ground
import TestFields
import Testing

@Suite("Tables out of files")
struct TableTests {
  private func table(_ book: Workbook) throws -> Table {
    try #require(TableFile.open(book.bytes(), name: "x.xlsx").tables.first)
  }

  @Test("Both ways to count days, and numbers that are no days")
  func days() throws {
    var book = Workbook()
    book.put([[.date(46093), .number(46093), .number(3.1), .date(60), .date(1)]])
    let row = try table(book).rows[0]
    #expect(row.cells[0].day == CivilDate("2026-03-12") && row.cells[0].text == "2026-03-12")
    #expect(row.cells[1].day == nil && row.cells[1].text == "46093" && row.cells[1].isNumber)
    #expect(row.cells[2].text == "3.1")
    // The 29 February 1900 that never was.
    #expect(row.cells[3].day == nil)
    #expect(row.cells[4].day == CivilDate("1900-01-01"))
    book.from1904 = true
    book.cells["A1"] = .date(44631)
    let other = try table(book)
    #expect(other.rows[0].cells[0].day == CivilDate("2026-03-12") && other.notes.countsFrom1904)
  }

  @Test("A merged area says everywhere what its top-left cell says, as far as there are rows")
  func merged() throws {
    var book = Workbook()
    book.put([["甲", "乙"], [nil, "丙"], ["丁", "戊"]])
    book.merges = ["A1:A2", "C1:XFD1048576"]
    let table = try table(book)
    #expect(table.rows.map { $0.cells[0].text } == ["甲", "甲", "丁"])
    #expect(table.rows[1].cells[0].origin == .merged && table.rows[0].cells[0].origin == .typed)
    #expect(table.width <= 60)
  }

  @Test("Merged areas that lie over each other fill row by row as they would over the whole table", arguments: 1...40)
  func overlapping(_ seed: Int) throws {
    var random = Seeded(UInt64(seed))
    var book = Workbook()
    var grid = (0..<8).map { _ in [String](repeating: "", count: 6) }
    for row in grid.indices {
      // Every row holds something, so that none is left out.
      for column in grid[row].indices where column == 5 || Int.random(in: 0..<3, using: &random) == 0 {
        grid[row][column] = "\(row)-\(column)"
        book.cells["\(columnLetters(column))\(row + 1)"] = .text(grid[row][column])
      }
    }
    var areas: [(rows: ClosedRange<Int>, columns: ClosedRange<Int>)] = []
    for _ in 0..<5 {
      let (top, left) = (Int.random(in: 0..<7, using: &random), Int.random(in: 0..<4, using: &random))
      areas.append(
        (top...Int.random(in: top...7, using: &random), left...Int.random(in: (left + 1)...5, using: &random)))
    }
    book.merges = areas.map { rows, columns in
      "\(columnLetters(columns.lowerBound))\(rows.lowerBound + 1):\(columnLetters(columns.upperBound))\(rows.upperBound + 1)"
    }
    for (rows, columns) in areas {
      for row in rows {
        for column in columns where grid[row][column].isEmpty {
          grid[row][column] = grid[rows.lowerBound][columns.lowerBound]
        }
      }
    }
    let read = try table(book).rows.map { row in (0..<6).map { $0 < row.cells.count ? row.cells[$0].text : "" } }
    #expect(read == grid, "\(book.merges)")
  }

  @Test("Rows out of their order are no table: whatever goes on behind a row would pass them over")
  func disorder() throws {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let row = { (number: Int) in "<row r=\"\(number)\"><c t=\"str\"><v>x</v></c></row>" }
    func open(_ rows: [Int]) throws -> [Int] {
      let sheet = "<worksheet xmlns=\"\(main)\"><sheetData>\(rows.map(row).joined())</sheetData></worksheet>"
      let bytes = try zip([("[Content_Types].xml", "<Types/>"), ("xl/worksheets/sheet1.xml", sheet)])
      return try TableFile.open(bytes, name: "x.xlsx").tables[0].rows.map(\.number)
    }
    #expect(try open([1, 2, 7]) == [1, 2, 7])
    for rows in [[2, 1], [1, 1]] {
      let problem = #expect(throws: Problem.self) { _ = try open(rows) }
      #expect(problem?.code == .brokenXML)
    }
  }

  @Test("Formulas are read as saved, never computed; errors and missing results are said")
  func formulas() throws {
    var book = Workbook()
    book.put([[.formula("A2&amp;\"x\"", "甲"), .formula("HYPERLINK(\"http://x\")", nil), .error("#REF!")]])
    book.extra = [("xl/externalLinks/externalLink1.xml", "<externalLink/>")]
    let table = try table(book)
    #expect(table.rows[0].cells[0].text == "甲" && table.rows[0].cells[0].origin == .formula)
    #expect(table.notes.formulas == 3 && table.notes.emptyFormulas == ["B1"] && table.notes.hasExternalLinks)
  }

  @Test("A million empty rows cost nothing")
  func emptyRows() throws {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let rows = (1...1_000_000).map { "<row r=\"\($0)\"/>" }.joined()
    let bytes = try zip([
      ("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<workbook/>"),
      (
        "xl/worksheets/sheet1.xml",
        "<worksheet xmlns=\"\(main)\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>甲</t></is></c></row>\(rows)</sheetData></worksheet>"
      ),
    ])
    #expect(try TableFile.open(bytes, name: nil).tables[0].rows.count == 1)
  }

  @Test("Too many rows, too far a column, too long a cell, an entity, a bomb: refused with the place")
  func hostile() throws {
    func code(_ book: Workbook) throws -> String? {
      let bytes = try book.bytes()
      return #expect(throws: Problem.self) { try TableFile.open(bytes, name: nil) }?.code.code
    }
    var book = Workbook()
    book.put((1...5_001).map { [.text("\($0)")] })
    #expect(try code(book) == "file.table_too_large")
    book = Workbook()
    book.cells["XFD1"] = "远"
    #expect(try code(book) == "file.table_too_large")
    book = Workbook()
    book.put([[.text(String(repeating: "长", count: 10_000))]])
    #expect(try code(book) == "file.table_too_large")
    let sheet = "<!DOCTYPE a [<!ENTITY b \"c\">]><worksheet>&b;</worksheet>"
    let entity = try zip([
      ("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<workbook/>"), ("xl/worksheets/sheet1.xml", sheet),
    ])
    #expect(#expect(throws: Problem.self) { try TableFile.open(entity, name: nil) }?.code.code == "file.xml_entities")
    let bomb = try zip([
      ("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<workbook/>"),
      ("xl/worksheets/sheet1.xml", String(repeating: " ", count: 30_000_000)),
    ])
    #expect(#expect(throws: Problem.self) { try TableFile.open(bomb, name: nil) }?.code.code == "file.zip_bomb")
    #expect(
      #expect(throws: Problem.self) { try TableFile.open(Array("%PDF-1".utf8), name: nil) }?.code.code
        == "file.not_text")
    #expect(
      #expect(throws: Problem.self) { try TableFile.open([0xD0, 0xCF, 0x11, 0xE0], name: nil) }?.code.code
        == "file.old_word")
  }

  @Test("Commas, semicolons and tabs; quotes; UTF-8 with a mark and GB 18030")
  func separated() throws {
    func rows(_ bytes: [UInt8]) throws -> [[String]] {
      try TableFile.open(bytes, name: "x.csv").tables[0].rows.map { $0.cells.map(\.text) }
    }
    let expected = [["事项", "责任单位"], ["检查,\n\"全面\"", "应急局"]]
    let quoted = "\"检查,\n\"\"全面\"\"\""
    #expect(try rows(Array("\u{FEFF}事项,责任单位\r\n\(quoted),应急局\r\n".utf8)) == expected)
    #expect(try rows(Array("事项;责任单位\n\(quoted);应急局".utf8)) == expected)
    #expect(try rows(Array("事项\t责任单位\n\(quoted)\t应急局\n\n".utf8)) == expected)
    // 事项,单位 in GB 18030.
    #expect(try rows([0xCA, 0xC2, 0xCF, 0xEE, 0x2C, 0xB5, 0xA5, 0xCE, 0xBB]) == [["事项", "单位"]])
    let open = #expect(throws: Problem.self) { try TableFile.open(Array("a,b\nc,\"d\n".utf8), name: nil) }
    #expect(open?.code.code == "file.open_quote" && open?.values["line"] == "2")
    // A lone quotation mark means "as above".
    #expect(try rows(Array("甲,乙\n丙,\"\n丁,\"\n".utf8)) == [["甲", "乙"], ["丙", "\""], ["丁", "\""]])
  }
}
