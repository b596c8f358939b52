import Foundation
import Ground
import HTTPTypes
import Inspections
import Matters
import Operations
import Packs
import Storage
import Subjects
import TestDatabases
import TestOffice
import Testing

/// Pictures come with an inspection's form, or a reason why there is none; whoever may read it sees them.
@Suite struct InspectionPicturesOverHTTPTests {
  private static let picture = Browser.File(name: "现场.jpg", bytes: SamplePictures.jpegWithPlace)

  /// Registers a site; answers with the form's address and what is sent where the edges fail.
  private func site(_ test: TestOffice) async throws -> (form: String, fields: [String: [String]]) {
    let form = SubjectForm(
      name: Words("南北街二期"), address: Words("石桥镇南北街"), position: nil, supervising: UnitID(trusted: "zhujian"),
      territorial: UnitID(trusted: "shiqiao"), responsible: nil, attributes: ["kind": "small", "stage": "structure"])
    let id = try await test.act(
      RegisterSubject(type: "construction_site", form: form, risk: nil, riskReason: nil), by: "zhujian.ban")
    let list = try #require(test.office.shippedPacks.work.checklists["construction.site"])
    var fields = ["signature": ["signed"], "day": [test.office.today.iso]]
    for item in list.items { fields["answer.\(item.code)"] = ["pass"] }
    fields["answer.edges"] = ["fail"]
    fields["finding.edges"] = ["三层临边无防护"]
    return ("/subjects/\(id)/inspect/construction.site", fields)
  }

