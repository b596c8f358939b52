import Foundation
import Ground
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Operations
import TestDatabases
import TestOffice
import Testing

/// Coming in and going out.
@Suite struct LoginTests {
  @Test func letsInAndOut() async throws {
    try await SiteOffice.with(.sqlite, accounts: ["tong"]) { _, client in
      let browser = Browser(client)
      let away = try await browser.get("/matters?phase=closed")
      #expect(away.status == 303)
      #expect(away.location == "/login?next=/matters%3Fphase%3Dclosed")
      let entered = try await browser.submit(
        "login", on: away.location ?? "", ["login": ["tong"], "password": [SiteOffice.password]])
      #expect(entered.status == 303)
      #expect(entered.location == "/matters?phase=closed")
      let cookie = try #require(entered.headers[values: .setCookie].first { $0.hasPrefix("bihuan=") })
      #expect(cookie.contains("; HttpOnly") && cookie.contains("; SameSite=Lax") && cookie.contains("; Path=/"))
      #expect(try await browser.get("/").text.contains("童安"))
      #expect(try await browser.submit("logout-everywhere", on: "/account", ["everywhere": ["1"]]).location == "/login")
      #expect(try await browser.get("/").status == 303)
    }
  }

  @Test func refusesAWrongPasswordAndLocksAfterFive() async throws {
    try await SiteOffice.with(.sqlite, accounts: ["tong"]) { _, client in
      let browser = Browser(client)
      for _ in 0..<5 {
        let page = try await browser.logIn("tong", "not-the-password")
        #expect(page.status == 401)
        #expect(page.text.contains("login.wrong") && page.text.contains("value=\"tong\""))
        #expect(!page.text.contains("not-the-password"))
      }
      #expect(try await browser.logIn("tong").status == 429)
      #expect(try await browser.logIn("nobody", "not-the-password").status == 401)
    }
  }

  @Test(arguments: ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"])
  func neverLeadsToAnotherSite(_ next: String) async throws {
    try await SiteOffice.with(.sqlite, accounts: ["tong"]) { _, client in
      let fields = ["login": ["tong"], "password": [SiteOffice.password], "next": [next]]
      let answer = try await Browser(client).submit("login", on: "/login", fields)
      #expect(answer.location == "/")
    }
  }

  @Test func keepsTheLanguage() async throws {
    try await SiteOffice.with(.sqlite, accounts: []) { _, client in
      let browser = Browser(client)
      let page = try await browser.get("/login")
      #expect(page.text.contains("lang=\"zh-CN\""))
      let token = try #require(PageForm("login", in: page.text)?.fields["csrf"])
      let answer = try await browser.post("/language", ["csrf": token, "language": ["en"], "back": ["/login"]])
      #expect(answer.location == "/login")
      #expect(try await browser.get("/login").text.contains("<html lang=\"en\">"))
    }
  }
}
