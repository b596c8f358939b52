import Foundation
import Operations

/// `bihuan serve` as a process of its own, on the premises of a benchmark.
final class ServedOffice {
  let port: Int
  private let process = Process()

  /// Starts the program that was built beside this one, and waits for the line with its address.
  init(_ premises: Premises) throws {
    let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
      .appendingPathComponent("bihuan")
    guard FileManager.default.isExecutableFile(atPath: program.path) else {
      throw WireClient.Broken(description: "build bihuan first, as scripts/bench does: \(program.path)")
    }
    process.executableURL = program
    process.arguments = ["serve", "--data", premises.data, "--keys", premises.keys, "--port", "0"]
    process.environment = ProcessInfo.processInfo.environment.merging(["BIHUAN_RESOURCES": premises.resources]) { $1 }
    let said = Pipe()
    process.standardOutput = said
    process.standardError = FileHandle.nullDevice
    try process.run()
    var line = ""
    while !line.contains("\n") {
      let more = said.fileHandleForReading.availableData
      guard !more.isEmpty else { throw WireClient.Broken(description: "the server ended: \(line)") }
      line += String(decoding: more, as: UTF8.self)
    }
    let digits = line.drop { $0 != ":" }.dropFirst().drop { $0 != ":" }.dropFirst().prefix { $0.isNumber }
    guard let port = Int(digits) else { throw WireClient.Broken(description: "no address in: \(line)") }
    self.port = port
  }

  /// Resident memory in MB.
  func memory() throws -> Double {
    let status = try String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") } ?? ""
    return (Double(line.filter(\.isNumber)) ?? 0) / 1024
  }

  /// A graceful stop.
  func stop() {
    process.terminate()
    process.waitUntilExit()
  }
}

/// Runs `body` on `count` threads of its own that may block, each told its number; answers once all have ended.
func onThreads(_ count: Int, _ body: @escaping @Sendable (Int) throws -> Void) async throws {
  try await withThrowingTaskGroup(of: Void.self) { group in
    for number in 0..<count {
      group.addTask {
        try await withCheckedThrowingContinuation { (ended: CheckedContinuation<Void, any Error>) in
          Thread.detachNewThread { ended.resume(with: Result { try body(number) }) }
        }
      }
    }
    try await group.waitForAll()
  }
}
