import FoundationEssentials
import Ground
import Ledger
import Matters
import Operations
import Simulation
import TestDatabases
import TestOffice
import Testing

/// A district lives by the dice and every rule holds at every step.
///
/// `BIHUAN_SEED` names a seed to live again, `BIHUAN_STEPS` how long a life is.
@Suite struct YearTests {
  @Test(arguments: TestEngine.all, Lives.seeds)
  func everyRuleHoldsAtEveryStep(_ engine: TestEngine, seed: UInt64) async throws {
    print("a year of 清河区 on \(engine): seed \(seed), \(Lives.steps) steps")
    let year = try await Lives.live(seed: seed, steps: Lives.steps, on: engine)
    let acts = year.acts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    print("seed \(seed): \(year.meetings) meetings, \(year.matters) matters, \(year.entries) entries; \(acts)")
    #expect(year.meetings > 10)
    #expect(year.acts["crash", default: 0] > 0)
    #expect(year.acts["sent twice", default: 0] > 0)
    #expect(year.acts.contains { $0.key.hasPrefix("refused") })
    #expect(year.acts["CloseOut", default: 0] > 0)
    #expect(year.acts["round", default: 0] > 0)
    #expect(year.acts["RecordInspection", default: 0] > 0 && year.acts["work list", default: 0] > 0)
    #expect(year.acts["StartCampaign", default: 0] > 0 && year.acts["RevealDraw", default: 0] > 0)
  }

  /// Years in which enough is closed, returned, opened again and looked back at for units' figures to have shares and
  /// medians; they are held against plain looking at what happened. So is what units owe, while subjects come, stand still
  /// and resume behind their gates. In all of them together everything happens to a matter that can.
  @Test func busyYearsFiguresAreThoseOfPlainLooking() async throws {
    let acts = [
      "CloseOut", "ReturnForRework", "Reopen", "LookBackAt", "Reassign", "MergeMatter", "SeparateMatter",
      "FanOutMatter", "RegisterSubject", "GradeSubject", "SuspendSubject", "ResumeSubject", "RecordInspection",
      "AnnulInspection", "refused: subject.gate", "work list", "SetPeriod", "EndPeriod", "AmendPeriod", "KeepRoster",
      "ReportDay", "closer work", "standby", "ExplainMissed", "WithdrawReasons", "RecordCommitments", "StartCampaign",
      "RecordMiss", "CloseCampaign", "OpenSitting", "SubmitReport", "ReadReport", "ChangeMany", "SetClocks", "calendar",
      "refused: campaign.open", "coverage", "CommitDraw", "RevealDraw", "spot check", "disagreement", "SetProject",
      "FinishMilestone", "MoveMilestone", "CheckCondition", "RecordInterimCheck", "slippage",
      "refused: matter.project_milestones_open", "PlanTraining", "HoldTraining", "RecordTraining", "refresher",
      "field figure",
    ]
    let (seen, changes) = try await withThrowingTaskGroup { group in
      for seed in Lives.busy {
        group.addTask { try await Lives.live(seed: seed, steps: Lives.busySteps, on: .sqlite) }
      }
      var (seen, changes): ([String: Int], [MatterChange.Kind: Int]) = ([:], [:])
      for try await year in group {
        seen.merge(year.acts, uniquingKeysWith: +)
        changes.merge(year.changes, uniquingKeysWith: +)
      }
      return (seen, changes)
    }
    for act in acts { #expect(seen[act, default: 0] > 0, "\(act)") }
    #expect(seen["CloseOut", default: 0] > 20)
    for kind in MatterChange.Kind.allCases where !Self.elsewhere.contains(kind) {
      #expect(changes[kind, default: 0] > 0, "\(kind)")
    }
  }

  /// What a district of the dice does not do: no register is taken over, and so none is given back, and of its verifiers no
  /// third unit has any that could hold a look-back. `RegisterImportTests` and `LookBackOfficeTests` do. A listing ends too
  /// rarely to be asked for; `SideLifeTests` ends one.
  private static let elsewhere: Set<MatterChange.Kind> = [.takenOver, .released, .lookBackAssigned, .delisted]

  /// The seed decides everything: the same life ends under the same root, on either engine.
  @Test func theSameSeedIsTheSameLife() async throws {
    var roots: Set<String> = []
    for engine in [.sqlite] + TestEngine.all {
      roots.insert(try await Lives.live(seed: 11, steps: 60, on: engine).root.hex)
    }
    #expect(roots.count == 1)
    let other = try await Lives.live(seed: 12, steps: 60, on: .sqlite)
    #expect(!roots.contains(other.root.hex))
  }
}

/// How the tests let a district live.
enum Lives {
  private static let environment = ProcessInfo.processInfo.environment

  static let seeds: [UInt64] = environment["BIHUAN_SEED"].flatMap { UInt64($0) }.map { [$0] } ?? [3, 4]
  static let busy: [UInt64] = environment["BIHUAN_SEED"].flatMap { UInt64($0) }.map { [$0] } ?? [8, 13, 21, 22]
  static let busySteps = environment["BIHUAN_STEPS"].flatMap { Int($0) } ?? 1000
  static let steps = environment["BIHUAN_STEPS"].flatMap { Int($0) } ?? 350

  static func live(seed: UInt64, steps: Int, on engine: TestEngine) async throws -> DistrictYear.Summary {
    try await engine.withDatabase { database in
      try await DistrictYear.live(seed: seed, steps: steps, in: premises(database))
    }
  }

  static func premises(_ database: TestDatabase) -> Premises {
    Premises(
      data: "\(database.folder.path)/data", database: database.kind == .postgres ? database.address : nil,
      district: FictionalDistrict.id, ready: TestOffice.shipped)
  }
}
