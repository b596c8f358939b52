import Crypto
import Delivery
package import Directory
package import Ground
import Ledger
import Storage

/// Takes what is due out of the outbox, sends it, and writes down what became of it.
///
/// A notice is marked only after it was sent: whoever dies in between sends again, so it arrives at least once.
package actor Postman {
  private let office: Office
  private let sender: Sender
  /// When texts went to each robot lately, as far as this postman knows.
  private var posted: [Robot: [Instant]] = [:]
  /// Since when; nil for one before whom there was none.
  private let startedAt: Instant?
  /// When somebody last asked for a test message.
  private var tested: [OfficerID: Instant] = [:]
  private var isOut = false

  /// How many notices one round takes; the rest waits a minute.
  static let most = 5_000
  private static let patience = Backoff(days: 3)
  private static let testPause: Int64 = 10_000

  /// - Parameters:
  ///   - limit: how long one sending may take, in milliseconds.
  ///   - startedAt: when the server started. How much went to the robots just before, nobody remembers, so that nothing but a
  ///     test goes to them for a minute after it.
  package init(office: Office, limit: Int = 20_000, startedAt: Instant? = nil) {
    (self.office, self.startedAt) = (office, startedAt)
    sender = Sender(limits: TransferLimits(connecting: min(limit, 8_000), total: limit))
  }

  /// Goes round once; a round that is still out is not doubled.
  package func round() async throws(Refusal) {
    guard !isOut, let directory = try await office.directory() else { return }
    isOut = true
    defer { isOut = false }
    let (bag, senders, ways) = try await office.mailBag(directory, most: Postman.most)
    try await office.mark(bag.marks)
    let digest = Digest(
      district: directory.district.name.shown, address: senders.address?.settings,
      packs: office.packDesk.packs(of: directory))
    try await deliver(bag.mails, through: senders.mail, digest)
    try await deliver(bag.chats, through: senders.robots, digest, ways)
  }

  private func deliver(
    _ mails: [MailBag.Mail], through known: Senders.Known<MailSettings>?, _ digest: Digest
  ) async throws(Refusal) {
    guard let known, !mails.isEmpty else { return }
    guard let server = server(known) else {
      for mail in mails { try await settle(mail.notices, .held(Sending.secretLost), by: Sending.mail) }
      return
    }
    // Where the server itself is at fault, the others need not find that out one by one.
    var trouble: Reason?
    for mail in mails where !Task.isCancelled {
      let result: Result
      if let trouble {
        result = .outcome(.later(trouble))
      } else if let message = try? mailed(mail, from: server, digest) {
        let outcome = await sender.send(message, through: server)
        if case .later(let reason) = outcome, reason.isTheServers { trouble = reason }
        result = .outcome(outcome)
      } else {
        result = .refused(Sending.unsendable)
      }
      try await settle(mail.notices, result, by: Sending.mail)
    }
  }

  private func deliver(
    _ chats: [UnitID: [PostedNotice]], through known: [UnitID: Senders.Known<RobotSettings>], _ digest: Digest,
    _ ways: MailBag.Ways
  ) async throws(Refusal) {
    var waiting: [Robot: [Batching<UnitID>.Waiting]] = [:]
    for (unit, notices) in chats.sorted(by: { $0.key < $1.key }) {
      guard let settings = known[unit] else { continue }
      let way = settings.settings.kind.rawValue
      guard let robot = robot(settings) else {
        try await settle(notices, .held(Sending.secretLost), by: way)
        continue
      }
      guard let message = try? digest.message(Digest.chatLines(notices, of: unit, in: ways.directory)) else {
        try await settle(notices, .refused(Sending.unsendable), by: way)
        continue
      }
      waiting[robot, default: []].append(Batching.Waiting(id: unit, message: message))
    }
    // Where a service is away, its other robots need not find that out one by one.
    var troubles: [RobotAddress: Reason] = [:]
    for (robot, messages) in waiting where !Task.isCancelled {
      if let trouble = troubles[robot.address] {
        for message in messages {
          try await settle(chats[message.id] ?? [], .outcome(.later(trouble)), by: robot.kind.rawValue)
        }
      } else {
        troubles[robot.address] = try await deliver(messages, of: chats, to: robot, ways)
      }
    }
  }

  /// At most 20 texts a minute to one robot; after a failure the rest of them waits with the one that failed.
  ///
  /// - Returns: why the service is away, where it is.
  private func deliver(
    _ messages: [Batching<UnitID>.Waiting], of chats: [UnitID: [PostedNotice]], to robot: Robot, _ ways: MailBag.Ways
  ) async throws(Refusal) -> Reason? {
    let way = robot.kind.rawValue
    var left = messages.map(\.id)
    let before = startedAt.map { Array(repeating: $0, count: Batching<UnitID>.perMinute) } ?? []
    let plan = Batching.plan(messages, to: robot.kind, sent: before + (posted[robot] ?? []), at: office.now)
    for sending in plan.sendings where !Task.isCancelled {
      let outcome = await sender.send(robot.request(sending.text, at: office.now))
      remember(robot)
      guard outcome == .delivered else {
        for unit in left { try await settle(chats[unit] ?? [], .outcome(outcome), by: way) }
        if case .later(let reason) = outcome, reason.isTheServers { return reason }
        return nil
      }
      for unit in sending.completes {
        let notices = chats[unit] ?? []
        let others = try await office.alsoTold(notices, in: unit, ways)
        try await settle(notices + others, .outcome(.delivered), by: way)
      }
      left.removeAll { sending.completes.contains($0) }
    }
    guard let later = plan.comeBack else { return nil }
    for unit in left { try await office.mark((chats[unit] ?? []).map { $0.moved(to: later) }) }
    return nil
  }

  private func remember(_ robot: Robot) {
    let now = office.now
    let recent = (posted[robot] ?? []).filter { $0 > now.adding(milliseconds: -60_000) && $0 <= now }
    posted[robot] = recent + [now]
  }

  private enum Result {
    case outcome(Outcome)
    /// Worth another attempt, for a reason of our own.
    case held(String)
    /// Given up, for a reason of our own.
    case refused(String)
  }

  private func settle(_ notices: [PostedNotice], _ result: Result, by way: String) async throws(Refusal) {
    let now = office.now
    try await office.mark(notices.map { MailBag.Marked(posted: $0, mark: mark($0, result, by: way, at: now)) })
  }

  private func mark(_ posted: PostedNotice, _ result: Result, by way: String, at now: Instant) -> NoticeMark {
    let (reason, isWorthwhile): (String, Bool)
    switch result {
    case .outcome(.delivered):
      return NoticeMark(.sent, attempts: posted.mark.attempts, at: now, outcome: Sending(way).text)
    case .outcome(.later(let why)): (reason, isWorthwhile) = (why.code, true)
    case .outcome(.never(let why)): (reason, isWorthwhile) = (why.code, false)
    case .held(let why): (reason, isWorthwhile) = (why, true)
    case .refused(let why): (reason, isWorthwhile) = (why, false)
    }
    let (attempts, outcome) = (posted.mark.attempts + 1, Sending(way, reason).text)
    if isWorthwhile, case .wait(let minutes) = Postman.patience.after(attempt: attempts) {
      let next = now.adding(milliseconds: Int64(minutes) * 60_000)
      return NoticeMark(.waiting, attempts: attempts, at: next, outcome: outcome)
    }
    return NoticeMark(.failed, attempts: attempts, at: now, outcome: outcome)
  }

  private func server(_ known: Senders.Known<MailSettings>) -> MailServer? {
    guard !known.settings.user.isEmpty else { return try? known.settings.server(password: nil) }
    guard let password = office.open(known.sealed, for: Senders.mail) else { return nil }
    return try? known.settings.server(password: password)
  }

  private func robot(_ known: Senders.Known<RobotSettings>) -> Robot? {
    guard let secrets = office.robotSecrets(known) else { return nil }
    return try? known.settings.robot(secrets)
  }

  /// The same notices make the same Message-ID, so that a mail that went out twice is known again.
  private func mailed(
    _ mail: MailBag.Mail, from server: MailServer, _ digest: Digest
  ) throws(Problem) -> MailMessage {
    let name = mail.notices.map { String($0.notice.position) }.joined(separator: ",")
    return try self.mail(
      digest.message(Digest.lines(mail.notices)), to: mail.address, named: "\(mail.officer.id) \(name)", from: server)
  }

  private func mail(
    _ message: OutgoingMessage, to address: String, named name: String, from server: MailServer
  ) throws(Problem) -> MailMessage {
    let id = Hex.encode(SHA256.hash(data: Array("\(office.district) \(name)".utf8)))
    let domain = server.from.address.text.drop { $0 != "@" }.dropFirst()
    return try MailMessage(
      message, from: server.from, to: Mailbox(MailAddress(address)), id: String(id.prefix(40)), domain: String(domain),
      at: office.now)
  }
}

