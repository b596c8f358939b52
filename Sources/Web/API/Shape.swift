import Ground

/// What a value may be: said once, for reading requests, for writing answers and for the document of the interface.
indirect enum Shape: Sendable {
  /// Whatever an answer says in words.
  case text
  /// What a person types: not blank, no U+0000, at most so many characters.
  case words(Int)
  case id
  case day
  /// A time of day such as `09:30`.
  case time
  /// RFC 3339, in Beijing's offset.
  case moment
  case integer(ClosedRange<Int>)
  case flag
  case choice([String])
  case list(Shape, ClosedRange<Int>)
  case object([Property])
  case optional(Shape)
  /// A shape that has a name in the document.
  case named(String, Shape)
  /// A file's bytes, as a part of `multipart/form-data`.
  case file

  /// The longest list that an answer's shape promises nothing about.
  static let anyLength = 0...Int.max

  /// What only grows, such as a version, a ledger's size or a moment in milliseconds; at most the largest whole number
  /// that every reader of JSON keeps as it is (RFC 8259 §6).
  static let place = Shape.integer(0...9_007_199_254_740_991)
}

/// A member of an object.
struct Property: Sendable {
  let name: String
  let shape: Shape
  let isRequired: Bool
  let about: Bilingual?
  /// Others that must come where this one comes.
  let with: [String]

  init(_ name: String, _ shape: Shape, required: Bool = true, with: [String] = [], about: Bilingual? = nil) {
    (self.name, self.shape, self.isRequired, self.with, self.about) = (name, shape, required, with, about)
  }

  static func optional(_ name: String, _ shape: Shape, with: [String] = [], about: Bilingual? = nil) -> Property {
    Property(name, shape, required: false, with: with, about: about)
  }
}
