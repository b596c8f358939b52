import Ground

/// What a person types for a matter: never blank, never endless.
enum TypedWords {
  /// In Unicode scalars; one Chinese character is one.
  static let limit = 2000

  static func problems(_ words: Words, at place: String) -> [Problem] {
    if words.isBlank { return [Problem(.wordsBlank, at: place)] }
    return words.length > limit ? [Problem(.wordsLong, at: place, ["limit": String(limit)])] : []
  }
}
