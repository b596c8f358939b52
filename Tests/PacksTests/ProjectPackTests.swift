import Ground
import Packs
import Testing

/// Project templates in packs: what is read, and slips named by their lines.
@Suite struct ProjectPackTests {
  private static func problems(_ rows: String, title: String = "{zh: 库房改造, en: Rebuild}") -> [Problem] {
    PackLibrary.problems(in: [
      (
        name: "store.yaml",
        yaml: """
        pack: store
        projects:
          - code: store.rebuild
            title: \(title)
            field: chemicals
            source: 各地可调
            checked: none
        \(rows)
        """
      )
    ]).filter { $0.place?.hasPrefix("store.yaml") ?? false }
  }

  @Test func slipsAreNamedByLine() {
    let good = """
          milestones:
            - {title: {zh: 方案, en: Plan}, days: 10}
            - {title: {zh: 完工, en: Works}, days: 10}
          conditions:
            - {title: {zh: 专岗, en: Posts}, posts: 2}
          measures:
            - {title: {zh: 值守, en: Guard}, every_days: 7}
      """
    #expect(Self.problems(good) == [])
    for (old, new, line) in [
      ("days: 10}\n      - {title: {zh: 完工", "days: 20}\n      - {title: {zh: 完工", 10),
      ("posts: 2", "posts: 0", 12), ("every_days: 7", "every_days: 93", 14), ("every_days: 7", "evry_days: 7", 14),
      ("days: 10}\n      - {title: {zh: 完工", "days: soon}\n      - {title: {zh: 完工", 9),
    ] {
      let wrong = good.replacing(old, with: new)
      let found = Self.problems(wrong)
      #expect(wrong != good && found.first?.place?.hasPrefix("store.yaml:\(line)") == true, "\(new): \(found)")
    }
    #expect(!Self.problems("    milestones: []").isEmpty)
    #expect(!Self.problems("    measures: []").isEmpty)
  }

  @Test func theShippedOneIsRead() throws {
    let work = try PackLibrary.load(files: shippedFiles()).work
    let template = try #require(work.projects["chemicals.store_rebuild"])
    #expect(template.milestones.count == 6 && template.milestones.map(\.days) == [10, 30, 40, 120, 150, 165])
    #expect(template.conditions.first?.people == 4 && template.measures.map(\.everyDays) == [7, 3, 7])
  }
}
