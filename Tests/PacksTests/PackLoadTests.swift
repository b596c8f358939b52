import Ground
import Packs
import Testing

/// The problem that a pack of these lines raises, if any.
func packProblem(_ yaml: String) -> Problem? {
  do throws(Problem) {
    _ = try PackLibrary.load(files: [("test.yaml", yaml)])
    return nil
  } catch {
    return error
  }
}

@Suite("A pack file")
struct PackLoadTests {
  static let reference = """
    pack: law
    references:
      - code: law.1
        title: {zh: 某法, en: Some Law}
        article: 第一条
        valid_from: 2026-05-01
        checked: copy

    """

  @Test func isReadIntoItsTypes() throws {
    let library = try PackLibrary.load(files: [
      ("a.yaml", PackLoadTests.reference),
      (
        "b.yaml",
        "pack: t\nterms:\n  - {code: t.1, title: {zh: 甲, en: A}, workdays: 5, reference: law.1, checked: copy}\n"
      ),
    ])
    #expect(library.terms["t.1"]?.rule == .workdays(5))
    #expect(library.references["law.1"]?.checked == .copy)
    let law = try #require(library.references["law.1"])
    #expect(!law.holds(on: try #require(CivilDate("2026-04-30"))))
    #expect(law.holds(on: try #require(CivilDate("2026-05-01"))))
  }

  @Test func namesAnUnknownKeyAndItsLine() {
    let found = packProblem(PackLoadTests.reference.replacing("article:", with: "artcle:"))
    #expect(found?.code == .packUnknownKey)
    #expect(found?.place == "test.yaml:5")
    #expect(found?.hint(in: .chinese).contains("article") == true)
  }

  @Test func ofTheIntakeNamesWhatIsThere() {
    #expect(packProblem("pack: x\nintake: directive\n")?.code == .packUnknownCode)
    #expect(packProblem("pack: x\ndepartments: {fyre: [消防大队]}\n")?.code == .packUnknownValue)
    #expect(packProblem("pack: x\ndepartments: {fire: [消防大队, 消防大队]}\n")?.code == .packDuplicate)
    #expect(packProblem("pack: x\ndepartments: {fire: 消防大队}\n")?.code == .packWrongType)
  }

  @Test func namesAMissingField() {
    let found = packProblem(PackLoadTests.reference.replacing("    article: 第一条\n", with: ""))
    #expect(found?.code == .packMissing)
    #expect(found?.place == "test.yaml:3")
    #expect(found?.values["key"] == "article")
  }

  @Test(arguments: [
    ("article: 第一条", "article: [一]"), ("article: 第一条", "article: true"), ("2026-05-01", "2026.2.30"),
    ("{zh: 某法, en: Some Law}", "某法"),
  ])
  func namesAWrongType(right: String, wrong: String) {
    let found = packProblem(PackLoadTests.reference.replacing(right, with: wrong))
    #expect(found?.code == .packWrongType)
    #expect(found?.place?.hasPrefix("test.yaml:") == true)
  }

  @Test func namesAValueThatIsNoneOfTheKnown() {
    let found = packProblem(PackLoadTests.reference.replacing("copy", with: "maybe"))
    #expect(found?.code == .packUnknownValue)
    #expect(found?.hint(in: .english).contains("statute, copy, none") == true)
  }

  @Test func namesACodeThatIsThereTwice() {
    let twice =
      PackLoadTests.reference + PackLoadTests.reference.split(separator: "\n").dropFirst(2).joined(separator: "\n")
    let found = packProblem(twice)
    #expect(found?.code == .packDuplicate)
    #expect(found?.place == "test.yaml:8")
    #expect(found?.values["first"] == "test.yaml:3")
  }

  @Test func namesACodeThatIsNowhere() {
    let found = packProblem(PackLoadTests.reference + "    replaced_by: law.2\n")
    #expect(found?.code == .packUnknownCode)
    #expect(found?.place == "test.yaml:8")
  }

  @Test func namesACircle() {
    let itself = packProblem(PackLoadTests.reference + "    replaced_by: law.1\n")
    #expect(itself?.code == .packCycle)
    let second = "  - {code: law.2, title: {zh: 乙, en: B}, article: 二, checked: none, replaced_by: law.1}\n"
    let two = packProblem(PackLoadTests.reference + "    replaced_by: law.2\n" + second)
    #expect(two?.values["path"] == "law.1 → law.2 → law.1")
  }

  @Test func usesNoAnchors() {
    #expect(packProblem("pack: &a x\nreferences: [*a, *a]\n")?.code == .packAlias)
    #expect(packProblem("pack: x\nterms: &t\n  - *t\n")?.code == .packSyntax)
  }

  @Test(arguments: ["", "pack: [", "a: b: c\n", "pack: x\n---\npack: y\n"])
  func thatIsNoYAMLSaysWhere(yaml: String) {
    let found = packProblem(yaml)
    #expect(found?.code == .packSyntax)
    #expect(found?.place?.hasPrefix("test.yaml:") == true)
  }

  @Test func withAKeyTwiceIsRefused() { #expect(packProblem("pack: x\npack: y\n")?.code == .packDuplicate) }

  @Test func nestedWithoutEndIsRefused() {
    #expect(packProblem("pack: " + String(repeating: "[", count: 100_000))?.code == .packSyntax)
    #expect(packProblem("pack: \"" + String(repeating: "a", count: 1_000_000) + "\"")?.code == .packTooLarge)
  }
}
