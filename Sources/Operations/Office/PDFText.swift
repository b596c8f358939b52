import Ground

/// The text layer of a PDF, read by poppler's `pdftotext` so that rosters and marks of secrecy are seen in it too.
enum PDFText {
  /// Far more than a scan of a signed sheet or a report holds.
  private static let limit = 4 * 1_048_576

  /// - Throws: a problem where the program is missing, the file is broken or protected, or it takes too long.
  static func read(_ bytes: [UInt8], name: String) async throws(Refusal) -> String {
    let text = await OutsideProgram.run("pdftotext", ["-q", "-enc", "UTF-8", "-", "-"], input: bytes, limit: limit)
    guard let text else { throw Refusal(.pdfUnreadable, at: "file", ["name": name]) }
    return String(decoding: text, as: UTF8.self)
  }
}
