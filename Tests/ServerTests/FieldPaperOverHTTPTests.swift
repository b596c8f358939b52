import Formats
import Foundation
import Ground
import HTTPTypes
import Operations
import TestDatabases
import TestOffice
import Testing

/// The papers of an inspection, fetched by a program: for those who may see its subject.
@Suite struct FieldPaperOverHTTPTests {
  @Test func papersAreForThoseInSight() async throws {
    try await SiteOffice.with(.sqlite, accounts: []) { test, client in
      let ban = try await Program(client, of: "zhujian.ban", at: test)
      let made = try await ban.post(
        "/subjects",
        [
          "type": "construction_site", "name": "青石村安置房工地", "address": "青石村三组", "supervising": "zhujian",
          "territorial": "shiqiao",
          "attributes": [["code": "kind", "value": "small"], ["code": "stage", "value": "structure"]],
        ])
      let subject = try #require(made.json["id"] as? String, "\(made.text)")
      let lists = try await ban.get("/subject-types").list("checklists")
      let list = try #require(lists.first { ($0["checklist"] as? String)?.hasPrefix("construction.site@") == true })
      let items = try #require(list["items"] as? [[String: Any]]).compactMap { $0["code"] as? String }
      func record(_ finding: [String: String]) async throws -> Program.Answer {
        try await ban.post(
          "/subjects/\(subject)/inspections",
          [
            "checklist": list["checklist"] as? String ?? "", "day": test.office.today.iso, "signature": "signed",
            "answers": items.map { ["item": $0, "result": $0 == "edges" ? "fail" : "pass"] },
            "findings": [["item": "edges", "text": "三层临边无防护", "grade": "ordinary"].merging(finding) { $1 }],
          ])
      }
      #expect(try await record([:]).code == "inspection.picture_missing")
      #expect(try await record(["no_picture": "lazy"]).status == 422)
      let recorded = try await record(["no_picture": "equipment"])
      #expect(recorded.list("findings").first?["no_picture"] as? String == "equipment", "\(recorded.text)")
      #expect(recorded.list("pictures").isEmpty)
      let inspection = try #require(recorded.json["id"] as? String, "\(recorded.text)")
      func words(_ path: String) async throws -> String {
        let file = try await ban.get(path)
        #expect(file.status == 200, "\(path) \(file.text)")
        #expect(file.headers[.contentDisposition]?.hasPrefix("attachment; filename*=UTF-8''") == true)
        return try OfficePackage(file.bytes).parts
          .map { String(decoding: $0.bytes, as: UTF8.self).replacing(/<[^>]*>/, with: "") }.joined()
      }
      let papers = [
        ("/subjects/\(subject)/blank.docx?checklist=construction.site", "□合格"),
        ("/inspections/\(inspection)/record.docx", "三层临边无防护"),
        ("/inspections/\(inspection)/record.docx", "未拍照：没有设备或设备故障"), ("/inspections/\(inspection)/order.docx", "存根"),
      ]
      let other = try await Program(client, of: "liuwan.zhang", at: test)
      for (path, phrase) in papers {
        #expect(try await words(path).contains(phrase), "\(path)")
        #expect(try await other.get(path).status >= 403, "\(path)")
      }
      let findings = try #require(recorded.json["findings"] as? [[String: Any]])
      let matter = try #require(findings.first?["matter"] as? String)
      let opinion = try await ban.get("/matters/\(matter)/opinion.docx")
      #expect(opinion.status == 404 && opinion.code == "inspection.no_opinion", "\(opinion.text)")
      #expect(try await ban.get("/subjects/\(subject)/blank.docx?checklist=fire.crowded").status == 404)
    }
  }
}
