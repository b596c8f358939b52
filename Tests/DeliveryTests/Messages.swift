import Delivery
import Foundation
import Ground
import TestPython

func message(
  _ subject: String = "清河区安委办：今日到期 3 件", _ lines: [OutgoingMessage.Line] = []
) throws -> OutgoingMessage {
  try OutgoingMessage(subject: subject, lines: lines) { _ in false }
}

let reminder = [
  OutgoingMessage.Line("石桥镇 2 件，柳湾镇 1 件。"),
  OutgoingMessage.Line("查看清单", link: "https://bihuan.qinghe.example/matters?due=2026-03-06"),
]

/// The problem's code that a thing refuses with.
func refusal<T>(_ make: () throws -> T) -> String? {
  do {
    _ = try make()
    return nil
  } catch {
    return (error as? Problem)?.code.code
  }
}

/// The text that the messages make for a robot, when one text holds them.
func robotText(_ messages: [OutgoingMessage], for kind: Robot.Kind) -> RobotText {
  let waiting = messages.enumerated().map { Batching<Int>.Waiting(id: $0.offset, message: $0.element) }
  return Batching.plan(waiting, to: kind, sent: [], at: Instant(milliseconds: 0)).sendings[0].text
}

extension Instant {
  /// Vendors refuse old signatures, so what goes to a peer is signed with the time of the day.
  static var wall: Instant { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }
}

enum Peers {
  static let isAvailable = Python.path != nil

  static func script(_ name: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "peers/\(name)").path
  }
}

/// A certificate for 127.0.0.1 that signs itself, made by the command of OpenSSL.
struct Certificate {
  static let isAvailable = {
    guard let certificate = try? Certificate() else { return false }
    certificate.remove()
    return true
  }()

  let folder: URL
  var file: String { folder.appending(path: "certificate.pem").path }
  var key: String { folder.appending(path: "key.pem").path }

  init() throws {
    folder = try Certificate.folder()
    try Certificate.make(folder)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  private static func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "certificate-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  private static func make(_ folder: URL) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/openssl")
    process.arguments = [
      "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
      "-subj", "/CN=peer", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout",
      folder.appending(path: "key.pem").path, "-out", folder.appending(path: "certificate.pem").path,
    ]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Python.Failure(why: "no certificate") }
  }
}
