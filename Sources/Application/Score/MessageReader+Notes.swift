// SPDX-License-Identifier: GPL-3.0-or-later

import Demand
import Scorecards

extension MessageReader {
  /// Reads a log and tells what was assumed.
  func log(
    _ file: String, _ report: (ReadingNote) -> Void
  ) throws(ApplicationError) -> MessageLog {
    do throws(MessageLogError) {
      let (log, notes) = try read(path: file)
      if notes.isGBK { report(ReadingNote(file: file, what: .gbk)) }
      if notes.dropsOffsets {
        report(
          ReadingNote(
            file: file, what: .history(HistoryNote(line: 0, kind: .offsetDropped, count: 1))))
      }
      if notes.sorted > 0 {
        report(
          ReadingNote(
            file: file, what: .history(HistoryNote(line: 0, kind: .sorted, count: notes.sorted))))
      }
      if let minutes = notes.sessionGap {
        report(ReadingNote(file: file, what: .sessionsBySilence(minutes: minutes)))
      }
      return log
    } catch {
      throw .file(file, .messages(error))
    }
  }
}
