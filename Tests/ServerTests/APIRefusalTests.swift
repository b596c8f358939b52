import Directory
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Operations
import TestDatabases
import TestOffice
import Testing

/// Every no is a problem document with its code, its place and what to do.
@Suite struct APIRefusalTests {
  private func with(_ body: (TestOffice, Program, _ matter: String) async throws -> Void) async throws {
    try await SiteOffice.with(.sqlite, accounts: []) { test, client in
      let matter = try await issued(test)
      try await body(test, try await Program(client, of: "xiaofang.zhang", at: test), matter)
    }
  }

  @Test func saysEverythingInBothLanguages() async throws {
    try await with { _, zhang, matter in
      let english = try await zhang.post(matter + "/progress", ["note": "x"])
      #expect(english.status == 409 && english.code == "matter.sign_first")
      #expect(english.headers[.contentType] == "application/problem+json")
      #expect(english.headers[.contentLanguage] == "en")
      for member in ["type", "title", "status", "detail", "code", "hint", "problems"] {
        #expect(english.json[member] != nil, "\(member)")
      }
      let type = try #require(english.json["type"] as? String)
      let explained = try await zhang.get(String(type.dropFirst("/api/v1".count)))
      #expect(explained.status == 200 && explained.code == "matter.sign_first")
      let chinese = try await zhang.send(
        .post, matter + "/progress", headers: ["Accept-Language": "zh-CN", "Content-Type": "application/json"],
        Array(#"{"note":"x"}"#.utf8))
      #expect(chinese.headers[.contentLanguage] == "zh-CN")
      #expect(chinese.json["hint"] as? String != english.json["hint"] as? String)
    }
  }

  @Test(
    arguments: [
      (#"{"note": "x""#, 400, "api.unreadable", nil), (#"{"note": "\ud800"}"#, 400, "api.unreadable", nil),
      (String(repeating: "[", count: 5000), 400, "api.unreadable", nil), ("", 400, "api.unreadable", nil),
      ("[]", 422, "api.type", "body"), ("{}", 422, "api.missing", "note"), (#"{"note": 7}"#, 422, "api.type", "note"),
      (#"{"note": null}"#, 422, "api.type", "note"), (#"{"note": "  "}"#, 422, "api.length", "note"),
      (#"{"note": "a\u0000b"}"#, 422, "api.nul", "note"),
      (#"{"note": "x", "notes": "y"}"#, 422, "api.unknown", "notes"),
      (#"{"note": "x", "on_behalf_unit": "xiaofang"}"#, 422, "api.missing", "on_behalf_channel"),
      (
        #"{"note": "x", "on_behalf_unit": "xiaofang", "on_behalf_channel": "fax", "on_behalf_day": "2026-03-02"}"#, 422,
        "api.choice", "on_behalf_channel"
      ),
      (
        #"{"note": "x", "on_behalf_unit": "X", "on_behalf_channel": "chat", "on_behalf_day": "2026-02-30"}"#, 422,
        "api.id", "on_behalf_unit"
      ),
    ] as [(String, Int, String, String?)])
  func namesThePlace(body: String, status: Int, code: String, place: String?) async throws {
    try await with { _, zhang, matter in
      let answer = try await zhang.send(
        .post, matter + "/progress", headers: ["Content-Type": "application/json"], Array(body.utf8))
      #expect(answer.status == status && answer.code == code, "\(answer.text)")
      #expect(answer.place == place, "\(answer.text)")
    }
  }

  @Test func longestWordsFitAndOneMoreDoesNot() async throws {
    try await with { test, zhang, matter in
      _ = try await zhang.post(matter + "/acknowledge", [:])
      let longest = String(repeating: "查", count: 2000)
      #expect(try await zhang.post(matter + "/progress", ["note": longest]).status == 200)
      #expect(try await zhang.post(matter + "/progress", ["note": longest + "查"]).code == "api.length")
    }
  }

  /// Many programs write every Chinese character as six.
  @Test func theLongestBulletinFitsHoweverItIsWritten() async throws {
    try await with { test, zhang, _ in
      let tong = Program(zhang.client, token: try await test.token(of: "tong"))
      let body = Array("{\"text\":\"\(String(repeating: "\\u67e5", count: 200_000))\"}".utf8)
      let answer = try await tong.send(.post, "/meetings", headers: ["Content-Type": "application/json"], body)
      // It is no bulletin, but it was read as one.
      #expect(answer.status == 409 && answer.code?.hasPrefix("api.") == false, "\(answer.text.prefix(300))")
    }
  }

  @Test func holdsActsAgainstTheVersionThatWasSeen() async throws {
    try await with { test, zhang, matter in
      let tong = Program(zhang.client, token: try await test.token(of: "tong"))
      let seen = try await tong.get(matter).tag
      _ = try await zhang.post(matter + "/acknowledge", [:])
      let words = ["text": "要加强消防安全检查。", "reason": "补正文字"]
      let stale = try await tong.post(matter + "/amend", words, ["If-Match": seen])
      #expect(stale.status == 412 && stale.code == "page.stale")
      let unsaid = try await tong.post(matter + "/amend", words)
      #expect(unsaid.status == 428 && unsaid.code == "api.version_needed" && unsaid.place == "If-Match")
      #expect(try await tong.post(matter + "/amend", words, ["If-Match": "W/\"7\""]).code == "api.header")
      let other = try await tong.post(matter + "/amend", words, ["If-Match": "\"1v00000000\""])
      #expect(other.status == 409 && other.code == "api.version_other")
      #expect(try await tong.post(matter + "/amend", words, ["If-Match": try await tong.get(matter).tag]).status == 200)
      #expect(
        try await tong.post(matter + "/amend", ["text": "要加强检查。", "reason": "再补正"], ["If-Match": "*"]).status == 200)
    }
  }

  @Test func refusesWhatIsNotTheInterfaces() async throws {
    try await with { test, zhang, matter in
      let method = try await zhang.send(.delete, matter)
      #expect(method.status == 405 && method.code == "api.method" && method.headers[.allow] == "GET, HEAD")
      #expect(try await zhang.send(.get, matter + "/progress").headers[.allow] == "POST")
      #expect(try await zhang.get("/nothing").code == "api.route")
      #expect(try await zhang.get("/matters/none").status == 404)
      #expect(try await zhang.get("/matters/NONE").status == 404)
      let media = try await zhang.send(.post, matter + "/progress", headers: ["Content-Type": "text/plain"], [1])
      #expect(media.status == 415 && media.code == "api.media")
      #expect(try await zhang.post(matter + "/evidence", ["note": "x"]).status == 415)
      let key = try await zhang.post(matter + "/progress", ["note": "x"], ["Idempotency-Key": "short"])
      #expect(key.status == 400 && key.place == "Idempotency-Key")
      for query in [
        "phase=open", "phase=closed&phase=closed", "unit=a&unit=b", "group=x", "filter=x", "unit=%FF", "after=",
      ] {
        let answer = try await zhang.get("/matters?\(query)")
        #expect(answer.status == 400 && answer.code == "api.parameter", "\(query) \(answer.text)")
      }
      #expect(try await zhang.get("/matters?after=zzz").code == "api.cursor")
      let large = try await zhang.send(
        .post, matter + "/progress", headers: ["Content-Type": "application/json"],
        Array(repeating: UInt8(ascii: " "), count: 2_097_153))
      #expect(large.status == 413 && large.code == "web.too_large")
    }
  }

  @Test func keepsTheOfficesOwnRefusals() async throws {
    try await with { test, zhang, matter in
      let yan = Program(zhang.client, token: try await test.token(of: "yan"))
      let mine = try await yan.post(matter + "/acknowledge", [:])
      #expect(mine.status == 403, "\(mine.text)")
      let tong = Program(zhang.client, token: try await test.token(of: "tong"))
      let secret = try await tong.post("/meetings", ["text": "秘密★一年\n清河区召开会议"])
      #expect(secret.status == 409 && secret.code?.isEmpty == false, "\(secret.text)")
      let persons = try await tong.post(
        matter + "/amend", ["text": "要做好重点群体稳控工作", "reason": "补正"], ["If-Match": "*"])
      #expect(persons.status == 409 && persons.code == "text.persons")
    }
  }
}
