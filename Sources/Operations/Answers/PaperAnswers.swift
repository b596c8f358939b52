package import Directory
import Documents
import Formats
package import Ground
import Matters
import Meetings
import Storage

extension Office {
  /// The follow-through report on paper: the one frozen at the position `at`, or as the ledger stands now.
  package func reportPaper(_ id: MeetingID, at: Int?, for viewer: Officer) async throws(Refusal) -> PaperFile? {
    let file = try await template(of: .followThrough)
    let paper = try await weigh { (asking) throws -> FollowThroughPaper? in
      guard let meeting = try MeetingStore(asking.session, asking.district).load(id),
        let report = try asking.report(id, at: at, show: nil, for: viewer)
      else { return nil }
      return asking.paper(report, head: asking.head(meeting, template: file))
    }
    guard let paper else { return nil }
    return try print(.followThrough, file, FollowThroughPaper.fields, paper, called: paper.head.meeting)
  }

  /// Everything that the meeting asked for and the viewer may see, in the order of its bulletin.
  package func assignmentPaper(_ id: MeetingID, for viewer: Officer) async throws(Refusal) -> PaperFile? {
    let file = try await template(of: .assignments)
    let paper = try await weigh { (asking) throws -> AssignmentPaper? in
      guard let meeting = try MeetingStore(asking.session, asking.district).load(id) else { return nil }
      var paper = AssignmentPaper(head: asking.head(meeting, template: file))
      let matters = try MatterStore(asking.session, asking.district).ofMeeting(id)
        .filter { $0.parent == nil && $0.phase != .cancelled && asking.covers($0, viewer) }
      guard !matters.isEmpty else { throw Refusal(.paperEmpty, ["what": meeting.record.title.shown]) }
      paper.rows = matters.enumerated().map { asking.line($1, place: $0 + 1) }
      return paper
    }
    guard let paper else { return nil }
    return try print(.assignments, file, AssignmentPaper.fields, paper, called: paper.head.meeting)
  }

  /// What one unit of the meeting was asked for.
  package func slipPaper(_ id: MeetingID, unit: UnitID, for viewer: Officer) async throws(Refusal) -> PaperFile? {
    let file = try await template(of: .slip)
    guard let slips = try await slips(id, file, for: viewer) else { return nil }
    guard let slip = slips.first(where: { $0.unit == unit }) else {
      throw Refusal(.paperEmpty, ["what": unit.text])
    }
    return try print(.slip, file, SlipPaper.fields, slip.paper, called: slip.paper.unit)
  }

  /// A slip for every unit of the meeting with what the viewer may see, in the official order, in one archive.
  package func slipBundle(_ id: MeetingID, for viewer: Officer) async throws(Refusal) -> PaperFile? {
    let file = try await template(of: .slip)
    guard let slips = try await slips(id, file, for: viewer) else { return nil }
    guard let first = slips.first else { throw Refusal(.paperEmpty, ["what": id.text]) }
    let template = try WordTemplate(file.bytes, shape: PaperKind.slip.shape)
    var files: [(name: String, bytes: [UInt8])] = []
    for (index, slip) in slips.enumerated() {
      let number = index < 9 ? "0\(index + 1)" : "\(index + 1)"
      files.append(
        ("\(number) \(safe(slip.paper.unit)) 提示函.docx", try template.fill(SlipPaper.fields, with: slip.paper)))
    }
    do throws(Problem) {
      return PaperFile(
        name: "\(safe(first.paper.head.meeting)) 提示函.zip", type: "application/zip", bytes: try writeArchive(files))
    } catch { throw Refusal([error]) }
  }

  /// The notice of the next meeting, which opens with how this one's demands were met.
  package func noticePaper(_ id: MeetingID, _ next: NextMeeting) async throws(Refusal) -> PaperFile? {
    let file = try await template(of: .notice)
    let paper = try await weigh { (asking) throws -> NoticePaper? in
      guard let meeting = try MeetingStore(asking.session, asking.district).load(id) else { return nil }
      let open = try MatterStore(asking.session, asking.district).ofMeeting(id).filter { $0.isOpen && !$0.isParent }
      var paper = NoticePaper(head: asking.head(meeting, template: file))
      (paper.session, paper.seats) = (MeetingSession(next), asking.seats())
      (paper.open, paper.overdue) = (open.count, open.count { asking.standing($0) == .overdue })
      return paper
    }
    guard let paper else { return nil }
    return try print(.notice, file, NoticePaper.fields, paper, called: next.title)
  }

  /// The sheet on which those who attend sign, by unit and post.
  package func signInPaper(_ id: MeetingID, _ next: NextMeeting) async throws(Refusal) -> PaperFile? {
    let file = try await template(of: .signIn)
    let paper = try await weigh { (asking) throws -> SignInPaper? in
      guard let meeting = try MeetingStore(asking.session, asking.district).load(id) else { return nil }
      var paper = SignInPaper(head: asking.head(meeting, template: file))
      (paper.session, paper.seats) = (MeetingSession(next), asking.seats())
      return paper
    }
    guard let paper else { return nil }
    return try print(.signIn, file, SignInPaper.fields, paper, called: next.title)
  }

