/// A character reference such as `&ldquo;` or `&#8220;`: what it stands for and how long it is.
struct HTMLEntity {
  let text: [UInt8]
  let length: Int

  /// Reads the reference at `at`, where an `&` stands; nil when it is only an `&`.
  init?(_ bytes: [UInt8], at: Int, before end: Int) {
    // The longest name we know and the longest number have fewer than 12 bytes.
    let limit = min(end, at + 14)
    var stop = at + 1
    while stop < limit, isLetter(bytes[stop]) || isDigit(bytes[stop]) || bytes[stop] == UInt8(ascii: "#") { stop += 1 }
    guard stop > at + 1 else { return nil }
    let name = String(decoding: bytes[at + 1..<stop], as: UTF8.self)
    let closed = stop < end && bytes[stop] == UInt8(ascii: ";")
    guard let scalar = HTMLEntity.scalar(name, closed: closed) else { return nil }
    text = Array(String(scalar).utf8)
    length = stop - at + (closed ? 1 : 0)
  }

  private static func scalar(_ name: String, closed: Bool) -> Unicode.Scalar? {
    if name.hasPrefix("#x") || name.hasPrefix("#X") { return number(UInt32(name.dropFirst(2), radix: 16)) }
    if name.hasPrefix("#") { return number(UInt32(name.dropFirst())) }
    // Without its semicolon only the oldest ones are references; `&lang=` in an address is not.
    guard closed || ["nbsp", "amp", "lt", "gt", "quot"].contains(name) else { return nil }
    return named[name].flatMap(Unicode.Scalar.init)
  }

  /// HTML "numeric character reference end state": nothing becomes a NUL, a surrogate or a C1 control.
  private static func number(_ value: UInt32?) -> Unicode.Scalar? {
    guard let value else { return nil }
    if let mended = windows[value] { return Unicode.Scalar(mended) }
    guard value >= 0x20 || value == 0x09 || value == 0x0A, let scalar = Unicode.Scalar(value) else { return "\u{FFFD}" }
    return scalar
  }

  /// Numbers 128–159 that pages made on Windows use.
  private static let windows: [UInt32: UInt32] = [
    0x80: 0x20AC, 0x85: 0x2026, 0x91: 0x2018, 0x92: 0x2019, 0x93: 0x201C, 0x94: 0x201D, 0x95: 0x2022, 0x96: 0x2013,
    0x97: 0x2014, 0x99: 0x2122,
  ]

  private static let named: [String: UInt32] = [
    "nbsp": 0xA0, "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27, "ldquo": 0x201C, "rdquo": 0x201D,
    "lsquo": 0x2018, "rsquo": 0x2019, "sbquo": 0x201A, "bdquo": 0x201E, "hellip": 0x2026, "mdash": 0x2014,
    "ndash": 0x2013, "middot": 0xB7, "bull": 0x2022, "times": 0xD7, "divide": 0xF7, "copy": 0xA9, "reg": 0xAE,
    "trade": 0x2122, "deg": 0xB0, "plusmn": 0xB1, "permil": 0x2030, "yen": 0xA5, "sect": 0xA7, "para": 0xB6,
    "laquo": 0xAB, "raquo": 0xBB, "lsaquo": 0x2039, "rsaquo": 0x203A, "ensp": 0x2002, "emsp": 0x2003,
    "thinsp": 0x2009, "le": 0x2264, "ge": 0x2265, "ne": 0x2260, "asymp": 0x2248, "rarr": 0x2192, "larr": 0x2190,
    "sup2": 0xB2, "sup3": 0xB3, "frac12": 0xBD, "micro": 0xB5, "bigstar": 0x2605, "starf": 0x2605,
  ]
}
