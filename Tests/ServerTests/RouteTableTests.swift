import Directory
import Foundation
import Ground
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Operations
import TestDatabases
import TestOffice
import Testing
import Web

/// Who gets in where. A route without a line here fails the test.
@Suite struct RouteTableTests {
  enum Who { case everybody, officers, coordinators, readersOfDrafts, templateKeepers, actors, administrators }

  static let table: [String: Who] = [
    "GET /healthz": .everybody, "GET /readyz": .everybody, "GET /metrics": .everybody,
    "GET /static/:name": .everybody, "GET /ledger": .officers, "GET /ledger/checkpoint": .everybody,
    "GET /ledger/key": .everybody, "GET /ledger/tile/**": .everybody, "GET /login": .everybody,
    "POST /login": .everybody, "POST /logout": .officers, "POST /language": .everybody, "GET /account": .officers,
    "POST /theme": .everybody, "GET /help": .officers, "GET /look": .officers, "GET /units/:id": .officers,
    "GET /account/tokens": .officers, "POST /account/tokens": .officers,
    "POST /account/tokens/:token/revoke": .officers, "GET /api": .everybody,
      "GET /outcomes/:kind": .officers,
    "GET /": .officers, "GET /directory": .officers, "GET /meetings": .officers, "GET /meetings/new": .coordinators,
    "POST /meetings": .coordinators, "GET /meetings/:id": .officers, "GET /meetings/:id/intake": .readersOfDrafts,
    "POST /meetings/:id/intake/day": .coordinators, "POST /meetings/:id/intake/clauses/:clause": .coordinators,
    "POST /meetings/:id/intake/clauses/:clause/no-action": .coordinators,
    "POST /meetings/:id/intake/clauses/:clause/take-up": .coordinators,
    "POST /meetings/:id/intake/clauses/:clause/cut": .coordinators, "POST /meetings/:id/intake/add": .coordinators,
    "POST /meetings/:id/intake/undo": .coordinators, "GET /meetings/:id/intake/repairs": .readersOfDrafts,
    "GET /meetings/:id/intake/version": .readersOfDrafts, "GET /matters/:id/version": .officers,
    "GET /matters/:id/evidence/:file/small": .officers,
    "POST /meetings/:id/intake/approval/ask": .coordinators,
    "POST /meetings/:id/intake/approval/approve": .readersOfDrafts, "POST /meetings/:id/intake/issue": .coordinators,
    "GET /meetings/:id/report": .officers, "POST /meetings/:id/report/freeze": .coordinators,
    "GET /meetings/:id/papers": .officers, "GET /meetings/:id/papers/report.docx": .officers,
    "GET /meetings/:id/papers/assignments.docx": .officers, "GET /meetings/:id/papers/slip.docx": .officers,
    "GET /meetings/:id/papers/slips.zip": .officers, "GET /meetings/:id/papers/notice.docx": .coordinators,
    "GET /meetings/:id/papers/sign-in.docx": .coordinators, "GET /reports": .officers,
    "GET /matters.xlsx": .officers, "GET /templates": .templateKeepers, "GET /templates/:kind": .templateKeepers,
    "GET /templates/:kind/file": .templateKeepers, "POST /templates/:kind": .templateKeepers,
    "POST /templates/:kind/shipped": .templateKeepers,
    "GET /matters": .officers, "GET /matters/:id": .officers, "GET /matters/:id/due": .officers,
    "GET /matters/:id/evidence/:file": .officers, "POST /matters/:id/acknowledge": .actors,
    "POST /matters/:id/progress": .actors, "POST /matters/:id/evidence": .actors, "POST /matters/:id/submit": .actors,
    "POST /matters/:id/return": .actors, "POST /matters/:id/close": .actors, "POST /matters/:id/reopen": .actors,
    "POST /matters/:id/cancel": .actors, "POST /matters/:id/reassign": .actors, "POST /matters/:id/amend": .actors,
    "POST /matters/:id/due": .actors,
    "GET /import": .coordinators, "POST /import": .coordinators, "GET /import/:id": .coordinators,
    "POST /import/:id/reading": .coordinators, "POST /import/:id/apply": .coordinators,
    "POST /import/:id/drop": .coordinators, "POST /import/:id/undo": .coordinators,
    "GET /setup": .everybody, "POST /setup": .everybody, "GET /setup/templates/:name": .administrators,
    "GET /setup/:step": .administrators, "POST /setup/:step/units": .administrators,
    "POST /setup/:step/officers": .administrators, "POST /setup/:step/password": .administrators,
    "POST /setup/:step/portfolios": .administrators,
    "GET /views": .officers, "POST /views/save": .officers, "POST /views/rename": .officers,
    "POST /views/delete": .officers, "GET /bulk": .coordinators, "POST /bulk": .coordinators,
  ]

  static func admits(_ who: Who, _ role: Role) -> Bool {
    switch who {
    case .everybody, .officers: true
    case .coordinators: role == .coordinator
    case .administrators: role == .administrator
    case .templateKeepers: role == .coordinator || role == .administrator
    case .readersOfDrafts: role == .coordinator || role == .leader
    case .actors: role != .auditor && role != .administrator
    }
  }

  @Test func namesEveryRoute() {
    #expect(Set(routes.map { "\($0.method.rawValue) \($0.path)" }) == Set(Self.table.keys))
  }

  @Test func letsNobodyInWithoutALogin() async throws {
    try await SiteOffice.with(.sqlite, accounts: []) { _, client in
      for route in routes {
        let answer = try await ask(route, Browser(client))
        let who = try #require(Self.table["\(route.method.rawValue) \(route.path)"])
        if who == .everybody {
          #expect(answer.location?.hasPrefix("/login") != true, "\(route.path)")
        } else {
          #expect(answer.status == 303 && answer.location?.hasPrefix("/login?next=") == true, "\(route.path)")
        }
      }
    }
  }

  @Test func letsEachRoleInWhereItBelongs() async throws {
    try await SiteOffice.with(.sqlite) { _, client in
      for (role, account) in SiteOffice.accounts {
        let browser = Browser(client)
        try await browser.logIn(account)
        for route in routes where route.path != "/logout" && route.path != "/login" {
          let answer = try await ask(route, browser)
          let who = try #require(Self.table["\(route.method.rawValue) \(route.path)"])
          let isRefused = answer.status == 403 && answer.text.contains("web.forbidden")
          #expect(isRefused == !Self.admits(who, role), "\(role) \(route.method) \(route.path) \(answer.status)")
        }
      }
    }
  }

  /// Nothing by these ids is there, and forms come without a token: only the door is asked.
  private func ask(_ route: Route, _ browser: Browser) async throws -> Browser.Page {
    let path = route.path.replacing(":id", with: "none").replacing(":clause", with: "0").replacing(
      ":file", with: "none"
    ).replacing(":token", with: "none")
      .replacing("**", with: "0/000")
    return route.method == .get ? try await browser.get(path) : try await browser.post(path, [:])
  }
}
