package import Directory
package import Documents
import Formats
package import Ground

/// A paper that was just printed: its name, what it is, and its bytes.
package struct PaperFile: Sendable {
  /// Media types of the two kinds.
  package static let document = FileKind.docx.mediaType
  package static let workbook = FileKind.xlsx.mediaType

  package let name: String
  package let type: String
  package let bytes: [UInt8]
}

/// Which papers does a meeting have?
package struct MeetingPapers: Sendable {
  package let meeting: MeetingName
  /// Newest first.
  package let reports: [FrozenLine]
  /// The units that have something open here, in the official order.
  package let units: [UnitLoad]
  /// What the next meeting would be called.
  package let nextTitle: Words
  /// The meeting that was called.
  package let called: PlannedMeeting?

  package init(
    meeting: MeetingName, reports: [FrozenLine], units: [UnitLoad], nextTitle: Words, called: PlannedMeeting? = nil
  ) {
    (self.meeting, self.reports, self.units) = (meeting, reports, units)
    (self.nextTitle, self.called) = (nextTitle, called)
  }
}

/// When and where will the next meeting be?
package struct NextMeeting: Sendable {
  package let title: String
  package let day: CivilDate
  /// `09:30`, or empty.
  package let time: String
  package let place: String

  package init(title: String, day: CivilDate, time: String, place: String) {
    (self.title, self.day, self.time, self.place) = (title, day, time, place)
  }
}

/// How many open matters of the meeting does the unit answer for or support?
package struct UnitLoad: Hashable, Sendable {
  package let unit: UnitName
  package let matters: Int

  package init(unit: UnitName, matters: Int) { (self.unit, self.matters) = (unit, matters) }
}

/// Which follow-through reports were frozen?
package struct ReportRegister: Sendable {
  /// Newest first.
  package let rows: [FrozenLine]

  package init(rows: [FrozenLine]) { self.rows = rows }
}

/// What did a frozen report say in one line?
package struct FrozenLine: Hashable, Sendable {
  package let meeting: MeetingName
  package let position: Int
  package let day: CivilDate
  package let issued: Int
  package let closed: Int
  package let overdue: Int
  /// SHA-256 of the canonical model.
  package let digest: String

  package init(
    meeting: MeetingName, position: Int, day: CivilDate, issued: Int, closed: Int, overdue: Int, digest: String
  ) {
    (self.meeting, self.position, self.day, self.issued) = (meeting, position, day, issued)
    (self.closed, self.overdue, self.digest) = (closed, overdue, digest)
  }
}

/// With which templates are papers printed?
package struct TemplateDesk: Sendable {
  package let rows: [TemplateRow]

  package init(rows: [TemplateRow]) { self.rows = rows }
}

/// Is it the shipped template, or whose, since when?
package struct TemplateRow: Sendable {
  package let kind: PaperKind
  package let digest: String
  package let own: Adoption?

  package struct Adoption: Sendable {
    package let by: OfficerName
    package let on: CivilDate

    package init(by: OfficerName, on: CivilDate) { (self.by, self.on) = (by, on) }
  }

  package init(kind: PaperKind, digest: String, own: Adoption?) {
    (self.kind, self.digest, self.own) = (kind, digest, own)
  }
}
