import Matters

extension Phase {
  /// The open phases as a list of literals, for a question that an index with the phase in it answers.
  static let openInSQL = allCases.filter(\.isOpen).map { "'\($0.rawValue)'" }.joined(separator: ", ")
}
