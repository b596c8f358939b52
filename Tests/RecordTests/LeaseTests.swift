import Directory
import Foundation
import Ground
import Matters
import Meetings
import Operations
import TestDatabases
import TestOffice
import Testing

/// One server for one database: the second says who serves, and a dead one is not waited for.
@Suite struct LeaseTests {
  @Test(arguments: TestEngine.all) func aSecondServerIsRefused(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let (first, second) = (ServerLease(holder: "hall:10"), ServerLease(holder: "cellar:11"))
      try await test.office.takeLease(first)
      let error = await #expect(throws: Refusal.self) { try await test.office.takeLease(second) }
      #expect(error?.problems.first?.code == .leaseHeld)
      #expect(error?.problems.first?.values == ["holder": "hall:10", "until": "2026-03-02 09:00:30"])
      try await test.office.renewLease(first)
      try await test.office.releaseLease(first)
      try await test.office.takeLease(second)
    }
  }

  @Test(arguments: TestEngine.all) func aLeaseRunsOut(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let (first, second) = (ServerLease(holder: "hall:10"), ServerLease(holder: "cellar:11"))
      try await test.office.takeLease(first)
      test.clock.advance(minutes: 1)
      try await test.office.takeLease(second)
      let error = await #expect(throws: Refusal.self) { try await test.office.renewLease(first) }
      #expect(error?.problems.first?.code == .leaseLost)
    }
  }

  @Test(arguments: TestEngine.all) func aDeadServerOfThisHostIsTakenOverAtOnce(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/true")
      try process.run()
      process.waitUntilExit()
      let host = ServerLease.own.holder.split(separator: ":")[0]
      try await test.office.takeLease(ServerLease(holder: "\(host):\(process.processIdentifier)"))
      try await test.office.takeLease()
      // The parent of the tests lives, so its lease would stand.
      try await test.office.releaseLease()
      try await test.office.takeLease(ServerLease(holder: "\(host):\(getppid())"))
      await #expect(throws: Refusal.self) { try await test.office.takeLease() }
    }
  }

  @Test(arguments: TestEngine.all) func ofManyServersOneStarts(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let started = await withTaskGroup(of: Bool.self) { group in
        for server in 0..<16 {
          group.addTask { (try? await test.office.takeLease(ServerLease(holder: "host\(server):1"))) != nil }
        }
        return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
      }
      #expect(started == 1)
    }
  }
}
