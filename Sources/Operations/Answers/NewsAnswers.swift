package import Directory
package import Ground
import Matters
import Meetings
import Storage

extension Office {
  /// What happened to a matter since the version that a page shows; nil where nothing did, or there is no such matter.
  ///
  /// Reads one row while there is nothing new: pages ask again and again.
  package func matterNews(
    _ id: MatterID, since seen: Int, for viewer: Officer
  ) async throws(Refusal) -> MatterNews? {
    try await answer { (asking) throws(StorageError) in
      guard let matter = try MatterStore(asking.session, asking.district).load(id), matter.version > seen,
        asking.covers(matter, viewer)
      else { return nil }
      // Each entry moves the version on by one.
      return MatterNews(
        matter: id, version: matter.version, lines: Array(try asking.history(id).lines.dropFirst(max(0, seen))))
    }
  }

  /// What others did at an intake since a page was shown; nil where nothing happened or there is no such meeting.
  package func intakeNews(
    _ id: MeetingID, since: Instant, but viewer: OfficerID
  ) async throws(Refusal) -> IntakeNews? {
    try await answer { (asking) throws(StorageError) in
      guard let meeting = try MeetingStore(asking.session, asking.district).load(id) else { return nil }
      let drafts = try DraftStore(asking.session, asking.district).kept(id)
      var lines: [IntakeNews.Line] = []
      for clause in meeting.standing {
        if let decision = meeting.decisions[clause], decision.at > since,
          let by = Actor.officers(in: decision.by)?.who, by != viewer
        {
          lines.append(
            IntakeNews.Line(
              clause: clause, by: asking.officer(by), at: decision.at, state: IntakeState(decision, nil)))
        } else if let draft = drafts[clause]?.draft, let by = draft.changedBy, by != viewer, let at = draft.changedAt,
          at > since
        {
          lines.append(
            IntakeNews.Line(
              clause: clause, by: asking.officer(by), at: at, state: IntakeState(nil, draft)))
        }
      }
      return lines.isEmpty ? nil : IntakeNews(lines: lines.sorted { ($0.at, $0.clause) < ($1.at, $1.clause) })
    }
  }
}
