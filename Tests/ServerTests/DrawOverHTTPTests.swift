import Foundation
import Ground
import HTTPTypes
import HummingbirdTesting
import Operations
import TestDatabases
import TestOffice
import TestPython
import Testing

/// A draw by pages and forms alone, by the interface, and recomputed by a stranger with nothing but the document's script.
@Suite struct DrawOverHTTPTests {
  private static func registerSites(_ test: TestOffice, _ count: Int) async throws {
    for number in 0..<count {
      let form = SubjectForm(
        name: Words("工地\(number + 1)"), address: Words("石桥镇"), position: nil, supervising: UnitID(trusted: "zhujian"),
        territorial: UnitID(trusted: number < 4 ? "shiqiao" : "liuwan"), responsible: nil,
        attributes: ["kind": "small", "stage": "structure"])
      try await test.act(
        RegisterSubject(type: "construction_site", form: form, risk: nil, riskReason: nil), by: "zhujian.ban")
    }
  }

  private static let query = "/draws/new?checklist=construction.site&unit=zhujian&count=3&due=2026-03-31&area=shiqiao"

  @Test(arguments: TestEngine.all) func byPages(_ engine: TestEngine) async throws {
    try await SiteOffice.with(engine) { test, client in
      try await Self.registerSites(test, 6)
      let (tong, yan) = (Browser(client), Browser(client))
      try await tong.logIn("tong")
      try await yan.logIn("yan")
      #expect(try await yan.get(Self.query).status == 403)
      #expect(try await tong.get("/draws/new?checklist=construction.site").status == 200)
      let asked = try await tong.get(Self.query)
      #expect(asked.status == 200 && asked.text.contains("4个对象"))
      // More than there are: said at once. More inspectors than there are: refused, with what was chosen still there.
      let tooMany = try await tong.get(Self.query.replacing("count=3", with: "count=9"))
      #expect(tooMany.text.contains("抽取数量应在1至4之间") && PageForm("draw", in: tooMany.text) == nil)
      let refused = try await tong.submit("draw", on: Self.query, ["each": ["4"], "exclude.zhujian.ban": ["conflict"]])
      #expect(refused.status == 422 && refused.text.contains("draw.candidates") && refused.text.contains("4个对象"))
      #expect(PageForm("draw", in: refused.text)?.fields["exclude.zhujian.ban"] == ["conflict"])
      let committed = try await tong.submit("draw", on: Self.query, ["each": ["2"]])
      let page = try #require(committed.location)
      #expect(committed.status == 303 && page.hasPrefix("/draws/"))
      try await test.office.publisher.publish()
      #expect(PageForm("reveal", in: try await yan.get(page).text) == nil)
      let wrong = try await tong.submit("reveal", on: page, ["number": ["12a"], "witness": ["见证人"]])
      #expect(wrong.status == 422 && wrong.text.contains("draw.number"))
      let shown = try await tong.submit("reveal", on: page, ["number": ["0512193307"], "witness": ["当日开奖号码"]])
      #expect(shown.status == 303)
      let text = try await yan.get(page).text
      #expect(text.contains("当日开奖号码") && text.contains("0512193307") && text.contains(page + "/data.json"))
      let file = try await yan.get(page + "/data.json")
      #expect(file.status == 200 && file.headers[.contentDisposition]?.contains("draw-1.json") == true)
      #expect(file.text.allSatisfy(\.isASCII) && !file.text.contains("工地"), "ids and hashes alone")
      #expect(try await tong.get("/draws").text.contains(page))
      let again = try await tong.get(Self.query)
      #expect(PageForm("draw", in: again.text)?.fields["again"] != nil, "a second one asks why")
      let silent = try await tong.submit("draw", on: Self.query, ["each": ["2"]])
      #expect(silent.status == 409 && silent.text.contains("draw.again"))
    }
  }

