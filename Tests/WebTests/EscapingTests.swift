import Foundation
import Ground
import Testing
import Web

@Suite("What is interpolated is escaped, and addresses stay inside")
struct EscapingTests {
  static let script = "<script>alert('x')</script>\" onload=\"alert(1)&"

  @Test func textIsInert() {
    let page: HTML = "<p title=\"\(EscapingTests.script)\">\(EscapingTests.script)</p>"
    #expect(!page.string.contains("<script"))
    #expect(page.string.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot; onload=&quot;alert(1)&amp;"))
    #expect(page.string.hasSuffix("</p>"))
  }

  @Test func nestedPiecesStandAsTheyAre() {
    let inner: HTML = "<b>\("a<b")</b>"
    #expect(("<p>\(inner)\([inner, inner])</p>" as HTML).string == "<p><b>a&lt;b</b><b>a&lt;b</b><b>a&lt;b</b></p>")
  }

  @Test func wordsAreEscapedAndErasedOnesSaySo() {
    #expect(("\(Words("<i>"))" as HTML).string == "&lt;i&gt;")
    #expect(("\(Words(text: nil, seal: "ab"))" as HTML).string.contains(Words.erasedMark))
  }

  @Test func theNulCharacterIsReplaced() {
    #expect(("\("a\0b")" as HTML).string == "a\u{FFFD}b")
  }

  @Test(arguments: ["/matters/m-1?x=1&y=2", "?page=2", "#hand", "https://example.org/a"])
  func goodAddressesStand(address: String) {
    #expect(("\(url: address)" as HTML).string == address.replacing("&", with: "&amp;"))
  }

  @Test(arguments: [
    "javascript:alert(1)", " javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x", "//evil.example",
    "/\\evil.example",
    "http://example.org", "/a\nb", "/\t/evil.example", "https://", "", "matters",
  ])
  func badAddressesAreDropped(address: String) {
    #expect(("\(url: address)" as HTML).string == "#")
  }

  /// The plain interpolation would let `javascript:` through in an address, so the sources must use `url:`.
  @Test func everyInterpolatedAddressIsChecked() throws {
    let sources = repository.appendingPathComponent("Sources/Web")
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    var seen = 0
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift" else { continue }
      let text = try String(contentsOf: file, encoding: .utf8)
      for attribute in ["href", "src", "action"] {
        for quote in ["\"", "\\\""] {
          for part in text.components(separatedBy: "\(attribute)=\(quote)\\(").dropFirst() {
            seen += 1
            #expect(part.hasPrefix("url:"), "\(file.lastPathComponent): \(attribute)=\(part.prefix(40))")
          }
        }
      }
    }
    #expect(seen > 20)
  }
}
