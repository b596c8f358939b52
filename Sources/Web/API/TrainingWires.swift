import Duties
import Ground
import Matters
import Operations
import Packs

/// Sessions of training and what is due again.
extension Wires {
  static let courses = Wire<[Course]>.record("Courses", [Member("courses", .list(course)) { $0 }])

  private static let course = Wire<Course>.record(
    "Course",
    [
      Member("code", .text) { $0.code }, Member("title", .both) { $0.title }, Member("field", .choice()) { $0.field },
      Member("units", .list(.choice())) { $0.units }, Member("subjects", .list(.text)) { $0.subjects },
      Member("seen_to_by", .choice()) { $0.role }, Member("posts", .list(coursePost)) { $0.posts },
      Member("refresher_months", .optional(.count)) { $0.refresherMonths },
      Member("notice_days", .count) { $0.noticeDays }, Member("hours", .optional(.count)) { $0.hours },
      Member("source", .text) { $0.source }, Member("checked", .choice()) { $0.checked },
    ])

  private static let coursePost = Wire<Course.Post>.record(
    "CoursePost", [Member("code", .text) { $0.code }, Member("title", .both) { $0.title }])

  private static let courseName = Wire<CourseName>.record(
    "CourseName", [Member("code", .text) { $0.code }, Member("title", .both) { $0.title }])

  private static let trainingLine = Wire<TrainingLine>.record(
    "TrainingRow",
    [
      Member("id", .id()) { $0.id }, Member("course", courseName) { $0.course },
      Member("organiser", unit) { $0.organiser }, Member("day", .day) { $0.day },
      Member("stage", .choice()) { $0.stage }, Member("attended", .count) { $0.attended },
      Member("owed", .optional(.count)) { $0.owed }, Member("units", .count) { $0.units },
      Member("has_sheet", .flag) { $0.hasSheet },
    ])

  static let trainings = Wire<TrainingRegister>.record(
    "TrainingList",
    [
      Member("trainings", .list(trainingLine)) { $0.rows }, Member("is_narrowed", .flag) { $0.isNarrowed },
    ])

  static let training = Wire<TrainingSheetView>.record(
    "Training",
    [
      Member("training", trainingLine) { $0.line }, Member("version", .count) { $0.training.version },
      Member("place", .words) { $0.training.terms.place }, Member("hours", .count) { $0.training.terms.hours },
      Member("counts", .list(count)) { $0.counts },
      Member("annulled", .optional(.words)) { $0.training.annulled },
      Member("sheets", .list(sheetFile)) { $0.mayOpenSheets ? $0.training.sheets : [] },
      Member("is_narrowed", .flag) { $0.isNarrowed },
    ])

  private static let count = Wire<TrainingSheetView.CountLine>.record(
    "TrainingCount",
    [
      Member("unit", unit) { $0.unit }, Member("post", .text) { $0.line.post }, Member("title", .both) { $0.post },
      Member("attended", .optional(.count)) { $0.line.attended }, Member("owed", .optional(.count)) { $0.line.owed },
    ])

  private static let sheetFile = Wire<Evidence>.record(
    "TrainingSheet",
    [
      Member("id", .id()) { $0.id }, Member("name", .words) { $0.name }, Member("type", .text) { $0.type },
      Member("size", .count) { $0.size },
    ])

  static let refreshers = Wire<RefresherBoard>.record(
    "RefresherList",
    [
      Member("refreshers", .list(refresher)) { $0.rows }, Member("counts", lights) { $0.counts },
      Member("is_narrowed", .flag) { $0.isNarrowed },
    ])

  private static let lights = Wire<RefresherCounts>.record(
    "RefresherCounts",
    [
      Member("overdue", .count) { $0[.overdue] }, Member("soon", .count) { $0[.soon] },
      Member("unrecorded", .count) { $0[.unrecorded] }, Member("valid", .count) { $0[.valid] },
    ])

  private static let refresher = Wire<RefresherLine>.record(
    "Refresher",
    [
      Member("course", .text) { $0.course.code }, Member("unit", unit) { $0.unit },
      Member("post", .text) { $0.refresher.post }, Member("title", .both) { $0.post },
      Member("light", .choice()) { $0.refresher.light }, Member("last", .optional(.day)) { $0.refresher.last?.day },
      Member("training", .optional(.id())) { $0.refresher.last?.training },
      Member("missing", .count) { $0.refresher.last?.missing ?? 0 }, Member("due", .optional(due)) { $0.due },
    ])
}
