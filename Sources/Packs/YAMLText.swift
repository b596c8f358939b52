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
    throw slip(in: yaml, file: file) ?? syntaxProblem(error, in: yaml, file: file)
  }
}

/// What no YAML reader names and everybody types once: indentation by a tab, a colon or a comma of the Chinese keyboard, and no
/// blank behind a colon.
private func slip(in yaml: String, file: String) -> Problem? {
  for (number, line) in yaml.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
    let indent = line.prefix { $0 == " " || $0 == "\t" || $0 == "-" }
    if indent.contains("\t") { return Problem(.packTab, at: "\(file):\(number + 1)") }
    let key = line.dropFirst(indent.count).prefix { $0.isASCII && ($0.isLetter || $0 == "_") }
    if !key.isEmpty, line.dropFirst(indent.count + key.count).first == "：" {
      return Problem(.packColon, at: "\(file):\(number + 1)", ["text": "\(key)："])
    }
    if let match = line.firstMatch(of: /[{,]\s*[a-z_]+: [^,{}'"]*，\s*[a-z_]+:/) {
      return Problem(.packFullComma, at: "\(file):\(number + 1)", ["text": String(match.0)])
    }
    let rest = line.dropFirst(indent.count + key.count)
    if !key.isEmpty, rest.first == ":", let next = rest.dropFirst().first, !next.isWhitespace {
      return Problem(.packNoBlank, at: "\(file):\(number + 1)", ["text": "\(key)\(rest.prefix(12))"])
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
    throw syntaxProblem(error, in: yaml, file: file)
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

private func syntaxProblem(_ error: any Error, in yaml: String, file: String) -> Problem {
  let lines = yaml.split(separator: "\n", omittingEmptySubsequences: false)
  switch error as? YamlError {
  case .scanner(_, let why, let mark, _), .parser(_, let why, let mark, _), .composer(_, let why, let mark, _):
    let isOfStructure = why.contains("did not find expected") || why.contains("mapping values")
    if isOfStructure, let indents = indents(at: mark.line, in: lines) {
      return Problem(
        .packIndent, at: "\(file):\(mark.line)", ["here": "\(indents.here)", "above": "\(indents.above)", "why": why])
    }
    return Problem(.packSyntax, at: "\(file):\(mark.line)", ["why": why])
  case .duplicatedKeysInMapping(let keys, let context):
    let places = lines.indices.filter { index in
      index + 1 >= context.mark.line
        && keys.contains { lines[index].drop { $0 == " " || $0 == "-" }.hasPrefix("\($0):") }
    }
    let (first, second) = (places.first ?? context.mark.line - 1, places.dropFirst().first ?? context.mark.line - 1)
    return Problem(
      .packDuplicate, at: "\(file):\(second + 1)",
      ["code": keys.joined(separator: ", "), "first": "\(file):\(first + 1)"])
  default:
    return Problem(.packNotText, at: "\(file):1")
  }
}

/// By how many blanks a line and the one above it are indented, where they differ so that it may be why it cannot be read.
private func indents(at number: Int, in lines: [Substring]) -> (here: Int, above: Int)? {
  guard lines.indices.contains(number - 1), !lines[number - 1].allSatisfy(\.isWhitespace),
    let above = lines[..<(number - 1)].last(where: { line in
      !line.allSatisfy(\.isWhitespace) && line.first { $0 != " " } != "#"
    })
  else { return nil }
  func indent(_ line: Substring) -> Int { line.prefix { $0 == " " }.count }
  let (here, before) = (indent(lines[number - 1]), indent(above))
  return here == before ? nil : (here, before)
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
