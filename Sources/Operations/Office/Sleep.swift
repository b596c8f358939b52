import Duties
import Ground
import Packs
import Storage

/// What touches on emergencies sleeps until the law wakes it (休眠): the office starts its campaign with the legal ground, the
/// purpose and the end, and on the campaign's days alone such subjects are registered and inspected.
enum Sleep {
  /// Whether subjects of the type may be registered and inspected on a day.
  static func isAwake(
    _ type: SubjectType, on day: CivilDate, _ campaigns: CampaignStore
  ) throws(StorageError) -> Bool {
    guard type.isDormant else { return true }
    return try campaigns.covering(day).contains {
      $0.plan.basis != nil && $0.plan.purpose != nil && $0.plan.subjects.contains(type.code)
    }
  }
}

extension ActRoom {
  func isAwake(_ type: SubjectType, on day: CivilDate) throws(StorageError) -> Bool {
    try Sleep.isAwake(type, on: day, CampaignStore(open.session, open.district))
  }
}

extension Asking {
  func isAwake(_ type: SubjectType) throws(StorageError) -> Bool {
    try Sleep.isAwake(type, on: today, CampaignStore(session, district))
  }
}
