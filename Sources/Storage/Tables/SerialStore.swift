import Ground

/// The register's serial numbers, one row a year.
struct SerialStore {
  let session: any SQLSession
  let district: DistrictID

  /// Takes the next serial of the year, from 1.
  func next(in year: Int) throws(StorageError) -> Int {
    let rows = try session.rows(
      """
      INSERT INTO serials (district, year, used) VALUES ($1, $2, 1)
      ON CONFLICT (district, year) DO UPDATE SET used = serials.used + 1 RETURNING used
      """, [.text(district.text), .int(Int64(year))])
    return Int(try rows[0].int(0))
  }
}
