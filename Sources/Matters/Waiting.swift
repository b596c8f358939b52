package import Ground

/// What a matter waits for beside its own due date, by when, and at which unit: each with a clock of its own.
package struct Waiting: Hashable, Sendable {
  package let kind: Kind
  package let unit: UnitID
  package let due: CivilDate?

  package enum Kind: String, CaseIterable, Codable, Sendable {
    /// 异议 to be answered.
    case objection
    /// 延期申请 to be decided.
    case `extension`
    /// 挂账 that ends: to be taken up again.
    case suspension
    /// 分工 of a unit, not finished.
    case part
    /// 挂牌 or 摘牌 to be made public.
    case publication
    /// 回头看 to be held.
    case lookBack = "look_back"
    /// 自查提示 that the coordinator looks into.
    case concern
  }
}

extension Matter {
  /// The counted clocks of what it waits for; a suspension and a part end on days that somebody named.
  package var clocksBeside: [(kind: Waiting.Kind, due: DueDate)] {
    let (life, kinds) = (self.life, Set(waiting.map(\.kind)))
    let clocks: [(Waiting.Kind, DueDate?)] = [
      (.objection, life.objection?.answerBy), (.extension, life.extensionAsked?.answerBy),
      (.publication, life.listing?.delisted?.publishBy ?? life.listing?.publishBy), (.lookBack, life.lookBack?.due),
    ]
    return clocks.compactMap { kind, due in due.flatMap { kinds.contains(kind) ? (kind, $0) : nil } }
  }

  package var waiting: [Waiting] {
    let life = self.life
    guard phase != .cancelled, life.mergedInto == nil else { return [] }
    var found: [Waiting] = []
    func wait(_ kind: Waiting.Kind, _ due: CivilDate?, _ unit: UnitID? = nil) {
      found.append(Waiting(kind: kind, unit: unit ?? lead, due: due))
    }
    if let objection = life.objection { wait(.objection, objection.answerBy?.day) }
    if let request = life.extensionAsked, phase == .assigned || phase == .underway {
      wait(.extension, request.answerBy?.day)
    }
    if let suspension = life.suspension { wait(.suspension, suspension.until) }
    if phase == .underway {
      for part in life.parts where part.finished == nil { wait(.part, part.due, part.unit) }
    }
    if let listing = life.listing, listing.owesPublication {
      wait(.publication, (listing.delisted?.publishBy ?? listing.publishBy)?.day)
    }
    if let lookBack = life.lookBack { wait(.lookBack, lookBack.due.day) }
    if !concerns.isEmpty { wait(.concern, nil) }
    return found
  }
}
