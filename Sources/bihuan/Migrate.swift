import ArgumentParser
import Operations

struct Migrate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Bring the database's schema up to this program's.")

  @OptionGroup var office: DataOptions

  func run() async throws {
    try await Terminal.explaining { print("ok schema \(try await office.premises().migrate())") }
  }
}
