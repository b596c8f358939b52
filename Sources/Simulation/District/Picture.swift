/// A small drawn picture of a place, so that evidence is a real file that every viewer opens.
package struct Picture: Sendable {
  private let width: Int
  private let height: Int
  /// One palette number a point, row by row.
  private let points: [UInt8]

  /// Sky, houses and a road; each number gives another street.
  package static func site(number: Int, width: Int = 320, height: Int = 240) -> Picture {
    var dice = SeededSource(seed: UInt64(number))
    var points = [UInt8](repeating: 0, count: width * height)
    func fill(_ columns: Range<Int>, _ rows: Range<Int>, _ colour: UInt8) {
      for row in rows.clamped(to: 0..<height) {
        for column in columns.clamped(to: 0..<width) { points[row * width + column] = colour }
      }
    }
    let ground = height * 3 / 4
    fill(0..<width, ground..<height, 1)
    fill(0..<width, height * 7 / 8..<height * 7 / 8 + max(1, height / 60), 5)
    for house in 0..<6 {
      let left = house * width / 6 + dice.roll(max(1, width / 20))
      let top = height / 4 + dice.roll(max(1, height / 4))
      fill(left..<left + width / 8, top..<ground, UInt8(2 + dice.roll(3)))
      for floor in stride(from: top + height / 20, to: ground - height / 12, by: max(2, height / 10)) {
        fill(left + width / 60..<left + width / 20, floor..<floor + height / 24, 5)
        fill(left + width / 15..<left + width / 10, floor..<floor + height / 24, 5)
      }
    }
    return Picture(width: width, height: height, points: points)
  }

  /// A sheet with ruled lines and scrawls where people signed; it bears no name that anybody could read.
  package static func signedSheet(rows: Int, width: Int = 320, height: Int = 440) -> Picture {
    var dice = SeededSource(seed: UInt64(rows))
    var points = [UInt8](repeating: 5, count: width * height)
    for row in 0...rows {
      let line = 40 + row * (height - 60) / max(1, rows)
      for column in 20..<width - 20 { points[line * width + column] = 1 }
      guard row < rows else { continue }
      var (x, y) = (width / 2, line + 10)
      for _ in 0..<90 {
        x = min(max(x + dice.roll(4) - 1, width / 2), width - 40)
        y = min(max(y + dice.roll(5) - 2, line + 4), line + (height - 60) / max(1, rows) - 4)
        points[min(y, height - 1) * width + x] = 4
      }
    }
    return Picture(width: width, height: height, points: points)
  }

  /// Sky, ground, three walls, light.
  private static let palette: [UInt8] = [
    176, 206, 230, 110, 112, 108, 168, 92, 74, 196, 170, 128, 120, 136, 150, 244, 240, 214,
  ]

  /// PNG (ISO/IEC 15948) with a palette; the data lies in stored blocks (RFC 1951 §3.2.4).
  package var png: [UInt8] {
    var header = Picture.big(width) + Picture.big(height)
    // Eight bits a point, colour type 3 (palette), deflate, no interlace.
    header += [8, 3, 0, 0, 0]
    var rows: [UInt8] = []
    for row in 0..<height { rows += [0] + points[row * width..<(row + 1) * width] }
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + Picture.chunk("IHDR", header)
      + Picture.chunk("PLTE", Picture.palette) + Picture.chunk("IDAT", Picture.stored(rows)) + Picture.chunk("IEND", [])
  }

  private static func chunk(_ name: String, _ body: [UInt8]) -> [UInt8] {
    let named = Array(name.utf8) + body
    return big(body.count) + named + big(Int(crc(named)))
  }

  /// zlib (RFC 1950) around blocks of at most 65,535 bytes.
  private static func stored(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = [0x78, 0x01]
    for start in stride(from: 0, to: bytes.count, by: 65_535) {
      let block = bytes[start..<min(start + 65_535, bytes.count)]
      let (low, high) = (UInt8(block.count & 255), UInt8(block.count >> 8))
      out += [start + 65_535 >= bytes.count ? 1 : 0, low, high, ~low, ~high] + block
    }
    var (first, second) = (UInt32(1), UInt32(0))
    for byte in bytes {
      first = (first + UInt32(byte)) % 65_521
      second = (second + first) % 65_521
    }
    return out + big(Int(second << 16 | first))
  }

  private static func crc(_ bytes: [UInt8]) -> UInt32 {
    var crc = UInt32.max
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? 0xEDB8_8320 ^ (crc >> 1) : crc >> 1 }
    }
    return ~crc
  }

  private static func big(_ number: Int) -> [UInt8] { [24, 16, 8, 0].map { UInt8(number >> $0 & 255) } }
}
