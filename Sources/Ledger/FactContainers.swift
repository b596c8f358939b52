/// The members of an object being encoded.
struct FactMembers<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let node: FactNode
  var codingPath: [any CodingKey] { [] }

  mutating func encodeNil(forKey key: Key) { node.set(.null, at: key.stringValue) }
  mutating func encode(_ value: Bool, forKey key: Key) { node.set(.flag(value), at: key.stringValue) }
  mutating func encode(_ value: String, forKey key: Key) { node.set(.code(value), at: key.stringValue) }
  mutating func encode(_ value: Double, forKey key: Key) throws { throw FactError.float.inside(key.stringValue) }
  mutating func encode(_ value: Float, forKey key: Key) throws { throw FactError.float.inside(key.stringValue) }
  mutating func encode(_ value: Int, forKey key: Key) throws { try number(value, key) }
  mutating func encode(_ value: Int8, forKey key: Key) throws { try number(value, key) }
  mutating func encode(_ value: Int16, forKey key: Key) throws { try number(value, key) }
  mutating func encode(_ value: Int32, forKey key: Key) throws { try number(value, key) }
  mutating func encode(_ value: Int64, forKey key: Key) throws { try number(value, key) }
  mutating func encode(_ value: UInt, forKey key: Key) throws { try number(value, key) }
  mutating func encode(_ value: UInt8, forKey key: Key) throws { try number(value, key) }
  mutating func encode(_ value: UInt16, forKey key: Key) throws { try number(value, key) }
  mutating func encode(_ value: UInt32, forKey key: Key) throws { try number(value, key) }
  mutating func encode(_ value: UInt64, forKey key: Key) throws { try number(value, key) }

  mutating func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
    let key = key.stringValue
    do throws(FactError) {
      node.set(try FactNode.fact(of: value, sealing: node.sealing), at: key)
    } catch { throw error.inside(key) }
  }

  private func number(_ value: some BinaryInteger, _ key: Key) throws {
    do throws(FactError) {
      node.set(try Fact(number: value), at: key.stringValue)
    } catch { throw error.inside(key.stringValue) }
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    node.nested(at: key.stringValue).container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    node.nested(at: key.stringValue).unkeyedContainer()
  }

  mutating func superEncoder() -> any Encoder { node.nested(at: "super") }

  mutating func superEncoder(forKey key: Key) -> any Encoder { node.nested(at: key.stringValue) }
}

/// The items of a list being encoded.
struct FactItems: UnkeyedEncodingContainer {
  let node: FactNode
  var codingPath: [any CodingKey] { [] }
  var count: Int { node.count }

  mutating func encodeNil() { node.append(.null) }

  mutating func encode<T: Encodable>(_ value: T) throws {
    do throws(FactError) {
      node.append(try FactNode.fact(of: value, sealing: node.sealing))
    } catch { throw error.inside(node.count) }
  }

  mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
    node.nestedItem().container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { node.nestedItem().unkeyedContainer() }

  mutating func superEncoder() -> any Encoder { node.nestedItem() }
}

/// A value that is neither object nor list.
struct FactLeaf: SingleValueEncodingContainer {
  let node: FactNode
  var codingPath: [any CodingKey] { [] }

  mutating func encodeNil() { node.set(.null) }
  mutating func encode(_ value: Bool) { node.set(.flag(value)) }
  mutating func encode(_ value: String) { node.set(.code(value)) }
  mutating func encode(_ value: Double) throws { throw FactError.float }
  mutating func encode(_ value: Float) throws { throw FactError.float }
  mutating func encode(_ value: Int) throws { node.set(try Fact(number: value)) }
  mutating func encode(_ value: Int8) throws { node.set(try Fact(number: value)) }
  mutating func encode(_ value: Int16) throws { node.set(try Fact(number: value)) }
  mutating func encode(_ value: Int32) throws { node.set(try Fact(number: value)) }
  mutating func encode(_ value: Int64) throws { node.set(try Fact(number: value)) }
  mutating func encode(_ value: UInt) throws { node.set(try Fact(number: value)) }
  mutating func encode(_ value: UInt8) throws { node.set(try Fact(number: value)) }
  mutating func encode(_ value: UInt16) throws { node.set(try Fact(number: value)) }
  mutating func encode(_ value: UInt32) throws { node.set(try Fact(number: value)) }
  mutating func encode(_ value: UInt64) throws { node.set(try Fact(number: value)) }

  mutating func encode<T: Encodable>(_ value: T) throws {
    node.set(try FactNode.fact(of: value, sealing: node.sealing))
  }
}

extension FactError {
  static var float: FactError { FactError(reason: "a ledger holds whole numbers only") }
}
