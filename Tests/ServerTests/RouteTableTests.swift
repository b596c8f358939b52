import Directory
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

/// Who gets in where, for every route, every role, and the own unit's matter or another's. A route without a line here fails
/// the test, and so does a line that docs/PERMISSIONS.md does not have.
@Suite struct RouteTableTests {
  enum Who: String {
    case everybody, officers, coordinators, keepers, administrators
    case readersOfDrafts = "coordinators and leaders"
    case actors = "those who act on matters"

    func admits(_ role: Role) -> Bool {
      switch self {
      case .everybody, .officers: true
      case .coordinators: role == .coordinator
      case .keepers: role == .coordinator || role == .administrator
      case .administrators: role == .administrator
      case .readersOfDrafts: role == .coordinator || role == .leader
      case .actors: role != .auditor && role != .administrator
      }
    }
  }

  /// What the answer holds of matters.
  enum Sight: String {
    /// None.
    case none = "–"
    /// Of those it would name, only what the officer may see.
    case narrowed = "those in sight"
    /// It is about one matter, and refused to whoever may not see that.
    case matter = "the one, if in sight"
    /// It is about one subject, and refused to whoever has nothing to do with that.
    case subject = "its subject's, if in sight"
    /// It shows a hazard found there: also to whoever may see the hazard's matter.
    case shown = "its subject's or its hazard's, if in sight"
    /// It is about one draw or one training, and refused to whoever does not see its unit, or one of its units.
    case draw = "its unit's, if in sight"
  }

  struct Line {
    let who: Who
    let sight: Sight

    init(_ who: Who, _ sight: Sight = .none) { (self.who, self.sight) = (who, sight) }
  }

