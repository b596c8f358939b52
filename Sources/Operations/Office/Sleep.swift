import Directory
import Duties
package import Ground
package import Packs
import Storage
import Subjects

/// What touches on emergencies sleeps until the law wakes it (休眠): the office starts its campaign with the legal ground, the
/// purpose and the end, and on the campaign's days alone such subjects are registered and inspected.
enum Sleep {
  /// Whether subjects of the type may be registered and inspected on a day.
  ///
  /// - Parameter area: where it lies; nil: wherever that may be.
  static func isAwake(
    _ type: SubjectType, in area: UnitID?, on day: CivilDate, _ campaigns: CampaignStore, _ directory: Directory
  ) throws(StorageError) -> Bool {
    guard type.isDormant else { return true }
    return try !wakers(of: type, in: area, on: day, campaigns, directory).isEmpty
  }

  /// The campaigns that wake it on a day, the oldest first.
  fileprivate static func wakers(
    of type: SubjectType, in area: UnitID?, on day: CivilDate, _ campaigns: CampaignStore, _ directory: Directory
  ) throws(StorageError) -> [Campaign] {
    try campaigns.covering(day).filter { $0.wakes(type.code, in: area, on: day, directory) }
  }
}

extension ActRoom {
  func isAwake(_ type: SubjectType, in area: UnitID, on day: CivilDate) throws -> Bool {
    try Sleep.isAwake(type, in: area, on: day, CampaignStore(open.session, open.district), try directory())
  }
}

extension Asking {
  func isAwake(_ type: SubjectType) throws(StorageError) -> Bool {
    try Sleep.isAwake(type, in: nil, on: today, CampaignStore(session, district), directory)
  }

  /// Which campaigns wake a subject today; nil where its type never sleeps.
  func sleep(of subject: Subject) throws(StorageError) -> SleepLine? {
    guard let type = packs.work.subjectTypes[subject.type], type.isDormant else { return nil }
    let wakers = try Sleep.wakers(
      of: type, in: subject.details.territorial, on: today, CampaignStore(session, district), directory)
    return SleepLine(campaigns: wakers.map { CampaignName(id: $0.id, name: $0.plan.name) })
  }
}

extension Office {
  /// Whether subjects of the type are registered nowhere today.
  package func isAsleep(_ type: SubjectType) async throws(Refusal) -> Bool {
    try await answer { (asking) throws(StorageError) in try !asking.isAwake(type) }
  }
}
