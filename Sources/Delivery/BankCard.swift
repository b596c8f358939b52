/// Runs of digits that are a bank card's number: UnionPay (62…, 16 to 19 digits), Visa and Mastercard (16 digits),
/// with the check digit of ISO/IEC 7812-1 annex B. Single blanks and hyphens may part the digits.
enum BankCard {
  static func occurs(in text: [UInt8]) -> Bool {
    var digits: [UInt8] = []
    for (at, byte) in text.enumerated() {
      if isDigit(byte) {
        digits.append(byte - UInt8(ascii: "0"))
      } else if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-"), at + 1 < text.count, isDigit(text[at + 1]) {
        continue
      } else {
        if isCard(digits) { return true }
        digits = []
      }
    }
    return isCard(digits)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  private static func isCard(_ digits: [UInt8]) -> Bool {
    guard (16...19).contains(digits.count) else { return false }
    let isUnionPay = digits[0] == 6 && digits[1] == 2
    let isOther = digits.count == 16 && (digits[0] == 4 || digits[0] == 5 && (1...5).contains(digits[1]))
    return (isUnionPay || isOther) && checkSum(digits).isMultiple(of: 10)
  }

  /// Every second digit from the right but one counts twice, its own digits summed.
  private static func checkSum(_ digits: [UInt8]) -> Int {
    digits.reversed().enumerated().reduce(0) { sum, digit in
      let value = Int(digit.element) * (digit.offset.isMultiple(of: 2) ? 1 : 2)
      return sum + value / 10 + value % 10
    }
  }
}
