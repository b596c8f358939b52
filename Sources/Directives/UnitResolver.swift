package import Directory
import Ground

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