  static let table: [String: Line] = [
    "GET /healthz": Line(.everybody), "GET /readyz": Line(.everybody), "GET /metrics": Line(.everybody),
    "GET /static/:name": Line(.everybody), "GET /ledger": Line(.officers),
    "GET /calendar/:feed": Line(.everybody), "GET /ledger/checkpoint": Line(.everybody),
    "GET /ledger/key": Line(.everybody),
    "GET /ledger/tile/**": Line(.everybody), "GET /api": Line(.everybody), "GET /help": Line(.officers),
    "GET /look": Line(.officers), "POST /theme": Line(.everybody),

    "GET /login": Line(.everybody), "POST /login": Line(.everybody), "POST /logout": Line(.officers),
    "POST /language": Line(.everybody), "GET /account": Line(.officers), "GET /account/password": Line(.officers),
    "POST /account/password": Line(.officers), "POST /account/sessions": Line(.officers),
    "POST /account/stand-in": Line(.officers), "GET /permissions": Line(.officers),
    "POST /permissions/openness": Line(.administrators), "GET /account/tokens": Line(.officers),
    "POST /account/tokens": Line(.officers), "POST /account/tokens/:token/revoke": Line(.officers),

    "GET /messages": Line(.officers), "GET /account/messages": Line(.officers),
    "POST /account/messages": Line(.officers), "POST /account/messages/test": Line(.officers),
    "GET /delivery": Line(.administrators), "POST /delivery/site": Line(.administrators),
    "POST /delivery/mail": Line(.administrators), "POST /delivery/mail/test": Line(.administrators),
    "POST /delivery/mail/remove": Line(.administrators), "POST /delivery/robots": Line(.administrators),
    "POST /delivery/robots/test": Line(.administrators), "POST /delivery/robots/remove": Line(.administrators),
    "POST /delivery/resend": Line(.administrators),

    "GET /setup": Line(.everybody), "POST /setup": Line(.everybody),
    "GET /setup/templates/:name": Line(.administrators), "GET /setup/:step": Line(.administrators),
    "POST /setup/:step/units": Line(.administrators), "POST /setup/:step/officers": Line(.administrators),
    "POST /setup/:step/password": Line(.administrators), "POST /setup/:step/holidays": Line(.administrators),
    "POST /setup/:step/portfolios": Line(.administrators),

    "GET /": Line(.officers, .narrowed), "GET /units/:id": Line(.officers, .narrowed),
    "GET /figures": Line(.officers, .narrowed), "GET /figures/matters": Line(.officers, .narrowed),
    "GET /waits": Line(.officers, .narrowed), "GET /outcomes/:kind": Line(.officers, .narrowed),
    "GET /directory": Line(.officers),
    "GET /directory/order": Line(.keepers), "POST /directory/order": Line(.keepers),
    "GET /directory/portfolios": Line(.officers), "GET /directory/units/new": Line(.administrators),
    "POST /directory/units": Line(.administrators), "GET /directory/units/:unit": Line(.officers, .narrowed),
    "POST /directory/units/:unit": Line(.administrators), "POST /directory/units/:unit/aliases": Line(.keepers),
    "POST /directory/units/:unit/order": Line(.keepers), "POST /directory/units/:unit/end": Line(.administrators),
    "POST /directory/units/:unit/matters": Line(.coordinators),
    "GET /directory/officers/new": Line(.administrators), "POST /directory/officers": Line(.administrators),
    "GET /directory/officers/:officer": Line(.officers),
    "POST /directory/officers/:officer": Line(.administrators),
    "POST /directory/officers/:officer/serving": Line(.administrators),
    "POST /directory/officers/:officer/portfolio": Line(.keepers),
    "POST /directory/officers/:officer/stand-ins": Line(.keepers),
    "POST /directory/officers/:officer/stand-ins/:standin/end": Line(.keepers),
    "POST /directory/officers/:officer/account": Line(.administrators),
    "POST /directory/officers/:officer/unlock": Line(.administrators),

    "GET /meetings": Line(.officers, .narrowed), "GET /meetings/new": Line(.coordinators),
    "POST /meetings": Line(.coordinators), "GET /meetings/:id": Line(.officers, .narrowed),
    "GET /meetings/:id/intake": Line(.readersOfDrafts), "POST /meetings/:id/intake/day": Line(.coordinators),
    "POST /meetings/:id/intake/clauses/:clause": Line(.coordinators),
    "POST /meetings/:id/intake/clauses/:clause/no-action": Line(.coordinators),
    "POST /meetings/:id/intake/clauses/:clause/take-up": Line(.coordinators),
    "POST /meetings/:id/intake/clauses/:clause/cut": Line(.coordinators),
    "POST /meetings/:id/intake/add": Line(.coordinators), "POST /meetings/:id/intake/undo": Line(.coordinators),
    "GET /meetings/:id/intake/repairs": Line(.readersOfDrafts),
    "GET /meetings/:id/intake/version": Line(.readersOfDrafts),
    "POST /meetings/:id/intake/approval/ask": Line(.coordinators),
    "POST /meetings/:id/intake/approval/approve": Line(.readersOfDrafts),
    "POST /meetings/:id/intake/issue": Line(.coordinators), "GET /meetings/:id/report": Line(.officers, .narrowed),
    "GET /meetings/:id/report/fields/:field": Line(.officers, .narrowed),
    "POST /meetings/:id/report/freeze": Line(.coordinators), "GET /reports": Line(.officers),

    "GET /periods": Line(.officers), "GET /periods/new": Line(.coordinators), "POST /periods": Line(.coordinators),
    "GET /periods/:id": Line(.officers, .narrowed), "GET /periods/:id/edit": Line(.coordinators),
    "POST /periods/:id/edit": Line(.coordinators), "POST /periods/:id/end": Line(.coordinators),
    "POST /periods/:id/withdraw": Line(.coordinators), "POST /periods/:id/plan": Line(.coordinators),
    "POST /periods/:id/reports": Line(.actors), "GET /periods/:id/owed": Line(.officers, .narrowed),
    "GET /periods/:id/roster/:unit": Line(.officers, .narrowed), "POST /periods/:id/roster/:unit": Line(.actors),
    "POST /periods/:id/roster/:unit/hotline": Line(.actors), "POST /periods/:id/roster/:unit/handover": Line(.actors),
    "GET /projects": Line(.officers, .narrowed),
    "GET /duties": Line(.officers, .narrowed), "GET /duties.ics": Line(.officers, .narrowed),
    "GET /duties/missed": Line(.officers, .narrowed), "POST /duties/missed": Line(.actors),
    "GET /work": Line(.officers, .narrowed), "GET /subjects": Line(.officers, .narrowed),
    "GET /subjects/map": Line(.officers, .narrowed), "GET /subjects/map/outlines": Line(.officers),
    "POST /subjects": Line(.actors), "GET /subjects/new": Line(.actors),
    "GET /campaigns": Line(.officers, .narrowed), "GET /campaigns/new": Line(.coordinators),
    "POST /campaigns": Line(.coordinators), "GET /campaigns/:id": Line(.officers, .narrowed),
    "POST /campaigns/:id/misses": Line(.actors), "POST /campaigns/:id/close": Line(.coordinators),
    "POST /campaigns/:id/withdraw": Line(.coordinators),
    "GET /trainings": Line(.officers, .narrowed), "GET /trainings/due": Line(.officers, .narrowed),
    "GET /trainings/new": Line(.actors), "POST /trainings": Line(.actors),
    "GET /trainings/:id": Line(.officers, .draw), "GET /trainings/:id/edit": Line(.actors, .draw),
    "POST /trainings/:id/hold": Line(.actors, .draw), "POST /trainings/:id/correct": Line(.actors, .draw),
    "POST /trainings/:id/sheets": Line(.actors, .draw), "POST /trainings/:id/annul": Line(.actors, .draw),
    "GET /trainings/:id/sheets/:file": Line(.officers, .draw),
    "GET /subjects.xlsx": Line(.officers, .narrowed), "GET /subjects.csv": Line(.officers, .narrowed),
    "GET /subjects/import": Line(.actors), "POST /subjects/import": Line(.actors),
    "GET /subjects/import/:id": Line(.actors), "POST /subjects/import/:id/reading": Line(.actors),
    "GET /subjects/import/:id/progress": Line(.actors),
    "GET /subjects/import/:id/refused.xlsx": Line(.actors), "GET /subjects/import/:id/refused.csv": Line(.actors),
    "POST /subjects/import/:id/apply": Line(.actors), "POST /subjects/import/:id/drop": Line(.actors),
    "POST /subjects/import/:id/undo": Line(.actors),
    "GET /subjects/:id": Line(.officers, .subject), "GET /subjects/:id/edit": Line(.actors, .subject),
    "POST /subjects/:id/edit": Line(.actors, .subject), "POST /subjects/:id/grade": Line(.actors, .subject),
    "POST /subjects/:id/suspend": Line(.actors, .subject), "POST /subjects/:id/resume": Line(.actors, .subject),
    "POST /subjects/:id/retire": Line(.actors, .subject),
    "GET /subjects/:id/inspect/:checklist": Line(.actors, .subject),
    "POST /subjects/:id/inspect/:checklist": Line(.actors, .subject),
    "GET /subjects/:id/inspections": Line(.officers, .subject),
    "GET /inspections/:id": Line(.officers, .subject), "POST /inspections/:id/annul": Line(.actors, .subject),
    "GET /subjects/:id/inspect/:checklist/blank.docx": Line(.actors, .subject),
    "GET /inspections/:id/pictures/:file": Line(.officers, .shown),
    "GET /inspections/:id/pictures/:file/small": Line(.officers, .shown),
    "GET /inspections/:id/record.docx": Line(.officers, .subject),
    "GET /inspections/:id/order.docx": Line(.officers, .subject),
    "GET /matters/:id/opinion.docx": Line(.officers, .matter),
    "GET /inspections/:id/receipt.docx": Line(.officers, .subject),
    "POST /inspections/:id/services": Line(.actors, .subject),
    "GET /inspections/:id/services/:service/receipt.docx": Line(.officers, .subject),
    "GET /inspections/:id/services/:service/scans/:file": Line(.officers, .subject),
    "POST /inspections/:id/services/:service/scans": Line(.actors, .subject),
    "POST /inspections/:id/services/:service/annul": Line(.actors, .subject),
    "GET /draws": Line(.officers, .narrowed), "GET /draws/new": Line(.actors), "POST /draws": Line(.actors),
    "GET /draws/:id": Line(.officers, .draw), "POST /draws/:id/reveal": Line(.actors, .draw),
    "GET /draws/:id/data.json": Line(.officers, .draw), "GET /spot-checks": Line(.officers, .narrowed),

    "GET /sittings": Line(.officers), "POST /sittings": Line(.coordinators),
    "GET /sittings/:id": Line(.officers, .narrowed), "GET /sittings/:id/minutes": Line(.coordinators),
    "GET /sittings/:id/reports/:unit": Line(.officers, .narrowed), "POST /sittings/:id/reports/:unit": Line(.actors),
    "GET /sittings/:id/invitation.ics": Line(.officers),
    "GET /burdens": Line(.officers, .narrowed),
    "POST /sittings/:id/plan": Line(.coordinators),
    "POST /sittings/:id/call-off": Line(.coordinators),
    "POST /sittings/:id/agenda": Line(.coordinators),
    "POST /sittings/:id/agenda/template": Line(.coordinators),
    "POST /sittings/:id/agenda/carry": Line(.coordinators),
    "POST /sittings/:id/reports": Line(.coordinators),
    "POST /sittings/:id/open": Line(.coordinators),
    "POST /sittings/:id/presences": Line(.coordinators),
    "POST /sittings/:id/instructions": Line(.coordinators),
    "POST /sittings/:id/instructions/:number/matter": Line(.coordinators),
    "POST /sittings/:id/instructions/:number/drop": Line(.coordinators),
    "POST /sittings/:id/instructions/:number/settle": Line(.coordinators),
    "POST /sittings/:id/decisions": Line(.coordinators),
    "POST /sittings/:id/decisions/:number/drop": Line(.coordinators),
    "POST /sittings/:id/minutes": Line(.coordinators),
    "POST /sittings/:id/reports/:unit/read": Line(.coordinators),
    "POST /sittings/:id/reports/:unit/withdraw": Line(.coordinators),

    "GET /meetings/:id/papers": Line(.officers, .narrowed),
    "GET /meetings/:id/papers/report.docx": Line(.officers, .narrowed),
    "GET /meetings/:id/papers/assignments.docx": Line(.officers, .narrowed),
    "GET /meetings/:id/papers/slip.docx": Line(.officers, .narrowed),
    "GET /meetings/:id/papers/slips.zip": Line(.officers, .narrowed),
    "GET /meetings/:id/papers/notice.docx": Line(.coordinators),
    "POST /meetings/:id/papers/next": Line(.coordinators),
    "GET /meetings/:id/papers/sign-in.docx": Line(.coordinators), "GET /templates": Line(.keepers),
    "GET /templates/:kind": Line(.keepers), "GET /templates/:kind/file": Line(.keepers),
    "POST /templates/:kind": Line(.keepers), "POST /templates/:kind/shipped": Line(.keepers),

    "GET /clocks": Line(.officers, .narrowed), "GET /clocks/recounts": Line(.officers, .narrowed),
    "POST /clocks": Line(.administrators),
    "GET /words": Line(.keepers), "GET /words/effect": Line(.keepers), "GET /words/lists/:list": Line(.keepers),
    "POST /words/lists/:list": Line(.keepers), "GET /words/terms/:term": Line(.keepers),
    "GET /words/sources": Line(.keepers), "GET /words/sources/:kind/:code": Line(.keepers),
    "POST /words/sources/:kind/:code": Line(.keepers), "POST /words/sources/:kind/:code/withdraw": Line(.keepers),
    "POST /words/terms/:term": Line(.administrators), "POST /words/terms/:term/shipped": Line(.administrators),
    "GET /meetings/:id/intake/reread": Line(.readersOfDrafts), "POST /meetings/:id/intake/reread": Line(.coordinators),

    "GET /import": Line(.coordinators), "POST /import": Line(.coordinators), "GET /import/:id": Line(.coordinators),
    "POST /import/:id/reading": Line(.coordinators), "POST /import/:id/apply": Line(.coordinators),
    "POST /import/:id/drop": Line(.coordinators), "POST /import/:id/undo": Line(.coordinators),

    "GET /views": Line(.officers), "POST /views/save": Line(.officers), "POST /views/rename": Line(.officers),
    "POST /views/delete": Line(.officers), "GET /bulk": Line(.actors), "POST /bulk": Line(.actors),

    "GET /matters.xlsx": Line(.officers, .narrowed), "GET /matters/:id/version": Line(.officers, .matter),
    "GET /matters/:id/evidence/:file/small": Line(.officers, .matter),
    "GET /matters": Line(.officers, .narrowed), "GET /matters/:id": Line(.officers, .matter),
    "GET /matters/:id/due": Line(.officers, .matter), "GET /matters/:id/evidence/:file": Line(.officers, .matter),
    "POST /matters/:id/acknowledge": Line(.actors, .matter), "POST /matters/:id/progress": Line(.actors, .matter),
    "POST /matters/:id/evidence": Line(.actors, .matter), "POST /matters/:id/submit": Line(.actors, .matter),
    "POST /matters/:id/return": Line(.actors, .matter), "POST /matters/:id/close": Line(.actors, .matter),
    "POST /matters/:id/part": Line(.actors, .matter),
    "POST /matters/:id/unchanged": Line(.actors, .matter),
    "POST /matters/:id/object": Line(.actors, .matter),
    "POST /matters/:id/extension": Line(.actors, .matter),
    "POST /matters/:id/look-back": Line(.actors, .matter),
    "POST /matters/:id/objection": Line(.actors, .matter),
    "POST /matters/:id/extension-decision": Line(.actors, .matter),
    "POST /matters/:id/press": Line(.actors, .matter),
    "POST /matters/:id/look-into": Line(.actors, .matter),
    "POST /matters/:id/adopt": Line(.actors, .matter),
    "POST /matters/:id/suspend": Line(.actors, .matter),
    "POST /matters/:id/resume": Line(.actors, .matter),
    "POST /matters/:id/duties": Line(.actors, .matter),
    "POST /matters/:id/commitments": Line(.actors, .matter),
    "POST /matters/:id/project": Line(.actors, .matter),
    "POST /matters/:id/milestone": Line(.actors, .matter),
    "POST /matters/:id/milestone-move": Line(.actors, .matter),
    "POST /matters/:id/condition": Line(.actors, .matter),
    "POST /matters/:id/measure": Line(.actors, .matter),
    "POST /matters/:id/parts": Line(.actors, .matter),
    "POST /matters/:id/fan-out": Line(.actors, .matter),
    "POST /matters/:id/cycle": Line(.actors, .matter),
    "POST /matters/:id/list": Line(.actors, .matter),
    "POST /matters/:id/publish": Line(.actors, .matter),
    "POST /matters/:id/notice": Line(.actors, .matter),
    "POST /matters/:id/notice-end": Line(.actors, .matter),
    "POST /matters/:id/delist": Line(.actors, .matter),
    "POST /matters/:id/look-back-unit": Line(.actors, .matter),
    "POST /matters/:id/settle": Line(.actors, .matter),
    "POST /matters/:id/merge": Line(.actors, .matter),
    "POST /matters/:id/separate": Line(.actors, .matter),
    "POST /matters/:id/reopen": Line(.actors, .matter), "POST /matters/:id/cancel": Line(.actors, .matter),
    "POST /matters/:id/reassign": Line(.actors, .matter), "POST /matters/:id/amend": Line(.actors, .matter),
    "POST /matters/:id/due": Line(.actors, .matter),
  ]

