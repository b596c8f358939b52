import Directory
import Foundation
import Ground
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Operations
import Simulation
import TestDatabases
import TestOffice
import Web

/// 清河区's office with its site, and an account for each role.
enum SiteOffice {
  static let password = "qinghe-2026"
  static let accounts: [Role: String] = [
    .coordinator: "tong", .leader: "lin", .unitLead: "xiaofang.zhang", .handler: "xiaofang.ban", .verifier: "yan",
    .auditor: "shen", .administrator: "guan",
  ]

  static func with<T>(
    _ engine: TestEngine, accounts: [String] = Array(accounts.values), over setup: TestingSetup = .router,
    settings: SiteSettings = SiteSettings(port: 0), _ body: (TestOffice, any TestClientProtocol) async throws -> T
  ) async throws -> T {
    try await TestOffice.with(engine) { test in
      for account in accounts {
        try await test.office.setPassword(
          password, login: account, of: OfficerID(trusted: account), by: .rule("rule.test"),
          operation: test.office.newOperation())
      }
      let site = try site(
        office: test.office, resources: TestOffice.shipped,
        settings: settings)
      return try await run(site, setup, test, body)
    }
  }

  private static func run<T>(
    _ site: some ApplicationProtocol, _ setup: TestingSetup, _ test: TestOffice,
    _ body: (TestOffice, any TestClientProtocol) async throws -> T
  ) async throws -> T {
    try await withoutActuallyEscaping(body) { body in
      let box = Box(body: body)
      return try await site.test(setup) { client in try await box.body(test, client) }
    }
  }

  private struct Box<T>: @unchecked Sendable {
    let body: (TestOffice, any TestClientProtocol) async throws -> T
  }

  static let bulletin = """
    清河区召开安全稳定工作调度会议
    2026年2月27日，清河区召开安全稳定工作调度会议。区委常委、副区长林知远主持会议，副区长周敏之出席会议。
    会议听取了应急管理局关于近期安全生产情况的汇报。
    会议要求，消防安全方面，要加强人员密集场所的消防安全检查，由消防救援大队牵头，3月20日前完成。各镇要安排专人巡查田间地头，严防烧荒。
    信访方面，要做好重点群体稳控工作，逐人排查、不漏一人。
    会议强调，要提高政治站位，牢牢守住安全稳定底线。
    """

  static let photo = SamplePictures.png
}