  @Test func byTheInterface() async throws {
    try await SiteOffice.with(.sqlite, accounts: []) { test, client in
      try await Self.registerSites(test, 5)
      let tong = try await Program(client, of: "tong", at: test)
      let body: [String: Any] = [
        "unit": "zhujian", "checklist": "construction.site", "types": ["construction_site"], "count": 2,
        "due": "2026-03-31", "each": 1, "where": ["kind:small"],
        "exclude": [["officer": "zhujian.ban", "reason": "conflict"]],
      ]
      let made = try await tong.post("/draws", body)
      let id = try #require((made.json["row"] as? [String: Any])?["id"] as? String)
      #expect(made.status == 201 && made.headers[.location]?.hasSuffix("/draws/\(id)") == true)
      #expect(try await tong.post("/draws", body).code == "draw.again")
      try await test.office.publisher.publish()
      let shown = try await tong.post("/draws/\(id)/reveal", [:])
      #expect(shown.status == 200 && shown.list("lines").count == 2, "\(shown.text)")
      #expect(try await tong.post("/draws/\(id)/reveal", [:]).code == "draw.revealed")
      let data = try await tong.get("/draws/\(id)/data")
      #expect(data.json["format"] as? String == "bihuan-draw/1" && data.list("excluded").count == 1)
      #expect(try await tong.get("/draws").list("draws").count == 1)
      #expect(try await tong.get("/spot-checks?year=2026").json["year"] as? Int == 2026)
      let liuwan = try await Program(client, of: "liuwan.zhang", at: test)
      #expect(try await liuwan.get("/draws/\(id)").code == "draw.out_of_scope")
      #expect(try await liuwan.post("/draws", body).code == "draw.actor")
    }
  }

  static let python =
    Python.path ?? ["/usr/bin/python3"].first { FileManager.default.isExecutableFile(atPath: $0) }

  /// The script stands in the document; a data file of which one hash is altered does not pass it.
  @Test(.enabled(if: DrawOverHTTPTests.python != nil, "there is no Python here"))
  func byAStranger() async throws {
    let document = URL(fileURLWithPath: TestOffice.resources).deletingLastPathComponent().appending(
      path: "docs/DRAWS.md")
    let text = try String(contentsOf: document, encoding: .utf8)
    let start = try #require(text.range(of: "```python\n")?.upperBound)
    let end = try #require(text.range(of: "```\n", range: start..<text.endIndex)?.lowerBound)
    let script = String(text[start..<end])
    #expect(script.split(separator: "\n").count <= 30)
    try await SiteOffice.with(.sqlite, accounts: []) { test, client in
      try await Self.registerSites(test, 6)
      let tong = try await Program(client, of: "tong", at: test)
      for number in ["", "0512193307"] {
        let body: [String: Any] = [
          "unit": "zhujian", "checklist": "construction.site", "types": ["construction_site"], "count": 3,
          "due": "2026-03-31", "each": 2, "again": "复核",
        ]
        let made = try await tong.post("/draws", body)
        let id = try #require((made.json["row"] as? [String: Any])?["id"] as? String)
        try await test.office.publisher.publish()
        _ = try await tong.post("/draws/\(id)/reveal", number.isEmpty ? [:] : ["number": number, "witness": "见证人"])
        let data = try await tong.get("/draws/\(id)/data").text
        let chosen = try #require(try await tong.get("/draws/\(id)").json["lines"] as? [[String: Any]])
          .compactMap { $0["subject"] as? String }
        #expect(try Self.run(script, on: data) == "the same: \(chosen.joined(separator: " "))\n")
        // Another public number, another count, other inspectors.
        for (from, to) in [
          ("\"public_number\":\"", "\"public_number\":\"7"), ("\"count\":3", "\"count\":4"),
          ("\"inspectors_each\":2", "\"inspectors_each\":1"),
        ] {
          #expect(try Self.run(script, on: data.replacing(from, with: to)) == nil, "\(from)")
        }
      }
    }
  }

  /// What it printed; nil where it ended with an error.
  private static func run(_ script: String, on data: String) throws -> String? {
    let folder = FileManager.default.temporaryDirectory.appending(path: "draw-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (code, file) = (folder.appending(path: "recompute.py"), folder.appending(path: "draw.json"))
    try script.write(to: code, atomically: true, encoding: .utf8)
    try data.write(to: file, atomically: true, encoding: .utf8)
    let (process, output) = (Process(), Pipe())
    process.executableURL = URL(filePath: python ?? "")
    process.arguments = ["-B", code.path, file.path]
    (process.standardOutput, process.standardError) = (output, FileHandle.nullDevice)
    try process.run()
    let printed = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: printed, as: UTF8.self) : nil
  }
}
