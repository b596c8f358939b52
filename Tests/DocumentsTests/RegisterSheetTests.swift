import Documents
import Formats
import Ground
import Testing

/// The register as a workbook: the same rows, the same bytes; nothing that was typed becomes a formula.
@Suite struct RegisterSheetTests {
  private func sheet(_ texts: [String]) -> RegisterSheet {
    RegisterSheet(
      title: "台账", about: "共\(texts.count)项",
      rows: texts.map { [.number(1), .text($0), .day(CivilDate("2026-03-12")), .day(nil)] },
      created: Instant(CivilDate("2026-03-12")!))
  }

  @Test func givesTheSameBytesTwice() throws {
    #expect(try sheet(["甲", "乙"]).workbook() == sheet(["甲", "乙"]).workbook())
    #expect(try sheet(["甲"]).workbook() != sheet(["乙"]).workbook())
  }

  @Test func keepsFormulasAndLinksAsText() throws {
    let texts = ["=1+1", "+cmd|' /C calc'!A0", "-2", "@SUM(A1)", "https://x.example", "{=1}", "\u{1}甲\n乙", ""]
    let package = try OfficePackage(try sheet(texts).workbook())
    let cells = String(decoding: package["xl/worksheets/sheet1.xml"] ?? [], as: UTF8.self)
    #expect(!cells.contains("<f>") && !cells.contains("hyperlink"))
    let shared = String(decoding: package["xl/sharedStrings.xml"] ?? [], as: UTF8.self)
    for text in ["=1+1", "-2", "@SUM(A1)", "https://x.example"] { #expect(shared.contains(">\(text)<"), "\(text)") }
  }

  @Test func writesNoOtherTimeThanItsOwn() throws {
    let package = try OfficePackage(try sheet(["甲"]).workbook())
    let properties = String(decoding: package["docProps/core.xml"] ?? [], as: UTF8.self)
    // Midnight in Beijing, said in UTC.
    #expect(properties.contains("2026-03-11T16:00:00Z"))
  }
}
