/// 送达回证: which papers came to the inspected unit, how and when. Printed blank beforehand, too, to be signed.
package struct ServiceReceiptPaper: Hashable, Sendable {
  package var head: VisitHead
  package var rows: [Row] = []
  package var way = ""
  package var day = ""
  package var receipt = ""
  /// The post that signed; no name is kept.
  package var receiver = ""
  /// What the way of service needs: the mail's number, witnesses counted, consent, the notice's day.
  package var proof = ""
  package var note = ""
  package var isBlank = false
  package var isAnnulled = false

  package init(head: VisitHead) { self.head = head }

  package struct Row: Hashable, Sendable {
    package let place: Int
    package let title: String
    package let number: String

    package init(place: Int, title: String, number: String) {
      (self.place, self.title, self.number) = (place, title, number)
    }

    static let fields = PaperFields<Row>([
      .text("n", "序号", "Its place in the list") { String($0.place) },
      .text("title", "送达文书", "The paper") { $0.title },
      .text("number", "文号", "Its number") { $0.number },
    ])
  }

  package static let fields = PaperFields<ServiceReceiptPaper>(
    VisitHead.entries { $0.head },
    [
      .rows("rows", "送达文书", "What was served", Row.fields) { $0.rows },
      .text("way", "送达方式", "How it was served") { $0.way },
      .text("day", "送达日期", "Day of service") { $0.day },
      .text("receipt", "签收情况", "Whether it was signed for") { $0.receipt },
      .text("receiver", "签收人职务", "The post that signed") { $0.receiver },
      .text("proof", "送达证明", "What shows that it was served") { $0.proof },
      .text("note", "备注", "The note") { $0.note },
      .flag("has_note", "是否有备注", "Whether there is a note") { !$0.note.isEmpty },
      .flag("is_blank", "是否空白", "Whether it is a blank copy") { $0.isBlank },
      .flag("is_annulled", "是否已作废", "Whether it does not count any more") { $0.isAnnulled },
    ])
}
