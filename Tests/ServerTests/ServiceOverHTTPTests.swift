import Formats
import Foundation
import Ground
import HTTPTypes
import Operations
import Packs
import TestDatabases
import TestOffice
import Testing

/// An order is served by the page and by the interface; until then both say that it was not.
@Suite struct ServiceOverHTTPTests {
  /// Records an inspection with one hazard; answers with its id and the hazard's matter.
  private func inspected(_ ban: Program, _ test: TestOffice) async throws -> (inspection: String, matter: String) {
    let made = try await ban.post(
      "/subjects",
      [
        "type": "construction_site", "name": "青石村安置房工地", "address": "青石村三组", "supervising": "zhujian",
        "territorial": "shiqiao",
        "attributes": [["code": "kind", "value": "small"], ["code": "stage", "value": "structure"]],
      ])
    let subject = try #require(made.json["id"] as? String, "\(made.text)")
    let list = try #require(test.office.shippedPacks.work.checklists["construction.site"])
    let recorded = try await ban.post(
      "/subjects/\(subject)/inspections",
      [
        "checklist": list.edition, "day": test.office.today.iso, "signature": "absent",
        "answers": list.items.map { ["item": $0.code, "result": $0.code == "edges" ? "fail" : "pass"] },
        "findings": [["item": "edges", "text": "三层临边无防护", "grade": "ordinary", "no_picture": "equipment"]],
      ])
    let findings = recorded.list("findings")
    return (
      try #require(recorded.json["id"] as? String, "\(recorded.text)"),
      try #require(findings.first?["matter"] as? String)
    )
  }

  @Test(arguments: TestEngine.all) func byThePage(_ engine: TestEngine) async throws {
    try await SiteOffice.with(engine, accounts: ["zhujian.ban", "xiaofang.ban"]) { test, client in
      let (inspection, matter) = try await inspected(try await Program(client, of: "zhujian.ban", at: test), test)
      let page = "/inspections/\(inspection)"
      let ban = Browser(client)
      try await ban.logIn("zhujian.ban")
      #expect(try await ban.get("/work").text.contains("尚未送达的责令限期整改指令书"))
      for path in [page, "/matters/\(matter)"] { #expect(try await ban.get(path).text.contains("尚未送达"), "\(path)") }
      #expect(try await ban.get(page + "/receipt.docx").status == 200)
      // Left at the place without a witness.
      let fields = ["paper": ["order"], "way": ["left"], "receipt": ["refused"], "day": [test.office.today.iso]]
      let refused = try await ban.submit("serve", on: page, fields)
      #expect(refused.status == 409 && refused.text.contains("serve-witnesses-error"), "\(refused.text)")
      let scan = Browser.File(name: "回证.png", bytes: SamplePictures.png)
      let done = try await ban.submit("serve", on: page, fields.merging(["witnesses": ["2"]]) { $1 }, file: scan)
      #expect(done.status == 303, "\(done.text)")
      let shown = try await ban.get(page).text
      #expect(shown.contains("留置送达，拒绝签收") && shown.contains("见证人2名"))
      #expect(try await ban.get("/matters/\(matter)").text.contains("留置送达"))
      #expect(!(try await ban.get("/work").text.contains("尚未送达的责令限期整改指令书")))
      let file = String(try #require(shown.firstMatch(of: /href="(\/inspections\/[^"]+\/scans\/[^"]+)"/)).1)
      #expect(try await ban.get(file).headers[.contentType] == "image/png")
      let receipt = String(
        try #require(shown.firstMatch(of: /href="(\/inspections\/[^"]+\/services\/[^"]+\/receipt.docx)"/)).1)
      #expect(try await ban.get(receipt).status == 200)
      let other = Browser(client)
      try await other.logIn("xiaofang.ban")
      for path in [file, receipt, page + "/receipt.docx"] {
        #expect(try await other.get(path).status == 403, "\(path)")
      }
      // It was none after all.
      let form = String(
        try #require(shown.firstMatch(of: /<form id="(annul-[^"]+)" method="post" action="[^"]+\/services/)).1)
      #expect(try await ban.submit(form, on: page, ["slip": ["undelivered"]]).status == 303)
      #expect(try await ban.get(page).text.contains("已作废（实际没有送到）"))
      #expect(try await ban.get("/work").text.contains("尚未送达的责令限期整改指令书"))
    }
  }

  @Test func byTheInterface() async throws {
    try await SiteOffice.with(.sqlite, accounts: []) { test, client in
      let ban = try await Program(client, of: "zhujian.ban", at: test)
      let (inspection, matter) = try await inspected(ban, test)
      let path = "/inspections/\(inspection)"
      let waiting = try await ban.get(path).list("papers")
      #expect(waiting.map { $0["paper"] as? String } == ["record", "order"])
      #expect(waiting.allSatisfy { $0["service"] is NSNull })
      let today = test.office.today.iso
      let mail: [String: Any] = [
        "papers": ["record", "order"], "way": "mail", "day": today, "receipt": "unsigned", "mail": "EA123456789CN",
      ]
      let none = try await ban.post(
        path + "/services", mail.merging(["papers": [String](), "opinions": [matter]]) { $1 })
      #expect(none.status == 409 && none.code == "service.paper", "\(none.text)")
      #expect(
        try await ban.post(path + "/services", mail.merging(["mail": "13900000000"]) { $1 }).code == "service.mail")
      let served = try await ban.post(path + "/services", mail)
      let service = try #require(served.list("services").first?["id"] as? String, "\(served.text)")
      #expect(served.list("papers").allSatisfy { $0["service"] as? String == service })
      let scanned = try await ban.upload(
        path + "/services/\(service)/scans", file: SamplePictures.png, name: "回执.png")
      let scans = try #require(scanned.list("services").first?["scans"] as? [[String: Any]], "\(scanned.text)")
      let scan = try #require(scans.first?["id"] as? String)
      let got = try await ban.get(path + "/services/\(service)/scans/\(scan)")
      #expect(got.status == 200 && got.bytes.starts(with: SamplePictures.png.prefix(8)))
      #expect(try await ban.get(path + "/services/\(service)/receipt.docx").status == 200)
      #expect(try await ban.get(path + "/receipt.docx").code == "service.nothing")
      let annulled = try await ban.post(path + "/services/\(service)/annul", ["slip": "day"])
      #expect(annulled.list("services").first?["slip"] as? String == "day", "\(annulled.text)")
      let other = try await Program(client, of: "liuwan.zhang", at: test)
      #expect(try await other.post(path + "/services", mail).status == 403)
    }
  }
}
