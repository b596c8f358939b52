import Glibc
package import Ground

/// GB 18030 → UTF-8 through iconv(3).
package func decodeGB18030(_ bytes: [UInt8]) throws(Problem) -> [UInt8] {
  guard let converter = iconv_open("UTF-8", "GB18030"), Int(bitPattern: converter) != -1 else {
    throw Problem(.unknownCharset, ["charset": "GB18030"])
  }
  defer { iconv_close(converter) }
  // Two bytes become three, four become at most four.
  var output = [UInt8](repeating: 0, count: bytes.count * 2 + 16)
  var input = bytes.map { CChar(bitPattern: $0) }
  var (read, written, failed) = (0, 0, false)
  input.withUnsafeMutableBufferPointer { source in
    output.withUnsafeMutableBytes { target in
      var from = source.baseAddress
      var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
      var (left, room) = (source.count, target.count)
      failed = iconv(converter, &from, &left, &to, &room) == -1
      read = source.count - left
      written = target.count - room
    }
  }
  guard !failed else { throw Problem(.brokenGB18030, ["offset": "\(read)"]) }
  output.removeLast(output.count - written)
  return output
}

/// UTF-16 with its byte-order mark → UTF-8, without the mark.
func decodeUTF16(_ bytes: [UInt8]) throws(Problem) -> [UInt8] {
  let littleEndian = bytes[0] == 0xFF
  var output: [UInt8] = []
  output.reserveCapacity(bytes.count * 3 / 2)
  func unit(_ at: Int) -> UInt32? {
    guard at + 1 < bytes.count else { return nil }
    let (first, second) = (UInt32(bytes[at]), UInt32(bytes[at + 1]))
    return littleEndian ? second << 8 | first : first << 8 | second
  }
  var at = 2
  while at < bytes.count {
    guard let first = unit(at) else { throw Problem(.brokenUTF16, ["offset": "\(at)"]) }
    var value = first
    var length = 2
    if (0xD800..<0xDC00).contains(first), let second = unit(at + 2), (0xDC00..<0xE000).contains(second) {
      value = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
      length = 4
    }
    guard let scalar = Unicode.Scalar(value) else { throw Problem(.brokenUTF16, ["offset": "\(at)"]) }
    output.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
    at += length
  }
  return output
}
