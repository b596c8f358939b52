package import Directory
import Foundation
package import Ground
package import Matters
package import Operations
import Simulation
import Storage
import Synchronization
package import TestDatabases

/// A clock that stands still until a test moves it. It starts on 2026-03-02, a Monday, at nine in Beijing.
package final class TestClock: Clock {
  private let time: Mutex<Instant>

  package init(_ start: Instant = Instant(CivilDate("2026-03-02")!, minutes: 9 * 60)) { time = Mutex(start) }

  package var now: Instant { time.withLock { $0 } }

  package func advance(days: Int = 0, minutes: Int = 0) {
    time.withLock { $0 = $0.adding(milliseconds: Int64(days) * 86_400_000 + Int64(minutes) * 60_000) }
  }
}

/// 清河区's office on a real engine, with a data folder of its own.
package struct TestOffice: Sendable {
  package let office: Office
  package let clock: TestClock
  package let database: TestDatabase
  package let premises: Premises

  /// Opens the office on a new database of this kind, sets the district up, and throws all away afterwards.
  package static func with<T>(
    _ kind: TestEngine, approver: OfficerID? = nil, _ body: (TestOffice) async throws -> T
  ) async throws -> T {
    try await kind.withDatabase { (database) async throws -> T in
      let test = try await TestOffice(database, approver: approver)
      do {
        let value = try await body(test)
        try? await test.office.close()
        return value
      } catch {
        try? await test.office.close()
        throw error
      }
    }
  }

  private init(_ database: TestDatabase, approver: OfficerID?) async throws {
    clock = TestClock()
    self.database = database
    let folder = database.folder.path
    premises = Premises(
      data: "\(folder)/data", database: database.kind == .postgres ? database.address : nil,
      resources: TestOffice.resources, district: FictionalDistrict.id, ready: TestOffice.shipped)
    office = try await premises.open(clock: clock)
    try await act(SetDirectory(FictionalDistrict.events(approver: approver)), by: .rule("rule.test"))
  }

  /// The same, read once for all tests.
  package static let shipped: Resources = {
    do { return try Resources(path: resources) } catch { preconditionFailure("\(error)") }
  }()

  /// The repository's `Resources`, from this file's place.
  package static let resources: String = {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { folder.deleteLastPathComponent() }
    return folder.appendingPathComponent("Resources").path
  }()

  @discardableResult
  package func act<A: Act>(_ act: A, by reference: ActorReference) async throws -> A.Outcome {
    try await office.perform(act, by: reference, operation: office.newOperation())
  }

  @discardableResult
  package func act<A: Act>(_ act: A, by officer: String) async throws -> A.Outcome {
    try await self.act(act, by: .officer(OfficerID(trusted: officer)))
  }

  /// As the directory has the officer now.
  package func officer(_ id: String) async throws -> Officer {
    struct NoSuchOfficer: Error { let id: String }
    guard let officer = try await office.directory()?.officers[OfficerID(trusted: id)] else {
      throw NoSuchOfficer(id: id)
    }
    return officer
  }

  package func matter(_ id: MatterID) async throws -> Matter? {
    let district = office.district
    return try await office.ask { (session: any SQLSession) throws(StorageError) in
      try MatterStore(session, district).load(id)
    }
  }
}