  @Test(arguments: TestEngine.all) func picturesComeWithTheForm(_ engine: TestEngine) async throws {
    try await SiteOffice.with(engine, accounts: ["zhujian.ban", "tong", "xiaofang.ban"]) { test, client in
      let (form, fields) = try await site(test)
      let ban = Browser(client)
      try await ban.logIn("zhujian.ban")
      let asked = try await ban.get(form).text
      #expect(asked.contains("multipart/form-data") && asked.contains("name=\"finding.edges.photo\""))

      // Neither a picture nor a reason; both; a program in a picture's clothes; a list of persons.
      let missing = try await ban.submit("inspect", on: form, fields)
      #expect(missing.status == 422 && missing.text.contains("inspect-finding.edges.photo-error"), "\(missing.text)")
      #expect(missing.text.contains("请重新选择后提交"))
      let both = try await ban.submit(
        "inspect", on: form, fields.merging(["finding.edges.no_photo": ["privacy"]]) { $1 },
        files: [("finding.edges.photo", Self.picture)])
      #expect(both.status == 409, "\(both.text)")
      let wrong: [(Browser.File, Int)] = [
        (Browser.File(name: "现场.jpg", bytes: Array("MZ program".utf8) + [0, 1, 2, 255]), 415),
        (Browser.File(name: "现场.jpg", bytes: Array("%PDF-1.4 polyglot".utf8) + SamplePictures.jpeg), 415),
        (Browser.File(name: "说明.txt", bytes: Array("三层临边无防护".utf8)), 415),
        (Browser.File(name: "半张.jpg", bytes: Array(SamplePictures.jpeg.prefix(300))), 422),
      ]
      for (file, status) in wrong {
        let answer = try await ban.submit("inspect", on: form, fields, files: [("finding.edges.photo", file)])
        #expect(answer.status == status || answer.status == 422, "\(file.name) \(answer.status)")
        #expect(answer.text.contains("inspect-finding.edges.photo-error"), "\(file.name)")
      }
      let four = (0..<4).map { _ in ("finding.edges.photo", Self.picture) }
      #expect(try await ban.submit("inspect", on: form, fields, files: four).status == 422)
      let thirteen = (0..<13).map { _ in ("finding.edges.photo", Self.picture) }
      #expect(try await ban.submit("inspect", on: form, fields, files: thirteen).status == 422)
      // After, where nothing was put right.
      #expect(
        try await ban.submit("inspect", on: form, fields, files: [("finding.edges.fixed_photo", Self.picture)]).status
          == 422)
      let large = Browser.File(name: "大.jpg", bytes: [UInt8](repeating: 7, count: 20 << 20 | 1))
      #expect(try await ban.submit("inspect", on: form, fields, files: [("finding.edges.photo", large)]).status == 413)
      let many = Browser.File(name: "大.jpg", bytes: [UInt8](repeating: 7, count: 15 << 20))
      let much = (0..<3).map { _ in ("finding.edges.photo", many) }
      #expect(try await ban.submit("inspect", on: form, fields, files: much).status == 413)
      #expect(test.office.evidence.all().isEmpty, "what is refused is not kept")

      // Two before, one after, and one of what no item asks about.
      var whole = fields
      whole["finding.edges.fixed"] = ["已装好护栏"]
      whole["extra.1"] = ["大门口积水"]
      let sent = [
        ("finding.edges.photo", Self.picture),
        ("finding.edges.photo", Browser.File(name: "2.png", bytes: SamplePictures.png)),
        ("finding.edges.fixed_photo", Self.picture), ("extra.1.photo", Self.picture),
      ]
      let done = try await ban.submit("inspect", on: form, whole, files: sent)
      let page = try #require(done.location?.split(separator: "?").first.map(String.init), "\(done.text)")
      #expect(done.status == 303 && test.office.evidence.all().count == 4)
      let shown = try await ban.get(page).text
      #expect(shown.contains("照片1（检查时）") && shown.contains("照片3（整改后）") && shown.contains("照片4（检查时）"))
      let file = String(try #require(shown.firstMatch(of: /href="(\/inspections\/[^"]+\/pictures\/[^"]+)"/)).1)
      let got = try await ban.get(file)
      #expect(got.headers[.contentType] == "image/jpeg")
      #expect(got.bytes.firstRange(of: Array(SamplePictures.place.utf8)) == nil, "where it was taken is not kept")
      #expect(try await ban.get(file + "/small").headers[.contentType] == "image/jpeg")
      let matter = try #require(shown.firstMatch(of: /href="(\/matters\/[^"?]+)"/)).1
      #expect(try await ban.get(String(matter)).text.contains("/pictures/"))

      // Whoever may not read the inspection sees no picture of it.
      let other = Browser(client)
      try await other.logIn("xiaofang.ban")
      for path in [page, file, file + "/small"] { #expect(try await other.get(path).status == 403, "\(path)") }
      #expect(try await ban.get(page + "/pictures/none").status == 404)

      // Nothing differs, rebuilt or not; a file that was altered or lost does.
      #expect(try await test.office.check().differences.isEmpty)
      _ = try await Rebuild(test.office.engine, test.office.district).run()
      #expect(try await test.office.check().differences.isEmpty)
      let digest = try #require(test.office.evidence.all().first)
      try Data([1]).write(to: URL(fileURLWithPath: test.office.evidence.file(digest)))
      #expect(try await test.office.check().differences.map(\.table) == ["evidence"])
    }
  }

  /// What is in order may be photographed too, and the picture stands with its item.
  @Test func anItemThatPassesMayHaveAPicture() async throws {
    try await SiteOffice.with(.sqlite, accounts: ["zhujian.ban"]) { test, client in
      var (form, fields) = try await site(test)
      fields["answer.edges"] = ["pass"]
      fields["finding.edges"] = nil
      let ban = Browser(client)
      try await ban.logIn("zhujian.ban")
      let four = (0..<4).map { _ in ("passed.edges.photo", Self.picture) }
      let many = try await ban.submit("inspect", on: form, fields, files: four)
      #expect(many.status == 422 && many.text.contains("inspect-passed.edges.photo-error"), "\(many.text)")
      let program = Browser.File(name: "现场.jpg", bytes: Array("MZ program".utf8) + [0, 1, 2, 255])
      let wrong = try await ban.submit("inspect", on: form, fields, files: [("passed.edges.photo", program)])
      #expect(wrong.text.contains("inspect-passed.edges.photo-error"), "\(wrong.text)")
      let done = try await ban.submit("inspect", on: form, fields, files: [("passed.edges.photo", Self.picture)])
      let page = try #require(done.location?.split(separator: "?").first.map(String.init), "\(done.text)")
      let shown = try await ban.get(page).text
      #expect(shown.contains("其他检查项的照片") && shown.contains("照片1（检查时）") && shown.contains("未发现问题"))
      #expect(try await test.office.check().differences.isEmpty)
    }
  }

  /// A program sends the same JSON as one part of a form, and a part for each picture.
  @Test func picturesComeByPrograms() async throws {
    try await SiteOffice.with(.sqlite, accounts: []) { test, client in
      let form = try await site(test).form
      let subject = try #require(form.split(separator: "/").dropFirst().first.map(String.init))
      let list = try #require(test.office.shippedPacks.work.checklists["construction.site"])
      let ban = try await Program(client, of: "zhujian.ban", at: test)
      let path = "/subjects/\(subject)/inspections"
      func sent(_ pictures: [[String: Any]]) -> [String: Any] {
        [
          "checklist": list.edition, "day": test.office.today.iso, "signature": "signed", "pictures": pictures,
          "answers": list.items.map { ["item": $0.code, "result": $0.code == "edges" ? "fail" : "pass"] },
          "findings": [["item": "edges", "text": "三层临边无防护", "grade": "ordinary"]],
        ]
      }
      let edges: [String: Any] = ["part": "picture_1", "item": "edges", "stage": "found"]
      let power: [String: Any] = ["part": "picture_2", "item": "power", "stage": "found"]
      let file = ("picture_1", "现场.jpg", SamplePictures.jpegWithPlace)
      let other = ("picture_2", "合格.png", SamplePictures.png)
      let none = try await ban.upload(path, part: "inspection", sent([edges, power]), files: [file])
      #expect(none.status == 422 && none.text.contains("picture_2"), "\(none.text)")
      let loose = try await ban.upload(path, part: "inspection", sent([edges]), files: [file, other])
      #expect(loose.status == 422 && loose.text.contains("picture_2"), "\(loose.text)")
      let broken = try await ban.upload(path, part: "inspection", ["checklist": 7], files: [file])
      #expect(broken.status == 422, "\(broken.text)")
      #expect(test.office.evidence.all().isEmpty, "what is refused is not kept")
      let done = try await ban.upload(path, part: "inspection", sent([edges, power]), files: [file, other])
      #expect(done.status == 201 && done.list("pictures").count == 2, "\(done.text)")
      #expect(done.list("pictures").compactMap { $0["item"] as? String } == ["edges", "power"])
      let bare = try await ban.post(path, sent([]).filter { $0.key != "pictures" })
      #expect(bare.code == "inspection.picture_missing", "\(bare.text)")
      #expect(try await test.office.check().differences.isEmpty)
    }
  }

  @Test func aReasonIsEnough() async throws {
    try await SiteOffice.with(.sqlite, accounts: ["zhujian.ban"]) { test, client in
      let (form, fields) = try await site(test)
      let ban = Browser(client)
      try await ban.logIn("zhujian.ban")
      let done = try await ban.submit(
        "inspect", on: form, fields.merging(["finding.edges.no_photo": ["forbidden"]]) { $1 })
      let page = try #require(done.location?.split(separator: "?").first.map(String.init), "\(done.text)")
      let shown = try await ban.get(page).text
      #expect(shown.contains("未拍照：禁止拍照或涉密场所"))
      let matter = try #require(shown.firstMatch(of: /href="(\/matters\/[^"?]+)"/)).1
      #expect(try await ban.get(String(matter)).text.contains("未拍照：禁止拍照或涉密场所"))
    }
  }
}
