import Foundation
import Ground
import Operations
import Simulation

/// A folder of this run's own, and premises in it.
struct BenchFolder {
  let path = FileManager.default.temporaryDirectory.appendingPathComponent("bihuan-bench-\(UUID().uuidString)").path

  init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }

  func premises(database: String? = nil, resources: String = BenchFolder.resources) -> Premises {
    Premises(data: "\(path)/data", database: database, resources: resources, district: FictionalDistrict.id)
  }

  func remove() throws { try FileManager.default.removeItem(atPath: path) }

  /// The repository's `Resources`, from this file's place.
  static let resources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Resources").path

  /// A copy of `Resources` with a pack of ours beside the others.
  func resourcesWithOwnPack() throws -> String {
    let copy = "\(path)/resources"
    try FileManager.default.copyItem(atPath: BenchFolder.resources, toPath: copy)
    try ownPack.write(toFile: "\(copy)/packs/bench.yaml", atomically: true, encoding: .utf8)
    return copy
  }

  /// A list of forty items for sites, and a drive on them by the usual one.
  private var ownPack: String {
    let items = (1...40).map { "      - {code: item_\($0), title: {zh: 第\($0)项, en: Item \($0)}}" }
    return """
      pack: bench
      checklists:
        - code: construction.forty
          version: 1
          title: {zh: 四十项, en: Forty items}
          subjects: [construction_site]
          source: bench
          checked: none
          items:
      \(items.joined(separator: "\n"))
      campaigns:
        - code: construction.bench
          title: {zh: 工地专项检查, en: Drive on sites}
          field: construction
          subjects: [construction_site]
          checklist: construction.site
          level: town
          units: [supervising, territorial]
          source: bench
          checked: none

      """
  }
}
