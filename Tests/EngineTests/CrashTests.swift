import Foundation
import Storage
import TestDatabases
import Testing

/// kill -9 in the middle of a transaction: what was committed stays, of the rest nothing.
@Suite struct CrashTests {
  @Test(arguments: TestEngine.all) func aKilledWriterLeavesNothingHalfDone(_ kind: TestEngine) async throws {
    try await kind.withDatabase(migrations: [schema]) { database async throws in
      // SQLite recovers the log when the first connection opens after the crash, so ours must not be open.
      let engine = kind == .sqlite ? nil : database.engine
      if kind == .sqlite { await database.engine.close() }

      let writer = Process()
      let output = Pipe()
      writer.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appendingPathComponent("CrashingWriter")
      writer.arguments = [kind.rawValue, database.address]
      writer.standardOutput = output
      try writer.run()
      let said = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
      #expect(said == "wrote 2001\n")
      #expect(kill(writer.processIdentifier, SIGKILL) == 0)
      writer.waitUntilExit()

      let after: any SQLEngine = if let engine { engine } else { try await database.another() }
      #expect(try await after.ask("SELECT id FROM notes") == [["kept"]])
      try await after.act("INSERT INTO notes (id) VALUES ('lost-1')")
      #expect(try await after.notes() == 2)
      await after.close()
    }
  }
}
