/// One tag that an office wrote into a template.
struct TemplateTag: Hashable {
  enum Kind: Hashable {
    case value
    case section
    /// `{{^name}}`: what stands between is printed where there is nothing.
    case inverted
    case close
    case comment
  }

  let kind: Kind
  let name: String
  /// As it was typed, with its braces.
  let typed: String
  /// The paragraph's number in its part.
  let paragraph: Int
  /// Its own number in the part.
  let number: Int

  /// What stands between the braces; nil where it is no tag that a template may use.
  init?(_ inside: String, paragraph: Int, number: Int) {
    let trimmed = inside.filter { $0 != " " && $0 != "\u{A0}" }
    let kind: Kind =
      switch trimmed.first {
      case "#": .section
      case "^": .inverted
      case "/": .close
      case "!": .comment
      default: .value
      }
    let name = kind == .value ? Substring(trimmed) : trimmed.dropFirst()
    let isName = name.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || byte == UInt8(ascii: "_")
    }
    guard kind == .comment || (isName && !name.isEmpty) else { return nil }
    (self.kind, self.name, self.typed) = (kind, String(name), "{{\(inside)}}")
    (self.paragraph, self.number) = (paragraph, number)
  }

  /// As Mustache reads it.
  var mustache: String {
    switch kind {
    case .value: "{{\(name)}}"
    case .section: "{{#\(name)}}"
    case .inverted: "{{^\(name)}}"
    case .close: "{{/\(name)}}"
    case .comment: ""
    }
  }
}

/// A run of a paragraph's words: text as it stands, or one whole tag.
enum TemplateWords {
  case text(String)
  case tag(TemplateTag)

  var isBlank: Bool {
    switch self {
    case .text(let text): text.allSatisfy(\.isWhitespace)
    case .tag(let tag): tag.kind == .comment
    }
  }
}
