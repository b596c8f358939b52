/// The parts of a document in which tags may stand, by what a clerk calls them.
enum TemplatePart {
  private static let names = [
    ("document", "正文"), ("header", "页眉"), ("footer", "页脚"), ("footnotes", "脚注"), ("endnotes", "尾注"),
  ]

  static func isFilled(_ part: String) -> Bool { known(part) != nil }

  /// E.g. `正文 document.xml`.
  static func name(_ part: String) -> String {
    known(part).map { "\($0) \(part.dropFirst("word/".count))" } ?? part
  }

  private static func known(_ part: String) -> String? {
    guard part.hasPrefix("word/"), part.hasSuffix(".xml") else { return nil }
    let file = part.dropFirst("word/".count)
    return names.first { file.hasPrefix($0.0) }?.1
  }
}
