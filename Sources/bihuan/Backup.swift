import ArgumentParser
import Operations

struct Backup: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Copy the record and its evidence into a new folder, also while the office is served.")

  @OptionGroup var office: DataOptions
  @Option(help: "The folder to make.") var to: String

  func run() async throws {
    try await Terminal.explaining {
      let open = try await office.premises().look()
      let manifest = try await Operations.Backup(folder: to).make(of: open)
      try await open.close()
      print(
        "ok \(manifest.size) entries, \(manifest.evidence.count) evidence files\n\n\(manifest.checkpoint)",
        terminator: "")
    }
  }
}
