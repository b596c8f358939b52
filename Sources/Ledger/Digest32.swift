import Crypto

/// A SHA-256 digest.
package struct Digest32: Hashable, Sendable {
  // Four words hold the bytes in their order, so that a digest needs no allocation.
  private let words: (UInt64, UInt64, UInt64, UInt64)

  package static let byteCount = 32

  init(_ feed: (inout SHA256) -> Void) {
    var hasher = SHA256()
    feed(&hasher)
    words = hasher.finalize().withUnsafeBytes { $0.loadUnaligned(as: (UInt64, UInt64, UInt64, UInt64).self) }
  }

  /// Fails unless there are 32 bytes.
  package init?(bytes: some Collection<UInt8>) {
    guard bytes.count == Digest32.byteCount else { return nil }
    words = Array(bytes).withUnsafeBytes { $0.loadUnaligned(as: (UInt64, UInt64, UInt64, UInt64).self) }
  }

  /// Reads 64 lower-case hexadecimal digits.
  package init?(hex: some StringProtocol) {
    guard let bytes = Hex.decode(hex) else { return nil }
    self.init(bytes: bytes)
  }

  package init?(base64: some StringProtocol) {
    guard let bytes = Base64.bytes(base64) else { return nil }
    self.init(bytes: bytes)
  }

  package var bytes: [UInt8] { withUnsafeBytes { Array($0) } }
  package var hex: String { withUnsafeBytes { Hex.encode($0) } }
  package var base64: String { Base64.text(bytes) }

  package func withUnsafeBytes<R>(_ body: (UnsafeRawBufferPointer) -> R) -> R {
    Swift.withUnsafeBytes(of: words, body)
  }

  package static func == (left: Digest32, right: Digest32) -> Bool { left.words == right.words }

  package func hash(into hasher: inout Hasher) { withUnsafeBytes { hasher.combine(bytes: $0) } }
}

extension Digest32: CustomStringConvertible {
  package var description: String { hex }
}
