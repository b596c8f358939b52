import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Operations
import TestDatabases
import TestOffice
import Testing

/// The loop once, as programs walk it: by the interface alone, on a real server.
@Suite struct APILoopTests {
  @Test(.enabled(if: RealServer.isAlone, RealServer.why), arguments: TestEngine.all)
  func runsFromBulletinToReport(_ engine: TestEngine) async throws {
    try await SiteOffice.with(engine, accounts: [], over: .live) { test, client in
      let tong = try await Program(client, of: "tong", at: test)
      let (zhang, ban) = (
        try await Program(client, of: "xiaofang.zhang", at: test),
        try await Program(client, of: "xiaofang.ban", at: test)
      )
      let yan = try await Program(client, of: "yan", at: test)

      let meeting = try await receive(tong)
      let matter = try await issueFirst(tong, meeting)
      let path = "/matters/\(matter)"

      let before = try await zhang.get(path)
      let taken = try await zhang.post(path + "/acknowledge", ["handler": "xiaofang.ban"], ["If-Match": before.tag])
      #expect(taken.status == 200 && taken.json["phase"] as? String == "underway", "\(taken.text)")
      #expect(taken.tag != before.tag)

      let key = ["Idempotency-Key": "progress-2026-03-02"]
      let told = try await ban.post(path + "/progress", ["note": "已检查十二家"], key)
      #expect(told.status == 200, "\(told.text)")
      // Sent again it changes nothing; with another payload it is a conflict.
      #expect(try await ban.post(path + "/progress", ["note": "已检查十二家"], key).tag == told.tag)
      let other = try await ban.post(path + "/progress", ["note": "已检查十三家"], key)
      #expect(other.status == 409 && other.code == "operation.conflict")

      let shown = try await ban.upload(
        path + "/evidence", file: Array("检查记录：十二家".utf8), name: "记录.txt", ["note": "整改后"])
      let file = try #require(shown.list("evidence").first?["id"] as? String, "\(shown.text)")
      let fetched = try await yan.get("\(path)/evidence/\(file)")
      #expect(fetched.text == "检查记录：十二家" && fetched.headers[.contentType]?.hasPrefix("text/plain") == true)

      let submitted = try await ban.post(path + "/submit", ["note": "全部完成"])
      #expect(submitted.json["phase"] as? String == "submitted", "\(submitted.text)")
      let closed = try await yan.post(
        path + "/close", ["conclusion": "现场核查属实", "on_site": true], ["If-Match": submitted.tag])
      #expect(closed.status == 200 && closed.json["phase"] as? String == "closed", "\(closed.text)")

      let story = try await yan.get(path + "/story").list("story").compactMap { $0["kind"] as? String }
      #expect(story == ["closed", "submitted", "evidence_added", "progressed", "acknowledged", "issued"])
      #expect(try await yan.get(path + "/due").list("days").isEmpty == false)

      let frozen = try await tong.post("/meetings/\(meeting)/report/freeze")
      #expect(frozen.status == 201 && frozen.json["is_frozen"] as? Bool == true, "\(frozen.text)")
      let location = try #require(frozen.headers[.location])
      let again = try await yan.get(String(location.dropFirst("/api/v1".count)))
      #expect(again.json["digest"] as? String == frozen.json["digest"] as? String)
      let shownClosed = try await yan.get("/meetings/\(meeting)/report?show=closed").list("matters")
      #expect(shownClosed.count == 1)
      #expect(try await test.office.check().differences.isEmpty)
    }
  }

  private func receive(_ program: Program) async throws -> String {
    let received = try await program.post("/meetings", ["text": SiteOffice.bulletin])
    #expect(received.status == 201, "\(received.text)")
    let meeting = try #require(received.id)
    #expect(received.headers[.location] == "/api/v1/meetings/\(meeting)")
    let file = try await program.upload("/meetings", file: Array(SiteOffice.bulletin.utf8), name: "通报.txt")
    #expect(file.status == 201, "\(file.text)")
    return meeting
  }

  /// Issues the clause about crowded places, sets another aside, and names the matter.
  private func issueFirst(_ program: Program, _ meeting: String) async throws -> String {
    let clauses = try await program.get("/meetings/\(meeting)/drafts").list("clauses")
    let fire = try #require(clauses.first { ($0["words"] as? String)?.contains("人员密集场所") == true })
    var draft = try #require(fire["draft"] as? [String: Any])
    draft["due"] = "2026-03-20"
    draft["standard"] = "paper"
    let issued = try await program.post("/meetings/\(meeting)/clauses/\(fire["clause"] ?? "")/issue", draft)
    #expect(issued.status == 200, "\(issued.text)")
    let slogan = try #require(clauses.first { $0["is_slogan"] as? Bool == true })
    let aside = try await program.post(
      "/meetings/\(meeting)/clauses/\(slogan["clause"] ?? "")/no-action", ["reason": "属于思想认识要求"])
    #expect(aside.status == 200, "\(aside.text)")
    let board = try await program.get("/meetings/\(meeting)").list("clauses")
    let matter = board.compactMap { ($0["matter"] as? [String: Any])?["id"] as? String }.first
    return try #require(matter)
  }
}
