// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
package import Studies
import Wording
package import Tables

/// What the terminal says of a study.
package struct StudyText: Sendable {
  private let style: NumberStyle

  package init(_ style: NumberStyle) { self.style = style }

  private func say(_ en: String, _ zh: String) -> String {
    Localized(en: en, zh: zh)[style.language]
  }

  package func planned(_ outcome: PlanStudyUseCase.Outcome, place: String) -> String {
    let plan = outcome.plan
    let sizes = plan.shards(of: .sizes).count
    let (points, shards) = (style.count(plan.points.count), style.count(plan.shards.count))
    if let added = outcome.added {
      if plan.precision == nil {
        return say(
          "\(place): planned already, in \(shards) shards; what is done stays.",
          "\(place)：已规划过，共 \(shards) 个分片；已完成的保留。")
      }
      return added == 0
        ? say(
          "\(place): every point has its precision; nothing was added.",
          "\(place)：每个点都已达到所求精度，未增加模拟。")
        : say(
          "\(place): added \(style.count(added)) replications to the points that need them; "
            + "\(shards) shards.", "\(place)：已为需要的点增加 \(style.count(added)) 次模拟；共 \(shards) 个分片。")
    }
    var text = say(
      "Wrote \(place): \(points) points × \(style.count(plan.replications)) replications × "
        + "\(plan.plans.count) plans in \(shards) shards",
      "已写入 \(place)：\(points) 个点 × \(style.count(plan.replications)) 次模拟 × \(plan.plans.count) 个方案，"
        + "共 \(shards) 个分片")
    if sizes > 0 {
      text += say(
        ", of which \(style.count(sizes)) search sizes first", "，其中 \(style.count(sizes)) 个先求规模")
    }
    if let seconds = outcome.pilotSeconds {
      let shown = Decimals.fixed(seconds, places: 3)
      text += say(
        "; a replication of the largest point takes \(shown) s", "；最大的点一次模拟需 \(shown) 秒")
    }
    return text + say(".", "。")
  }

  private func name(_ kind: StudyStatus.Kind) -> String {
    switch kind {
    case .complete: say("complete", "完成")
    case .missing: say("missing", "缺少")
    case .stale: say("stale (of other points, or cut otherwise)", "过期（点或切分不同）")
    case .foreign: say("foreign (of another version or scenario)", "外来（版本或场景不同）")
    case .broken: say("broken (not whole)", "损坏（不完整）")
    }
  }

  /// One line for each kind of shards, and the last line of each error.
  package func status(_ status: StudyStatus) -> String {
    var lines: [String] = []
    for kind in StudyStatus.Kind.allCases {
      let shards = status.shards(kind)
      guard kind == .complete || !shards.numbers.isEmpty else { continue }
      let count = kind == .complete ? " / \(style.count(status.states.count))" : ": \(shards)"
      lines.append("\(name(kind)): \(style.count(shards.numbers.count))\(count)")
    }
    var (said, left) = (0, 0)
    for shard in status.incomplete().numbers {
      var words: [String] = []
      switch status.states[shard] {
      case .missing(let kept) where kept > 0:
        words.append(say("\(kept) rows kept", "已保留 \(kept) 行"))
      case .foreign(.version(let version)): words.append(say("version \(version)", "版本 \(version)"))
      case .foreign(.scenario): words.append(say("another scenario", "另一场景"))
      case .broken(let flaw): words.append(self.flaw(flaw))
      case .missing, .stale, .complete: break
      }
      if let error = status.lastError(of: shard) { words.append(error) }
      guard !words.isEmpty else { continue }
      guard said < 100 else {
        left += 1
        continue
      }
      said += 1
      lines.append("  \(shard): " + words.joined(separator: "; "))
    }
    if left > 0 { lines.append(say("  … and \(left) more", "  …… 另有 \(left) 个")) }
    return lines.joined(separator: "\n")
  }

  private func flaw(_ flaw: ShardFile.Flaw) -> String {
    switch flaw {
    case .noHead: say("not a file of a shard", "不是分片文件")
    case .truncated: say("it ends early", "文件被截断")
    case .changed: say("changed after it was written", "写出后被改动")
    }
  }

  package func statusDocument(_ status: StudyStatus) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("schema_version", .integer(CSVSchema.version)),
      .init("identity", .string(status.plan.identity)),
      .init("shards", .integer(status.states.count)),
    ]
    for kind in StudyStatus.Kind.allCases {
      members.append(.init(kind.rawValue, .string(status.shards(kind).description)))
    }
    members.append(.init("ready", .string(status.ready.description)))
    return .object(members)
  }

  package func collected(_ collection: StudyCollection, place: String) -> String {
    let thin = IndexList(collection.thinPoints)
    let text = say(
      "Written to \(place): \(style.count(collection.plan.points.count)) points",
      "已写入 \(place)：\(style.count(collection.plan.points.count)) 个点")
    guard !thin.numbers.isEmpty else { return text + say(".", "。") }
    return text
      + say(
        ", of which replications are missing at \(style.count(thin.numbers.count)): \(thin).",
        "，其中 \(style.count(thin.numbers.count)) 个缺少模拟：\(thin)。")
  }

  /// Values that have moved too far, the first of them.
  package func drifts(_ drifts: [StudyDrift]) -> String {
    let shown = drifts.prefix(50)
    func number(_ value: Double?) -> String { value.map { Decimals.fixed($0, places: 4) } ?? "–" }
    let table = TextTable(
      columns: [
        .init(say("point", "点"), .left), .init(say("plan", "方案"), .left),
        .init(say("measure", "指标"), .left), .init(say("baseline", "基准")),
        .init(say("now", "现在")), .init(say("change", "变化")), .init(say("allowed", "允许")),
      ],
      rows: shown.map { drift in
        var change = "–"
        if let before = drift.before, let now = drift.now, before != 0 {
          change = Decimals.fixed((now - before) / abs(before) * 100, places: 2) + " %"
        }
        return [
          drift.value.point, drift.value.plan, drift.value.measure, number(drift.before),
          number(drift.now), change, Decimals.shortest(drift.allowed * 100) + " %",
        ]
      })
    let more = drifts.count - shown.count
    return table.text() + "\n"
      + say(
        "\(style.count(drifts.count)) values differ more than allowed.",
        "\(style.count(drifts.count)) 个值的差异超过允许范围。")
      + (more > 0 ? say(" The first 50 are shown.", "以上为前 50 个。") : "")
  }
}
