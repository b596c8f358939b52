import Foundation
import Glibc

/// A connection that says exactly what a test wants, also half of it, or too much.
final class RawConnection {
  private let socket: Int32
  private var heard: [UInt8] = []

  init?(port: Int) {
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    let code = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    var patience = timeval(tv_sec: 20, tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    if code != 0 { return nil }
  }

  deinit { close(socket) }

  /// False once the other side no longer listens.
  @discardableResult
  func send(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  @discardableResult
  func send(_ text: String) -> Bool { send(Array(text.utf8)) }

  /// The next answer, head and body; what there is where the other side hangs up first.
  func answer() -> String {
    let end = Array("\r\n\r\n".utf8)
    var cut = heard.firstRange(of: end)
    while cut == nil, hear() { cut = heard.firstRange(of: end) }
    guard let cut else { return String(decoding: heard, as: UTF8.self) }
    let head = String(decoding: heard[..<cut.lowerBound], as: UTF8.self)
    let announced = head.lowercased().split(separator: "\r\n").first { $0.hasPrefix("content-length:") }
    let length = announced.flatMap { Int($0.filter(\.isNumber)) } ?? 0
    while heard.count < cut.upperBound + length, hear() {}
    let whole = heard.prefix(cut.upperBound + length)
    heard.removeFirst(whole.count)
    return String(decoding: whole, as: UTF8.self)
  }

  private func hear() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = recv(socket, &buffer, buffer.count, 0)
    guard count > 0 else { return false }
    heard.append(contentsOf: buffer[..<count])
    return true
  }
}
