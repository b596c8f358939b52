import Directory
import Formats
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
import Web

/// A word planted in another unit's matter is on no page and in no answer of anybody who may not see that matter.
@Suite struct LeakTests {
  private static let word = "鹭鸶洲"

  private struct Planted {
    let meeting: MeetingID
    let matter: MatterID
    let number: String
    let file: EvidenceID
    let at: Int64
  }

  /// Everything that can be typed on a matter holds the word: its text, a note, a file's name and bytes, reasons.
  private func plant(_ test: TestOffice) async throws -> Planted {
    let word = Self.word
    let meeting = try await test.receive(clauses: ["要加强秸秆禁烧巡查。", "要加强消防安全检查。"])
    let matters = try await test.act(IssueClauses(meeting: meeting, clauses: [0, 1]), by: "tong")
    let (matter, own) = (matters[0], matters[1])
    try await test.act(
      Reassign(matter: matter, seen: nil, lead: UnitID(trusted: "shiqiao"), supporting: [], reason: Words("\(word)属地")),
      by: "tong")
    try await test.act(
      Amend(matter: matter, seen: nil, text: Words("\(word)秸秆禁烧巡查"), reason: Words("补充\(word)")), by: "tong")
    try await test.act(
      ChangeDue(
        matter: matter, seen: nil, day: CivilDate("2026-04-10")!, reason: Words("\(word)汛期")),
      by: "tong")
    try await test.act(Acknowledge(matter: matter, seen: nil, handler: nil, onBehalf: nil), by: "shiqiao.zhang")
    try await test.office.attach(
      Array("\(word)巡查记录".utf8), name: "\(word).txt", note: "\(word)现场", to: matter, seen: nil, onBehalf: nil,
      by: .officer(OfficerID(trusted: "shiqiao.ban")), operation: test.office.newOperation())
    try await test.act(
      ReportProgress(matter: matter, seen: nil, note: Words("\(word)已巡查"), onBehalf: nil), by: "shiqiao.ban")
    // It was returned once, so that it stands behind a figure.
    try await test.act(
      Submit(matter: matter, seen: nil, note: Words("\(word)已完成"), onBehalf: nil), by: "shiqiao.ban")
    try await test.act(ReturnForRework(matter: matter, seen: nil, reasons: Words("\(word)缺照片")), by: "yan")
    try await test.act(Acknowledge(matter: own, seen: nil, handler: nil, onBehalf: nil), by: "xiaofang.zhang")
    let report = try await test.act(FreezeReport(meeting: meeting), by: "tong")
    let at = try await test.office.position(of: report)
    let planted = try #require(try await test.matter(matter))
    let file = try #require(planted.evidence.first?.id)
    return Planted(meeting: meeting, matter: matter, number: planted.number, file: file, at: Int64(at))
  }

  /// Every page that a `GET` route has about the meeting, the matter and the unit, with what can be asked of it.
  private func paths(_ planted: Planted) -> [String] {
    let queries = [
      "/matters": [
        "?unit=shiqiao", "?meeting=\(planted.meeting)", "?phase=underway", "?standing=underway", "?field=fire",
        "?q=\(percent(Self.word))", "?text=\(percent(Self.word))", "?search=\(percent(Self.word))",
      ],
      "/meetings/:id": ["?clause=0", "?clause=1", "?unit=shiqiao", "?standing=underway"],
      "/units/:id": ["?after=2026-01-01~0"],
      "/outcomes/:kind": ["?unit=shiqiao"],
      "/waits": ["?kind=verification", "?kind=part"],
      "/figures": ["?unit=shiqiao", "?rows=field", "?unit=shiqiao&rows=field&field=fire"],
      "/figures/matters": [
        "?show=returned_first", "?show=returned_first&unit=shiqiao", "?show=stay_underway&unit=shiqiao&field=fire",
      ],
      "/meetings/:id/papers/slip.docx": ["?unit=shiqiao", "?unit=xiaofang"],
      "/meetings/:id/papers/report.docx": ["?at=\(planted.at)"],
      "/matters.xlsx": ["?phase=any&meeting=\(planted.meeting)", "?q=\(percent(Self.word))", "?unit=shiqiao"],
      "/meetings/:id/report": ["?at=\(planted.at)", "?show=underway", "?at=\(planted.at)&show=underway"],
    ]
    return routes.filter { $0.method == .get }.flatMap { route -> [String] in
      let steps = route.path.split(separator: "/").map { step -> String in
        switch step {
        case ":id" where route.path.hasPrefix("/meetings"): planted.meeting.text
        case ":id" where route.path.hasPrefix("/units"): "shiqiao"
        case ":id": planted.matter.text
        case ":kind" where route.path.hasPrefix("/outcomes"): "returned"
        case ":kind": "slip"
        case ":file": planted.file.text
        case ":unit": "shiqiao"
        case ":officer": "shiqiao.zhang"
        case ":name": "style.css"
        case "**": "0/000"
        default: step.hasPrefix(":") ? "0" : String(step)
        }
      }
      let path = "/" + steps.joined(separator: "/")
      return [path] + (queries[route.path] ?? []).map { path + $0 }
    }
  }

