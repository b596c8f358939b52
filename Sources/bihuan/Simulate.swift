import ArgumentParser
import Ledger
import Operations
import Simulation

struct Simulate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Let a fictional district live by the dice in a fresh data folder, and check every rule at every step.")

  @OptionGroup var options: DataOptions
  @Option(help: "The dice; the same seed lives the same year.") var seed: UInt64 = 20_260_302
  @Option(help: "How many things happen at the most.") var steps = 2000
  @Option(help: "How many days go by at the most.") var days = 365

  func run() async throws {
    try await Terminal.explaining {
      print("seed \(seed)")
      let year = try await DistrictYear.live(
        seed: seed, steps: steps, days: days, in: try DemoOffice.premises(options))
      print("\(year.meetings) meetings, \(year.matters) matters, \(year.entries) entries, root \(year.root.hex)")
    }
  }
}
