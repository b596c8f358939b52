import Ground
import Matters
import Testing

@Suite("Recording on behalf")
struct OnBehalfTests {
  private func progress(_ onBehalf: OnBehalf?) -> MatterCommand {
    .reportProgress(note: Words("电话报告已检查3家"), onBehalf: onBehalf)
  }

  @Test("A coordinator says for whom; a unit's officer acts as such")
  func who() throws {
    let story = try Story(upTo: .underway)
    #expect(story.codes(progress(nil), "coordinator") == [.onBehalfMissing])
    #expect(story.codes(progress(Qinghe.onBehalf()), "coordinator") == [])
    #expect(story.codes(progress(Qinghe.onBehalf()), "shiqiao-handler") == [.onBehalfCoordinatorOnly])
    #expect(story.codes(progress(Qinghe.onBehalf(Qinghe.fire)), "shiqiao-handler") == [.onBehalfCoordinatorOnly])
    #expect(story.codes(progress(nil), "shiqiao-handler") == [])
  }

  @Test("Only for a unit of the matter; signing and submitting only for the lead unit")
  func unit() throws {
    let story = try Story(upTo: .underway)
    #expect(story.codes(progress(Qinghe.onBehalf(Qinghe.fire)), "coordinator") == [])
    #expect(story.codes(progress(Qinghe.onBehalf(Qinghe.liuwan)), "coordinator") == [.onBehalfUnit])
    let submit = MatterCommand.submit(note: Words("完成"), onBehalf: Qinghe.onBehalf(Qinghe.fire))
    #expect(story.codes(submit, "coordinator") == [.onBehalfUnit])
  }

  @Test("From the day of issue to today")
  func day() throws {
    var story = try Story(upTo: .underway)
    story.now = Instant(Qinghe.start.adding(days: 3), minutes: 600)
    for (days, codes): (Int, [ProblemCode]) in [(-1, [.onBehalfDay]), (0, []), (3, []), (4, [.onBehalfDay])] {
      let onBehalf = Qinghe.onBehalf(Qinghe.shiqiao, Qinghe.start.adding(days: days))
      #expect(story.codes(progress(onBehalf), "coordinator") == codes, "day \(days)")
    }
  }

  @Test("The named handler serves in the unit that signs")
  func handler() throws {
    var story = try Story()
    func sign(_ handler: String) -> MatterCommand {
      .acknowledge(handler: OfficerID(trusted: handler), onBehalf: Qinghe.onBehalf())
    }
    #expect(story.codes(sign("liuwan-handler"), "coordinator") == [.handlerNotOfUnit])
    #expect(story.codes(sign("nobody"), "coordinator") == [.handlerNotOfUnit])
    #expect(story.codes(sign("shiqiao-handler"), "coordinator") == [])
    story.context = story.context.without("shiqiao-handler")
    #expect(story.codes(sign("shiqiao-handler"), "coordinator") == [.handlerNotOfUnit])
  }
}
