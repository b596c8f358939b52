import Delivery
import Ground
import Testing

@Suite("What may leave the house")
struct OutgoingMessageTests {
  /// The published test numbers of the card schemes, and one of UnionPay's length with the right check digit.
  @Test(arguments: [
    "6222021234567890128", "6222 0212 3456 7890 128", "转6222-0212-3456-7890-128收", "4111111111111111",
    "5555555555554444",
  ])
  func aBankCardIsRefused(_ number: String) throws {
    #expect(refusal { try message(number) } == "delivery.personal_number")
    #expect(refusal { try message("标题", [.init("卡号\(number)。")]) } == "delivery.personal_number")
    let link = "https://a.example/\(number.filter(\.isNumber))"
    #expect(refusal { try message("标题", [.init("看", link: link)]) } == "delivery.personal_number")
  }

  /// A wrong check digit, one digit too many, the code of a company, a register number, an instant.
  @Test(arguments: [
    "6222021234567890127", "62220212345678901280", "914403001922038216", "2026-211102-00001234", "1767225600000",
  ])
  func otherLongNumbersPass(_ number: String) throws {
    #expect(refusal { try message(number, [.init(number)]) } == nil)
  }

  @Test func theCallersFinderIsAskedAboutSubjectLinesAndLinks() throws {
    var asked = ""
    #expect(
      refusal {
        try OutgoingMessage(subject: "甲", lines: [.init("乙", link: "https://c.example/")]) {
          asked = String(decoding: $0, as: UTF8.self)
          return true
        }
      } == "delivery.personal_number")
    #expect(asked == "甲\n乙\nhttps://c.example/")
  }

  @Test(arguments: ["a\nb", "a\rb", "a\0b", "a\tb", "a\u{7F}", "a\u{85}b", "a\u{2028}b", "a\u{9B}31m"])
  func controlsAreRefused(_ text: String) {
    #expect(refusal { try message(text) } == "delivery.text")
    #expect(refusal { try message("标题", [.init(text)]) } == "delivery.text")
  }

  @Test func aSubjectIsNeeded() { #expect(refusal { try message("") } == "delivery.text") }

  @Test(arguments: [
    "javascript:alert(1)", "/matters/1", "https://", "https://a.example/ b", "https://a.example/<at>",
    "https://a.example/会", "https://a.example/\r\nX", "https://a.example/" + String(repeating: "a", count: 983),
  ])
  func whatIsNoLinkIsRefused(_ link: String) {
    #expect(refusal { try message("标题", [.init("看", link: link)]) } == "delivery.link")
  }

  @Test func aLinkOfTheGreatestLengthPasses() {
    let link = "https://a.example/" + String(repeating: "a", count: 982)
    #expect(link.utf8.count == OutgoingMessage.linkLimit)
    #expect(refusal { try message("标题", [.init("看", link: link)]) } == nil)
  }

  @Test func problemsHaveEachACodeAMessageAndAHint() {
    let codes = ProblemCode.deliveryCatalogue
    #expect(Set(codes.map(\.code)).count == codes.count)
    for code in codes {
      for language in Language.allCases {
        let said = code.message[language] + code.hint[language]
        #expect(!code.message[language].isEmpty && !code.hint[language].isEmpty && !said.contains("{"), "\(code.code)")
      }
    }
  }
}
