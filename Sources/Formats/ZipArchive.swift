import CLibzip
import Glibc
import Ground

/// A zip archive in memory, read through libzip within limits. Nothing is ever written to disk.
final class ZipArchive {
  private let archive: OpaquePointer
  private let limits: Limits
  /// Part names in the order of the central directory.
  let names: [String]

  /// Refuses, by the sizes the directory declares, an archive of too many parts, too much or too tightly packed
  /// content, and an encrypted one. What is then read is bounded again, since a directory can lie.
  init(_ bytes: [UInt8], limits: Limits) throws(Problem) {
    self.limits = limits
    archive = try ZipArchive.open(bytes)
    var names: [String] = []
    do throws(Problem) {
      names = try ZipArchive.inspect(archive, limits)
    } catch {
      zip_discard(archive)
      throw error
    }
    self.names = names
  }

  deinit { zip_discard(archive) }

  func has(_ name: String) -> Bool { names.contains(name) }

  /// The inflated bytes of a part.
  func read(_ name: String) throws(Problem) -> [UInt8] {
    var content: [UInt8] = []
    try each(name) { (piece) throws(Problem) in content.append(contentsOf: piece) }
    return content
  }

  /// The inflated bytes of a part, piece by piece, so that nobody needs to hold them all.
  func each(
    _ name: String, _ take: (UnsafeBufferPointer<UInt8>) throws(Problem) -> Void
  ) throws(Problem) {
    func broken(_ why: String) -> Problem { Problem(.brokenArchive, at: name, ["part": name, "why": why]) }
    guard names.filter({ $0 == name }).count < 2 else { throw broken("重名 twice") }
    guard let file = zip_fopen(archive, name, 0) else { throw broken(reason(zip_get_error(archive))) }
    defer { zip_fclose(file) }
    var stat = zip_stat_t()
    zip_stat_init(&stat)
    guard zip_stat(archive, name, 0, &stat) == 0 else { throw broken(reason(zip_get_error(archive))) }
    let room = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
    defer { room.deallocate() }
    var size = 0
    while true {
      let count = zip_fread(file, room.baseAddress, zip_uint64_t(room.count))
      guard count >= 0 else { throw broken(reason(zip_file_get_error(file))) }
      guard count > 0 else { return }
      size += Int(count)
      guard size <= stat.size else { throw broken("大小不符 larger than declared") }
      guard size <= limits.partBytes else {
        throw ZipArchive.tooFar(name, "> \(limits.partBytes)", "\(limits.partBytes)")
      }
      try take(UnsafeBufferPointer(rebasing: room[..<Int(count)]))
    }
  }

  /// Whether a word in ASCII may stand in an XML part. True as well where its characters have more than one byte.
  func mayHold(_ word: StaticString, in part: String) throws(Problem) -> Bool {
    var (kept, found, isFirst) = ([UInt8](), false, true)
    try each(part) { (piece) throws(Problem) in
      if isFirst { found = piece.prefix(4).contains(0) || piece.first == 0xFE || piece.first == 0xFF }
      isFirst = false
      guard !found else { return }
      kept.append(contentsOf: piece)
      found = kept.withUnsafeBytes { holds($0, word) }
      // What a word may have begun with stays.
      kept.removeFirst(max(0, kept.count - word.utf8CodeUnitCount))
    }
    return found
  }

  private static func open(_ bytes: [UInt8]) throws(Problem) -> OpaquePointer {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    func broken(_ why: String) -> Problem { Problem(.brokenArchive, ["part": "zip", "why": why]) }
    guard let copy = malloc(max(1, bytes.count)) else { throw broken("内存不足 out of memory") }
    bytes.withUnsafeBytes { source in
      if let base = source.baseAddress { memcpy(copy, base, source.count) }
    }
    // The source owns the copy from here on (freep).
    guard let source = zip_source_buffer_create(copy, zip_uint64_t(bytes.count), 1, &error) else {
      free(copy)
      throw broken(reason(&error))
    }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      zip_source_free(source)
      throw broken(reason(&error))
    }
    return archive
  }

  private static func inspect(_ archive: OpaquePointer, _ limits: Limits) throws(Problem) -> [String] {
    let count = Int(zip_get_num_entries(archive, 0))
    guard count <= limits.archiveEntries else {
      throw tooFar("zip", "\(count) 个部件 parts", "\(limits.archiveEntries)")
    }
    var names: [String] = []
    var total: UInt64 = 0
    for index in 0..<max(0, count) {
      var stat = zip_stat_t()
      zip_stat_init(&stat)
      guard zip_stat_index(archive, zip_uint64_t(index), 0, &stat) == 0, let pointer = stat.name else {
        throw Problem(.brokenArchive, ["part": "#\(index)", "why": reason(zip_get_error(archive))])
      }
      let name = String(cString: pointer)
      guard stat.encryption_method == ZIP_EM_NONE else { throw Problem(.fileEncrypted, at: name) }
      let (sum, overflow) = total.addingReportingOverflow(stat.size)
      guard !overflow, sum <= UInt64(limits.inflatedBytes) else {
        throw tooFar(name, "> \(limits.inflatedBytes)", "\(limits.inflatedBytes)")
      }
      total = sum
      guard stat.size <= 1 << 20 || stat.size / max(1, stat.comp_size) <= UInt64(limits.inflateRatio) else {
        throw tooFar(name, "1:\(stat.size / max(1, stat.comp_size))", "1:\(limits.inflateRatio)")
      }
      names.append(name)
    }
    return names
  }

  private static func tooFar(_ part: String, _ size: String, _ limit: String) -> Problem {
    Problem(.zipBomb, at: part, ["part": part, "size": size, "limit": limit])
  }
}

private func reason(_ error: UnsafeMutablePointer<zip_error_t>?) -> String {
  guard let error else { return "zip" }
  return String(cString: zip_error_strerror(error))
}

/// Whether the bytes hold the word.
private func holds(_ bytes: UnsafeRawBufferPointer, _ word: StaticString) -> Bool {
  guard var place = bytes.baseAddress else { return false }
  let end = place + bytes.count
  while let first = memchr(place, Int32(word.utf8Start.pointee), end - place) {
    guard end - UnsafeRawPointer(first) >= word.utf8CodeUnitCount else { return false }
    if memcmp(first, word.utf8Start, word.utf8CodeUnitCount) == 0 { return true }
    place = UnsafeRawPointer(first) + 1
  }
  return false
}
