import Duties
import Ground
import Subjects

/// What belongs to one row of the fields and lies in tables of its own.
extension RowComparison {
  mutating func compareTerms(_ subject: Subject) throws(StorageError) {
    let stored = try SubjectTermStore(session, district).rows(of: subject.id)
    let choices = SubjectTermStore.choices(subject, in: district)
    count("subject_terms", 1)
    count("subject_choices", choices.count)
    if stored.term.map(\.values) != [SubjectTermStore.term(subject, in: district)] {
      report("subject_terms", subject.id.text, "differs from what the subject's entries say")
    }
    if stored.choices.map(\.values) != choices {
      report("subject_choices", subject.id.text, "differs from what the subject's entries say")
    }
  }

  mutating func compareMisses(_ campaign: Campaign, _ misses: [SubjectID: Miss]) throws(StorageError) {
    count("misses", misses.count)
    let expected = misses.values.sorted { $0.subject < $1.subject }
      .map { CampaignStore.values($0, of: campaign.id, in: district) }
    if try CampaignStore(session, district).misses(of: campaign.id).map(\.values) != expected {
      report("misses", campaign.id.text, "differs from what the campaign's entries say")
    }
  }

  mutating func compareReasons(
    of duty: String, _ reasons: [MissedWindow: StatedReason]
  ) throws(StorageError) {
    count("window_reasons", reasons.count)
    let expected = reasons.sorted { $0.key < $1.key }
      .map { WindowReasonStore.values($0.value, of: duty, $0.key, in: district) }
    if try WindowReasonStore(session, district).rows(of: duty).map(\.values) != expected {
      report("window_reasons", duty, "differs from what the duty's entries say")
    }
  }

  mutating func compareCounts(of training: Training) throws(StorageError) {
    let expected = TrainingStore.counts(training, in: district)
    count("training_counts", expected.count)
    if try TrainingStore(session, district).counts(of: training.id) != expected {
      report("training_counts", training.id.text, "differs from what the session's entries say")
    }
  }
}
