package import Ground
import Yams

/// A pack file holds a few hundred lines; anything past this is a mistake.
private let largestFile = 1_000_000

/// Composes one YAML document without anchors or aliases: they could make a circle, or a short file very long.
func composeYAML(_ yaml: String, file: String) throws(Problem) -> Node {
  guard yaml.utf8.count <= largestFile else {
    throw Problem(.packTooLarge, at: file, ["size": "\(yaml.utf8.count)", "limit": "\(largestFile)"])
  }
  do {
    let parser = try Parser(yaml: yaml, encoding: .utf8)
    guard let root = try parser.singleRoot() else {
      throw Problem(.packSyntax, at: "\(file):1", ["why": "空文件 empty file"])
    }
    // The parser owns the anchors; the nodes only point at them.
    try withExtendedLifetime(parser) { try refuseAnchors(in: root, file: file) }
    return root
  } catch let problem as Problem {
    throw problem
  } catch {
    throw slip(in: yaml, file: file) ?? syntaxProblem(error, file: file)
  }
}

/// What no YAML reader names and everybody types once: indentation by a tab, and a colon of the Chinese keyboard.
private func slip(in yaml: String, file: String) -> Problem? {
  for (number, line) in yaml.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
    let indent = line.prefix { $0 == " " || $0 == "\t" || $0 == "-" }
    if indent.contains("\t") { return Problem(.packTab, at: "\(file):\(number + 1)") }
    let key = line.dropFirst(indent.count).prefix { $0.isASCII && ($0.isLetter || $0 == "_") }
    if !key.isEmpty, line.dropFirst(indent.count + key.count).first == "：" {
      return Problem(.packColon, at: "\(file):\(number + 1)", ["text": "\(key)："])
    }
  }
  return nil
}

/// Decodes a YAML text into any value that describes itself; what does not fit is named by file and line.
package func decodeYAML<Value: Decodable>(
  _ type: Value.Type, from yaml: String, file: String
) throws(Problem) -> Value {
  let root = try composeYAML(yaml, file: file)
  do {
    return try YAMLDecoder().decode(type, from: root)
  } catch let error as DecodingError {
    throw decodingProblem(error, in: root, file: file)
  } catch {
    throw syntaxProblem(error, file: file)
  }
}

private func refuseAnchors(in node: Node, file: String) throws(Problem) {
  if case .alias = node { throw Problem(.packAlias, at: "\(file):\(node.mark?.line ?? 1)") }
  guard node.anchor == nil else { throw Problem(.packAlias, at: "\(file):\(node.mark?.line ?? 1)") }
  switch node {
  case .mapping(let mapping):
    for pair in mapping {
      try refuseAnchors(in: pair.key, file: file)
      try refuseAnchors(in: pair.value, file: file)
    }
  case .sequence(let sequence):
    for item in sequence { try refuseAnchors(in: item, file: file) }
  case .scalar, .alias: break
  }
}

private func syntaxProblem(_ error: any Error, file: String) -> Problem {
  switch error as? YamlError {
  case .scanner(_, let why, let mark, _), .parser(_, let why, let mark, _), .composer(_, let why, let mark, _):
    Problem(.packSyntax, at: "\(file):\(mark.line)", ["why": why])
  case .duplicatedKeysInMapping(let keys, let context):
    Problem(
      .packDuplicate, at: "\(file):\(context.mark.line)",
      ["code": keys.joined(separator: ", "), "first": "\(file):\(context.mark.line)"])
  default:
    Problem(.packNotText, at: "\(file):1")
  }
}

private func decodingProblem(_ error: DecodingError, in root: Node, file: String) -> Problem {
  switch error {
  case .keyNotFound(let key, let context):
    Problem(
      .packMissing, at: "\(file):\(line(of: context.codingPath, in: root))", ["key": key.stringValue, "kind": "…"])
  case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
    Problem(
      .packWrongType, at: "\(file):\(line(of: context.codingPath, in: root))",
      [
        "key": context.codingPath.last?.stringValue ?? "", "kind": context.debugDescription,
        "form": PackForm.line(context.codingPath.last?.stringValue ?? "", else: "…"),
      ])
  @unknown default:
    Problem(.packSyntax, at: file, ["why": "\(error)"])
  }
}

/// The line of the deepest place of `path` that is there.
private func line(of path: [any CodingKey], in root: Node) -> Int {
  var node = root
  for key in path {
    if let index = key.intValue, case .sequence(let items) = node, items.indices.contains(index) {
      node = items[index]
    } else if case .mapping(let mapping) = node, let value = mapping[key.stringValue] {
      node = value
    } else {
      break
    }
  }
  return node.mark?.line ?? 1
}
