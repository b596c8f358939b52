import CLibzip
import Glibc
package import Ground

/// Packs files into a zip archive in memory. The same files give the same bytes: no clock, no time zone is asked.
package func writeArchive(_ files: [(name: String, bytes: [UInt8])], packed: Bool = true) throws(Problem) -> [UInt8] {
  var error = zip_error_t()
  zip_error_init(&error)
  defer { zip_error_fini(&error) }
  guard let target = zip_source_buffer_create(nil, 0, 0, &error) else { throw unwritten("zip") }
  // Kept beyond the archive's end, so that what was written can be read from it.
  zip_source_keep(target)
  defer { zip_source_free(target) }
  guard let archive = zip_open_from_source(target, ZIP_TRUNCATE, &error) else {
    zip_source_free(target)
    throw unwritten("zip")
  }
  do throws(Problem) {
    for file in files { try add(file.name, file.bytes, to: archive, packed: packed) }
  } catch {
    zip_discard(archive)
    throw error
  }
  guard zip_close(archive) == 0 else {
    zip_discard(archive)
    throw unwritten("zip")
  }
  return try content(of: target)
}

private func add(_ name: String, _ bytes: [UInt8], to archive: OpaquePointer, packed: Bool) throws(Problem) {
  guard let copy = malloc(max(1, bytes.count)) else { throw unwritten(name) }
  bytes.withUnsafeBytes { source in
    if let base = source.baseAddress { memcpy(copy, base, source.count) }
  }
  // The source owns the copy from here on (freep).
  guard let source = zip_source_buffer(archive, copy, zip_uint64_t(bytes.count), 1) else {
    free(copy)
    throw unwritten(name)
  }
  let index = zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
  guard index >= 0 else {
    zip_source_free(source)
    throw unwritten(name)
  }
  let method = packed ? ZIP_CM_DEFLATE : ZIP_CM_STORE
  guard zip_set_file_compression(archive, zip_uint64_t(index), zip_int32_t(method), 0) == 0,
    // 1980-01-01, the first day that a zip knows.
    zip_file_set_dostime(archive, zip_uint64_t(index), 0, 0x21, 0) == 0
  else { throw unwritten(name) }
}

private func content(of source: OpaquePointer) throws(Problem) -> [UInt8] {
  guard zip_source_open(source) == 0 else { throw unwritten("zip") }
  defer { zip_source_close(source) }
  var stat = zip_stat_t()
  zip_stat_init(&stat)
  guard zip_source_stat(source, &stat) == 0 else { throw unwritten("zip") }
  var bytes = [UInt8](repeating: 0, count: Int(stat.size))
  let count = zip_source_read(source, &bytes, zip_uint64_t(bytes.count))
  guard count == bytes.count else { throw unwritten("zip") }
  return bytes
}

private func unwritten(_ part: String) -> Problem {
  Problem(.brokenArchive, at: part, ["part": part, "why": "写入失败 could not be written"])
}
