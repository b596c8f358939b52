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

/// Whose token gets in where. A route of the interface without a line here fails the test.
@Suite struct APIRouteTableTests {
  static let table: [String: RouteTableTests.Who] = [
    "GET /openapi.json": .everybody, "GET /problems": .everybody, "GET /problems/{code}": .everybody,
    "GET /me": .officers, "GET /me/day": .officers, "GET /directory": .officers, "GET /meetings": .officers,
    "GET /meetings/{meeting}": .officers, "POST /meetings": .coordinators,
    "GET /meetings/{meeting}/drafts": .readersOfDrafts, "POST /meetings/{meeting}/day": .coordinators,
    "POST /meetings/{meeting}/clauses/{clause}/confirm": .coordinators,
    "POST /meetings/{meeting}/clauses/{clause}/issue": .coordinators,
    "POST /meetings/{meeting}/clauses/{clause}/no-action": .coordinators,
    "POST /meetings/{meeting}/approval/ask": .coordinators,
    "POST /meetings/{meeting}/approval/approve": .readersOfDrafts, "POST /meetings/{meeting}/issue": .coordinators,
    "GET /meetings/{meeting}/report": .officers,
    "GET /meetings/{meeting}/report/fields/{field}": .officers, "POST /meetings/{meeting}/report/freeze": .coordinators,
    "GET /matters": .officers, "GET /matters/{matter}": .officers, "GET /matters/{matter}/story": .officers,
    "GET /matters/{matter}/due": .officers, "GET /matters/{matter}/evidence/{file}": .officers,
    "POST /matters/{matter}/acknowledge": .actors, "POST /matters/{matter}/progress": .actors,
    "POST /matters/{matter}/evidence": .actors, "POST /matters/{matter}/submit": .actors,
    "POST /matters/{matter}/return": .actors, "POST /matters/{matter}/close": .actors,
    "POST /matters/{matter}/part": .actors,
    "POST /matters/{matter}/unchanged": .actors,
    "POST /matters/{matter}/object": .actors,
    "POST /matters/{matter}/extension": .actors,
    "POST /matters/{matter}/look-back": .actors,
    "POST /matters/{matter}/objection": .actors,
    "POST /matters/{matter}/extension-decision": .actors,
    "POST /matters/{matter}/press": .actors,
    "POST /matters/{matter}/look-into": .actors,
    "POST /matters/{matter}/adopt": .actors,
    "POST /matters/{matter}/suspend": .actors,
    "POST /matters/{matter}/resume": .actors,
    "POST /matters/{matter}/parts": .actors,
    "POST /matters/{matter}/fan-out": .actors,
    "POST /matters/{matter}/duties": .actors,
    "POST /matters/{matter}/commitments": .actors,
    "POST /matters/{matter}/project": .actors,
    "POST /matters/{matter}/milestone": .actors,
    "POST /matters/{matter}/milestone-move": .actors,
    "POST /matters/{matter}/condition": .actors,
    "POST /matters/{matter}/measure": .actors,
    "POST /matters/{matter}/cycle": .actors,
    "POST /matters/{matter}/list": .actors,
    "POST /matters/{matter}/publish": .actors,
    "POST /matters/{matter}/notice": .actors,
    "POST /matters/{matter}/notice-end": .actors,
    "POST /matters/{matter}/delist": .actors,
    "POST /matters/{matter}/look-back-unit": .actors,
    "POST /matters/{matter}/settle": .actors,
    "POST /matters/{matter}/merge": .actors,
    "POST /matters/{matter}/separate": .actors,
    "POST /matters/{matter}/reopen": .actors, "POST /matters/{matter}/cancel": .actors,
    "POST /matters/{matter}/reassign": .actors, "POST /matters/{matter}/amend": .actors,
    "POST /matters/{matter}/due": .actors, "GET /ledger": .officers, "GET /ledger/checkpoint": .officers,

    "GET /periods": .officers, "GET /periods/{period}": .officers, "GET /periods/{period}/owed": .officers,
    "GET /periods/{period}/roster/{unit}": .officers, "POST /periods": .coordinators,
    "POST /periods/{period}": .coordinators, "POST /periods/{period}/end": .coordinators,
    "POST /periods/{period}/withdraw": .coordinators, "POST /periods/{period}/plan": .coordinators,
    "POST /periods/{period}/reports": .actors, "POST /periods/{period}/roster/{unit}": .actors,
    "POST /periods/{period}/roster/{unit}/hotline": .actors, "POST /periods/{period}/roster/{unit}/handover": .actors,
    "GET /duties": .officers,
    "GET /work": .officers, "GET /subjects": .officers, "GET /subjects/{subject}": .officers,
    "GET /duties/missed": .officers, "POST /duties/missed": .actors, "POST /duties/missed/withdraw": .actors,
    "GET /campaigns": .officers, "GET /campaign-rules": .coordinators, "GET /campaigns/{campaign}": .officers,
    "POST /campaigns": .coordinators, "POST /campaigns/{campaign}/misses": .actors,
    "POST /campaigns/{campaign}/close": .coordinators, "POST /campaigns/{campaign}/withdraw": .coordinators,
    "GET /courses": .officers, "GET /trainings": .officers, "GET /refreshers": .officers,
    "GET /trainings/{training}": .officers, "GET /trainings/{training}/sheets/{file}": .officers,
    "POST /trainings": .actors, "POST /training-plans": .actors, "POST /trainings/{training}/hold": .actors,
    "POST /trainings/{training}/correct": .actors, "POST /trainings/{training}/annul": .actors,
    "POST /trainings/{training}/sheets": .actors,
    "GET /projects": .officers,
    "GET /subject-types": .officers, "POST /subjects": .actors, "POST /subjects/{subject}": .actors,
    "POST /subjects/{subject}/grade": .actors, "POST /subjects/{subject}/suspend": .actors,
    "POST /subjects/{subject}/resume": .actors, "POST /subjects/{subject}/retire": .actors,
    "POST /subjects/{subject}/inspections": .actors, "GET /inspections/{inspection}": .officers,
    "POST /inspections/{inspection}/annul": .actors, "GET /subjects/{subject}/blank.docx": .actors,
    "GET /inspections/{inspection}/pictures/{file}": .officers,
    "GET /inspections/{inspection}/record.docx": .officers, "GET /inspections/{inspection}/order.docx": .officers,
    "GET /matters/{matter}/opinion.docx": .officers, "POST /inspections/{inspection}/services": .actors,
    "POST /inspections/{inspection}/services/{service}/scans": .actors,
    "POST /inspections/{inspection}/services/{service}/annul": .actors,
    "GET /inspections/{inspection}/services/{service}/scans/{file}": .officers,
    "GET /inspections/{inspection}/receipt.docx": .officers, "GET /subjects/{subject}/inspections": .officers,
    "GET /inspections/{inspection}/services/{service}/receipt.docx": .officers,
    "GET /draws": .officers, "POST /draws": .actors, "GET /draws/{draw}": .officers,
    "GET /draws/{draw}/data": .officers, "POST /draws/{draw}/reveal": .actors, "GET /spot-checks": .officers,

    "GET /me/permissions": .officers, "POST /directory/openness": .administrators,
    "GET /directory/portfolios": .officers, "GET /directory/order": .keepers, "POST /directory/order": .keepers,
    "POST /directory/units": .administrators, "GET /directory/units/{unit}": .officers,
    "POST /directory/units/{unit}": .administrators, "POST /directory/units/{unit}/aliases": .keepers,
    "POST /directory/units/{unit}/order": .keepers, "POST /directory/units/{unit}/end": .administrators,
    "POST /directory/units/{unit}/matters": .coordinators, "POST /directory/officers": .administrators,
    "GET /directory/officers/{officer}": .officers, "POST /directory/officers/{officer}": .administrators,
    "POST /directory/officers/{officer}/serving": .administrators,
    "POST /directory/officers/{officer}/portfolio": .keepers,
    "POST /directory/officers/{officer}/stand-ins": .keepers,
    "POST /directory/officers/{officer}/stand-ins/{standin}/end": .keepers,
    "POST /directory/officers/{officer}/unlock": .administrators,

    "GET /meetings/{meeting}/drafts/news": .readersOfDrafts, "GET /meetings/{meeting}/repairs": .readersOfDrafts,
    "POST /meetings/{meeting}/clauses/{clause}/save": .coordinators,
    "POST /meetings/{meeting}/clauses/{clause}/split": .coordinators,
    "POST /meetings/{meeting}/clauses/{clause}/merge": .coordinators,
    "POST /meetings/{meeting}/clauses/{clause}/kind": .coordinators,
    "POST /meetings/{meeting}/clauses/{clause}/take-up": .coordinators,
    "POST /meetings/{meeting}/clauses": .coordinators, "POST /meetings/{meeting}/undo": .coordinators,

    "GET /sittings/{sitting}/invitation.ics": .officers,
    "GET /sittings": .officers, "GET /sittings/{sitting}": .officers, "GET /sittings/{sitting}/minutes": .coordinators,
    "GET /sittings/{sitting}/reports/{unit}": .officers, "POST /sittings/{sitting}/reports/{unit}": .actors,
    "GET /burdens": .officers,
    "POST /sittings/{sitting}/call-off": .coordinators,
    "POST /sittings/{sitting}/agenda": .coordinators,
    "POST /sittings/{sitting}/agenda/template": .coordinators,
    "POST /sittings/{sitting}/agenda/carry": .coordinators,
    "POST /sittings/{sitting}/reports": .coordinators,
    "POST /sittings/{sitting}/open": .coordinators,
    "POST /sittings/{sitting}/presences": .coordinators,
    "POST /sittings/{sitting}/instructions": .coordinators,
    "POST /sittings/{sitting}/instructions/{number}/matter": .coordinators,
    "POST /sittings/{sitting}/instructions/{number}/drop": .coordinators,
    "POST /sittings/{sitting}/instructions/{number}/settle": .coordinators,
    "POST /sittings/{sitting}/decisions": .coordinators,
    "POST /sittings/{sitting}/decisions/{number}/drop": .coordinators,
    "POST /sittings/{sitting}/minutes": .coordinators,
    "POST /sittings/{sitting}/reports/{unit}/read": .coordinators,
    "POST /sittings/{sitting}/reports/{unit}/withdraw": .coordinators,
    "GET /reports": .officers, "POST /next-meeting": .coordinators, "GET /meetings/{meeting}/papers": .officers,
    "GET /meetings/{meeting}/papers/report.docx": .officers,
    "GET /meetings/{meeting}/papers/assignments.docx": .officers,
    "GET /meetings/{meeting}/papers/slip.docx": .officers, "GET /meetings/{meeting}/papers/slips.zip": .officers,
    "GET /meetings/{meeting}/papers/notice.docx": .coordinators,
    "GET /meetings/{meeting}/papers/sign-in.docx": .coordinators,

    "GET /matters.xlsx": .officers, "POST /matters/bulk/preview": .actors, "POST /matters/bulk": .actors,
    "GET /matters/{matter}/news": .officers, "GET /matters/{matter}/evidence/{file}/small": .officers,
    "GET /views": .officers, "POST /views": .officers, "POST /views/{view}/rename": .officers,
    "POST /views/{view}/delete": .officers, "GET /units/{unit}": .officers, "GET /outcomes/{outcome}": .officers,
    "GET /waits": .officers,
    "GET /figures": .officers, "GET /figures/matters": .officers,

    "GET /me/messages": .officers, "GET /me/reach": .officers, "POST /me/reach": .officers,
    "GET /delivery": .administrators, "POST /delivery/resend": .administrators,
    "GET /clocks": .officers, "GET /clocks/recounts": .officers, "POST /clocks": .administrators,
    "GET /clocks/reckon": .officers,
    "GET /words": .keepers, "GET /words/effect": .keepers, "GET /words/lists": .keepers, "POST /words/lists": .keepers,
    "GET /words/sources": .keepers, "GET /words/source": .keepers, "POST /words/sources": .keepers,
    "POST /words/sources/withdraw": .keepers,
    "POST /words/terms": .administrators, "POST /words/terms/shipped": .administrators,
    "GET /meetings/{meeting}/reread": .readersOfDrafts,
    "POST /meetings/{meeting}/reread": .coordinators,
    "GET /imports": .coordinators, "POST /imports": .coordinators, "GET /imports/{import}": .coordinators,
    "POST /imports/{import}/reading": .coordinators, "POST /imports/{import}/apply": .coordinators,
    "POST /imports/{import}/drop": .coordinators, "POST /imports/{import}/undo": .coordinators,
  ]

