package import Ground
import Ledger

/// What a restore does to the record besides writing rows.
package struct Restoration {
  private let session: any SQLSession
  private let district: DistrictID

  package init(_ session: any SQLSession, _ district: DistrictID) {
    (self.session, self.district) = (session, district)
  }

  /// Whether anything of the district stands here already.
  package func isEmpty() throws(StorageError) -> Bool {
    let rows = try session.rows("SELECT COUNT(*) FROM entries WHERE district = $1", [.text(district.text)])
    return try rows[0].int(0) == 0
  }

  /// Whether a restore began here and did not come to its end: rows, and no log over them.
  package func isUnfinished() throws(StorageError) -> Bool {
    if let head = try TreeStore(session, district).head(), head.size > 0 { return false }
    return try !isEmpty()
  }

  /// Removes texts that were erased after the backup was made; answers those that the entries do not know as erased.
  package func erase(_ seals: [String]) throws(StorageError) -> [String] {
    let known = try ErasureStore(session, district).erased()
    var unknown: [String] = []
    for seal in seals where try EntryStore(session, district).erase(seal: seal) != nil && !known.contains(seal) {
      unknown.append(seal)
    }
    return unknown
  }

  /// Sets the head to what the entries say, as the last step: until then there is no log to serve.
  package func finish(origin: String) throws(StorageError) -> Int64 {
    let last = try EntryStore(session, district).last()
    let size = last.map { $0.position + 1 } ?? 0
    try TreeStore(session, district).start(origin: origin)
    try TreeStore(session, district).setOrigin(origin)
    try TreeStore(session, district).countCheckpoints()
    try TreeStore(session, district).moveHead(size: size, lastAt: last?.entry.at ?? Instant(milliseconds: 0))
    return size
  }

  /// Puts a report's model, composed again, beside its entry.
  package func restore(_ report: ReportFrozen, model: String) throws(StorageError) {
    try ReportStore(session, district).insert(report, model: model)
  }
}
