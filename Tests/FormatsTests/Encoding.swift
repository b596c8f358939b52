import Glibc

/// UTF-8 → GB 18030 by the C library, for inputs.
func encode(_ text: String) throws -> [UInt8] {
  guard let converter = iconv_open("GB18030", "UTF-8") else { throw TestFailure("iconv_open") }
  defer { iconv_close(converter) }
  var input = text.utf8.map { CChar(bitPattern: $0) }
  var output = [CChar](repeating: 0, count: input.count * 4 + 4)
  var written = 0
  let failed = input.withUnsafeMutableBufferPointer { source in
    output.withUnsafeMutableBufferPointer { target in
      var (from, to) = (source.baseAddress, target.baseAddress)
      var (left, room) = (source.count, target.count)
      defer { written = target.count - room }
      return iconv(converter, &from, &left, &to, &room) == -1
    }
  }
  guard !failed else { throw TestFailure("iconv") }
  return output[..<written].map { UInt8(bitPattern: $0) }
}
