package import Ground

/// The words by which the reader, the intake and the roster door know what a text is about. All in simplified characters.
package struct WordLists: Hashable, Sendable {
  /// How much each word speaks for a field: 1 in passing, 3 clearly, 5 decides.
  package var fieldWords: [Field: [String: Int]] = [:]
  package var fieldNames: [Field: Bilingual] = [:]
  /// Words that make persons the object of a clause (DESIGN §7).
  package var personWords: [String] = []
  /// What a clerk may put in place of a clause about persons, in the order offered.
  package var lawfulDuties: [LawfulDuty] = []
  /// A collective such as 各街镇 and the kind of unit it fans out to; `enterprise` and `leader` are no units.
  package var tiers: [String: String] = [:]
  /// Kinds of places among the words of fields, such as 医院: beside the name of a danger they say where, and not what.
  package var placeWords: [String] = []
  package var keyPeriods: [String] = []
  package var attitudeWords: [String] = []
  package var actionWords: [String] = []
  package var studyWords: [String] = []
  package var responsibilityWords: [String] = []
  package var unitSuffixes: [String] = []
  package var roster = RosterColumns()

  package init() {}
}

/// A duty about matters, places or counts that may stand in place of a clause about persons (DESIGN §7).
package struct LawfulDuty: Hashable, Sendable {
  /// E.g. `plan_filed`.
  package let code: String
  package let title: Bilingual
  /// What the matter says unless the clerk edits it; it names no person and quotes nothing of the clause.
  package let text: Bilingual

  package init(code: String, title: Bilingual, text: Bilingual) {
    (self.code, self.title, self.text) = (code, title, text)
  }
}

/// The column titles by which a list of persons is known at the door.
package struct RosterColumns: Hashable, Sendable {
  /// Columns of names, e.g. 姓名.
  package var names: [String] = []
  /// Columns that make a list of persons together with a column of names, e.g. 身份证号.
  package var columns: [String] = []
  /// Columns that make a watch list by themselves, e.g. 稳控责任人.
  package var watch: [String] = []
  /// What a pack's attribute in free words is not called, as it would name a person, e.g. 负责人.
  package var attributes: [String] = []

  package init() {}
}

extension WordLists {
  /// The word of `text` by which it makes persons the object of control (DESIGN §7); nil where there is none.
  package func personWord(in text: String) -> String? { personWords.first { WordLists.holds(text, $0) } }

  /// Byte by byte, because every draft is held against a hundred words at every act.
  private static func holds(_ text: String, _ word: String) -> Bool {
    var (text, word) = (text, word)
    return text.withUTF8 { text in
      word.withUTF8 { word in
        guard let first = word.first, word.count <= text.count else { return word.isEmpty }
        for start in 0...text.count - word.count where text[start] == first {
          if zip(text[start...], word).allSatisfy({ $0 == $1 }) { return true }
        }
        return false
      }
    }
  }
}