  @Test func namesEveryRoute() {
    #expect(Set(apiRoutes.map { "\($0.method.rawValue) \($0.path)" }) == Set(Self.table.keys))
    #expect(apiRoutes.count == Self.table.count)
    #expect(Set(apiRoutes.map(\.name)).count == apiRoutes.count)
  }

  @Test func letsNobodyInWithoutAToken() async throws {
    try await SiteOffice.with(.sqlite, accounts: []) { test, client in
      let secret = try await test.token(of: "tong")
      for program in [
        Program(client), Program(client, token: "x"), Program(client, token: String(secret.dropLast() + "g")),
      ] {
        for route in apiRoutes {
          let answer = try await ask(route, program)
          let isOpen = try who(route) == .everybody
          #expect((answer.status == 401) != isOpen, "\(route.path) \(answer.status)")
          if !isOpen { #expect(answer.headers[.wwwAuthenticate] == "Bearer" && answer.code == "token.invalid") }
        }
      }
    }
  }

  @Test func letsEachRoleInWhereItBelongs() async throws {
    try await SiteOffice.with(.sqlite, accounts: []) { test, client in
      let (own, other) = try await RouteTableTests.twoMatters(test)
      for (role, officer) in SiteOffice.accounts {
        let program = try await Program(client, of: officer, at: test)
        let sees = try #require(RouteTableTests.sees[role])
        for route in apiRoutes {
          for (matter, isSeen) in [(own, sees.own), (other, sees.other)] {
            let answer = try await ask(route, program, matter: matter)
            let isAdmitted = try who(route).admits(role)
            #expect((answer.code == "web.forbidden") != isAdmitted, "\(role) \(route.path) \(answer.text)")
            // An act's body is read before the matter is asked for: whoever sends none learns no more than that.
            guard route.path.hasPrefix("/matters/{matter}"), route.method == .get, isAdmitted else { continue }
            #expect((answer.code == "matter.out_of_scope") != isSeen, "\(role) \(route.path) \(answer.text)")
          }
        }
      }
    }
  }

  @Test func tokensThatOnlyReadDoNotAct() async throws {
    try await SiteOffice.with(.sqlite, accounts: []) { test, client in
      let tong = try await Program(client, of: "tong", at: test, scope: .read)
      let guan = try await Program(client, of: "guan", at: test, scope: .read)
      for route in apiRoutes {
        let answer = try await ask(route, try who(route).admits(.coordinator) ? tong : guan)
        #expect((answer.code == "token.read_only") == (route.method == .post), "\(route.path) \(answer.text)")
      }
    }
  }

  private func who(_ route: APIRoute) throws -> RouteTableTests.Who {
    try #require(Self.table["\(route.method.rawValue) \(route.path)"])
  }

  /// Bodies are empty: only the doors are asked.
  private func ask(_ route: APIRoute, _ program: Program, matter: MatterID? = nil) async throws -> Program.Answer {
    let path = route.path.replacing("{code}", with: "web.fault").replacing("{clause}", with: "0")
      .replacing("{matter}", with: matter?.text ?? "none").replacing(/\{[a-z]+\}/, with: "none")
    return try await program.send(route.method, path)
  }
}
