import Ground

/// `multipart/form-data` (RFC 7578 over RFC 2046 §5.1), as browsers send it. One pass; each part's head is bounded.
enum Multipart {
  private static let headLimit = 8192
  private static let lineEnd: [UInt8] = [13, 10]

  /// The boundary that the content type names: 1 to 70 characters (RFC 2046 §5.1.1).
  static func boundary(_ type: String) -> [UInt8]? {
    for parameter in type.split(separator: ";").dropFirst() {
      let pair = parameter.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, pair[0].filter({ $0 != " " }).lowercased() == "boundary" else { continue }
      var value = pair[1][...]
      while value.last == " " || value.last == "\"" { value.removeLast() }
      while value.first == " " || value.first == "\"" { value.removeFirst() }
      return (1...70).contains(value.utf8.count) ? Array(value.utf8) : nil
    }
    return nil
  }

  static func read(_ body: [UInt8], boundary: [UInt8]) throws(Refusal) -> SubmittedForm {
    var form = SubmittedForm()
    let delimiter = [13, 10, 45, 45] + boundary
    // The first delimiter needs no line end before it.
    guard body.starts(with: delimiter[2...]) else { throw Refusal(.formMalformed) }
    var at = delimiter.count - 2
    for _ in 0...SizeLimit.fields {
      if body[at...].starts(with: [45, 45]) { return form }
      guard body[at...].starts(with: lineEnd), let head = headEnd(body, from: at + 2),
        let end = find(delimiter, in: body, from: head)
      else { throw Refusal(.formMalformed) }
      try add(head: body[(at + 2)..<head], body: Array(body[head..<end]), to: &form)
      at = end + delimiter.count
    }
    throw Refusal(.formMalformed)
  }

  /// Where a part's body starts: after its empty line.
  private static func headEnd(_ body: [UInt8], from start: Int) -> Int? {
    let limit = min(body.count - 3, start + headLimit)
    var at = start
    while at < limit {
      if body[at] == 13, body[at + 1] == 10, body[at + 2] == 13, body[at + 3] == 10 { return at + 4 }
      at += 1
    }
    return nil
  }

  private static func find(_ delimiter: [UInt8], in body: [UInt8], from start: Int) -> Int? {
    let last = body.count - delimiter.count
    // A part may be empty: its head's line end is then the delimiter's.
    var at = start - 2
    return body.withUnsafeBufferPointer { bytes in
      while at <= last {
        if bytes[at] == 13, bytes[at + 1] == 10, bytes[at + 2] == 45,
          bytes[at..<(at + delimiter.count)].elementsEqual(delimiter)
        {
          return max(at, start)
        }
        at += 1
      }
      return nil
    }
  }

  private static func add(head: ArraySlice<UInt8>, body: [UInt8], to form: inout SubmittedForm) throws(Refusal) {
    for line in head.split(separator: 10) {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")),
        String(decoding: line[..<colon], as: UTF8.self).lowercased() == "content-disposition"
      else { continue }
      guard let name = parameter("name", in: line) else { throw Refusal(.formMalformed) }
      if let file = parameter("filename", in: line) {
        try form.add(file: name, called: file, body)
      } else {
        try form.add(name, body)
      }
      return
    }
    throw Refusal(.formMalformed)
  }

  /// `; name="…"`, in which browsers write a quote as `%22` and line ends as `%0D` and `%0A` (HTML §4.10.22.7).
  private static func parameter(_ name: String, in line: ArraySlice<UInt8>) -> [UInt8]? {
    let start = Array("; \(name)=\"".utf8)
    guard let found = line.firstRange(of: start),
      let end = line[found.upperBound...].firstIndex(of: UInt8(ascii: "\""))
    else { return nil }
    let text = String(decoding: line[found.upperBound..<end], as: UTF8.self)
    guard text.utf8.elementsEqual(line[found.upperBound..<end]) else { return Array(line[found.upperBound..<end]) }
    return Array(text.split(separator: "%22", omittingEmptySubsequences: false).joined(separator: "\"").utf8)
  }
}
