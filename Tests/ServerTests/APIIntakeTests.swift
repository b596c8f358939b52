import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Operations
import TestDatabases
import TestOffice
import Testing

/// The intake as a program works through it: clauses cut anew, drafts kept, steps taken back.
@Suite struct APIIntakeTests {
  private func with(
    _ engine: TestEngine = .sqlite, _ body: (TestOffice, Program, _ path: String) async throws -> Void
  ) async throws {
    try await SiteOffice.with(engine, accounts: []) { test, client in
      let tong = try await Program(client, of: "tong", at: test)
      let received = try await tong.post("/meetings", ["text": SiteOffice.bulletin])
      try await body(test, tong, "/meetings/\(try #require(received.id, "\(received.text)"))")
    }
  }

  private func clause(_ answer: Program.Answer, _ words: String) throws -> [String: Any] {
    try #require(answer.list("clauses").first { ($0["words"] as? String)?.contains(words) == true }, "\(answer.text)")
  }

  @Test(arguments: TestEngine.all) func clausesAreSplitMergedAddedAndUndone(_ engine: TestEngine) async throws {
    try await with(engine) { test, tong, path in
      let drafts = try await tong.get(path + "/drafts")
      let before = drafts.list("clauses").count
      let fire = try clause(drafts, "人员密集场所")
      let words = try #require(fire["cut_words"] as? String)
      let place = "\(path)/clauses/\(fire["clause"] ?? "")"
      let cut = words.replacing("由消防救援大队", with: "\n由消防救援大队")
      #expect(cut != words)
      let split = try await tong.post(place + "/split", ["words": cut, "seen": fire["version"] ?? 0])
      #expect(split.status == 200 && split.list("clauses").count == before + 1, "\(split.text)")
      #expect((split.json["undo"] as? [String: Any])?["kind"] as? String == "split")

      let first = try clause(split, "人员密集场所")
      let next = try #require(first["next"] as? [String: Any])
      let merged = try await tong.post(
        "\(path)/clauses/\(first["clause"] ?? "")/merge",
        ["seen": first["version"] ?? 0, "next_seen": next["version"] ?? 0])
      #expect(merged.status == 200 && merged.list("clauses").count == before, "\(merged.text)")
      let undone = try await tong.post(path + "/undo")
      #expect(undone.status == 200 && undone.list("clauses").count == before + 1, "\(undone.text)")

      let added = try await tong.post(path + "/clauses", ["words": "会议听取了应急管理局关于近期安全生产情况的汇报。"])
      #expect(added.status == 200 && added.list("clauses").count == before + 2, "\(added.text)")
      let text = added.list("text").flatMap { $0["pieces"] as? [[String: Any]] ?? [] }
      #expect(text.compactMap { $0["words"] as? String }.joined().contains("会议听取了"))
      let twice = try await tong.post(path + "/clauses", ["words": "会议听取了应急管理局关于近期安全生产情况的汇报。"])
      #expect(twice.status == 409 && twice.place == "words", "\(twice.text)")
      #expect(try await tong.post(path + "/clauses", ["words": "会议没有说过的话"]).code == "clause.not_found")
    }
  }

  @Test func aCutThatIsNoneIsRefused() async throws {
    try await with { test, tong, path in
      let fire = try clause(try await tong.get(path + "/drafts"), "人员密集场所")
      let place = "\(path)/clauses/\(fire["clause"] ?? "")"
      let whole = try await tong.post(place + "/split", ["words": fire["cut_words"] ?? ""])
      #expect(whole.status == 409 && whole.code == "clause.cut" && whole.place == "words", "\(whole.text)")
      let stale = try await tong.post(place + "/split", ["words": "要加强\n检查", "seen": 99])
      #expect(stale.status == 409, "\(stale.text)")
      #expect(try await tong.post(path + "/undo").code == "undo.nothing")
      #expect(try await tong.post("\(path)/clauses/9999/kind", ["is_slogan": true]).status == 404)
      #expect(try await tong.post("/meetings/none/undo").status == 404)
    }
  }

