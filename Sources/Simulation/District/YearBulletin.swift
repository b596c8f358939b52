package import Ground

extension SampleBulletin {
  /// A bulletin put together by the dice: some demands, one or two slogans, now and then a clause about persons.
  package static func random(number: Int, day: CivilDate, demands: Int, using dice: inout SeededSource)
    -> SampleBulletin
  {
    var clauses = DistrictTexts.demands.shuffled(using: &dice).prefix(demands).map { $0 }
    if let slogan = dice.pick(DistrictTexts.slogans) { clauses.insert(slogan, at: dice.roll(clauses.count + 1)) }
    if dice.chance(percent: 50), let clause = dice.pick(DistrictTexts.persons) {
      clauses.insert(clause, at: dice.roll(clauses.count + 1))
    }
    return put(together: clauses, number: number, day: day)
  }

  /// A bulletin with these clauses.
  package static func put(together clauses: [SampleClause], number: Int, day: CivilDate) -> SampleBulletin {
    let title = "清河区召开第\(number)次安全稳定工作调度会议"
    let head = "\(title)。\(day.month)月\(day.day)日，副区长林知远主持会议。会议强调："
    return SampleBulletin(
      title: title, day: day, chair: "林知远", attendance: [(name: "林知远", post: "副区长")],
      heard: ["各单位工作情况汇报"], text: head + clauses.map(\.text).joined(), clauses: clauses)
  }
}
