extension Fact {
  /// The one way to write this value: RFC 8785 (JCS), ASCII only.
  ///
  /// With ASCII keys, JCS's order of UTF-16 units is the order of the bytes.
  package func canonical() throws(FactError) -> [UInt8] {
    var writer = FactWriter(alphabet: .codes)
    try writer.write(self, depth: 0)
    return writer.bytes
  }
}

/// Which strings a fact may hold.
enum FactAlphabet {
  /// Printable ASCII: what goes into the ledger.
  case codes
  /// Any text: what lies in a read table.
  case texts
}

/// Writes facts as compact JSON with sorted keys.
struct FactWriter {
  private(set) var bytes: [UInt8] = []
  let alphabet: FactAlphabet

  init(alphabet: FactAlphabet, capacity: Int = 512) {
    self.alphabet = alphabet
    bytes.reserveCapacity(capacity)
  }

  mutating func write(_ fact: Fact, depth: Int) throws(FactError) {
    switch fact {
    case .null: raw("null")
    case .flag(let flag): raw(flag ? "true" : "false")
    case .int(let number): try write(number)
    case .code(let text): try write(text)
    case .list(let items): try write(items, depth: depth + 1)
    case .object(let object): try write(object, depth: depth + 1)
    }
  }

  mutating func raw(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func write(_ number: Int64) throws(FactError) {
    guard number.magnitude < UInt64(Fact.integerLimit) else { throw FactError(reason: "an integer beyond 2^53") }
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    let start = bytes.count
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }

  mutating func write(_ text: String) throws(FactError) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    let refusal: String? = text.withUTF8 { appendEscaped($0) }
    if let refusal { throw FactError(reason: refusal) }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func write(_ items: [Fact], depth: Int) throws(FactError) {
    guard depth <= Fact.depthLimit else { throw FactError(reason: "nested too deeply") }
    bytes.append(UInt8(ascii: "["))
    for (index, item) in items.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      do { try write(item, depth: depth) } catch { throw error.inside(index) }
    }
    bytes.append(UInt8(ascii: "]"))
  }

  private mutating func write(_ object: FactObject, depth: Int) throws(FactError) {
    guard depth <= Fact.depthLimit else { throw FactError(reason: "nested too deeply") }
    bytes.append(UInt8(ascii: "{"))
    var isFirst = true
    for member in object.members {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      do {
        try write(member.key)
        bytes.append(UInt8(ascii: ":"))
        try write(member.value, depth: depth)
      } catch { throw error.inside(member.key) }
    }
    bytes.append(UInt8(ascii: "}"))
  }

  /// Answers with the reason when the text may not be written.
  private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) -> String? {
    if !text.contains(where: needsCare) {
      bytes.append(contentsOf: text)
      return nil
    }
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0x20...0x7E: bytes.append(byte)
      default:
        guard alphabet == .texts else { return "a byte outside printable ASCII" }
        if byte < 0x20 { appendControl(byte) } else { bytes.append(byte) }
      }
    }
    return nil
  }

  private func needsCare(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || (byte > 0x7E && alphabet == .codes)
  }

  /// RFC 8785 §3.2.2.2: the short escapes where JSON has one, else `\u00xx` in lower case.
  private mutating func appendControl(_ byte: UInt8) {
    switch byte {
    case 0x08: raw("\\b")
    case 0x09: raw("\\t")
    case 0x0A: raw("\\n")
    case 0x0C: raw("\\f")
    case 0x0D: raw("\\r")
    default:
      raw("\\u00")
      bytes += [Hex.digit(byte >> 4), Hex.digit(byte & 15)]
    }
  }
}
