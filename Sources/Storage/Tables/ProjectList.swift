import Ground
package import Matters

extension MatterStore {
  /// Open matters with a project plan, soonest due first.
  package func projects(limit: Int) throws(StorageError) -> [Matter] {
    var found: [Matter] = []
    for row in try session.rows(
      """
      SELECT state FROM matters WHERE district = $1 AND planned = 1 AND phase IN (\(Phase.openInSQL))
      ORDER BY due_key, id LIMIT $2
      """, [.text(district.text), .int(Int64(limit))])
    {
      found.append(try MatterStore.matter(try row.text(0)))
    }
    return found
  }
}
