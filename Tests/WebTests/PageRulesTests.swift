import Foundation
import Ground
import Testing
import Web

@Suite("Rules that hold on every page, in both languages")
struct PageRulesTests {
  static func pages() throws -> [(name: String, text: String)] {
    try Language.allCases.flatMap { language in
      try everyPage(locale(language)).map { ("\($0.name) \(language.rawValue)", $0.html.string) }
    }
  }

  @Test func nothingInlineAndNoOutsideHost() throws {
    for page in try PageRulesTests.pages() {
      #expect(!page.text.contains(" style="), "\(page.name)")
      #expect(page.text.firstMatch(of: /\ on[a-z]+="/) == nil, "\(page.name)")
      #expect(!page.text.contains("javascript:"), "\(page.name)")
      #expect(page.text.components(separatedBy: "<script").count == 2, "\(page.name)")
      // Where the senders are set, addresses are read and typed; nothing is fetched from them.
      let outside =
        page.name.hasPrefix("delivery")
        ? page.text.firstMatch(of: /(?:href|src|action|srcset)="[^"]*:\/\//) != nil : page.text.contains("://")
      #expect(!outside, "\(page.name)")
      #expect(!page.text.contains("href=\"#\""), "\(page.name): an address was refused")
    }
  }

  @Test func everythingIsSaid() throws {
    for page in try PageRulesTests.pages() {
      // A document's number holds its year in such brackets.
      #expect(page.text.firstMatch(of: /〔(?!\d{4}〕)/) == nil, "\(page.name): a text or a value is missing")
      #expect(!page.text.contains("(bytes:"), "\(page.name): a value was written as the program sees it")
      #expect(page.text.firstMatch(of: /&lt;\/?[a-z]+/) == nil, "\(page.name): markup was escaped")
    }
  }

  /// What is typed unseen is known by its name, so that it is never carried through a login.
  @Test func secretsAreKnownByTheirNames() throws {
    var names: Set<String> = []
    for page in try PageRulesTests.pages() {
      for input in page.text.matches(of: /<input [^>]*type="password"[^>]*>/) {
        let name = try #require(String(input.0).firstMatch(of: /name="([^"]+)"/), "\(page.name)")
        names.insert(String(name.1))
      }
    }
    #expect(names == KeptWords.secrets)
  }

  /// A second element of the same id would break labels and anchors.
  @Test func idsAreUnique() throws {
    for page in try PageRulesTests.pages() {
      let ids = page.text.matches(of: /\ id="([^"]+)"/).map { String($0.1) }
      #expect(
        Set(ids).count == ids.count, "\(page.name): \(Dictionary(grouping: ids) { $0 }.filter { $1.count > 1 }.keys)")
      for target in page.text.matches(of: /(?:for|aria-labelledby)="([^"]+)"/) {
        #expect(ids.contains(String(target.1)), "\(page.name): \(target.1)")
      }
    }
  }

  @Test func elementsNestProperly() throws {
    let void: Set<Substring> = ["meta", "link", "input", "br", "img"]
    for page in try PageRulesTests.pages() {
      var open: [Substring] = []
      for tag in page.text.matches(of: /<(\/?)([a-z][a-z0-9]*)[^>]*>/) where !void.contains(tag.2) {
        if tag.1.isEmpty { open.append(tag.2) } else { #expect(open.popLast() == tag.2, "\(page.name): </\(tag.2)>") }
      }
      #expect(open.isEmpty, "\(page.name): \(open)")
    }
  }

  @Test func everyPostCarriesTokenAndActsCarryAnOperation() throws {
    for page in try PageRulesTests.pages() {
      for form in page.text.components(separatedBy: "<form").dropFirst() {
        guard let form = form.components(separatedBy: "</form>").first, form.contains("method=\"post\"") else {
          continue
        }
        #expect(form.contains("name=\"csrf\""), "\(page.name)")
        let isSession = ["logout", "language", "theme"].contains { form.contains("action=\"/\($0)\"") }
        #expect(isSession || form.contains("name=\"op\""), "\(page.name)")
      }
    }
  }

  @Test func operationIdsAreValidAndDifferPerForm() throws {
    let intake = try everyPage(locale(.chinese)).first { $0.name == "intake" }?.html.string ?? ""
    let operations = intake.matches(of: /name="op" value="([^"]+)"/).map { String($0.1) }
    #expect(operations.count > 8)
    #expect(Set(operations).count == operations.count)
    #expect(operations.allSatisfy { OperationID($0) != nil })
  }
}
