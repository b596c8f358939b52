import Ground
import HummingbirdTesting
import Operations
import TestDatabases
import TestOffice
import Testing

/// A clerk brings an old register in through the pages, and takes it back.
@Suite struct ImportOverHTTPTests {
  static let register = "事项,责任单位,交办日期,完成时限\n检查商场,应急局,2026-02-02,3月底前\n检查校车,教育局,2026-02-03,12/3/2026\n"

  @Test func aClerkMendsTheFileAndImportsIt() async throws {
    try await SiteOffice.with(.sqlite) { test, client in
      let browser = Browser(client)
      try await browser.logIn("tong")
      func upload(_ text: String) async throws -> String {
        let file = Browser.File(name: "台账.csv", bytes: Array(text.utf8))
        return try #require(await browser.submit("import", on: "/import", file: file).location)
      }
      let sick = try await upload(Self.register)
      let review = try await browser.get(sick)
      #expect(review.status == 200 && review.text.contains("2026-12-03") && review.text.contains("D3"))
      #expect(!review.text.contains("id=\"apply\""))
      // What the page does not offer is refused all the same.
      let drop = try #require(PageForm("drop", in: review.text))
      #expect(try await browser.post(sick + "/apply", drop.fields).text.contains("register.unsound"))
      #expect(try await browser.submit("drop", on: sick).location == "/import")
      #expect(try await browser.get(sick).status == 404)

      let sound = try await upload(Self.register.replacing("12/3/2026", with: "3月12日"))
      let done = try await browser.submit("apply", on: sound)
      let path = try #require(done.location)
      let page = try await browser.get(path)
      #expect(page.text.contains("QH-2026-0001") && page.text.contains("QH-2026-0002"))
      let empty = try await browser.submit("undo", on: path)
      #expect(empty.status == 422)
      #expect(try await browser.submit("undo", on: path, ["reason": ["选错了"]]).location == path)
      #expect(try await browser.get(path).text.contains("选错了"))
    }
  }

  @Test func columnsAreSetByHand() async throws {
    try await SiteOffice.with(.sqlite) { test, client in
      let browser = Browser(client)
      try await browser.logIn("tong")
      let text = "事项,责任单位,完成时间\n检查商场,应急局,3月31日\n"
      let file = Browser.File(name: "台账.csv", bytes: Array(text.utf8))
      let path = try #require(await browser.submit("import", on: "/import", file: file).location)
      #expect(try await browser.get(path).text.contains("register.issued_missing") == false)
      let read = try await browser.submit("reading", on: path, ["column.2": ["due"], "issued": ["2026-03-01"]])
      #expect(read.location == path)
      #expect(try await browser.get(path).text.contains("id=\"apply\""))
      #expect(try await browser.submit("reading", on: path, ["year": ["20"]]).status == 422)
      #expect(try await browser.get("/import/nothing").status == 404)
    }
  }
}
