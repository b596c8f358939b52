import Directory
import Foundation
import Ground
import Matters
import Meetings
import Operations
import Reports
import TestDatabases
import TestOffice
import Testing

/// The commands as somebody types them, on SQLite.
@Suite struct CommandTests {
  @Test func theRecordsCommandsWork() async throws {
    try await TestOffice.with(.sqlite) { test in
      let life = try await test.liveThroughEverything()
      let at = String(try await test.office.frozenReport(of: life.meeting.text).model.size)
      let known = try await test.latest()
      try await test.office.close()
      let (data, folder) = (test.premises.data, test.database.folder.path)
      func run(_ words: [String], input: String = "") throws -> (status: Int32, output: String) {
        try Program.run(
          Program.built("bihuan").path, words, input: input,
          environment: ["BIHUAN_RESOURCES": TestOffice.resources, "LC_ALL": "C"])
      }
      let schemas = try FileManager.default.contentsOfDirectory(atPath: "\(TestOffice.resources)/schema")
      #expect(
        try run(["migrate", "--data", data]).output
          == "ok schema \(Set(schemas.compactMap { Int($0.prefix(4)) }).count)\n")
      let check = try run(["check", "--data", data, "--against", "-"], input: known)
      #expect(check.status == 0 && check.output.hasPrefix("ok "), "\(check.output)")
      // Looking leaves nothing behind: the same root again.
      #expect(try run(["check", "--data", data]).output == check.output)

      let report = try run(["report", "1", "--data", data])
      #expect(report.status == 0 && report.output.contains("issued\t5") && report.output.contains("QH-2026-0001"))
      #expect(report.output.hasSuffix("\n") && report.output.contains("bihuan/qinghe/1\n"))
      #expect(try run(["report", life.meeting.text, "--data", data, "--at", at]).status == 0)
      #expect(try run(["report", "1", "--data", data, "--at", "7"]).output.contains("report.unknown"))

      let added = try run(["user", "add", "qiao", "qiao", "--data", data], input: "correct horse battery\n")
      #expect(added.output == "ok qiao is qiao\n")
      #expect(try run(["user", "password", "qiao", "--data", data], input: "short\n").output.contains("password.weak"))
      #expect(try run(["user", "password", "qiao", "--data", data], input: "staple battery horse\n").status == 0)

      let backup = try run(["backup", "--data", data, "--to", "\(folder)/copy"])
      #expect(backup.status == 0 && backup.output.contains("\n\nbihuan/qinghe/1\n"), "\(backup.output)")
      let restore = ["restore", "--from", "\(folder)/copy", "--data", "\(folder)/new", "--keys", test.premises.keys]
      #expect(try run(restore).output.hasPrefix("ok "))
      #expect(try run(restore).output.contains("restore.not_empty"))
      #expect(try run(["check", "--data", "\(folder)/new", "--keys", test.premises.keys]).status == 0)

      let office = try await test.premises.look()
      let tables = Tables(engine: office.engine)
      try await tables.run("UPDATE serials SET used = 99")
      try await tables.run("UPDATE reports SET model = replace(model, '\"closed\":1', '\"closed\":2')")
      try await office.close()
      let damaged = try run(["check", "--data", data])
      #expect(
        damaged.status == 1 && damaged.output.contains("serials 2026: says 99") && damaged.output.contains("reports "))
      #expect(try run(["report", "1", "--data", data, "--at", at]).status == 1)
      #expect(try run(["check", "--data", "\(folder)/nowhere"]).output.contains("office.missing"))
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/nowhere"))
    }
  }

  @Test func theNewPasswordOpensTheDoor() async throws {
    try await TestOffice.with(.sqlite) { test in
      let done = try Program.run(
        Program.built("bihuan").path, ["user", "add", "tong", "tong", "--data", test.premises.data],
        input: "correct horse battery\n", environment: ["BIHUAN_RESOURCES": TestOffice.resources])
      #expect(done.status == 0, "\(done.output)")
      #expect(try await test.office.logIn("tong", password: "correct horse battery").officer.id.text == "tong")
      #expect(findings(try await test.office.check()) == [])
    }
  }
}
