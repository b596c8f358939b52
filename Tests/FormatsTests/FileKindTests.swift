import Formats
import Testing

@Suite("A file handed in as evidence")
struct FileKindTests {
  @Test(arguments: [
    ([0xFF, 0xD8, 0xFF, 0xE1], FileKind.jpeg), ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .png),
    (Array("GIF89a..".utf8), .gif), (Array("RIFF____WEBPVP8 ".utf8), .webp), (Array("%PDF-1.4".utf8), .pdf),
    (Array("已完成整改。\n".utf8), .txt), (Array("街镇,数量\n石桥镇,3\n".utf8), .csv),
  ])
  func isKnownByItsContent(bytes: [UInt8], kind: FileKind) { #expect(FileKind.sniff(bytes) == kind) }

  @Test func ofAnOfficeIsKnownByItsParts() throws {
    #expect(FileKind.sniff(try docx(paragraph("甲"))) == .docx)
    #expect(FileKind.sniff(try xlsx([["甲"]])) == .xlsx)
    #expect(FileKind.sniff(try zip([("a.txt", [65])])) == nil)
    #expect(FileKind.sniff(try docx(paragraph("甲"), extra: [("word/vbaProject.bin", [1])])) == nil)
  }

  @Test(arguments: [
    Array("#!/bin/sh\nrm".utf8), Array("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".utf8),
    Array("<html><script>1</script></html>".utf8), Array("<?php echo 1;".utf8), Array("MZ\u{90}".utf8),
    [0x7F, 0x45, 0x4C, 0x46], Array("RIFF____WAVEfmt ".utf8), [],
  ])
  func thatCouldActIsNone(bytes: [UInt8]) { #expect(FileKind.sniff(bytes) == nil) }
}
