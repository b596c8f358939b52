import Ground
import Registers
import Testing

@Suite("The notice of a year's holidays")
struct HolidayNoticeTests {
  private static func days(_ year: Int, _ texts: String...) -> [CivilDate] {
    texts.flatMap { text -> [CivilDate] in
      let ends = text.split(separator: "/").map { CivilDate("\(year)-\($0)")! }
      return (ends[0].dayNumber...ends[ends.count - 1].dayNumber).map(CivilDate.init(dayNumber:))
    }
  }

  @Test("A whole year, as such notices are written")
  func wholeYear() {
    let notice = HolidayNotice(
      """
      各区、各部门：现将2026年休假安排转发如下，请遵照执行。（2025年11月4日）
      一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
      二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
      三、清明节：4月4日（周六）至6日（周一）放假，共3天。
      四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
      五、端午节：6月19日（星期五）至21日（星期日）放假，共3天。
      六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
      七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日），10月10日（周六）上班。
      节假日期间，请妥善安排值班。
      """, year: 2026)
    #expect(notice.problems.isEmpty)
    #expect(
      notice.off
        == Self.days(
          2026, "01-01/01-03", "02-15/02-23", "04-04/04-06", "05-01/05-05", "06-19/06-21", "09-25/09-27", "10-01/10-07")
    )
    #expect(notice.workdays == Self.days(2026, "01-04", "02-14", "02-28", "05-09", "09-20", "10-10"))
    #expect(notice.outside.isEmpty)
  }

  @Test("A run over the turn of the year gives each year its part")
  func turnOfTheYear() {
    let text = "元旦：2023年12月30日（周六）至2024年1月1日（周一）放假，共3天"
    let notice = HolidayNotice(text, year: 2024)
    #expect(notice.off == Self.days(2024, "01-01"))
    #expect(notice.outside == Self.days(2023, "12-30/12-31"))
    #expect(HolidayNotice(text, year: 2023).off == Self.days(2023, "12-30/12-31"))
  }

  @Test("A single day off, in full-width digits")
  func single() {
    #expect(HolidayNotice("元旦：１月１日（周三）放假１天，不调休。", year: 2025).off == Self.days(2025, "01-01"))
  }

  @Test(
    "What cannot be right is said, with its place",
    arguments: [
      ("1月1日（周五）放假", "notice.weekday"), ("2月30日放假", "notice.day"), ("5日放假", "notice.day"),
      ("10月7日至1日放假", "calendar.run"), ("1月1日至12月31日放假", "calendar.run"), ("春节期间照常值班。", "notice.empty"),
      ("", "notice.empty"),
    ])
  func wrong(text: String, code: String) {
    #expect(HolidayNotice(text, year: 2026).problems.map(\.code.code) == [code])
  }

  @Test("No text makes it stumble")
  func hostile() {
    for text in ["至至至日日日放假", "99999999999999999999年99月99日放假", "（（（1月1日放假", "1月1日至放假上班", "年月日上班放假"] {
      _ = HolidayNotice(text, year: 2026)
    }
  }
}
