extension Fact {
  /// Reads canonical bytes and nothing else: what would not be written back byte for byte is refused.
  package init(canonical bytes: some Collection<UInt8>) throws(FactError) {
    self = try FactScanner.read(bytes, alphabet: .codes)
  }
}

/// Reads compact JSON with sorted keys, as `FactWriter` writes it.
struct FactScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let alphabet: FactAlphabet
  private var place = 0

  static func read(_ bytes: some Collection<UInt8>, alphabet: FactAlphabet) throws(FactError) -> Fact {
    let answer = bytes.withContiguousStorageIfAvailable { readAll($0, alphabet: alphabet) }
    return try (answer ?? Array(bytes).withUnsafeBufferPointer { readAll($0, alphabet: alphabet) }).get()
  }

  private static func readAll(_ bytes: UnsafeBufferPointer<UInt8>, alphabet: FactAlphabet) -> Result<Fact, FactError> {
    var scanner = FactScanner(bytes: bytes, alphabet: alphabet)
    do throws(FactError) {
      let fact = try scanner.value(depth: 0)
      guard scanner.place == bytes.count else { throw FactError(reason: "bytes after the value") }
      return .success(fact)
    } catch { return .failure(error) }
  }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func value(depth: Int) throws(FactError) -> Fact {
    switch next {
    case UInt8(ascii: "{"): return .object(try members(depth: depth + 1))
    case UInt8(ascii: "["): return .list(try items(depth: depth + 1))
    case UInt8(ascii: "\""): return .code(try string())
    case UInt8(ascii: "-")?, (UInt8(ascii: "0")...UInt8(ascii: "9"))?: return .int(try integer())
    case UInt8(ascii: "t"): return try word("true", .flag(true))
    case UInt8(ascii: "f"): return try word("false", .flag(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: throw FactError(reason: "no value at byte \(place)")
    }
  }

  private mutating func word(_ text: StaticString, _ fact: Fact) throws(FactError) -> Fact {
    let length = text.utf8CodeUnitCount
    guard place + length <= bytes.count,
      bytes[place..<place + length].elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: length))
    else { throw FactError(reason: "no value at byte \(place)") }
    place += length
    return fact
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    place += 1
    return true
  }

  private mutating func integer() throws(FactError) -> Int64 {
    let start = place
    let isNegative = take(UInt8(ascii: "-"))
    let digits = place
    var number: Int64 = 0
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
      number = number * 10 + Int64(byte - UInt8(ascii: "0"))
      guard number < Fact.integerLimit else { throw FactError(reason: "an integer beyond 2^53 at byte \(start)") }
      place += 1
    }
    let hasSpareZero = bytes.indices.contains(digits) && bytes[digits] == UInt8(ascii: "0") && place > digits + 1
    guard place > digits, !hasSpareZero, !(isNegative && number == 0) else {
      throw FactError(reason: "not the one way to write an integer, at byte \(start)")
    }
    return isNegative ? -number : number
  }

  private mutating func items(depth: Int) throws(FactError) -> [Fact] {
    guard depth <= Fact.depthLimit else { throw FactError(reason: "nested too deeply") }
    place += 1
    var items: [Fact] = []
    if take(UInt8(ascii: "]")) { return items }
    repeat {
      do { items.append(try value(depth: depth)) } catch { throw error.inside(items.count) }
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw FactError(reason: "a list without an end at byte \(place)") }
    return items
  }

  private mutating func members(depth: Int) throws(FactError) -> FactObject {
    guard depth <= Fact.depthLimit else { throw FactError(reason: "nested too deeply") }
    place += 1
    var members = FactObject()
    if take(UInt8(ascii: "}")) { return members }
    repeat {
      guard next == UInt8(ascii: "\"") else { throw FactError(reason: "no key at byte \(place)") }
      let key = try string()
      guard take(UInt8(ascii: ":")) else { throw FactError(reason: "no colon at byte \(place)") }
      let value: Fact
      do { value = try self.value(depth: depth) } catch { throw error.inside(key) }
      guard members.append(key, value) else { throw FactError(reason: "the key \(key) is out of order") }
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw FactError(reason: "an object without an end at byte \(place)") }
    return members
  }

  private mutating func string() throws(FactError) -> String {
    place += 1
    let start = place
    while let byte = next {
      if byte == UInt8(ascii: "\"") {
        place += 1
        return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<place - 1]), as: UTF8.self)
      }
      if byte == UInt8(ascii: "\\") { return try escapedString(from: start) }
      try check(byte)
      place += 1
    }
    throw FactError(reason: "a string without an end")
  }

  private func check(_ byte: UInt8) throws(FactError) {
    guard byte >= 0x20, alphabet == .texts || byte <= 0x7E else {
      throw FactError(reason: "a byte outside the alphabet at byte \(place)")
    }
  }

  /// The slower way, from the first backslash on.
  private mutating func escapedString(from start: Int) throws(FactError) -> String {
    var text = Array(bytes[start..<place])
    while let byte = next {
      place += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
      if byte == UInt8(ascii: "\\") {
        try appendEscape(to: &text)
      } else {
        try check(byte)
        text.append(byte)
      }
    }
    throw FactError(reason: "a string without an end")
  }

  private mutating func appendEscape(to text: inout [UInt8]) throws(FactError) {
    guard let letter = next else { throw FactError(reason: "a string without an end") }
    place += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): text.append(letter)
    case _ where alphabet == .codes: throw FactError(reason: "an escape that was not needed at byte \(place)")
    case UInt8(ascii: "/"): text.append(letter)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "u"): text += Array(String(Character(try unicodeEscape())).utf8)
    default: throw FactError(reason: "an unknown escape at byte \(place)")
    }
  }

  /// `\uXXXX`, or two of them for a scalar beyond the first plane (RFC 8259 §7).
  private mutating func unicodeEscape() throws(FactError) -> Unicode.Scalar {
    let high = try fourDigits()
    if let scalar = Unicode.Scalar(high) { return scalar }
    guard (0xD800..<0xDC00).contains(high), take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
      throw FactError(reason: "half a surrogate pair at byte \(place)")
    }
    let low = try fourDigits()
    guard (0xDC00..<0xE000).contains(low), let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
    else { throw FactError(reason: "half a surrogate pair at byte \(place)") }
    return scalar
  }

  private mutating func fourDigits() throws(FactError) -> UInt32 {
    var number: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = next, let digit = Hex.value((0x41...0x46).contains(byte) ? byte + 0x20 : byte) else {
        throw FactError(reason: "an unknown escape at byte \(place)")
      }
      number = number << 4 | UInt32(digit)
      place += 1
    }
    return number
  }
}
