import Delivery
package import Directory
package import Ground
import Ledger
import Storage

/// Where an administrator sets through whom the district sends. Like passwords, the settings lie beside the ledger.
extension Office {
  /// Who may: an administrator in person.
  func administrator(_ reference: ActorReference) async throws(Refusal) -> OfficerID {
    guard case .officer(let id) = reference else { throw Refusal(.standInRoles) }
    guard let officer = try await directory()?.officers[id], !officer.hasLeft, officer.roles.contains(.administrator)
    else { throw Refusal(.roleMissing, ["role": Role.administrator.rawValue]) }
    return id
  }

  /// By which address people open the site; empty for none, and then messages carry no links.
  package func setSiteAddress(_ address: String, by reference: ActorReference) async throws(Refusal) {
    guard !address.isEmpty else { return try await removeSender(Senders.site, by: reference) }
    let text = address.hasSuffix("/") ? String(address.dropLast()) : address
    guard Office.isSite(text) else { throw Refusal(.tellingSiteAddress, at: "site") }
    try await save(text, as: Senders.site, sealed: "", by: reference)
  }

  /// - Parameter password: nil leaves the one that is there, as long as it goes to the same server under the same user.
  package func setMail(
    _ settings: MailSettings, password: String?, by reference: ActorReference
  ) async throws(Refusal) {
    _ = try await administrator(reference)
    let known = try await sendersAndWays().senders.mail
    var secret: String?
    if !settings.user.isEmpty {
      let isSame =
        known.map {
          $0.settings.host == settings.host && $0.settings.port == settings.port && $0.settings.user == settings.user
            && $0.settings.encryption == settings.encryption
        } ?? false
      secret = password ?? (isSame ? known.flatMap { open($0.sealed, for: Senders.mail) } : nil)
      guard secret != nil else { throw Refusal(.tellingSecretAgain, at: "password") }
    }
    do throws(Problem) { _ = try settings.server(password: secret) } catch { throw Refusal([error]) }
    let sealed = try secret.map { (secret) throws(Refusal) in try seal(secret, for: Senders.mail) }
    try await save(settings, as: Senders.mail, sealed: sealed ?? "", by: reference)
  }

  package func removeMail(by reference: ActorReference) async throws(Refusal) {
    try await removeSender(Senders.mail, by: reference)
  }

  /// - Parameters:
  ///   - key: nil leaves key and signing secret as they are, as long as they go to the same service.
  ///   - signing: nil for a robot that asks for no signature.
  package func setRobot(
    of unit: UnitID, kind: RobotKind, address: String, key: String?, signing: String?, by reference: ActorReference
  ) async throws(Refusal) {
    _ = try await administrator(reference)
    let (senders, ways) = try await sendersAndWays()
    guard let standing = ways.directory.units[unit], standing.ended == nil else {
      throw Refusal(.directoryUnknown, at: "unit", ["id": unit.text])
    }
    let secrets: RobotSecrets
    if let key {
      secrets = RobotSecrets(key: key, signing: signing)
    } else if let known = senders.robots[unit], known.settings.kind == kind, known.settings.address == address,
      let kept = robotSecrets(known)
    {
      secrets = RobotSecrets(key: kept.key, signing: signing ?? kept.signing)
    } else {
      throw Refusal(.tellingSecretAgain, at: "key")
    }
    let settings = RobotSettings(unit: unit, kind: kind, address: address, isSigned: secrets.signing != nil)
    do throws(Problem) { _ = try settings.robot(secrets) } catch { throw Refusal([error]) }
    let plain: String
    do throws(FactError) { plain = try StateJSON.encode(secrets) } catch { throw Refusal(any: error) }
    try await save(
      settings, as: Senders.robot(unit), sealed: seal(plain, for: Senders.robot(unit)), by: reference)
  }

  package func removeRobot(of unit: UnitID, by reference: ActorReference) async throws(Refusal) {
    try await removeSender(Senders.robot(unit), by: reference)
  }

  /// Key and signing secret; nil where they do not open.
  func robotSecrets(_ known: Senders.Known<RobotSettings>) -> RobotSecrets? {
    guard let plain = open(known.sealed, for: Senders.robot(known.settings.unit)) else { return nil }
    return try? StateJSON.decode(RobotSecrets.self, from: plain)
  }

  /// Lets what was given up for this unit and reason be sent again; with neither, all of it.
  ///
  /// - Returns: how many.
  @discardableResult
  package func resend(
    unit: UnitID? = nil, failure code: String? = nil, by reference: ActorReference
  ) async throws(Refusal) -> Int {
    _ = try await administrator(reference)
    let (district, now) = (district, now)
    guard let directory = try await directory() else { throw Refusal(.districtMissing) }
    let failed = try await ask { (session: any SQLSession) throws(StorageError) in
      try NoticeStore(session, district).failed(limit: DeliverySheet.failureLimit)
    }
    let wanted = failed.filter { posted in
      let sending = Sending(text: posted.mark.outcome)
      return (unit == nil || directory.officers[posted.notice.officer]?.unit == unit)
        && (code == nil || "\(sending.way) \(sending.reason ?? "")" == code)
    }
    try await mark(
      wanted.map {
        MailBag.Marked(posted: $0, mark: NoticeMark(.waiting, attempts: 0, at: now, outcome: ""))
      })
    // Where all that was read is on its way again there may be more behind it.
    let isAll = wanted.count == DeliverySheet.failureLimit
    return wanted.count + (isAll ? try await resend(unit: unit, failure: code, by: reference) : 0)
  }