  private func slips(
    _ id: MeetingID, _ file: TemplateFile, for viewer: Officer
  ) async throws(Refusal) -> [(unit: UnitID, paper: SlipPaper)]? {
    try await weigh { asking in
      guard let meeting = try MeetingStore(asking.session, asking.district).load(id) else { return nil }
      return try asking.loads(id, for: viewer).map { unit, lines in
        var paper = SlipPaper(head: asking.head(meeting, template: file))
        (paper.unit, paper.rows) = (asking.unit(unit).name.shown, lines)
        return (unit, paper)
      }
    }
  }

  func print<Paper>(
    _ kind: PaperKind, _ file: TemplateFile, _ fields: PaperFields<Paper>, _ paper: Paper, called title: String
  ) throws(Refusal) -> PaperFile {
    let template = try WordTemplate(file.bytes, shape: kind.shape)
    return PaperFile(
      name: "\(safe(title)) \(kind.title.chinese).docx", type: FileKind.docx.mediaType,
      bytes: try template.fill(fields, with: paper))
  }

  /// A question that may refuse.
  func weigh<Answer: Sendable>(
    _ question: @escaping @Sendable (Asking) throws -> Answer
  ) async throws(Refusal) -> Answer {
    let answer = try await answer { (asking) throws(StorageError) in Result { try question(asking) } }
    do { return try answer.get() } catch { throw Refusal(any: error) }
  }
}

extension MeetingSession {
  /// `2026年3月27日（星期五）` and `上午9:30`.
  init(_ next: NextMeeting) {
    self.init()
    let weekday = ["一", "二", "三", "四", "五", "六", "日"][next.day.weekday - 1]
    (title, date, place) = (next.title, "\(PaperWords.day(next.day))（星期\(weekday)）", next.place)
    let parts = next.time.split(separator: ":").compactMap { Int($0) }
    guard parts.count == 2 else { return }
    let (hour, minute) = (parts[0], parts[1])
    time = "\(hour < 12 ? "上午" : "下午")\(hour <= 12 ? hour : hour - 12):\(minute < 10 ? "0" : "")\(minute)"
  }
}

/// As part of a file's name on any system.
func safe(_ text: String) -> String {
  String(
    String.UnicodeScalarView(
      text.unicodeScalars.filter { $0.value >= 0x20 && !"/\\:*?\"<>|".unicodeScalars.contains($0) }.prefix(60)))
}

extension Asking {
  func paper(_ report: ReportSheet, head: PaperHead) -> FollowThroughPaper {
    var paper = FollowThroughPaper(head: head)
    func lines(_ part: [ReportLine]) -> [PaperLine] {
      part.enumerated().map { line($1, place: $0 + 1, year: report.asOf.day.year) }
    }
    // A frozen report bears the day on which it was frozen.
    if report.asOf.isFrozen {
      (paper.head.day, paper.head.year) = (PaperWords.day(report.asOf.day), String(report.asOf.day.year))
    }
    (paper.asOf, paper.isFrozen) = (PaperWords.day(report.asOf.day), report.asOf.isFrozen)
    (paper.issued, paper.units, paper.closed) = (report.counts.issued, report.units, report.counts.closed)
    (paper.submitted, paper.underway) = (report.counts.submitted, report.counts.underway)
    (paper.assigned, paper.cancelled) = (report.counts.assigned, report.counts.cancelled)
    (paper.overdueCount, paper.returnedCount) = (report.standing.overdue, report.returnedCount)
    (paper.noAction, paper.onTime) = (report.noAction, PaperWords.rate(report.onTime))
    paper.carried = report.carried
    paper.firstPass = PaperWords.rate(report.firstPass)
    (paper.overdue, paper.open) = (lines(report.overdue), lines(report.underway))
    (paper.returned, paper.done, paper.register) = (lines(report.returned), lines(report.done), lines(report.register))
    paper.unitRows = figures(report.register)
    if let fields = report.fields { write(fields, on: &paper, year: report.asOf.day.year) }
    (paper.position, paper.digest) = (report.asOf.position, report.digest)
    paper.checkpoint = report.checkpoint.split(separator: "\n").prefix(3).joined(separator: " ")
    return paper
  }

  /// In the official order.
  private func figures(_ lines: [ReportLine]) -> [FollowThroughPaper.UnitFigures] {
    let byUnit = Dictionary(grouping: lines) { $0.row.lead.id }
    return directory.unitsInOrder.compactMap { unit in
      guard let own = byUnit[unit.id] else { return nil }
      return FollowThroughPaper.UnitFigures(
        unit: own[0].row.lead.name.shown, issued: own.count, closed: own.count { $0.row.phase == .closed },
        open: own.count { $0.row.phase.isOpen }, overdue: own.count { $0.row.standing == .overdue })
    }
  }
}
