import Ground
import Matters

/// Compares the lists' lines and the words of the search with what the matters make, a chunk of matters at a time.
struct ListComparison {
  private let session: any SQLSession
  private let district: DistrictID
  private(set) var findings = Findings()
  /// How many rows of each table there must be.
  private(set) var counts = ["listed": Int64(0), "searched": 0]

  init(_ session: any SQLSession, _ district: DistrictID) { (self.session, self.district) = (session, district) }

  /// - Parameters:
  ///   - first: rows after this id were not compared yet.
  ///   - last: the last id of the chunk; nil for everything that is left.
  mutating func compare(_ matters: [Matter], after first: String, upTo last: String?) throws(StorageError) {
    let range: [SQLValue] = [.text(district.text), .text(first), .text(last ?? "\u{10FFFF}")]
    var lines: [String: SQLRow] = [:]
    for row in try session.rows(
      """
      SELECT \(MatterListStore.columns) FROM listed WHERE district = $1 AND matter > $2 AND matter <= $3
      """, range)
    {
      lines[try row.text(1)] = row
    }
    var words: [String: String] = [:]
    for row in try session.rows(
      "SELECT matter, words FROM searched WHERE district = $1 AND matter > $2 AND matter <= $3", range)
    {
      words[try row.text(0)] = try row.text(1)
    }
    for matter in matters {
      compare(matter, lines.removeValue(forKey: matter.id.text), words.removeValue(forKey: matter.id.text))
    }
    for id in lines.keys.sorted() { findings.add("listed", id, "no entry made it") }
    for id in words.keys.sorted() { findings.add("searched", id, "no entry made it") }
  }

  private mutating func compare(_ matter: Matter, _ line: SQLRow?, _ words: String?) {
    let id = matter.id.text
    if matter.isParent {
      if line != nil { findings.add("listed", id, "lists a matter that fanned out") }
    } else {
      counts["listed", default: 0] += 1
      if line == nil {
        findings.add("listed", id, "is missing")
      } else if line?.values != MatterListStore.values(matter, in: district) {
        findings.add("listed", id, "differs from what the matter's entries say")
      }
    }
    let expected = SearchWords.indexed(of: matter)?.column(session.dialect)
    if expected != nil { counts["searched", default: 0] += 1 }
    if words != expected {
      findings.add("searched", id, words == nil ? "is missing" : "differs from what the matter's entries say")
    }
  }
}
