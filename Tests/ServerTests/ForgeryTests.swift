import Foundation
import Ground
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Operations
import TestDatabases
import TestOffice
import Testing

/// Forms are taken from our own pages only, and nothing is done otherwise.
@Suite struct ForgeryTests {
  @Test func refusesAFormWithoutTheToken() async throws {
    try await SiteOffice.with(.sqlite, accounts: ["tong"]) { test, client in
      let browser = Browser(client)
      try await browser.logIn("tong")
      let before = try await test.office.ledgerStand().size
      let text = ["text": [SiteOffice.bulletin], "op": ["x.bulletin"]]
      let page = try await browser.get("/meetings/new")
      let token = try #require(PageForm("bulletin", in: page.text)?.fields["csrf"]?.first)
      let wrong = String(token.reversed())
      for fields in [text, text.merging(["csrf": [wrong]]) { $1 }, text.merging(["csrf": [""]]) { $1 }] {
        let answer = try await browser.post("/meetings", fields, multipart: true)
        #expect(answer.status == 403)
        #expect(answer.text.contains("web.csrf"))
      }
      let right = text.merging(["csrf": [token]]) { $1 }
      let site = try #require(HTTPField.Name("Sec-Fetch-Site"))
      for headers in [[.origin: "https://evil.example"], [.origin: "null"], [site: "cross-site"]] as [HTTPFields] {
        #expect(try await browser.post("/meetings", right, multipart: true, headers: headers).status == 403)
      }
      #expect(try await test.office.ledgerStand().size == before)
      #expect(try await browser.post("/meetings", right, multipart: true, headers: [site: "same-origin"]).status == 303)
    }
  }

  @Test func refusesALoginWithoutTheVisitorsCookie() async throws {
    try await SiteOffice.with(.sqlite, accounts: ["tong"]) { _, client in
      let fields = ["login": ["tong"], "password": [SiteOffice.password], "csrf": [String(repeating: "0", count: 32)]]
      let answer = try await Browser(client).post("/login", fields)
      #expect(answer.status == 403)
    }
  }
}
