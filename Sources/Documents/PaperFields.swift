package import Ground

/// Which tags a paper's template may use, and what each of them prints.
package struct PaperShape: Sendable {
  package let fields: [Field]

  package struct Field: Sendable {
    package let name: String
    package let meaning: Bilingual
    package let kind: Kind
  }

  package enum Kind: Sendable {
    case text
    /// Whether something is so: `{{#name}}…{{/name}}` prints what stands between, or does not.
    case flag
    /// What stands between `{{#name}}` and `{{/name}}` is printed once for each.
    case rows(PaperShape)
  }

  subscript(name: String) -> Field? { fields.first { $0.name == name } }
}

/// The fields of one kind of paper: declared once, so that the names which a template may use and the values
/// which it gets cannot differ.
package struct PaperFields<Model>: Sendable {
  package struct Entry: Sendable {
    let field: PaperShape.Field
    let value: @Sendable (Model) -> any Sendable
  }

  private let entries: [Entry]

  package init(_ groups: [Entry]...) { entries = groups.flatMap { $0 } }

  package var shape: PaperShape { PaperShape(fields: entries.map(\.field)) }

  /// What Mustache takes: name → text for XML, truth, or rows of the same.
  func values(of model: Model) -> [String: any Sendable] {
    Dictionary(entries.map { ($0.field.name, $0.value(model)) }, uniquingKeysWith: { first, _ in first })
  }
}

extension PaperFields.Entry {
  package static func text(
    _ name: String, _ chinese: String, _ english: String, _ value: @escaping @Sendable (Model) -> String
  ) -> Self {
    Self(field: .init(name: name, meaning: Bilingual(chinese, english), kind: .text)) { WordText.escaped(value($0)) }
  }

  package static func flag(
    _ name: String, _ chinese: String, _ english: String, _ value: @escaping @Sendable (Model) -> Bool
  ) -> Self {
    Self(field: .init(name: name, meaning: Bilingual(chinese, english), kind: .flag)) { value($0) }
  }

  package static func rows<Row>(
    _ name: String, _ chinese: String, _ english: String, _ fields: PaperFields<Row>,
    _ value: @escaping @Sendable (Model) -> [Row]
  ) -> Self {
    Self(field: .init(name: name, meaning: Bilingual(chinese, english), kind: .rows(fields.shape))) { model in
      value(model).map { fields.values(of: $0) }
    }
  }
}

/// Text as it stands inside a `w:t` of WordprocessingML.
enum WordText {
  /// Marks of XML become references, line ends become `w:br`, and what XML 1.0 §2.2 does not allow goes.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    escaped.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\n": escaped += "</w:t><w:br/><w:t xml:space=\"preserve\">"
      case "\t": escaped += " "
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": break
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
