package import Directory
import FoundationEssentials
package import Ground
import Matters
package import Operations

/// Fills a fresh data folder with 清河区 as a visitor should find it: two past meetings with matters in every phase,
/// a frozen report, a bulletin that came in today, and what is looked after with the latest inspections and hazards.
package enum Demo {
  /// Everybody's password in the demo; a demo holds nothing real.
  package static let password = "bihuan-demo"

  /// Who may log in, by role.
  package static let accounts: [DemoAccount] = [
    DemoAccount(login: "anwei", officer: "tong", role: .coordinator),
    DemoAccount(login: "dailu", officer: "qiao", role: .coordinator),
    DemoAccount(login: "lin", officer: "lin", role: .leader),
    DemoAccount(login: "xiaofang", officer: "xiaofang.zhang", role: .unitLead),
    DemoAccount(login: "chengban", officer: "xiaofang.ban", role: .handler),
    DemoAccount(login: "shiqiao", officer: "shiqiao.zhang", role: .unitLead),
    DemoAccount(login: "hedong", officer: "hedong.ban", role: .handler),
    DemoAccount(login: "hecha", officer: "yan", role: .verifier),
    DemoAccount(login: "ducha", officer: "bai", role: .verifier),
    DemoAccount(login: "shenji", officer: "shen", role: .auditor),
    DemoAccount(login: "guanli", officer: "guan", role: .administrator),
  ]

  /// - Parameter now: when the visitor comes; the history lies in the weeks before.
  /// - Throws: what the acts refuse; the folder should be fresh.
  package static func fill(_ premises: Premises, now: Instant = SystemClock().now) async throws {
    let files = FileManager.default
    try files.createDirectory(atPath: premises.data, withIntermediateDirectories: true)
    try Data().write(to: URL(filePath: mark(premises)))
    try await tell(premises, now: now)
    try files.removeItem(atPath: mark(premises))
  }

  /// Whether a filling began there and did not end.
  package static func isUnfinished(_ premises: Premises) -> Bool {
    FileManager.default.fileExists(atPath: mark(premises))
  }

  private static func mark(_ premises: Premises) -> String { "\(premises.data)/demo.unfinished" }

  private static func tell(_ premises: Premises, now: Instant) async throws(Refusal) {
    let clock = SettableClock(now)
    let premises = Premises(
      data: premises.data, keys: premises.keys, database: premises.database, resources: premises.resources,
      district: premises.district ?? FictionalDistrict.id)
    clock.set(Instant(now.civilDate.adding(days: -26), minutes: 9 * 60))
    let office = try await premises.open(clock: clock, ids: SystemIDs(clock: clock))
    let story = DemoStory(office: office, clock: clock, now: now)
    try await story.setUp(accounts)
    try await story.tell()
    try await office.close()
  }
}

/// An account of the demo.
package struct DemoAccount: Sendable {
  package let login: String
  package let officer: OfficerID
  package let role: Role

  init(login: String, officer: String, role: Role) {
    (self.login, self.officer, self.role) = (login, OfficerID(trusted: officer), role)
  }

  /// The unit's name and the post, as the office writes them.
  package var post: String {
    guard
      let officer = (FictionalDistrict.officers + FictionalDistrict.communityOfficers).first(where: {
        $0.id == officer
      })
    else { return "" }
    let unit = (FictionalDistrict.units + FictionalDistrict.communities).first { $0.id == officer.unit }
    return (unit?.name.shown ?? "") + officer.post.shown
  }
}
