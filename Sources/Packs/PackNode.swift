package import Ground
package import Yams

/// One place of a pack file. Every question about it answers, or throws a problem that names file and line.
package struct PackNode {
  package let file: String
  package let node: Node
  /// What the place is called in problems: its key, or its list's.
  package let key: String
  /// The line of its key: what a key holds may begin further down.
  var keyLine: Int?

  package var place: String { "\(file):\(keyLine ?? node.mark?.line ?? 1)" }

  package func problem(_ code: ProblemCode, _ values: [String: String]) -> Problem {
    Problem(code, at: place, values)
  }

  /// What was asked for, and how it is written.
  func wrong(_ kind: String, _ form: String, key other: String? = nil) -> Problem {
    let key = other ?? key
    return problem(.packWrongType, ["key": key, "kind": kind, "form": PackForm.line(key, else: form)])
  }

  /// Text is written as a word or in quotes; `yes`, `1.0` and empty values are not text.
  package func text() throws(Problem) -> String {
    guard case .scalar(let scalar) = node, !scalar.string.isEmpty,
      node.tag == Tag(.str) || node.tag == Tag(.timestamp)
    else { throw wrong("文字 text", "'…'") }
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
    guard isSound else { throw wrong("a–z 0–9 _ .", "fire.crowded") }
    return code
  }

  package func integer(in range: ClosedRange<Int>) throws(Problem) -> Int {
    guard case .scalar(let scalar) = node, let value = Int(scalar.string), range.contains(value) else {
      throw wrong("整数 integer \(range.lowerBound)–\(range.upperBound)", "\(meant(in: range))")
    }
    return value
  }

  /// The number that was probably meant: of `10%` or `5天` the digits, as near as the range allows.
  private func meant(in range: ClosedRange<Int>) -> Int {
    guard case .scalar(let scalar) = node, let typed = Int(scalar.string.prefix { $0.isASCII && $0.isNumber }) else {
      return range.contains(1) ? 1 : range.lowerBound
    }
    return min(max(typed, range.lowerBound), range.upperBound)
  }

  package func flag() throws(Problem) -> Bool {
    guard case .scalar(let scalar) = node, ["true", "false"].contains(scalar.string) else {
      throw wrong("true / false", "true")
    }
    return scalar.string == "true"
  }

  package func day() throws(Problem) -> CivilDate {
    guard case .scalar(let scalar) = node else { throw wrong("日期 date", "2026-05-01") }
    if let day = CivilDate(scalar.string) { return day }
    let parts = scalar.string.split(separator: "-", omittingEmptySubsequences: false)
    let isWritten = parts.map(\.utf8.count) == [4, 2, 2] && parts.allSatisfy { Int($0) != nil }
    guard isWritten else { throw wrong("日期 date", "2026-05-01") }
    throw problem(.packNoSuchDay, ["key": key, "day": scalar.string])
  }

  package func list() throws(Problem) -> [PackNode] {
    guard case .sequence(let items) = node else { throw wrong("列表 list", "[…]") }
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

  /// A list of words or numbers, as they are written: whether they are known is asked later.
  package func scalars() throws(Problem) -> [String] {
    var scalars: [String] = []
    for item in try list() {
      guard case .scalar(let scalar) = item.node, !scalar.string.isEmpty else {
        scalars.append(try item.text())
        continue
      }
      scalars.append(scalar.string)
    }
    return scalars
  }

  /// A mapping whose keys are data (words, field keys), in file order.
  package func entries() throws(Problem) -> [(key: String, value: PackNode)] {
    guard case .mapping(let mapping) = node else { throw wrong("键值 mapping", "{…: …}") }
    var entries: [(key: String, value: PackNode)] = []
    for pair in mapping {
      let name = try PackNode(file: file, node: pair.key, key: key).text()
      entries.append((name, PackNode(file: file, node: pair.value, key: name, keyLine: pair.key.mark?.line)))
    }
    return entries
  }

  /// A mapping whose keys are ours; any other key is refused by name.
  package func fields(_ known: [String]) throws(Problem) -> PackFields {
    var values: [String: PackNode] = [:]
    for (name, value) in try entries() {
      guard known.contains(name) else {
        if name.contains("：") { throw value.problem(.packColon, ["text": name]) }
        if value.isEmpty, isInBraces { throw value.problem(.packComma, ["key": name]) }
        throw value.problem(.packUnknownKey, ["key": name, "known": known.joined(separator: ", ")])
      }
      values[name] = value
    }
    return PackFields(at: self, values: values)
  }

  /// Whether several keys share a line, as inside `{…}`; the reader does not keep how a mapping was written.
  private var isInBraces: Bool {
    guard case .mapping(let mapping) = node else { return false }
    return Set(mapping.map { $0.key.mark?.line }).count < mapping.count
  }

  private var isEmpty: Bool {
    guard case .scalar(let scalar) = node else { return false }
    return scalar.string.isEmpty && scalar.style == .plain
  }

  /// One of a closed list of codes.
  package func choice<Choice: RawRepresentable & CaseIterable>(_ type: Choice.Type) throws(Problem) -> Choice
  where Choice.RawValue == String {
    let value = try text()
    guard let choice = Choice(rawValue: value) else {
      if value.contains("，") || value.contains("、") { throw problem(.packFullComma, ["text": value]) }
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
    guard let value = values[key] else {
      throw at.problem(.packMissing, ["key": key, "kind": PackForm.value(of: key) ?? kind])
    }
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
