import Directory
import Foundation
import Ground
import Matters
import Meetings
import Operations
import Storage
import TestDatabases
import TestOffice
import Testing

/// A row edited, added or deleted behind the office's back is found, and its table named; so are evidence files.
@Suite struct DamageTests {
  @Test(arguments: TestEngine.all) func everyDamagedRowIsNamed(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      _ = try await test.liveThroughEverything()
      let tables = Tables(engine: test.office.engine)
      try await tables.release("entries")
      for damage in Damage.all {
        let before = try await tables.content(of: damage.table)
        try await tables.run(damage.sql)
        #expect(try await tables.content(of: damage.table) != before, "\(damage.sql) changed nothing")
        let check = try await test.office.check()
        #expect(check.differences.contains { $0.table == damage.table }, "\(damage.sql): \(findings(check))")
        try await tables.put(before, into: damage.table)
      }
      #expect(findings(try await test.office.check()) == [])
    }
  }

  @Test func everyCoveredTableIsDamagedInEveryWay() throws {
    for table in try LedgerDocument.read().covered {
      let kinds = Damage.all.filter { $0.table == table }.compactMap { $0.sql.split(separator: " ").first }
      #expect(Set(kinds).isSuperset(of: ["UPDATE", "INSERT", "DELETE"]), "\(table): \(kinds)")
    }
  }

  @Test func theRightTableIsBlamed() async throws {
    try await TestOffice.with(.sqlite) { test in
      _ = try await test.liveThroughEverything()
      let tables = Tables(engine: test.office.engine)
      try await tables.release("entries")
      let rows = try await tables.content(of: "entries")
      try await tables.run("UPDATE entries SET nonce = '00000000000000000000000000000000' WHERE position = 5")
      #expect(
        Set(try await test.office.check().differences.map { "\($0.table) \($0.key)" }).isSuperset(of: ["entries 5"]))
      #expect(
        try await test.office.check().differences.allSatisfy { $0.table != "tiles" || $0.key.hasPrefix("tile/1") })
      try await tables.put(rows, into: "entries")
      try await tables.run(
        "UPDATE tiles SET hashes = substr(hashes, 1, 64) || substr(hashes, 1, 64) || substr(hashes, 129)")
      #expect(Set(try await test.office.check().differences.map(\.table)) == ["tiles"])
    }
  }

  @Test(arguments: TestEngine.all) func evidenceAlteredRemovedOrAddedIsNamed(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      _ = try await test.liveThroughEverything()
      let folder = test.office.evidence
      let name = try #require(folder.all().first)
      let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.file(name)))
      func named() async throws -> [String] {
        try await test.office.check().differences.map { "\($0.table) \($0.key)" }
      }
      try Data(bytes.dropLast() + [bytes.last! ^ 1]).write(to: URL(fileURLWithPath: folder.file(name)))
      #expect(try await named() == ["evidence \(name)"])
      try FileManager.default.removeItem(atPath: folder.file(name))
      #expect(try await named() == ["evidence \(name)"])
      try bytes.write(to: URL(fileURLWithPath: folder.file(name)))
      let extra = "\(name.prefix(2))" + String(repeating: "f", count: 62)
      try bytes.write(to: URL(fileURLWithPath: folder.file(extra)))
      #expect(try await named() == ["evidence \(extra)"])
    }
  }
}

/// One thing that somebody could do to one table.
struct Damage {
  let table: String
  let sql: String

