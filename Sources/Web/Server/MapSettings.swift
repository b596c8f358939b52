import FoundationEssentials
package import Ground
import Subjects

/// What lies under the map of subjects. Without tiles it shows the outlines and the places alone, and no other host is asked.
package struct MapSettings: Sendable {
  package let tiles: Tiles?
  /// A GeoJSON document (RFC 7946) with the outlines of the district and its towns.
  package let outlines: [UInt8]?

  /// A server of pictures of the land, which every reader's browser asks.
  package struct Tiles: Hashable, Sendable {
    /// Holds `{z}`, `{x}` and `{y}`.
    package let template: String
    /// Whose pictures they are, as their licence wants it said.
    package let credit: String
    /// Whether they are drawn in GCJ-02, as those of Chinese map services are.
    package let isShifted: Bool
    /// E.g. `https://tiles.example`, for the rule of what pages may load.
    package let origin: String

    /// - Throws: `map.tiles` where it is no address of tiles.
    package init(template: String, credit: String, isShifted: Bool) throws(Problem) {
      guard let parts = URLComponents(string: template.replacing(#/\{[zxy]\}/#, with: "0")), let host = parts.host,
        !host.isEmpty, ["https", "http"].contains(parts.scheme), template.utf8.count <= 500,
        ["{z}", "{x}", "{y}"].allSatisfy(template.contains), !template.contains(where: { " ;,\"'<>".contains($0) })
      else { throw Problem(.mapTiles, at: "tiles") }
      (self.template, self.credit, self.isShifted) = (template, credit, isShifted)
      origin = "\(parts.scheme ?? "https")://\(host)\(parts.port.map { ":\($0)" } ?? "")"
    }
  }

  /// The largest document of outlines, in bytes.
  package static let outlinesLimit = 5 << 20

  /// - Throws: `map.outlines` where they are no GeoJSON, or too large.
  package init(tiles: Tiles? = nil, outlines: [UInt8]? = nil) throws(Problem) {
    if let outlines {
      guard outlines.count <= MapSettings.outlinesLimit,
        let document = try? JSONDecoder().decode(Outlines.self, from: Data(outlines)),
        ["FeatureCollection", "Feature", "Polygon", "MultiPolygon", "GeometryCollection"].contains(document.type)
      else { throw Problem(.mapOutlines, at: "outlines") }
    }
    (self.tiles, self.outlines) = (tiles, outlines)
  }

  private init() { (tiles, outlines) = (nil, nil) }

  package static let bare = MapSettings()

  /// Where a place is drawn, in degrees with six decimals.
  func place(of position: Position) -> (north: String, east: String) {
    let degrees = tiles?.isShifted == true ? position.shifted : position.degrees
    return (MapSettings.text(degrees.north), MapSettings.text(degrees.east))
  }

  private static func text(_ degrees: Double) -> String { degreesText(Int((degrees * 1_000_000).rounded())) }

  private struct Outlines: Decodable { let type: String }
}

extension ProblemCode {
  package static let mapTiles = ProblemCode(
    "map.tiles", status: 422,
    message: Bilingual("瓦片地址不对。", "This is no address of map tiles."),
    hint: Bilingual(
      "写成 https://主机/…{z}…{x}…{y}… 的形式，不含空格和引号。",
      "Write it as https://host/…{z}…{x}…{y}…, without spaces and quotes."))
  package static let mapOutlines = ProblemCode(
    "map.outlines", status: 422,
    message: Bilingual("区划轮廓文件不能用。", "The outlines cannot be used."),
    hint: Bilingual(
      "请用不超过5MB的GeoJSON文件，坐标为WGS-84。", "Use a GeoJSON file of at most 5 MB, with coordinates in WGS-84."))

  package static let mapCatalogue: [ProblemCode] = [.mapTiles, .mapOutlines]
}
