package import Duties
package import Ground

/// One shift tells the next what happened and what is open (交接班).
package struct HandOver: ActOnPeriod {
  package let period: PeriodID
  package let shift: ShiftKey
  package let text: Words
  package let open: Words?
  package let recordedFor: StandbyChannel?

  package init(period: PeriodID, shift: ShiftKey, text: Words, open: Words?, recordedFor: StandbyChannel?) {
    (self.period, self.shift, self.text, self.open, self.recordedFor) = (period, shift, text, open, recordedFor)
  }

  package var typed: [Words?] { [text, open] }
  package var command: PeriodCommand { .handOver(shift, text: text, open: open, recordedFor: recordedFor) }
}
