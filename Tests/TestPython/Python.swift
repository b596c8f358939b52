package import Foundation

/// The Python of the tests: programs that nobody here wrote read what we write, and play the peers that we send to.
package enum Python {
  /// What `BIHUAN_PYTHON` names, or the virtual environment of the checks.
  package static let path: String? = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let named = ProcessInfo.processInfo.environment["BIHUAN_PYTHON"]
    return [named, root.appending(path: ".build/venv/bin/python").path].compactMap { $0 }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  /// Whether there is one with this module.
  package static func has(_ module: String) -> Bool { (try? run(["-c", "import \(module)"])) != nil }

  /// What the program printed.
  package static func run(_ arguments: [String], input: Data = Data()) throws -> Data {
    let process = try process(arguments)
    let (stdin, stdout) = (Pipe(), Pipe())
    process.standardInput = stdin
    process.standardOutput = stdout
    try process.run()
    // The scripts read everything before they print, so neither side waits for the other.
    try stdin.fileHandleForWriting.write(contentsOf: input)
    try stdin.fileHandleForWriting.close()
    let output = try stdout.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(why: "python ended with \(process.terminationStatus)") }
    return output
  }

  fileprivate static func process(_ arguments: [String]) throws -> Process {
    guard let path else { throw Failure(why: "there is no Python") }
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = ["-B"] + arguments
    if arguments.first == "-c" { process.standardError = FileHandle.nullDevice }
    return process
  }

  package struct Failure: Error {
    package let why: String

    package init(why: String) { self.why = why }
  }
}

/// A Python program that serves on a port of its own choice until its standard input ends, and writes what came as lines of
/// JSON into a file.
package final class PythonPeer {
  package let port: Int
  private let process: Process
  private let stdin = Pipe()
  private let record: URL

  package init(_ script: String, _ arguments: [String] = []) throws {
    record = FileManager.default.temporaryDirectory.appending(path: "peer-\(UUID().uuidString)")
    try Data().write(to: record)
    process = try Python.process([script, record.path] + arguments)
    let stdout = Pipe()
    (process.standardInput, process.standardOutput) = (stdin, stdout)
    try process.run()
    // Its first line is its port.
    let line = String(decoding: stdout.fileHandleForReading.availableData, as: UTF8.self)
    guard let port = Int(line.prefix { $0 != "\n" }) else { throw Python.Failure(why: "the peer did not start") }
    self.port = port
  }

  deinit {
    try? stdin.fileHandleForWriting.close()
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: record)
  }

  /// What came so far.
  package func received<T: Decodable>(_ type: T.Type = T.self) throws -> [T] {
    try Data(contentsOf: record).split(separator: UInt8(ascii: "\n")).map { try JSONDecoder().decode(T.self, from: $0) }
  }
}
