import Foundation
import Ground
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Matters
import Operations
import TestDatabases
import TestOffice
import Testing

/// A project is planned and carried on by its page, without a script, and by a program.
@Suite struct ProjectOverHTTPTests {
  @Test(arguments: TestEngine.all) func byItsPage(_ engine: TestEngine) async throws {
    try await SiteOffice.with(engine, accounts: ["xiaofang.zhang", "shiqiao.ban"]) { test, client in
      let zhang = Browser(client)
      let matter = "/matters/\(try await test.matterUnderway())"
      try await zhang.logIn("xiaofang.zhang")
      let bare = try await zhang.get(matter).text
      #expect(PageForm("act-form-project", in: bare) != nil && PageForm("act-form-milestone", in: bare) == nil)
      let unit = "xiaofang"
      let rows = [
        "milestone.1": ["<b>选址</b>"], "milestone.1.day": ["2026-03-10"], "milestone.1.unit": [unit],
        "milestone.2": ["完工"], "milestone.2.day": ["2026-03-30"], "milestone.2.unit": [unit],
        "condition.1": ["专岗专人"], "condition.1.posts": ["2"], "condition.1.people": ["6"], "condition.1.unit": [unit],
        "measure.1": ["临时驻防"], "measure.1.every": ["7"], "measure.1.unit": [unit],
      ]
      let late = try await zhang.submit("act-form-project", on: matter, rows)
      #expect(late.status == 422 && late.text.contains("matter.project_milestone_day"), "\(late.status)")
      #expect(late.text.contains("value=\"2026-03-30\""), "what was typed is kept")
      let planned = try await zhang.submit(
        "act-form-project", on: matter, rows.merging(["milestone.2.day": ["2026-03-20"]]) { $1 })
      #expect(planned.status == 303, "\(planned.text)")
      let page = try await zhang.get(matter).text
      #expect(page.contains("项目进度") && page.contains("&lt;b&gt;选址&lt;/b&gt;") && !page.contains("<b>选址</b>"))
      #expect(page.contains("专岗2个") && page.contains("专职6人") && page.contains("每7天检查一次"))
      #expect(try await zhang.get("/projects").text.contains("&lt;b&gt;选址&lt;/b&gt;"))

      let today = test.office.today.iso
      let unsaid = try await zhang.submit(
        "act-form-measure", on: matter, ["measure": ["1"], "day": [today], "note": ["已驻防"]])
      #expect(unsaid.status == 422, "neither kept nor not kept is preset")
      let look = ["day": [today], "holds": ["no"], "note": ["只有4人"]]
      for (form, place) in [("act-form-measure", "measure"), ("act-form-condition", "condition")] {
        let seen = try await zhang.submit(form, on: matter, look.merging([place: ["1"]]) { $1 })
        #expect(seen.status == 303, "\(form): \(seen.text)")
      }
      let moved = try await zhang.submit(
        "act-form-milestone-move", on: matter, ["milestone": ["1"], "day": ["2026-03-12"], "reason": ["征地未完"]])
      let done = try await zhang.submit(
        "act-form-milestone", on: matter, ["milestone": ["2"], "day": [today], "note": ["已完工"]])
      #expect(moved.status == 303 && done.status == 303, "\(moved.text) \(done.text)")
      let after = try await zhang.get(matter).text
      #expect(after.contains("未落实") && after.contains("不符合") && after.contains("比原计划晚2天"))
      let submitted = try await zhang.submit("act-form-submit", on: matter, ["note": ["完成"]])
      #expect(submitted.status == 422 && submitted.text.contains("matter.project_milestones_open"))
      #expect(submitted.text.contains("matter.project_measures_not_kept"))
      let stranger = Browser(client)
      try await stranger.logIn("shiqiao.ban")
      #expect(try await stranger.get("/projects").text.contains("选址") == false)
      #expect(try await test.wrong() == [])
    }
  }

  @Test func byAProgram() async throws {
    try await SiteOffice.with(.sqlite, accounts: []) { test, client in
      let zhang = try await Program(client, of: "xiaofang.zhang", at: test)
      let path = "/matters/\(try await test.matterUnderway())"
      let milestones: [[String: Any]] = [
        ["number": 1, "title": "选址", "planned": "2026-03-10", "unit": "xiaofang"],
        ["number": 2, "title": "完工", "planned": "2026-03-20", "unit": "xiaofang"],
      ]
      let measures: [[String: Any]] = [["number": 1, "text": "驻防", "keeper": "xiaofang", "every_days": 7]]
      let body: [String: Any] = ["milestones": milestones, "measures": measures]
      let tag = ["If-Match": try await zhang.get(path).tag]
      let planned = try await zhang.post(path + "/project", body, tag)
      #expect(planned.status == 200, "\(planned.text)")
      let stale = try await zhang.post(
        path + "/milestone-move", ["number": 1, "day": "2026-03-12", "reason": "征地"], tag)
      #expect(stale.status == 412 || stale.status == 409, "\(stale.text)")
      let today = test.office.today.iso
      let done = try await zhang.post(path + "/milestone", ["number": 1, "day": today, "note": "已完成"])
      #expect(done.status == 200, "\(done.text)")
      let seen = try await zhang.post(
        path + "/measure", ["number": 1, "day": today, "holds": false, "note": "未驻防"] as [String: Any])
      #expect(seen.status == 200, "\(seen.text)")
      let none = try await zhang.post(
        path + "/condition", ["number": 1, "day": today, "holds": true, "note": "在岗"] as [String: Any])
      #expect(none.status == 409 && none.code == "matter.no_condition", "\(none.text)")
      let projects = try await zhang.get("/projects").list("projects")
      let project = try #require(projects.first?["project"] as? [String: Any])
      let states = (project["milestones"] as? [[String: Any]])?.compactMap { $0["state"] as? String }
      #expect(states?.first == "done" && states?.count == 2)
      #expect((project["measures"] as? [[String: Any]])?.first?["state"] as? String == "fails")
      let story = try await zhang.get(path + "/story").list("story")
      #expect(story.first?["kind"] as? String == "measure_checked" && story.first?["about"] as? String == "驻防")
      #expect(story.first?["is_granted"] as? Bool == false)
    }
  }
}
