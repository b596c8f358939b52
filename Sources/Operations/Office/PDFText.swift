import Ground
import Subprocess

/// The text layer of a PDF, read by poppler's `pdftotext` so that rosters and marks of secrecy are seen in it too.
enum PDFText {
  /// Far more than a scan of a signed sheet or a report holds.
  private static let limit = 4 * 1_048_576
  private static let patience = Duration.seconds(20)

  /// - Throws: a problem where the program is missing, the file is broken or protected, or it takes too long.
  static func read(_ bytes: [UInt8], name: String) async throws(Refusal) -> String {
    do {
      return try await withThrowingTaskGroup(of: String?.self) { group in
        group.addTask { try await extract(bytes) }
        group.addTask {
          try await Task.sleep(for: patience)
          return nil
        }
        defer { group.cancelAll() }
        guard let text = try await group.next() ?? nil else {
          throw Refusal(.pdfUnreadable, at: "file", ["name": name])
        }
        return text
      }
    } catch { throw Refusal(.pdfUnreadable, at: "file", ["name": name]) }
  }

  private static func extract(_ bytes: [UInt8]) async throws -> String? {
    let result = try await Subprocess.run(
      .name("pdftotext"), arguments: ["-q", "-enc", "UTF-8", "-", "-"], input: .array(bytes),
      output: .string(limit: limit), error: .discarded)
    return result.terminationStatus.isSuccess ? result.standardOutput : nil
  }
}
