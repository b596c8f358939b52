import Ground
import Matters
import Testing

@Suite("The reasons of this target")
struct ProblemCatalogueTests {
  @Test("Each code is listed once and speaks both languages", arguments: ProblemCode.matterCatalogue)
  func texts(code: ProblemCode) {
    #expect(ProblemCode.matterCatalogue.filter { $0 == code }.count == 1)
    #expect(code.code.hasPrefix("matter."))
    for text in [code.message, code.hint] {
      #expect(text.chinese.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
      #expect(text.english.unicodeScalars.allSatisfy(\.isASCII) && text.english.count > 10)
      #expect(text.chinese.contains("{who}") == text.english.contains("{who}"))
    }
  }
}