  /// Whether a role, serving in 消防救援大队, sees a matter of that unit and one of another's.
  static let sees: [Role: (own: Bool, other: Bool)] = [
    .coordinator: (true, true), .leader: (true, true), .unitLead: (true, false), .handler: (true, false),
    .verifier: (true, true), .auditor: (true, true), .administrator: (false, false),
  ]

  static func name(_ route: Route) -> String { "\(route.method.rawValue) \(route.path)" }

  @Test func namesEveryRouteAndEveryRole() {
    #expect(Set(routes.map(Self.name)) == Set(Self.table.keys))
    #expect(Set(Self.sees.keys) == Set(Role.allCases))
    // What is about one matter says so, so that it is asked for both.
    for route in routes where route.path.hasPrefix("/matters/:id") {
      #expect(Self.table[Self.name(route)]?.sight == .matter, "\(route.path)")
    }
  }

  @Test func letsNobodyInWithoutALogin() async throws {
    try await SiteOffice.with(.sqlite, accounts: []) { _, client in
      for route in routes {
        let answer = try await ask(route, Browser(client))
        let line = try #require(Self.table[Self.name(route)])
        if line.who == .everybody {
          #expect(answer.location?.hasPrefix("/login") != true, "\(route.path)")
        } else {
          #expect(answer.status == 303 && answer.location?.hasPrefix("/login?next=") == true, "\(route.path)")
        }
      }
    }
  }

