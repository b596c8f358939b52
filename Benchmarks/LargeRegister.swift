import Foundation
import Ground
import Operations
import Simulation
import Storage
import TestDatabases

/// A million matters, made once by the real acts in large groups without fsync, then opened as always.
struct LargeRegister {
  let office: Office
  let premises: Premises
  let matters: Int
  private let folder: BenchFolder

  init(matters: Int, into table: inout BenchTable) async throws {
    let folder = try BenchFolder()
    let premises = folder.premises()
    let (_, time) = try await seconds {
      let filling = try await premises.open(limits: .bulk, durable: false)
      let register = try await BulkRegister(filling)
      try await register.work(try await register.issue(matters, callers: 500), callers: 5000)
      try await filling.close()
    }
    (self.folder, self.premises) = (folder, premises)
    self.matters = matters
    office = try await premises.open()
    let size = try FileManager.default.attributesOfItem(atPath: "\(premises.data)/bihuan.sqlite")[.size] as? Int ?? 0
    table.add(
      "filling a register", data: "\(matters) matters, \(size / 1_048_576) MB", figure: "\(whole(time)) s",
      target: "≤ 300 s", beside: "\(whole(Double(matters) / time)) matters/s")
  }

  func close() async throws { try await office.close() }

  func throwAway() throws { try folder.remove() }
}
