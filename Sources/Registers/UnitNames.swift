package import Directory
package import Ground

/// Finds a unit by its name or an alias, and by nothing else: what is only similar is a suggestion.
package struct UnitNames: Sendable {
  private let known: [String: UnitID]
  private let names: [(unit: UnitID, name: String)]
  private let district: String

  package init(_ directory: Directory) {
    district = directory.district.name.text ?? ""
    var known: [String: UnitID] = [:]
    var names: [(unit: UnitID, name: String)] = []
    for unit in directory.unitsInOrder {
      for name in [unit.name] + unit.aliases {
        guard let text = name.text else { continue }
        let plain = UnitNames.plain(text)
        // The first in official order keeps a name that two units share.
        if known[plain] == nil { known[plain] = unit.id }
      }
      names.append((unit.id, unit.name.shown))
    }
    (self.known, self.names) = (known, names)
  }

  /// With and without the district in front: 清河区应急管理局, 区应急管理局.
  package func unit(_ written: String) -> UnitID? {
    let plain = UnitNames.plain(written)
    if let unit = known[plain] { return unit }
    for front in [district, String(district.suffix(1))] where !front.isEmpty && plain.hasPrefix(front) {
      if let unit = known[String(plain.dropFirst(front.count))] { return unit }
    }
    return known[district + plain] ?? known[String(district.suffix(1)) + plain]
  }

  /// Up to three names that share most characters with what was written, in their order.
  package func near(_ written: String) -> [String] {
    let wanted = Array(UnitNames.plain(written))
    guard !wanted.isEmpty else { return [] }
    let scored = names.map { name -> (name: String, score: Int) in
      let common = UnitNames.common(wanted, Array(name.name))
      return (name.name, common * 100 / min(wanted.count, name.name.count))
    }
    return scored.enumerated().filter { $0.element.score >= 50 }
      .sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }.prefix(3).map(\.element.name)
  }

  /// How many characters of the one stand in the same order in the other.
  private static func common(_ left: [Character], _ right: [Character]) -> Int {
    var row = [Int](repeating: 0, count: right.count + 1)
    for a in left.prefix(40) {
      var diagonal = 0
      for (index, b) in right.enumerated() {
        let above = row[index + 1]
        row[index + 1] = a == b ? diagonal + 1 : max(above, row[index])
        diagonal = above
      }
    }
    return row[right.count]
  }

  private static func plain(_ name: String) -> String {
    String(String.UnicodeScalarView(name.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x3000 }))
  }
}
