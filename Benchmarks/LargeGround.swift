import Directory
import Duties
import Foundation
import Ground
import Inspections
import Operations
import Packs
import Simulation
import Storage

/// A hundred thousand small building sites in five towns and a year of inspections of them, made by the real acts in large
/// groups without fsync, then opened as always, eleven days after the last of them. In one town nothing is left to do this
/// month under the usual list.
struct LargeGround {
  let office: Office
  let clock: SettableClock
  /// A year ago; its report goes over everything that was inspected since.
  let meeting: MeetingID
  /// A drive on all sites since the first of the last month.
  let campaign: CampaignID
  let sites: [SubjectID]
  let inspections: Int
  private let folder: BenchFolder

  static let subjects = 100_000
  static let areas = ["shiqiao", "liuwan", "beigang", "shuanghe", "dongguan"]
  /// Whose sites were all inspected twice this month.
  static let doneTown = "dongguan"
  /// Every sixth site each time.
  private static let rounds = 12

  static var data: String { "\(subjects) subjects" }

  init(into table: inout BenchTable) async throws {
    let folder = try BenchFolder()
    let premises = folder.premises(resources: try folder.resourcesWithOwnPack())
    let clock = SettableClock(Instant(CivilDate(dayNumber: 20_458), minutes: 9 * 60))
    let (filled, time) = try await seconds {
      let filling = try await premises.open(clock: clock, limits: .bulk, durable: false)
      let filled = try await LargeGround.fill(filling, clock)
      try await filling.close()
      return filled
    }
    clock.advance(minutes: 11 * 24 * 60)
    (self.folder, self.clock, meeting, sites) = (folder, clock, filled.meeting, filled.sites)
    (campaign, inspections) = (filled.campaign, filled.inspections)
    office = try await premises.open(clock: clock)
    table.add(
      "filling the ground", data: "\(LargeGround.subjects) subjects, \(inspections) inspections",
      figure: "\(whole(time)) s",
      beside: "\(whole(Double(LargeGround.subjects + inspections) / time)) acts/s")
  }

  func throwAway() async throws {
    try await office.close()
    try folder.remove()
  }

  private struct Filled {
    let meeting: MeetingID
    let campaign: CampaignID
    let sites: [SubjectID]
    var inspections = 0
  }

  private static func fill(_ office: Office, _ clock: SettableClock) async throws -> Filled {
    let office = office
    _ = try await office.perform(
      SetDirectory(FictionalDistrict.events()), by: .rule("rule.bench"), operation: office.newOperation())
    var dice = SeededSource(seed: 6)
    let bulletin = SampleBulletin.random(number: 1, day: office.today, demands: 3, using: &dice)
    let (record, drafts) = try await bulletin.received(by: office)
    let tong = ActorReference.officer(OfficerID(trusted: "tong"))
    let meeting = try await office.perform(
      ReceiveBulletin(
        id: MeetingID(trusted: office.newIdentifier()), record: record, number: nil, drafts: drafts,
        sent: office.newIdentifier()), by: tong, operation: office.newOperation())
    let sites = try await inOrder(subjects) { number in try await register(number, office) }
    clock.advance(minutes: 10 * 24 * 60)
    let drive = StartCampaign(
      rule: "construction.bench", name: Words("工地专项检查"), first: CivilDate(dayNumber: 20_458).adding(days: 330),
      last: CivilDate(dayNumber: 20_458).adding(days: 360), towns: [], target: nil, office: UnitID(trusted: "zhujian"),
      matter: nil, basis: nil, purpose: nil)
    var filled = Filled(
      meeting: meeting, campaign: try await office.perform(drive, by: tong, operation: office.newOperation()),
      sites: sites)
    for round in 0..<rounds {
      let seen = sites.enumerated().filter { ($0.offset + round) % 6 == 0 }
      filled.inspections += try await inOrder(seen.count) { place in
        try await inspect(seen[place].element, number: seen[place].offset, round: round, office)
      }.count
      if round < rounds - 1 { clock.advance(minutes: 30 * 24 * 60) }
    }
    let rest = sites.enumerated().filter { areas[$0.offset % areas.count] == doneTown }
    filled.inspections += try await inOrder(rest.count * 2) { place in
      let (number, site) = (rest[place / 2].offset, rest[place / 2].element)
      return try await inspect(site, number: number, round: 1 - number / 6 % 12, office)
    }.count
    return filled
  }

  private static func register(_ number: Int, _ office: Office) async throws -> SubjectID {
    let town = areas[number % areas.count]
    let form = SubjectForm(
      name: Words("工地\(number)"), address: Words("\(number)号"), position: nil,
      supervising: UnitID(trusted: "zhujian"), territorial: UnitID(trusted: town), responsible: nil,
      attributes: ["kind": "small", "stage": "structure"])
    return try await office.perform(
      RegisterSubject(type: "construction_site", form: form, risk: nil, riskReason: nil), by: keeper(of: number),
      operation: office.newOperation())
  }

  /// By the town where it lies; one of twelve finds something, every other one of them puts it right at once.
  private static func inspect(
    _ site: SubjectID, number: Int, round: Int, _ office: Office
  ) async throws -> InspectionID {
    guard let list = office.shippedPacks.work.checklists["construction.site"] else {
      throw WireClient.Broken(description: "the packs have no list for sites")
    }
    let finds = (number / 6 + round) % 12 == 0
    return try await office.perform(
      RecordInspection(
        subject: site, checklist: list.edition, unit: nil, others: [], day: office.today,
        answers: list.items.map {
          Inspection.Answer(item: $0.code, result: finds && $0.code == "power" ? .fail : .pass)
        },
        findings: finds
          ? [
            RecordInspection.FoundThing(
              item: "power", text: Words("配电箱漏电保护失效。"), grade: .ordinary,
              fixed: number % 2 == 0 ? Words("当场更换。") : nil)
          ] : [], signature: .signed, note: nil, recordedFor: nil), by: keeper(of: number),
      operation: office.newOperation())
  }

  static func keeper(of number: Int) -> ActorReference {
    .officer(OfficerID(trusted: "\(areas[number % areas.count]).ban"))
  }

  /// Two thousand at a time.
  private static func inOrder<T: Sendable>(
    _ count: Int, _ act: @escaping @Sendable (Int) async throws -> T
  ) async throws -> [T] {
    var done: [T] = []
    for start in stride(from: 0, to: count, by: 2000) {
      let part = try await withThrowingTaskGroup(of: (Int, T).self) { group in
        for number in start..<min(start + 2000, count) { group.addTask { (number, try await act(number)) } }
        return try await group.reduce(into: [(Int, T)]()) { $0.append($1) }
      }
      done += part.sorted { $0.0 < $1.0 }.map(\.1)
    }
    return done
  }
}
