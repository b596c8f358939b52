import Ground

/// One value being encoded: it learns from the first container it is asked for whether it is an object, a list
/// or a leaf.
///
/// A class, so that containers handed out by value fill the same node.
final class FactNode: Encoder {
  private enum Shape { case nothing, leaf, list, object }

  /// Nil when texts stay in the clear, as read tables keep them.
  let sealing: Sealing?
  private var shape = Shape.nothing
  private var leaf = Fact.null
  private var items: [Fact] = []
  private var members = FactObject()
  /// Nested containers, which fill after they were handed out.
  private var openItems: [(Int, FactNode)] = []
  private var openMembers: [(String, FactNode)] = []

  let userInfo: [CodingUserInfoKey: Any] = [:]
  var codingPath: [any CodingKey] { [] }

  init(sealing: Sealing?) { self.sealing = sealing }

  static func fact<T: Encodable>(of value: T, sealing: Sealing?) throws(FactError) -> Fact {
    if let known = try known(value, sealing: sealing) { return known }
    let node = FactNode(sealing: sealing)
    do { try value.encode(to: node) } catch { throw FactError(encoding: error) }
    return try node.fact()
  }

  /// The values that events are mostly made of, without a node; the same facts as by their own `encode(to:)`.
  private static func known<T: Encodable>(_ value: T, sealing: Sealing?) throws(FactError) -> Fact? {
    if T.self == String.self { return (value as? String).map { .code($0) } }
    if T.self == CivilDate.self { return (value as? CivilDate).map { .code($0.iso) } }
    guard T.self == Words.self, let words = value as? Words else { return nil }
    if let sealing { return try sealing.fact(of: words) }
    var members = FactObject()
    if let seal = words.seal { members[Fact.sealKey] = .code(seal) }
    if let text = words.text { members["t"] = .code(text) }
    return .object(members)
  }

  private func fact() throws(FactError) -> Fact {
    switch shape {
    case .nothing: throw FactError(reason: "the value encoded nothing")
    case .leaf: return leaf
    case .list:
      for (index, node) in openItems {
        do { items[index] = try node.fact() } catch { throw error.inside(index) }
      }
      return .list(items)
    case .object:
      for (key, node) in openMembers {
        do { members[key] = try node.fact() } catch { throw error.inside(key) }
      }
      return .object(members)
    }
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    become(.object)
    return KeyedEncodingContainer(FactMembers<Key>(node: self))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    become(.list)
    return FactItems(node: self)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { FactLeaf(node: self) }

  private func become(_ wanted: Shape) {
    precondition(shape == .nothing || shape == wanted, "a value encodes itself in one shape")
    shape = wanted
  }

  func set(_ fact: Fact) {
    become(.leaf)
    leaf = fact
  }

  func set(_ fact: Fact, at key: String) { members[key] = fact }

  func nested(at key: String) -> FactNode {
    let node = FactNode(sealing: sealing)
    openMembers.append((key, node))
    return node
  }

  var count: Int { items.count }

  func append(_ fact: Fact) { items.append(fact) }

  func nestedItem() -> FactNode {
    let node = FactNode(sealing: sealing)
    openItems.append((items.count, node))
    items.append(.null)
    return node
  }
}

extension FactError {
  /// What an `encode(to:)` threw: ours, or one of the standard library's.
  init(encoding error: any Error) {
    if let error = error as? FactError {
      self = error
    } else if case EncodingError.invalidValue(_, let context) = error {
      self.init(reason: context.debugDescription)
    } else {
      self.init(reason: "\(error)")
    }
  }
}

extension Fact {
  /// A whole number of any width, as long as it stays below 2^53.
  init(number: some BinaryInteger) throws(FactError) {
    guard let number = Int64(exactly: number), number.magnitude < UInt64(Fact.integerLimit) else {
      throw FactError(reason: "an integer beyond 2^53")
    }
    self = .int(number)
  }
}
