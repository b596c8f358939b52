import Glibc

/// Where something lies, in millionths of a degree of WGS-84; at our accuracy that is CGCS2000 too (DOMAIN §6.5).
package struct Position: Hashable, Codable, Sendable {
  /// −90,000,000…90,000,000, north positive.
  package let latitude: Int
  /// −180,000,000…180,000,000, east positive.
  package let longitude: Int
  /// The system in which it was given.
  package let given: CoordinateSystem

  /// A point within the box around China's land, converted to WGS-84; nil outside of it.
  ///
  /// - Parameters: in degrees of `system`.
  package init?(latitude: Double, longitude: Double, in system: CoordinateSystem) {
    guard Position.latitudes.contains(latitude), Position.longitudes.contains(longitude) else { return nil }
    var point = (latitude, longitude)
    if system == .gcj02 { point = Position.unshifted(latitude, longitude) }
    self.latitude = Int((point.0 * 1_000_000).rounded())
    self.longitude = Int((point.1 * 1_000_000).rounded())
    given = system
  }

  /// In degrees of WGS-84.
  package var degrees: (north: Double, east: Double) {
    (Double(latitude) / 1_000_000, Double(longitude) / 1_000_000)
  }

  /// In degrees of GCJ-02, for maps that are drawn in it.
  package var shifted: (north: Double, east: Double) {
    let shift = Position.shift(degrees.north, degrees.east)
    return (degrees.north + shift.0, degrees.east + shift.1)
  }

  private static let latitudes = 3.0...54.0
  private static let longitudes = 73.0...136.0

  /// The point whose shift comes out at the given one, found by repeating: each round brings it nearer, to well below
  /// half a metre (DOMAIN §6.5).
  private static func unshifted(_ latitude: Double, _ longitude: Double) -> (Double, Double) {
    var point = (latitude, longitude)
    for _ in 0..<10 {
      let shift = Position.shift(point.0, point.1)
      point = (latitude - shift.0, longitude - shift.1)
    }
    return point
  }

  /// By how many degrees GCJ-02 lies beside WGS-84, by the formula that maps' makers are known to use: a sum of sines over
  /// the distance from 35° N 105° E, on the ellipsoid of Krasovsky (1940).
  static func shift(_ latitude: Double, _ longitude: Double) -> (Double, Double) {
    let (x, y) = (longitude - 105, latitude - 35)
    let root = abs(x).squareRoot()
    let common = (20 * sine(6 * x) + 20 * sine(2 * x)) * 2 / 3
    var north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + common
    north += (20 * sine(y) + 40 * sine(y / 3)) * 2 / 3
    north += (160 * sine(y / 12) + 320 * sine(y / 30)) * 2 / 3
    var east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + common
    east += (20 * sine(x) + 40 * sine(x / 3)) * 2 / 3
    east += (150 * sine(x / 12) + 300 * sine(x / 30)) * 2 / 3
    let (axis, eccentricity) = (6_378_245.0, 0.006_693_421_622_965_943_23)
    let radians: Double = latitude / 180 * Double.pi
    let bend: Double = 1 - eccentricity * sin(radians) * sin(radians)
    // Metres in one degree.
    let northward: Double = axis * (1 - eccentricity) / (bend * bend.squareRoot()) * Double.pi / 180
    let eastward: Double = axis / bend.squareRoot() * cos(radians) * Double.pi / 180
    return (north / northward, east / eastward)
  }

  /// The sine of so many half turns.
  private static func sine(_ halfTurns: Double) -> Double { sin(halfTurns * Double.pi) }
}

/// How coordinates are given (DOMAIN §6.5).
package enum CoordinateSystem: String, CaseIterable, Codable, Sendable {
  case wgs84, cgcs2000
  /// The shifted system of Chinese map services.
  case gcj02
}
