import Delivery
import Foundation
import Ground
import TestPython
import Testing

/// A service of somebody else's making, which checks signatures by itself, answers in every way.
@Suite("Sending to robots", .enabled(if: Peers.isAvailable, "skipped: no Python in BIHUAN_PYTHON or .build/venv"))
struct RobotDeliveryTests {
  private struct Received: Decodable {
    let kind: String
    let method: String
    let path: String
    let body: String
    let type: String
  }

  private static let secret = "SECpeer/of+the=tests"

  private func peer(secret: String = secret, _ more: [String] = []) throws -> PythonPeer {
    try PythonPeer(Peers.script("robots.py"), [secret] + more)
  }

  private func request(
    _ kind: Robot.Kind, _ key: String, to port: Int, signing: String? = nil, scheme: String = "http",
    at now: Instant = .wall
  ) throws -> RobotRequest {
    let address = try RobotAddress("\(scheme)://127.0.0.1:\(port)", allowsPlain: true)
    let robot = try Robot(kind: kind, address: address, key: Secret(key), signing: signing.map(Secret.init))
    return robot.request(robotText([try message("标题 \"<甲>\"", reminder)], for: kind), at: now)
  }

  @Test func eachTakesWhatIsSignedRightly() async throws {
    let peer = try peer()
    for kind in Robot.Kind.allCases {
      let signing = kind == .wecom ? nil : RobotDeliveryTests.secret
      // The signature changes with the time; some hold + and /, which must not be read as blank and path.
      for second in 0..<20 {
        let now = Instant.wall.adding(milliseconds: Int64(-second * 1000))
        let outcome = await Sender().send(try request(kind, "good", to: peer.port, signing: signing, at: now))
        #expect(outcome == .delivered, "\(kind)")
      }
    }
    let received = try peer.received(Received.self)
    #expect(received.count == 60 && received.allSatisfy { $0.method == "POST" })
    #expect(received.allSatisfy { $0.type == "application/json; charset=utf-8" && $0.body.contains("标题") })
  }

  @Test func eachTakesWhatNeedsNoSignature() async throws {
    let peer = try peer(secret: "")
    for kind in Robot.Kind.allCases {
      #expect(try await Sender().send(request(kind, "good", to: peer.port)) == .delivered, "\(kind)")
    }
  }

  @Test(arguments: [(Robot.Kind.dingtalk, 310000), (.feishu, 19021)])
  func aWrongOrOldSignatureIsRefused(_ kind: Robot.Kind, _ code: Int) async throws {
    let peer = try peer()
    let old = Instant.wall.adding(milliseconds: -2 * 3_600_000)
    for request in [
      try request(kind, "good", to: peer.port, signing: "SECanother"), try request(kind, "good", to: peer.port),
      try request(kind, "good", to: peer.port, signing: RobotDeliveryTests.secret, at: old),
    ] { #expect(await Sender().send(request) == .never(.robot(code))) }
  }

  @Test func everyErrorCodeIn200IsAFailureOfItsKind() async throws {
    let peer = try peer()
    for row in RobotCodes.rows {
      let key = "code-\(row.code)".replacing("--", with: "-minus")
      let outcome = await Sender().send(try request(row.kind, key, to: peer.port))
      #expect(outcome == (row.fate == .temporary ? .later(.robot(row.code)) : .never(.robot(row.code))), "\(row)")
    }
    for kind in Robot.Kind.allCases {
      #expect(try await Sender().send(request(kind, "code-777", to: peer.port)) == .later(.robot(777)))
    }
  }

  @Test func statusesAreRead() async throws {
    let peer = try peer()
    let expected: [(String, Outcome)] = [
      ("status-500", .later(.status(500))), ("status-503", .later(.status(503))), ("status-429", .later(.status(429))),
      ("status-404", .never(.status(404))), ("status-403", .never(.status(403))),
      ("status-200", .later(.answerUnreadable)),
      ("page", .later(.answerUnreadable)), ("huge", .later(.answerTooLong)), ("drop", .later(.unreachable)),
      ("redirect", .never(.redirected)), ("both-45009", .later(.robot(45009))), ("both-93000", .never(.robot(93000))),
      ("both-777", .never(.status(400))),
    ]
    for (key, outcome) in expected {
      #expect(try await Sender().send(request(.wecom, key, to: peer.port)) == outcome, "\(key)")
    }
    #expect(try !peer.received(Received.self).contains { $0.path == "/redirected" })
  }

  @Test func feishusOlderAnswersAreRead() async throws {
    let peer = try peer()
    #expect(try await Sender().send(request(.feishu, "old-0", to: peer.port)) == .delivered)
    #expect(try await Sender().send(request(.feishu, "old-19001", to: peer.port)) == .never(.robot(19001)))
    #expect(try await Sender().send(request(.wecom, "old-0", to: peer.port)) == .later(.answerUnreadable))
  }

  @Test func whoeverIsSlowOrAwayIsTriedLater() async throws {
    let hasty = Sender(limits: TransferLimits(connecting: 500, total: 500))
    let port: Int
    do {
      let peer = try peer()
      port = peer.port
      #expect(try await hasty.send(request(.wecom, "slow", to: port)) == .later(.timedOut))
    }
    #expect(try await hasty.send(request(.wecom, "good", to: port)) == .later(.unreachable))
  }

  @Test(.enabled(if: Certificate.isAvailable, "skipped: no openssl to make a certificate with"))
  func onlyAPeerWithATrustedCertificateGetsAnything() async throws {
    let certificate = try Certificate()
    defer { certificate.remove() }
    let peer = try peer([certificate.file, certificate.key])
    let request = try request(.wecom, "good", to: peer.port, scheme: "https")
    #expect(await Sender().send(request) == .later(.notTrusted))
    #expect(try peer.received(Received.self).isEmpty)
    #expect(await Sender(caFile: certificate.file).send(request) == .delivered)
    #expect(await Sender(caFile: "/nowhere.pem").send(request) == .later(.notTrusted))
  }

  /// Each of these waits for an answer that comes once another sending is through: were they to wait on the threads of
  /// the cooperative pool, it would never be.
  @Test func waitingHoldsUpNobodyElse() async throws {
    let peer = try peer()
    let hold = try request(.wecom, "hold", to: peer.port)
    let release = try request(.wecom, "release", to: peer.port)
    let count = ProcessInfo.processInfo.activeProcessorCount * 2
    await withTaskGroup(of: Outcome.self) { group in
      for _ in 0..<count { group.addTask { await Sender().send(hold) } }
      group.addTask { await Sender().send(release) }
      for await outcome in group { #expect(outcome == .delivered) }
    }
    #expect(try peer.received(Received.self).count == count + 1)
  }
}
