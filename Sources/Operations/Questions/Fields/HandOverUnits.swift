import Directory
package import Ground
import Inspections
import Registers

/// To which units may something be handed on, and which one is meant by a name?
package struct HandOverUnits: Sendable {
  /// As they are offered: a name that two units share stands with the unit above.
  package let labels: [String]
  private let ids: [String: UnitID]
  private let directory: Directory?

  init(_ directory: Directory?) {
    let units = directory?.responsibleUnits ?? []
    let names = Dictionary(grouping: units) { HandOverUnits.plain($0.name.shown) }
    var (labels, ids, shared) = ([String](), [String: UnitID](), Set<String>())
    func know(_ name: String, _ unit: UnitID) {
      let plain = HandOverUnits.plain(name)
      if let known = ids.updateValue(unit, forKey: plain), known != unit { shared.insert(plain) }
    }
    for unit in units {
      let isShared = (names[HandOverUnits.plain(unit.name.shown)]?.count ?? 0) > 1
      let above = unit.parent.flatMap { directory?.units[$0]?.name.shown }
      labels.append(isShared ? "\(unit.name.shown)（\(above ?? unit.id.text)）" : unit.name.shown)
      for name in [unit.name.shown, labels[labels.count - 1]] + unit.aliases.map(\.shown) { know(name, unit.id) }
    }
    for name in shared { ids[name] = nil }
    (self.labels, self.ids, self.directory) = (labels, ids, directory)
  }

  /// Nil where nothing is written.
  ///
  /// - Throws: where no unit is called so, or more than one.
  package func unit(named name: String, at place: String) throws(Refusal) -> UnitID? {
    let plain = HandOverUnits.plain(name)
    guard !plain.isEmpty else { return nil }
    guard let id = ids[plain] else {
      let written = String(name.prefix(HandOverUnits.longest))
      let names = directory.map { UnitNames($0).near(written) } ?? []
      let near = labels.filter { names.contains(HandOverUnits.bare($0)) }
      throw Refusal(
        .inspectionHandedTo, at: place, ["unit": written, "near": near.isEmpty ? "—" : near.joined(separator: "、")])
    }
    return id
  }

  /// In characters; a longer name is nobody's.
  package static let longest = 80

  /// Without the unit above.
  private static func bare(_ label: String) -> String { String(label.prefix { $0 != "（" }) }

  private static func plain(_ name: String) -> String { name.filter { !$0.isWhitespace } }
}

extension Office {
  package func handOverUnits() async throws(Refusal) -> HandOverUnits { HandOverUnits(try await directory()) }
}
