package import Ground
package import Yams

/// One place of a pack file. Every question about it answers, or throws a problem that names file and line.
package struct PackNode {
  package let file: String
  package let node: Node
  /// What the place is called in problems: its key, or its list's.
  package let key: String

  package var place: String { "\(file):\(node.mark?.line ?? 1)" }

  package func problem(_ code: ProblemCode, _ values: [String: String]) -> Problem {
    Problem(code, at: place, values)
  }

  private func wrong(_ kind: String) -> Problem { problem(.packWrongType, ["key": key, "kind": kind]) }

  /// Text is written as a word or in quotes; `yes`, `1.0` and empty values are not text.
  package func text() throws(Problem) -> String {
    guard case .scalar(let scalar) = node, !scalar.string.isEmpty,
      node.tag == Tag(.str) || node.tag == Tag(.timestamp)
    else { throw wrong("文字 text") }
    return scalar.string
  }

  /// A code that entries and addresses carry: small letters and digits, `_` and `.`, at most 64 of them.
  package func code() throws(Problem) -> String {
    let code = try text()
    let isSound =
      code.utf8.count <= 64
      && code.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"),
          UInt8(ascii: "."):
          true
        default: false
        }
      }
    guard isSound else { throw wrong("a–z 0–9 _ .") }
    return code
  }

  package func integer(in range: ClosedRange<Int>) throws(Problem) -> Int {
    guard case .scalar(let scalar) = node, let value = Int(scalar.string), range.contains(value) else {
      throw wrong("整数 integer \(range.lowerBound)–\(range.upperBound)")
    }
    return value
  }

  package func flag() throws(Problem) -> Bool {
    guard case .scalar(let scalar) = node, ["true", "false"].contains(scalar.string) else {
      throw wrong("true / false")
    }
    return scalar.string == "true"
  }

  package func day() throws(Problem) -> CivilDate {
    guard case .scalar(let scalar) = node, let day = CivilDate(scalar.string) else { throw wrong("YYYY-MM-DD") }
    return day
  }

  package func list() throws(Problem) -> [PackNode] {
    guard case .sequence(let items) = node else { throw wrong("列表 list") }
    return items.map { PackNode(file: file, node: $0, key: key) }
  }

  /// A list of words, none twice.
  package func words() throws(Problem) -> [String] {
    var seen: [String: String] = [:]
    var words: [String] = []
    for item in try list() {
      let word = try item.text()
      if let first = seen[word] { throw item.problem(.packDuplicate, ["code": word, "first": first]) }
      seen[word] = item.place
      words.append(word)
    }
    return words
  }

  /// A mapping whose keys are data (words, field keys), in file order.
  package func entries() throws(Problem) -> [(key: String, value: PackNode)] {
    guard case .mapping(let mapping) = node else { throw wrong("键值 mapping") }
    var entries: [(key: String, value: PackNode)] = []
    for pair in mapping {
      let name = try PackNode(file: file, node: pair.key, key: key).text()
      entries.append((name, PackNode(file: file, node: pair.value, key: name)))
    }
    return entries
  }

  /// A mapping whose keys are ours; any other key is refused by name.
  package func fields(_ known: [String]) throws(Problem) -> PackFields {
    var values: [String: PackNode] = [:]
    for (name, value) in try entries() {
      guard known.contains(name) else {
        throw value.problem(.packUnknownKey, ["key": name, "known": known.joined(separator: ", ")])
      }
      values[name] = value
    }
    return PackFields(at: self, values: values)
  }

  /// One of a closed list of codes.
  package func choice<Choice: RawRepresentable & CaseIterable>(_ type: Choice.Type) throws(Problem) -> Choice
  where Choice.RawValue == String {
    let value = try text()
    guard let choice = Choice(rawValue: value) else {
      throw unknown(value, of: Choice.allCases.map(\.rawValue))
    }
    return choice
  }

  package func unknown(_ value: String, of known: [String]) -> Problem {
    problem(.packUnknownValue, ["key": key, "value": value, "known": known.joined(separator: ", ")])
  }
}

/// The fields of one mapping of a pack file.
package struct PackFields {
  private let at: PackNode
  private let values: [String: PackNode]

  init(at: PackNode, values: [String: PackNode]) { (self.at, self.values) = (at, values) }

  package var place: String { at.place }

  package subscript(key: String) -> PackNode? { values[key] }

  package func required(_ key: String, _ kind: String = "…") throws(Problem) -> PackNode {
    guard let value = values[key] else { throw at.problem(.packMissing, ["key": key, "kind": kind]) }
    return value
  }

  package func text(_ key: String) throws(Problem) -> String { try required(key, "文字 text").text() }

  package func code() throws(Problem) -> String { try required("code", "a–z 0–9 _ .").code() }

  package func optionalText(_ key: String) throws(Problem) -> String? { try values[key]?.text() }

  package func bilingual(_ key: String) throws(Problem) -> Bilingual {
    let pair = try required(key, "{zh: …, en: …}").fields(["zh", "en"])
    return Bilingual(try pair.text("zh"), try pair.text("en"))
  }

  package func problem(_ code: ProblemCode, _ values: [String: String]) -> Problem { at.problem(code, values) }
}
