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

/// The loop once, as people walk it: by pages and forms alone.
@Suite struct LoopOverHTTPTests {
  @Test(arguments: TestEngine.all) func runsFromBulletinToClosedMatter(_ engine: TestEngine) async throws {
    try await SiteOffice.with(engine) { test, client in
      let (tong, zhang, ban, yan) = (Browser(client), Browser(client), Browser(client), Browser(client))
      try await tong.logIn("tong")
      let received = try await tong.submit(
        "bulletin", on: "/meetings/new", ["text": [SiteOffice.bulletin]])
      #expect(received.status == 303, "\(received.text)")
      let intake = try #require(received.location)
      let review = try await tong.get(intake)
      #expect(review.status == 200)
      #expect(review.text.contains("人员密集场所"))

      let matter = try await issueFirst(tong, intake)
      try await zhang.logIn("xiaofang.zhang")
      let stalePage = try await zhang.get(matter)
      let form = try #require(PageForm("act-form-acknowledge", in: stalePage.text))
      let taken = ["handler": ["xiaofang.ban"]]
      #expect(try await zhang.post(form.action, form.fields.merging(taken) { $1 }).status == 303)
      // The same form once more changes nothing and leads to the same place.
      let size = try await test.office.ledgerStand().size
      #expect(try await zhang.post(form.action, form.fields.merging(taken) { $1 }).status == 303)
      #expect(try await test.office.ledgerStand().size == size)

      try await ban.logIn("xiaofang.ban")
      let progress = try #require(PageForm("act-form-progress", in: try await ban.get(matter).text))
      #expect(try await ban.submit("act-form-progress", on: matter, ["note": ["已检查十二家"]]).status == 303)
      let stale = try await ban.post(progress.action, progress.fields.merging(["note": ["<b>十三家</b>"]]) { $1 })
      #expect(stale.status == 409)
      #expect(stale.text.contains("page.stale") && stale.text.contains("&lt;b&gt;十三家&lt;/b&gt;"))
      // What happened meanwhile is told as a story; a script may ask for it beforehand.
      #expect(stale.text.components(separatedBy: "已检查十二家").count > 2)
      let news = try await ban.get(matter + "/version?seen=2")
      #expect(news.status == 200 && news.text.contains("已检查十二家") && !news.text.contains("<html"))
      #expect(try await ban.get(matter + "/version?seen=3").status == 204)

      let submitted = try await ban.submit(
        "act-form-submit", on: matter, ["note": ["全部完成"]], file: Browser.File(name: "现场.png", bytes: SiteOffice.photo))
      #expect(submitted.status == 303, "\(submitted.text)")
      let page = try await ban.get(matter).text
      let link = try #require(page.firstMatch(of: #/href="(/matters/[^"]+/evidence/[^"]+)"/#)).output.1
      let file = try await yan.get(String(link))
      #expect(file.status == 303)

      try await yan.logIn("yan")
      let seen = try await yan.get(String(link))
      #expect(seen.bytes.starts(with: SiteOffice.photo.prefix(16)), "the picture, written anew")
      let small = try await yan.get(link + "/small")
      #expect(small.status == 200 && small.headers[.contentType] == "image/jpeg")
      #expect(seen.headers[.contentType] == "image/png")
      let missing = try await yan.submit("act-form-close", on: matter, ["conclusion": [""]])
      #expect(missing.status == 422 && missing.text.contains("web.field_missing"))
      let closed = try await yan.submit(
        "act-form-close", on: matter, ["conclusion": ["现场核查属实"], "on_site": ["1"]])
      #expect(closed.status == 303, "\(closed.text)")
      #expect(try await yan.get(matter).text.contains("class=\"seal\""))

      let meeting = String(intake.dropLast("/intake".count))
      let frozen = try await tong.submit("freeze", on: meeting + "/report")
      let report = try await tong.get(try #require(frozen.location))
      #expect(report.status == 200 && report.text.contains("QH-2026-0001"))
      for path in [
        "/", "/meetings", meeting, "/matters", "/matters?standing=closed", matter + "/due", "/directory", "/ledger",
      ] {
        #expect(try await tong.get(path).status == 200, "\(path)")
      }
    }
  }

  /// Confirms and issues the clause about crowded places for the fire brigade; the path of its matter.
  private func issueFirst(_ tong: Browser, _ intake: String) async throws -> String {
    let page = try await tong.get(intake).text
    let draft = try #require(
      page.components(separatedBy: "<details id=\"draft-").dropFirst().first { $0.contains("人员密集场所") })
    let number = try #require(draft.components(separatedBy: "\"").first)
    let issued = try await tong.submit(
      "draft-\(number)-form", on: intake,
      ["decision": ["issue"], "lead": ["xiaofang"], "due": ["2026-03-20"], "standard": ["paper"], "fan_out": ["none"]])
    #expect(issued.status == 303, "\(issued.text)")
    let link = try #require(
      try await tong.get("/matters").text.firstMatch(of: #/href="(/matters/[0-9a-z]{26})"/#))
    return String(link.output.1)
  }
}
