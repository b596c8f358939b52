/// How many different id and mobile numbers a text holds. They are counted and forgotten, never kept.
package struct PersonalNumbers: Hashable, Sendable {
  package var ids: Int { seenIDs.count }
  package var phones: Int { seenPhones.count }
  private var seenIDs: Set<[UInt8]> = []
  private var seenPhones: Set<[UInt8]> = []

  init() {}

  package init(in text: [UInt8]) { add(text) }

  /// A further text; no number reaches from one into the next.
  mutating func add(_ text: [UInt8]) {
    var at = 0
    while at < text.count {
      guard isDigit(text[at]) else {
        at += 1
        continue
      }
      let run = PersonalNumbers.run(text, from: at)
      if PersonalNumbers.isIdentity(run.digits) { seenIDs.insert(run.digits) }
      if let phone = PersonalNumbers.phone(run.digits) { seenPhones.insert(phone) }
      at = run.end
    }
  }

  /// The digits from `at` on, with a last X, and with single spaces or hyphens only as people group a mobile number
  /// (3-4-4).
  private static func run(_ text: [UInt8], from start: Int) -> (digits: [UInt8], end: Int) {
    var digits: [UInt8] = []
    var at = start
    while at < text.count {
      let byte = text[at]
      if isDigit(byte) {
        digits.append(byte)
      } else if digits.count == 17, byte | 0x20 == UInt8(ascii: "x") {
        digits.append(UInt8(ascii: "X"))
      } else if byte == 0x20 || byte == UInt8(ascii: "-"), digits.count == 3 || digits.count == 7,
        isGroup(text, after: at)
      {
        // A separator inside a grouped mobile number.
      } else {
        break
      }
      at += 1
    }
    return (digits, at)
  }

  /// Exactly four digits follow the separator.
  private static func isGroup(_ text: [UInt8], after at: Int) -> Bool {
    guard at + 4 < text.count, (1...4).allSatisfy({ isDigit(text[at + $0]) }) else { return false }
    return at + 5 >= text.count || !isDigit(text[at + 5])
  }

  /// GB 11643: 18 places, a day of birth that exists in the last two centuries, and a check place (DOMAIN §6.3).
  static func isIdentity(_ digits: [UInt8]) -> Bool {
    guard digits.count == 18 else { return false }
    let values = digits.map { $0 == UInt8(ascii: "X") ? 10 : Int($0) - 48 }
    let year = values[6..<10].reduce(0) { $0 * 10 + $1 }
    let (month, day) = (values[10] * 10 + values[11], values[12] * 10 + values[13])
    guard (1...8).contains(values[0]), (1880...2099).contains(year), (1...12).contains(month), (1...31).contains(day)
    else { return false }
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 }
    return Array("10X98765432".utf8)[sum % 11] == digits[17]
  }

  /// 1[3-9] and nine digits, alone or after the country's 86.
  private static func phone(_ digits: [UInt8]) -> [UInt8]? {
    let number = digits.count == 13 && digits.starts(with: Array("86".utf8)) ? Array(digits[2...]) : digits
    guard number.count == 11, number[0] == UInt8(ascii: "1"), number[1] >= UInt8(ascii: "3") else { return nil }
    return number
  }
}
