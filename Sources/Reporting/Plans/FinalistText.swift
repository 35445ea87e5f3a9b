// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Inference
import Wording

/// Which of the finalists costs least, with the probability of that.
struct FinalistText {
  let finalists: Finalists
  let style: NumberStyle
  let name: (Finalists.Member) -> String

  var sentence: String {
    let count = finalists.members.count
    let level = style.percent(finalists.level, places: 0)
    let each = style.percent(
      finalists.selection.differences.compactMap { $0?.interval.level }.first ?? finalists.level,
      places: 1)
    let runs = style.count(finalists.replications)
    func names(_ places: [Int]) -> String {
      style.list(places.map { "“\(name(finalists.members[$0]))”" })
    }
    switch finalists.selection.outcome {
    case .winner(let place):
      return say(
        "Of the \(count) finalists that miss no target \(names([place])) costs least, with a probability of "
          + "at least \(level): paired differences over \(runs) replications, each at \(each).",
        "\(count) 个未失守目标的候选中，\(names([place]))最省，把握不低于 \(level)（\(runs) 次模拟的配对差值，各取 \(each)）。")
    case .equivalent(let places), .noWinnerYet(let places, nil):
      return say(
        "Of the \(count) finalists that miss no target \(names(places)) cannot be told apart by cost at "
          + "\(level) over \(runs) replications: choose between them by other reasons.",
        "\(count) 个未失守目标的候选中，\(names(places))的费用在 \(level) 把握下无法分辨（\(runs) 次模拟）：请按其他理由选择。")
    case .noWinnerYet(let places, let needed?):
      return say(
        "Of the \(count) finalists that miss no target \(names(places)) cannot yet be told apart by cost at "
          + "\(level) over \(runs) replications; --replications \(style.count(needed)) would likely tell.",
        "\(count) 个未失守目标的候选中，\(names(places))的费用在 \(level) 把握下尚难分辨（\(runs) 次模拟）；"
          + "--replications \(style.count(needed)) 大约可以分辨。")
    }
  }

  private func say(_ en: String, _ zh: String) -> String {
    Localized(en: en, zh: zh)[style.language]
  }
}
