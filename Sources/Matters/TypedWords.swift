import Ground

/// What a person types for a matter: never blank, never endless.
enum TypedWords {
  /// In Unicode scalars; one Chinese character is one.
  static let limit = 2000

  static func problems(_ words: Words, at place: String) -> [Problem] {
    let scalars = (words.text ?? "").unicodeScalars
    if scalars.allSatisfy({ $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint }) {
      return [Problem(.wordsBlank, at: place)]
    }
    return scalars.count > limit ? [Problem(.wordsLong, at: place, ["limit": String(limit)])] : []
  }
}
