import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Operations
import Storage
import TestDatabases
import TestOffice
import Testing

/// A matter is divided by its page, with the preview and without a script, and by a program.
@Suite struct FanOutOverHTTPTests {
  @Test(arguments: TestEngine.all) func byItsPage(_ engine: TestEngine) async throws {
    try await SiteOffice.with(engine) { test, client in
      let (tong, ban) = (Browser(client), Browser(client))
      let matter = try await issued(test)
      try await tong.logIn("tong")
      let form = "act-form-fan-out"
      let page = try await tong.get(matter).text
      #expect(page.contains("全部街镇（5个）") && page.contains("全部部门（15个）") && !page.contains("name=\"due_shiqiao\""))
      // Nobody and one unit alone are refused before anything is shown of it.
      for units in [[], ["xiaofang"]] {
        let few = try await tong.submit(form, on: matter, ["unit": units, "reason": ["分别负责"], "step": ["preview"]])
        #expect(few.status == 422 && few.text.contains("matter.fan_out_units"), "\(units)")
      }
      let size = try await test.office.ledgerStand().size
      let picked = ["group": ["towns"], "unit": ["xiaofang", "shiqiao"], "reason": ["<b>分别负责</b>"]]
      let preview = try await tong.submit(form, on: matter, picked.merging(["step": ["preview"]]) { $1 })
      #expect(preview.status == 200 && preview.text.contains("将产生6件子事项"), "\(preview.text)")
      #expect(preview.text.contains("&lt;b&gt;分别负责&lt;/b&gt;") && preview.text.contains("name=\"due_dongguan\""))
      #expect(!preview.text.contains("name=\"due_jiaoyu\""))
      #expect(try await test.office.ledgerStand().size == size)

      let filled = try #require(PageForm(form, in: preview.text))
      let apply = filled.fields.merging(["step": ["apply"]]) { $1 }
      let late = try await tong.post(filled.action, apply.merging(["due_liuwan": ["2026-03-21"]]) { $1 })
      #expect(late.status == 422 && late.text.contains("matter.fan_out_late"))
      #expect(late.text.contains("value=\"2026-03-21\""), "what was typed is kept")
      let again = try #require(PageForm(form, in: late.text)).fields
      let done = try await tong.post(
        filled.action, again.merging(["step": ["apply"], "due_liuwan": ["2026-03-18"]]) { $1 })
      #expect(done.status == 303, "\(done.text)")
      let divided = try await tong.get(matter).text
      #expect(divided.contains("QH-2026-0001-06") && divided.contains("3月18日") && divided.contains("分解到6个单位"))
      #expect(divided.contains("&lt;b&gt;分别负责&lt;/b&gt;") && PageForm(form, in: divided) == nil)
      let list = try await tong.get("/matters").text
      #expect(list.contains("QH-2026-0001-06") && !list.contains(">QH-2026-0001<"))
      try await ban.logIn("xiaofang.ban")
      #expect(PageForm(form, in: try await ban.get(matter).text) == nil)
      #expect(try await test.office.check().differences.allSatisfy { $0.table == "evidence" })
    }
  }

  @Test func byAProgram() async throws {
    try await SiteOffice.with(.sqlite, accounts: []) { test, client in
      let tong = try await Program(client, of: "tong", at: test)
      let path = try await issued(test)
      let tag = ["If-Match": try await tong.get(path).tag]
      let units: [[String: Any]] = [["unit": "shiqiao"], ["unit": "liuwan", "due": "2026-03-12"]]
      let bare = try await tong.post(path + "/fan-out", ["units": units, "reason": "分别负责"])
      #expect(bare.status == 428 || bare.status == 400, "what was seen must be said: \(bare.status)")
      let one = try await tong.post(path + "/fan-out", ["units": [["unit": "shiqiao"]], "reason": "分别负责"], tag)
      #expect(one.status == 422, "\(one.text)")
      let done = try await tong.post(path + "/fan-out", ["units": units, "reason": "分别负责"], tag)
      #expect(done.status == 200, "\(done.text)")
      #expect(done.list("children").compactMap { $0["phase"] as? String } == ["assigned", "assigned"])
      let story = try await tong.get(path + "/story").list("story")
      #expect(story.first?["kind"] as? String == "fanned_out" && story.first?["words"] as? String == "分别负责")
      let told = story.first?["units"] as? [[String: Any]]
      #expect(told?.compactMap { $0["id"] as? String } == ["shiqiao", "liuwan"])
      let twice = try await tong.post(path + "/fan-out", ["units": units, "reason": "分别负责"], ["If-Match": done.tag])
      #expect(twice.status == 409 && twice.code == "matter.moves_by_children", "\(twice.text)")
    }
  }
}
