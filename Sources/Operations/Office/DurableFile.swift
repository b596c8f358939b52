import Glibc
import Storage

/// A file that is either wholly there or not at all: written aside, synced, renamed, and the folder synced.
enum DurableFile {
  static func write(_ bytes: [UInt8], to path: String, mode: mode_t = 0o640) throws(StorageError) {
    let aside = "\(path).\(getpid()).part"
    let descriptor = open(aside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw StorageError(file: aside) }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress! + written, bytes.count - written) }
      guard count > 0 else {
        let error = StorageError(file: aside)
        close(descriptor)
        unlink(aside)
        throw error
      }
      written += count
    }
    guard fsync(descriptor) == 0 else {
      let error = StorageError(file: aside)
      close(descriptor)
      unlink(aside)
      throw error
    }
    close(descriptor)
    guard rename(aside, path) == 0 else { throw StorageError(file: path) }
    syncFolder(of: path)
  }

  private static func syncFolder(of path: String) {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