  @Test func draftsAreKeptAndSetAsideAndTakenUp() async throws {
    try await with { test, tong, path in
      let drafts = try await tong.get(path + "/drafts")
      let fire = try clause(drafts, "人员密集场所")
      let place = "\(path)/clauses/\(fire["clause"] ?? "")"
      var draft = try #require(fire["draft"] as? [String: Any])
      draft["text"] = "检查人员密集场所，先查商场。"
      draft["seen"] = fire["version"]
      let kept = try clause(try await tong.post(place + "/save", draft), "人员密集场所")
      #expect(kept["state"] as? String == "undecided")
      #expect((kept["draft"] as? [String: Any])?["text"] as? String == "检查人员密集场所，先查商场。")
      #expect((kept["changed_by"] as? [String: Any])?["id"] as? String == "tong")
      // What somebody saw before that is not saved over it.
      let stale = try await tong.post(place + "/save", draft)
      #expect(stale.status == 409 && stale.code == "draft.stale", "\(stale.text)")
      let standards = drafts.list("standards").compactMap { $0["code"] as? String }
      #expect(standards.contains("paper"))

      #expect(try await tong.post(place + "/no-action", ["reason": "已在办理"]).status == 200)
      let up = try await tong.post(place + "/take-up")
      #expect(try clause(up, "人员密集场所")["state"] as? String == "undecided")
      #expect(try await tong.post(place + "/take-up").status == 409)
      let slogan = try await tong.post(place + "/kind", ["is_slogan": true])
      #expect(try clause(slogan, "人员密集场所")["is_slogan"] as? Bool == true)
    }
  }

  @Test func whatWasSeenOfTheWholeIntakeIsHeldAgainstIssuing() async throws {
    try await with { test, tong, path in
      let drafts = try await tong.get(path + "/drafts")
      let fire = try clause(drafts, "人员密集场所")
      var draft = try #require(fire["draft"] as? [String: Any])
      (draft["due"], draft["standard"]) = ("2026-03-20", "paper")
      let confirmed = try await tong.post("\(path)/clauses/\(fire["clause"] ?? "")/confirm", draft)
      #expect(confirmed.status == 200, "\(confirmed.text)")
      var version = confirmed.json["version"]
      for other in drafts.list("clauses") where other["clause"] as? Int != fire["clause"] as? Int {
        let aside = try await tong.post("\(path)/clauses/\(other["clause"] ?? "")/no-action", ["reason": "不列入督办"])
        version = aside.json["version"]
      }
      let stale = try await tong.post(path + "/issue", ["seen": drafts.json["version"] ?? 0])
      #expect(stale.status == 409 && stale.code == "intake.stale", "\(stale.text)")
      let issued = try await tong.post(path + "/issue", ["seen": version ?? 0])
      #expect(issued.status == 200, "\(issued.text)")
      #expect(try clause(issued, "人员密集场所")["state"] as? String == "issued")
    }
  }

  @Test func othersChangesAreNews() async throws {
    try await with { test, tong, path in
      let drafts = try await tong.get(path + "/drafts")
      let lin = Program(tong.client, token: try await test.token(of: "lin"))
      let since = try #require(drafts.json["as_of"] as? Int)
      test.clock.advance(minutes: 1)
      let fire = try clause(drafts, "人员密集场所")
      _ = try await tong.post("\(path)/clauses/\(fire["clause"] ?? "")/no-action", ["reason": "已在办理"])
      let news = try await lin.get("\(path)/drafts/news?since=\(since)").list("changes")
      #expect(news.count == 1 && news.first?["state"] as? String == "no_action")
      // One's own are none.
      #expect(try await tong.get("\(path)/drafts/news?since=\(since)").list("changes").isEmpty)
      let repairs = try await lin.get(path + "/repairs")
      #expect(repairs.status == 200 && repairs.list("damage").isEmpty, "\(repairs.text)")
      let ban = Program(tong.client, token: try await test.token(of: "xiaofang.ban"))
      #expect(try await ban.get(path + "/repairs").status == 403)
    }
  }
}
