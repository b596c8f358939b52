import Duties
import Ground
import Matters
import Operations

/// The trainings of the story: what was held long ago and is due again, or was due, what was held lately with its signed
/// sheet, one that is planned, and one that was entered twice.
extension DemoStory {
  func train() async throws(Refusal) {
    try await hold(
      "fire.keepers", by: "xiaofang", ago: 371, "区消防救援大队会议室", hours: 4,
      [("shiqiao", "head", 6, 6), ("shiqiao", "keeper", 8, 9), ("liuwan", "head", 4, 4), ("liuwan", "keeper", 5, 5)])
    try await hold(
      "fire.keepers", by: "xiaofang", ago: 349, "区消防救援大队会议室", hours: 4,
      [("dongguan", "head", 9, 9), ("dongguan", "keeper", 11, 12)])
    try await hold(
      "fire.control_room", by: "xiaofang", ago: 90, "区消防训练基地", hours: 8,
      [("shiqiao", "operator", 10, 12), ("dongguan", "operator", 14, 14)], isSigned: true)
    try await hold(
      "training.officials", by: "anwei", ago: 160, "区行政中心一楼报告厅", hours: 8,
      [
        ("shiqiao", "deputy", 1, 1), ("shiqiao", "clerk", 2, 2), ("dongguan", "deputy", 1, 1),
        ("dongguan", "clerk", 2, 3), ("liuwan", "deputy", 1, 1),
      ]
        + [
          "yingji", "xiaofang", "zhujian", "jiaotong", "jiaoyu", "shijian", "huanbao", "shuiwu", "nongye", "chengguan",
        ]
        .flatMap { [($0, "deputy", 1, 1), ($0, "clerk", 2, 2)] }, isSigned: true)
    try await hold(
      "traffic.school_bus", by: "jiaotong", ago: 170, "区客运中心培训室", hours: 3,
      [("jiaotong", "driver", 22, 24), ("jiaotong", "escort", 24, 24)], isSigned: true)
    let twice = try await hold(
      "training.grid", by: "shiqiao", ago: 30, "石桥镇政府二楼", hours: 2, [("shiqiao", "patrol", 18, 20)])
    try await act(AnnulTraining(training: twice, seen: nil, reason: Words("同一次培训重复登记。")), by: "shiqiao.ban")
    try await hold(
      "training.grid", by: "shiqiao", ago: 30, "石桥镇政府二楼", hours: 2, [("shiqiao", "patrol", 19, 20)],
      isSigned: true)
    try await act(
      PlanTraining(
        TrainingStart(
          course: "fire.keepers", organiser: UnitID(trusted: "xiaofang"),
          terms: terms(
            day: now.civilDate.adding(days: 9), "区消防救援大队会议室", 4,
            [("shiqiao", "head", nil, 6), ("shiqiao", "keeper", nil, 9), ("liuwan", "keeper", nil, 5)]))),
      by: "xiaofang.ban")
    clock.advance(minutes: 2)
  }

  private typealias Headcount = (unit: String, post: String, attended: Int?, owed: Int?)

  /// - Parameter ago: so many days before the visitor comes.
  @discardableResult
  private func hold(
    _ course: String, by unit: String, ago: Int, _ place: String, hours: Int, _ counts: [Headcount],
    isSigned: Bool = false
  ) async throws(Refusal) -> TrainingID {
    let start = TrainingStart(
      course: course, organiser: UnitID(trusted: unit),
      terms: terms(day: now.civilDate.adding(days: -ago), place, hours, counts))
    let officer = unit == "anwei" ? "tong" : "\(unit).ban"
    let id = try await act(RecordTraining(start, sheet: nil), by: officer)
    if isSigned {
      let scan = try office.evidence.store(
        Picture.signedSheet(rows: 12).png, name: "签到表扫描件.png", note: nil, type: "image/png",
        id: EvidenceID(trusted: office.newIdentifier()), salt: office.secret(count: 16))
      try await act(KeepSheet(training: id, sheet: SignedScan(file: scan, sent: scan.digest)), by: officer)
    }
    clock.advance(minutes: 2)
    return id
  }

  private func terms(day: CivilDate, _ place: String, _ hours: Int, _ counts: [Headcount]) -> TrainingTerms {
    TrainingTerms(
      day: day, place: Words(place), hours: hours,
      lines: counts.map {
        TrainingTerms.Line(unit: UnitID(trusted: $0.unit), post: $0.post, attended: $0.attended, owed: $0.owed)
      })
  }
}
