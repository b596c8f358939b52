/// The members of an object in the order of the canonical bytes: each key once, keys ascending.
///
/// Objects here have one to thirty members; at that size a sorted list is looked up faster than a hash table, and it
/// is written as it stands.
package struct FactObject: Hashable, Sendable {
  package struct Member: Hashable, Sendable {
    package let key: String
    package fileprivate(set) var value: Fact
  }

  package private(set) var members: [Member]

  package init() { members = [] }

  /// Members in any order; of those with the same key, the last stands.
  init(unsorted: [(String, Fact)]) {
    members = []
    members.reserveCapacity(unsorted.count)
    for (key, value) in unsorted { self[key] = value }
  }

  package var count: Int { members.count }
  package var keys: [String] { members.map(\.key) }

  package subscript(_ key: String) -> Fact? {
    get {
      let place = place(of: key)
      return place < members.count && members[place].key == key ? members[place].value : nil
    }
    set {
      // Values that encode themselves in order come in order.
      let place = members.last.map { $0.key < key } ?? true ? members.count : place(of: key)
      let isThere = place < members.count && members[place].key == key
      switch newValue {
      case let value? where isThere: members[place].value = value
      case let value?: members.insert(Member(key: key, value: value), at: place)
      case nil where isThere: members.remove(at: place)
      case nil: break
      }
    }
  }

  /// Takes the member that comes next in order; false where it does not.
  mutating func append(_ key: String, _ value: Fact) -> Bool {
    if let last = members.last, key <= last.key { return false }
    members.append(Member(key: key, value: value))
    return true
  }

  /// Where the key is, or where it would be.
  private func place(of key: String) -> Int {
    var (low, high) = (0, members.count)
    while low < high {
      let middle = (low + high) / 2
      if members[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension FactObject: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, Fact)...) { self.init(unsorted: elements) }
}
