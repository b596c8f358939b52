import ArgumentParser
import FoundationEssentials
import Glibc
import Ground

/// How the command line takes bytes in and tells people what is wrong.
enum Terminal {
  /// The bytes of a file, or of standard input for `-`. Stops past what the door takes in, so that no stream fills memory.
  static func bytes(of file: String) throws -> [UInt8] {
    let descriptor = file == "-" ? 0 : open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(file) }
    defer { if descriptor > 0 { close(descriptor) } }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= mostBytes {
      let count = read(descriptor, &buffer, buffer.count)
      if count == 0 { break }
      // read(2): a signal may interrupt it.
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw unreadable(file) }
      bytes.append(contentsOf: buffer[..<count])
    }
    return bytes
  }

  /// More than any upload may have.
  private static let mostBytes = 64 * 1024 * 1024

  private static func unreadable(_ file: String) -> ValidationError {
    ValidationError(
      "cannot read \(file): is the name right, and may you read it?\n读不到文件 \(file)：请核对文件名和读取权限。")
  }

  /// Writes to standard output as it is.
  static func write(_ bytes: [UInt8]) { write(bytes, to: 1) }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  static func text(of file: String) throws -> String { String(decoding: try bytes(of: file), as: UTF8.self) }

  /// Chinese where the terminal's language is Chinese.
  static var language: Language {
    let environment = ProcessInfo.processInfo.environment
    let name = environment["LC_ALL"] ?? environment["LC_MESSAGES"] ?? environment["LANG"] ?? ""
    return name.hasPrefix("zh") ? .chinese : .english
  }

  /// Both, the terminal's own first: whoever starts a server need not read English.
  static var languages: [Language] { [language] + Language.allCases.filter { $0 != language } }

  /// Runs `body`; a refusal is told with its hint and ends with exit code 1.
  static func explaining(_ body: () async throws -> Void) async throws {
    do { try await body() } catch let refusal as Refusal {
      for problem in refusal.problems { complain(problem) }
      throw ExitCode.failure
    } catch let problem as Problem {
      complain(problem)
      throw ExitCode.failure
    }
  }

  static func complain(_ problem: Problem) {
    let place = problem.place.map { " (\($0))" } ?? ""
    let said = languages.map { "\(problem.message(in: $0))\n  → \(problem.hint(in: $0))" }
    complain("\(problem.code.code)\(place): \(said.joined(separator: "\n  "))")
  }

  static func complain(_ text: String) { write(Array("\(text)\n".utf8), to: STDERR_FILENO) }

  /// A line from a pipe, or typed without an echo.
  static func password() -> String {
    guard isatty(STDIN_FILENO) == 1 else { return readLine() ?? "" }
    write(Array((language == .chinese ? "密码：" : "Password: ").utf8), to: STDERR_FILENO)
    var before = termios()
    tcgetattr(STDIN_FILENO, &before)
    var silent = before
    silent.c_lflag &= ~tcflag_t(ECHO)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
    defer {
      tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
      write([UInt8(ascii: "\n")], to: STDERR_FILENO)
    }
    return readLine() ?? ""
  }
}
