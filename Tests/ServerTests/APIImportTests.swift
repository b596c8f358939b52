import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Operations
import TestDatabases
import TestOffice
import Testing

/// An office's old register comes in by a program, and goes again.
@Suite struct APIImportTests {
  @Test(arguments: TestEngine.all) func aRegisterIsReadTakenOverAndGivenBack(_ engine: TestEngine) async throws {
    try await SiteOffice.with(engine, accounts: []) { test, client in
      let tong = try await Program(client, of: "tong", at: test)
      let sick = try await tong.upload("/imports", file: Array(ImportOverHTTPTests.register.utf8), name: "台账.csv")
      let path = "/imports/\(try #require(sick.id, "\(sick.text)"))"
      #expect(sick.status == 201 && sick.headers[.location] == "/api/v1\(path)")
      let review = try #require(sick.json["review"] as? [String: Any])
      #expect(review["problem_count"] as? Int == 1, "\(sick.text)")
      let rows = try #require(review["rows"] as? [[String: Any]])
      #expect(rows.count == 2 && rows[0]["due"] as? String == "2026-03-31")
      let problems = try #require(rows[1]["problems"] as? [[String: Any]])
      #expect(problems.first?["place"] as? String == "D3")
      // Nothing comes in while a row is wrong.
      let unsound = try await tong.post(path + "/apply", [:])
      #expect(unsound.status == 409 && unsound.code == "register.unsound", "\(unsound.text)")
      #expect(try await tong.post(path + "/drop").list("waiting").isEmpty)
      #expect(try await tong.post(path + "/drop").code == "register.gone")
      #expect(try await tong.get(path).status == 404)

      let sound = ImportOverHTTPTests.register.replacing("12/3/2026", with: "3月12日")
      let waiting = try await tong.upload("/imports", file: Array(sound.utf8), name: "台账.csv")
      let taken = try await tong.post("/imports/\(try #require(waiting.id))/apply", [:])
      let id = try #require(taken.id, "\(taken.text)")
      let sheet = try #require(taken.json["taken"] as? [String: Any])
      #expect(taken.status == 201 && (sheet["matters"] as? [[String: Any]])?.count == 2)
      #expect(try await tong.get("/matters").list("matters").count == 2)
      // The same file once more only when that is meant.
      let again = try await tong.upload("/imports", file: Array(sound.utf8), name: "台账.csv")
      let same = "/imports/\(try #require(again.id))/apply"
      #expect(try await tong.post(same, [:]).place == "again")

      #expect(try await tong.post("/imports/\(id)/undo", ["reason": " "]).status == 422)
      let back = try await tong.post("/imports/\(id)/undo", ["reason": "选错了"])
      #expect(back.status == 200, "\(back.text)")
      #expect(try await tong.post("/imports/\(id)/undo", ["reason": "选错了"]).status == 404)
      #expect(try await tong.get("/matters").list("matters").isEmpty)
      let line = try #require(try await tong.get("/imports").list("imports").first)
      #expect((line["given_back"] as? [String: Any])?["reason"] as? String == "选错了")
    }
  }

  @Test func columnsAreReadAsTheProgramSays() async throws {
    try await SiteOffice.with(.sqlite, accounts: []) { test, client in
      let tong = try await Program(client, of: "tong", at: test)
      let text = "事项,责任单位,完成时间\n检查商场,应急局,3月31日\n"
      let waiting = try await tong.upload("/imports", file: Array(text.utf8), name: "台账.csv")
      let path = "/imports/\(try #require(waiting.id, "\(waiting.text)"))"
      let read = try await tong.post(
        path + "/reading",
        ["sheet": 0, "issued": "2026-03-01", "field": "fire", "columns": [["place": 2, "column": "due"]]])
      let review = try #require(read.json["review"] as? [String: Any], "\(read.text)")
      let row = try #require((review["rows"] as? [[String: Any]])?.first)
      #expect(row["due"] as? String == "2026-03-31" && row["issued"] as? String == "2026-03-01")
      #expect(row["fields"] as? [String] == ["fire"])
      let none = try await tong.post(
        path + "/reading", ["sheet": 0, "columns": [["place": 2, "column": NSNull()]]])
      let columns = try #require((none.json["review"] as? [String: Any])?["columns"] as? [[String: Any]])
      #expect(columns[2]["column"] is NSNull)
      #expect(try await tong.post(path + "/reading", ["sheet": 0, "year": 20]).place == "year")
      #expect(try await tong.post("/imports/none/reading", ["sheet": 0]).code == "register.gone")
      let zip = try await tong.upload("/imports", file: Array("no table".utf8) + [0], name: "台账.pdf")
      #expect(zip.status >= 400, "\(zip.text)")
    }
  }
}
