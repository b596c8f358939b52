import Foundation
import Ground
import Operations
import Simulation

/// A folder of this run's own, and premises in it.
struct BenchFolder {
  let path = FileManager.default.temporaryDirectory.appendingPathComponent("bihuan-bench-\(UUID().uuidString)").path

  init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }

  func premises(database: String? = nil) -> Premises {
    Premises(data: "\(path)/data", database: database, resources: BenchFolder.resources, district: FictionalDistrict.id)
  }

  func remove() throws { try FileManager.default.removeItem(atPath: path) }

  /// The repository's `Resources`, from this file's place.
  static let resources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Resources").path
}
