import Duties
import Ground
import Operations

/// The campaigns of the story: one on crowded places that follows from the first meeting and goes on, one on gas that goes
/// on too, and one on school buses that is over and closed.
extension DemoStory {
  /// - Parameter issued: the matters of the first meeting, by clause.
  func startCampaigns(_ issued: [[MatterID]]) async throws(Refusal) {
    try await start(
      "fire.crowded.drive", "人员密集场所消防安全专项行动", office: "xiaofang", days: 50, matter: issued.first?.first)
    if let demand = issued.first?.first {
      try await act(
        LinkDuties(matter: demand, seen: nil, duties: ["fire.crowded.key", "fire.crowded.town"]), by: "tong")
    }
    try await start("gas.screening", "用气场所安全隐患排查", office: "zhujian", days: 40)
    try await start("traffic.school_bus.drive", "校车安全专项整治", office: "jiaotong", days: 14)
  }

  /// Public health sleeps; the second meeting's demand has a legal ground and an end, and wakes the check of public venues.
  func wakePublicHealth(_ demand: MatterID) async throws(Refusal) {
    try await start(
      "health.venue.drive", "公共场所卫生检查", office: "weijian", days: 40, matter: demand,
      basis: "公共场所卫生管理条例（示例依据）", purpose: "公共场所通风、清洁和消毒检查；只查场所，不登记人员。")
    try await register(DemoSubjects.venue, number: 28)
  }

  private func start(
    _ rule: String, _ name: String, office unit: String, days: Int, matter: MatterID? = nil, basis: String? = nil,
    purpose: String? = nil
  ) async throws(Refusal) {
    let first = clock.now.civilDate
    ground.campaigns[rule] = try await act(
      StartCampaign(
        rule: rule, name: Words(name), first: first, last: first.adding(days: days - 1), towns: [], target: nil,
        office: UnitID(trusted: unit), matter: matter, basis: basis.map { Words($0) },
        purpose: purpose.map { Words($0) }), by: "tong")
    clock.advance(minutes: 2)
  }

  /// What could not be visited, and the closing of what has no open row any more.
  func leaveOut(ago: Int) async throws(Refusal) {
    guard ago > 0 else {
      return try await miss("canteen_gas", "gas.screening", .noAccess, by: "ranqi.ban")
    }
    if let campaign = ground.campaigns["traffic.school_bus.drive"] {
      try await act(CloseCampaign(campaign: campaign), by: "tong")
    }
  }

  private func miss(
    _ key: String, _ rule: String, _ reason: MissReason, by officer: String
  ) async throws(Refusal) {
    guard let campaign = ground.campaigns[rule] else { preconditionFailure("the story knows its campaigns") }
    try await act(
      RecordMiss(campaign: campaign, subject: subject(key), reason: reason, onBehalfOf: nil), by: officer)
  }
}
