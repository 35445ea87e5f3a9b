// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
import Scorecards
package import Tables
import Wording

/// What a fit to a log of messages is told with on a terminal.
package struct MessageFitText {
  private let outcome: MessageFitUseCase.Outcome
  private let style: NumberStyle

  package init(_ outcome: MessageFitUseCase.Outcome, style: NumberStyle) {
    self.outcome = outcome
    self.style = style
  }

  private func say(_ en: String, _ zh: String) -> String {
    Localized(en: en, zh: zh)[style.language]
  }

  /// Observed beside simulated, replies by load, and whether they agree.
  package func text(width: Int = 100) -> String {
    let observed = outcome.fit.observed
    var table = TextTable(columns: [
      .init(say("rounds of customers", "顾客轮次"), .left), .init(say("median reply", "回复中位数")),
      .init(say("within 3 min", "3 分钟内")), .init(say("count", "数量")),
    ])
    table.rows = [
      [
        say("observed", "实际"), style.duration(observed.median),
        style.percent(observed.inTime), style.count(observed.count),
      ],
      [
        say("simulated", "模拟"), style.duration(outcome.simulated.median),
        style.percent(outcome.simulated.inTime), "",
      ],
    ]
    table.rows += outcome.fit.byLoad.map { load, replies in
      [
        say("  observed with \(load) chats open", "  实际，同时接待 \(load) 个"),
        style.duration(replies.median), style.percent(replies.inTime), style.count(replies.count),
      ]
    }
    return table.text(width: width)
      + TextWidth.wrap(sentence, to: width).joined(separator: "\n") + "\n"
  }

  /// The same for machines.
  package var json: JSONValue {
    let (fit, simulated) = (outcome.fit, outcome.simulated)
    return [
      "schema_version": .integer(CSVSchema.version),
      "source": .string(outcome.source),
      "observed": Self.json(fit.observed),
      "simulated": [
        "median_s": .number(simulated.median), "within_180s": .number(simulated.inTime),
      ],
      "by_load": .array(
        fit.byLoad.map { load, replies in
          ["chats_open": .integer(load), "replies": Self.json(replies)]
        }),
      "messages": .string(outcome.block),
    ]
  }

  private static func json(_ replies: MessageFit.Replies) -> JSONValue {
    [
      "count": .integer(replies.count), "median_s": .number(replies.median),
      "median_standard_error_s": .number(replies.medianError),
      "within_180s": .number(replies.inTime),
      "within_180s_standard_error": .number(replies.inTimeError),
    ]
  }

  private var sentence: String {
    let observed = outcome.fit.observed
    let off = (outcome.simulated.median - observed.median).magnitude / observed.medianError
    let share = (outcome.simulated.inTime - observed.inTime).magnitude / observed.inTimeError
    let worst = max(off, share)
    return worst <= 2
      ? say(
        "The fitted laws give back median and share within two standard errors of the log.",
        "拟合分布复现的中位数与占比均在日志的两个标准误之内。")
      : say(
        "The fitted laws miss the log by \(style.number(worst, places: 1)) standard errors: take them with care.",
        "拟合分布与日志相差 \(style.number(worst, places: 1)) 个标准误，请谨慎使用。")
  }
}