/// Test messages: sent at once, so that whoever set something up sees whether it works.
extension Postman {
  /// By the officer's own choice.
  package func sendTest(to officer: Officer) async throws(Refusal) {
    let (senders, ways) = try await office.sendersAndWays()
    switch ways.way(to: officer.id) {
    case .mail: try await testMail(to: ways.reach(officer.id).address, senders, for: officer.id)
    case .robot: try await testRobot(of: officer.unit, senders, for: officer.id)
    case .some(.none), nil: throw Refusal(.tellingNoWay)
    }
  }

  /// By the mail server, to an address of the administrator's choice.
  package func sendTestMail(to address: String, by reference: ActorReference) async throws(Refusal) {
    let administrator = try await office.administrator(reference)
    try await testMail(to: address, office.sendersAndWays().senders, for: administrator)
  }

  /// To the work chat of a unit.
  package func sendTest(toRobotOf unit: UnitID, by reference: ActorReference) async throws(Refusal) {
    let administrator = try await office.administrator(reference)
    try await testRobot(of: unit, office.sendersAndWays().senders, for: administrator)
  }

  private func testMail(to address: String, _ senders: Senders, for officer: OfficerID) async throws(Refusal) {
    guard let known = senders.mail else { throw Refusal(.tellingNoWay) }
    try pause(officer)
    guard let server = server(known) else { throw Refusal(.tellingSecretAgain, at: "password") }
    let message: MailMessage
    do throws(Problem) {
      message = try mail(
        try await digest(senders).test(), to: address, named: "test \(officer) \(office.now.milliseconds)", from: server
      )
    } catch { throw Refusal([error]) }
    try report(await sender.send(message, through: server))
  }