  package func deliverySheet(for officer: Officer) async throws(Refusal) -> DeliverySheet {
    guard officer.roles.contains(.administrator) else {
      throw Refusal(.roleMissing, ["role": Role.administrator.rawValue])
    }
    let (senders, ways) = try await sendersAndWays()
    let district = district
    let (queue, failed) = try await ask { (session: any SQLSession) throws(StorageError) in
      let store = NoticeStore(session, district)
      return (try store.queue(), try store.failed(limit: DeliverySheet.failureLimit))
    }
    let isMailLost =
      senders.mail.map { !$0.settings.user.isEmpty && open($0.sealed, for: Senders.mail) == nil } ?? false
    return DeliverySheet(
      site: senders.address.map { setting($0, ways) },
      mail: senders.mail.map { setting($0, ways, isSecretLost: isMailLost) },
      robots: ways.directory.unitsInOrder.compactMap { unit in
        senders.robots[unit.id].map { known in
          DeliverySheet.RobotLine(
            unit: UnitName(id: unit.id, name: unit.name),
            setting: setting(known, ways, isSecretLost: robotSecrets(known) == nil))
        }
      },
      units: ways.directory.unitsInOrder.filter { $0.ended == nil }.map { UnitName(id: $0.id, name: $0.name) },
      waiting: queue.waiting,
      held: queue.held.map {
        DeliverySheet.HeldLine(sending: Sending(text: $0.outcome), count: $0.count, next: $0.next)
      },
      failures: Office.failures(failed, ways.directory))
  }

  private func setting<Value: Sendable>(
    _ known: Senders.Known<Value>, _ ways: MailBag.Ways, isSecretLost: Bool = false
  ) -> DeliverySheet.Setting<Value> {
    let officer = ways.directory.officers[known.changed.by]
    let unit = officer.map { UnitName(id: $0.unit, name: ways.directory.units[$0.unit]?.name ?? Words("")) }
    let by = OfficerName(
      id: known.changed.by, name: officer?.name ?? Words(known.changed.by.text), post: officer?.post ?? Words(""),
      unit: unit ?? UnitName(id: UnitID(trusted: "-"), name: Words("")))
    return DeliverySheet.Setting(value: known.settings, isSecretLost: isSecretLost, by: by, at: known.changed.at)
  }

  /// One line for each unit, way and reason, so that no officer's are counted.
  private static func failures(_ failed: [PostedNotice], _ directory: Directory) -> [DeliverySheet.FailureLine] {
    struct Group: Hashable {
      let unit: UnitID
      let outcome: String
    }
    var order: [Group] = []
    var groups: [Group: [PostedNotice]] = [:]
    for posted in failed {
      guard let unit = directory.officers[posted.notice.officer]?.unit else { continue }
      let group = Group(unit: unit, outcome: posted.mark.outcome)
      if groups[group] == nil { order.append(group) }
      groups[group, default: []].append(posted)
    }
    return order.map { group in
      let unit = directory.units[group.unit]?.name ?? Words(group.unit.text)
      let notices = groups[group] ?? []
      return DeliverySheet.FailureLine(
        unit: UnitName(id: group.unit, name: unit), sending: Sending(text: group.outcome), count: notices.count,
        last: notices.map(\.mark.at).max() ?? Instant(milliseconds: 0))
    }
  }

  private func save<Settings: Codable & Sendable>(
    _ settings: Settings, as id: String, sealed: String, by reference: ActorReference
  ) async throws(Refusal) {
    let officer = try await administrator(reference)
    let (district, row) = (district, Senders.Row(settings: settings, changed: Senders.Changed(by: officer, at: now)))
    let state: String
    do throws(FactError) { state = try StateJSON.encode(row) } catch { throw Refusal(any: error) }
    try await change { (session: any SQLSession) throws(StorageError) in
      try SenderStore(session, district).save(SenderStore.Stored(id: id, state: state, sealed: sealed))
    }
  }

  private func removeSender(_ id: String, by reference: ActorReference) async throws(Refusal) {
    _ = try await administrator(reference)
    let district = district
    try await change { (session: any SQLSession) throws(StorageError) in try SenderStore(session, district).delete(id) }
  }

  /// `http(s)://host[:port]`; the host by the one rule of hosts.
  static func isSite(_ text: String) -> Bool {
    guard let scheme = ["https://", "http://"].first(where: text.hasPrefix), text.utf8.count <= 200 else {
      return false
    }
    return HostName.isAuthority(String(text.dropFirst(scheme.count)))
  }
}
