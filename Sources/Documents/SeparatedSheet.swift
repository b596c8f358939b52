import Formats
import Ground

extension RegisterSheet {
  /// The rows as a text between commas (RFC 4180) in UTF-8 with a mark, by which WPS and Excel know it.
  package func separated() -> [UInt8] {
    var text = "\u{FEFF}"
    for cells in [columns.map { Cell.text($0.title) }] + rows {
      text += cells.map(RegisterSheet.field).joined(separator: ",") + "\r\n"
    }
    return Array(text.utf8)
  }

  private static func field(_ cell: Cell) -> String {
    switch cell {
    case .number(let number): return "\(number)"
    case .day(let day): return day?.iso ?? ""
    case .text(let text):
      let plain = PlainCell.written(text)
      guard plain.contains(where: { ",;\"\t\r\n\r\n".contains($0) }) else { return plain }
      return "\"\(plain.replacing("\"", with: "\"\""))\""
    }
  }
}
