import Glibc
import Subprocess

/// A program of the system that reads what strangers made: in a process of its own, with bounds on time, memory and
/// output, so that a file made to break it breaks nothing else.
enum OutsideProgram {
  /// Of the clock on the wall, on a machine that may be busy with much else; what counts is the bound on its own time.
  private static let patience = Duration.seconds(60)
  /// Bytes of address space: a picture of 64 million pixels is turned in far less.
  private static let memory = 2 << 30

  /// A program that ends before it has read all closes its end; that is told by an error, and must not end this process.
  private static let outlivesClosedPipes: Void = { _ = signal(SIGPIPE, SIG_IGN) }()

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
    _ = outlivesClosedPipes
    let bounds = ["--as=\(memory)", "--cpu=20", "--core=0", name]
    let result = try await Subprocess.run(
      .name("prlimit"), arguments: Arguments(bounds + arguments),
      environment: .inherit.updating(["VIPS_CONCURRENCY": "1", "VIPS_BLOCK_UNTRUSTED": "1"]), input: .inputWriter,
      output: .bytes(limit: limit), error: .discarded
    ) { program in
      // One that needs only the beginning ends before it has read the rest, which is no failure. Handed over as a whole, an
      // input that is not read to its end would take the server with it (swift-subprocess 1.0.2).
      _ = try? await program.standardInputWriter.write(input)
      try? await program.standardInputWriter.finish()
    }
    return result.terminationStatus.isSuccess ? result.standardOutput : nil
  }
}
