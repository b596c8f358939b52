/// What can be wrong with a published calendar or with a term counted on it.
extension ProblemCode {
  package static let calendarYearRepeated = ProblemCode(
    "calendar.year_repeated", status: 422,
    message: Bilingual("{year}年的工作日历有两份。", "There are two calendars for {year}."),
    hint: Bilingual("每年只保留最新一版，请删去旧的文件。", "Keep only the newest edition of each year and remove the other file."))
  package static let calendarEditionCode = ProblemCode(
    "calendar.edition_code", status: 422,
    message: Bilingual("工作日历的版本号与年份{year}不符。", "The calendar's edition code does not fit the year {year}."),
    hint: Bilingual(
      "版本号写成“{year}.1”的样子，修订一次加一。", "Write it like \"{year}.1\" and raise the last number with each revision."))
  package static let calendarRun = ProblemCode(
    "calendar.run", status: 422,
    message: Bilingual("{day}起的安排不在本年内，或者起止颠倒。", "The entry from {day} leaves the year or runs backwards."),
    hint: Bilingual("请按文件核对起止日期；跨年的部分写在各自年份。", "Check the days against the notice; each part belongs to its own year."))
  package static let calendarDayRepeated = ProblemCode(
    "calendar.day_repeated", status: 422,
    message: Bilingual("{day}列了两次。", "{day} is listed twice."),
    hint: Bilingual("请按文件核对，删去重复的一处。", "Check it against the notice and remove one."))
  package static let calendarDayOffAndWorked = ProblemCode(
    "calendar.day_off_and_worked", status: 422,
    message: Bilingual("{day}既列为放假又列为上班。", "{day} is listed both as off and as worked."),
    hint: Bilingual("请按文件核对，只保留一处。", "Check it against the notice and keep one."))
  package static let calendarMakeUpOnWeekday = ProblemCode(
    "calendar.make_up_on_weekday", status: 422,
    message: Bilingual("调休上班日{day}不是周六或周日。", "The make-up workday {day} is no Saturday or Sunday."),
    hint: Bilingual("请按文件核对日期。", "Check the day against the notice."))
  package static let dueTermLength = ProblemCode(
    "due.term_length", status: 422,
    message: Bilingual("期限的长度{length}不合理。", "A term of {length} makes no sense."),
    hint: Bilingual("请填写{first}至{last}之间的整数。", "Give a whole number from {first} to {last}."))
  package static let dueBeforeStart = ProblemCode(
    "due.before_start", status: 422,
    message: Bilingual("期限{day}早于起算日{start}。", "The due day {day} lies before the start {start}."),
    hint: Bilingual("请核对年份和日期。", "Check the year and the day."))
  package static let dueTooLate = ProblemCode(
    "due.too_late", status: 422,
    message: Bilingual("期限超出了可以表示的年份。", "The due day lies beyond the years that can be written."),
    hint: Bilingual("请核对起算日。", "Check the start day."))
  package static let dueTermUnread = ProblemCode(
    "due.term_unread", status: 422,
    message: Bilingual("看不懂期限“{term}”。", "\"{term}\" is no term."),
    hint: Bilingual(
      "请写成：5个工作日、15日、48小时、4个工作时、月底、2026-03-31、2026-10-01前。",
      "Write it like: 5 workdays, 15 days, 48 hours, 4 work-hours, end of month, 2026-03-31, before 2026-10-01."))
  package static let dueNeedsMoment = ProblemCode(
    "due.needs_moment", status: 422,
    message: Bilingual("按小时计算的期限要从一个时刻起算。", "A term of hours runs from a moment."),
    hint: Bilingual("请写明起算的日期和时间，例如 2026-02-13 09:30。", "Give the day and the time, e.g. 2026-02-13 09:30."))
  package static let workHoursUnsound = ProblemCode(
    "due.work_hours", status: 422,
    message: Bilingual("工作时间写得不对。", "These are no opening hours."),
    hint: Bilingual(
      "一至四段，写成 08:30-12:00 13:00-17:30，前后不重叠。",
      "One to four spans in order, written 08:30-12:00 13:00-17:30."))

  package static let calendarCatalogue: [ProblemCode] = [
    .calendarYearRepeated, .calendarEditionCode, .calendarRun, .calendarDayRepeated, .calendarDayOffAndWorked,
    .calendarMakeUpOnWeekday, .dueTermLength, .dueBeforeStart, .dueTooLate,
    .dueTermUnread, .dueNeedsMoment, .workHoursUnsound,
  ]
}
