/// Cells of an exported .csv that a spreadsheet program would take for a formula begin with an apostrophe; reading takes
/// it off again, so that a file comes back as it went (OWASP, CSV injection).
package enum PlainCell {
  private static func isTricky(_ text: Substring) -> Bool {
    guard let first = text.first(where: { $0 != "'" }) else { return false }
    return "=+-@".contains(first)
  }

  package static func written(_ text: String) -> String { isTricky(text[...]) ? "'" + text : text }

  package static func read(_ text: String) -> String {
    text.hasPrefix("'") && isTricky(text.dropFirst()) ? String(text.dropFirst()) : text
  }
}
