import Foundation

/// Measures the house on this machine and prints one table: what was measured, on how much data, beside what.
///
/// `BihuanBench [--matters N] [--only sqlite|postgres|page|check]`
@main
struct BihuanBench {
  static func main() async throws {
    let options = BenchOptions(CommandLine.arguments)
    var table = BenchTable()
    if options.wants("sqlite") {
      try await ActsBench.onSQLite(acts: options.acts, into: &table)
    }
    if options.wants("postgres") {
      try await ActsBench.onPostgres(acts: options.acts, into: &table)
    }
    if options.wants("page") || options.wants("check") {
      let register = try await LargeRegister(matters: options.matters, into: &table)
      if options.wants("page") {
        try await PageBench.run(on: register, into: &table)
        try await ListBench.run(on: register, into: &table)
      }
      if options.wants("check") { try await CheckBench.run(on: register, into: &table) }
      try await register.throwAway()
    }
    print(table.text)
  }
}

struct BenchOptions {
  var matters = 1_000_000
  var acts = 20_000
  private var only: [String] = []

  init(_ arguments: [String]) {
    for (name, value) in zip(arguments.dropFirst(), arguments.dropFirst(2)) {
      switch name {
      case "--matters": matters = Int(value) ?? matters
      case "--acts": acts = Int(value) ?? acts
      case "--only": only.append(value)
      default: break
      }
    }
  }

  func wants(_ part: String) -> Bool { only.isEmpty || only.contains(part) }
}
