import Crypto
import Glibc
import Ledger
import Storage

/// A file of lines written through a buffer, with the digest of all of it.
final class LineFile {
  private let path: String
  private var stream: UnsafeMutablePointer<FILE>?
  private var hash = SHA256()

  /// The file must not be there yet.
  init(path: String) throws(StorageError) {
    self.path = path
    stream = fopen(path, "wx")
    guard stream != nil else { throw StorageError(file: path) }
  }

  deinit { if let stream { fclose(stream) } }

  func add(_ line: String) throws(StorageError) {
    var bytes = Array(line.utf8)
    bytes.append(UInt8(ascii: "\n"))
    hash.update(data: bytes)
    guard let stream, fwrite(bytes, 1, bytes.count, stream) == bytes.count else { throw StorageError(file: path) }
  }

  /// Syncs the file; answers SHA-256 of its bytes in hexadecimal.
  func close() throws(StorageError) -> String {
    guard let stream, fflush(stream) == 0, fsync(fileno(stream)) == 0 else { throw StorageError(file: path) }
    self.stream = nil
    guard fclose(stream) == 0 else { throw StorageError(file: path) }
    return Hex.encode(hash.finalize())
  }
}

/// Reads a file of lines a few at a time.
final class LineReader {
  private let stream: UnsafeMutablePointer<FILE>
  private var buffer: UnsafeMutablePointer<CChar>?
  private var capacity = 0
  private var hash = SHA256()

  init(path: String) throws(StorageError) {
    guard let stream = fopen(path, "r") else { throw StorageError(file: path) }
    self.stream = stream
  }

  deinit {
    free(buffer)
    fclose(stream)
  }

  /// The next lines, at most `limit`; none at the end.
  func next(_ limit: Int = 1000) -> [String] {
    var lines: [String] = []
    while lines.count < limit {
      let count = getline(&buffer, &capacity, stream)
      guard count > 0, let start = buffer else { break }
      let bytes = UnsafeRawBufferPointer(start: start, count: count)
      hash.update(bufferPointer: bytes)
      lines.append(String(decoding: bytes.dropLast(bytes.last == UInt8(ascii: "\n") ? 1 : 0), as: UTF8.self))
    }
    return lines
  }

  /// SHA-256 of everything read so far, in hexadecimal.
  var digest: String { Hex.encode(hash.finalize()) }
}

extension StorageError {
  /// What `errno` says about a file.
  init(file path: String) {
    let code = errno
    self.init(code == ENOSPC || code == EDQUOT ? .diskFull : .other, "\(path): \(String(cString: strerror(code)))")
  }
}
