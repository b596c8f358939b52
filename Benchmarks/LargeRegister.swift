import Foundation
import Ground
import Matters
import Operations
import Simulation
import Storage
import TestDatabases

/// A million matters, made once by the real acts in large groups without fsync, then opened as always.
struct LargeRegister {
  let office: Office
  let premises: Premises
  let matters: Int
  /// A matter and its meeting out of the middle.
  let sample: (matter: MatterID, meeting: MeetingID)
  private let folder: BenchFolder

  init(matters: Int, into table: inout BenchTable) async throws {
    let folder = try BenchFolder()
    let premises = folder.premises()
    let (middle, time) = try await seconds {
      let filling = try await premises.open(limits: .bulk, durable: false)
      let register = try await BulkRegister(filling)
      let issued = try await register.issue(matters, callers: 2000)
      try await register.work(issued, callers: 5000)
      try await filling.close()
      return issued[issued.count / 2].matter
    }
    (self.folder, self.premises) = (folder, premises)
    self.matters = matters
    office = try await premises.open()
    let district = office.district
    let source = try await office.ask { (session: any SQLSession) throws(StorageError) in
      try MatterStore(session, district).load(middle)?.source
    }
    guard let source else { throw WireClient.Broken(description: "the matter in the middle came from no meeting") }
    sample = (middle, source.meeting)
    let size = try FileManager.default.attributesOfItem(atPath: "\(premises.data)/bihuan.sqlite")[.size] as? Int ?? 0
    table.add(
      "filling a register", data: "\(matters) matters, \(size / 1_048_576) MB", figure: "\(whole(time)) s",
      beside: "\(whole(Double(matters) / time)) matters/s")
  }

  func close() async throws { try await office.close() }

  func throwAway() throws { try folder.remove() }
}
