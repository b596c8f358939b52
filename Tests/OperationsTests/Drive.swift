import Duties
import Ground
import Operations
import Packs
import Subjects
import TestOffice
import Testing

/// Campaigns as tests start and read them.
extension TestOffice {
  /// Of the sites that resume, unless another rule is named.
  @discardableResult
  func start(
    _ rule: String = "construction.restart.drive", from first: Int = 0, days: Int = 10, towns: [String] = [],
    target: Int? = nil, office unit: String = "zhujian", matter: MatterID? = nil, name: String = "开复工检查",
    basis: String? = nil, purpose: String? = nil, anyway: Bool = true, by officer: String = "tong"
  ) async throws -> CampaignID {
    let begin = office.today.adding(days: first)
    return try await act(
      StartCampaign(
        rule: rule, name: Words(name), first: begin, last: begin.adding(days: days - 1),
        towns: towns.map { UnitID(trusted: $0) }, target: target, office: UnitID(trusted: unit), matter: matter,
        basis: basis.map { Words($0) }, purpose: purpose.map { Words($0) }, anyway: anyway), by: officer)
  }

  func miss(
    _ campaign: CampaignID, _ subject: SubjectID, _ reason: MissReason = .noAccess, for unit: String? = nil,
    by officer: String
  ) async throws {
    try await act(
      RecordMiss(
        campaign: campaign, subject: subject, reason: reason, onBehalfOf: unit.map { UnitID(trusted: $0) },
        recordedFor: unit.map { _ in .phone }),
      by: officer)
  }

  func campaign(
    _ id: CampaignID, _ filter: CampaignFilter = CampaignFilter(), for officer: String = "tong", after: String? = nil,
    limit: Int = 50
  ) async throws -> CampaignSheet? {
    try await office.campaignSheet(
      id, filter, for: try await self.officer(officer), after: after, limit: limit)
  }

  /// By the subjects' numbers, how far each row is.
  func states(_ id: CampaignID, for officer: String = "tong") async throws -> [Int: CampaignRowState] {
    let rows = try #require(try await campaign(id, for: officer)).rows
    return Dictionary(uniqueKeysWithValues: rows.map { ($0.subject.serial, $0.state) })
  }

  func counts(_ id: CampaignID, for officer: String = "tong") async throws -> CampaignCounts {
    try #require(try await campaign(id, for: officer)).campaign.counts
  }

  /// Something with the first choice of everything that must be told, but for some.
  func place(
    _ type: String, supervising: String, town: String, with some: [String: String] = [:], by officer: String? = nil
  ) async throws -> SubjectID {
    let form = SubjectForm(
      name: Words("一处"), address: Words("村口"), position: nil, supervising: UnitID(trusted: supervising),
      territorial: UnitID(trusted: town), responsible: nil, attributes: try attributes(of: type, with: some))
    return try await act(
      RegisterSubject(type: type, form: form, risk: nil, riskReason: nil), by: officer ?? "\(supervising).ban")
  }
}
