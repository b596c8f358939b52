import Foundation
import Ground
import Operations
import Testing
import Web

/// What the page of units' figures says of too few, and of none.
@Suite struct FigurePageTests {
  /// The row of a unit in each of the two tables.
  private func rows(of unit: UnitName, _ page: String) -> [String] {
    page.components(separated: "<tr").filter { $0.contains(unit.name.shown) && $0.contains("scope=\"row\"") }
  }

  @Test(arguments: Language.allCases) func tooFewAreCountedAndMarked(_ language: Language) throws {
    let locale = try locale(language)
    let page = figuresPage(Pages.figures(.unit), Qinghe.viewer(), locale).string
    let small = locale("figures.small").string
    let (many, few) = (rows(of: Qinghe.emergency, page), rows(of: Qinghe.liuwan, page))
    #expect(many.count == 2 && few.count == 2)
    // Two closed, both on time, and four signed for: no share, no median, but the mark.
    #expect(few.allSatisfy { $0.contains(small) && !$0.contains("%") })
    #expect(few[0].contains(">2</a>") && !few[1].contains("中位数") && !few[1].contains("median"))
    // 11 of 14, 10 of 15, 1 of 14; three looked back at are too few, and so are two stays of 12 days.
    for share in ["79%", "67%", "7%"] { #expect(many[0].contains(share), "\(share)") }
    #expect(many[0].contains(small) && many[1].contains(small))
    #expect(many[1].contains(locale("figures.median", ["days": "1"]).string) && !many[1].contains("12"))
  }

  @Test func nothingIsSortedByAFigureAndNobodyIsScored() throws {
    let page = figuresPage(Pages.figures(.unit), Qinghe.viewer(), try locale(.chinese)).string
    #expect(!page.contains("sort"))
    #expect(page.contains("不打分、不排名"))
    let places = [Qinghe.emergency, Qinghe.liuwan].compactMap { page.range(of: "/units/\($0.id)")?.lowerBound }
    #expect(places.count == 2 && places[0] < places[1])
  }
}

extension String {
  fileprivate func components(separated mark: String) -> [String] {
    split(separator: mark, omittingEmptySubsequences: true).map(String.init)
  }
}
