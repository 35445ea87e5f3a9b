// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
import Calendars
import Capacity
import Experiments
import Inference
import Measures
import Scenarios
import Wording

/// A requirement for a terminal: its days, its half hours, and what formulas would have asked for.
package struct RequirementText {
  /// More days than these are in the file alone.
  private static let mostDays = 7
  /// Replications that somebody may be told to ask for; more are no advice.
  private static let mostAdvised = 10_000

  private let outcome: RequireUseCase.Outcome
  let style: NumberStyle
  var requirement: Requirement { outcome.requirement }

  package init(_ outcome: RequireUseCase.Outcome, style: NumberStyle) {
    self.outcome = outcome
    self.style = style
  }

  package func text(width: Int = 100) -> String {
    var parts = [
      ([heading] + targets).flatMap { TextWidth.wrap($0, to: width) }.joined(separator: "\n") + "\n"
    ]
    parts.append(days.text(width: width))
    if requirement.question.days.count <= Self.mostDays {
      for group in requirement.question.groups.indices {
        parts.append(grid(group).text(width: width))
      }
    }
    parts.append(methods.text(width: width))
    parts.append(
      (verdict + worst + [note] + sentences).flatMap { TextWidth.wrap($0, to: width) }.joined(
        separator: "\n")
        + "\n")
    return parts.joined(separator: "\n")
  }

  private func say(_ en: String, _ zh: String) -> String {
    Localized(en: en, zh: zh)[style.language]
  }

  var heading: String {
    let question = requirement.question
    let hold = question.hold.words[style.language]
    return say(
      "\(question.scenario.name), plan \(outcome.plan), \(question.days): the fewest people on duty found "
        + "for the targets to hold \(hold). Found with \(question.replications) replications, proved with "
        + "\(requirement.proof) others, seed \(question.scenario.seed).",
      "\(question.scenario.name)，方案 \(outcome.plan)，\(question.days)：为使目标在\(hold)成立所求得的最少在岗人数。"
        + "由 \(question.replications) 次模拟求得，另以 \(requirement.proof) 次检验，种子 \(question.scenario.seed)。"
    )
  }

  var targets: [String] { requirement.numberedTargets(style) }

  /// One row a day: hours, peak, and every target over the whole day; below them, where all the days are
  /// held together, what they are together.
  var days: TextTable {
    let perDay = requirement.question.scenario.interval.perDay
    let rows = requirement.question.days.enumerated().map { day, date in
      let places = day * perDay..<(day + 1) * perDay
      let held = requirement.found.checks.filter { places.contains($0.block.lowerBound) }
      return row(
        "\(date)", places, requirement.found.days[day],
        requirement.question.hold == .period
          ? "" : held.map(\.result).answerWords(within: requirement.found.days[day], style))
    }
    let all = requirement.found.checks.map(\.result)
    let together =
      requirement.question.hold == .period
      ? [row(say("together", "合计"), requirement.isOpen.indices, all, all.answerWords(style))] : []
    return TextTable(
      columns: [
        .init(say("day", "日期"), .left), .init(say("inquiries", "咨询 量")),
        .init(say("people hours", "在岗 工时")), .init(say("most on duty", "同时 在岗 最多")),
      ]
        + requirement.targets.enumerated().flatMap { index, target in
          [
            .init("\(index + 1). " + style.heading(target.measure)), TextTable.Column("95% ±"),
            .init(say("kept", "达标 概率")),
          ]
        } + [.init(say("answer", "结论"), .left)],
      rows: rows + together)
  }

  private func row(
    _ name: String, _ places: Range<Int>, _ results: [TargetResult], _ answer: String
  ) -> [String] {
    let counts = requirement.found.profile.counts
    let people = places.map { place in counts.reduce(0) { $0 + $1[place] } }
    let seconds = people.reduce(0, +) * requirement.question.scenario.interval.seconds
    return [
      name, style.number(places.reduce(0) { $0 + requirement.inquiries[$1] }),
      style.number(Double(seconds) / 3600, places: 1), "\(people.max() ?? 0)",
    ]
      + results.flatMap { result in
        [
          shown(result.value?.mean, result.target), shown(result.value?.halfWidth, result.target),
          style.percent(result.horizons?.probability.mean, places: 0),
        ]
      } + [answer]
  }

  private func shown(_ value: Double?, _ target: ServiceTarget) -> String {
    target.measure.unit == .seconds ? style.number(value, places: 1) : style.percent(value)
  }

  /// Intervals of the day against days.
  private func grid(_ group: Int) -> TextTable {
    let question = requirement.question
    let perDay = question.scenario.interval.perDay
    let counts = requirement.found.profile.counts[group]
    let slots = (0..<perDay).filter { slot in
      question.days.indices.contains { requirement.isOpen[$0 * perDay + slot] }
    }
    return TextTable(
      columns: [.init(question.groups[group], .left)]
        + question.days.map { .init("\($0.description.suffix(5)) \(weekday($0.weekday))") },
      rows: slots.map { slot in
        ["\(requirement.start(of: slot))"]
          + question.days.indices.map { day in
            let place = day * perDay + slot
            return requirement.isOpen[place] ? "\(counts[place])" : ""
          }
      })
  }

  private func weekday(_ day: Weekday) -> String {
    let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let chinese = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"]
    return say(names[day.rawValue], chinese[day.rawValue])
  }

  /// Every method's people, and what simulated customers met under them.
  var methods: TextTable {
    TextTable(
      columns: [
        .init(say("method", "方法"), .left), .init(say("people hours", "在岗 工时")),
        .init(say("most on duty", "同时 在岗 最多")), .init(say("stretches", "时间段")),
        .init(say("missed", "未达标")), .init(say("undecided", "尚难判断")),
      ],
      rows: requirement.candidates.map { candidate in
        let stretches = candidate.stretches
        return [
          name(candidate.method), style.number(candidate.profile.hours, places: 1),
          "\(candidate.profile.peak)", "\(stretches.count)",
          "\(stretches.count { $0 == .missed })",
          "\(stretches.count { $0 == .undecided })",
        ]
      })
  }

  func name(_ method: Requirement.Method) -> String {
    switch method {
    case .simulation: say("simulation", "模拟")
    case .modifiedOfferedLoad: say("modified offered load", "修正负荷（MOL）")
    case .erlangA: say("Erlang A per interval", "逐时段 Erlang A")
    }
  }

  /// For each target the interval that does worst under the people that were found: a day that keeps
  /// its promise may have such an hour.
  var worst: [String] {
    requirement.targets.indices.compactMap { target in
      let rule = requirement.targets[target]
      let values = requirement.found.values[target].enumerated().compactMap { place, value in
        value.map { (place: place, mean: $0.mean) }
      }
      let found = values.min {
        rule.wantsMoreOfMeasure ? $0.mean < $1.mean : $0.mean > $1.mean
      }
      guard let found else { return nil }
      let shown =
        rule.measure.unit == .seconds
        ? style.duration(found.mean) : style.percent(found.mean)
      let moment = "\(requirement.date(of: found.place)) \(requirement.start(of: found.place))"
      return say(
        "Worst interval for \(style.name(rule.measure)): \(moment), \(shown).",
        "\(style.name(rule.measure))最差的时段：\(moment)，\(shown)。")
    }
  }

  /// What is not proved, and how many replications would tell.
  var verdict: [String] {
    let found = requirement.found
    let stretches = found.stretches
    let (open, missed) = (stretches.count { $0 == .undecided }, stretches.count { $0 == .missed })
    var sentences: [String] = []
    if missed > 0 {
      sentences.append(
        say(
          "\(missed) of \(stretches.count) stretches miss a target.",
          "\(stretches.count) 个时间段中 \(missed) 个未达标。"))
    }
    if open > 0 {
      // Twice as many prove as search.
      let needed = found.checks.map(\.result).replicationsLikelyToTell.map { ($0 + 1) / 2 }
      let most = needed.flatMap { $0 <= Self.mostAdvised ? style.count($0) : nil }
      sentences.append(
        say(
          "Of \(open) of \(stretches.count) stretches the replications cannot tell whether the targets hold"
            + (most.map { "; --replications \($0) would likely tell." } ?? "."),
          "\(stretches.count) 个时间段中有 \(open) 个尚难判断是否达标"
            + (most.map { "；--replications \($0) 大约可以判断。" } ?? "。")))
    }
    return sentences
  }

  /// What the columns say.
  var note: String {
    let answer =
      requirement.question.hold == .interval
      ? say(
        " The figures are those of the whole day, the answer that of its stretches.",
        "各列为全天的数值，结论则指当日各时间段。") : ""
    return say(
      "kept: how probably such a day keeps the target by itself." + answer
        + " On duty means not on a "
        + "break; requirements.csv adds absence (rostered).",
      "达标概率：此类日子单独达标的概率。" + answer + "在岗人数不含休息者；计入缺勤后的排班人数见 requirements.csv 的 rostered 列。")
  }

  /// Why formulas differ, as far as what was simulated tells.
  var sentences: [String] {
    let found = requirement.found
    return requirement.candidates.dropFirst().map { other in
      let more = other.profile.hours / max(found.profile.hours, 1e-9) - 1
      let share = style.percent(abs(more), places: 1)
      let size =
        abs(more) < 0.0005
        ? say("as many hours", "工时相同")
        : more > 0
          ? say("\(share) more hours", "工时多 \(share)") : say("\(share) fewer hours", "工时少 \(share)")
      let stretches = other.stretches
      let (missed, open) = (
        stretches.count { $0 == .missed }, stretches.count { $0 == .undecided }
      )
      let kept =
        missed > 0
        ? say(
          "misses a target in \(missed) of \(stretches.count) stretches",
          "\(stretches.count) 个时间段中 \(missed) 个未达标")
        : open > 0
          ? say(
            "and misses none for certain, but \(open) of \(stretches.count) stretches cannot be told",
            "\(stretches.count) 个时间段中无一确定未达标，\(open) 个尚难判断")
          : say("and meets every target", "全部达标")
      return say(
        "\(name(other.method)): \(size), \(kept). \(reason(other.method))",
        "\(name(other.method))：\(size)，\(kept)。\(reason(other.method))")
    }
  }

  private func reason(_ method: Requirement.Method) -> String {
    let alone =
      requirement.question.hold == .interval
      ? ""
      : say(
        " It wants every interval to keep the target alone, where a day may make up for its worst hour.",
        "公式要求每个时段单独达标，而全天可以相互弥补。")
    switch method {
    case .erlangA:
      return say(
        "It takes each interval as if it had always been so, one chat for each server at the speed of a "
          + "full agent, and sees neither what an earlier interval leaves over nor how days differ.",
        "公式把每个时段视为稳态，每条会话占一个按满负荷速度工作的服务台，看不到上一时段遗留的排队，也看不到日间波动。")
        + alone
    case .modifiedOfferedLoad:
      return say(
        "It sees chats that go on from earlier intervals, not customers who still wait from them, nor how "
          + "days differ.",
        "公式计入此前时段延续的会话，但看不到仍在排队的顾客与日间波动。") + alone
    case .simulation: return ""
    }
  }
}
