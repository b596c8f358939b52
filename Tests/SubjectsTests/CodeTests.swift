import Subjects
import Testing

@Suite("Credit codes")
struct CreditCodeTests {
  /// Of three well-known companies, copied from DOMAIN §6.2; both checks were computed there.
  static let valid = ["914403001922038216", "9144030071526726XG", "91110000710925462X"]

  @Test(arguments: valid) func isRead(_ code: String) {
    #expect(CreditCode.normalized(code) == code)
    #expect(CreditCode.normalized(" \(code.lowercased()) ") == code)
    #expect(CreditCode.normalized("\(code.prefix(6)) \(code.dropFirst(6))") == code)
    let wide = String(String.UnicodeScalarView(code.unicodeScalars.compactMap { UnicodeScalar($0.value + 0xFEE0) }))
    #expect(CreditCode.normalized(wide) == code)
  }

  @Test("Every other character in every place is refused", arguments: valid) func isChecked(_ code: String) {
    let marks = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    for place in 0..<18 {
      var changed = Array(code)
      for mark in marks where mark != changed[place] {
        let before = changed[place]
        changed[place] = mark
        #expect(CreditCode.normalized(String(changed)) == nil, "\(String(changed))")
        changed[place] = before
      }
    }
  }

  @Test("Two neighbours swapped are refused, unless they are the same", arguments: valid)
  func isCheckedForSwaps(_ code: String) {
    for place in 0..<17 {
      var changed = Array(code)
      changed.swapAt(place, place + 1)
      guard changed != Array(code) else { continue }
      #expect(CreditCode.normalized(String(changed)) == nil, "\(String(changed))")
    }
  }

  @Test(
    arguments: [
      "", "91440300192203821", "9144030019220382166", "914403001922038216X",
      "9144030019220382-16",
    ]) func isRefused(_ text: String)
  { #expect(CreditCode.normalized(text) == nil) }
}

@Suite("Number plates")
struct VehiclePlateTests {
  @Test(
    arguments: [
      ("辽A12345", "辽A12345"), ("辽a1b2c3", "辽A1B2C3"), ("京B1234学", "京B1234学"), ("粤Z1234港", "粤Z1234港"),
      ("辽A1234挂", "辽A1234挂"), ("辽A·12345", "辽A12345"), (" 辽A-12 345 ", "辽A12345"),
      // New energy: small ones have their letter first, large ones last.
      ("辽AD12345", "辽AD12345"), ("辽AF1234", "辽AF1234"), ("辽ADA2345", "辽ADA2345"), ("辽A12345D", "辽A12345D"),
      ("沪K99999K", "沪K99999K"),
      // As Chinese input methods type them.
      ("辽Ａ１2345", "辽A12345"),
    ]) func isRead(_ typed: String, _ plate: String)
  { #expect(VehiclePlate.normalized(typed) == plate) }

  @Test(
    arguments: [
      "", "辽A1234", "A123456", "辽112345", "京A12I45", "京AO2345", "京I12345", "京O12345", "京A1234I", "京A1234O",
      "京A学1234", "坡A12345",
      // Of eight places: no letter, a letter that marks no power, two letters in the wrong place.
      "辽A123456", "辽AL12345", "辽A12345L", "辽AI12345", "辽A12345I", "辽AD1234A", "辽ADAB345", "辽A123456A", "辽AD123456",
    ]) func isRefused(_ typed: String)
  { #expect(VehiclePlate.normalized(typed) == nil) }
}

@Suite("Codes of divisions")
struct DivisionCodeTests {
  @Test(arguments: ["211102", "211102001", "211102001003", "441900003", "659001", "820101"])
  func isRead(_ code: String) { #expect(DivisionCode.normalized(code) == code) }

  @Test func isReadInFullWidth() { #expect(DivisionCode.normalized("２１１１０２") == "211102") }

  @Test(arguments: [
    "", "2111", "21110", "2111020", "21110200", "211100", "210000", "210000000", "211100000000", "001102", "991102",
    "21110a",
    "2111020010031",
  ])
  func isRefused(_ text: String) { #expect(DivisionCode.normalized(text) == nil) }
}
