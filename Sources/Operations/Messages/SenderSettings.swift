import Delivery
package import Ground
import Ledger
import Storage

/// The three work chats whose robots can be told.
package enum RobotKind: String, CaseIterable, Codable, Sendable {
  case wecom, dingtalk, feishu

  var vendor: Robot.Kind {
    switch self {
    case .wecom: .wecom
    case .dingtalk: .dingtalk
    case .feishu: .feishu
    }
  }
}

/// How the connection to a mail server is kept from others.
package enum MailEncryption: String, CaseIterable, Codable, Sendable {
  /// For a mail server on this machine alone.
  case none
  case startTLS = "starttls"
  case implicit

  var transfer: MailServer.Encryption {
    switch self {
    case .none: .none
    case .startTLS: .startTLS
    case .implicit: .implicit
    }
  }
}

/// The mail server as its settings name it; the password lies sealed beside it.
package struct MailSettings: Hashable, Codable, Sendable {
  package let host: String
  package let port: Int
  package let encryption: MailEncryption
  /// Empty where the server asks for no login.
  package let user: String
  /// Whom mails are from.
  package let address: String
  package let name: String

  package init(host: String, port: Int, encryption: MailEncryption, user: String, address: String, name: String) {
    (self.host, self.port, self.encryption, self.user) = (host, port, encryption, user)
    (self.address, self.name) = (address, name)
  }

  func server(password: String?) throws(Problem) -> MailServer {
    let from = try Mailbox(MailAddress(address), name: name)
    return try MailServer(
      host: host, port: port, encryption: encryption.transfer, user: user.isEmpty ? nil : user,
      password: password.map { Secret($0) }, from: from)
  }
}

/// A unit's robot; key and signing secret lie sealed beside it.
package struct RobotSettings: Hashable, Codable, Sendable {
  package let unit: UnitID
  package let kind: RobotKind
  /// Of another deployment than the vendor's; empty for that.
  package let address: String
  package let isSigned: Bool

  package init(unit: UnitID, kind: RobotKind, address: String, isSigned: Bool) {
    (self.unit, self.kind, self.address, self.isSigned) = (unit, kind, address, isSigned)
  }

  func robot(_ secrets: RobotSecrets) throws(Problem) -> Robot {
    try Robot(
      kind: kind.vendor, address: address.isEmpty ? nil : RobotAddress(address, allowsPlain: true),
      key: Secret(secrets.key), signing: secrets.signing.map { Secret($0) })
  }
}

/// What is sealed of a robot, as one JSON text.
struct RobotSecrets: Codable {
  let key: String
  let signing: String?
}

/// Through whom a district sends, as its rows say it.
struct Senders: Sendable {
  struct Known<Settings: Sendable>: Sendable {
    let settings: Settings
    let sealed: String
    let changed: Changed
  }

  /// Who set it last, and when.
  struct Changed: Codable, Hashable, Sendable {
    let by: OfficerID
    let at: Instant
  }

  struct Row<Settings: Codable & Sendable>: Codable, Sendable {
    let settings: Settings
    let changed: Changed
  }

  private(set) var address: Known<String>?
  private(set) var mail: Known<MailSettings>?
  private(set) var robots: [UnitID: Known<RobotSettings>] = [:]

  static let site = "site"
  static let mail = "mail"
  static func robot(_ unit: UnitID) -> String { "robot.\(unit)" }

  init(_ rows: [SenderStore.Stored]) throws(StorageError) {
    for row in rows {
      switch row.id {
      case Senders.site: address = try Senders.known(row)
      case Senders.mail: mail = try Senders.known(row)
      default:
        let robot: Known<RobotSettings> = try Senders.known(row)
        robots[robot.settings.unit] = robot
      }
    }
  }

  private static func known<Settings: Codable & Sendable>(_ row: SenderStore.Stored) throws(StorageError) -> Known<
    Settings
  > {
    do throws(FactError) {
      let decoded = try StateJSON.decode(Row<Settings>.self, from: row.state)
      return Known(settings: decoded.settings, sealed: row.sealed, changed: decoded.changed)
    } catch { throw StorageError(.corrupt, "senders.state: \(error.path): \(error.reason)") }
  }
}
