/// Unified social credit code (统一社会信用代码, GB 32100-2015): 18 places, the last of them a check (DOMAIN §6.2).
package enum CreditCode {
  private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
  private static let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
  /// Of the organisation code inside, GB 11714.
  private static let innerWeights = [3, 7, 9, 10, 5, 8, 4, 2]

  /// The code in capitals without the blanks that people type, where both checks hold.
  package static func normalized(_ text: String) -> String? {
    let code = text.narrow.uppercased().filter { !$0.isWhitespace }
    let bytes = Array(code.utf8)
    let values = bytes.compactMap { alphabet.firstIndex(of: $0) }
    guard bytes.count == 18, values.count == 18, values[2..<8].allSatisfy({ $0 < 10 }) else { return nil }
    let sum = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 }
    guard values[17] == (31 - sum % 31) % 31, hasInnerCheck(Array(bytes[8..<17])) else { return nil }
    return code
  }

  private static func hasInnerCheck(_ code: [UInt8]) -> Bool {
    let values = code.prefix(8).map { $0 < 65 ? Int($0) - 48 : Int($0) - 55 }
    let check = 11 - zip(values, innerWeights).reduce(0) { $0 + $1.0 * $1.1 } % 11
    let expected = check == 10 ? UInt8(ascii: "X") : check == 11 ? UInt8(ascii: "0") : UInt8(48 + check)
    return code[8] == expected
  }
}

/// Number plates of motor vehicles (DOMAIN §6.4): seven places, or eight of a new-energy vehicle.
package enum VehiclePlate {
  private static let provinces = Set("京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领")
  private static let letters = Set("ABCDEFGHJKLMNPQRSTUVWXYZ")
  private static let digits = Set("0123456789")
  private static let lastMarks = Set("挂学警港澳")
  private static let powers = Set("ABCDEFGHJK")

  /// The plate in capitals without blanks, hyphens and points, where its form is one of the known ones.
  package static func normalized(_ text: String) -> String? {
    let plate = text.narrow.uppercased().filter { !$0.isWhitespace && !"-·.•".contains($0) }
    let marks = Array(plate)
    guard (7...8).contains(marks.count), provinces.contains(marks[0]), letters.contains(marks[1]) else { return nil }
    let rest = Array(marks[2...])
    return (marks.count == 7 ? isOrdinary(rest) : isNewEnergy(rest)) ? plate : nil
  }

  private static func isOrdinary(_ rest: [Character]) -> Bool {
    guard let last = rest.last else { return false }
    return rest.dropLast().allSatisfy { letters.contains($0) || digits.contains($0) }
      && (letters.contains(last) || digits.contains(last) || lastMarks.contains(last))
  }

  /// Small ones have their letter first, large ones last.
  private static func isNewEnergy(_ rest: [Character]) -> Bool {
    let isSmall =
      powers.contains(rest[0]) && (letters.contains(rest[1]) || digits.contains(rest[1]))
      && rest[2...].allSatisfy(digits.contains)
    return isSmall || (rest[..<5].allSatisfy(digits.contains) && powers.contains(rest[5]))
  }
}

/// Codes of administrative divisions (行政区划代码, DOMAIN §6.1): six places of GB/T 2260 for a county or district, nine with the
/// town, twelve with the village or community. They have no check; which towns there are changes from year to year.
package enum DivisionCode {
  /// The first two places of GB/T 2260: provinces, municipalities and autonomous regions.
  private static let provinces = Set([
    11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63,
    64,
    65, 71, 81, 82,
  ])

  /// The code without blanks, where it begins as one of a province, has one of the lengths, and is no province's or city's.
  package static func normalized(_ text: String) -> String? {
    let code = text.narrow.filter { !$0.isWhitespace }
    guard [6, 9, 12].contains(code.utf8.count), code.utf8.allSatisfy({ (48...57).contains($0) }),
      let province = Int(code.prefix(2)), provinces.contains(province)
    else { return nil }
    // Six places that end in 00, with nothing behind, are a province's or a city's. Some cities have towns and no counties.
    let isTown = code.dropFirst(6).contains { $0 != "0" }
    return code.prefix(6).hasSuffix("00") && !isTown ? nil : code
  }
}

extension String {
  /// Without the full-width letters and digits that Chinese input methods type: they lie 0xFEE0 above ASCII (Unicode block FF00).
  var narrow: String {
    var plain = ""
    for scalar in unicodeScalars {
      let isWide = (0xFF01...0xFF5E).contains(scalar.value)
      plain.unicodeScalars.append(isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
    }
    return plain
  }
}
