import Ground
import Operations

/// The part of an address after `?`, read and checked.
struct APIQuery: Sendable {
  /// In the order in which they came.
  let pairs: [(name: String, value: String)]

  subscript(_ name: String) -> String? { pairs.first { $0.name == name }?.value }

  /// Without one of them, written as an address has it.
  func text(without name: String) -> String { QueryText.write(pairs.filter { $0.name != name }) }

  /// Each declared parameter at most once, or once for every item of a list, and no other.
  static func read(_ query: String, _ declared: [Property]) throws(Refusal) -> APIQuery {
    var pairs: [(name: String, value: String)] = []
    for pair in query.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = decoded(parts[0]), let value = parts.count == 2 ? decoded(parts[1]) : "" else {
        throw Refusal(.parameterWrong, ["name": String(parts[0])])
      }
      let before = pairs.filter { $0.name == name }.map(\.value)
      guard let property = declared.first(where: { $0.name == name }), isRight(value, property.shape, before) else {
        throw Refusal(.parameterWrong, at: name, ["name": name])
      }
      pairs.append((name, value))
    }
    for property in declared where property.isRequired && !pairs.contains(where: { $0.name == property.name }) {
      throw Refusal(.parameterWrong, at: property.name, ["name": property.name])
    }
    return APIQuery(pairs: pairs)
  }

  private static func isRight(_ value: String, _ shape: Shape, _ before: [String]) -> Bool {
    if case .list(let item, let range) = shape {
      return before.count < range.upperBound && !before.contains(value) && isRight(value, item, [])
    }
    guard before.isEmpty else { return false }
    if case .integer = shape {
      guard let number = Int(value), String(number) == value else { return false }
      return shape.problems(of: .int(number), at: "").isEmpty
    }
    return shape.problems(of: .text(value), at: "").isEmpty
  }

  /// `+` is a blank here (WHATWG URL §5.1); nil where the bytes are no UTF-8.
  private static func decoded(_ part: Substring) -> String? {
    String(validating: URLEncoded.decode(Array(part.utf8)[...]), as: UTF8.self)
  }
}
