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

  /// Observed beside simulated, and whether they agree; then another log's beside what is predicted, and
  /// how long writing takes.
  package func text(width: Int = 100) -> String {
    var text = table(outcome.own).text(width: width)
    text += wrapped(ownSentence, width)
    if let predicted = outcome.predicted {
      text += "\n" + table(predicted).text(width: width)
      text += wrapped(sentence(of: predicted), width)
    }
    if let writing = outcome.fit.writing { text += "\n" + self.text(of: writing, width) }
    return text
  }

  private func wrapped(_ sentence: String, _ width: Int) -> String {
    TextWidth.wrap(sentence, to: width).joined(separator: "\n") + "\n"
  }

  private func table(_ replay: MessageFitUseCase.Replay) -> TextTable {
    let (seen, made) = (replay.observed, replay.simulated)
    var table = TextTable(columns: [
      .init(replay.source, .left), .init(say("observed", "实际")),
      .init(say("s.e. by chat", "标准误（按会话）")),
      .init(say("s.e. by agent's day", "标准误（按客服日）")), .init(say("simulated", "模拟")),
    ])
    func row(_ name: String, _ value: (ReplyTimes) -> String) -> [String] {
      [name, value(seen), "", "", value(made)]
    }
    table.rows = [
      [
        say("median reply", "回复中位数"), style.duration(seen.median),
        style.duration(seen.byChat?.median), style.duration(seen.byAgentDay?.median),
        style.duration(made.median),
      ]
    ]
    for (place, limit) in ReplyTimes.limits.enumerated() {
      let errors = [seen.byChat, seen.byAgentDay].map { errors in
        limit == 180 ? style.percent(errors?.inTime) : ""
      }
      table.rows.append(
        [
          say(
            "replies within \(style.number(limit / 60)) min",
            "\(style.number(limit / 60)) 分钟内回复"),
          style.percent(seen.within[place]),
        ] + errors + [style.percent(made.within[place])])
    }
    for (place, level) in ReplyTimes.levels.enumerated() {
      table.rows.append(
        row(
          say(
            "\(style.percent(level, places: 0)) of replies within",
            "\(style.percent(level, places: 0)) 的回复不超过")
        ) { style.duration($0.quantiles[place]) })
    }
    table.rows.append(row(say("mean reply", "平均回复时长")) { style.duration($0.mean) })
    table.rows.append(
      row(say("messages a round", "每轮消息数")) { style.number($0.messagesARound, places: 2) })
    table.rows.append(
      row(say("rounds a chat", "每会话轮次")) { style.number($0.roundsAChat, places: 2) })
    table.rows.append([say("rounds", "轮次"), style.count(seen.count), "", "", ""])
    table.rows.append([say("messages in them", "其中消息"), style.count(seen.messages), "", "", ""])
    table.rows += loads(replay)
    return table
  }

  private func loads(_ replay: MessageFitUseCase.Replay) -> [[String]] {
    replay.observedByLoad.map { load, replies in
      [
        say("median with \(load) chats open", "同时接待 \(load) 个时的中位数"),
        style.duration(replies.median) + " (\(style.count(replies.count)))",
        style.duration(replies.byChat?.median), style.duration(replies.byAgentDay?.median),
        style.duration(replay.simulatedByLoad.first { $0.load == load }?.replies.median),
      ]
    }
  }

  private func text(of writing: WritingSpeed, _ width: Int) -> String {
    var table = TextTable(columns: [
      .init(say("characters of a message", "消息字数"), .left),
      .init(say("messages", "消息数")), .init(say("median time to write", "书写时间中位数")),
    ])
    table.rows = writing.bins.map { bin in
      [
        "\(style.count(bin.shortest))–\(style.count(bin.longest))", style.count(bin.count),
        style.duration(bin.median),
      ]
    }
    func figure(_ value: Double) -> String { style.number(value, places: 2) }
    let (low, high) = (
      figure(writing.interval.lowerBound), figure(writing.interval.upperBound)
    )
    let sentence = say(
      "Writing takes \(figure(writing.base)) s and \(figure(writing.aCharacter)) s a character "
        + "(95 % interval \(low) to \(high)).",
      "书写用时为 \(figure(writing.base)) 秒，另加每字 \(figure(writing.aCharacter)) 秒"
        + "（95 % 区间 \(low) 至 \(high)）。")
    return table.text(width: width) + wrapped(sentence, width)
  }

  /// In standard errors by chat of the log itself.
  private var ownSentence: String {
    let (seen, made) = (outcome.own.observed, outcome.own.simulated)
    let off = Miss(seen, made, in: seen.byChat).worst
    guard let off else {
      return say(
        "The log has one chat alone: nothing tells how sure its figures are.",
        "日志只有一个会话，无法估计误差。")
    }
    let errors = style.number(off, places: 1)
    return off <= 1
      ? say(
        "The fitted laws give back median and share within 3 min: off by \(errors) standard errors by "
          + "chat at most.",
        "拟合分布复现了中位数与 3 分钟内占比：最多相差 \(errors) 个标准误（按会话）。")
      : say(
        "The fitted laws miss the log by \(errors) standard errors by chat: take them with care.",
        "拟合分布与日志相差 \(errors) 个标准误（按会话），请谨慎使用。")
  }

  /// Both logs are samples: their errors add up.
  private func sentence(of predicted: MessageFitUseCase.Replay) -> String {
    let (seen, made, source) = (predicted.observed, predicted.simulated, outcome.own)
    func words(_ errors: ReplyTimes.Errors?, _ others: ReplyTimes.Errors?) -> [String] {
      let miss = Miss(seen, made, in: errors, others)
      return [style.number(miss.median, places: 1), style.number(miss.inTime, places: 1)]
    }
    let chat = words(source.observed.byChat, seen.byChat)
    let day = words(source.observed.byAgentDay, seen.byAgentDay)
    let worst = Miss(seen, made, in: source.observed.byAgentDay, seen.byAgentDay).worst
    let isWithin = (worst ?? .infinity) <= 2
    return say(
      "Predicted from \(source.source), the median is off by \(day[0]) standard errors by agent's day "
        + "(\(chat[0]) by chat), the share within 3 min by \(day[1]) (\(chat[1])); both logs' errors "
        + "count. "
        + (isWithin
          ? "That is what different agents and days explain."
          : "That is more than different agents and days explain."),
      "以 \(source.source) 预测：中位数相差 \(day[0]) 个标准误（按客服日；按会话为 \(chat[0])），3 分钟内占比相差"
        + " \(day[1]) 个（按会话 \(chat[1])），两份日志的误差均计入。"
        + (isWithin ? "不同客服与日期足以解释。" : "超出不同客服与日期所能解释的范围。"))
  }
}

/// How far simulated replies are off, in standard errors.
private struct Miss {
  let median: Double?
  let inTime: Double?

  var worst: Double? {
    guard let median, let inTime else { return nil }
    return max(median, inTime)
  }

  init(_ seen: ReplyTimes, _ made: ReplyTimes, in errors: ReplyTimes.Errors?...) {
    let known = errors.compactMap(\.self)
    guard known.count == errors.count else {
      (median, inTime) = (nil, nil)
      return
    }
    func scaled(_ off: Double, _ error: KeyPath<ReplyTimes.Errors, Double>) -> Double? {
      let total = known.reduce(0) { $0 + $1[keyPath: error] * $1[keyPath: error] }.squareRoot()
      return off == 0 ? 0 : total > 0 ? off.magnitude / total : nil
    }
    median = scaled(made.median - seen.median, \.median)
    inTime = scaled(made.inTime - seen.inTime, \.inTime)
  }
}
