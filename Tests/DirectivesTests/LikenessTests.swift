import Directives
import Testing

@Suite struct LikenessTests {
  @Test(arguments: [
    ("要对九小场所开展一次全面排查，建立隐患清单", "要对“九小场所”再开展一次全面排查，更新隐患清单", true),
    ("公安分局要会同教育局开展校车安全检查", "教育局要会同公安分局开展一次校车安全检查", true),
    ("要加强建筑工地塔吊检查", "要加强有限空间作业检查", false), ("要检查", "要检查", false), ("", "", false),
  ])
  func tellsTheSameDemandFromAnother(one: String, other: String, isAlike: Bool) {
    let share = Likeness(one).share(with: Likeness(other))
    #expect((share >= Likeness.worthALook) == isAlike, "\(share)")
    #expect(share == Likeness(other).share(with: Likeness(one)))
  }
}
