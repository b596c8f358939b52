import Subprocess

/// A program of the system that reads what strangers made: in a process of its own, with bounds on time, memory and
/// output, so that a file made to break it breaks nothing else.
enum OutsideProgram {
  /// Of the clock on the wall, on a machine that may be busy with much else; what counts is the bound on its own time.
  private static let patience = Duration.seconds(60)
  /// Bytes of address space: a picture of 64 million pixels is turned in far less.
  private static let memory = 2 << 30

  /// What the program wrote; nil where it failed, took too long or wrote more than `limit` bytes.
  static func run(_ name: String, _ arguments: [String], input: [UInt8], limit: Int) async -> [UInt8]? {
    await withTaskGroup(of: [UInt8]?.self) { group in
      group.addTask { try? await output(name, arguments, input, limit) }
      group.addTask {
        try? await Task.sleep(for: patience)
        return nil
      }
      defer { group.cancelAll() }
      return await group.next() ?? nil
    }
  }

  private static func output(
    _ name: String, _ arguments: [String], _ input: [UInt8], _ limit: Int
  ) async throws -> [UInt8]? {
    let bounds = ["--as=\(memory)", "--cpu=20", "--core=0", name]
    let result = try await Subprocess.run(
      .name("prlimit"), arguments: Arguments(bounds + arguments),
      environment: .inherit.updating(["VIPS_CONCURRENCY": "1", "VIPS_BLOCK_UNTRUSTED": "1"]), input: .array(input),
      output: .bytes(limit: limit), error: .discarded)
    return result.terminationStatus.isSuccess ? result.standardOutput : nil
  }
}
