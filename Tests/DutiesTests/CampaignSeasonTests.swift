import Directory
import Duties
import Ground
import Packs
import TestFields
import Testing

/// A campaign that a pack dates begins on those days alone, and whoever starts it is told which.
@Suite("The days of a campaign's start")
struct CampaignSeasonTests {
  private func start(from: CivilDate?, to: CivilDate?) throws -> Problem? {
    let rule = CampaignRule(
      code: "fire.drive", title: Bilingual("专项行动", "Drive"), field: .fire, subjects: ["site"], checklist: "site.list",
      level: .town, units: [.territorial], source: "各地可调", checked: .none, validFrom: from, validTo: to)
    let coordinator = try #require(Qinghe.directory.officers[OfficerID(trusted: "coordinator")])
    let plan = CampaignPlan(
      rule: rule, name: Words("专项行动"), first: Qinghe.today, last: Qinghe.today, towns: [], target: nil,
      office: coordinator.unit, matter: nil, basis: nil, purpose: nil)
    do throws(Refusal) {
      _ = try decide(
        .start(plan, rule: rule), on: nil, by: .officer(coordinator), at: Qinghe.morning, in: Qinghe.directory)
      return nil
    } catch { return error.problems.first }
  }

  @Test func areNamed() throws {
    let (yesterday, tomorrow) = (Qinghe.today.adding(days: -1), Qinghe.today.adding(days: 1))
    #expect(try start(from: yesterday, to: tomorrow) == nil)
    let early = try start(from: tomorrow, to: nil)
    #expect(early?.code == .campaignSeason && early?.place == "first")
    #expect(early?.values == ["first": tomorrow.iso, "last": "…"])
    #expect(try start(from: nil, to: yesterday)?.values["last"] == yesterday.iso)
  }
}
