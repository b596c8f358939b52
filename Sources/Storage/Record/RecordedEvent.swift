package import Directory
package import Duties
package import Ground
package import Inspections
package import Matters
package import Meetings
package import Subjects

/// Everything that one ledger entry can say happened.
package enum RecordedEvent: Hashable, Sendable {
  case directory(DirectoryEvent)
  case meeting(MeetingID, MeetingChange)
  case sitting(SittingID, SittingChange)
  case matter(MatterID, MatterChange)
  case subject(SubjectID, SubjectChange)
  case inspection(InspectionID, InspectionChange)
  case period(PeriodID, PeriodChange)
  case draw(DrawID, DrawChange)
  case campaign(CampaignID, CampaignChange)
  /// By the code of the duty whose windows were missed.
  case missed(String, MissedChange)
  case training(TrainingID, TrainingChange)
  case report(ReportFrozen)
  case token(TokenID, TokenChange)
  case record(RecordEvent)
}

/// A follow-through report was frozen: its model's digest, and the position up to which the ledger was read.
package struct ReportFrozen: Hashable, Codable, Sendable {
  package let id: ReportID
  package let meeting: MeetingID
  /// How many entries the model was composed from.
  package let size: Int64
  /// SHA-256 of the canonical model, lower-case hexadecimal.
  package let digest: String
  /// What the fields' figures were counted against, so that they come out the same when the rules have changed; nil where
  /// the report has no such figures.
  package let plan: FieldPlan?

  package init(id: ReportID, meeting: MeetingID, size: Int64, digest: String, plan: FieldPlan?) {
    (self.id, self.meeting, self.size, self.digest, self.plan) = (id, meeting, size, digest, plan)
  }
}

/// What happens to the record itself.
package enum RecordEvent: Hashable, Codable, Sendable {
  /// A pack, calendar or template came into force; `digest` is SHA-256 of its file.
  case adopted(kind: String, name: String, digest: String)
  /// An office's own document template came into force, or the shipped one again.
  case templateSet(TemplateSet)
  /// What a checklist asks, once an inspection first went through it in these words.
  case checklistKept(ChecklistWording)
  /// A text and its salt were removed by law; the seal stays.
  case textErased(seal: String, reason: Words)
  /// A restored copy was shorter than a checkpoint known outside: the log goes on under a new origin.
  case originChanged(old: String, restored: Int64, known: Int64, knownRoot: String)
  /// An office's old register came in under one operation, which the matters' entries carry. `file` is the SHA-256 of
  /// its file, sealed like a text, since a digest confirms a guess; the file itself is not kept.
  case registerTaken(file: Words, name: Words, matters: Int)
  /// The register that came in under `operation` was taken back.
  case registerGivenBack(operation: OperationID, reason: Words)
  /// One chunk of a list of subjects came in; the subjects' entries carry the import.
  case subjectsTaken(SubjectsTaken)
  /// One chunk of the subjects that an import brought was taken back.
  case subjectsGivenBack(SubjectsGivenBack)
  /// Open due dates were counted again by a year's calendar; one chunk of it.
  case recounted(RecountChunk)
}

/// One chunk of counting open due dates again: by which edition, which of them moved, and where the next one begins.
package struct RecountChunk: Hashable, Codable, Sendable {
  /// E.g. `2027.1`; all chunks of one edition are one run.
  package let edition: String
  /// From 1.
  package let number: Int
  package let counted: [RecountedDue]
  /// The matter behind which the next chunk begins, by id; nil where this was the last.
  package let next: MatterID?
  /// Reports owed to sittings whose day moved, in the run's last chunk; nil for none.
  package let reports: [RecountedReport]?

  package init(
    edition: String, number: Int, counted: [RecountedDue], next: MatterID?, reports: [RecountedReport]? = nil
  ) {
    (self.edition, self.number, self.counted, self.next) = (edition, number, counted, next)
    self.reports = reports
  }
}

/// The day of a unit's report to a sitting before and after it was counted again.
package struct RecountedReport: Hashable, Codable, Sendable {
  package let sitting: SittingID
  package let unit: UnitID
  package let before: CivilDate
  package let after: CivilDate

  package init(sitting: SittingID, unit: UnitID, before: CivilDate, after: CivilDate) {
    (self.sitting, self.unit, self.before, self.after) = (sitting, unit, before, after)
  }
}

/// A matter's due day before and after it was counted again.
package struct RecountedDue: Hashable, Codable, Sendable {
  package let matter: MatterID
  package let before: CivilDate
  package let after: CivilDate

  package init(matter: MatterID, before: CivilDate, after: CivilDate) {
    (self.matter, self.before, self.after) = (matter, before, after)
  }
}

/// One chunk of an import of subjects. All chunks of one import are one run, which goes on behind the row of the last.
package struct SubjectsTaken: Hashable, Codable, Sendable {
  package let imported: OperationID
  /// From 1.
  package let number: Int
  /// SHA-256 of the file, in hexadecimal, and the file's name: in the first chunk.
  package let file: Words?
  package let name: Words?
  /// The code of the subjects' type.
  package let type: String
  /// How many subjects came with this chunk, and up to which row of the file.
  package let subjects: Int
  package let last: Int
  /// How many are to come with all chunks, and how many rows stay outside.
  package let total: Int
  package let refused: Int

  package init(
    imported: OperationID, number: Int, file: Words?, name: Words?, type: String, subjects: Int, last: Int,
    total: Int, refused: Int
  ) {
    (self.imported, self.number, self.file, self.name, self.type) = (imported, number, file, name, type)
    (self.subjects, self.last, self.total, self.refused) = (subjects, last, total, refused)
  }
}

/// One chunk of taking an import of subjects back, the newest first; `left` is how many still stand.
package struct SubjectsGivenBack: Hashable, Codable, Sendable {
  package let imported: OperationID
  /// From 1.
  package let number: Int
  package let reason: Words
  package let subjects: Int
  package let left: Int
  /// The number of the chunk of the import that it took back; nil in entries from before it stood there.
  package let taken: Int?

  package init(imported: OperationID, number: Int, reason: Words, subjects: Int, left: Int, taken: Int? = nil) {
    (self.imported, self.number, self.reason) = (imported, number, reason)
    (self.subjects, self.left, self.taken) = (subjects, left, taken)
  }
}