  /// Every answer of the interface to a reading request, likewise.
  private func interfacePaths(_ planted: Planted) -> [String] {
    apiRoutes.filter { $0.method == .get }.flatMap { route -> [String] in
      let path = route.path.replacing("{meeting}", with: planted.meeting.text)
        .replacing("{matter}", with: planted.matter.text).replacing("{file}", with: planted.file.text)
        .replacing("{unit}", with: "shiqiao").replacing("{outcome}", with: "returned")
        .replacing("{code}", with: "web.fault")
      let more =
        switch route.path {
        case "/matters", "/matters.xlsx":
          ["?phase=any&q=\(percent(Self.word))", "?phase=any&unit=shiqiao", "?phase=any"]
        case "/figures": ["?unit=shiqiao", "?rows=field"]
        case "/figures/matters": ["?show=returned_first", "?show=stay_underway&unit=shiqiao"]
        case "/meetings/{meeting}/report": ["?at=\(planted.at)"]
        case "/meetings/{meeting}/papers/slip.docx": ["?unit=shiqiao"]
        default: [String]()
        }
      return [path] + more.map { path + $0 }
    }
  }

  /// What can be read of an answer: of an office file or an archive what lies packed in it.
  private func words(_ bytes: [UInt8]) throws -> String {
    guard bytes.starts(with: Array("PK".utf8)) else { return String(decoding: bytes, as: UTF8.self) }
    let parts = try OfficePackage(bytes).parts
    return try parts.map { part in
      guard !part.bytes.starts(with: Array("PK".utf8)) else { return try words(part.bytes) }
      // A word may be cut by marks of formatting.
      return String(decoding: part.bytes, as: UTF8.self).replacing(/<[^>]*>/, with: "")
    }.joined(separator: "\n")
  }

  private func percent(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }

  @Test(arguments: ["xiaofang.zhang", "xiaofang.ban", "guan"])
  func isOnNoPageOfAnybodyElse(_ login: String) async throws {
    try await SiteOffice.with(.sqlite) { test, client in
      let planted = try await plant(test)
      let browser = Browser(client)
      try await browser.logIn(login)
      for path in paths(planted) {
        let answer = try await browser.get(path)
        let text = try words(answer.bytes)
        // A search says again what was looked for.
        let isEcho = path.contains("=\(percent(Self.word))")
        #expect(isEcho || !text.contains(Self.word), "\(path) \(answer.status)")
        #expect(!text.contains(planted.number), "\(path) names it")
        #expect(!text.contains("href=\"/matters/\(planted.matter)"), "\(path) links it")
      }
      let program = try await Program(client, of: login, at: test)
      for path in interfacePaths(planted) {
        let text = try words(try await program.get(path).bytes)
        let isEcho = path.contains(percent(Self.word))
        #expect((isEcho || !text.contains(Self.word)) && !text.contains(planted.number), "/api/v1\(path)")
        // A problem names the address that was asked.
        let isNamed = text.contains("\"\(planted.matter)\"") && !path.contains(planted.matter.text)
        #expect(!isNamed, "/api/v1\(path) names it")
      }
      // A form on it that is refused shows nothing of it either.
      for route in routes where route.method == .post && route.path.hasPrefix("/matters/:id") {
        let answer = try await browser.post(route.path.replacing(":id", with: planted.matter.text), [:])
        #expect(answer.status == 403 && !answer.text.contains(Self.word), "\(route.path)")
      }
    }
  }

  /// The test would find it: whoever may see the matter does.
  @Test func isWhereItBelongs() async throws {
    try await SiteOffice.with(.sqlite) { test, client in
      let planted = try await plant(test)
      for login in ["tong", "shen", "lin", "yan"] {
        let browser = Browser(client)
        try await browser.logIn(login)
        var found: [String] = []
        for path in paths(planted) where try words(try await browser.get(path).bytes).contains(Self.word) {
          found.append(path)
        }
        let program = try await Program(client, of: login, at: test)
        for path in interfacePaths(planted) where try words(try await program.get(path).bytes).contains(Self.word) {
          found.append("/api/v1" + path)
        }
        let matter = "/matters/\(planted.matter)"
        let papers = "/meetings/\(planted.meeting)/papers"
        for path in [
          "/matters", matter, "\(matter)/evidence/\(planted.file)", "/meetings/\(planted.meeting)/report",
          "/units/shiqiao", "/figures/matters?show=returned_first&unit=shiqiao",
          "/api/v1/figures/matters?show=returned_first", "/outcomes/returned", "/outcomes/returned?unit=shiqiao",
          "\(papers)/assignments.docx",
          "\(papers)/slip.docx?unit=shiqiao", "\(papers)/slips.zip", "\(papers)/report.docx", "/matters.xlsx",
          "/api/v1/matters", "/api/v1\(matter)", "/api/v1/meetings/\(planted.meeting)/report",
        ] {
          #expect(found.contains(path), "\(login) \(path)")
        }
      }
    }
  }

  @Test func saysWhyAndWhoCouldShowIt() async throws {
    try await SiteOffice.with(.sqlite) { test, client in
      let planted = try await plant(test)
      let browser = Browser(client)
      try await browser.logIn("xiaofang.ban")
      let answer = try await browser.get("/matters/\(planted.matter)")
      #expect(answer.status == 403)
      #expect(answer.text.contains("matter.out_of_scope") && answer.text.contains("综合科科长"))
      #expect(answer.text.contains("href=\"/permissions\""))
      let permissions = try await browser.get("/permissions")
      #expect(permissions.status == 200 && permissions.text.contains("消防救援大队"))
      // The bulletin was circulated to everybody: its words are there, the matter is not.
      let meeting = try await browser.get("/meetings/\(planted.meeting)?clause=0")
      #expect(meeting.text.contains("秸秆禁烧") && meeting.text.contains("class=\"clause elsewhere"))
      // An open district shows it.
      let guan = Browser(client)
      try await guan.logIn("guan")
      #expect(try await guan.submit("openness", on: "/permissions", ["openness": ["district"]]).status == 303)
      #expect(try await browser.get("/matters/\(planted.matter)").text.contains(Self.word))
    }
  }
}
