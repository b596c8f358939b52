import Directory
import Duties
import Foundation
import Ground
import Inspections
import Matters
import Operations
import Packs
import Registers
import Subjects
import Testing
import Web

@Suite("Both languages say everything, and nothing besides")
struct LocaleTests {
  /// The keys written out in the code and those made of closed codes.
  static func used() throws -> Set<String> {
    var keys: Set<String> = []
    let files = FileManager.default.enumerator(
      at: repository.appendingPathComponent("Sources/Web"), includingPropertiesForKeys: nil)
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift" else { continue }
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /locale(?:\.count)?\(\s*"([a-z_.]+)"/) { keys.insert(String(match.1)) }
      for match in text.matches(of: /empty: "([a-z_.]+)"/) { keys.insert(String(match.1)) }
    }
    func add<Code: CaseIterable & RawRepresentable<String>>(_ prefix: String, _: Code.Type) {
      for code in Code.allCases { keys.insert("\(prefix).\(code.rawValue)") }
    }
    add("field", Field.self)
    add("emphasis", Emphasis.self)
    add("alert", AlertLevel.self)
    add("alert_kind", AlertKind.self)
    add("period_standing", RegisteredPeriod.Standing.self)
    add("shift_plan", ShiftPlan.self)
    add("shift", Shift.self)
    add("day_report", DayReportState.Kind.self)
    add("window_state", WindowState.self)
    add("frequency", Frequency.self)
    add("weekday", Weekday.self)
    add("subject_status", Subject.Status.Code.self)
    add("risk", RiskGrade.self)
    add("campaign_row", CampaignRowState.self)
    add("campaign_row", MissReason.self)
    add("visit_reason", VisitReason.self)
    add("campaign_standing", CampaignStanding.self)
    add("campaign_show", CampaignFilter.Show.self)
    add("training_stage", TrainingStage.self)
    add("refresher", RefresherLight.self)
    add("unit_kind", Course.UnitGroup.self)
    add("hazard", HazardGrade.self)
    add("draw_stage", DrawStage.self)
    add("draw_excluded", DrawCommitment.Exclusion.Reason.self)
    add("coordinates", CoordinateSystem.self)
    add("signature", Inspection.Signature.Kind.self)
    add("no_picture", NoPicture.self)
    add("service_way", Service.Way.self)
    add("service_receipt", Service.Receipt.self)
    add("service_receiver", Service.Receiver.self)
    add("service_slip", ServiceSlip.self)
    add("picture_stage", InspectionPicture.Stage.self)
    add("phase", Phase.self)
    add("role", Role.self)
    add("urgency", Urgency.self)
    add("channel", OnBehalf.Channel.self)
    add("standing", Standing.self)
    add("happened", MatterChange.Kind.self)
    add("act", MatterAct.self)
    add("intake_state", IntakeState.self)
    add("unit_kind", UnitKind.self)
    add("day_kind", CountedDay.Kind.self)
    add("fan_out", FanOut.self)
    add("fan_out_group", FanOutGroup.self)
    add("stage", MeetingStage.self)
    add("done", Notice.Done.self)
    add("sitting_stage", SittingStage.self)
    add("report_mode", ReportMode.self)
    add("report_state", ReportState.self)
    add("sitting_news", SittingNews.self)
    add("period_news", PeriodNews.self)
    add("refresher_news", RefresherNews.self)
    add("message_show", MessageShow.self)
    add("presence", PresenceKind.self)
    add("rest", RestOfUnits.self)
    add("show", ReportShow.self)
    add("field_show", FieldShow.self)
    add("field_show", MissedShow.self)
    add("window_reason", WindowReason.self)
    add("step", IntakeStep.Kind.self)
    add("nav", Section.self)
    add("outcome", Outcome.self)
    add("help.outcome", Outcome.self)
    add("theme", Theme.self)
    add("help.standing", Standing.self)
    add("help.phase", Phase.self)
    add("help.act", MatterAct.self)
    add("token_scope", TokenScope.self)
    add("token_state", TokenState.self)
    add("api_part", APIRoute.APIPart.self)
    add("checked", LegalReference.Checked.self)
    add("register_column", RegisterColumn.self)
    add("setup_step", SetupStep.self)
    add("setup_reason", SetupStep.self)
    add("duty", Role.self)
    add("openness", Openness.self)
    add("reading", ReadingRule.self)
    add("reread.part", PartDifference.Part.self)
    add("reread.fact", FactDifference.Fact.self)
    add("cycle", ReportCycle.self)
    add("concern", Concern.self)
    add("waiting", Waiting.Kind.self)
    add("waits", Waiting.Kind.self)
    add("audience", Ladder.Audience.self)
    add("reach_channel", Reach.Channel.self)
    add("rhythm", Reach.Rhythm.self)
    add("way", RobotKind.self)
    add("mail_encryption", MailEncryption.self)
    add("measure", FigureMeasure.self)
    add("milestone", MilestoneState.self)
    add("look_condition", LookState.self)
    add("look_measure", LookState.self)
    add("figure_rows", FigureRows.self)
    for kind in FigureFact.Kind.figures { keys.formUnion(["figure.\(kind.rawValue)", "help.figure.\(kind.rawValue)"]) }
    keys.formUnion(RollRule.allCases.map { "roll.\($0.rawValue)" })
    keys.insert("help.words.field")
    for list in WordList.all {
      if case .field = list { continue }
      keys.formUnion(["words.\(list.code)", "help.words.\(list.code)"])
    }
    for tier in WordList.tiers.besides { keys.insert("words.tier.\(tier)") }
    for change in ["added", "removed", "dropped", "restored"] { keys.insert("words.story_\(change)") }
    return keys
  }

  /// The pack names the fields for the importer and the workbook, the locales for the pages: one field, one name.
  @Test func aFieldIsCalledTheSameByThePackAndThePages() throws {
    let words = try PackLibrary.load(files: [(name: "words.yaml", yaml: try resource("packs/words.yaml"))]).words
    for language in Language.allCases {
      let page = try locale(language)
      for field in Field.allCases {
        let name = try #require(words.fieldNames[field])[language]
        #expect(page.name(field).string.lowercased() == name.lowercased())
      }
    }
  }

  /// What the packs rest on is said in English, too; files of statutes are called as they are called.
  @Test func everySourceIsSaidInEnglish() throws {
    let folder = repository.appendingPathComponent("Resources/packs")
    var sources: Set<String> = []
    for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    where file.pathExtension == "yaml" && file.lastPathComponent != "law.yaml" {
      for match in try String(contentsOf: file, encoding: .utf8).matches(of: /(?m)^ +source: (.+)$/) {
        sources.insert(String(match.1))
      }
    }
    let english = try locale(.english)
    let unsaid = sources.filter { !$0.hasPrefix("LawRefBook/") && english.cited($0) == $0 }
    #expect(unsaid.isEmpty, "\(unsaid.sorted())")
    let known = try resource("locales/citations.yaml").split(separator: "\n").filter { $0.hasPrefix("\"") }
    let clauses = try LocaleTests.clauses()
    #expect(clauses.count > 60)
    let unread = clauses.filter { english.said(clause: $0) == nil }
    #expect(unread.isEmpty, "\(unread.sorted())")
    let unused = known.filter { line in
      let words = line.dropFirst().prefix { $0 != "\"" }
      return !sources.contains(String(words)) && !clauses.contains { $0.contains(words) }
    }
    #expect(unused.isEmpty, "\(unused)")
    #expect(english.citation("本地方案").string == "<span lang=\"zh-CN\">本地方案</span>")
    #expect(try locale(.chinese).citation("本地方案").string == "本地方案")
  }

  /// Every clause and article that the shipped packs name.
  private static func clauses() throws -> Set<String> {
    let folder = repository.appendingPathComponent("Resources/packs")
    var clauses: Set<String> = []
    for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    where file.pathExtension == "yaml" {
      for match in try String(contentsOf: file, encoding: .utf8).matches(of: /(?:clause|article): ([^,}\n]+)/) {
        clauses.insert(String(match.1))
      }
    }
    return clauses
  }

  @Test(arguments: [
    (
      "消防法第二十八条；公安部令第61号第二十六条",
      "Fire Protection Law, Article 28; Order No. 61 of the Ministry of Public Security, Article 26"
    ),
    ("第九条第（三）项（2022版，现行条款待核）", "Article 9, item 3 (2022 edition, the clause in force unchecked)"),
    ("第二百零一条至第二百零三条", "Article 201 to Article 203"), ("第（十二）项", "item 12"), ("（项号待核）", "(item unchecked)"),
    ("消防法第十七条（重点单位）", "Fire Protection Law, Article 17 (key units)"),
  ]) func clausesAreSaidInEnglish(_ chinese: String, _ english: String) throws {
    #expect(try locale(.english).clause(chinese).string == english)
    #expect(try locale(.chinese).clause(chinese).string == chinese)
  }

  @Test func aClauseOfOnesOwnStandsAsItIsWritten() throws {
    for text in ["本县办法第三条", "消防法第三条之二", "消防法（本县）", "第条"] {
      #expect(try locale(.english).clause(text).string == "<span lang=\"zh-CN\">\(text)</span>")
    }
  }

  @Test(arguments: Language.allCases) func everyUsedKeyIsTranslated(language: Language) throws {
    let missing = try LocaleTests.used().subtracting(locale(language).keys)
    #expect(missing.isEmpty, "untranslated: \(missing.sorted())")
  }

  @Test(arguments: Language.allCases) func everyTranslatedKeyIsUsed(language: Language) throws {
    let keys = try locale(language).keys.map { $0.hasSuffix(".one") ? String($0.dropLast(4)) : $0 }
    let unused = try Set(keys).subtracting(LocaleTests.used())
    #expect(unused.isEmpty, "unused: \(unused.sorted())")
  }

  @Test func placeholdersAgree() throws {
    let (chinese, english) = try (locale(.chinese), locale(.english))
    for key in chinese.keys {
      #expect(Set(chinese.placeholders(of: key)) == Set(english.placeholders(of: key)), "\(key)")
    }
    for key in english.keys where key.hasSuffix(".one") {
      let many = String(key.dropLast(4))
      #expect(Set(english.placeholders(of: key) + ["n"]) == Set(english.placeholders(of: many)), "\(key)")
    }
  }

  @Test func daysAreSaidAsTheOfficeSaysThem() throws {
    let (chinese, english) = try (locale(.chinese), locale(.english))
    let today = Qinghe.today
    #expect(chinese.day(today, seenOn: today).string.contains(">3月12日（周四）<"))
    #expect(english.day(today, seenOn: today).string.contains(">Thu 12 Mar<"))
    let last = Qinghe.day("2025-12-31")
    #expect(chinese.day(last, seenOn: today).string.contains(">2025年12月31日（周三）<"))
    #expect(english.day(last, seenOn: today).string.contains(">Wed 31 Dec 2025<"))
    #expect(chinese.moment(Instant(today, minutes: 9 * 60 + 5), seenOn: today).string.hasSuffix(" 09:05"))
  }

  @Test func durationsKnowOneFromMany() throws {
    let (chinese, english) = try (locale(.chinese), locale(.english))
    #expect(chinese.count("due.left", 2).string == "还有2个工作日")
    #expect(english.count("due.left", 2).string == "2 workdays left")
    #expect(english.count("due.left", 1).string == "1 workday left")
    #expect(english.count("due.left", 0).string == "0 workdays left")
  }

  @Test func valuesAreEscapedByTheirOwnInterpolation() throws {
    let said = try locale(.chinese)("story.submitted", ["unit": "\("<b>")"])
    #expect(said.string == "&lt;b&gt;申请销号：")
  }

  @Test(arguments: [
    (0, "0 B"), (1023, "1023 B"), (1024, "1 KB"), (1025, "2 KB"), (1_048_576, "1.0 MB"), (1_048_577, "1.1 MB"),
  ])
  func sizesAreRoundedUp(bytes: Int, shown: String) throws {
    #expect(try locale(.english).size(bytes).string == shown)
  }
}
