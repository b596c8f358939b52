import Directory
import Duties
import Foundation
import Ground
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Matters
import Operations
import TestDatabases
import TestOffice
import Testing

/// The calendar that an officer's phone subscribes to.
@Suite struct FeedTests {
  private static let words = "要加强人员密集场所的消防安全检查。"

  private func feed(_ client: any TestClientProtocol, _ secret: String) async throws -> (status: Int, text: String) {
    try await client.execute(uri: "/calendar/\(secret).ics", method: .get) { response in
      (Int(response.status.code), String(buffer: response.body))
    }
  }

  /// The file with its folded lines joined (RFC 5545 §3.1).
  private func plain(_ text: String) -> String { text.replacing("\r\n ", with: "") }

  @Test func tellsWhatIsDueAndNoWordsOfTheMatter() async throws {
    try await SiteOffice.with(.sqlite, accounts: []) { test, client in
      let matter = try await test.matterUnderway()
      let number = try #require(try await test.matter(matter)?.number)
      try await test.act(
        AskExtension(
          matter: matter, seen: nil, until: test.office.today.adding(days: 60), reason: Words("设备未到货"),
          onBehalf: nil), by: "xiaofang.zhang")
      try await test.act(
        CallMeeting(
          PlannedMeeting(
            title: Words("安全生产调度会议"), day: test.office.today.adding(days: 7), time: "09:30", place: Words("三楼会议室"))),
        by: "tong")
      let due = try #require(try await test.matter(matter)?.due?.day)
      let unit = plain(try await feed(client, test.token(of: "xiaofang.ban", scope: .calendar)).text)
      #expect(unit.contains("SUMMARY:\(number) 消防救援大队 到期"))
      #expect(unit.contains("DTSTART;VALUE=DATE:\(due.iso.filter { $0 != "-" })"))
      #expect(unit.contains("LOCATION:三楼会议室") && unit.contains("DTSTART:20260309T013000Z"))
      #expect(!unit.contains("消防安全检查") && !unit.contains("设备未到货") && !unit.contains("答复延期"))
      let office = plain(try await feed(client, test.token(of: "tong", scope: .calendar)).text)
      #expect(office.contains("\(number) 消防救援大队 答复延期"))
      let other = plain(try await feed(client, test.token(of: "shiqiao.zhang", scope: .calendar)).text)
      #expect(!other.contains(number) && other.contains("安全生产调度会议"))
    }
  }

  @Test func tellsWhatIsSupportedAndWhoIsOnDuty() async throws {
    try await SiteOffice.with(.sqlite, accounts: []) { test, client in
      let matter = try await test.matterUnderway(supporting: ["shiqiao"])
      let number = try #require(try await test.matter(matter)?.number)
      let (town, days) = (UnitID(trusted: "shiqiao"), DayRange(test.office.today, test.office.today.adding(days: 3))!)
      let period = try await test.act(
        SetPeriod(
          PeriodTerms(
            title: Words("清明假期"), days: days, alert: nil, fields: [], areas: [], basis: Words("调度会议"), notice: nil,
            units: [town], shifts: .dayAndNight, reportBy: nil)), by: "tong")
      let people = RosterLine.People(officer: OfficerID(trusted: "shiqiao.ban"), leader: OfficerID(trusted: "lin"))
      try await test.act(
        KeepRoster(
          period: period, unit: town,
          lines: [RosterLine(day: days.first.adding(days: 1), shift: .night, people: people)], recordedFor: nil),
        by: "shiqiao.zhang")
      func file(_ officer: String) async throws -> String {
        plain(try await feed(client, test.token(of: officer, scope: .calendar)).text)
      }
      let ban = try await file("shiqiao.ban")
      #expect(ban.contains("\(number) 消防救援大队 配合事项到期"))
      #expect(ban.contains("SUMMARY:石桥镇 夜班值班：清明假期") && ban.contains("DTSTART;VALUE=DATE:20260303"))
      // Who is in charge of the shift has it too; whoever is not on duty has not.
      #expect(try await file("lin").contains("夜班值班"))
      let (zhang, other) = (try await file("shiqiao.zhang"), try await file("liuwan.zhang"))
      #expect(!zhang.contains("值班") && zhang.contains("配合事项到期"))
      #expect(!other.contains("值班") && !other.contains(number))
    }
  }

  @Test func opensNothingElseAndEndsWithItsToken() async throws {
    try await SiteOffice.with(.sqlite, accounts: []) { test, client in
      let secret = try await test.token(of: "tong", scope: .calendar)
      #expect(try await feed(client, secret).status == 200)
      let program = Program(client, token: secret)
      let refused = try await program.get("/matters")
      #expect((refused.status, refused.code) == (403, "token.for_calendar"))
      for wrong in [
        try await test.token(of: "tong", scope: .read), String(secret.dropLast()) + "x", "", "bihuan_", "../ledger",
      ] {
        #expect(try await feed(client, wrong).status == 404, "\(wrong)")
      }
      let register = try await test.office.tokenRegister(for: test.officer("tong"))
      let token = try #require(register.own.first { $0.scope == .calendar })
      try await test.act(RevokeToken(token.id), by: "tong")
      #expect(try await feed(client, secret).status == 404)
    }
  }
}
