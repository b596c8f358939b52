import Ground
import Packs
import Testing

@Suite("What is wrong with pack files")
struct PackProblemsTests {
  /// Whoever writes a pack corrects more than one line at a time.
  @Test func isSaidOfEveryEntryAtOnce() {
    let first = """
      pack: a
      terms:
        - {code: a.1, title: {zh: 甲, en: A}, workdays: many, checked: none}
        - {code: a.2, title: {zh: 乙, en: B}, workdays: 3, checked: none}
        - {code: a.3, title: {zh: 丙}, workdays: 3, checked: none}
      """
    let problems = PackLibrary.problems(in: [("a.yaml", first), ("b.yaml", "pack: [")])
    #expect(problems.map(\.code) == [.packWrongType, .packMissing, .packSyntax])
    #expect(problems.prefix(2).map(\.place) == ["a.yaml:3", "a.yaml:5"])
    #expect(problems.last?.place?.hasPrefix("b.yaml:") == true)
  }

  /// A duty whose checklist could not be read is not said to lack it.
  @Test func isNotSaidTwice() {
    let yaml = """
      pack: a
      standards:
        - {code: Loud, title: {zh: 甲, en: A}, evidence: many, on_site: true, other_unit: true}
      procedures:
        - {code: p, title: {zh: 甲, en: A}, stages: [], terms: {normal: t}, standard: Loud, standards: {}}
      """
    let problems = PackLibrary.problems(in: [("a.yaml", yaml)])
    #expect(problems.map(\.code) == [.packWrongType])
    let mended = yaml.replacing("many", with: "1")
    #expect(PackLibrary.problems(in: [("a.yaml", mended)]).map { $0.values["code"] } == ["t"])
  }

  @Test func isNothingWithTheShippedOnes() throws { #expect(PackLibrary.problems(in: try shippedFiles()) == []) }
}