  static let all: [Damage] =
    [
      ("heads", "UPDATE heads SET last_at = last_at + 1"), ("heads", "UPDATE heads SET size = size - 1"),
      ("heads", "UPDATE heads SET origin = 'bihuan/qinghe/2'"),
      ("heads", "UPDATE heads SET checkpoints = checkpoints + 1"),
      ("heads", "INSERT INTO heads (district, origin, size, last_at, checkpoints) VALUES ('beihe', 'x', 0, 0, 0)"),
      ("heads", "DELETE FROM heads"),
      ("entries", "UPDATE entries SET kind = 'matter.closed' WHERE position = 3"),
      ("entries", "UPDATE entries SET subject = 'matter:x' WHERE position = 3"),
      ("entries", "UPDATE entries SET canonical = replace(canonical, '\"at\":1', '\"at\":2') WHERE position = 3"),
      ("entries", "UPDATE entries SET nonce = '00000000000000000000000000000000' WHERE position = 3"),
      (
        "entries",
        """
        INSERT INTO entries SELECT district, position + 1, 'other', op_index, kind, subject, canonical, nonce FROM entries
        WHERE position = (SELECT MAX(position) FROM entries)
        """
      ),
      ("entries", "DELETE FROM entries WHERE position = 3"),
      ("entries", "DELETE FROM entries WHERE position = (SELECT MAX(position) FROM entries)"),
      ("texts", "UPDATE texts SET body = body || '。' WHERE position = (SELECT MIN(position) FROM texts)"),
      (
        "texts",
        "UPDATE texts SET salt = '00000000000000000000000000000000' WHERE position = (SELECT MIN(position) FROM texts)"
      ),
      (
        "texts",
        "INSERT INTO texts SELECT DISTINCT district, position + 1000, seal, salt, body FROM texts WHERE body = '清河区'"
      ),
      ("texts", "DELETE FROM texts WHERE position = (SELECT MAX(position) FROM texts)"),
      (
        "tiles",
        "UPDATE tiles SET hashes = CASE WHEN substr(hashes, 1, 1) = 'f' THEN '0' ELSE 'f' END || substr(hashes, 2)"
      ),
      ("tiles", "UPDATE tiles SET hashes = substr(hashes, 1, length(hashes) - 64)"),
      ("tiles", "UPDATE tiles SET hashes = 'not hashes'"),
      ("tiles", "INSERT INTO tiles SELECT district, level, tile + 9, hashes FROM tiles WHERE level = 0"),
      ("tiles", "DELETE FROM tiles"),
      ("checkpoints", "UPDATE checkpoints SET note = replace(note, 'bihuan/', 'bihuam/')"),
      ("checkpoints", "UPDATE checkpoints SET size = size - 1 WHERE size = (SELECT MIN(size) FROM checkpoints)"),
      ("checkpoints", "INSERT INTO checkpoints SELECT district, size + 1000, origin, note FROM checkpoints"),
      ("checkpoints", "DELETE FROM checkpoints"),
      ("directory", "UPDATE directory SET state = replace(state, '石桥镇', '石桥乡') WHERE id = 'shiqiao'"),
      ("directory", "INSERT INTO directory SELECT district, kind, 'dahe', state FROM directory WHERE id = 'shiqiao'"),
      ("directory", "DELETE FROM directory WHERE id = 'shiqiao'"),
      ("stand_ins", "UPDATE stand_ins SET state = replace(state, '外出培训', '外出考察')"),
      ("stand_ins", "INSERT INTO stand_ins SELECT district, 'x' || id, state FROM stand_ins"),
      ("stand_ins", "DELETE FROM stand_ins"),
      ("work_years", "UPDATE work_years SET state = replace(state, '2027-01-01', '2027-01-02')"),
      ("work_years", "INSERT INTO work_years SELECT district, 'x' || id, state FROM work_years"),
      ("work_years", "DELETE FROM work_years"),
      ("carried", "UPDATE carried SET clause = 5"),
      ("carried", "INSERT INTO carried SELECT district, meeting, clause + 1, matter FROM carried"),
      ("carried", "DELETE FROM carried"),
      ("sittings", "UPDATE sittings SET stage = 'held'"),
      ("sittings", "UPDATE sittings SET state = replace(state, '议事厅', '大礼堂')"),
      (
        "sittings",
        "INSERT INTO sittings SELECT district, 'x' || id, day, stage, meeting, version, state, 0 FROM sittings"
      ),
      ("sittings", "DELETE FROM sittings"), ("sittings", "UPDATE sittings SET instructions = instructions + 1"),
      ("unit_reports", "UPDATE unit_reports SET due_key = '2026-12-31'"),
      (
        "unit_reports",
        "INSERT INTO unit_reports SELECT district, sitting, 'gongan', asked, due_key FROM unit_reports WHERE unit = 'shiqiao'"
      ),
      ("unit_reports", "DELETE FROM unit_reports"),
      ("own_words", "UPDATE own_words SET state = replace(state, '燃气瓶', '燃气罐')"),
      ("own_words", "INSERT INTO own_words SELECT district, 'x' || id, state FROM own_words"),
      ("own_words", "DELETE FROM own_words"),
      ("own_terms", "UPDATE own_terms SET state = replace(state, '15', '25')"),
      ("own_terms", "INSERT INTO own_terms SELECT district, 'x' || id, state FROM own_terms"),
      ("own_terms", "DELETE FROM own_terms"),
      ("own_readings", "UPDATE own_readings SET state = replace(state, 'petition.decide', 'petition.notify')"),
      ("own_readings", "INSERT INTO own_readings SELECT district, 'x' || id, state FROM own_readings"),
      ("own_readings", "DELETE FROM own_readings"),
      ("passwords", "UPDATE passwords SET hash = '$argon2id$mine'"),
      ("passwords", "UPDATE passwords SET must_change = 1"),
      ("passwords", "INSERT INTO passwords SELECT district, 'guan', hash, must_change FROM passwords"),
      ("passwords", "DELETE FROM passwords"),
      ("meetings", "UPDATE meetings SET number = number + 1"), ("meetings", "UPDATE meetings SET undecided = 0"),
      ("meetings", "UPDATE meetings SET state = replace(state, '林知远', '何向东')"),
      (
        "meetings",
        "INSERT INTO meetings SELECT district, 'other', number + 1, day, undecided, version, state FROM meetings"
      ),
      ("meetings", "DELETE FROM meetings"),
      ("matters", "UPDATE matters SET phase = 'closed' WHERE phase = 'underway'"),
      ("matters", "UPDATE matters SET due_key = '2027-01-01' WHERE phase = 'underway'"),
      ("matters", "UPDATE matters SET state = replace(state, '消防站', '派出所')"),
      (
        "matters",
        """
        INSERT INTO matters SELECT district, 'zzz', 'QH-2026-0999', phase, lead, leader, field, due, due_key, meeting,
          clause, parent, fanned, version, state, planned, adopter FROM matters WHERE number = 'QH-2026-0001'
        """
      ),
      (
        "matters",
        """
        INSERT INTO matters SELECT 'beihe', id, number, phase, lead, leader, field, due, due_key, meeting, clause,
          parent, fanned, version, state, planned, adopter FROM matters WHERE number = 'QH-2026-0001'
        """
      ),
      ("matters", "DELETE FROM matters WHERE number = 'QH-2026-0001'"), ("matters", "UPDATE matters SET adopter = 'x'"),
      ("supporting", "UPDATE supporting SET unit = 'weijian' WHERE unit = 'gongan'"),
      ("supporting", "INSERT INTO supporting SELECT district, 'weijian', matter FROM supporting WHERE unit = 'gongan'"),
      ("supporting", "DELETE FROM supporting WHERE unit = 'gongan'"),
      ("listed", "UPDATE listed SET due_key = '2027-01-01' WHERE phase = 'underway'"),
      ("listed", "UPDATE listed SET text = '检查派出所' WHERE phase = 'underway'"),
      (
        "listed",
        """
        INSERT INTO listed SELECT district, 'zzz', number, number_key, phase, lead, field, leader, handler, meeting, due_key,
          provisional, last_at, last_act, urgency, supporting, version, text, adopter, listing, card, brought FROM listed WHERE number = 'QH-2026-0001'
        """
      ),
      ("listed", "DELETE FROM listed WHERE number = 'QH-2026-0001'"), ("listed", "UPDATE listed SET adopter = 'x'"),
      ("listed", "UPDATE listed SET listing = 1 - listing"), ("listed", "UPDATE listed SET card = 1 - card"),
      ("listed", "UPDATE listed SET brought = '2027-01-01'"),
      ("searched", "UPDATE searched SET words = replace(words, '消防', '派出')"),
      (
        "searched",
        """
        INSERT INTO searched (district, matter, words) SELECT district, 'zzz', words FROM searched
        WHERE matter = (SELECT MIN(matter) FROM searched)
        """
      ),
      ("searched", "DELETE FROM searched"),
      ("counters", "UPDATE counters SET amount = amount + 1 WHERE phase = 'closed'"),
      (
        "counters",
        "INSERT INTO counters SELECT district, 'weijian', field, phase, due_key, 1 FROM counters WHERE phase = 'closed' AND unit = ''"
      ),
      ("counters", "DELETE FROM counters WHERE phase = 'closed'"),
      ("serials", "UPDATE serials SET used = used - 1"),
      ("serials", "INSERT INTO serials SELECT district, 2025, used FROM serials"), ("serials", "DELETE FROM serials"),
      ("files", "UPDATE files SET size = size + 1"), ("files", "UPDATE files SET salt = digest"),
      ("files", "INSERT INTO files SELECT district, 'x' || id, owner, digest, salt, size, type FROM files"),
      ("files", "DELETE FROM files"),
      ("templates", "UPDATE templates SET adopted_at = adopted_at + 1"),
      (
        "templates",
        "INSERT INTO templates SELECT district, 'slip', file, digest, adopted_by, adopted_at FROM templates"
      ),
      ("templates", "DELETE FROM templates"),
      ("tokens", "UPDATE tokens SET revoked = 0"), ("tokens", "UPDATE tokens SET last_day = '2036-01-01'"),
      ("tokens", "UPDATE tokens SET officer = 'lin'"),
      (
        "tokens",
        "INSERT INTO tokens SELECT district, 'x' || id, officer, substr(digest, 2) || 'b', last_day, 0, state FROM tokens"
      ),
      ("tokens", "DELETE FROM tokens"),
      ("reports", "UPDATE reports SET model = replace(model, '\"closed\":1', '\"closed\":2')"),
      ("reports", "UPDATE reports SET position = position - 1"),
      ("reports", "INSERT INTO reports SELECT district, 'other', meeting, position, model FROM reports"),
      ("reports", "DELETE FROM reports"), ("waiting", "UPDATE waiting SET unit = 'weijian' WHERE kind = 'extension'"),
      (
        "waiting",
        "INSERT INTO waiting SELECT district, matter, 'look_back', unit, due_key, 0 FROM waiting WHERE kind = 'extension'"
      ),
      ("waiting", "DELETE FROM waiting"), ("waiting", "UPDATE waiting SET step = step + 1"),
      ("ladder", "UPDATE ladder SET step = step + 1"), ("ladder", "UPDATE ladder SET due_key = '2036-01-01'"),
      ("ladder", "INSERT INTO ladder SELECT district, 'x' || matter, procedure, step, due_key FROM ladder"),
      ("ladder", "DELETE FROM ladder"),
      ("periodic", "UPDATE periodic SET cycle = 'weekly'"), ("periodic", "UPDATE periodic SET unit = 'weijian'"),
      ("periodic", "INSERT INTO periodic SELECT district, 'x' || matter, unit, cycle, '', 0 FROM periodic"),
      ("periodic", "DELETE FROM periodic"), ("periodic", "UPDATE periodic SET open_from = '2036-01-01', reminded = 1"),
      ("outcomes", "UPDATE outcomes SET unit = 'weijian' WHERE outcome = 'on_time'"),
      (
        "outcomes",
        "INSERT INTO outcomes SELECT district, 'reopened', unit, matter FROM outcomes WHERE outcome = 'on_time'"
      ),
      ("outcomes", "DELETE FROM outcomes"),
      ("figures", "UPDATE figures SET unit = 'weijian' WHERE fact = 'on_time'"),
      ("figures", "UPDATE figures SET days = days + 1 WHERE fact = 'stay_underway'"),
      ("figures", "UPDATE figures SET fields = ' gas ' WHERE fact = 'closed'"),
      (
        "figures",
        """
        INSERT INTO figures SELECT district, matter, step + 90, fact, unit, day, days, fields FROM figures
        WHERE fact = 'returned_first'
        """
      ),
      ("figures", "DELETE FROM figures WHERE fact = 'returned_first'"),
      ("figure_sums", "UPDATE figure_sums SET amount = amount + 1 WHERE fact = 'closed'"),
      (
        "figure_sums",
        """
        INSERT INTO figure_sums SELECT district, field, '2026-01', unit, fact, days, amount FROM figure_sums
        WHERE fact = 'closed'
        """
      ),
      ("figure_sums", "DELETE FROM figure_sums WHERE fact = 'closed'"),
      ("silences", "UPDATE silences SET since = '2026-01-01'"),
      ("silences", "UPDATE silences SET again = '2036-01-01'"),
      ("silences", "INSERT INTO silences SELECT district, 'x' || matter, since, again FROM silences"),
      ("silences", "DELETE FROM silences"),
      ("subjects", "UPDATE subjects SET risk = 'blue'"), ("subjects", "UPDATE subjects SET status = 'active'"),
      ("subjects", "UPDATE subjects SET territorial = 'liuwan'"),
      ("subjects", "UPDATE subjects SET state = replace(state, '安置房', '商品房')"),
      (
        "subjects",
        """
        INSERT INTO subjects SELECT district, 'x' || id, serial + 100, type, status, risk, supervising, territorial,
          responsible, version, state FROM subjects
        """
      ),
      ("subjects", "DELETE FROM subjects"),
      ("searched_subjects", "UPDATE searched_subjects SET words = replace(words, '安置', '商品')"),
      (
        "searched_subjects",
        """
        INSERT INTO searched_subjects (district, subject, words) SELECT district, 'zzz', words FROM searched_subjects
        WHERE subject = (SELECT MIN(subject) FROM searched_subjects)
        """
      ),
      ("searched_subjects", "DELETE FROM searched_subjects"),
      ("inspections", "UPDATE inspections SET clean = 1"), ("inspections", "UPDATE inspections SET annulled = 1"),
      ("inspections", "UPDATE inspections SET day = '2026-01-05'"),
      ("inspections", "UPDATE inspections SET reason = 'ordered', unserved = 1 - unserved"),
      ("inspections", "UPDATE inspections SET visitor = 'x' || visitor"),
      ("inspections", "UPDATE inspections SET position = position + 1"),
      ("inspections", "UPDATE inspections SET state = replace(state, '临边', '洞口')"),
      (
        "inspections",
        """
        INSERT INTO inspections SELECT district, 'x' || id, subject, checklist, unit, day, clean, annulled, state, reason, visitor,
          unserved, position FROM inspections
        """
      ),
      ("inspections", "DELETE FROM inspections"), ("key_periods", "UPDATE key_periods SET last_day = '2026-12-31'"),
      ("key_periods", "UPDATE key_periods SET withdrawn = 1 - withdrawn"),
      ("key_periods", "UPDATE key_periods SET state = replace(state, '国庆', '元旦')"),
      (
        "key_periods",
        """
        INSERT INTO key_periods SELECT district, 'x' || id, first_day, last_day, withdrawn, version, state FROM key_periods
        """
      ),
      ("key_periods", "DELETE FROM key_periods"),
      ("duty_shifts", "UPDATE duty_shifts SET state = replace(state, 'shiqiao.ban', 'liuwan.ban')"),
      ("duty_shifts", "UPDATE duty_shifts SET state = replace(state, '正常', '异常')"),
      (
        "duty_shifts",
        "INSERT INTO duty_shifts SELECT district, period, 'liuwan', day, shift, state FROM duty_shifts"
      ),
      ("duty_shifts", "DELETE FROM duty_shifts"),
      ("daily_reports", "UPDATE daily_reports SET state = replace(state, '停电', '停水')"),
      (
        "daily_reports",
        "INSERT INTO daily_reports SELECT district, 'x' || period, day, unit, state FROM daily_reports"
      ),
      ("daily_reports", "DELETE FROM daily_reports"),
      ("draws", "UPDATE draws SET round = round + 5"), ("draws", "UPDATE draws SET stage = 'committed'"),
      ("draws", "UPDATE draws SET population = population + 1, part = 1"),
      ("draws", "UPDATE draws SET window_first = '2020-01-01', due = '2020-01-01'"),
      ("draws", "UPDATE draws SET state = replace(state, '0512193307', '0512193308')"),
      (
        "draws",
        """
        INSERT INTO draws SELECT district, 'x' || id, serial + 100, slot || 'x', round, duty, unit, day, stage, version, state,
          checklist, due, window_first, window_last, population, chosen, part
        FROM draws
        """
      ),
      ("draws", "DELETE FROM draws"), ("drawn", "UPDATE drawn SET place = place + 1"),
      ("drawn", "UPDATE drawn SET due = '2026-01-05'"),
      ("drawn", "INSERT INTO drawn SELECT district, draw, place, 'x' || subject, unit, checklist, due FROM drawn"),
      ("drawn", "DELETE FROM drawn"), ("spot_checks", "UPDATE spot_checks SET annulled = 1"),
      ("spot_checks", "UPDATE spot_checks SET first = 'x'"),
      ("spot_checks", "UPDATE spot_checks SET differs = 0"),
      (
        "spot_checks",
        """
        INSERT INTO spot_checks SELECT district, 'x' || inspection, draw, subject, duty, unit, first, first_unit, day, annulled,
          differs
        FROM spot_checks
        """
      ),
      ("spot_checks", "DELETE FROM spot_checks"),
      ("subject_terms", "UPDATE subject_terms SET first_day = '2026-01-05'"),
      ("subject_terms", "UPDATE subject_terms SET gone_day = '2026-01-05'"),
      (
        "subject_terms",
        "INSERT INTO subject_terms SELECT district, 'x' || subject, first_day, gone_day FROM subject_terms"
      ),
      ("subject_terms", "DELETE FROM subject_terms"),
      ("subject_choices", "UPDATE subject_choices SET choice = 'housing' WHERE attribute = 'kind'"),
      (
        "subject_choices",
        "INSERT INTO subject_choices SELECT district, subject, 'x' || attribute, choice FROM subject_choices"
      ),
      ("subject_choices", "DELETE FROM subject_choices"),
      ("campaigns", "UPDATE campaigns SET closed = 1 - closed"),
      ("campaigns", "UPDATE campaigns SET matter = 'x'"),
      ("campaigns", "UPDATE campaigns SET state = replace(state, '复工检查', '年度检查')"),
      (
        "campaigns", "INSERT INTO campaigns SELECT district, 'x' || id, first_day, matter, closed, state FROM campaigns"
      ),
      ("campaigns", "DELETE FROM campaigns"),
      ("counted_subjects", "UPDATE counted_subjects SET type = 'billboard'"),
      ("counted_subjects", "UPDATE counted_subjects SET supervising = 'xiaofang'"),
      ("counted_subjects", "UPDATE counted_subjects SET territorial = 'liuwan'"),
      ("counted_subjects", "UPDATE counted_subjects SET responsible = 'huanguan'"),
      ("counted_subjects", "UPDATE counted_subjects SET choices = 'kind=housing'"),
      ("counted_subjects", "UPDATE counted_subjects SET spans = '2020-01-01/'"),
      (
        "counted_subjects",
        """
        INSERT INTO counted_subjects
        SELECT district, 'x' || subject, type, supervising, territorial, responsible, choices, spans FROM counted_subjects
        """
      ),
      ("counted_subjects", "DELETE FROM counted_subjects"),
      ("findings", "UPDATE findings SET grade = 'major'"), ("findings", "UPDATE findings SET fixed = 1"),
      ("findings", "UPDATE findings SET day = '2026-01-05'"), ("findings", "UPDATE findings SET annulled = 1"),
      ("findings", "UPDATE findings SET item = NULL"), ("findings", "UPDATE findings SET matter = NULL"),
      (
        "findings",
        """
        INSERT INTO findings
        SELECT district, 'x' || inspection, place, subject, checklist, item, grade, fixed, matter, day, annulled FROM findings
        """
      ),
      ("findings", "DELETE FROM findings"),
    ].map { Damage(table: $0.0, sql: $0.1) } + trainings + wordings + reasons
}
