package import Ground

extension HTML.StringInterpolation {
  /// What a human typed; where the law had it erased, the mark that says so.
  package mutating func appendInterpolation(_ words: Words) {
    if let text = words.text {
      appendInterpolation(text)
    } else {
      appendLiteral(#"<span class="erased">"#)
      appendInterpolation(Words.erasedMark)
      appendLiteral("</span>")
    }
  }

  package mutating func appendInterpolation<Owner>(_ id: Identifier<Owner>) { appendInterpolation(id.text) }
}
