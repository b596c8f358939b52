import ArgumentParser
import Operations

struct Restore: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Put a backup into an empty data folder or database, on either engine.")

  @OptionGroup var office: DataOptions
  @Option(help: "The backup's folder.") var from: String
  @Option(help: "The last signed checkpoint kept outside; - for standard input.") var against: String?

  func run() async throws {
    try await Terminal.explaining {
      let known = try against.map { try Terminal.text(of: $0) }
      let done = try await office.premises().restore(Operations.Backup(folder: from), known: known)
      print("ok \(done.size) entries under \(done.origin), \(done.erasedAgain) texts erased again")
    }
  }
}
