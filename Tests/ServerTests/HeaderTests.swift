import Foundation
import Ground
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Operations
import Storage
import Subjects
import TestDatabases
import TestOffice
import Testing
import Web

/// What stands at the head of every answer.
@Suite struct HeaderTests {
  @Test func forbidsInlineScriptAndFramesEverywhere() async throws {
    try await SiteOffice.with(.sqlite, accounts: ["tong"]) { _, client in
      let browser = Browser(client)
      try await browser.logIn("tong")
      for path in ["/", "/login", "/nowhere", "/healthz", "/static/style.css", "/matters/none", "/ledger/key"] {
        let page = try await browser.get(path)
        let policy = try #require(HTTPField.Name("Content-Security-Policy").flatMap { page.headers[$0] })
        #expect(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"))
        #expect(!policy.contains("unsafe"))
        for name in ["X-Content-Type-Options", "Referrer-Policy", "X-Request-Id"] {
          #expect(HTTPField.Name(name).flatMap { page.headers[$0] } != nil, "\(path) \(name)")
        }
      }
      #expect(try await browser.get("/").headers[.cacheControl] == "no-store")
    }
  }

  /// Only the map may take pictures from elsewhere, and only from the host that the office named.
  @Test func takesTilesOnTheMapAlone() async throws {
    var settings = SiteSettings(port: 0)
    settings.map = try MapSettings(
      tiles: .init(template: "https://tiles.example:8443/{z}/{x}/{y}.png?k=1", credit: "示例", isShifted: true),
      outlines: Array(#"{"type":"FeatureCollection","features":[]}"#.utf8))
    try await SiteOffice.with(.sqlite, accounts: ["tong"], settings: settings) { _, client in
      let browser = Browser(client)
      try await browser.logIn("tong")
      for (path, has) in [("/subjects/map", true), ("/subjects", false), ("/subjects/map/outlines", false)] {
        let page = try await browser.get(path)
        #expect(page.status == 200)
        let policy = try #require(HTTPField.Name("Content-Security-Policy").flatMap { page.headers[$0] })
        #expect(policy.contains("img-src 'self' https://tiles.example:8443;") == has, "\(path): \(policy)")
        #expect(policy.contains("default-src 'none'"))
      }
    }
    try await SiteOffice.with(.sqlite, accounts: ["tong"]) { _, client in
      let browser = Browser(client)
      try await browser.logIn("tong")
      #expect(try await browser.get("/subjects/map/outlines").status == 404)
    }
  }

  @Test func servesFilesWithATag() async throws {
    try await SiteOffice.with(.sqlite, accounts: []) { _, client in
      let browser = Browser(client)
      let file = try await browser.get("/static/style.css")
      let tag = try #require(file.headers[.eTag])
      let again = try await browser.get("/static/style.css", headers: [.ifNoneMatch: tag])
      #expect(again.status == 304 && again.bytes.isEmpty)
      #expect(try await browser.get("/static/..%2Flocales%2Fzh.yaml").status == 404)
      #expect(try await browser.get("/static/none.css").status == 404)
    }
  }

  @Test func tellsHowTheOfficeFares() async throws {
    try await SiteOffice.with(.sqlite, accounts: []) { _, client in
      let browser = Browser(client)
      #expect(try await browser.get("/healthz").text == "ok\n")
      #expect(try await browser.get("/readyz").status == 200)
      let measures = try await browser.get("/metrics").text
      #expect(measures.contains("bihuan_ledger_entries ") && measures.contains("le=\"+Inf\""))
      for line in measures.split(separator: "\n") where !line.hasPrefix("#") {
        #expect(Double(line.split(separator: " ").last ?? "") != nil, "\(line)")
      }
    }
  }

  @Test func hasAPageForWhatIsNotThere() async throws {
    try await SiteOffice.with(.sqlite, accounts: ["tong"]) { _, client in
      let browser = Browser(client)
      try await browser.logIn("tong")
      for path in ["/nowhere", "/matters/none", "/matters/%3Cscript%3E", "/meetings/none/report", "/matters/none/due"] {
        let page = try await browser.get(path)
        #expect(page.status == 404, "\(path)")
        #expect(page.text.contains("web.not_found") && page.text.contains("童安"))
      }
    }
  }

  @Test func saysSoWhenTheDatabaseIsAway() async throws {
    try await SiteOffice.with(.sqlite, accounts: ["tong"]) { test, client in
      let browser = Browser(client)
      try await browser.logIn("tong")
      await test.office.engine.close()
      #expect(try await browser.get("/readyz").status == 503)
      #expect(try await browser.get("/healthz").status == 200)
      let page = try await browser.get("/")
      #expect(page.status >= 500)
      #expect(!page.text.contains("SQL") && !page.text.contains("sqlite") && page.text.contains("<h1>"))
    }
  }
}
