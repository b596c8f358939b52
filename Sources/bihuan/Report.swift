import ArgumentParser
import Operations

struct Report: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print a meeting's frozen follow-through report, or compose it again and compare.")

  @OptionGroup var office: DataOptions
  @Argument(help: "The meeting's id or its number.") var meeting: String
  @Option(help: "Compose the report frozen at this ledger size again. Exit code 1: it differs.") var at: Int64?

  func run() async throws {
    try await Terminal.explaining {
      let open = try await office.premises().look()
      guard let at else {
        let report = try await open.frozenReport(of: meeting)
        try await open.close()
        return print(ReportText(report, in: Terminal.language).text, terminator: "")
      }
      let replay = try await open.replayReport(of: meeting, at: at)
      try await open.close()
      guard replay.agrees else {
        Terminal.complain("the entries make another report than the one frozen at \(at)")
        throw ExitCode.failure
      }
      print("ok \(replay.frozen.digest)")
    }
  }
}
