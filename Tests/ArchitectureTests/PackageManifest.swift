/// The targets as Package.swift declares them, read from its text.
struct PackageManifest {
  /// Target → what it depends on: targets and products by name.
  private(set) var targets: [String: Set<String>] = [:]

  static let current = PackageManifest(SourceTree.text("Package.swift"))

  init(_ text: String) {
    guard let list = text.firstRange(of: "  targets: [") else { return }
    let body = text[list.upperBound...]
    for match in body.matches(of: /(?:room|suite|support|program|\.executableTarget)\(\s*(?:name:\s*)?"(\w+)"/) {
      let call = PackageManifest.call(body[match.range.lowerBound...])
      targets[String(match.output.1)] = PackageManifest.dependencies(call)
    }
  }

  /// From the name to the bracket that closes its arguments.
  private static func call(_ text: Substring) -> Substring {
    var depth = 0
    for index in text.indices {
      if text[index] == "(" { depth += 1 }
      if text[index] == ")" {
        depth -= 1
        if depth == 0 { return text[...index] }
      }
    }
    return text
  }

  /// The first list of the call; a product counts by its name, `crypto` is the constant at the top of the file.
  private static func dependencies(_ call: Substring) -> Set<String> {
    guard let open = call.firstIndex(of: "[") else { return [] }
    let list = call[open...].prefix { $0 != "]" }.replacing(/package: "[^"]*"/, with: "")
    var names = Set(list.matches(of: /"([^"]+)"/).map { String($0.output.1) })
    if list.contains(/\bcrypto\b/) { names.insert("Crypto") }
    return names
  }
}
