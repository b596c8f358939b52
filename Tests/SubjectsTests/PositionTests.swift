import Foundation
import Subjects
import TestFields
import Testing

@Suite("Positions")
struct PositionTests {
  /// The shift that maps use, written once more from its published form, in another order of terms.
  private func shifted(_ latitude: Double, _ longitude: Double) -> (Double, Double) {
    let (x, y, pi) = (longitude - 105, latitude - 35, Double.pi)
    let both = 20 * Foundation.sin(6 * x * pi) + 20 * Foundation.sin(2 * x * pi)
    let north =
      -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * abs(x).squareRoot()
      + 2.0 / 3
      * (both + 20 * Foundation.sin(y * pi) + 40 * Foundation.sin(y / 3 * pi) + 160 * Foundation.sin(y / 12 * pi)
        + 320 * Foundation.sin(y * pi / 30))
    let east =
      300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * abs(x).squareRoot()
      + 2.0 / 3
      * (both + 20 * Foundation.sin(x * pi) + 40 * Foundation.sin(x / 3 * pi) + 150 * Foundation.sin(x / 12 * pi)
        + 300 * Foundation.sin(x / 30 * pi))
    let (axis, square) = (6_378_245.0, 0.00669342162296594323)
    let radians = latitude / 180 * pi
    let magic = 1 - square * Foundation.sin(radians) * Foundation.sin(radians)
    let latitudeShift = north * 180 / (axis * (1 - square) / (magic * magic.squareRoot()) * pi)
    let longitudeShift = east * 180 / (axis / magic.squareRoot() * Foundation.cos(radians) * pi)
    return (latitude + latitudeShift, longitude + longitudeShift)
  }

  /// A millionth of a degree is some eleven centimetres; the result itself is rounded to one.
  @Test("What is read as GCJ-02 comes out where it was given when it is shifted again") func comesBack() throws {
    var dice = Seeded(20_260_302)
    for _ in 0..<5000 {
      let (latitude, longitude) = (Double.random(in: 18...53, using: &dice), Double.random(in: 74...134, using: &dice))
      let position = try #require(Position(latitude: latitude, longitude: longitude, in: .gcj02))
      let back = shifted(Double(position.latitude) / 1_000_000, Double(position.longitude) / 1_000_000)
      #expect(abs(back.0 - latitude) < 1e-6 && abs(back.1 - longitude) < 1e-6, "\(latitude) \(longitude)")
      // Some hundreds of metres, and never nothing.
      let moved = abs(Double(position.latitude) / 1_000_000 - latitude)
      #expect(moved + abs(Double(position.longitude) / 1_000_000 - longitude) > 1e-4 && moved < 0.02)
      #expect(position.given == .gcj02)
    }
  }

  @Test("WGS-84 and CGCS2000 stay as they are", arguments: [CoordinateSystem.wgs84, .cgcs2000])
  func unchanged(_ system: CoordinateSystem) throws {
    let position = try #require(Position(latitude: 41.154321, longitude: 122.0512345, in: system))
    #expect(position.latitude == 41_154_321 && position.longitude == 122_051_235 && position.given == system)
  }

  @Test("Swapped, foreign and senseless coordinates are refused", arguments: CoordinateSystem.allCases)
  func refused(_ system: CoordinateSystem) {
    #expect(Position(latitude: 41.15, longitude: 122.05, in: system) != nil)
    for (latitude, longitude) in [
      (122.05, 41.15), (0, 0), (-41.15, 122.05), (41.15, -122.05), (51.5, 0.1), (41_154_321, 122_051_235),
      (.nan, 122.05), (41.15, .nan), (.infinity, 122.05),
    ] as [(Double, Double)] {
      #expect(Position(latitude: latitude, longitude: longitude, in: system) == nil, "\(latitude) \(longitude)")
    }
  }
}
