// Begins a transaction, writes, says so, and waits to be killed. Run by EngineTests.
import Dispatch
import Glibc
import Storage
import StoragePostgres
import StorageSQLite

let kind = CommandLine.arguments[1]
let address = CommandLine.arguments[2]

let engine: any SQLEngine =
  if kind == "sqlite" {
    try SQLiteEngine(path: address)
  } else {
    try await PostgresEngine(settings: PostgresSettings(address: address))
  }

try await engine.write { session throws(StorageError) in
  try session.run("INSERT INTO notes (id, body) VALUES ($1, $2)", ["kept", "committed before the crash"])
}
try await engine.write { session throws(StorageError) in
  for number in 0..<2_000 {
    try session.run(
      "INSERT INTO notes (id, body) VALUES ($1, $2)",
      [.text("lost-\(number)"), .text(String(repeating: "半", count: 500))])
  }
  let count = try session.row("SELECT CAST(COUNT(*) AS BIGINT) FROM notes")?.int(0) ?? 0
  print("wrote \(count)")
  // Unbuffered, so that the reader of the pipe sees it while this thread waits.
  fflush(nil)
  Dispatch.DispatchSemaphore(value: 0).wait()
}
