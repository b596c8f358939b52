/// A Swift text taken apart: what is code, what is said in literals, what in comments.
struct SwiftParts: Sendable {
  /// The code; a literal stands as `""`, a comment as nothing. What is interpolated counts as literal.
  private(set) var code = ""
  private(set) var literals: [String] = []
  private(set) var comments: [String] = []

  init(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    var at = 0
    while at < scalars.count {
      if let end = SwiftParts.comment(scalars, at) {
        comments.append(SwiftParts.string(scalars[at..<end]))
        at = end
      } else if let end = SwiftParts.literal(scalars, at) {
        literals.append(SwiftParts.string(scalars[at..<end]))
        code += "\"\""
        at = end
      } else {
        code.unicodeScalars.append(scalars[at])
        at += 1
      }
    }
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    return text
  }

  private static func stands(_ sign: String, in scalars: [Unicode.Scalar], at place: Int) -> Bool {
    scalars[place...].starts(with: sign.unicodeScalars)
  }

  /// Where the comment ends that begins here.
  private static func comment(_ scalars: [Unicode.Scalar], _ start: Int) -> Int? {
    guard scalars[start] == "/" else { return nil }
    if stands("//", in: scalars, at: start) {
      return scalars[start...].firstIndex(of: "\n") ?? scalars.count
    }
    guard stands("/*", in: scalars, at: start) else { return nil }
    var at = start + 2
    while at < scalars.count, !stands("*/", in: scalars, at: at) { at += 1 }
    return min(at + 2, scalars.count)
  }

  /// Where the literal ends that begins here, raw ones and those of several lines included.
  private static func literal(_ scalars: [Unicode.Scalar], _ start: Int) -> Int? {
    guard scalars[start] == "#" || scalars[start] == "\"" else { return nil }
    var at = start
    while at < scalars.count, scalars[at] == "#" { at += 1 }
    guard at < scalars.count, scalars[at] == "\"" else { return nil }
    let pounds = String(repeating: "#", count: at - start)
    let quote = stands("\"\"\"", in: scalars, at: at) ? "\"\"\"" : "\""
    at += quote.count
    while at < scalars.count {
      guard scalars[at] == "\"" || scalars[at] == "\\" else {
        at += 1
        continue
      }
      if stands(quote + pounds, in: scalars, at: at) { return at + quote.count + pounds.count }
      if stands("\\" + pounds + "(", in: scalars, at: at) {
        at = interpolation(scalars, from: at + 2 + pounds.count)
      } else if stands("\\" + pounds, in: scalars, at: at) {
        at += 2 + pounds.count
      } else {
        at += 1
      }
    }
    return scalars.count
  }

  /// Behind the bracket that closes the one before `start`.
  private static func interpolation(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
    var (at, depth) = (start, 1)
    while at < scalars.count, depth > 0 {
      if let end = literal(scalars, at) {
        at = end
        continue
      }
      if scalars[at] == "(" { depth += 1 }
      if scalars[at] == ")" { depth -= 1 }
      at += 1
    }
    return at
  }
}
