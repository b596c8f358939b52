package import Duties
package import Ground

/// The tables `campaigns` and `misses`: a row a campaign with its state as JSON, and a row for each subject that one missed.
package struct CampaignStore {
  private let session: any SQLSession
  private let district: DistrictID

  package init(_ session: any SQLSession, _ district: DistrictID) {
    (self.session, self.district) = (session, district)
  }

  package func load(_ id: CampaignID) throws(StorageError) -> Campaign? {
    try campaigns("AND id = $2", [.text(id.text)]).first
  }

  /// The newest first, behind one.
  package func page(
    after place: (first: CivilDate, id: CampaignID)?, limit: Int
  ) throws(StorageError) -> [Campaign] {
    guard let place else {
      return try campaigns("ORDER BY first_day DESC, id DESC LIMIT $2", [.int(Int64(limit))])
    }
    return try campaigns(
      "AND (first_day < $2 OR (first_day = $2 AND id < $3)) ORDER BY first_day DESC, id DESC LIMIT $4",
      [.text(place.first.iso), .text(place.id.text), .int(Int64(limit))])
  }

  /// Those that have begun by a day and are neither closed nor withdrawn, the oldest first.
  package func running(on day: CivilDate) throws(StorageError) -> [Campaign] {
    try campaigns("AND closed = 0 AND first_day <= $2 ORDER BY first_day, id", [.text(day.iso)])
  }

  /// Those in whose days a day lies, closed ones too, the oldest first.
  package func covering(_ day: CivilDate) throws(StorageError) -> [Campaign] { try overlapping(DayRange(day)) }

  /// Those that share a day with some, closed ones too, the oldest first.
  package func overlapping(_ days: DayRange) throws(StorageError) -> [Campaign] {
    try campaigns(
      "AND first_day <= $2 AND first_day > $3 ORDER BY first_day, id",
      [.text(days.last.iso), .text(days.first.adding(days: -CampaignLimit.days).iso)]
    ).filter { $0.days.common(with: days) != nil && !$0.neverRan }
  }

  /// Those that follow from a matter, the newest first.
  package func of(_ matter: MatterID) throws(StorageError) -> [Campaign] {
    try campaigns("AND matter = $2 ORDER BY first_day DESC, id DESC", [.text(matter.text)])
  }

  func save(_ campaign: Campaign) throws(StorageError) {
    try session.run(
      """
      INSERT INTO campaigns (district, id, first_day, matter, closed, state) VALUES ($1, $2, $3, $4, $5, $6)
      ON CONFLICT (district, id) DO UPDATE SET closed = excluded.closed, state = excluded.state
      """, try CampaignStore.values(campaign, in: district))
  }

  func save(_ miss: Miss, of campaign: CampaignID) throws(StorageError) {
    try session.run(
      """
      INSERT INTO misses (district, campaign, subject, reason, unit, on_behalf, channel)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      ON CONFLICT (district, campaign, subject) DO UPDATE SET reason = excluded.reason, unit = excluded.unit,
        on_behalf = excluded.on_behalf, channel = excluded.channel
      """, CampaignStore.values(miss, of: campaign, in: district))
  }

  static func values(_ campaign: Campaign, in district: DistrictID) throws(StorageError) -> [SQLValue] {
    [
      .text(district.text), .text(campaign.id.text), .text(campaign.plan.first.iso),
      campaign.plan.matter.map { .text($0.text) } ?? .null, .int(campaign.isEnded ? 1 : 0),
      .text(try State.encode(campaign)),
    ]
  }

  static func values(_ miss: Miss, of campaign: CampaignID, in district: DistrictID) -> [SQLValue] {
    [
      .text(district.text), .text(campaign.text), .text(miss.subject.text), .text(miss.reason.rawValue),
      .text(miss.unit.text), .int(miss.isOnBehalf ? 1 : 0),
      miss.recordedFor.map { .text($0.rawValue) } ?? .null,
    ]
  }

  /// The misses of a campaign as they stand, by subject.
  func misses(of campaign: CampaignID) throws(StorageError) -> [SQLRow] {
    try session.rows(
      """
      SELECT district, campaign, subject, reason, unit, on_behalf, channel FROM misses
      WHERE district = $1 AND campaign = $2
      ORDER BY subject
      """, [.text(district.text), .text(campaign.text)])
  }

  private func campaigns(_ tail: String, _ values: [SQLValue]) throws(StorageError) -> [Campaign] {
    var found: [Campaign] = []
    for row in try session.rows(
      "SELECT state FROM campaigns WHERE district = $1 \(tail)", [.text(district.text)] + values)
    {
      found.append(try State.decode(Campaign.self, try row.text(0)))
    }
    return found
  }
}
