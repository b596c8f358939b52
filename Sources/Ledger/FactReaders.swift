/// The members of an object being decoded.
struct FactMembersReader<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let members: FactObject
  let texts: [String: String]?
  var codingPath: [any CodingKey] { [] }
  var allKeys: [Key] { members.keys.compactMap { Key(stringValue: $0) } }

  func contains(_ key: Key) -> Bool { members[key.stringValue] != nil }

  private func member(_ key: Key) throws(FactError) -> Fact {
    guard let fact = members[key.stringValue] else { throw FactError(path: key.stringValue, reason: "missing") }
    return fact
  }

  private func number<Number: FixedWidthInteger>(_ key: Key) throws -> Number {
    let fact = try member(key)
    do throws(FactError) { return try fact.number() } catch { throw error.inside(key.stringValue) }
  }

  func decodeNil(forKey key: Key) throws -> Bool { members[key.stringValue] == .null }
  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool {
    let fact = try member(key)
    do throws(FactError) { return try fact.flag() } catch { throw error.inside(key.stringValue) }
  }

  func decode(_ type: String.Type, forKey key: Key) throws -> String {
    let fact = try member(key)
    do throws(FactError) { return try fact.text() } catch { throw error.inside(key.stringValue) }
  }

  func decode(_ type: Double.Type, forKey key: Key) throws -> Double { throw FactError.float.inside(key.stringValue) }
  func decode(_ type: Float.Type, forKey key: Key) throws -> Float { throw FactError.float.inside(key.stringValue) }
  func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try number(key) }
  func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try number(key) }
  func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try number(key) }
  func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try number(key) }
  func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try number(key) }
  func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try number(key) }
  func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try number(key) }
  func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try number(key) }
  func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try number(key) }
  func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try number(key) }

  func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
    let reader = try reader(key)
    do throws(FactError) { return try reader.value() } catch { throw error.inside(key.stringValue) }
  }

  func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T? {
    guard let fact = members[key.stringValue] else { return nil }
    // An absent optional is omitted, so null stands for the inner nil of an optional's optional.
    if fact == .null, !(type is any ExpressibleByNilLiteral.Type) { return nil }
    return try decode(type, forKey: key)
  }

  private func reader(_ key: Key) throws(FactError) -> FactReader { FactReader(try member(key), texts: texts) }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> {
    try reader(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try reader(key).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder { FactReader(members["super"] ?? .null, texts: texts) }

  func superDecoder(forKey key: Key) throws -> any Decoder { try reader(key) }
}

/// The items of a list being decoded.
struct FactItemsReader: UnkeyedDecodingContainer {
  let items: [Fact]
  let texts: [String: String]?
  private(set) var currentIndex = 0
  var codingPath: [any CodingKey] { [] }
  var count: Int? { items.count }
  var isAtEnd: Bool { currentIndex == items.count }

  init(items: [Fact], texts: [String: String]?) { (self.items, self.texts) = (items, texts) }

  mutating func decodeNil() throws -> Bool {
    guard try reader().fact == .null else { return false }
    currentIndex += 1
    return true
  }

  mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
    let reader = try reader()
    do throws(FactError) {
      let value: T = try reader.value()
      currentIndex += 1
      return value
    } catch { throw error.inside(currentIndex) }
  }

  private func reader() throws -> FactReader {
    guard !isAtEnd else { throw FactError(reason: "the list is too short") }
    return FactReader(items[currentIndex], texts: texts)
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> {
    let container = try reader().container(keyedBy: type)
    currentIndex += 1
    return container
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    let container = try reader().unkeyedContainer()
    currentIndex += 1
    return container
  }

  mutating func superDecoder() throws -> any Decoder {
    let reader = try reader()
    currentIndex += 1
    return reader
  }
}

/// A value that is neither object nor list.
struct FactLeafReader: SingleValueDecodingContainer {
  let reader: FactReader
  var codingPath: [any CodingKey] { [] }

  func decodeNil() -> Bool { reader.fact == .null }
  func decode(_ type: Bool.Type) throws -> Bool { try reader.fact.flag() }
  func decode(_ type: String.Type) throws -> String { try reader.fact.text() }
  func decode(_ type: Double.Type) throws -> Double { throw FactError.float }
  func decode(_ type: Float.Type) throws -> Float { throw FactError.float }
  func decode(_ type: Int.Type) throws -> Int { try reader.fact.number() }
  func decode(_ type: Int8.Type) throws -> Int8 { try reader.fact.number() }
  func decode(_ type: Int16.Type) throws -> Int16 { try reader.fact.number() }
  func decode(_ type: Int32.Type) throws -> Int32 { try reader.fact.number() }
  func decode(_ type: Int64.Type) throws -> Int64 { try reader.fact.number() }
  func decode(_ type: UInt.Type) throws -> UInt { try reader.fact.number() }
  func decode(_ type: UInt8.Type) throws -> UInt8 { try reader.fact.number() }
  func decode(_ type: UInt16.Type) throws -> UInt16 { try reader.fact.number() }
  func decode(_ type: UInt32.Type) throws -> UInt32 { try reader.fact.number() }
  func decode(_ type: UInt64.Type) throws -> UInt64 { try reader.fact.number() }

  func decode<T: Decodable>(_ type: T.Type) throws -> T { try reader.value() }
}
