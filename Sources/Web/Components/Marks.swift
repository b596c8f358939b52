import Ground
import Operations

extension Standing {
  /// Each state has a shape besides its pigment, so that it survives greyscale and colour blindness (PAGES).
  var shape: HTML {
    switch self {
    case .closed: "●"
    case .nearDue: "▲"
    case .overdue: "■"
    case .cancelled: "◌"
    case .underway: "○"
    case .suspended: "◧"
    }
  }

  /// The class that gives the pigment; a closed alphabet.
  var pigment: HTML { HTML(text: rawValue) }
}

/// Shape and word.
func mark(_ standing: Standing, _ locale: Locale) -> HTML {
  "<span class=\"mark \(standing.pigment)\">\(shape(standing))\(locale.name(standing))</span>"
}

/// The shape alone, for a line that says the word elsewhere.
func shape(_ standing: Standing) -> HTML { "<span class=\"shape\" aria-hidden=\"true\">\(standing.shape)</span>" }

/// How far off the due day is, in the words of the office: `还有2个工作日`.
func dueText(_ due: DueLine?, _ viewer: Viewer, _ locale: Locale) -> HTML {
  guard let due else { return "<span class=\"due none\">\(locale("due.none"))</span>" }
  let day = locale.shortDay(due.day, seenOn: viewer.today)
  let comma = locale("due.comma")
  let distance: HTML =
    switch due.distance {
    case .workdaysLeft(let days): "\(comma)\(locale.count("due.left", days))"
    case .today: "\(comma)\(locale("due.today"))"
    case .daysOver(let days): "\(comma)<strong>\(locale.count("due.over", days))</strong>"
    case .settled: ""
    }
  return "<span class=\"due\">\(day)\(distance)\(provisional(due.isProvisional, locale))</span>"
}

/// Workdays that reach into a year whose holidays are not published yet.
func provisional(_ isProvisional: Bool, _ locale: Locale) -> HTML {
  isProvisional ? "<span class=\"provisional\">\(locale("due.provisional"))</span>" : ""
}

/// Children closed out of all, as words and as a bar.
func progressBar(_ progress: ChildProgress, _ locale: Locale) -> HTML {
  """
  <span class="progress">\(locale("child.progress", ["done": "\(progress.settled)", "total": "\(progress.total)"])) \
  <progress max="\(progress.total)" value="\(progress.settled)" aria-label="\(locale("child.label"))"></progress></span>
  """
}

func unitChips(_ units: [UnitName], _ locale: Locale) -> HTML {
  guard !units.isEmpty else { return "" }
  return "<span class=\"units\">\(locale.list(units.map { "<span class=\"unit\">\($0.name)</span>" }))</span>"
}

/// A unit's name, and the way to what it owes.
func unitLink(_ unit: UnitName) -> HTML { "<a href=\"\(url: "/units/\(unit.id.text)")\">\(unit.name)</a>" }

/// An officer by unit and post; the name follows.
func officerText(_ officer: OfficerName) -> HTML { "\(officer.unit.name) \(officer.post) \(officer.name)" }

func matterPath(_ matter: MatterName) -> String { "/matters/\(matter.id.text)" }

func meetingPath(_ meeting: MeetingName) -> String { "/meetings/\(meeting.id.text)" }

func sittingPath(_ sitting: SittingName) -> String { "/sittings/\(sitting.id.text)" }
