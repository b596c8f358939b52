import Crypto
import Directory
package import Ground
import Ledger

/// The passwords' hashes, one row an officer. Apart from the ledger, so that an old one is really gone; the ledger holds the
/// digest of the one that was set last, so that a foreign one is noticed.
package struct PasswordStore {
  let session: any SQLSession
  let district: DistrictID

  package init(_ session: any SQLSession, _ district: DistrictID) {
    (self.session, self.district) = (session, district)
  }

  package struct Stored: Hashable, Sendable {
    /// The PHC string.
    package let hash: String
    package let mustChange: Bool
  }

  package func load(_ officer: OfficerID) throws(StorageError) -> Stored? {
    let rows = try session.rows(
      "SELECT hash, must_change FROM passwords WHERE district = $1 AND officer = $2",
      [.text(district.text), .text(officer.text)])
    guard let row = rows.first else { return nil }
    return Stored(hash: try row.text(0), mustChange: try row.int(1) == 1)
  }

  package static func digest(_ hash: String) -> String { Hex.encode(SHA256.hash(data: Array(hash.utf8))) }

  /// Overwrites what was there.
  func save(_ hash: String, for account: Account) throws(StorageError) {
    try session.run(
      """
      INSERT INTO passwords (district, officer, hash, must_change) VALUES ($1, $2, $3, $4)
      ON CONFLICT (district, officer) DO UPDATE SET hash = excluded.hash, must_change = excluded.must_change
      """, [.text(district.text), .text(account.officer.text), .text(hash), SQLValue(account.mustChange)])
  }

  /// Whether the row is the one that the account's last entry names.
  func agrees(with account: Account) throws(StorageError) -> Bool {
    guard let stored = try load(account.officer) else { return false }
    return PasswordStore.digest(stored.hash) == account.passwordDigest && stored.mustChange == account.mustChange
  }
}
