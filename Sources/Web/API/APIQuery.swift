import Ground

/// The part of an address after `?`: each declared parameter at most once, and no other.
enum APIQuery {
  static func read(_ query: String, _ declared: [Property]) throws(Refusal) -> [String: String] {
    var values: [String: String] = [:]
    for pair in query.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = decoded(parts[0]), let value = parts.count == 2 ? decoded(parts[1]) : "" else {
        throw Refusal(.parameterWrong, ["name": String(parts[0])])
      }
      guard let property = declared.first(where: { $0.name == name }), values[name] == nil,
        isRight(value, property.shape)
      else { throw Refusal(.parameterWrong, at: name, ["name": name]) }
      values[name] = value
    }
    return values
  }

  private static func isRight(_ value: String, _ shape: Shape) -> Bool {
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
