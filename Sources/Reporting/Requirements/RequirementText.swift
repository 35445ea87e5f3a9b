// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
import Calendars
import Capacity
import Inference
import Measures
import Scenarios
import Wording

/// A requirement for a terminal: its days, its half hours, and what formulas would have asked for.
package struct RequirementText {
  /// More days than these are in the file alone.
  private static let mostDays = 7

  private let outcome: RequireUseCase.Outcome
  let style: NumberStyle
  var requirement: Requirement { outcome.requirement }

  package init(_ outcome: RequireUseCase.Outcome, style: NumberStyle) {
    self.outcome = outcome
    self.style = style
  }

  package func text(width: Int = 100) -> String {
    var parts = [TextWidth.wrap(heading, to: width).joined(separator: "\n") + "\n"]
    parts.append(days.text(width: width))
    if requirement.question.days.count <= Self.mostDays {
      for group in requirement.question.groups.indices {
        parts.append(grid(group).text(width: width))
      }
    }
    parts.append(methods.text(width: width))
    parts.append(
      (worst + [note] + sentences).flatMap { TextWidth.wrap($0, to: width) }.joined(separator: "\n")
        + "\n")
    return parts.joined(separator: "\n")
  }

  private func say(_ en: String, _ zh: String) -> String {
    Localized(en: en, zh: zh)[style.language]
  }

  var heading: String {
    let question = requirement.question
    let hold =
      switch question.hold {
      case .interval:
        say(
          "in every stretch of a day that expects \(Int(RequirementQuestion.inquiriesBehindShare)) "
            + "inquiries",
          "每日各时间段（预期咨询不少于 \(Int(RequirementQuestion.inquiriesBehindShare)) 条）")
      case .day: say("on every day", "每一天")
      case .period: say("over all the days together", "整个时段合计")
      }
    return say(
      "\(question.scenario.name), plan \(outcome.plan), \(question.days): the fewest people on duty that "
        + "keep the targets \(hold). Found with \(question.replications) replications, proved with "
        + "\(requirement.proof) others, seed \(question.scenario.seed).",
      "\(question.scenario.name)，方案 \(outcome.plan)，\(question.days)：\(hold)达标所需的最少在岗人数。"
        + "由 \(question.replications) 次模拟求得，另以 \(requirement.proof) 次检验，种子 \(question.scenario.seed)。"
    )
  }

  /// One row a day: hours, peak, and every target.
  var days: TextTable {
    let perDay = requirement.question.scenario.interval.perDay
    let profile = requirement.found.profile
    return TextTable(
      columns: [
        .init(say("day", "日期"), .left), .init(say("inquiries", "咨询 量")),
        .init(say("people hours", "在岗 工时")), .init(say("most on duty", "同时 在岗 最多")),
      ]
        + requirement.targets.flatMap { target in
          [
            .init(style.heading(target.measure)), TextTable.Column("95% ±"),
            .init(say("kept", "达标 概率")),
          ]
        } + [.init(say("answer", "结论"), .left)],
      rows: requirement.question.days.enumerated().map { day, date in
        let places = day * perDay..<(day + 1) * perDay
        let hours =
          places.reduce(0) { sum, place in sum + profile.counts.reduce(0) { $0 + $1[place] } }
        let most = places.map { place in profile.counts.reduce(0) { $0 + $1[place] } }.max() ?? 0
        let checks = requirement.found.checks.filter {
          requirement.question.hold == .period || places.contains($0.block.lowerBound)
        }
        let cells = requirement.targets.indices.flatMap { target -> [String] in
          let own = checks.filter { $0.target == target }
          guard let worst = own.min(by: { $0.kept.mean < $1.kept.mean }) else {
            return ["", "", ""]
          }
          let isShare = requirement.targets[target].measure.unit != .seconds
          let shown = { (value: Double?) in
            isShare ? style.percent(value) : style.number(value, places: 1)
          }
          return [
            shown(worst.value?.mean), shown(worst.value?.halfWidth),
            style.percent(worst.kept.mean, places: 0),
          ]
        }
        return [
          "\(date)", style.number(places.reduce(0) { $0 + requirement.inquiries[$1] }),
          style.number(
            Double(hours * requirement.question.scenario.interval.seconds) / 3600, places: 1),
          "\(most)",
        ] + cells + [word(answer(checks))]
      })
  }

  private func answer(_ checks: [Requirement.Check]) -> Requirement.Answer {
    if checks.contains(where: { $0.answer == .missed }) { return .missed }
    return checks.allSatisfy { $0.answer == .met } ? .met : .undecided
  }

  func word(_ answer: Requirement.Answer) -> String {
    switch answer {
    case .met: say("met", "达标")
    case .undecided: say("undecided", "尚难判断")
    case .missed: say("missed", "未达标")
    }
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
        let stretches = Dictionary(grouping: candidate.checks) { $0.block.lowerBound }
          .mapValues(answer)
        return [
          name(candidate.method), style.number(candidate.profile.hours, places: 1),
          "\(candidate.profile.peak)", "\(stretches.count)",
          "\(stretches.values.count { $0 == .missed })",
          "\(stretches.values.count { $0 == .undecided })",
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

  /// What the column `kept` says.
  var note: String {
    say(
      "kept: how probably such a day (or stretch of a day, of which the least sure is shown) keeps the "
        + "target; targets hold in the mean unless they say how surely, or --confidence does. On duty "
        + "means not on a break; requirements.csv adds absence (rostered).",
      "达标概率：该日（或日内时间段，列出最没把握的一段）达标的概率；未写明把握程度（或 --confidence）的目标按均值判断。"
        + "在岗人数不含休息者；计入缺勤后的排班人数见 requirements.csv 的 rostered 列。")
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
      let missed =
        other.missed == 0
        ? say("and misses no target", "无一未达标")
        : say("and misses a target in \(other.missed) stretches", "有 \(other.missed) 个时间段未达标")
      return say(
        "\(name(other.method)): \(size), \(missed). \(reason(other.method))",
        "\(name(other.method))：\(size)，\(missed)。\(reason(other.method))")
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
