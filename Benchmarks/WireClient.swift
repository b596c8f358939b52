import Glibc

/// One connection to a site on this machine, kept open. It sends a request and reads the whole answer; it blocks.
final class WireClient {
  struct Broken: Error, CustomStringConvertible {
    let description: String
  }

  struct Answer {
    let status: Int
    let body: [UInt8]
  }

  private let socket: Int32
  private var held: [UInt8] = []

  init(port: Int) throws {
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let code = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(socket, $0, size) }
    }
    guard code == 0 else {
      close(socket)
      throw Broken(description: "cannot connect to port \(port)")
    }
    var yes: Int32 = 1
    setsockopt(socket, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
  }

  deinit { close(socket) }

  func get(_ path: String, cookie: String = "") throws -> Answer {
    try send("GET \(path) HTTP/1.1\r\nHost: localhost\r\nCookie: \(cookie)\r\n\r\n")
  }

  /// - Parameter form: `application/x-www-form-urlencoded`, encoded already.
  func post(_ path: String, cookie: String, form: String) throws -> Answer {
    try send(
      "POST \(path) HTTP/1.1\r\nHost: localhost\r\nCookie: \(cookie)\r\n"
        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: \(form.utf8.count)\r\n\r\n\(form)")
  }

  private func send(_ request: String) throws -> Answer {
    var rest = Array(request.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard count > 0 else { throw Broken(description: "the site hung up") }
      rest = rest.dropFirst(count)
    }
    return try read()
  }

  private func read() throws -> Answer {
    var end = head()
    while end == nil {
      try fill()
      end = head()
    }
    let lines = String(decoding: held[..<(end ?? 0)], as: UTF8.self).lowercased().split(separator: "\r\n")
    held.removeFirst((end ?? 0) + 4)
    guard let status = lines.first?.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else {
      throw Broken(description: "no status line")
    }
    let announced = lines.first { $0.hasPrefix("content-length:") }?.dropFirst(15)
    let length = announced.flatMap { Int($0.filter { !$0.isWhitespace }) } ?? 0
    while held.count < length { try fill() }
    let body = Array(held[..<length])
    held.removeFirst(length)
    return Answer(status: status, body: body)
  }

  /// Where the head ends.
  private func head() -> Int? {
    guard held.count >= 4 else { return nil }
    return (0...held.count - 4).first { held[$0..<$0 + 4].elementsEqual([13, 10, 13, 10]) }
  }

  private func fill() throws {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = recv(socket, &buffer, buffer.count, 0)
    guard count > 0 else { throw Broken(description: "the site hung up") }
    held.append(contentsOf: buffer[..<count])
  }
}
