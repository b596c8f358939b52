import Ground

/// The bytes of a text file as UTF-8. A UTF-8 file stays as it is, mark included, so that spans count its own bytes.
func decodeText(_ bytes: [UInt8]) throws(Problem) -> [UInt8] {
  if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return try decodeUTF16(bytes) }
  if let kind = binaryKind(bytes) { throw Problem(.notText, ["kind": kind]) }
  let scan = UTF8Scan(bytes)
  guard let brokenAt = scan.brokenAt else { return bytes }
  if let charset = declaredCharset(bytes) {
    switch charset {
    case "gb2312", "gbk", "gb18030", "gb_2312-80", "cp936", "x-gbk": return try decodeGB18030(bytes)
    case "utf-8", "utf8": throw Problem(.brokenUTF8, ["offset": "\(brokenAt)"])
    default: throw Problem(.unknownCharset, ["charset": charset])
    }
  }
  // Chinese GB 18030 read as UTF-8 breaks within a character or two; a text that held this long was UTF-8 and is cut.
  let wideEnough = 4
  guard scan.wideCharacters < wideEnough else { throw Problem(.brokenUTF8, ["offset": "\(brokenAt)"]) }
  return try decodeGB18030(bytes)
}

let utf8Mark: [UInt8] = [0xEF, 0xBB, 0xBF]

/// What a file is that holds no text, by its first bytes; nil for what may be text.
func binaryKind(_ bytes: [UInt8]) -> String? {
  let signatures: [([UInt8], String)] = [
    (Array("%PDF-".utf8), "PDF 文件 (a PDF)"), (Array("{\\rtf".utf8), "RTF 文件 (RTF)"),
    ([0xFF, 0xD8, 0xFF], "图片 (a picture)"), ([0x89, 0x50, 0x4E, 0x47], "图片 (a picture)"),
    (Array("GIF8".utf8), "图片 (a picture)"), (Array("RIFF".utf8), "多媒体文件 (media)"),
    (Array("MZ".utf8) + [0x90], "程序 (a program)"), ([0x7F, 0x45, 0x4C, 0x46], "程序 (a program)"),
    (Array("Rar!".utf8), "压缩包 (an archive)"), ([0x37, 0x7A, 0xBC, 0xAF], "压缩包 (an archive)"),
    ([0x1F, 0x8B], "压缩包 (an archive)"),
  ]
  if let known = signatures.first(where: { bytes.starts(with: $0.0) }) { return known.1 }
  return holdsControls(bytes) ? "二进制文件 (a binary file)" : nil
}

/// A NUL, or more control bytes than one in a hundred: no text is written so.
private func holdsControls(_ bytes: [UInt8]) -> Bool {
  var controls = 0
  for byte in bytes where byte < 0x20 || byte == 0x7F {
    switch byte {
    case 0: return true
    case 0x09, 0x0A, 0x0C, 0x0D: break
    default: controls += 1
    }
  }
  return controls > 2 && controls > bytes.count / 100
}

/// The charset that a page's head declares, in lower case (HTML, "prescan a byte stream": the first 1024 bytes).
private func declaredCharset(_ bytes: [UInt8]) -> String? {
  let head = bytes.prefix(1024).map { $0 >= 0x41 && $0 <= 0x5A ? $0 + 32 : $0 }
  guard head.contains(UInt8(ascii: "<")), let at = firstRange(of: Array("charset".utf8), in: head) else { return nil }
  let skipped: Set<UInt8> = [0x20, 0x09, UInt8(ascii: "="), UInt8(ascii: "\""), UInt8(ascii: "'")]
  let rest = head[at.upperBound...].drop { skipped.contains($0) }
  let name = rest.prefix { byte in
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "_")
  }
  return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
}

/// The first place of `needle`; for short needles in bounded heads.
func firstRange(of needle: [UInt8], in bytes: [UInt8]) -> Range<Int>? {
  guard !needle.isEmpty, bytes.count >= needle.count else { return nil }
  for start in 0...(bytes.count - needle.count)
  where bytes[start] == needle[0] && bytes[start..<start + needle.count].elementsEqual(needle) {
    return start..<start + needle.count
  }
  return nil
}
