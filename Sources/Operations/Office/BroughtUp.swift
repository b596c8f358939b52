import Directory
import Ground
import Matters
import Meetings
import Storage

/// What the ladder has brought up to the next meeting (提交下次会议): it waits, whatever becomes of its due day, until a meeting
/// that took place had it on its agenda.
struct BroughtUp {
  let session: any SQLSession
  let district: DistrictID

  init(_ session: any SQLSession, _ district: DistrictID) { (self.session, self.district) = (session, district) }

  /// So many meetings are looked through, and so many matters; what is older than that many meetings waits on.
  private static let meetings = 60
  private static let most = 1000

  /// The earliest brought up first.
  func waiting(limit: Int) throws(StorageError) -> [MatterID] {
    let brought = try MatterListStore(session, district).brought(limit: BroughtUp.most)
    guard let first = brought.first?.since else { return [] }
    var heard: [MatterID: CivilDate] = [:]
    for sitting in try SittingStore(session, district).latest(BroughtUp.meetings) {
      guard sitting.plan.day >= first else { break }
      guard sitting.stage == .open || sitting.stage == .held else { continue }
      for matter in sitting.agenda.compactMap(\.matter) {
        heard[matter] = max(heard[matter] ?? sitting.plan.day, sitting.plan.day)
      }
    }
    return Array(
      brought.filter { line in heard[line.matter].map { $0 < line.since } ?? true }.map(\.matter).prefix(limit))
  }
}
