import ArgumentParser
import Directory
import Ground
import Operations
import Simulation

struct DemoOffice: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Fill a fresh data folder with a fictional district, print its accounts, and exit.")

  @OptionGroup var options: DataOptions

  func run() async throws {
    try await Terminal.explaining {
      try await DemoOffice.fill(DemoOffice.premises(options))
      DemoOffice.printAccounts()
    }
  }

  /// The demo's district, unless another id was given.
  static func premises(_ options: DataOptions) throws -> Premises {
    let given = try options.premises()
    return Premises(
      data: given.data, keys: given.keys, database: given.database, resources: given.resources,
      district: given.district ?? FictionalDistrict.id)
  }

  /// A folder that holds a whole office already is left as it is. The demo's story begins in the past, so nothing may be
  /// recorded before it.
  static func fill(_ premises: Premises) async throws {
    guard !Demo.isUnfinished(premises) else { throw Refusal(.demoUnfinished, ["folder": premises.data]) }
    do {
      try await premises.look().close()
    } catch {
      guard error.problems.contains(where: { $0.code == .officeMissing }) else { throw error }
      try await Demo.fill(premises)
    }
  }

  static func printAccounts() {
    for account in Demo.accounts {
      print("\(account.login)  \(Demo.password)  \(account.role.rawValue)  \(account.post)")
    }
  }
}
