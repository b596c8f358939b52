import Formats
import Ground
import Testing

@Suite("The problems of files")
struct ProblemsTests {
  @Test func haveEachACodeAMessageAndAHint() {
    let codes = ProblemCode.formatsCatalogue
    #expect(Set(codes.map(\.code)).count == codes.count)
    for code in codes {
      #expect(!code.message.chinese.isEmpty && !code.message.english.isEmpty && !code.hint.chinese.isEmpty)
      #expect(!code.hint.english.isEmpty && code.code.hasPrefix("file."))
    }
  }

  @Test func leaveNoPlaceholderUnfilled() throws {
    var limits = Limits()
    limits.fileBytes = 10
    let found = [
      problem([]), problem(Array(bulletin.utf8), limits: limits), problem(Array(bulletin.utf8.dropLast())),
      problem(GB18030Tests.words + [0xFF]), problem(Array("%PDF-".utf8)), problem([0xD0, 0xCF, 0x11, 0xE0]),
      problem(try docx("<w:p>")), problem(Array(try docx(paragraph("甲")).prefix(60))),
    ]
    for problem in found {
      let said = try #require(problem)
      for language in Language.allCases {
        #expect(!(said.message(in: language) + said.hint(in: language)).contains("{"), "\(said.code.code)")
      }
    }
  }
}
