import ArgumentParser
import FoundationEssentials
import Ground
import Operations
import Web

/// What lies under the map of subjects.
struct MapOptions: ParsableArguments {
  @Option(help: "Tiles under the map, e.g. https://host/{z}/{x}/{y}.png; none unless given.") var tiles: String?
  @Option(help: "Whose tiles they are, shown on the map.") var tilesCredit = ""
  @Flag(help: "The tiles are drawn in GCJ-02, as those of Chinese map services are.") var tilesShifted = false
  @Option(help: "A GeoJSON file with the outlines of the district and its towns.", completion: .file())
  var outlines: String?

  /// - Parameter demo: where the demo's own outlines lie, taken unless others are given.
  func settings(demo: Resources?) throws -> MapSettings {
    let file = outlines ?? demo.map { "\($0.path)/samples/outlines.geojson" }
    let bytes = try file.map { file throws(Problem) in
      guard let data = FileManager.default.contents(atPath: file) else { throw Problem(.mapOutlines, at: file) }
      return [UInt8](data)
    }
    return try MapSettings(
      tiles: try tiles.map { template throws(Problem) in
        try .init(template: template, credit: tilesCredit, isShifted: tilesShifted)
      }, outlines: bytes)
  }
}
