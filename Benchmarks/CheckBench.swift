import Ground
import Ledger
import Operations
import Storage

/// How fast the record is checked: the tree alone, then every read table rebuilt and compared.
enum CheckBench {
  static func run(on register: LargeRegister, into table: inout BenchTable) async throws {
    let (district, publisher) = (register.office.district, register.office.publisher)
    let (tree, treeTime) = try await seconds {
      try await register.office.ask { (session: any SQLSession) throws(StorageError) in
        var check = TreeCheck(session, district)
        return try check.run { note, origin in publisher.open(note, origin: origin).map { ($0.size, $0.root) } }
      }
    }
    let (tables, tableTime) = try await seconds {
      try await register.office.ask { (session: any SQLSession) throws(StorageError) in
        var check = TableCheck(session, district)
        return try check.run()
      }
    }
    for difference in (tree.findings.differences + tables.findings.differences).prefix(3) {
      table.add("check found a difference", data: "\(difference.table) \(difference.key)", figure: difference.what)
    }
    table.add(
      "check: tree", data: "\(tree.size) entries", figure: "\(whole(Double(tree.size) / treeTime)) entries/s",
      target: "≥ 200000/s", beside: "\(fixed(treeTime, 1)) s")
    table.add(
      "check: rebuild and compare", data: "\(tables.entries) entries",
      figure: "\(whole(Double(tables.entries) / tableTime)) entries/s", target: "≥ 30000/s",
      beside: "\(fixed(tableTime, 1)) s; \(fixed(tableTime / treeTime, 1))× the tree")
  }
}
