import Directory
import Documents
import Ground
import Matters
import Meetings
import Packs
import Storage

/// What the papers say, in values: from the same snapshot, the same questions and the same order as the pages.
extension Asking {
  func head(_ meeting: Meeting, template: TemplateFile) -> PaperHead {
    var head = PaperHead()
    head.district = directory.district.name.shown
    head.office = officeName
    (head.meeting, head.meetingDay) = (
      PaperWords.meeting(meeting.record.title.shown), PaperWords.day(meeting.day)
    )
    (head.day, head.year, head.template) = (PaperWords.day(today), String(today.year), template.digest)
    return head
  }

  /// The committee's office by its full name.
  private var officeName: String {
    let district = directory.district.name.shown
    let office = directory.units(of: .office).first?.name.shown ?? "安全生产委员会办公室"
    return office.hasPrefix(district) ? office : district + office
  }

  func line(_ matter: Matter, place: Int, share: String = "") -> PaperLine {
    var line = PaperLine(place: place)
    let row = row(matter)
    (line.number, line.text, line.share) = (matter.number, matter.text.shown, share)
    line.unit = row.lead.name.shown
    let supporting = matter.isParent ? matter.children.map(\.unit) : matter.supporting
    line.supporting = supporting.map { unit($0).name.shown }.joined(separator: "、")
    line.leader = matter.leader.map { officer($0).name.shown } ?? ""
    // Nobody knows yet which days of that year are off.
    let mark = row.due?.isProvisional ?? false ? "（暂定）" : ""
    line.due = matter.due.map { PaperWords.day($0.day) + mark } ?? "—"
    line.shortDue = matter.due.map { PaperWords.shortDay($0.day, in: today.year) + mark } ?? "—"
    line.urgency = PaperWords.name(matter.urgency)
    (line.standing, line.distance) = (PaperWords.name(matter.phase), PaperWords.distance(row.due?.distance))
    line.closedOn = matter.phase == .closed ? matter.closure.map { PaperWords.day($0.at.civilDate) } ?? "" : ""
    line.lastAct = act(row.lastAct, in: today.year)
    line.standard = packs.standards[matter.standard]?.title.chinese ?? ""
    line.basis = basis(matter)
    return line
  }

  /// - Parameter year: of the report; other years are written out.
  func line(_ line: ReportLine, place: Int, year: Int) -> PaperLine {
    var paper = PaperLine(place: place)
    let row = line.row
    (paper.number, paper.text, paper.unit) = (row.matter.number, row.text.shown, row.lead.name.shown)
    paper.due = row.due.map { PaperWords.day($0.day) } ?? "—"
    paper.shortDue = row.due.map { PaperWords.shortDay($0.day, in: year) } ?? "—"
    paper.standing = row.standing == .overdue ? PaperWords.name(Standing.overdue) : PaperWords.name(row.phase)
    paper.distance = PaperWords.distance(row.due?.distance)
    paper.closedOn = line.closedOn.map(PaperWords.day) ?? ""
    paper.nextStep = line.nextStep?.shown ?? ""
    paper.lastAct = act(row.lastAct, in: year)
    return paper
  }

  private func act(_ act: LastAct?, in year: Int) -> String {
    act.map { "\(PaperWords.shortDay($0.day, in: year))\(PaperWords.name($0.kind))" } ?? ""
  }

  /// An article nobody has read in the statute is printed in no order (DESIGN §3.10).
  private func basis(_ matter: Matter) -> String {
    guard let due = matter.due, let code = due.article ?? packs.terms[due.source]?.reference,
      let reference = packs.references[code], reference.checked == .statute, reference.holds(on: today)
    else { return "" }
    return "《\(reference.title.chinese)》\(reference.article)"
  }

  /// The posts that sit at a meeting, in the official order: the leaders, then who answers for each unit. No names.
  func seats() -> [Seat] {
    var posts = directory.active(with: .leader).map { (unit($0.unit).name.shown, $0.post.shown) }
    for body in directory.unitsInOrder where [.department, .town].contains(body.kind) {
      posts.append((body.name.shown, directory.leads(of: body.id).first?.post.shown ?? "负责人"))
    }
    return posts.enumerated().map { Seat(place: $0 + 1, unit: $1.0, post: $1.1) }
  }

  /// What each unit of the meeting has still to do, in the official order: what it leads, then what it supports. Of what
  /// the viewer may see.
  func loads(
    _ meeting: MeetingID, for viewer: Officer
  ) throws(StorageError) -> [(unit: UnitID, lines: [PaperLine])] {
    let matters = try MatterStore(session, district).ofMeeting(meeting)
      .filter { $0.isOpen && !$0.isParent && covers($0, viewer) }
    return directory.unitsInOrder.compactMap { unit in
      let led = matters.filter { $0.lead == unit.id }.map { ($0, "牵头") }
      let supported = matters.filter { $0.lead != unit.id && $0.supporting.contains(unit.id) }.map { ($0, "协办") }
      let lines = (led + supported).enumerated().map { line($1.0, place: $0 + 1, share: $1.1) }
      return lines.isEmpty ? nil : (unit.id, lines)
    }
  }
}
