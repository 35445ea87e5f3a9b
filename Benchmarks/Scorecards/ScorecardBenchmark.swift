// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Foundation
import Randomness
import Scorecards

/// Times the reader of message logs and the evaluator of reply rules on a log that is made up:
/// `ScorecardBenchmark [messages]`. Processor time, the best of five.
@main
enum ScorecardBenchmark {
  static func main() throws {
    let count = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 2_000_000
    let folder = FileManager.default.temporaryDirectory
    let file = folder.appendingPathComponent("inquiry-messages-\(getpid()).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    let bytes = try write(count, to: file)
    var log: MessageLog?
    let reading = try best { log = try MessageReader().read(path: file.path).log }
    guard let log else { return }
    row("reader", "\(megabytes(bytes, reading)) MB/s", "\(rate(log.count, reading)) M messages/s")
    for entry in RuleBook.presets.entries {
      let rule = entry.latest
      var units = 0
      let seconds = best { units = ReplyCounts(rule, of: log, on: log.days).total.graded.units }
      row(rule.key, "\(rate(log.count, seconds)) M messages/s", "\(units) units")
    }
  }

  /// A year of sessions, about seven at once, of two rounds and five messages each.
  private static func write(_ count: Int, to file: URL) throws -> Int {
    var random = SplitMix(state: 7)
    var text = "time,side,session,customer,agent\n"
    text.reserveCapacity(count * 60)
    let origin = CivilDate(unchecked: 2026, 1, 1)
    let sessions = max(1, count / 5)
    var messages: [(time: Int, text: String)] = []
    for session in 0..<sessions {
      var time = session * (365 * 86_400) / sessions
      for (index, side) in ["customer", "customer", "agent", "customer", "agent"].enumerated() {
        let pause = Int(random.next() % (index == 0 ? 1 : 240))
        time += pause
        let agent = side == "agent" ? "agent\(session % 12)" : ""
        messages.append((time, "\(side),s\(session),c\(session / 2),\(agent)"))
      }
    }
    messages.sort { ($0.time, $0.text) < ($1.time, $1.text) }
    for message in messages {
      let (day, second) = message.time.quotientAndRemainder(dividingBy: 86_400)
      let clock = [second / 3600, second / 60 % 60, second % 60]
        .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
      text += "\(origin.advanced(by: day)) \(clock),\(message.text)\n"
    }
    try text.write(to: file, atomically: false, encoding: .utf8)
    return text.utf8.count
  }

  /// Seconds of processor time, the best of five.
  private static func best(_ body: () throws -> Void) rethrows -> Double {
    var best = Double.infinity
    for _ in 0..<5 {
      let start = clock()
      try body()
      best = min(best, Double(clock() - start) / Double(1_000_000))
    }
    return best
  }

  private static func megabytes(_ bytes: Int, _ seconds: Double) -> String {
    String(format: "%.0f", Double(bytes) / 1e6 / seconds)
  }

  private static func rate(_ count: Int, _ seconds: Double) -> String {
    String(format: "%.1f", Double(count) / 1e6 / seconds)
  }

  private static func row(_ cells: String...) {
    let padded = cells.map { $0.padding(toLength: 28, withPad: " ", startingAt: 0) }
    print(padded.joined())
  }
}
