import Foundation

/// Measures the house on this machine and prints one table: what was measured, on how much data, beside what.
///
/// `BihuanBench [--matters N] [--acts N] [--rows N] [--only read|sqlite|postgres|http|start|import|plan|fields|page|check|round|fuzz]`,
/// and `--inputs N --seed N` for `fuzz`, which runs only where it is named
@main
struct BihuanBench {
  static func main() async throws {
    let options = BenchOptions(CommandLine.arguments)
    var table = BenchTable()
    if options.wants("read") { try await ReadBench.run(into: &table) }
    if options.isNamed("fuzz") { try await FuzzRead.run(options.inputs, seed: options.seed, into: &table) }
    var inProcess: Double?
    if options.wants("sqlite") { inProcess = try await ActsBench.onSQLite(acts: options.acts, into: &table) }
    if options.wants("postgres") {
      try await ActsBench.onPostgres(acts: options.acts, into: &table)
    }
    if options.wants("http") { try await HTTPBench.run(acts: options.acts / 2, beside: inProcess, into: &table) }
    if options.wants("start") { try await StartBench.onDemo(into: &table) }
    if options.wants("import") { try await ImportBench.run(options.rows, into: &table) }
    if options.wants("plan") { try await PlanBench.run(into: &table) }
    if options.wants("fields") { try await FieldBench.run(into: &table) }
    if options.wants("page") || options.wants("check") || options.wants("round") {
      let register = try await LargeRegister(matters: options.matters, into: &table)
      if options.wants("check") { try await CheckBench.run(on: register, into: &table) }
      if options.wants("page") {
        let pages = try await PageBench.queries(on: register, into: &table)
        try await ListBench.run(on: register, into: &table)
        let reader = try await HTTPBench.session("tong", in: register.office)
        try await register.close()
        try await PageBench.pages(on: register, pages, as: reader, into: &table)
        if options.wants("start") {
          try await StartBench.run(register.premises, data: "\(options.matters) matters", into: &table)
        }
      } else {
        try await register.close()
      }
      if options.wants("round") {
        try await RoundBench.run(on: register.premises, matters: options.matters, into: &table)
      }
      try register.throwAway()
    }
    print(table.text)
    guard table.misses.isEmpty else {
      print("Missed:\n" + table.misses.joined(separator: "\n"))
      exit(1)
    }
  }
}

struct BenchOptions {
  var matters = 1_000_000
  var acts = 20_000
  var rows = 100_000
  var inputs = 10_000_000
  var seed: UInt64 = 20_261_126
  private var only: [String] = []

  init(_ arguments: [String]) {
    for (name, value) in zip(arguments.dropFirst(), arguments.dropFirst(2)) {
      switch name {
      case "--matters": matters = Int(value) ?? matters
      case "--rows": rows = Int(value) ?? rows
      case "--acts": acts = Int(value) ?? acts
      case "--inputs": inputs = Int(value) ?? inputs
      case "--seed": seed = UInt64(value) ?? seed
      case "--only": only.append(value)
      default: break
      }
    }
  }

  func isNamed(_ part: String) -> Bool { only.contains(part) }

  func wants(_ part: String) -> Bool { only.isEmpty || only.contains(part) }
}
