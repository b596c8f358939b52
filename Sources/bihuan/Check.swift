import ArgumentParser
import Ledger
import Operations
import Storage

struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Recompute the record and name what differs. Exit code 1: something does.")

  @OptionGroup var office: DataOptions
  @Option(help: "A signed checkpoint kept outside; - for standard input.") var against: String?

  func run() async throws {
    try await Terminal.explaining {
      let known = try against.map { try Terminal.text(of: $0) }
      let open = try await office.premises().look()
      let answer = try await open.check(against: known)
      try await open.close()
      for difference in answer.differences {
        Terminal.complain("\(difference.table) \(difference.key): \(difference.what)")
      }
      guard answer.agrees else {
        Terminal.complain("\(answer.count) differences")
        throw ExitCode.failure
      }
      print("ok \(answer.entries) entries, root \(answer.root.base64)")
    }
  }
}
