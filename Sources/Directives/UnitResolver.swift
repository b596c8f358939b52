package import Directory
package import Ground

/// Finds the unit that a bulletin means: by name, by alias, or by a short form that fits one unit only.
package struct UnitResolver: Sendable {
  private let units: [Unit]
  private let known: [String: Unit]

  package init(_ directory: Directory) {
    units = directory.unitsInOrder.filter { $0.ended == nil }
    var known: [String: Unit] = [:]
    // Bulletins go on using the name of a unit that was merged: its successor answers to it.
    for unit in units + directory.unitsInOrder.filter({ $0.ended != nil }) {
      guard let heir = directory.heir(of: unit) else { continue }
      for name in [unit.name] + unit.aliases {
        // The first in official order keeps a name that two units share.
        if let text = name.text, known[text] == nil { known[text] = heir }
      }
    }
    self.known = known
  }

  /// 市监局 and 市监 mean 市场监督管理局: its characters in order, the first one first.
  package func unit(named written: String) -> Unit? {
    let bare = plain(written)
    if let unit = known[written] ?? known[bare] { return unit }
    let fitting = units.filter { unit in
      ([unit.name] + unit.aliases).contains { $0.text.map { isShort(bare, of: plain($0)) } ?? false }
    }
    return fitting.count == 1 ? fitting[0] : nil
  }

  /// Without the district in front: 区应急管理局, 清河区应急管理局.
  private func plain(_ name: String) -> String {
    guard let edge = name.prefix(4).firstIndex(where: { "区县市旗".contains($0) }),
      name.distance(from: edge, to: name.endIndex) > 3,
      !name.hasPrefix("市场"), !name.hasPrefix("市监")
    else { return name }
    return String(name[name.index(after: edge)...])
  }

  private func isShort(_ short: String, of name: String) -> Bool {
    guard short.count >= 2, short.count <= name.count, short.first == name.first else { return false }
    // 市监 of X部门 leaves out the 局 that names the body.
    if let last = short.last, "局队会办委镇".contains(last), name.last != last { return false }
    var rest = name[...]
    for character in short {
      guard let at = rest.firstIndex(of: character) else { return false }
      rest = rest[rest.index(after: at)...]
    }
    return true
  }
}

/// Which departments commonly have a field; a district's directory says what they are called there.
package enum UsualDepartments {
  package static let common: [Field: [String]] = [
    .fire: ["消防救援大队"], .chemicals: ["应急管理局"], .traffic: ["交通运输局", "公安分局"], .construction: ["住房和城乡建设局", "住房城乡建设局"],
    .gas: ["住房和城乡建设局", "城市管理局"], .petitions: ["信访局"], .environment: ["生态环境分局", "生态环境局"], .health: ["卫生健康局"],
    .foodDrug: ["市场监督管理局"], .equipment: ["市场监督管理局"], .agricultureForestry: ["农业农村局"], .floodWeather: ["水务局", "应急管理局"],
    .industryMining: ["应急管理局"], .cultureSchools: ["教育局", "文化和旅游局"], .publicOrder: ["公安分局", "公安局"],
    .productionSafety: ["应急管理局"],
    .organisation: ["应急管理局"],
  ]
}
