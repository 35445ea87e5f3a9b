// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
import Calendars
import Wording

/// A backcast for a terminal: the past in all, by time of day, and in words where the model is wrong.
package struct BackcastText {
  let outcome: BackcastUseCase.Outcome
  let style: NumberStyle
  private var backcast: Backcast { outcome.backcast }

  package init(_ outcome: BackcastUseCase.Outcome, style: NumberStyle) {
    self.outcome = outcome
    self.style = style
  }

  package func text(width: Int = 100) -> String {
    func wrapped(_ sentences: [String]) -> String {
      sentences.flatMap { TextWidth.wrap($0, to: width) }.joined(separator: "\n") + "\n"
    }
    var parts = [wrapped([heading]), total.text(width: width), slots.text(width: width)]
    if let bill = outcome.bill, !bill.rows.isEmpty { parts.append(bills(bill).text(width: width)) }
    return (parts + [wrapped(sentences)]).joined(separator: "\n")
  }

  func say(_ en: String, _ zh: String) -> String {
    Localized(en: en, zh: zh)[style.language]
  }

  private var heading: String {
    if let roster = outcome.roster {
      return say(
        "\(outcome.source) beside \(outcome.scenario), \(outcome.days), "
          + "\(style.count(backcast.total.arrivals)) customers: what they met, recorded and in "
          + "\(backcast.replications) replications with the people of \(roster).",
        "\(outcome.source) 与 \(outcome.scenario)，\(outcome.days)，顾客 \(style.count(backcast.total.arrivals)) 人："
          + "记录值与 \(backcast.replications) 次模拟（人员按 \(roster)）。")
    }
    return say(
      "\(outcome.source) beside \(outcome.scenario), \(outcome.days), "
        + "\(style.count(backcast.total.arrivals)) customers: what they met, recorded and in "
        + "\(backcast.replications) replications with the people of plan \(outcome.plan), taken for those "
        + "of the time.",
      "\(outcome.source) 与 \(outcome.scenario)，\(outcome.days)，顾客 \(style.count(backcast.total.arrivals)) 人："
        + "记录值与 \(backcast.replications) 次模拟（以方案 \(outcome.plan) 的人员作为当时的人员）。")
  }

  private func name(_ measure: BackcastMeasure) -> String {
    switch measure {
    case .abandonment: say("left unanswered", "未应答离开")
    case .meanWait: say("mean wait", "平均等待")
    case .serviceLevel: say("answered in time", "及时应答")
    }
  }

  private func value(_ value: Double, _ measure: BackcastMeasure) -> String {
    measure == .meanWait ? style.duration(value) : style.percent(value)
  }

  private func band(_ comparison: Backcast.Comparison) -> String {
    value(comparison.low, comparison.measure) + "–" + value(comparison.high, comparison.measure)
  }

  private var total: TextTable {
    var table = TextTable(columns: [
      .init(say("measure", "指标"), .left), .init(say("recorded", "记录")),
      .init(say("simulated", "模拟")), .init(say("80% of replications", "80% 的模拟")),
      .init(say("days inside", "落入的天数")),
    ])
    for comparison in backcast.total.comparisons {
      let measure = comparison.measure
      let days = judgedDays(measure)
      table.rows.append([
        name(measure), value(comparison.recorded, measure), value(comparison.mean, measure),
        band(comparison),
        say(
          "\(days.count(where: \.isInside)) of \(days.count)",
          "\(days.count(where: \.isInside)) / \(days.count)"),
      ])
    }
    return table
  }

  private func judgedDays(_ measure: BackcastMeasure) -> [Backcast.Comparison] {
    backcast.days.filter { $0.arrivals >= Backcast.fewest }.compactMap { $0[measure] }
  }

  private var judgedSlots: [Backcast.Row] {
    backcast.slots.filter { $0.arrivals >= Backcast.fewest }
  }

  /// By time of day, the recorded figure beside the band; a star where it lies outside.
  private var slots: TextTable {
    let measures = backcast.total.comparisons.map(\.measure)
    var table = TextTable(columns: [
      .init(say("from", "时段"), .left), .init(say("customers", "顾客")),
    ])
    for measure in measures {
      table.columns += [.init(name(measure)), .init(say("simulated", "模拟"))]
    }
    for row in judgedSlots {
      table.rows.append(
        [row.start?.description ?? "", style.count(row.arrivals)]
          + measures.flatMap { measure -> [String] in
            guard let comparison = row[measure] else { return [NumberStyle.missing, ""] }
            return [
              value(comparison.recorded, measure) + (comparison.isInside ? "  " : " *"),
              band(comparison),
            ]
          })
    }
    return table
  }

  /// Where the model is wrong, and what that points to.
  package var sentences: [String] {
    var sentences = backcast.total.comparisons.map { overall($0) }
    if let reason = reason(backcast.total) { sentences.append(reason) }
    for stretch in stretches.prefix(6) { sentences.append(self.sentence(stretch)) }
    if stretches.isEmpty, !judgedSlots.isEmpty {
      sentences.append(
        say(
          "No time of day differs by more than chance explains (a star is outside the band, where one of "
            + "five of a right model lies): by the clock the model explains the record.",
          "没有任何时段的差异超出偶然（* 为区间之外，正确的模型也有五分之一如此）：按钟点看，模型解释了记录。"))
    }
    return sentences + billSentences
  }

  private func overall(_ comparison: Backcast.Comparison) -> String {
    let measure = comparison.measure
    let (recorded, mean) = (value(comparison.recorded, measure), value(comparison.mean, measure))
    let place =
      comparison.isInside
      ? say("inside the band", "在区间之内")
      : comparison.isAbove ? say("above the band", "高于区间") : say("below the band", "低于区间")
    let side =
      comparison.isInside || !comparison.isExplained
      ? place : say("by chance or too little to matter, ", "属偶然或无关紧要，") + place
    return say(
      "\(name(measure)): recorded \(recorded), simulated \(mean), \(side) of \(band(comparison)).",
      "\(name(measure))：记录 \(recorded)，模拟 \(mean)，\(side) \(band(comparison))。")
  }

  /// What waits and leaving together point to; nil where both are explained.
  private func reason(_ row: Backcast.Row) -> String? {
    guard let wait = row[.meanWait], let leaving = row[.abandonment],
      !wait.isExplained || !leaving.isExplained
    else { return nil }
    switch (wait.recorded > wait.mean, leaving.recorded > leaving.mean) {
    case (true, true):
      return say(
        "Longer waits and more leaving than simulated: fewer people answered than the plan rosters, "
          + "or the work of a chat took longer.",
        "等待更长、离开更多：当时在岗人数少于方案，或每次接待更久。")
    case (false, false):
      return say(
        "Shorter waits and less leaving than simulated: more people answered than the plan rosters, or "
          + "the work of a chat took less.",
        "等待更短、离开更少：当时在岗人数多于方案，或每次接待更快。")
    case (true, false):
      return say(
        "Longer waits and less leaving than simulated: customers were more patient than the scenario "
          + "says.",
        "等待更长而离开更少：顾客比场景所设更有耐心。")
    case (false, true):
      return say(
        "Shorter waits and more leaving than simulated: customers were less patient than the scenario "
          + "says.",
        "等待更短而离开更多：顾客比场景所设更没有耐心。")
    }
  }

  /// Neighbouring times of day that chance does not explain, on the same side.
  private struct Stretch {
    var rows: [Backcast.Row]
    let measure: BackcastMeasure
    let isAbove: Bool

    var customers: Int { rows.reduce(0) { $0 + $1.arrivals } }
  }

  /// By waits, or by leaving where the record has none; those of most customers first.
  private var stretches: [Stretch] {
    let measure: BackcastMeasure =
      backcast.total[.meanWait] != nil ? .meanWait : .abandonment
    var stretches: [Stretch] = []
    var isOpen = false
    for row in judgedSlots {
      guard let comparison = row[measure], !comparison.isExplained else {
        isOpen = false
        continue
      }
      if isOpen, let last = stretches.last, last.isAbove == (comparison.recorded > comparison.mean)
      {
        stretches[stretches.count - 1].rows.append(row)
      } else {
        stretches.append(
          Stretch(
            rows: [row], measure: measure, isAbove: comparison.recorded > comparison.mean))
      }
      isOpen = true
    }
    return stretches.sorted {
      ($1.customers, $0.rows[0].arrivals) < ($0.customers, $1.rows[0].arrivals)
    }
  }

  private func sentence(_ stretch: Stretch) -> String {
    let first = stretch.rows[0].start?.description ?? ""
    let last = stretch.rows[stretch.rows.count - 1].start?.secondsSinceMidnight ?? 0
    let end = ClockTime(secondsSinceMidnight: last + backcast.interval)?.description ?? ""
    var (recorded, mean, weight) = (0.0, 0.0, 0.0)
    for row in stretch.rows {
      guard let comparison = row[stretch.measure] else { continue }
      recorded += comparison.recorded * Double(row.arrivals)
      mean += comparison.mean * Double(row.arrivals)
      weight += Double(row.arrivals)
    }
    let (record, model) = (
      value(recorded / weight, stretch.measure), value(mean / weight, stretch.measure)
    )
    let hint =
      stretch.isAbove
      ? say("people were missing there, or slower", "该时段人手不足或更慢")
      : say("there were more people there, or they were faster", "该时段人手更多或更快")
    return say(
      "From \(first) to \(end) (\(style.count(stretch.customers)) customers): \(name(stretch.measure)) "
        + "recorded \(record), simulated \(model): \(hint).",
      "\(first) 至 \(end)（顾客 \(style.count(stretch.customers)) 人）：\(name(stretch.measure))记录 \(record)，"
        + "模拟 \(model)：\(hint)。")
  }
}