  @Test(arguments: TestEngine.all) func letsEachRoleInWhereItBelongs(_ engine: TestEngine) async throws {
    try await SiteOffice.with(engine) { test, client in
      let (own, other) = try await Self.twoMatters(test)
      for role in Role.allCases {
        let (account, sees) = (try #require(SiteOffice.accounts[role]), try #require(Self.sees[role]))
        let browser = Browser(client)
        try await browser.logIn(account)
        for route in routes where route.path != "/logout" && route.path != "/login" {
          let line = try #require(Self.table[Self.name(route)])
          for (matter, isSeen) in [(own, sees.own), (other, sees.other)] {
            let answer = try await ask(route, browser, matter: matter)
            let expected =
              !line.who.admits(role)
              ? "web.forbidden" : line.sight == .matter && !isSeen ? "matter.out_of_scope" : nil
            let refused = ["web.forbidden", "matter.out_of_scope"].first {
              answer.status == 403 && answer.text.contains($0)
            }
            #expect(refused == expected, "\(role) \(Self.name(route)) \(answer.status) own: \(matter == own)")
          }
        }
      }
    }
  }

  /// One matter of 消防救援大队, where the unit's roles of `SiteOffice.accounts` serve, and one of 石桥镇.
  static func twoMatters(_ test: TestOffice) async throws -> (own: MatterID, other: MatterID) {
    let meeting = try await test.receive(clauses: ["要加强消防安全检查。", "要加强秸秆禁烧巡查。"])
    let matters = try await test.act(IssueClauses(meeting: meeting, clauses: [0, 1]), by: "tong")
    try await test.act(
      Reassign(
        matter: matters[1], seen: nil, lead: UnitID(trusted: "shiqiao"), supporting: [], reason: Words("属地责任")),
      by: "tong")
    return (matters[0], matters[1])
  }

  /// Forms come without a token: only the doors are asked, nothing is done.
  private func ask(_ route: Route, _ browser: Browser, matter: MatterID? = nil) async throws -> Browser.Page {
    var path = route.path.replacing("**", with: "0/000")
    if let matter, path.hasPrefix("/matters/") { path = path.replacing(":id", with: matter.text) }
    path = path.split(separator: "/").map { $0.hasPrefix(":") ? $0 == ":clause" ? "0" : "none" : String($0) }
      .joined(separator: "/")
    return route.method == .get ? try await browser.get("/" + path) : try await browser.post("/" + path, [:])
  }

  /// docs/PERMISSIONS.md has this table; `UPDATE_GOLDEN=1` writes it there.
  @Test func theDocumentSaysTheSame() throws {
    let file = URL(fileURLWithPath: TestOffice.resources).deletingLastPathComponent().appending(
      path: "docs/PERMISSIONS.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let start = try #require(text.range(of: "| request | who may | matters |\n|---|---|---|\n"))
    let end = text.range(of: "\n\n", range: start.upperBound..<text.endIndex)?.lowerBound ?? text.endIndex
    let lines = routes.map(Self.name).compactMap { name in
      Self.table[name].map { "| `\(name)` | \($0.who.rawValue) | \($0.sight.rawValue) |" }
    }
    let expected = lines.joined(separator: "\n")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try text.replacingCharacters(in: start.upperBound..<end, with: expected)
        .write(to: file, atomically: true, encoding: .utf8)
      return
    }
    #expect(text[start.upperBound..<end] == expected)
    for role in Role.allCases {
      let sees = try #require(Self.sees[role])
      #expect(text.contains("| `\(role.rawValue)` | \(sees.own ? "yes" : "no") | \(sees.other ? "yes" : "no") |"))
    }
  }
}