  private func testRobot(of unit: UnitID, _ senders: Senders, for officer: OfficerID) async throws(Refusal) {
    guard let known = senders.robots[unit] else { throw Refusal(.tellingNoWay) }
    try pause(officer)
    guard let robot = robot(known) else { throw Refusal(.tellingSecretAgain, at: "key") }
    let message: OutgoingMessage
    do throws(Problem) { message = try await digest(senders).test() } catch { throw Refusal([error]) }
    let plan = Batching.plan(
      [Batching.Waiting(id: unit, message: message)], to: robot.kind, sent: posted[robot] ?? [], at: office.now)
    guard let sending = plan.sendings.first else { throw Refusal(.tellingTooSoon, ["seconds": "60"]) }
    remember(robot)
    try report(await sender.send(robot.request(sending.text, at: office.now)))
  }

  /// One test message in ten seconds.
  private func pause(_ officer: OfficerID) throws(Refusal) {
    let now = office.now
    if let last = tested[officer], last <= now {
      let left = last.milliseconds + Postman.testPause - now.milliseconds
      guard left <= 0 else { throw Refusal(.tellingTooSoon, ["seconds": String((left + 999) / 1000)]) }
    }
    tested[officer] = now
  }

  private func digest(_ senders: Senders) async -> Digest {
    let name = (try? await office.directory())?.district.name.shown ?? office.district.text
    return Digest(district: name, address: senders.address?.settings)
  }

  private func report(_ outcome: Outcome) throws(Refusal) {
    switch outcome {
    case .delivered: return
    case .later(let reason), .never(let reason):
      throw Refusal(.tellingNotSent, ["zh": reason.said.chinese, "en": reason.said.english])
    }
  }
}

extension Reason {
  /// Whether any other message would have fared the same with this server now.
  fileprivate var isTheServers: Bool {
    switch self {
    case .unreachable, .timedOut, .notTrusted, .notEncrypted, .loginRefused: true
    case .redirected, .answerTooLong, .answerUnreadable, .status, .robot, .mail, .transfer: false
    }
  }
}

extension PostedNotice {
  /// Waits until then; nothing was tried.
  fileprivate func moved(to moment: Instant) -> MailBag.Marked {
    MailBag.Marked(
      posted: self, mark: NoticeMark(.waiting, attempts: mark.attempts, at: moment, outcome: mark.outcome))
  }
}
