import Ground

/// The register's serial numbers, one row a year.
struct SerialStore {
  let session: any SQLSession
  let district: DistrictID

  /// Takes the next `count` serials of the year, from 1; answers the first of them.
  func next(_ count: Int, in year: Int) throws(StorageError) -> Int {
    let rows = try session.rows(
      """
      INSERT INTO serials (district, year, used) VALUES ($1, $2, $3)
      ON CONFLICT (district, year) DO UPDATE SET used = serials.used + excluded.used RETURNING used
      """, [.text(district.text), .int(Int64(year)), .int(Int64(count))])
    return Int(try rows[0].int(0)) - count + 1
  }
}
