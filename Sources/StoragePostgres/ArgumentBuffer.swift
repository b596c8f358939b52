import Storage

/// Arguments in libpq's text format: null-terminated, one after the other in a buffer that is used again.
struct ArgumentBuffer {
  private var bytes: [CChar] = []
  /// Where each argument starts; -1 is a null.
  private var starts: [Int] = []

  mutating func fill(_ values: [SQLValue]) {
    bytes.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    for value in values {
      switch value {
      case .null: starts.append(-1)
      case .int(let number): append(String(number))
      case .text(let text): append(text)
      }
    }
  }

  private mutating func append(_ text: String) {
    starts.append(bytes.count)
    var text = text
    text.withUTF8 { utf8 in utf8.withMemoryRebound(to: CChar.self) { bytes.append(contentsOf: $0) } }
    bytes.append(0)
  }

  func withPointers<R>(_ body: ([UnsafePointer<CChar>?]) -> R) -> R {
    bytes.withUnsafeBufferPointer { buffer in
      body(starts.map { start in start < 0 ? nil : buffer.baseAddress.map { $0 + start } })
    }
  }
}
